package app

import (
	"strconv"
	"strings"

	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// tooSmall stands in place of any page in a window that is too small, at any size:
// its rows are cut at the edge if they must be.
func tooSmall(t *theme.Theme, width, height int) string {
	size := func(w, h int) string { return strconv.Itoa(w) + " " + t.Glyphs.Times + " " + strconv.Itoa(h) }
	rows := []string{
		"",
		"  This window is " + size(width, height) + ".",
		"  coolhead reads well from " + size(widget.MinWidth, widget.MinHeight) + ".",
		"",
		"  Make it larger, or use --plain.",
		"  Nothing is lost; the clock waits.",
	}
	if height < len(rows)+1 {
		rows = rows[1:]
	}
	return widget.Join(widget.Fit(t, rows, []string{"  esc leave"}, width, height))
}

// lastRow puts the question of a first ctrl+c in place of the keys.
func lastRow(t *theme.Theme, page string, width int) string {
	rows := strings.Split(page, "\n")
	says := widget.Truncate(t, "  "+t.Bold.Render("Once more to leave.")+" All is kept.", width)
	rows[len(rows)-1] = says
	return widget.Join(rows)
}
