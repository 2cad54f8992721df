package edit

import (
	"fmt"
	"strings"

	"coolhead/sim"
	"coolhead/ui/coach"
	"coolhead/ui/widget"
)

// talk is what was said since the turn under work, its last rows.
func (s *Screen) talk(width, height int) []string {
	t := s.env.Theme
	top := []string{t.Quiet.Render(s.sum())}
	if state := s.state(); state != "" {
		top = append(top, styledRows(t, t.Asks, state, width)...)
	}
	if n := s.said.lost; n > 0 {
		top = append(top, styledRows(t, t.Asks, fmt.Sprintf("The call now ends before the last %d of your replies.", n), width)...)
	}
	top = append(top, "")
	var rows []string
	list := s.said.call.Exchanges()
	for i := range list {
		x := &list[i]
		rows = append(rows, s.customer(x.Lines, width, false)...)
		rows = append(rows, s.reply(x, width)...)
		rows = append(rows, "")
	}
	rows = append(rows, s.customer(s.said.call.Lines(), width, true)...)
	if end, over := s.said.call.Ended(); over {
		rows = append(rows, "", t.Bold.Render("It ended here: "+endName(end)+"."))
	}
	room := max(height-len(top), 1)
	return append(top, rows[max(len(rows)-room, 0):]...)
}

// customer is what was said and done before a reply.
func (s *Screen) customer(lines []sim.Line, width int, now bool) []string {
	t := s.env.Theme
	style := t.Quiet
	if now {
		style = t.Bold
	}
	var out []string
	for _, l := range lines {
		if l.Does != "" {
			out = append(out, styledRows(t, t.Quiet, "("+l.Does+")", width-6)...)
		}
		if l.Text != "" {
			out = append(out, styledRows(t, style, l.Text, width-6)...)
		}
	}
	return out
}

// reply is what was tried: its words with their marks, what was heard, and whether
// it was what the turn waited for.
func (s *Screen) reply(x *sim.Exchange, width int) []string {
	t := s.env.Theme
	text, found := widget.Clean(x.Reply), coach.Told(x.Assessment.Findings)
	if text != x.Reply {
		found = nil // the marks would stand under other words
	}
	rows := widget.Rows(text, width-6)
	marks := widget.Marks(t, rows, found)
	var out []string
	for i, r := range rows {
		out = append(out, "      "+widget.Underlined(t, t.Ink, r, found))
		if marks[i] != "" {
			out = append(out, "      "+marks[i])
		}
	}
	if names := coach.Names(x.Assessment.Findings); len(names) > 0 {
		out = append(out, "      "+widget.Names(t, names, width-6))
	}
	need := "not what was waited for"
	if x.Met {
		need = "what was waited for"
	}
	if x.Pick > 0 {
		need = fmt.Sprintf("pick %d, %s", x.Pick, need)
	}
	moved := fmt.Sprintf("heat %d to %d, score %s", x.Before.Heat, x.After.Heat, x.Assessment.Score)
	out = append(out, styledRows(t, t.Quiet, need+"; "+moved, width-6)...)
	for i := len(rows); i < len(out); i++ {
		if !strings.HasPrefix(out[i], "      ") {
			out[i] = "      " + out[i]
		}
	}
	return out
}

// tryLine is the line one types on, under a rule that is the patience left.
func (s *Screen) tryLine() []string {
	t, w := s.env.Theme, s.env.Width
	fuse := s.grid.Inner * min(s.said.call.State().Patience, 60) / 60
	rule := widget.Rule(t, w, max(fuse, 1))
	found := s.coach.Shown
	if !s.coach.Has(s.line.Value()) {
		found = nil
	}
	rows := append([]string{rule}, s.line.View(t, w, found, true)...)
	if names := coach.Names(found); len(names) > 0 {
		rows = append(rows, "    "+widget.Names(t, names, s.grid.Inner-2))
	}
	return rows
}
