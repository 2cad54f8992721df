package widget

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/ui/theme"
)

// Head is the first two rows: where you are and what it is, then a rule. Left is
// the page's title ("" on the first page); plain words get their style here.
func Head(t *theme.Theme, width int, left, right string) []string {
	g := GridFor(width)
	right = Truncate(t, right, max(g.Inner*3/5, 0))
	name := ""
	if left == "" {
		left = "coolhead"
	} else if g.Columns {
		name = "coolhead   "
	}
	space := g.Inner - Width(name)
	if right != "" {
		space -= Width(right) + 2
	}
	left = Truncate(t, left, max(space, 0))
	row := styled(t.Quiet, name) + styled(t.Bold, left)
	return []string{indent(Ends(row, styled(t.Quiet, right), g.Inner)), Rule(t, width, g.Inner)}
}

// styled renders text that has no style yet.
func styled(s lipgloss.Style, text string) string {
	if text == "" || strings.IndexByte(text, 0x1b) >= 0 {
		return text
	}
	return s.Render(text)
}

// Rule is a flat line of some cells from the left margin: a whole rule, or a fuse.
func Rule(t *theme.Theme, width, cells int) string {
	cells = min(max(cells, 0), GridFor(width).Inner)
	if cells == 0 {
		return ""
	}
	return indent(t.Line.Render(strings.Repeat(t.Glyphs.Rule, cells)))
}

// Foot is the last row: at most five keys, and esc at the right. Keys that do not
// fit are left to the keys page, the last first; enter goes last of all.
func Foot(t *theme.Theme, width int, help Help) string {
	g := GridFor(width)
	space := g.Inner
	if help.Esc != "" {
		space -= Width(help.Esc) + len(footGap)
	}
	var row strings.Builder
	for i, k := range footKeys(help.Keys, space) {
		if i > 0 {
			row.WriteString(footGap)
		}
		row.WriteString(t.Ink.Render(k.Key) + " " + t.Quiet.Render(k.Short))
	}
	return indent(Ends(row.String(), footEsc(t, help.Esc), g.Inner))
}

const (
	footKeysMost = 5
	footGap      = "   "
)

// footKeys are the keys that fit in some cells.
func footKeys(all []Key, space int) []Key {
	var keys []Key
	for _, k := range all {
		if !k.Off && k.Short != "" && len(keys) < footKeysMost {
			keys = append(keys, k)
		}
	}
	for len(keys) > 0 && footCells(keys) > space {
		drop := len(keys) - 1
		if keys[drop].Key == "enter" && drop > 0 {
			drop--
		}
		keys = append(keys[:drop], keys[drop+1:]...)
	}
	return keys
}

func footCells(keys []Key) int {
	cells := len(footGap) * (len(keys) - 1)
	for _, k := range keys {
		cells += Width(k.Key) + 1 + Width(k.Short)
	}
	return cells
}

// footEsc gives "esc pause" the two styles of the other keys.
func footEsc(t *theme.Theme, esc string) string {
	if esc == "" {
		return ""
	}
	key, word, _ := strings.Cut(esc, " ")
	return t.Ink.Render(key) + " " + t.Quiet.Render(word)
}

// Upright is the cell of the upright line at a mood, 0 glad … 5 furious. It is the
// customer's heat: quiet while it is thin.
func Upright(t *theme.Theme, mood int) string {
	mood = min(max(mood, 0), 5)
	return MoodStyle(t, mood).Render(t.Glyphs.Heat[mood])
}

// MoodStyle is the colour of a mood where it is drawn: none up to wary.
func MoodStyle(t *theme.Theme, mood int) lipgloss.Style {
	switch {
	case mood >= 4:
		return t.Hurts
	case mood == 3:
		return t.Asks
	}
	return t.Line
}

// MeterCells is how wide a meter is.
const MeterCells = 12

// Meter draws 0–100 in twelve cells, by halves.
func Meter(t *theme.Theme, value int) string { return MeterIn(t, t.Ink, value) }

// MeterIn is Meter with the filled part in a style of its own.
func MeterIn(t *theme.Theme, style lipgloss.Style, value int) string {
	halves := (min(max(value, 0), 100)*2*MeterCells + 50) / 100
	bar := strings.Repeat(t.Glyphs.Full, halves/2)
	if halves%2 == 1 {
		bar += t.Glyphs.Half
	}
	empty := strings.Repeat(t.Glyphs.Empty, MeterCells-halves/2-halves%2)
	return styled(style, bar) + styled(t.Line, empty)
}

// Labelled is a meter with its label of seven cells before it.
func Labelled(t *theme.Theme, label, meter string) string {
	return t.Quiet.Render(Pad(label, 7)) + meter
}
