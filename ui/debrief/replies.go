package debrief

import (
	"fmt"
	"strconv"
	"strings"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/receipt"
	"coolhead/ui/widget"
)

// rows are the receipt of the reply shown.
func (s *Screen) rows() []receipt.Row {
	if len(s.all) == 0 {
		return nil
	}
	return receipt.Rows(s.all[s.reply].Assessment.Findings)
}

// replies is the second page: one reply with numbered marks, its receipt, and
// what could have been said.
func (s *Screen) replies(c *column, height int) {
	t := s.env.Theme
	if len(s.all) == 0 {
		c.say(t.Quiet, "Nothing was said in this call.")
		return
	}
	r := &s.all[s.reply]
	s.heading(c, r)
	c.gap()
	s.wordByWord(c, r)
	c.gap()
	from := len(c.rows)
	s.receipt(c, r)
	if s.why && len(s.rows()) > 0 {
		s.behindMark(c)
	} else {
		s.instead(c, r)
	}
	if on := from + s.mark; on >= s.top+height-1 {
		s.top = on - height + 2
	}
}

func (s *Screen) heading(c *column, r *sim.Reply) {
	t := s.env.Theme
	if r.Pencilled {
		c.add(t.Quiet.Render(fmt.Sprintf("~ Reply %d, as it was before you rewound", r.N)))
	} else {
		c.add(t.Bold.Render(fmt.Sprintf("Reply %d of %d", r.N, len(s.d.Replies))))
	}
	if line := r.Line(); line.Text != "" {
		c.say(t.Quiet, "to “"+clip(line.Text, 2*c.width-10)+"”")
	} else if line.Does != "" {
		c.say(t.Quiet, "to this: "+line.Does)
	}
	if r.Typed {
		c.say(t.Quiet, "Typed, and the same words as one of the choices.")
	}
}

// wordByWord is the reply with a row of marks under each row of it, and numbers
// at their first cells. Words that had to be cleaned carry no marks, since these
// would stand under others.
func (s *Screen) wordByWord(c *column, r *sim.Reply) {
	t := s.env.Theme
	text := widget.Clean(r.Reply)
	found, told := r.Assessment.Findings, s.rows()
	if text != r.Reply {
		found, told = nil, nil
	}
	rows := widget.Rows(text, c.width)
	marks := widget.Marks(t, rows, found)
	for i, row := range rows {
		c.add(widget.Underlined(t, t.Ink, row, found))
		if marks[i] != "" {
			c.add(marks[i])
		}
		if n := numbers(text, row, told); n != "" {
			c.add(t.Quiet.Render(n))
		}
	}
}

// numbers puts the number of each row of the receipt under its first cell. Where
// two begin in one place, the later steps aside.
func numbers(text string, row widget.Row, told []receipt.Row) string {
	var b strings.Builder
	at := 0
	for i, r := range told {
		f, ok := r.Words()
		if !ok || f.Start < row.Start || f.Start >= row.End {
			continue
		}
		x := widget.Width(text[row.Start:f.Start])
		if b.Len() > 0 {
			x = max(x, at+1)
		}
		b.WriteString(strings.Repeat(" ", x-at))
		n := strconv.Itoa(i + 1)
		b.WriteString(n)
		at = x + len(n)
	}
	return b.String()
}

// receipt repeats the marks in order, then what was missing, then the sum.
func (s *Screen) receipt(c *column, r *sim.Reply) {
	t := s.env.Theme
	var sum scoring.Tenths
	name := 22
	if !s.grid.Columns {
		name = 18
	}
	for i, told := range s.rows() {
		number, here := strconv.Itoa(i+1), i == s.mark
		if _, ok := told.Words(); !ok {
			number = " "
		}
		sum += told.Points
		style := t.Ink
		if here {
			style = t.Bold
		}
		sign := " "
		if !told.Shared() {
			sign = widget.SideStyle(t, told.Side).Render(widget.Sign(t, told.Side))
		}
		row := t.Quiet.Render(widget.PadLeft(number, 1)) + " " + sign + " " +
			style.Render(widget.Column(t, told.Name, name)) +
			style.Render(widget.PadLeft(points(t, told.Points), 6)) + "   "
		at := widget.Width(row)
		message := told.Lead().Message
		switch {
		case told.Shared():
			message = told.Names()
		case told.Void:
			message = "void: the same breath takes it back"
		}
		if !here {
			message = widget.Truncate(t, t.Text(widget.Clean(message)), c.width-at)
			c.add(row + t.Quiet.Render(message))
			continue
		}
		for j, r := range wrapped(t, t.Quiet, message, max(12, c.width-at)) {
			if j > 0 {
				row = strings.Repeat(" ", at)
			}
			c.rows = append(c.rows, line{row + r, j == 0})
		}
	}
	if len(s.rows()) == 0 {
		c.say(t.Quiet, "Nothing here helped or hurt.")
	}
	c.add(t.Line.Render(strings.Repeat(t.Glyphs.Empty, name+10)))
	row := widget.Pad("  points in this reply", name+4) + widget.PadLeft(points(t, sum), 6) + "   "
	moved := s.moved(r)
	if widget.Width(row)+widget.Width(moved) > c.width {
		moved = fmt.Sprintf("%s: %s (%d) to %s (%d)", s.who, r.Before.Mood(), r.Before.Heat, r.After.Mood(), r.After.Heat)
	}
	c.add(t.Ink.Render(row) + widget.Truncate(t, t.Ink.Render(moved), c.width-widget.Width(row)))
}

