package call

import (
	"fmt"
	"strings"

	"coolhead/scenarios"
	"coolhead/sim"
	"coolhead/ui/coach"
	"coolhead/ui/widget"
)

type typedKey struct {
	mode            mode
	width, height   int
	text, word      string
	at, wordAt      int
	marks           int
	refusal, unkept string
	finger, said    int
	open            bool
}

// lineRows is what you type or pick, and the marks under it: the one region a
// key redraws.
func (s *Screen) lineRows() []string {
	key := typedKey{
		mode: s.mode, width: s.env.Width, height: s.env.Height,
		refusal: s.refusal, unkept: s.unkept, finger: s.finger, said: len(s.page), open: !s.open.nothing(),
	}
	switch s.mode {
	case typing:
		key.text, key.at, key.marks = s.line.Value(), s.line.At(), s.coach.Drawn
	case leavingTest:
		key.word, key.wordAt = s.word.Value(), s.word.At()
	}
	return s.typed.show(key, s.drawLine)
}

func (s *Screen) drawLine() []string {
	t := s.env.Theme
	var rows []string
	var focus span
	switch s.mode {
	case typing:
		rows = s.line.View(t, s.env.Width, s.findings(), true)
		focus = span{len(rows) - 1, len(rows) - 1}
		if names := s.namesRow(); names != "" {
			rows = append(rows, names)
		}
	case picking:
		rows, focus = s.pickRows()
	case paused:
		rows = s.plain("Paused. The clock has stopped, and what you were writing is kept.")
	case leavingTest:
		rows = append(s.plain(s.leaveWords()), s.word.View(t, s.env.Width, nil, true)...)
	case over:
		rows = s.endRows()
	}
	if s.refusal != "" {
		rows = append(rows, s.quietRows(s.refusal)...)
	}
	if s.unkept != "" {
		for _, r := range widget.Wrap(t.Text(s.unkept), s.grid.Inner) {
			rows = append(rows, s.grid.Text(t, t.Asks.Render(r)))
		}
	}
	return s.area(rows, focus)
}

// span is the rows that must be seen, from first to last.
type span struct{ first, last int }

// area gives the rows their place between fuse and foot: never less than the
// page keeps for them, so that the talk stands still while a line grows. What is
// open over the talk needs the room more than choices not under the finger.
func (s *Screen) area(rows []string, focus span) []string {
	least := 4
	if s.grid.Columns {
		least = 6
		rows = append(rows, "")
	}
	if s.grid.Wide {
		least = 7
		rows = append([]string{""}, rows...)
		focus.first++
		focus.last++
	}
	for len(rows) < least {
		rows = append(rows, "")
	}
	most := max(least, s.env.Height-len(s.headRows())-2-4)
	if s.open.card && !s.grid.Wide || !s.open.nothing() && !s.grid.Columns {
		most = least
	}
	if s.mode == picking {
		return s.scrolled(rows, focus, most)
	}
	if len(rows) > most {
		from := min(max(0, focus.first-most/2), len(rows)-most)
		rows = rows[from : from+most]
	}
	return rows
}

// scrolled is as many choices as have room, the one under the finger among them,
// with a word where there are more.
func (s *Screen) scrolled(rows []string, focus span, most int) []string {
	last := len(rows) // without the empty rows at the end
	for last > 0 && strings.TrimSpace(rows[last-1]) == "" {
		last--
	}
	if last <= most {
		return rows[:min(len(rows), most)]
	}
	from := min(max(0, focus.first-1), last-most)
	if focus.last+1 >= from+most {
		from = min(focus.last+2, last) - most
	}
	from = min(from, focus.first)
	out := append([]string(nil), rows[from:from+most]...)
	t := s.env.Theme
	if from > 0 && from < focus.first {
		out[0] = s.grid.Text(t, t.Quiet.Render("  "+t.Glyphs.ArrowU+" more"))
	}
	if from+most < last && focus.last < from+most-1 {
		out[most-1] = s.grid.Text(t, t.Quiet.Render("  "+t.Glyphs.ArrowD+" more"))
	}
	return out
}

