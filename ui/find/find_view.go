package find

import (
	"strconv"
	"strings"

	"coolhead/ui/past"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// Rows of the page beside the list: head 2, empty, line, empty above it.
const above = 5

// previewRows is how many rows the narrow page keeps for the row under the finger,
// where it is at least previewFrom rows high.
const previewRows, previewFrom = 9, 21

// below says that the preview stands under the list.
func (s *Screen) below() bool {
	return s.grid.Columns && !s.grid.Wide && s.env.Height >= previewFrom
}

// listRows is how many rows the list has.
func (s *Screen) listRows() int {
	rows := s.env.Height - above - 2
	if s.below() {
		rows -= previewRows
	}
	if s.spaced() {
		rows /= 2
	}
	return max(rows, 1)
}

// spaced says that an empty row fits between the scenarios.
func (s *Screen) spaced() bool {
	return s.grid.Wide && 2*len(s.shown) <= s.env.Height-above-6
}

// scroll keeps the finger on the page.
func (s *Screen) scroll() {
	n := s.listRows()
	s.top = min(max(s.top, s.finger-n+1, 0), s.finger)
}

// View draws the page.
func (s *Screen) View() string {
	t, w := s.env.Theme, s.env.Width
	head := widget.Head(t, w, "Find", s.count())
	var body []string
	if s.grid.Wide {
		body = s.grid.Beside(t, s.left(), append([]string{""}, s.preview(s.grid.MarginW)...), t.Line.Render(t.Glyphs.Heat[0]), s.env.Height-4)
		body[0] = "" // the upright line begins beside the line
	} else {
		body = s.indented(s.left())
	}
	if s.below() {
		list := s.env.Height - 2 - previewRows - 2
		body = append(pad(body, list), widget.Rule(t, w, s.grid.Inner), "")
		body = append(body, s.indented(s.preview(s.grid.Inner))...)
	}
	return widget.Page(t, w, s.env.Height, head, body, widget.Foot(t, w, s.Help()))
}

func (s *Screen) indented(rows []string) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = s.grid.Text(s.env.Theme, r)
	}
	return out
}

func pad(rows []string, n int) []string {
	for len(rows) < n {
		rows = append(rows, "")
	}
	return rows[:n]
}

func (s *Screen) count() string {
	if !s.loaded {
		return ""
	}
	return strconv.Itoa(len(s.shown)) + " of " + strconv.Itoa(len(s.all))
}

// left is the line and the list.
func (s *Screen) left() []string {
	t := s.env.Theme
	line := s.line.ViewAs(t, s.lineWidth(), t.Accent.Render("/"), nil, true)
	rows := []string{"", strings.TrimPrefix(line[len(line)-1], strings.Repeat(" ", widget.Indent)), ""}
	if !s.loaded {
		return append(rows, t.Quiet.Render("Looking for calls "+t.Glyphs.More))
	}
	if len(s.all) == 0 {
		return append(rows, "There is nothing to practise here: the library is empty.")
	}
	if len(s.shown) == 0 {
		query := t.Glyphs.OpenQuote + s.line.Value() + t.Glyphs.CloseQuote
		return append(rows, widget.Wrap("Nothing sounds like "+query+". Fewer letters find more; ctrl+u clears.", s.grid.Talk)...)
	}
	for i := s.top; i < len(s.shown) && i < s.top+s.listRows(); i++ {
		rows = append(rows, s.row(i))
		if s.spaced() {
			rows = append(rows, "")
		}
	}
	if s.grid.Wide && len(rows)+6 < s.env.Height-4 {
		rows = append(rows, "", t.Quiet.Render("Words match titles, sectors, levels and what is taught:"), t.Quiet.Render(t.Text("“bank 4”, “chat” and “level 1” all work.")))
	}
	return rows
}

// lineWidth is the page width at which the line is as wide as the list.
func (s *Screen) lineWidth() int {
	if s.grid.Wide {
		return s.grid.Talk + 2*widget.Indent
	}
	return s.env.Width
}

// row is one scenario: finger, title with its matched letters, what it is, best.
func (s *Screen) row(i int) string {
	t, r := s.env.Theme, s.shown[i]
	cells := s.grid.Inner
	if s.grid.Wide {
		cells = s.grid.Talk
	}
	finger := "  "
	if i == s.finger {
		finger = t.Accent.Render(t.Glyphs.Here) + " "
	}
	best := s.best(r)
	facts := ""
	if s.grid.Columns && r.item.Playable() {
		facts = widget.Column(t, r.item.Kind, 8) + widget.Column(t, r.item.Sector, 12) + widget.Column(t, widget.Level(r.item.Level), 10)
	}
	title := cells - 2 - widget.Width(facts) - max(8, widget.Width(best)) - 1
	return finger + s.title(r, title, i == s.finger) + " " + t.Quiet.Render(facts) + widget.PadLeft(best, cells-3-title-widget.Width(facts))
}

