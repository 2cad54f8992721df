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
	switch room := p.height - len(p.rows) - 1; {
	case b.silent || wide || len(rows) <= room:
	case room >= 5:
		left := len(rows) - room + 1
		sum := rows[len(rows)-2:]
		rows = append(rows[:room-3:room-3], t.Quiet.Render(fmt.Sprintf("  %d more", left)))
		rows = append(rows, sum...)
	default:
		return // a count without one name would tell nothing
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
		name = strings.TrimPrefix(name, "one ")
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
