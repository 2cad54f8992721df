package call

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/coach"
)

// aside is what is open beside the talk: one thing at a time.
type aside struct {
	card  bool
	top   int // rows of the card read past
	hint  *note
	whys  []scoring.Finding
	why   int // which of whys; below 0: none
	which int // grows with every change
}

func (a *aside) nothing() bool { return !a.card && a.hint == nil && a.why < 0 }

func (a *aside) close() { *a = aside{why: -1, which: a.which + 1} }

// openCard shows what the trainee knows, may do and may not do; again closes it.
func (s *Screen) openCard() {
	was := s.open.card
	s.open.close()
	s.open.card = !was
	s.body++
}

// cardParts are the card's headings and what stands under each.
func (s *Screen) cardParts() []note {
	c := s.cast.Scenario.Card
	var parts []note
	for _, p := range []note{
		{title: "You can see", parts: c.Knows},
		{title: "You may", parts: c.May},
		{title: "You may not", parts: c.MayNot},
	} {
		if len(p.parts) > 0 {
			parts = append(parts, p)
		}
	}
	return parts
}

// hint asks the call for the next of three.
func (s *Screen) hint() tea.Cmd {
	if mode := s.call.Mode(); mode != sim.Practice {
		s.refusal = fmt.Sprintf("Hints rest in %s mode. The debrief has them all.", mode)
		return nil
	}
	if s.mode == over {
		return nil
	}
	h, _ := s.call.Hint()
	s.open.close()
	more := ""
	if h.N < h.Of {
		more = "ctrl+g for more"
		if s.mode == picking {
			more = "h for more"
		}
	}
	s.open.hint = &note{title: fmt.Sprintf("Hint %d of %d", h.N, h.Of), parts: []string{h.Text}, foot: more}
	s.body++
	return s.keep.events(s.call.New())
}

// why walks the marks of the last reply, then those of the line, and opens the
// rule behind each: what it means, how else to say it, where it is from.
func (s *Screen) why() {
	if mode := s.call.Mode(); mode != sim.Practice {
		s.refusal = fmt.Sprintf("Notes rest in %s mode. The debrief has them all.", mode)
		return
	}
	at := s.open.why
	whys := s.open.whys
	if at < 0 {
		s.settle()
		whys = nil
		if s.receipt != nil {
			whys = append(whys, coach.Names(s.receipt.findings)...)
		}
		whys = append(whys, coach.Names(s.coach.Shown)...)
	}
	s.open.close()
	s.body++
	if len(whys) == 0 {
		s.refusal = "Nothing is marked yet."
		return
	}
	s.open.whys, s.open.why = whys, (at+1)%len(whys)
}

// note is what is open, as the margin shows it.
func (s *Screen) note() *note {
	switch {
	case s.open.hint != nil:
		return s.open.hint
	case s.open.why >= 0:
		return whyNote(s.open.whys[s.open.why])
	}
	return nil
}

func whyNote(f scoring.Finding) *note {
	n := &note{title: "Why “" + f.Name + "”"}
	if f.Why != "" {
		n.parts = append(n.parts, f.Why)
	} else if f.Message != "" {
		n.parts = append(n.parts, f.Message)
	}
	if len(f.Instead) > 0 {
		n.parts = append(n.parts, "Try “"+f.Instead[0]+"”")
	}
	if f.Source != "" {
		n.parts = append(n.parts, f.Source)
	}
	n.foot = f.Rule
	return n
}
