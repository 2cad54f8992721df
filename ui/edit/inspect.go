package edit

import (
	"fmt"
	"strings"

	"coolhead/chart"
	"coolhead/scenarios"
	"coolhead/sim"
	"coolhead/ui/widget"
)

// inspector is the margin: where the talk stands, why this line was said, what
// moved the customer, and what leads away.
func (s *Screen) inspector(width, height int) []string {
	t := s.env.Theme
	turn := s.turn()
	if turn == nil {
		return nil
	}
	line0 := fmt.Sprintf("%d", turn.At.Line)
	if width >= 30 {
		line0 = "line " + line0
	}
	out := []string{t.Quiet.Render("At ") + widget.Truncate(t, t.Text("“"+turn.ID+"”"), width-5-len(line0)) + t.Quiet.Render(", "+line0), ""}
	out = append(out, s.person(width)...)
	blocks := [][]string{s.why(width), s.moved(width), s.waits(turn, width), s.leads(turn, width)}
	if !s.trying || len(s.said.replies) == 0 {
		blocks = [][]string{s.waits(turn, width), s.why(width), s.leads(turn, width)}
	}
	for _, b := range blocks {
		if room := height - len(out) - 1; len(b) > 0 && room >= 2 {
			out = append(append(out, ""), b[:min(len(b), room)]...)
		}
	}
	return out
}

// person is the customer's mood and meters. An author sees the true ones.
func (s *Screen) person(width int) []string {
	t, st := s.env.Theme, s.said.call.State()
	who := sim.Called(s.kept.cast.Scenario.Customer.Name)
	says := fmt.Sprintf("%s is %s", who, st.Mood())
	if end, over := s.said.call.Ended(); over {
		says = who + ": " + endName(end)
	}
	out := []string{t.Bold.Render(widget.Truncate(t, line(t, says), width))}
	heat := widget.MeterIn(t, widget.MoodStyle(t, int(st.Mood())), st.Heat)
	if width < 30 {
		return append(out, widget.Labelled(t, "heat", heat), widget.Labelled(t, "trust", widget.Meter(t, st.Trust)))
	}
	for _, m := range []struct {
		label, meter string
		value        int
	}{{"heat", heat, st.Heat}, {"trust", widget.Meter(t, st.Trust), st.Trust}, {"patience", widget.Meter(t, min(st.Patience*100/60, 100)), st.Patience}} {
		out = append(out, t.Quiet.Render(widget.Pad(m.label, 9))+m.meter+t.Quiet.Render(widget.PadLeft(fmt.Sprint(m.value), 4)))
	}
	if s.said.mood != "" {
		out = append(out, t.Quiet.Render("begun "+s.said.mood+"; 0: as written"))
	}
	return out
}

// waits is what the turn needs, and what was heard.
func (s *Screen) waits(turn *scenarios.Turn, width int) []string {
	all, anyOf := s.said.call.Wants()
	want := strings.Join(all, " and ")
	if len(anyOf) > 0 {
		if want != "" {
			want += " and "
		}
		want += strings.Join(anyOf, " or ")
	}
	if want == "" {
		want = "nothing"
	}
	heard := strings.Join(s.said.call.Heard(), ", ")
	if heard == "" {
		heard = "nothing"
	}
	out := s.labelled("waits for", want, width)
	if !turn.Needs.Empty() {
		out = append(out, s.labelled("tries", fmt.Sprint(turn.Tries), width)...)
	}
	return append(out, s.labelled("heard", heard, width)...)
}

// labelled is a label and a value beside it, or below it where it is too long.
func (s *Screen) labelled(label, value string, width int) []string {
	t := s.env.Theme
	value = line(t, value)
	if room := width - 11; room < 24 && widget.Width(value) > room {
		out := []string{t.Quiet.Render(label)}
		for _, r := range widget.Wrap(value, max(width-2, 8)) {
			out = append(out, "  "+r)
		}
		return out
	}
	rows := widget.Wrap(value, max(width-11, 8))
	for i, r := range rows {
		rows[i] = t.Quiet.Render(widget.Pad(label, 11)) + t.Ink.Render(r)
		label = ""
	}
	return rows
}

