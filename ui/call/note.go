package call

import (
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// note is a hint, a why or the card: what would pop up elsewhere.
type note struct {
	title string
	parts []string // paragraphs
	foot  string   // the key that says more
}

// rows are the note's own words in some width.
func (n *note) rows(t *theme.Theme, width int) []string {
	p := &pane{t: t, width: width}
	var rows []string
	for _, r := range p.wrapped(n.title) {
		rows = append(rows, t.Bold.Render(r))
	}
	for i, part := range n.parts {
		if i > 0 || width >= 30 {
			rows = append(rows, "")
		}
		rows = append(rows, p.wrapped(part)...)
	}
	return rows
}

// fits says that the whole note has room in a margin that shows nothing else.
func (n *note) fits(t *theme.Theme, width, height int) bool {
	return len(n.rows(t, width)) <= height
}

// onto lays a note on a pane; its foot stands only where there is room for it.
func (n *note) onto(p *pane) {
	t, rows := p.t, n.rows(p.t, p.width)
	room := p.height - len(p.rows) - min(1, len(p.rows))
	if len(rows) > room && room > 0 {
		rows = rows[:room]
		rows[room-1] = widget.Truncate(t, rows[room-1]+" "+t.Glyphs.More, p.width)
	}
	var foot []string
	for _, r := range p.wrapped(n.foot) {
		foot = append(foot, t.Quiet.Render(r))
	}
	if n.foot != "" && len(rows)+1+len(foot) <= room {
		rows = append(append(rows, ""), foot...)
	}
	p.block(rows...)
}