// moved says what the reply did to the customer.
func (s *Screen) moved(r *sim.Reply) string {
	from, to := r.Before, r.After
	if from.Mood() == to.Mood() {
		if from.Heat == to.Heat {
			return fmt.Sprintf("%s stayed %s (%d)", s.who, to.Mood(), to.Heat)
		}
		return fmt.Sprintf("%s stayed %s (%d to %d)", s.who, to.Mood(), from.Heat, to.Heat)
	}
	return fmt.Sprintf("%s went from %s (%d) to %s (%d)", s.who, from.Mood(), from.Heat, to.Mood(), to.Heat)
}

func (s *Screen) instead(c *column, r *sim.Reply) {
	t := s.env.Theme
	if len(r.Instead) == 0 {
		return
	}
	c.gap()
	c.add(t.Quiet.Render("Say instead"))
	for _, say := range r.Instead[:min(3, len(r.Instead))] {
		c.say(t.Ink, "“"+say+"”")
	}
}

// behindMark is the rule behind the mark under the finger, or all that shares it.
func (s *Screen) behindMark(c *column) {
	t := s.env.Theme
	told := s.rows()[min(s.mark, len(s.rows())-1)]
	c.gap()
	if told.Shared() {
		c.add(t.Quiet.Render("All " + told.Name))
		for _, f := range told.Parts {
			row := widget.Sign(t, f.Side) + " " + f.Name + " " + points(t, f.Points)
			if f.Text != "" {
				row += "  “" + clip(f.Text, 40) + "”"
			}
			c.say(t.Ink, row)
		}
		return
	}
	f := told.Lead()
	c.add(t.Quiet.Render("Why “" + f.Name + "”"))
	if f.Message != "" {
		c.say(t.Ink, f.Message)
	}
	if f.Why != "" {
		c.say(t.Ink, f.Why)
	}
	if len(f.Instead) > 0 {
		c.say(t.Ink, "Try “"+f.Instead[0]+"”")
	}
	from := "Rule " + f.Rule
	if f.Source != "" {
		from += " " + t.Glyphs.Dot + " " + f.Source
	}
	c.say(t.Quiet, from)
}

// repliesMargin lists all replies, the rewound ones pencilled.
func (s *Screen) repliesMargin(height int) []string {
	if !s.grid.Wide || len(s.all) == 0 {
		return nil
	}
	t, w := s.env.Theme, s.grid.MarginW
	every := 2
	if 2*len(s.all)+2 > height {
		every = 1
	}
	room := max(1, (height-2)/every)
	from := min(max(0, s.reply-room/2), max(0, len(s.all)-room))
	rows := []string{t.Quiet.Render("All replies"), ""}
	for i := from; i < min(len(s.all), from+room); i++ {
		r := &s.all[i]
		style, lead := t.Ink, " "
		if i == s.reply {
			style, lead = t.Bold, t.Accent.Render(t.Glyphs.Here)
		}
		number := strconv.Itoa(r.N)
		if r.Pencilled {
			style, number = t.Quiet, "~"
		}
		text := strings.Join(strings.Fields(t.Text(widget.Clean(r.Reply))), " ")
		rows = append(rows, lead+t.Quiet.Render(widget.PadLeft(number, 2))+" "+
			style.Render(widget.Column(t, text, w-4-9))+t.Quiet.Render(widget.PadLeft(r.After.Mood().String(), 9)))
		if every == 2 {
			rows = append(rows, "")
		}
	}
	return rows
}
