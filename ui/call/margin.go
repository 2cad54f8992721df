package call

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// beside is all that the margin may tell: plain values, so that it can be drawn,
// kept and tested without a call.
type beside struct {
	name    string // of the customer, as spoken of
	silent  bool   // the mood is hidden until the debrief
	mode    sim.Mode
	state   sim.State
	heard   []string
	left    int // needs still unmet in this turn
	receipt *receipt
	leaving bool
	attempt string // "attempt 1 of 2", in test mode
	pass    int
	note    *note
}

// receipt is what moved the customer in the last reply.
type receipt struct {
	effects     []sim.Effect
	findings    []scoring.Finding
	before, now int // heat
}

// hurt says that the reply did some harm: then its receipt comes before what
// was heard.
func (r *receipt) hurt() bool {
	if r == nil {
		return false
	}
	for _, e := range r.effects {
		if e.Behaviour != "" && e.Heat > 0 {
			return true
		}
	}
	return false
}

// note is a hint, a why or the card: what would pop up elsewhere.
type note struct {
	title string
	parts []string // paragraphs
	foot  string   // the key that says more
}

// pane fills a margin from the top; a block that does not fit is left out.
type pane struct {
	t      *theme.Theme
	width  int
	height int
	rows   []string
}

// block adds rows after an empty one, if there is room for all of them.
func (p *pane) block(rows ...string) bool {
	gap := min(1, len(p.rows))
	if len(rows) == 0 || len(p.rows)+gap+len(rows) > p.height {
		return false
	}
	if gap == 1 {
		p.rows = append(p.rows, "")
	}
	p.rows = append(p.rows, rows...)
	return true
}

// wrapped is plain words in a role, broken to the margin.
func (p *pane) wrapped(text string) []string {
	return widget.Wrap(p.t.Text(widget.Clean(text)), p.width)
}

// draw gives the margin's rows. Order is rank: what comes first is kept when
// there is little room.
func (b beside) draw(t *theme.Theme, width, height int) []string {
	p := &pane{t: t, width: width, height: height}
	wide := width >= 30
	if b.mode == sim.Test {
		p.block(t.Quiet.Render(b.attempt), t.Quiet.Render(fmt.Sprintf("pass mark %d", b.pass)))
		if b.note != nil {
			b.note.onto(p)
		}
		return p.rows
	}
	if b.note != nil {
		b.noted(p)
		return p.rows
	}
	p.block(b.mood(p)...)
	p.block(b.coolness(t)...)
	if b.mode != sim.Practice {
		return p.rows
	}
	switch {
	case b.leaving && !b.silent:
		b.warn(p, wide)
	case b.receipt.hurt() && !wide:
		b.slip(p)
		b.tellHeard(p)
	default:
		b.tellHeard(p)
		b.slip(p)
	}
	return p.rows
}

// noted makes room for a note: beside it stands as much of the margin as fits
// whole, the mood first.
func (b beside) noted(p *pane) {
	need := len(b.note.rows(p.t, p.width))
	mood, cool := b.mood(p), b.coolness(p.t)
	switch {
	case len(mood)+len(cool)+need+2 <= p.height:
		p.block(mood...)
		p.block(cool...)
	case len(mood)+need+1 <= p.height:
		p.block(mood...)
	case need+2 <= p.height:
		p.block(mood[0])
	}
	b.note.onto(p)
}

func (b beside) coolness(t *theme.Theme) []string {
	return []string{
		t.Ink.Render("You are " + coolWord(b.state.Cool)),
		widget.Labelled(t, "cool", widget.MeterIn(t, t.Accent, b.state.Cool)),
	}
}

func (b beside) mood(p *pane) []string {
	t := p.t
	if b.silent {
		return p.wrapped(b.name + " is hard to read")
	}
	m := b.state.Mood()
	word := t.Ink.Render(m.String())
	if m >= 3 {
		word = widget.MoodStyle(t, int(m)).Render(m.String())
	}
	return []string{
		t.Ink.Render(b.name+" is ") + word,
		widget.Labelled(t, "heat", widget.MeterIn(t, heatInk(t, int(m)), b.state.Heat)),
		widget.Labelled(t, "trust", widget.Meter(t, b.state.Trust)),
	}
}