// why says which entry or rule chose the last line.
func (s *Screen) why(width int) []string {
	t := s.env.Theme
	events := s.said.call.Events()
	for i := len(events) - 1; i >= 0; i-- {
		if e := &events[i]; e.Type == sim.Spoke {
			out := []string{t.Quiet.Render("Said because of")}
			out = append(out, widget.Wrap(line(t, e.Why), width)...)
			if !s.trying {
				says := e.Line
				if says == "" {
					says = e.Does
				}
				rows := widget.Wrap(line(t, "“"+says+"”"), width)
				most := 3
				if width >= 30 {
					most = 6
				}
				if len(rows) > most {
					rows = rows[:most]
					rows[most-1] = widget.Truncate(t, rows[most-1], width-widget.Width(t.Glyphs.More)) + t.Glyphs.More
				}
				for _, r := range rows {
					out = append(out, t.Quiet.Render(r))
				}
			}
			return out
		}
	}
	return nil
}

// moved is what the last reply did to the customer, as a receipt.
func (s *Screen) moved(width int) []string {
	t := s.env.Theme
	list := s.said.call.Exchanges()
	if len(list) == 0 {
		return nil
	}
	x := &list[len(list)-1]
	out := []string{t.Quiet.Render("What moved the heat")}
	for _, e := range x.Effects {
		if e.Heat == 0 {
			continue
		}
		figure := fmt.Sprintf("%+d", e.Heat)
		if e.Heat < 0 {
			figure = t.Glyphs.Minus + fmt.Sprint(-e.Heat)
		}
		style := t.Helps
		if e.Heat > 0 {
			style = t.Hurts
		}
		name := e.Name
		if width >= 30 && e.Behaviour != "" {
			name = e.Behaviour
		}
		out = append(out, widget.Ends(widget.Truncate(t, line(t, name), width-5), style.Render(figure), width))
		if e.Note != "" && width >= 30 {
			out = append(out, styledRows(t, t.Quiet, "  "+e.Note, width)[0])
		}
	}
	if len(out) == 1 {
		out = append(out, "nothing")
	}
	return append(out, widget.Ends(t.Quiet.Render("heat"), fmt.Sprintf("%d to %d", x.Before.Heat, x.After.Heat), width))
}

// leads is what leads away from a turn, and where to.
func (s *Screen) leads(turn *scenarios.Turn, width int) []string {
	t := s.env.Theme
	m := chart.Of(s.kept.cast.Scenario)
	out := []string{t.Quiet.Render("Leads to")}
	for _, e := range m.Edges {
		if e.From < 0 || m.Nodes[e.From].ID != turn.ID || m.Nodes[e.From].End {
			continue
		}
		to := m.Nodes[e.To].ID
		if width < 30 {
			out = append(out, " "+widget.Truncate(t, line(t, to), width-1))
			if e.Label != "" {
				out = append(out, "   "+t.Quiet.Render(widget.Truncate(t, line(t, e.Label), width-3)))
			}
			continue
		}
		label := line(t, e.Label)
		if label == "" {
			label = "whatever is said"
		}
		to = t.Quiet.Render(t.Glyphs.ArrowR+" ") + t.Ink.Render(widget.Truncate(t, line(t, to), 20))
		if widget.Width(label)+widget.Width(to)+3 <= width {
			out = append(out, "  "+t.Quiet.Render(label)+" "+to)
			continue
		}
		for _, row := range styledRows(t, t.Quiet, label, width-2) {
			out = append(out, "  "+row)
		}
		out = append(out, "    "+to)
	}
	if len(out) == 1 {
		return nil
	}
	return out
}
