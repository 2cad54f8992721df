package debrief

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/sim"
	"coolhead/ui/widget"
)

// customer is the third page: why the customer was like that, and what was heard.
// It gives the margin, which on a phone goes below.
func (s *Screen) customer(c *column) []string {
	t := s.env.Theme
	if s.d.Backstory != "" {
		c.add(t.Bold.Render("Why " + s.who + " was like that"))
		for i, part := range paragraphs(s.d.Backstory) {
			if i > 0 {
				c.gap()
			}
			c.say(t.Ink, part)
		}
		c.gap()
	} else if !s.d.Over {
		c.say(t.Quiet, "The call goes on. What lies behind it is told when it has ended.")
		c.gap()
	}
	s.heard(c)
	if s.beside() {
		s.facts(c)
		return s.customerMargin(s.grid.MarginW)
	}
	for _, r := range s.customerMargin(c.width) {
		c.add(r)
	}
	c.gap()
	s.facts(c)
	return nil
}

// paragraphs undoes the line breaks of a file: only empty lines count.
func paragraphs(text string) []string {
	var all []string
	for _, p := range strings.Split(text, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			all = append(all, p)
		}
	}
	return all
}

// heard is which words meant something to the customer, and what.
func (s *Screen) heard(c *column) {
	t := s.env.Theme
	const words = 18
	first := true
	told := map[string]bool{}
	for i := range s.d.Replies {
		r := &s.d.Replies[i]
		for _, h := range r.Heard {
			if told[h.Behaviour] {
				continue
			}
			told[h.Behaviour] = true
			if first {
				c.add(t.Bold.Render("What " + s.who + " heard"))
				first = false
			}
			lead := t.Quiet.Render(widget.PadLeft(strconv.Itoa(r.N), 2)) + "  "
			quote := widget.Pad(widget.Truncate(t, t.Text("“"+clip(h.Words, words-4)+"”"), words), words) + " "
			for j, row := range wrapped(t, t.Ink, h.Felt, max(10, c.width-words-5)) {
				if j > 0 {
					lead, quote = "    ", strings.Repeat(" ", words+1)
				}
				c.add(lead + t.Ink.Render(quote) + row)
			}
		}
	}
	if !first {
		c.gap()
	}
}

// customerMargin is what comes of it: the answer to a survey, and who is told.
func (s *Screen) customerMargin(width int) []string {
	t := s.env.Theme
	var rows []string
	say := func(style lipgloss.Style, text string) { rows = append(rows, wrapped(t, style, text, width)...) }
	if s.d.CSAT > 0 {
		say(t.Quiet, s.who+" would give you")
		rows = append(rows, t.Ink.Render(fmt.Sprintf("%d of 5   ", s.d.CSAT))+
			t.Helps.Render(strings.Repeat(t.Glyphs.In, s.d.CSAT))+t.Line.Render(strings.Repeat(t.Glyphs.Out, 5-s.d.CSAT)))
	}
	if r := s.d.Ripple; r != nil {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		say(t.Quiet, s.who+" will tell")
		manner, other, dot := "kindly", "on a bad end", t.Helps
		if !r.Kindly {
			manner, other, dot = "not kindly", "on a good end", t.Hurts
		}
		say(t.Ink, fmt.Sprintf("about %d, %s", r.People, manner))
		rows = append(rows, dots(dot, t.Glyphs.In, r.People, width)...)
		if r.Otherwise > 0 {
			say(t.Quiet, fmt.Sprintf("%s: %d", other, r.Otherwise))
			rows = append(rows, dots(t.Line, t.Glyphs.Out, r.Otherwise, width)...)
		}
		rows = append(rows, "")
		say(t.Quiet, sourced(r.Fact))
	}
	return rows
}

// dots is one dot for each person, in as many rows as it takes.
func dots(style lipgloss.Style, glyph string, n, width int) []string {
	var rows []string
	for ; n > 0; n -= width {
		rows = append(rows, style.Render(strings.Repeat(glyph, min(n, width))))
	}
	return rows
}

func sourced(f sim.Fact) string {
	text := fmt.Sprintf("%s (%s, %d)", strings.TrimSpace(f.Claim), f.Source, f.Year)
	if f.Folklore {
		text += ". Often told, never shown."
	}
	return text
}

// facts are the claims that stand behind this call, with source and year.
func (s *Screen) facts(c *column) {
	t := s.env.Theme
	if len(s.d.Facts) == 0 {
		return
	}
	c.add(t.Bold.Render("What is known about this"))
	for i, f := range s.d.Facts {
		if i > 0 {
			c.gap()
		}
		c.say(t.Ink, sourced(f))
	}
}