// namesRow tells what the marks are, with who says so at the right.
func (s *Screen) namesRow() string {
	found := s.findings()
	if len(found) == 0 {
		return ""
	}
	t := s.env.Theme
	who := t.Quiet.Render("coach")
	if !s.grid.Columns {
		who = ""
	}
	names := widget.Names(t, coach.Names(found), s.grid.Inner-2-widget.Width(who)-min(2, widget.Width(who)))
	return s.grid.Text(t, widget.Ends("  "+names, who, s.grid.Inner))
}

// pickRows are the replies to choose from, in the call's own order. Nothing but
// the finger tells one from another.
func (s *Screen) pickRows() (rows []string, focus span) {
	t := s.env.Theme
	all := s.choices()
	airy := s.grid.Wide && s.env.Height >= 36
	for i, c := range all {
		if i > 0 && (airy || c.pick == 0) {
			rows = append(rows, "")
		}
		style, here := t.Ink, " "
		if i == s.finger {
			style, here = t.Bold, t.Accent.Render(t.Glyphs.Here)
			focus.first = len(rows)
		}
		for j, r := range widget.Wrap(t.Text(widget.Clean(c.text)), s.grid.Inner-5) {
			lead := here + " " + t.Quiet.Render(fmt.Sprint(i+1)) + "  "
			if j > 0 {
				lead = "     "
			}
			rows = append(rows, s.grid.Text(t, lead+style.Render(r)))
		}
		if i == s.finger {
			focus.last = len(rows) - 1
		}
	}
	return rows, focus
}

// endRows is the short close before the debrief.
func (s *Screen) endRows() []string {
	t := s.env.Theme
	var rows []string
	for _, r := range widget.Wrap(t.Text(s.closing()), s.grid.Inner) {
		rows = append(rows, s.grid.Text(t, t.Bold.Render(r)))
	}
	if s.practice() && s.badEnd() {
		rows = append(rows, s.quietRows("Rewind goes to the reply where it turned.")...)
	}
	return rows
}

// closing is the sentence of the ending.
func (s *Screen) closing() string {
	events := s.call.Events()
	for i := len(events) - 1; i >= 0; i-- {
		if e := &events[i]; e.Type == sim.Ended && e.After != nil {
			return e.After.Sentence
		}
	}
	return "The call has ended."
}

func (s *Screen) badEnd() bool {
	end, over := s.call.Ended()
	return over && scenarios.VerdictOf(end) == scenarios.Bad
}

func (s *Screen) plain(text string) []string {
	t := s.env.Theme
	var rows []string
	for _, r := range widget.Wrap(t.Text(text), s.grid.Inner) {
		rows = append(rows, s.grid.Text(t, t.Ink.Render(r)))
	}
	return rows
}

func (s *Screen) quietRows(text string) []string {
	t := s.env.Theme
	var rows []string
	for _, r := range widget.Wrap(t.Text(text), s.grid.Inner-2) {
		rows = append(rows, s.grid.Text(t, "  "+t.Quiet.Render(r)))
	}
	return rows
}

// leaveWords says how many tries a test has, in words where they are few.
func (s *Screen) leaveWords() string {
	total := max(1, s.cast.Scenario.Attempts)
	words := []string{"no", "one", "two", "three", "four", "five", "six"}
	count := fmt.Sprint(total)
	if total < len(words) {
		count = words[total]
	}
	if total == 1 {
		return "This uses your only attempt. Type leave to go, esc to stay."
	}
	return "This uses one of " + count + " attempts. Type leave to go, esc to stay."
}

func (s *Screen) attemptWords() string {
	if s.call.Mode() != sim.Test {
		return ""
	}
	return fmt.Sprintf("attempt %d of %d", max(1, s.attempt), max(1, s.cast.Scenario.Attempts))
}

// heldBack is the page without the customer's answer, which a pause holds back.
func heldBack(page []said, more string) []said {
	n := len(page)
	for n > 0 && (page[n-1].by == customer || page[n-1].by == stage) {
		n--
	}
	if n == 0 || n == len(page) {
		return page
	}
	held := append([]said(nil), page[:n]...)
	return append(held, said{by: customer, text: strings.TrimSpace(more), mood: page[n-1].mood})
}
