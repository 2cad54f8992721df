package rewind

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/scenarios"
	"coolhead/sim"
	"coolhead/ui/coach"
	"coolhead/ui/curve"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// View draws the page.
func (s *Screen) View() string {
	t, g := s.env.Theme, s.grid
	rows := append(widget.Head(t, s.env.Width, t.Text(widget.Clean(s.about.Title)), "rewind "+t.Glyphs.Dot+" nothing is lost"), "")
	line := s.lineRows()
	height := max(1, s.env.Height-len(rows)-1-len(line))
	talk := s.talk(height)
	if g.Columns {
		rows = append(rows, g.Beside(t, talk, s.margin(height), widget.Upright(t, 0), height)...)
	} else {
		for i := range height {
			row := ""
			if i < len(talk) {
				row = talk[i]
			}
			rows = append(rows, g.Text(t, row))
		}
	}
	rows = append(rows, line...)
	return widget.Join(widget.Fit(t, rows, []string{widget.Foot(t, s.env.Width, s.Help())}, s.env.Width, s.env.Height))
}

// talk is the list of replies, and the one under the finger in full.
func (s *Screen) talk(height int) []string {
	t := s.env.Theme
	x := &s.said[s.finger]
	var full []string
	words := func(style lipgloss.Style, text string) {
		for _, r := range widget.Wrap(t.Text(widget.Clean(text)), s.grid.Talk) {
			full = append(full, style.Render(r))
		}
	}
	if line := x.Line(); line.Text != "" {
		full = append(full, t.Quiet.Render(s.about.Who+" had said"))
		words(t.Ink, "“"+line.Text+"”")
		full = append(full, "")
	}
	full = append(full, t.Quiet.Render(s.saidWords(x)))
	words(t.Ink, x.Reply)

	rows := []string{t.Bold.Render("Which reply would you say again?"), ""}
	room := min(len(s.all), max(3, height-len(rows)-1-len(full)))
	rows = append(rows, s.list(room)...)
	rows = append(rows, "")
	return append(rows, full...)
}

// saidWords says what the reply did to the mood.
func (s *Screen) saidWords(x *sim.Exchange) string {
	before, after := x.Before.Mood(), x.After.Mood()
	switch {
	case s.silent || before == after:
		return "You said"
	case after > before:
		return fmt.Sprintf("You said, and %s grew %s", s.about.Who, after)
	}
	return fmt.Sprintf("You said, and %s was %s", s.about.Who, after)
}

// list is the replies in the order they were said, the finger always in sight;
// what was rewound stands among them, pencilled.
func (s *Screen) list(room int) []string {
	t := s.env.Theme
	at, n := 0, -1
	rows := make([]string, len(s.all))
	for i := range s.all {
		x := &s.all[i]
		mood := x.After.Mood().String()
		if s.silent {
			mood = ""
		}
		lead, words := "  ", t.Ink
		number := t.Quiet.Render(fmt.Sprint(x.N))
		if x.Pencilled {
			lead, words, number = "  ", t.Quiet, t.Quiet.Render("~")
		} else if n++; n == s.finger {
			at, lead, words = i, t.Accent.Render(t.Glyphs.Here)+" ", t.Bold
		}
		lead += widget.PadLeft(number, 1) + "  "
		space := s.grid.Talk - widget.Width(lead) - 10
		text := widget.Column(t, oneLine(t, x.Reply), space)
		rows[i] = lead + words.Render(text) + t.Quiet.Render(widget.PadLeft(mood, 10))
	}
	from := min(max(0, at-room/2), max(0, len(rows)-room))
	return rows[from:min(len(rows), from+room)]
}

// oneLine is a reply without its line ends.
func oneLine(t *theme.Theme, text string) string {
	return strings.Join(strings.Fields(t.Text(widget.Clean(text))), " ")
}

