package brief

import (
	"fmt"
	"strconv"
	"strings"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// phoneRows are the rows under the talk in one column: how to play, how to answer.
const phoneRows = 4

// talkRows is how many rows of the briefing the page shows.
func (s *Screen) talkRows() int {
	rows := s.env.Height - 2 - 1 - 2
	if !s.grid.Columns {
		rows -= phoneRows
	}
	return max(rows, 1)
}

func (s *Screen) more() bool { return len(s.talk()) > s.talkRows() }

func (s *Screen) scroll(by int) {
	s.from = min(max(s.from+by, 0), max(len(s.talk())-s.talkRows(), 0))
}

// View draws the page.
func (s *Screen) View() string {
	t, w := s.env.Theme, s.env.Width
	level := widget.Level(s.item.Level)
	right := widget.Facts(t, s.item.Kind, s.item.Channel, level)
	if !s.grid.Columns {
		right = level
	}
	head := widget.Head(t, w, t.Text(widget.Clean(s.item.Title)), right)
	rows := s.talkRows()
	talk := s.talk()[min(s.from, max(len(s.talk())-1, 0)):]
	if len(talk) > rows {
		talk = append(talk[:rows-1:rows-1], t.Quiet.Render(t.Glyphs.ArrowD+" more"))
	}
	var body []string
	if s.grid.Columns {
		upright := t.Line.Render(t.Glyphs.Heat[0])
		body = append([]string{""}, s.grid.Beside(t, talk, s.margin(), upright, rows)...)
	} else {
		body = append([]string{""}, s.folded(talk, rows)...)
	}
	return widget.Page(t, w, s.env.Height, head, body, widget.Foot(t, w, s.Help()))
}

// folded is one column: the talk, then how to play in two rows.
func (s *Screen) folded(talk []string, rows int) []string {
	t := s.env.Theme
	out := make([]string, 0, rows+phoneRows)
	for i := range rows {
		row := ""
		if i < len(talk) {
			row = talk[i]
		}
		out = append(out, s.grid.Text(t, row))
	}
	out = append(out, widget.Rule(t, s.env.Width, s.grid.Inner))
	var ways []string
	for i, m := range modes() {
		ways = append(ways, s.choice(s.mode == m, strconv.Itoa(i+1)+" "+string(m)))
	}
	out = append(out, s.grid.Text(t, strings.Join(ways, " ")))
	out = append(out, s.grid.Text(t, s.choice(s.typing, "typing")+" "+s.choice(!s.typing, "picking")))
	return append(out, s.grid.Text(t, s.says()))
}

// says is the row of what the page has to say back.
func (s *Screen) says() string {
	switch {
	case s.note != "":
		return s.env.Theme.Asks.Render(s.note)
	case s.opened:
		return s.env.Theme.Quiet.Render("Putting you through " + s.env.Theme.Glyphs.More)
	case s.mode == sim.Test:
		return s.env.Theme.Quiet.Render(s.chances())
	}
	return ""
}

// choice is one of several, with the finger on the one that is chosen.
func (s *Screen) choice(on bool, words string) string {
	t := s.env.Theme
	if on {
		return t.Accent.Render(t.Glyphs.Here) + " " + t.Bold.Render(words)
	}
	return "  " + t.Ink.Render(words)
}

// talk is the briefing itself.
func (s *Screen) talk() []string {
	t, sc := s.env.Theme, s.item.Scenario
	width := s.grid.Talk
	rows := []string{t.Bold.Render("Before you pick up"), ""}
	if s.item.Channel != "phone" {
		rows[0] = t.Bold.Render("Before you begin")
	}
	rows = append(rows, prose(t, sc.Brief, width)...)
	rows = append(rows, s.list("You can see", sc.Card.Knows)...)
	rows = append(rows, s.list("You may", sc.Card.May)...)
	rows = append(rows, s.list("You may not", sc.Card.MayNot)...)
	if s.grid.Wide {
		if title, advice := onChannel(s.item.Channel); title != "" {
			rows = append(rows, "", t.Quiet.Render(title))
			rows = append(rows, widget.Wrap(advice, width)...)
		}
	}
	return rows
}

// prose wraps a text written in lines of its own length; an empty line stays.
func prose(t *theme.Theme, text string, width int) []string {
	var rows []string
	for i, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, widget.Wrap(t.Text(widget.Clean(strings.Join(strings.Fields(p), " "))), width)...)
	}
	return rows
}

