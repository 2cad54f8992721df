// Package keys draws the keys page.
//
// Its rule: it is built from the same keys as the foot, so it cannot be wrong. It
// is the one place that explains the two lines, heat and patience.
package keys

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// everywhere are the keys that every screen answers to alike.
func everywhere(t *theme.Theme) []widget.Key {
	return []widget.Key{
		{Key: "1" + t.Glyphs.None + "9", Long: "choose"},
		{Key: t.Glyphs.ArrowU + t.Glyphs.ArrowD, Long: "move (j k in lists)"},
		{Key: "enter", Long: "do it"},
		{Key: "esc", Long: "back, one step"},
		{Key: "/", Long: "find, in lists"},
		{Key: "? f1", Long: "keys"},
		{Key: "ctrl+l", Long: "draw it again"},
		{Key: "ctrl+c", Long: "twice: leave; kept"},
	}
}

// View is the page for a screen's keys, from row from on where they do not all
// fit, and how many rows lie below.
func View(t *theme.Theme, width, height int, help widget.Help, from int) (page string, below int) {
	head := widget.Head(t, width, "Keys", help.Title)
	body := rows(t, width, help)
	space := max(height-len(head)-2, 1)
	from = min(max(from, 0), max(len(body)-space, 0))
	below = max(len(body)-space-from, 0)
	body = body[from:]
	body = body[:min(len(body), space)]
	foot := "any key closes"
	if from > 0 || below > 0 {
		foot = t.Glyphs.ArrowU + t.Glyphs.ArrowD + " more   any other key closes"
	}
	return widget.Page(t, width, height, head, append([]string{""}, body...), widget.GridFor(width).Text(t, t.Quiet.Render(foot))), below
}

func rows(t *theme.Theme, width int, help widget.Help) []string {
	g := widget.GridFor(width)
	here := list(t, withEsc(help), 12)
	all := list(t, everywhere(t), 9)
	var out []string
	if g.Columns {
		second := 49
		if g.Wide {
			second = 77
		}
		out = append(out, pair(t, g, second, t.Bold.Render("Here"), t.Bold.Render("Everywhere")), "")
		for i := range max(len(here), len(all)) {
			out = append(out, pair(t, g, second, get(here, i), get(all, i)))
		}
	} else {
		out = append(out, g.Text(t, t.Bold.Render("Here")))
		out = append(out, indented(t, g, here)...)
		out = append(out, "", g.Text(t, t.Bold.Render("Everywhere")))
		out = append(out, indented(t, g, all)...)
	}
	out = append(out, "", g.Text(t, t.Bold.Render("Marks")))
	out = append(out, indented(t, g, marks(t, g.Columns))...)
	out = append(out, "")
	for _, row := range widget.Wrap("The upright line is heat: it swells. The flat line is patience: it burns.", g.Inner) {
		out = append(out, g.Text(t, row))
	}
	return out
}

// withEsc adds what esc does, unless the screen tells it at length.
func withEsc(help widget.Help) []widget.Key {
	for _, k := range help.Keys {
		if k.Key == "esc" {
			return help.Keys
		}
	}
	_, does, found := strings.Cut(help.Esc, " ")
	if !found {
		return help.Keys
	}
	return append(append([]widget.Key(nil), help.Keys...), widget.Key{Key: "esc", Long: does})
}

func list(t *theme.Theme, keys []widget.Key, column int) []string {
	var out []string
	for _, k := range keys {
		says := k.Long
		if says == "" {
			says = k.Short
		}
		if says == "" {
			continue
		}
		out = append(out, widget.Pad(t.Ink.Render(k.Key), column-1)+" "+t.Quiet.Render(says))
	}
	return out
}

func pair(t *theme.Theme, g widget.Grid, second int, left, right string) string {
	cells := second - widget.Indent
	row := left
	if right != "" {
		row = widget.Column(t, left, cells-1) + " " + right
	}
	return g.Text(t, row)
}

func indented(t *theme.Theme, g widget.Grid, rows []string) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = g.Text(t, r)
	}
	return out
}

// marks explains the signs: three a row, or one in one column.
func marks(t *theme.Theme, columns bool) []string {
	g := t.Glyphs
	mark := func(style lipgloss.Style, sign, glyph, says string) string {
		return style.Render(widget.Pad(sign+" "+strings.Repeat(glyph, 3), 5)) + "  " + widget.Pad(says, 12)
	}
	all := []string{
		mark(t.Helps, "+", g.Rule, "helped"),
		mark(t.Hurts, g.Minus, g.Hurt, "hurt"),
		mark(t.Hurts, "!", g.Ends, "ends the score"),
		mark(t.Asks, g.Dot, " ", "missing"),
		mark(t.Asks, "?", g.Advice, "advice, no points"),
	}
	if !columns {
		return all
	}
	return []string{all[0] + all[1] + all[2], all[3] + all[4]}
}

func get(rows []string, i int) string {
	if i < len(rows) {
		return rows[i]
	}
	return ""
}
