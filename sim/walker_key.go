package sim

import (
	"bytes"
	"encoding/binary"

	"coolhead/scoring"
)

// near is what can still matter once a call stands in a turn.
type near struct {
	turns []bool       // turns that may be answered from here on, or may end the call
	past  scoring.Past // what their picks could have in common with what was said
}

// look finds out, for every turn, what can still matter from there on. It errs on
// the side of too much: conditions are not looked at.
func (w *Walker) look() {
	s := w.stage
	var always []int // anytime may lead there from everywhere
	for i := range s.cast.Scenario.Anytime {
		r := &s.cast.Scenario.Anytime[i]
		for _, id := range []string{r.Go, r.Detour} {
			if t := s.at(id); t >= 0 {
				always = append(always, t)
			}
		}
	}
	w.runsOut = s.runsOut()
	w.late = max(s.length/4, 1, w.book.Late())
	for _, p := range s.table.Positions {
		w.late = max(w.late, len(p.Replies))
	}
	w.near = make([]near, len(s.turns))
	for from := range s.turns {
		n := near{turns: make([]bool, len(s.turns)), past: w.book.Past()}
		todo := append([]int{from}, always...)
		for len(todo) > 0 {
			t := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if t < 0 || n.turns[t] {
				continue
			}
			n.turns[t] = true
			for p := range s.turns[t].Picks {
				w.book.Asks(&n.past, w.first[t]+p)
			}
			todo = append(todo, s.leads(t)...)
		}
		for t := range s.turns { // may say the last words
			n.turns[t] = n.turns[t] || s.endsSomewhere(t)
		}
		w.near[from] = n
	}
}

// leads are the turns that a reply to t may lead to, anytime's aside; −1 among them
// for none.
func (s *Stage) leads(t int) []int {
	turn := &s.turns[t]
	to := []int{s.after(t)}
	for _, send := range turn.Sends {
		to = append(to, s.at(send.Go))
	}
	for i := range turn.Picks {
		if id := turn.Picks[i].Go; id != "" {
			to = append(to, s.at(id))
		}
	}
	if turn.Missed != "" {
		to = append(to, s.at(turn.Missed))
	}
	return to
}

func (s *Stage) endsSomewhere(t int) bool {
	if s.turns[t].End != "" {
		return true
	}
	for i := range s.turns[t].Says {
		if s.turns[t].Says[i].End != "" {
			return true
		}
	}
	return false
}

// runsOut says that some call may come to where nothing follows, so that how every
// need came out decides the end.
func (s *Stage) runsOut() bool {
	for t := range s.turns {
		if s.ends(&s.turns[t]) {
			continue
		}
		for _, to := range s.leads(t) {
			if to < 0 {
				return true
			}
		}
	}
	return false
}

// Key appends all that the rest of a call of picks and silences can depend on: two
// spots with the same key go on alike, whatever is picked. Trust, cool and progress
// are not in it, since no step looks at them; nor is what can only matter to turns
// that cannot come again.
func (w *Walker) Key(b []byte, at *Spot) []byte {
	c, s := &at.core, w.stage
	here := &w.near[c.turn]
	var aside *near
	if c.detour >= 0 && c.aside >= 0 {
		aside = &w.near[c.aside]
	}
	b = number(b, c.turn, c.aside+1, c.detour+1, c.state.Heat, c.state.Patience, c.flare, c.waited, int(c.held), c.abused,
		min(c.replies(), w.late), w.line(&c.line), c.line.Abuse,
		flags(c.falling, c.listened, c.faded, c.line.Bait))
	if w.runsOut {
		b = number(b, clamp(c.bare))
	}
	for i, n := range c.fired {
		r := &s.cast.Scenario.Anytime[i]
		if r.Once {
			n = min(n, 1)
		} else {
			n %= max(len(r.Say), 1)
		}
		b = append(b, byte(n))
	}
	for t := range c.seen {
		x := &c.seen[t]
		switch {
		case here.turns[t] || aside != nil && aside.turns[t]:
			b = number(b, x.said, x.tries, int(x.fate))
			b = binary.AppendUvarint(b, x.got)
		case w.runsOut:
			b = append(b, byte(x.fate))
		}
	}
	clear(w.counts)
	for i := range c.shown {
		n, ok := w.ids[c.shown[i].id]
		if !ok {
			n = len(w.ids)
			w.ids[c.shown[i].id] = n
			w.counts = append(w.counts, 0)
		}
		w.counts[n] = byte(min(c.shown[i].times, len(s.table.Repetition)))
	}
	shown := bytes.TrimRight(w.counts, "\x00") // those not met yet count nothing
	b = append(number(b, len(shown)), shown...)
	if aside == nil {
		aside = here
	}
	for i, set := range at.past.Words {
		b = binary.AppendUvarint(b, set&(here.past.Words[i]|aside.past.Words[i]))
	}
	for i, set := range at.past.Said {
		b = binary.AppendUvarint(b, set&(here.past.Said[i]|aside.past.Said[i]))
	}
	return b
}

// number appends small numbers of any size.
func number(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.AppendUvarint(b, uint64(v))
	}
	return b
}

func flags(all ...bool) int {
	n := 0
	for i, f := range all {
		if f {
			n |= 1 << i
		}
	}
	return n
}
