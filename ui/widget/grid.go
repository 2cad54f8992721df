package widget

import (
	"strings"

	"coolhead/ui/theme"
)

// The sizes at which a page changes its shape.
const (
	MinWidth, MinHeight = 48, 16 // below: too small
	NarrowFrom          = 80     // below: one column
	WideFrom            = 110
	MaxWidth            = 132 // above: the page stays and hangs left
	Indent              = 2   // empty cells at both sides
)

// Grid is where things stand on a page of some width. Columns count from 0.
type Grid struct {
	Width     int // of the page, at most MaxWidth
	Inner     int // cells between the outer margins
	Talk      int // cells of the left column
	Upright   int // column of the upright line; 0: one column, no line
	Margin    int // column of the margin
	MarginW   int // cells of the margin; 0: none
	Wide      bool
	Columns   bool // there is a margin beside the talk
	Customer  int  // cells of what the customer says, from the left
	ReplyFrom int  // column where the trainee's words begin
	Reply     int  // cells of what the trainee says
}

// GridFor gives the grid of a width.
func GridFor(width int) Grid {
	w := min(max(width, 1), MaxWidth)
	g := Grid{Width: w, Inner: max(w-2*Indent, 1)}
	switch {
	case w >= WideFrom:
		g.Wide, g.Columns = true, true
		g.Talk, g.Upright, g.Margin = 72, 77, 81
		g.Customer, g.ReplyFrom, g.Reply = 60, 12, 60
	case w >= NarrowFrom:
		g.Columns = true
		g.Talk = min(72, w-28)
		g.Upright, g.Margin = g.Talk+4, g.Talk+7
		g.Customer, g.ReplyFrom, g.Reply = g.Talk-6, 8, g.Talk-6
	default:
		g.Talk = g.Inner
		g.Customer, g.ReplyFrom, g.Reply = g.Inner, Indent+2, max(g.Inner-2, 1)
		return g
	}
	g.MarginW = w - Indent - g.Margin
	return g
}

// Row puts a row together: talk, upright line, margin. Each is cut to its column;
// in one column only the talk is shown.
func (g Grid) Row(t *theme.Theme, talk, upright, margin string) string {
	talk = Truncate(t, talk, g.Talk)
	if !g.Columns {
		return indent(talk)
	}
	row := indent(Pad(talk, g.Upright-Indent)) + upright
	if margin == "" {
		return row
	}
	return row + strings.Repeat(" ", g.Margin-g.Upright-1) + Truncate(t, margin, g.MarginW)
}

// Beside lays the margin beside the talk, height rows of both, with one kind of
// upright line.
func (g Grid) Beside(t *theme.Theme, talk, margin []string, upright string, height int) []string {
	rows := make([]string, height)
	for i := range rows {
		rows[i] = g.Row(t, at(talk, i), upright, at(margin, i))
	}
	return rows
}

func at(rows []string, i int) string {
	if i < len(rows) {
		return rows[i]
	}
	return ""
}

// Text indents a row of the whole width and cuts it there.
func (g Grid) Text(t *theme.Theme, s string) string { return indent(Truncate(t, s, g.Inner)) }

func indent(s string) string {
	if s == "" {
		return ""
	}
	return strings.Repeat(" ", Indent) + s
}

// Page puts a screen together: head and body from the top, foot on the last row;
// exactly height rows, none wider than the page.
func Page(t *theme.Theme, width, height int, head, body []string, foot ...string) string {
	rows := make([]string, 0, height)
	rows = append(rows, head...)
	rows = append(rows, body...)
	return Join(Fit(t, rows, foot, width, height))
}

// Fit makes exactly height rows of them, cut to width; the foot keeps its place.
func Fit(t *theme.Theme, rows, foot []string, width, height int) []string {
	w := min(max(width, 1), MaxWidth)
	height = max(height, 1)
	if len(foot) > height {
		foot = foot[len(foot)-height:]
	}
	out := make([]string, height)
	body := height - len(foot)
	for i := range out {
		var row string
		if i >= body {
			row = foot[i-body]
		} else {
			row = at(rows, i)
		}
		out[i] = Truncate(t, row, w)
	}
	return out
}
