package sim

import (
	"strconv"

	"coolhead/scenarios/source"
)

// Voice is one place of a scenario that a line can come from: an entry of a turn,
// or an anytime rule.
type Voice struct {
	Turn  int // −1 for a rule
	Entry int // of the turn, or which rule, from 0
	Lines int // to choose from
	Why   string
	At    source.Place
}

// Voices are all places that a line can come from, in the file's order, rules last.
func (s *Stage) Voices() []Voice { return s.voices }

func (s *Stage) findVoices() {
	for i := range s.turns {
		s.voice = append(s.voice, len(s.voices))
		t := &s.turns[i]
		for n := range t.Says {
			e := &t.Says[n]
			why := t.ID + ", entry " + strconv.Itoa(n+1)
			if e.If.Text != "" {
				why += ": " + e.If.Text
			}
			s.voices = append(s.voices, Voice{Turn: i, Entry: n, Lines: len(e.Say), Why: why, At: e.At})
		}
	}
	s.voice = append(s.voice, len(s.voices))
	for n := range s.cast.Scenario.Anytime {
		r := &s.cast.Scenario.Anytime[n]
		why := "anytime " + strconv.Itoa(n+1) + ": " + r.If.Text
		s.voices = append(s.voices, Voice{Turn: -1, Entry: n, Lines: len(r.Say), Why: why, At: r.At})
	}
}