func (b beside) warn(p *pane, wide bool) {
	rows := []string{p.t.Bold.Render(b.name + " is about to go")}
	rows = append(rows, p.wrapped("Leave who is right. Give one true thing you can do, and by when.")...)
	p.block(rows...)
	if wide {
		var more []string
		for _, r := range p.wrapped("A hint says more. Rewinding is fine: that is what practice is for.") {
			more = append(more, p.t.Quiet.Render(r))
		}
		p.block(more...)
	}
}

// tellHeard names what the customer has heard, the latest last, and how much
// more it takes; never which.
func (b beside) tellHeard(p *pane) {
	if len(b.heard) == 0 {
		if b.left > 0 {
			p.block(p.t.Quiet.Render("Yet to be heard"), "  "+p.t.Quiet.Render(strings.TrimSuffix(oneMore(b.left), " more")))
		}
		return
	}
	rows := []string{p.t.Quiet.Render(b.name + " has heard")}
	heard := b.heard
	most := 3
	if p.width >= 30 {
		most = 5
	}
	if len(heard) > most {
		heard = heard[len(heard)-most:]
	}
	// A heading, a line for each, one more: what is oldest gives way.
	for len(heard) > 1 && len(p.rows)+len(heard)+3 > p.height {
		heard = heard[1:]
	}
	for _, h := range heard {
		lead := p.t.Helps.Render(p.t.Glyphs.Done) + " "
		for _, r := range widget.Wrap(p.t.Text(h), p.width-2) {
			rows = append(rows, lead+r)
			lead = "  "
		}
	}
	if more := oneMore(b.left); more != "" {
		rows = append(rows, "  "+p.t.Quiet.Render(more))
	}
	p.block(rows...)
}

func oneMore(left int) string {
	switch left {
	case 0:
		return ""
	case 1:
		return "one thing more"
	case 2:
		return "two things more"
	}
	return "some things more"
}

// slip sets the receipt as a till does: words left, figures right, a dotted
// rule, a sum. A silent customer's heat is kept to the debrief.
func (b beside) slip(p *pane) {
	r := b.receipt
	if r == nil || len(r.effects) == 0 && len(r.findings) == 0 {
		return
	}
	t, wide := p.t, p.width >= 30
	title := "Your last reply"
	if wide && !r.hurt() {
		title = "What moved " + b.name
	}
	rows := []string{t.Quiet.Render(title)}
	kept := ""
	for _, e := range b.heaviest(p) {
		figure := ""
		if !b.silent {
			figure = signed(t, e.Heat)
		}
		switch {
		case e.Behaviour == "":
			// What the engine adds or takes is no deed of the trainee's: no sign.
			if kept == "" {
				kept = e.Note
			}
			if !b.silent {
				rows = append(rows, p.line("", e.Name, figure))
			}
		case e.Heat > 0:
			rows = append(rows, p.line(scoring.Hurts, e.Name, figure))
		default:
			rows = append(rows, p.line(scoring.Helps, e.Name, figure))
		}
	}
	for i := range r.findings {
		if f := &r.findings[i]; f.Void && wide {
			rows = append(rows, p.line(f.Side, f.Name, "void"))
		}
	}
	if len(rows) == 1 {
		return
	}
	if !b.silent {
		rows = append(rows, t.Line.Render(strings.Repeat(t.Glyphs.Empty, p.width)))
		rows = append(rows, p.line("", "heat", fmt.Sprintf("%d to %d", r.before, r.now)))
		if wide && kept != "" {
			for _, row := range p.wrapped(sentence(kept)) {
				rows = append(rows, t.Quiet.Render(row))
			}
		}
	}
	if room := p.height - len(p.rows) - 1; !b.silent && !wide && len(rows) > room && room >= 4 {
		left := len(rows) - room + 1
		sum := rows[len(rows)-2:]
		rows = append(rows[:room-3:room-3], t.Quiet.Render(fmt.Sprintf("  %d more", left)))
		rows = append(rows, sum...)
	}
	p.block(rows...)
	if f := b.lesson(); wide && f != nil {
		p.block(p.wrapped(f.Message)...)
		if len(f.Instead) > 0 {
			p.block(append([]string{t.Quiet.Render("Try")}, p.wrapped(t.Text("“"+f.Instead[0]+"”"))...)...)
		}
	}
}

