package sim

import (
	"fmt"
	"slices"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// Cast is everything a call is played with.
type Cast struct {
	Scenario *scenarios.Scenario
	Persona  scenarios.Persona
	Reader   *scoring.Reader
	Facts    []scenarios.Fact
	Hashes   []string // of scenario, persona and packs, as the store keeps them
	Program  string

	ears judge // in tests: in place of Reader
}

// Options are how one call is begun.
type Options struct {
	Seed    int64
	Mode    Mode
	At      string // the turn to begin at; "" is the first
	Mood    string // in place of the customer's own
	Attempt int    // from 1; in test mode nothing is given away before the last
}

// Stage is a cast made ready: every pick read once. It never changes, so that
// many calls, on many goroutines, may be played on it.
type Stage struct {
	cast     Cast
	ears     judge
	table    *effects
	turns    []scenarios.Turn
	index    map[string]int
	readings [][]any  // by turn, by pick
	card     []string // what the trainee has before them, as one list
	length   int      // turns on the straight path from the first
	ahead    []int    // by turn: replies on the straight path from there on
	voices   []Voice
	voice    []int // by turn: the place of its first entry in voices; the rules come last
}

// Prepare makes a cast ready to be played.
func Prepare(cast Cast) *Stage {
	s := &Stage{cast: cast, ears: cast.ears, table: table(), turns: cast.Scenario.Turns, index: map[string]int{}}
	if s.ears == nil {
		s.ears = reader{cast.Reader}
	}
	s.readings = make([][]any, len(s.turns))
	for i := range s.turns {
		s.index[s.turns[i].ID] = i
		s.readings[i] = make([]any, len(s.turns[i].Picks))
		for n, p := range s.turns[i].Picks {
			s.readings[i][n] = s.ears.Read(p.Text)
		}
	}
	s.card = slices.Concat(cast.Scenario.Card.Knows, cast.Scenario.Card.May)
	s.ahead = make([]int, len(s.turns))
	for i := range s.turns {
		s.ahead[i] = s.replies(i)
	}
	s.findVoices()
	if len(s.turns) > 0 {
		s.length = s.ahead[0]
	}
	return s
}

// Cast is what the stage was made of.
func (s *Stage) Cast() Cast { return s.cast }

// straight walks the path of a call in which every need is met, from a turn on:
// its `next`, else the turn below, until a turn that ends.
func (s *Stage) straight(from int, visit func(turn int)) {
	seen := make([]bool, len(s.turns))
	for t := from; t >= 0 && t < len(s.turns) && !seen[t]; t = s.below(t) {
		seen[t] = true
		visit(t)
	}
}

// replies is how many replies the straight path from a turn on has.
func (s *Stage) replies(from int) int {
	n := 0
	s.straight(from, func(t int) {
		if !s.ends(&s.turns[t]) {
			n++
		}
	})
	return n
}

// below is the turn after t on the straight path, or −1.
func (s *Stage) below(t int) int {
	turn := &s.turns[t]
	if s.ends(turn) {
		return -1
	}
	if turn.Next != "" {
		return s.at(turn.Next)
	}
	if t+1 < len(s.turns) {
		return t + 1
	}
	return -1
}

// at is the place of a turn in the file, or −1.
func (s *Stage) at(id string) int {
	if i, ok := s.index[id]; ok {
		return i
	}
	return -1
}

// ends says that a turn always ends the call: it says so itself, or the entry
// without a condition does, or all of its entries do.
func (s *Stage) ends(turn *scenarios.Turn) bool {
	if turn.End != "" {
		return true
	}
	all := len(turn.Says) > 0
	for i := range turn.Says {
		if turn.Says[i].If.Empty() {
			return turn.Says[i].End != ""
		}
		all = all && turn.Says[i].End != ""
	}
	return all
}

// Check says what keeps a call with these options from being played, if anything does.
func (s *Stage) Check(o Options) error {
	if len(s.turns) == 0 {
		return fmt.Errorf("starting %s: it has no turns, so nobody would speak", s.cast.Scenario.ID)
	}
	if o.At != "" && s.at(o.At) < 0 {
		return fmt.Errorf("starting %s: no turn is called %q", s.cast.Scenario.ID, o.At)
	}
	if _, ok := scenarios.ParseMood(o.Mood); o.Mood != "" && !ok {
		return fmt.Errorf("starting %s: %q is not a mood; they are glad, calm, wary, upset, angry and furious", s.cast.Scenario.ID, o.Mood)
	}
	return nil
}
