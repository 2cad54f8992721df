package edit

import (
	"fmt"
	"strings"

	"coolhead/scenarios"
	"coolhead/ui/widget"
)

// came is what the walk of the kept version came to, in at most so many rows.
func (s *Screen) came(width, height int) []string {
	t := s.env.Theme
	if s.kept == nil || height < 2 {
		return nil
	}
	w := s.walk.done
	if w == nil {
		return []string{t.Quiet.Render("Walking.")}
	}
	ink := t.Ink
	if s.broken() {
		ink = t.Quiet // it is of an older save
	}
	title := thousands(w.picked+w.typed) + fmt.Sprintf(" walks, seed %d", w.seed)
	if s.broken() {
		title += ", as of " + s.kept.at.Format("15:04")
	}
	names := ""
	if w.typed > 0 {
		names += widget.PadLeft("typed", 8)
	}
	if w.picked > 0 {
		names += widget.PadLeft("picked", 8)
	}
	out := []string{widget.Ends(t.Quiet.Render(title), t.Quiet.Render(names), width)}
	rest := s.tests(width, height)
	room := max(height-1-len(rest), 1)
	ends := w.ends
	for i, e := range ends {
		if i == room-1 && len(ends) > room {
			out = append(out, t.Quiet.Render(fmt.Sprintf("%d more endings", len(ends)-i)))
			break
		}
		out = append(out, ink.Render(widget.Column(t, endName(e.name), 17))+" "+s.bar(e, width-18-widget.Width(names)-1)+" "+ink.Render(figures(w, e)))
	}
	return append(out, rest...)
}

// bar is the share of an ending, of picking where there is any.
func (s *Screen) bar(e ending, cells int) string {
	t, share := s.env.Theme, e.picked
	if share < 0 {
		share = e.typed
	}
	cells = max(cells, 4)
	halves := (share*2*cells + 50) / 100
	full := strings.Repeat(t.Glyphs.Full, halves/2)
	if halves%2 == 1 {
		full += t.Glyphs.Half
	}
	style := t.Asks
	switch {
	case e.name == "" || scenarios.VerdictOf(e.name) == scenarios.Bad:
		style = t.Hurts
	case scenarios.VerdictOf(e.name) == scenarios.Good:
		style = t.Helps
	}
	if s.broken() {
		style = t.Quiet
	}
	empty := strings.Repeat(t.Glyphs.Empty, cells-(halves+1)/2)
	if full == "" {
		return t.Line.Render(empty)
	}
	return style.Render(full) + t.Line.Render(empty)
}

func figures(w *walked, e ending) string {
	out := ""
	if w.typed > 0 {
		out += widget.PadLeft(fmt.Sprintf("%d %%", max(e.typed, 0)), 8)
	}
	if w.picked > 0 {
		out += widget.PadLeft(fmt.Sprintf("%d %%", max(e.picked, 0)), 8)
	}
	return out
}

// tests is how the tests came out and which turns were seen: one row where there is
// little room, else a row for each.
func (s *Screen) tests(width, height int) []string {
	t, w := s.env.Theme, s.walk.done
	passed := 0
	for _, r := range w.tests {
		if r.passed {
			passed++
		}
	}
	seen := fmt.Sprintf("turns seen %d of %d", w.turns-len(w.unseen), w.turns)
	dot := " " + t.Glyphs.Dot + " "
	if height < len(w.ends)+len(w.tests)+6 {
		return []string{t.Quiet.Render(widget.Truncate(t, fmt.Sprintf("tests %d of %d", passed, len(w.tests))+dot+seen+missing(", not ", w.unseen), width))}
	}
	out := []string{"",
		t.Quiet.Render(widget.Pad("seen by a walk", 17)) + widget.Truncate(t, t.Ink.Render(fmt.Sprintf("%d of %d", w.turns-len(w.unseen), w.turns))+t.Quiet.Render(missing("   not yet: ", w.unseen)), width-17),
		t.Quiet.Render(widget.Pad("played by a test", 17)) + widget.Truncate(t, t.Ink.Render(fmt.Sprintf("%d of %d", w.turns-len(w.untested), w.turns))+t.Quiet.Render(missing("   not yet: ", w.untested)), width-17),
		"", t.Quiet.Render(fmt.Sprintf("Tests %d of %d", passed, len(w.tests)))}
	for _, r := range w.tests {
		sign := t.Helps.Render(t.Glyphs.Done)
		right := ""
		if r.end != "" {
			right = t.Quiet.Render(endName(r.end) + ", " + r.score)
		}
		if !r.passed {
			sign = t.Hurts.Render(t.Glyphs.Minus)
		}
		name := widget.Truncate(t, line(t, r.name), width-4-widget.Width(right))
		out = append(out, widget.Ends(sign+" "+t.Ink.Render(name), right, width))
		if !r.passed {
			out = append(out, "  "+t.Quiet.Render(widget.Truncate(t, line(t, r.fault), width-2)))
		}
	}
	return out
}

func missing(lead string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return lead + strings.Join(names, ", ")
}

// endName is an ending in words.
func endName(end string) string {
	if end == "" {
		return "no end"
	}
	return strings.ReplaceAll(end, "-", " ")
}

// thousands is a figure with a comma.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