// best is what stands at a row's end.
func (s *Screen) best(r row) string {
	t := s.env.Theme
	if !r.item.Playable() {
		return t.Hurts.Render("not yet playable")
	}
	if score, ok := s.past.Best(r.item.ID); ok {
		return t.Quiet.Render("best ") + past.Whole(score)
	}
	return t.Quiet.Render("not yet")
}

// title underlines the letters that were found.
func (s *Screen) title(r row, cells int, here bool) string {
	t := s.env.Theme
	base := t.Ink
	if here {
		base = t.Bold
	}
	if len(r.hits) == 0 {
		return widget.Column(t, base.Render(t.Text(r.title)), cells)
	}
	hit := make(map[int]bool, len(r.hits))
	for _, h := range r.hits {
		hit[h] = true
	}
	var b strings.Builder
	var run strings.Builder
	under := false
	put := func() {
		if run.Len() > 0 {
			text := t.Text(run.String())
			if under {
				b.WriteString(t.Underline(base, text))
			} else {
				b.WriteString(base.Render(text))
			}
			run.Reset()
		}
	}
	for i, c := range r.title {
		if hit[i] != under {
			put()
			under = hit[i]
		}
		run.WriteRune(c)
	}
	put()
	return widget.Column(t, b.String(), cells)
}

// preview is the scenario under the finger.
func (s *Screen) preview(width int) []string {
	r, ok := s.under()
	if !ok {
		return nil
	}
	t := s.env.Theme
	if !r.item.Playable() {
		return append([]string{t.Bold.Render(widget.Truncate(t, r.title, width))},
			widget.Wrap("This one cannot be played yet. Enter shows why; the others play.", width)...)
	}
	if s.grid.Wide {
		return s.wide(r, width)
	}
	minutes := "about " + r.item.Length()
	title := t.Bold.Render(widget.Truncate(t, t.Text(r.title), width-len(minutes)-2))
	rows := []string{widget.Ends(title, t.Quiet.Render(minutes), width)}
	rows = append(rows, first(t, r.item.Scenario.Brief, min(width, 72), 3)...)
	rows = append(rows, "", t.Quiet.Render("You practise   ")+widget.Truncate(t, teaches(t, r.item.Teaches), width-15))
	if tries := s.past.Tries(r.item.ID); len(tries) > 0 {
		rows = append(rows, t.Quiet.Render("Your tries     ")+lastScores(t, tries))
	}
	return rows
}

// wide is the preview in the margin.
func (s *Screen) wide(r row, width int) []string {
	t := s.env.Theme
	rows := widget.Wrap(t.Bold.Render(t.Text(r.title)), width)
	facts := widget.Facts(t, r.item.Kind, r.item.Channel, widget.Level(r.item.Level), r.item.Length())
	rows = append(rows, t.Quiet.Render(widget.Truncate(t, facts, width)), "")
	rows = append(rows, first(t, r.item.Scenario.Brief, width, 8)...)
	rows = append(rows, "", t.Quiet.Render("You practise"))
	rows = append(rows, widget.Wrap(teaches(t, r.item.Teaches), width)...)
	if tries := s.past.Tries(r.item.ID); len(tries) > 0 {
		rows = append(rows, "", t.Quiet.Render("Your tries"))
		for _, try := range tries[:min(len(tries), 4)] {
			day := widget.PadLeft(try.At.Format("2 Jan"), 6)
			rows = append(rows, day+"   "+widget.Pad(string(try.Mode), 8)+"  "+widget.PadLeft(past.Whole(try.Score), 3)+"  "+t.Quiet.Render(try.Band()))
		}
	}
	return append(rows, "", t.Quiet.Render("From"), widget.Truncate(t, widget.Clean(r.item.Path), width))
}

// teaches names what is practised.
func teaches(t *theme.Theme, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = taught(id)
	}
	return strings.Join(names, " "+t.Glyphs.Dot+" ")
}

// lastScores are the last tries, oldest first.
func lastScores(t *theme.Theme, tries []past.Try) string {
	var all []string
	for i := min(len(tries), 5) - 1; i >= 0; i-- {
		all = append(all, past.Whole(tries[i].Score))
	}
	return strings.Join(all, " "+t.Glyphs.Dot+" ")
}

// first is the beginning of a text, cut with a sign that there is more.
func first(t *theme.Theme, text string, width, rows int) []string {
	all := widget.Wrap(t.Text(widget.Clean(strings.Join(strings.Fields(text), " "))), width)
	if len(all) > rows {
		all = all[:rows]
		all[rows-1] = widget.Truncate(t, all[rows-1]+" "+t.Glyphs.More, width)
	}
	return all
}