// list is a part of the card; nothing if it is empty.
func (s *Screen) list(title string, lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	t := s.env.Theme
	rows := []string{"", t.Quiet.Render(title)}
	for _, line := range lines {
		lead := t.Line.Render(t.Glyphs.Dot) + " "
		for _, row := range prose(t, line, s.grid.Talk-2) {
			rows = append(rows, lead+row)
			lead = "  "
		}
	}
	return rows
}

// margin is how to play, how to answer, what is practised.
func (s *Screen) margin() []string {
	t := s.env.Theme
	hints := [...]string{"with a coach", "notes after", "pass at " + s.pass()}
	if s.grid.Wide {
		hints = [...]string{"coach, hints, rewind", "notes at the end", "no help, pass at " + s.pass()}
	}
	rows := []string{t.Quiet.Render("How to play"), ""}
	for i, m := range modes() {
		rows = append(rows, s.choice(s.mode == m, strconv.Itoa(i+1)+" "+string(m)), "    "+t.Quiet.Render(hints[i]))
	}
	if s.mode == sim.Test {
		rows = append(rows, widget.Wrap(t.Asks.Render(s.chances()), s.grid.MarginW)...)
	}
	rows = append(rows, "", t.Quiet.Render("Answer by"), s.choice(s.typing, "typing"), s.choice(!s.typing, "picking"))
	if s.note != "" || s.opened {
		rows = append(rows, "")
		return append(rows, widget.Wrap(s.says(), s.grid.MarginW)...)
	}
	rows = append(rows, "", t.Quiet.Render("You practise"))
	for _, id := range s.item.Teaches {
		if b, ok := scoring.BehaviourOf(id); ok && b.Name != "" {
			id = b.Name
		}
		rows = append(rows, widget.Wrap(strings.ReplaceAll(id, "-", " "), s.grid.MarginW)...)
	}
	if s.grid.Wide {
		rows = append(rows, "")
		rows = append(rows, widget.Wrap(s.length(), s.grid.MarginW)...)
		rows = append(rows, "You can stop at any time; it is kept.")
	}
	return rows
}

func (s *Screen) pass() string {
	if n := s.item.Scenario.Pass; n > 0 {
		return strconv.Itoa(n)
	}
	return "70"
}

// chances says how many attempts test mode still has, before it starts.
func (s *Screen) chances() string {
	switch {
	case !s.known:
		return ""
	case s.left() == 0:
		return "no attempts left"
	case s.left() == 1 && s.attempts() > 1:
		return "one attempt left"
	case s.tests == 0:
		return fmt.Sprintf("%d attempts", s.attempts())
	}
	return fmt.Sprintf("%d of %d attempts left", s.left(), s.attempts())
}

func (s *Screen) length() string {
	says := "About " + s.item.Length() + "."
	if c := strings.TrimSpace(s.item.Scenario.Content); c != "" {
		says += " In it: " + strings.TrimSuffix(widget.Clean(c), ".") + "."
	}
	return says
}

// onChannel is how one answers where the customer is.
func onChannel(channel string) (title, advice string) {
	switch channel {
	case "phone":
		return "On the phone", "Answer in one or two sentences. Silence is heard, but thinking is allowed: patience is counted in replies first, and only then in time."
	case "desk":
		return "At the desk", "Answer in one or two sentences, as you would say them across a counter. Others may be listening."
	case "chat":
		return "In the chat", "Short lines read best. What you write stays on their screen, and so does what you promise."
	case "email":
		return "By email", "One message may have to do the work of a talk: the point first, then what happens and when."
	case "social", "review":
		return "In public", "Everyone can read this. Answer the person, and remember who else is reading."
	}
	return "", ""
}
