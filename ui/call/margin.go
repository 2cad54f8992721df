package call

import (
	"fmt"
	"strings"

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
