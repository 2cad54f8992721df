package widget

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/scoring"
	"coolhead/ui/theme"
)

// Sign is the one character that says what a finding did.
func Sign(t *theme.Theme, side scoring.Side) string {
	switch side {
	case scoring.Helps:
		return "+"
	case scoring.Hurts:
		return t.Glyphs.Minus
	case scoring.Ends:
		return "!"
	case scoring.Missing:
		return t.Glyphs.Dot
	}
	return "?"
}

// SideStyle is the colour that a sign and its mark carry.
func SideStyle(t *theme.Theme, side scoring.Side) lipgloss.Style {
	switch side {
	case scoring.Helps:
		return t.Helps
	case scoring.Hurts, scoring.Ends:
		return t.Hurts
	}
	return t.Asks
}

// weight ranks marks where findings overlap: the worse wins the cell. Advice may
// cover a whole reply, so it wins nothing.
func weight(side scoring.Side) int {
	switch side {
	case scoring.Ends:
		return 4
	case scoring.Hurts:
		return 3
	case scoring.Helps:
		return 2
	case scoring.Advice:
		return 1
	}
	return 0
}

var sideOf = [...]scoring.Side{1: scoring.Advice, 2: scoring.Helps, 3: scoring.Hurts, 4: scoring.Ends}

func markGlyph(t *theme.Theme, w int) string {
	switch w {
	case 4:
		return t.Glyphs.Ends
	case 3:
		return t.Glyphs.Hurt
	case 2:
		return t.Glyphs.Rule
	}
	return t.Glyphs.Advice
}

// weightAt is the weight of the worst finding at a byte.
func weightAt(findings []scoring.Finding, at int) int {
	worst := 0
	for i := range findings {
		if f := &findings[i]; at >= f.Start && at < f.End {
			worst = max(worst, weight(f.Side))
		}
	}
	return worst
}

// Marks gives one row of marks for each row of text, "" where there are none: laid
// by cell, so that they stand under their words whatever the script.
func Marks(t *theme.Theme, rows []Row, findings []scoring.Finding) []string {
	out := make([]string, len(rows))
	if len(findings) == 0 {
		return out
	}
	for i, row := range rows {
		var b strings.Builder
		kind, cells, any := 0, 0, false
		put := func() {
			if kind == 0 {
				b.WriteString(strings.Repeat(" ", cells))
			} else {
				b.WriteString(SideStyle(t, sideOf[kind]).Render(strings.Repeat(markGlyph(t, kind), cells)))
				any = true
			}
		}
		at := row.Start
		for rest := row.Text; rest != ""; {
			first, r, w := cluster(rest)
			if k := weightAt(findings, at); k != kind {
				put()
				kind, cells = k, 0
			}
			cells += w
			at += len(first)
			rest = r
		}
		if kind != 0 {
			put()
		}
		if any {
			out[i] = b.String()
		}
	}
	return out
}

// Underlined renders a row of text with a line under the words of findings.
func Underlined(t *theme.Theme, base lipgloss.Style, row Row, findings []scoring.Finding) string {
	return paint(t, row, findings, -1, base)
}

// paint renders a row: found words underlined, the cluster at the cursor (a byte of
// the whole text; below 0: none) as the typing cell. A run of one style is
// rendered once.
func paint(t *theme.Theme, row Row, findings []scoring.Finding, cursor int, plain lipgloss.Style) string {
	if len(findings) == 0 && (cursor < row.Start || cursor >= row.End) {
		return styled(plain, row.Text)
	}
	var b strings.Builder
	from, kind := 0, 0
	put := func(to int) {
		run := row.Text[from:to]
		from = to
		switch {
		case run == "":
		case kind == 1:
			b.WriteString(t.Underline(plain, run))
		case kind == 2:
			b.WriteString(t.Cursor.Render(run))
		default:
			b.WriteString(plain.Render(run))
		}
	}
	pos := 0
	for rest := row.Text; rest != ""; {
		first, r, _ := cluster(rest)
		k := 0
		switch at := row.Start + pos; {
		case cursor >= at && cursor < at+len(first):
			k = 2
		case weightAt(findings, at) > 1:
			k = 1
		}
		if k != kind {
			put(pos)
			kind = k
		}
		pos += len(first)
		rest = r
	}
	put(pos)
	return b.String()
}

// Names is one row of signs and names, at most width cells: what ends the score
// and what hurt come first where not all fit, and then how many more there are.
func Names(t *theme.Theme, findings []scoring.Finding, width int) string {
	all := make([]int, len(findings))
	for i := range all {
		all[i] = i
	}
	if row, ok := namesRow(t, findings, all, width); ok {
		return row
	}
	order := all
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(rank(&findings[i])-rank(&findings[j]), int(size(&findings[j])-size(&findings[i])))
	})
	for n := len(order) - 1; n > 0; n-- {
		more := strconv.Itoa(len(order)-n) + " more"
		if row, ok := namesRow(t, findings, order[:n], width-3-len(more)); ok {
			return row + "   " + t.Quiet.Render(more)
		}
	}
	return t.Quiet.Render(Truncate(t, strconv.Itoa(len(findings))+" more", width))
}

// rank puts what ends the score first, then what hurt; a behaviour of the catalogue
// comes before what only the shape of a sentence says.
func rank(f *scoring.Finding) int {
	r := 4 - weight(f.Side)
	if f.Behaviour == "" {
		r += 3
	}
	return r
}

func size(f *scoring.Finding) scoring.Tenths { return max(f.Points, -f.Points) }

func namesRow(t *theme.Theme, findings []scoring.Finding, which []int, width int) (string, bool) {
	var b strings.Builder
	used := 0
	for n, i := range which {
		f := &findings[i]
		if n > 0 {
			b.WriteString("   ")
			used += 3
		}
		used += 2 + Width(f.Name)
		if used > width {
			return "", false
		}
		b.WriteString(SideStyle(t, f.Side).Render(Sign(t, f.Side)) + " " + t.Quiet.Render(f.Name))
	}
	return b.String(), true
}