// margin is the two curves, and what the other words would have changed.
func (s *Screen) margin(height int) []string {
	t, w := s.env.Theme, s.grid.MarginW
	var rows []string
	say := func(style lipgloss.Style, text string) {
		rows = append(rows, "")
		for _, r := range widget.Wrap(t.Text(text), w) {
			rows = append(rows, style.Render(r))
		}
	}
	if s.silent {
		for _, r := range widget.Wrap(t.Text(s.about.Who+" is hard to read. The debrief shows the curve."), w) {
			rows = append(rows, t.Quiet.Render(r))
		}
	} else {
		asSaid, ifHad := "as said", "what if"
		if s.grid.Wide {
			asSaid, ifHad = "As you said it", "If you had"
		}
		legend := widget.Width(asSaid) + 2
		rows = append(rows,
			t.Quiet.Render(widget.Pad(asSaid, legend))+t.Ink.Render(strings.Repeat(t.Glyphs.Rule, 5)),
			t.Quiet.Render(widget.Pad(ifHad, legend))+t.Accent.Render(strings.Repeat(t.Glyphs.BoldRule, 5)), "")
		rows = append(rows, s.drawCurve(w)...)
	}
	f := s.folded
	if f == nil || f.err != nil {
		if s.line.Empty() {
			say(t.Quiet, "Type other words: the heavy line shows what they would have done.")
		}
		return rows
	}
	if !s.silent {
		say(t.Ink, s.verdict(&f.outcome))
	}
	if s.grid.Wide || s.silent {
		if n := len(f.outcome.Lines); n > 0 && f.outcome.Lines[n-1].Text != "" {
			say(t.Quiet, s.about.Who+" would have said")
			rows = append(rows, widget.Wrap(t.Text(widget.Clean("“"+f.outcome.Lines[n-1].Text+"”")), w)...)
		}
	}
	if len(rows)+3 <= height {
		say(t.Quiet, "enter plays on from there.")
	}
	return rows
}

// verdict sets the two heats side by side.
func (s *Screen) verdict(o *sim.Outcome) string {
	was, now := s.said[s.finger].After, o.Reply.After
	if !s.grid.Wide {
		if was.Heat == now.Heat {
			return fmt.Sprintf("Heat %d, as it was.", now.Heat)
		}
		return fmt.Sprintf("Heat %d, not %d.", now.Heat, was.Heat)
	}
	if was.Mood() == now.Mood() {
		return fmt.Sprintf("After reply %d, %s would still be %s: heat %d, and it was %d.", s.finger+1, s.about.Who, now.Mood(), now.Heat, was.Heat)
	}
	return fmt.Sprintf("After reply %d, %s would be %s, not %s: heat %d, not %d.", s.finger+1, s.about.Who, now.Mood(), was.Mood(), now.Heat, was.Heat)
}

// drawCurve lays what might have been over what was, from the last point that
// both share; it is scrolled so that the reply under the finger is in sight.
func (s *Screen) drawCurve(width int) []string {
	c := curve.Curve{Said: moods(s.curve), Width: width, At: s.finger + 1}
	if f := s.folded; f != nil && f.err == nil {
		if all := moods(f.outcome.Curve); len(all) > s.finger {
			c.If, c.From = all[s.finger:], s.finger
		}
	}
	most := 2
	if s.grid.Wide {
		most = 5
	}
	c.Step = curve.StepFor(max(len(c.Said), c.From+len(c.If)), width, most)
	c.First = max(0, s.finger+2-c.Fits())
	return c.Draw(s.env.Theme)
}

func moods(points []sim.Point) []scenarios.Mood {
	out := make([]scenarios.Mood, len(points))
	for i, p := range points {
		out[i] = p.Mood
	}
	return out
}

// lineRows is the rule, and the line on which other words are tried.
func (s *Screen) lineRows() []string {
	t := s.env.Theme
	label := t.Quiet.Render("What if you had said")
	if f := s.folded; f != nil && f.err == nil && !s.grid.Columns && !s.silent {
		label = widget.Ends(label, t.Ink.Render(s.verdict(&f.outcome)), s.grid.Inner)
	}
	rows := []string{widget.Rule(t, s.env.Width, s.grid.Inner), s.grid.Text(t, label)}
	rows = append(rows, s.line.View(t, s.env.Width, s.coach.Shown, true)...)
	if names := coach.Names(s.coach.Shown); len(names) > 0 {
		rows = append(rows, s.grid.Text(t, "  "+widget.Names(t, names, s.grid.Inner-2)))
	}
	for len(rows) < 5 {
		rows = append(rows, "")
	}
	if s.grid.Columns {
		rows = append(rows, "")
	}
	if most := s.env.Height - 3 - 1 - 5; len(rows) > most {
		rows = rows[:max(most, 3)]
	}
	return rows
}
