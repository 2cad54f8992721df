package chart

import (
	"slices"
	"strings"
)

// lane is the line of the jumps to one turn: from every row that leads there to
// the row of the turn. Lanes that overlap stand side by side.
type lane struct {
	to   int   // the row of the turn
	from []int // rows that lead there
	at   int   // from 1, leftmost; 0: too many, not drawn
}

func (l *lane) top() int    { return min(l.to, slices.Min(l.from)) }
func (l *lane) bottom() int { return max(l.to, slices.Max(l.from)) }

// lanes gathers the jumps by where they lead, the shortest nearest to the spine.
func (m *Map) lanes(rows []row) []lane {
	turnRow := map[int]int{}
	for i := range rows {
		if rows[i].turn >= 0 {
			turnRow[rows[i].turn] = i
		}
	}
	var all []lane
	index := map[int]int{}
	for i := range rows {
		if rows[i].edge < 0 {
			continue
		}
		to := m.Edges[rows[i].edge].To
		k, ok := index[to]
		if !ok {
			k = len(all)
			index[to] = k
			all = append(all, lane{to: turnRow[to]})
		}
		all[k].from = append(all[k].from, i)
	}
	slices.SortStableFunc(all, func(a, b lane) int { return (a.bottom() - a.top()) - (b.bottom() - b.top()) })
	for i := range all {
		all[i].at = free(all[:i], &all[i])
	}
	return all
}

// free is the first place beside the spine that no overlapping lane has.
func free(taken []lane, l *lane) int {
	for at := 1; at <= maxLanes; at++ {
		if !slices.ContainsFunc(taken, func(o lane) bool {
			return o.at == at && o.top() <= l.bottom() && l.top() <= o.bottom()
		}) {
			return at
		}
	}
	return 0
}

// draw is what stands left of a row's text: the spine, then the lanes.
func (p Pen) draw(r *row, i int, lanes []lane, count int) string {
	cells := make([]string, 2*count+1)
	for k := range cells {
		cells[k] = " "
	}
	switch {
	case r.never:
		cells[0] = p.Never
	case r.turn >= 0:
		cells[0] = p.Turn
	case r.line:
		cells[0] = p.Down
	}
	across := 0 // how far a line goes from the spine in this row
	for _, l := range lanes {
		if l.at == 0 || i < l.top() || i > l.bottom() {
			continue
		}
		glyph, joins := p.glyph(&l, i)
		cells[2*l.at] = glyph
		if joins {
			across = max(across, 2*l.at)
		}
	}
	if across > 0 {
		switch {
		case r.turn >= 0:
		case r.line:
			cells[0] = p.Off
		default:
			cells[0] = p.Last
		}
		for k := 1; k < across; k++ {
			switch cells[k] {
			case " ":
				cells[k] = p.Across
			case p.Up:
				cells[k] = p.Cross
			}
		}
	}
	return strings.Join(cells, "") + " "
}

// glyph is a lane in one row, and whether it joins the spine there.
func (p Pen) glyph(l *lane, i int) (string, bool) {
	if i != l.to && !slices.Contains(l.from, i) {
		return p.Up, false
	}
	switch {
	case i == l.top():
		return p.FromBelow, true
	case i == l.bottom():
		return p.FromAbove, true
	}
	return p.Both, true
}
