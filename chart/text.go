package chart

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"
)

// Pen is what a terminal draws with.
type Pen struct {
	Turn, Never, Down, Off, Last, Across, FromAbove, FromBelow, Both, Cross, Up, Arrow, Back, End, Open, Close, More, Dot string
}

// Lines draws with lines, ASCII with what every terminal has.
func Lines() Pen {
	return Pen{"●", "○", "│", "├", "╰", "─", "╯", "╮", "┤", "┼", "│", "→", "⇄", "■", "“", "”", "…", "·"}
}

// ASCII draws with what every terminal has.
func ASCII() Pen {
	return Pen{"*", "o", "|", "+", "'", "-", "'", ".", "+", "+", "|", "->", "<->", "=", "\"", "\"", "...", "-"}
}

// wide is how many columns a drawing has.
const wide = 80

// maxLanes is how many jumps are drawn side by side; further ones are only named.
const maxLanes = 8

// row is one line of the drawing: what stands beside the lanes.
type row struct {
	turn  int    // the turn this row names, or −1
	edge  int    // the edge that leaves in this row, or −1
	text  string // beside the lanes
	right string // at the right border
	line  bool   // the spine goes on below this row
	never bool   // no walk came to this turn
}

// Text draws the map for a terminal of 80 columns: turns from top to bottom on a
// spine, jumps as lanes beside it.
func (m *Map) Text(p Pen) string {
	rows := m.rows(p)
	lanes := m.lanes(rows)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", m.Title, strings.ReplaceAll(m.Head, "·", p.Dot))
	count := 0
	for _, l := range lanes {
		count = max(count, l.at)
	}
	for i := range rows {
		r := &rows[i]
		left := p.draw(r, i, lanes, count)
		line := left + r.text
		if r.right != "" {
			room := wide - uniseg.StringWidth(r.right) - 2
			line = p.cut(line, room)
			line += strings.Repeat(" ", max(room+2-uniseg.StringWidth(line), 1)) + r.right
		}
		b.WriteString(strings.TrimRight(p.cut(line, wide), " "))
		b.WriteByte('\n')
	}
	m.footer(&b, p)
	return b.String()
}

// rows are the lines in the order of the file.
func (m *Map) rows(p Pen) []row {
	var rows []row
	names := m.names()
	from := map[int][]int{}
	called := map[int]bool{}
	for i, e := range m.Edges {
		from[e.From] = append(from[e.From], i)
		if e.From == Anywhere {
			called[e.To] = true
		}
	}
	for i := range m.Nodes {
		n := &m.Nodes[i]
		if n.End {
			break
		}
		text := n.ID
		if n.Says != "" {
			text += strings.Repeat(" ", max(names-uniseg.StringWidth(n.ID), 0)+2) + p.quote(n.Says)
		}
		head := row{turn: i, edge: -1, text: text}
		if m.Walks > 0 {
			head.right, head.never = fmt.Sprintf("%3d%%", m.Share(n)), n.Calls == 0
		}
		rows = append(rows, head)
		if called[i] {
			rows = append(rows, row{turn: -1, edge: -1, text: "  from any time", line: n.Lead})
		}
		for _, k := range from[i] {
			rows = append(rows, m.wayRow(p, i, k))
		}
		if !n.Lead {
			joinUp(rows)
			rows = append(rows, row{turn: -1, edge: -1})
		}
	}
	return rows
}

// names is how many columns the names of turns take; a long one stands out.
func (m *Map) names() int {
	widest := 0
	for i := range m.Nodes {
		if w := uniseg.StringWidth(m.Nodes[i].ID); !m.Nodes[i].End && w <= 16 {
			widest = max(widest, w)
		}
	}
	return widest
}

// joinUp draws the spine of a turn that leads nowhere below as far as the last way
// that leaves it.
func joinUp(rows []row) {
	below := false
	for i := len(rows) - 1; i >= 0 && rows[i].turn < 0; i-- {
		rows[i].line = below
		below = below || rows[i].edge >= 0
	}
}

// wayRow tells one way from a turn.
func (m *Map) wayRow(p Pen, turn, k int) row {
	n, e := &m.Nodes[turn], &m.Edges[k]
	to := &m.Nodes[e.To]
	r := row{turn: -1, edge: -1, line: n.Lead}
	switch {
	case e.Way == Over:
		r.text = "  " + p.End + " " + to.ID
		if e.Label != "" {
			r.text += "  " + e.Label
		}
		if m.Walks > 0 {
			r.right = fmt.Sprintf("%3d%%", m.share(e.calls))
		}
	case e.Way == On && n.Lead && e.To == turn+1:
		r.text = "  " + strings.ReplaceAll(e.Label, "·", p.Dot)
	default:
		label := strings.ReplaceAll(e.Label, "·", p.Dot)
		r.text, r.edge = "  "+strings.TrimSpace(label+" "+p.Arrow+" "+to.ID), k
	}
	return r
}

func (p Pen) quote(s string) string {
	return p.Open + strings.ReplaceAll(short(s, 400), "…", p.More) + p.Close
}

// cut shortens a line to so many columns, between letters.
func (p Pen) cut(s string, to int) string {
	if uniseg.StringWidth(s) <= to {
		return s
	}
	var b strings.Builder
	at, room := 0, to-uniseg.StringWidth(p.More)
	g := uniseg.NewGraphemes(s)
	for g.Next() {
		if at+g.Width() > room {
			break
		}
		at += g.Width()
		b.WriteString(g.Str())
	}
	return strings.TrimRight(b.String(), " ") + p.More
}

// footer tells what may happen at any time, and what the numbers are.
func (m *Map) footer(b *strings.Builder, p Pen) {
	said := false
	heading := func() {
		if !said {
			b.WriteString("any time\n")
			said = true
		}
	}
	for _, e := range m.Edges {
		if e.From == Anywhere {
			heading()
			arrow, back := p.Arrow, ""
			if e.Way == Detour {
				arrow, back = p.Back, " and back"
			}
			b.WriteString(p.cut(fmt.Sprintf("  %s %s %s%s", e.Label, arrow, m.Nodes[e.To].ID, back), wide) + "\n")
		}
	}
	for _, r := range m.Remarks {
		heading()
		b.WriteString(p.cut("  "+r.If+"  "+p.quote(r.Says), wide) + "\n")
	}
	if m.Walks > 0 {
		if said {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%%: of %d calls picked at random, those that came there; %s where none came.\n", m.Walks, p.Never)
	}
}
