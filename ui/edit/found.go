package edit

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/scenarios/source"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// found is the left of the page: findings, the chosen one with its line, and what
// the walk came to, in so many rows.
func (s *Screen) found(width, height int) []string {
	t := s.env.Theme
	out := []string{t.Bold.Render(s.sum())}
	if state := s.state(); state != "" {
		out = append(out, styledRows(t, t.Asks, state, width)...)
	}
	if s.now.save == 0 {
		return []string{t.Quiet.Render("Reading.")}
	}
	most := 4
	if height >= 26 {
		most = 9
	}
	if len(s.findings) > 0 {
		out = append(append(out, ""), s.list(width, most)...)
		out = append(out, "")
		out = append(out, s.chosen(width, max(height-len(out)-8, 4))...)
	}
	if walk := s.came(width, height-len(out)-1); len(walk) > 0 {
		out = append(append(out, ""), walk...)
	}
	return out[:min(len(out), height)]
}

// list is the findings around the finger.
func (s *Screen) list(width, most int) []string {
	t := s.env.Theme
	from := max(0, min(s.finger-most/2, len(s.findings)-most))
	var out []string
	for i := from; i < min(from+most, len(s.findings)); i++ {
		p := s.findings[i]
		finger, words := "  ", t.Ink
		if i == s.finger {
			finger, words = t.Accent.Render(t.Glyphs.Here)+" ", t.Bold
		}
		place := ""
		if p.Line > 0 {
			place = fmt.Sprintf("%d:%d", p.Line, p.Col)
		}
		lead := finger + weight(t, p.Severity).Render(widget.Pad(p.Severity.String(), 9)) + words.Render(widget.Pad(place, 8))
		code := ""
		if s.grid.Wide {
			code = t.Quiet.Render(p.Code)
		}
		room := width - widget.Width(lead) - widget.Width(code)
		if code != "" {
			room -= 2
		}
		says := widget.Truncate(t, line(t, p.Message), room)
		out = append(out, widget.Ends(lead+words.Render(says), code, width))
	}
	if below := len(s.findings) - from - most; below > 0 && len(out) > 0 {
		out[len(out)-1] = t.Quiet.Render(fmt.Sprintf("  %d more", below+1))
		if s.finger == from+most-1 {
			return s.listTo(width, most)
		}
	}
	return out
}

// listTo is a list whose last row is the one under the finger.
func (s *Screen) listTo(width, most int) []string {
	all, finger := s.findings, s.finger
	s.findings = all[:finger+1]
	out := s.list(width, most)
	s.findings = all
	return out
}

// chosen is the finding under the finger: its line with a mark under the fault, the
// sentence, and the smallest fix.
func (s *Screen) chosen(width, height int) []string {
	t := s.env.Theme
	p, ok := s.problem()
	if !ok {
		return nil
	}
	out := excerpt(t, p, width)
	says := line(t, p.Message)
	if !strings.HasSuffix(says, ".") && !strings.HasSuffix(says, "?") {
		says += "."
	}
	tail := ""
	if mendable(p) {
		tail = "f puts it right."
	} else if p.Help != "" {
		tail = "To mend it, " + line(t, p.Help)
	}
	rows := widget.Wrap(says, width)
	if len(rows)+len(out) >= height {
		rows = rows[:max(1, min(len(rows), height-len(out)))]
	}
	out = append(out, rows...)
	if room := height - len(out); tail != "" && room > 0 {
		more := styledRows(t, t.Quiet, tail, width)
		out = append(out, more[:min(len(more), room)]...)
	}
	return out
}

// excerpt is a line of the file and the marks under its fault; what does not fit is
// cut so that the fault is seen.
func excerpt(t *theme.Theme, p source.Problem, width int) []string {
	if p.Line == 0 || p.Line0 == "" {
		return nil
	}
	runes := []rune(p.Line0)
	lead := fmt.Sprintf("%d %s ", p.Line, t.Glyphs.Upright)
	room := max(width-widget.Width(lead), 8)
	from, to := min(p.Col-1, len(runes)), min(p.Col-1+max(p.Width, 1), len(runes))
	cut := 0
	for cut < from && widget.Width(clean(runes[cut:to])) > room-2 {
		cut++
	}
	before, more := "", 0
	if cut > 0 {
		before = t.Glyphs.More
		more = widget.Width(before)
		cut = min(cut+more, from)
	}
	shown := widget.Truncate(t, before+t.Text(clean(runes[cut:])), room)
	gap := more + widget.Width(t.Text(clean(runes[cut:from])))
	cells := max(1, min(widget.Width(t.Text(clean(runes[from:to]))), room-gap))
	mark := strings.Repeat(t.Glyphs.Hurt, cells)
	if gap >= room {
		return []string{t.Quiet.Render(lead) + shown}
	}
	second := strings.Repeat(" ", widget.Width(lead)-2) + t.Glyphs.Upright + " "
	return []string{t.Quiet.Render(lead) + shown, t.Quiet.Render(second) + strings.Repeat(" ", gap) + weight(t, p.Severity).Render(mark)}
}

// clean is a piece of a line in which nothing acts on a terminal.
func clean(r []rune) string { return strings.ReplaceAll(widget.Clean(string(r)), "\n", " ") }

// line is a sentence on one line.
func line(t *theme.Theme, s string) string {
	return t.Text(strings.ReplaceAll(widget.Clean(s), "\n", " "))
}

// weight is the colour of a severity.
func weight(t *theme.Theme, s source.Severity) lipgloss.Style {
	switch s {
	case source.Error:
		return t.Hurts
	case source.Warning:
		return t.Asks
	}
	return t.Quiet
}

// styledRows wraps a sentence and styles each row.
func styledRows(t *theme.Theme, style lipgloss.Style, s string, width int) []string {
	rows := widget.Wrap(line(t, s), width)
	for i, r := range rows {
		rows[i] = style.Render(r)
	}
	return rows
}
