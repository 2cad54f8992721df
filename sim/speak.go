package sim

import (
	"strconv"

	"coolhead/scenarios"
)

// take moves the call to a turn and has it speak; −1 has the call come to its end
// by how things stand.
func (s *Stage) take(c *core, turn, from int) []Line {
	if turn < 0 {
		s.finish(c, s.runOut(c), from)
		return nil
	}
	c.turn = turn
	i := s.entry(c, turn)
	if i < 0 {
		c.seen[turn].said++
		if end := s.turns[turn].End; end != "" {
			s.finish(c, end, from)
		}
		return nil
	}
	line := s.utter(c, turn, i, c.seen[turn].said)
	c.seen[turn].said++
	if end := s.endOf(turn, i); end != "" {
		s.finish(c, end, from)
	}
	return []Line{line}
}

// entry is the first entry of a turn that holds, else its last; −1 where it has none.
func (s *Stage) entry(c *core, turn int) int {
	says := s.turns[turn].Says
	for i := range says {
		if s.holds(c, says[i].If, turn) {
			return i
		}
	}
	return len(says) - 1
}

// endOf is how the call ends with this entry, "" if it does not.
func (s *Stage) endOf(turn, entry int) string {
	if end := s.turns[turn].Says[entry].End; end != "" {
		return end
	}
	return s.turns[turn].End
}

// utter says one line of an entry, the times-th time.
func (s *Stage) utter(c *core, turn, entry, times int) Line {
	t, e := &s.turns[turn], &s.turns[turn].Says[entry]
	voice := s.voice[turn] + entry
	nth := c.choose(len(e.Say), t.ID, times)
	return c.hear(Line{
		Turn: t.ID, Text: lineOf(e.Say, nth), Does: e.Does,
		Bait: t.Bait || e.Bait, Abuse: max(t.Abuse, e.Abuse), Why: s.voices[voice].Why, voice: voice, nth: nth,
	})
}

// interject says what an anytime rule says in place of the turn's line; the turn
// stands.
func (s *Stage) interject(c *core, r *scenarios.Anytime) Line {
	nth, times := 0, 0
	for i := range s.cast.Scenario.Anytime {
		if &s.cast.Scenario.Anytime[i] == r {
			nth, times = i, c.fired[i]-1
		}
	}
	voice := s.voice[len(s.turns)] + nth
	which := c.choose(len(r.Say), "anytime "+strconv.Itoa(nth+1), times)
	return c.hear(Line{
		Turn: s.turns[c.turn].ID, Text: lineOf(r.Say, which), Does: r.Does,
		Why: s.voices[voice].Why, voice: voice, nth: which,
	})
}

// hear makes a line the customer's last.
func (c *core) hear(l Line) Line {
	if c.line.Text != "" {
		c.earlier = append(c.earlier, c.line.Text)
	}
	c.line, c.prepared = l, nil
	if l.Abuse > 0 {
		c.abused++
	}
	return l
}

// lineOf is one of several lines, "" where there are none.
func lineOf(lines []string, nth int) string {
	if len(lines) == 0 {
		return ""
	}
	return lines[nth]
}

// choose takes one of several lines: a function of seed, turn and times said, so
// that nothing said elsewhere changes it, and a line comes back last.
func (c *core) choose(lines int, turn string, times int) int {
	if lines < 2 {
		return 0
	}
	// FNV-1a, written out since this is done for every line of a walk.
	var digits [20]byte
	x := uint64(14695981039346656037)
	for _, b := range strconv.AppendInt(digits[:0], c.seed, 10) {
		x = (x ^ uint64(b)) * 1099511628211
	}
	x = (x ^ '/') * 1099511628211
	for i := range len(turn) {
		x = (x ^ uint64(turn[i])) * 1099511628211
	}
	x ^= x >> 32 // neighbouring seeds are close together in its low bits
	return int((x%uint64(lines) + uint64(times)) % uint64(lines))
}

// leave ends a call by the state. The author's line for this ending is said, if
// there is one: that of a turn that always ends so, else of an entry that may.
func (s *Stage) leave(c *core, end string, from int) []Line {
	var lines []Line
	if t, i := s.farewell(c, end); t >= 0 {
		lines = []Line{s.utter(c, t, i, c.seen[t].said)}
		c.seen[t].said++
	}
	s.finish(c, end, from)
	return lines
}

// farewell is the entry that says an ending's last words, −1 for none.
func (s *Stage) farewell(c *core, end string) (turn, entry int) {
	for t := range s.turns {
		if s.turns[t].End == end {
			if i := s.entry(c, t); i >= 0 {
				return t, i
			}
		}
	}
	for t := range s.turns {
		for i := range s.turns[t].Says {
			if e := &s.turns[t].Says[i]; e.End == end && s.holds(c, e.If, t) {
				return t, i
			}
		}
	}
	return -1, -1
}

// stateEnd is how a customer goes whose patience is used up.
func (s *Stage) stateEnd(c *core) string {
	if c.state.Mood() >= scenarios.Angry {
		return scenarios.StormedOff
	}
	return s.gone(c, scenarios.KindButUseless)
}

// gone is left-silently for those who leave without a word, else what is given.
func (s *Stage) gone(_ *core, otherwise string) string {
	if s.cast.Persona.Leaves == scenarios.LeftSilently {
		return scenarios.LeftSilently
	}
	return otherwise
}

// runOut is the ending of a call that has nowhere to go on: the author forgot one.
func (s *Stage) runOut(c *core) string {
	done := s.progress(c, -1) == 100
	switch {
	case done && c.state.Mood() <= scenarios.Calm:
		return scenarios.Recovered
	case done:
		return scenarios.SolvedButLost
	}
	return s.stateEnd(c)
}

// finish ends the call. What lay ahead of the turn last answered counts as not
// reached, unless the ending is a good one.
func (s *Stage) finish(c *core, end string, from int) {
	if scenarios.VerdictOf(end) == scenarios.Good {
		from = -1
	}
	c.aside, c.detour = -1, -1
	c.state.Progress = s.progress(c, from)
	c.turn, c.end = -1, end
}
