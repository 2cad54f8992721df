package home

import (
	"strconv"
	"strings"

	"coolhead/ui/curve"
	"coolhead/ui/past"
	"coolhead/ui/widget"
)

// nameCells is the column of the rows' names; subjects begin after it.
func (s *Screen) nameCells() int {
	if s.grid.Columns {
		return 13
	}
	return 10
}

// View draws the page.
func (s *Screen) View() string {
	t, w, h := s.env.Theme, s.env.Width, s.env.Height
	g := s.grid
	head := widget.Head(t, w, "", s.env.Now().Format("Monday, 2 January"))
	if !g.Columns {
		head = widget.Head(t, w, "", s.env.Now().Format("2 Jan"))
	}
	rows := h - len(head) - 2
	cells := g.Inner
	if g.Wide {
		cells = g.Talk
	}
	left := append([]string{""}, s.left(cells)...)
	var body []string
	if g.Wide {
		body = g.Beside(t, left, append([]string{""}, s.margin()...), t.Line.Render(t.Glyphs.Heat[0]), rows)
		body[0] = "" // the upright line begins beside the greeting
	} else {
		left = s.withThought(left, rows)
		for _, r := range left {
			body = append(body, g.Text(t, r))
		}
	}
	return widget.Page(t, w, h, head, body, widget.Foot(t, w, s.Help()))
}

// left is the greeting and the rows.
func (s *Screen) left(cells int) []string {
	t := s.env.Theme
	out := []string{t.Bold.Render(greeting(s.env.Now(), s.env.Name)), ""}
	if !s.known.loaded {
		return out
	}
	if len(s.known.past.Attempts) == 0 && len(s.known.items) > 0 {
		out = append(out, widget.Wrap("Nothing here yet, and that is fine. Take a first call: mild, with a coach.", cells)...)
		out = append(out, "")
	}
	if len(s.rows) == 0 {
		return append(out, widget.Wrap("There is no call here that can be played. Find shows what is wrong: /", cells)...)
	}
	for i, r := range s.rows {
		out = append(out, s.row(i, r, cells)...)
		if r.under != "" || s.grid.Wide {
			out = append(out, "")
		}
	}
	if s.note != "" {
		for _, row := range widget.Wrap(t.Text(widget.Clean(s.note)), cells) {
			out = append(out, t.Asks.Render(row))
		}
	}
	return out
}

// row is one choice: finger and digit, name, subject, and what it holds at the right.
func (s *Screen) row(i int, r row, cells int) []string {
	t := s.env.Theme
	here, names := i == s.finger, s.nameCells()
	finger, name := "  ", t.Ink
	if here {
		finger, name = t.Accent.Render(t.Glyphs.Here)+" ", t.Bold
	}
	lead := finger + t.Quiet.Render(strconv.Itoa(i+1)) + " " + name.Render(widget.Pad(r.name, names))
	space := cells - 4 - names
	right := t.Quiet.Render(r.right)
	if widget.Width(r.right)+20 > space {
		right = ""
	}
	what := widget.Truncate(t, t.Text(widget.Clean(r.what)), space-widget.Width(right)-1)
	out := []string{lead + widget.Ends(name.Render(what), right, space)}
	if r.under != "" {
		for _, u := range widget.Wrap(t.Text(widget.Clean(r.under)), space) {
			out = append(out, strings.Repeat(" ", 4+names)+t.Quiet.Render(u))
		}
	}
	return out
}

// withThought puts the thought of the day at the foot, where there is room.
func (s *Screen) withThought(rows []string, height int) []string {
	f, ok := s.thought()
	if !ok {
		return rows
	}
	t := s.env.Theme
	says := widget.Wrap(t.Text(widget.Clean(f.Claim)), s.grid.Inner)
	if len(rows)+len(says)+2 > height-1 {
		return rows
	}
	for len(rows) < height-2-len(says) {
		rows = append(rows, "")
	}
	rows = append(rows, t.Quiet.Render("A thing to carry today"))
	return append(rows, says...)
}

// margin is the last call and the thought of the day, on the wide page.
func (s *Screen) margin() []string {
	t, w := s.env.Theme, s.grid.MarginW
	var out []string
	if l := s.known.last; l != nil {
		dot := " " + t.Glyphs.Dot + " "
		when := l.try.At.Format("2 Jan") + dot + past.Whole(l.try.Score) + " " + l.try.Band()
		out = append(out, widget.Ends(t.Quiet.Render("Your last call"), t.Quiet.Render(when), w))
		out = append(out, widget.Truncate(t, t.Text(widget.Clean(l.title)), w))
		if len(l.curve) > 1 {
			out = append(out, "")
			out = append(out, curve.Curve{Said: l.curve, Width: w, Step: curve.StepFor(len(l.curve), w, 3)}.Draw(t)...)
		}
		if l.words != "" {
			out = append(out, "", "It turned on reply "+strconv.Itoa(l.turned)+":", "")
			words := widget.Wrap(t.Text(widget.Clean("“"+strings.Join(strings.Fields(l.words), " ")+"”")), w)
			out = append(out, words[:min(len(words), 5)]...)
		}
		out = append(out, "", "")
	}
	if f, ok := s.thought(); ok {
		out = append(out, t.Quiet.Render("A thing to carry today"))
		out = append(out, widget.Wrap(t.Text(widget.Clean(f.Claim)), w)...)
		out = append(out, "")
		for _, row := range widget.Wrap(source(t, f), w) {
			out = append(out, t.Quiet.Render(row))
		}
	}
	return out
}
