package widget

import (
	"strings"

	"coolhead/scoring"
	"coolhead/ui/theme"
)

// LineRows is how many rows of text the typing line shows; more scroll.
const LineRows = 4

// Rows is the text wrapped at a width, once for each text and width.
func (l *Line) Rows(width int) []Row {
	if l.rows == nil || l.rowsWidth != width {
		l.rows, l.rowsWidth = Rows(l.text, width), width
	}
	return l.rows
}

// place is the row and the cell in which the cursor stands.
func (l *Line) place(rows []Row) (row, cell int) {
	for i := len(rows) - 1; i > 0; i-- {
		if l.at >= rows[i].Start {
			row = i
			break
		}
	}
	return row, Width(l.text[rows[row].Start:l.at])
}

// View draws the line on a page of some width: the prompt, at most LineRows rows
// of text with the cursor, and under each row its marks, if it has any. With
// focus off there is no cursor and the prompt is quiet.
func (l *Line) View(t *theme.Theme, width int, findings []scoring.Finding, focus bool) []string {
	prompt := t.Quiet
	if focus {
		prompt = t.Accent
	}
	return l.ViewAs(t, width, prompt.Render(t.Glyphs.Here), findings, focus)
}

// ViewAs is View with another one-cell prompt, already styled: the / of find.
func (l *Line) ViewAs(t *theme.Theme, width int, prompt string, findings []scoring.Finding, focus bool) []string {
	cells := max(GridFor(width).Inner-2, 1)
	rows := l.Rows(cells)
	at, cell := l.place(rows)
	from := max(0, min(at-LineRows+1, len(rows)-LineRows))
	to := min(len(rows), from+LineRows)
	marks := Marks(t, rows[from:to], findings)
	cursor := -1
	if focus {
		cursor = l.at
	}
	var out []string
	for i := from; i < to; i++ {
		text := paint(t, rows[i], findings, cursor, t.Ink)
		if focus && i == at && l.at >= rows[i].End {
			gap := min(cell, cells) - Width(rows[i].Text)
			text += strings.Repeat(" ", max(gap, 0)) + t.Cursor.Render(" ")
		}
		lead := "  "
		if i == from {
			lead = prompt + " "
		}
		out = append(out, indent(lead+text))
		if m := marks[i-from]; m != "" {
			out = append(out, indent("  "+m))
		}
	}
	return out
}
