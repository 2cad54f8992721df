package debrief

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/scoring"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// line is one row of a page's left column.
type line struct {
	text string
	here bool // the finger is on it
}

// column is rows that are filled one after the other.
type column struct {
	t     *theme.Theme
	width int
	rows  []line
}

func (c *column) add(text string) { c.rows = append(c.rows, line{text: text}) }
func (c *column) gap()            { c.add("") }

// say adds words in one role, broken to the width.
func (c *column) say(style lipgloss.Style, text string) {
	for _, r := range wrapped(c.t, style, text, c.width) {
		c.add(r)
	}
}

// View draws the page that is shown.
func (s *Screen) View() string {
	t, g := s.env.Theme, s.grid
	height := s.bodyHeight()
	c := &column{t: t, width: g.Talk}
	if !s.beside() {
		c.width = g.Inner
	}
	var margin []string
	switch s.page {
	case overview:
		s.overview(c, height)
		margin = s.overviewMargin()
	case replies:
		s.replies(c, height)
		margin = s.repliesMargin(height)
	case customer:
		margin = s.customer(c)
	}
	if s.why && s.page != replies {
		s.why = false
	}
	rows := append(widget.Head(t, s.env.Width, "Debrief"+s.titleWords(), s.tabs()), "")
	body := s.scrolled(c.rows, height)
	for i := range height {
		l, m := at(body, i), at(margin, i)
		row := g.Text(t, l.text)
		if s.beside() {
			row = g.Row(t, l.text, widget.Upright(t, s.mood()), m)
		}
		if l.here {
			row = " " + t.Accent.Render(t.Glyphs.Here) + strings.TrimPrefix(row, "  ")
		}
		rows = append(rows, row)
	}
	foot := []string{g.Text(t, t.Quiet.Render(s.said)), widget.Foot(t, s.env.Width, s.Help())}
	return widget.Join(widget.Fit(t, rows, foot, s.env.Width, s.env.Height))
}

func at[T any](list []T, i int) (one T) {
	if i < len(list) {
		one = list[i]
	}
	return one
}

// beside says that this page has a margin: the customer's side where there is
// room for one, the others where there is much.
func (s *Screen) beside() bool {
	return s.grid.Wide || s.grid.Columns && s.page == customer
}

// mood is how hot the customer was where this page looks; hidden moods too are
// shown now.
func (s *Screen) mood() int {
	if s.page == replies && len(s.all) > 0 {
		return int(s.all[s.reply].Before.Mood())
	}
	return 0
}

// bodyHeight is what head, rule, an empty row, what was said and the keys leave.
func (s *Screen) bodyHeight() int { return max(1, s.env.Height-5) }

// titleWords is the call's title where there is room for it.
func (s *Screen) titleWords() string {
	if !s.grid.Wide {
		return ""
	}
	return "   " + s.env.Theme.Text(widget.Clean(s.d.Title))
}

// tabs are the three pages, with the finger on the one that is shown.
func (s *Screen) tabs() string {
	t := s.env.Theme
	names := []string{"1 overview", "2 replies", "3 " + s.who}
	if !s.grid.Columns {
		names = []string{"1", "2", "3"}
	}
	var parts []string
	for p, name := range names {
		if page(p) == s.page {
			parts = append(parts, t.Accent.Render(t.Glyphs.Here)+" "+t.Bold.Render(name))
		} else {
			parts = append(parts, t.Quiet.Render(name))
		}
	}
	return strings.Join(parts, "   ")
}

// scrolled is the part of a body that fits, with a word where there is more.
func (s *Screen) scrolled(body []line, height int) []line {
	t := s.env.Theme
	s.top = max(0, min(s.top, len(body)-height))
	out := append([]line(nil), body[s.top:min(len(body), s.top+height)]...)
	if s.top+height < len(body) {
		out[len(out)-1] = line{text: t.Quiet.Render(t.Glyphs.ArrowD + " pgdn reads on")}
	}
	return out
}

// wrapped are words broken to a width, each row in one role.
func wrapped(t *theme.Theme, style lipgloss.Style, text string, width int) []string {
	var rows []string
	for _, r := range widget.Wrap(t.Text(widget.Clean(text)), width) {
		rows = append(rows, style.Render(r))
	}
	return rows
}

// whole is points without their tenths, rounded.
func whole(p scoring.Tenths) int {
	if p < 0 {
		return -int((-p + 5) / 10)
	}
	return int((p + 5) / 10)
}

// points are a finding's points with their sign, tenths only where there are any.
func points(t *theme.Theme, p scoring.Tenths) string {
	sign := "+"
	switch {
	case p < 0:
		sign, p = t.Glyphs.Minus, -p
	case p == 0:
		return "0"
	}
	text := sign + strconv.Itoa(int(p/10))
	if p%10 != 0 {
		text += "." + strconv.Itoa(int(p%10))
	}
	return text
}

// band is a word for a score.
func band(p scoring.Tenths) string { return scoring.Assessment{Score: p}.Band() }