// heaviest are the effects that moved heat, in order; where there is no room for
// all of them, the greatest come first.
func (b beside) heaviest(p *pane) []sim.Effect {
	var moved []sim.Effect
	for _, e := range b.receipt.effects {
		if e.Heat != 0 {
			moved = append(moved, e)
		}
	}
	if len(moved)+4 > p.height-len(p.rows) {
		slices.SortStableFunc(moved, func(x, y sim.Effect) int { return max(y.Heat, -y.Heat) - max(x.Heat, -x.Heat) })
	}
	return moved
}

// lesson is the worst finding of the reply: the one thought shown beside it. One
// that knows a better wording comes before one that does not.
func (b beside) lesson() *scoring.Finding {
	var worst *scoring.Finding
	for i := range b.receipt.findings {
		f := &b.receipt.findings[i]
		if f.Side != scoring.Ends && f.Side != scoring.Hurts {
			continue
		}
		better := worst != nil && len(worst.Instead) > 0 && len(f.Instead) == 0
		if worst == nil || !better && (f.Points < worst.Points || len(f.Instead) > 0 && len(worst.Instead) == 0) {
			worst = f
		}
	}
	return worst
}

// sentence is a note as it stands alone: with a capital and a stop.
func sentence(note string) string {
	if note == "" || strings.HasSuffix(note, ".") {
		return note
	}
	return strings.ToUpper(note[:1]) + note[1:] + "."
}

// line is one row of a receipt. Without a side its name is only a label.
func (p *pane) line(side scoring.Side, name, figure string) string {
	sign := ""
	if side == "" && widget.Width(name)+widget.Width(figure)+1 > p.width {
		name = strings.TrimPrefix(name, "kept ")
	}
	if side != "" {
		sign = widget.SideStyle(p.t, side).Render(widget.Sign(p.t, side)) + " "
	}
	room := p.width - widget.Width(sign) - widget.Width(figure) - 1
	return sign + widget.Column(p.t, p.t.Ink.Render(name), room) + " " + p.t.Ink.Render(figure)
}

// signed is a figure with its sign, the minus in this terminal's glyph.
func signed(t *theme.Theme, n int) string {
	if n < 0 {
		return t.Glyphs.Minus + fmt.Sprint(-n)
	}
	return fmt.Sprintf("+%d", n)
}

// rows are the note's own words in some width.
func (n *note) rows(t *theme.Theme, width int) []string {
	p := &pane{t: t, width: width}
	var rows []string
	for _, r := range p.wrapped(n.title) {
		rows = append(rows, t.Bold.Render(r))
	}
	for i, part := range n.parts {
		if i > 0 || width >= 30 {
			rows = append(rows, "")
		}
		rows = append(rows, p.wrapped(part)...)
	}
	return rows
}

// fits says that the whole note has room in a margin that shows nothing else.
func (n *note) fits(t *theme.Theme, width, height int) bool {
	return len(n.rows(t, width)) <= height
}

// onto lays a note on a pane; its foot stands only where there is room for it.
func (n *note) onto(p *pane) {
	t, rows := p.t, n.rows(p.t, p.width)
	room := p.height - len(p.rows) - min(1, len(p.rows))
	if len(rows) > room && room > 0 {
		rows = rows[:room]
		rows[room-1] = widget.Truncate(t, rows[room-1]+" "+t.Glyphs.More, p.width)
	}
	var foot []string
	for _, r := range p.wrapped(n.foot) {
		foot = append(foot, t.Quiet.Render(r))
	}
	if n.foot != "" && len(rows)+1+len(foot) <= room {
		rows = append(append(rows, ""), foot...)
	}
	p.block(rows...)
}

// folded is the margin in one row, for a page without one.
func (b beside) folded(t *theme.Theme) string {
	if b.mode == sim.Test {
		return t.Quiet.Render(fmt.Sprintf("%s   pass mark %d", b.attempt, b.pass))
	}
	if b.silent {
		return t.Quiet.Render(b.name + " is hard to read")
	}
	m := int(b.state.Mood())
	row := heatInk(t, m).Render(b.state.Mood().String()) + " " + widget.Upright(t, m) +
		t.Quiet.Render("   trust "+trustWord(b.state.Trust))
	if b.mode != sim.Practice {
		return row
	}
	if b.leaving {
		return row + t.Asks.Render("   about to go")
	}
	if more := oneMore(b.left); more != "" {
		row += t.Quiet.Render("   " + more)
	}
	return row
}
