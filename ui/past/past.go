// Package past is what the store tells of earlier attempts, as lists and the home
// page show it.
//
// Its rule: it only reads, and reads in a command, never while a key waits. An
// attempt that cannot be read is left out here and hides none of the others.
package past

import (
	"strconv"
	"time"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/store"
)

// newest is how many ended attempts are read whole for their scores.
const newest = 400

// Past is all attempts, newest first.
type Past struct {
	Attempts []store.Summary
	tries    map[string][]Try // by scenario, newest first
}

// Try is one attempt that came to its end.
type Try struct {
	ID    string
	At    time.Time
	Mode  sim.Mode
	Score scoring.Tenths
	End   string
}

// Band is the score in a word.
func (t Try) Band() string { return scoring.Assessment{Score: t.Score}.Band() }

// Read looks through the store; nil is an empty one.
func Read(s *store.Store) Past { return read(s, newest) }

func read(s *store.Store, scores int) Past {
	p := Past{tries: map[string][]Try{}}
	if s == nil {
		return p
	}
	all, err := s.Attempts()
	if err != nil {
		return p
	}
	whole := 0
	for _, a := range all {
		if a.Problem != "" {
			continue
		}
		p.Attempts = append(p.Attempts, a)
		if a.End == "" || whole == scores {
			continue
		}
		whole++
		if try, ok := tryOf(s, a); ok {
			p.tries[a.Scenario] = append(p.tries[a.Scenario], try)
		}
	}
	return p
}

// List is Past without scores: quick, for whoever only counts.
func List(s *store.Store) Past { return read(s, 0) }

// tryOf reads what an attempt came to.
func tryOf(s *store.Store, a store.Summary) (Try, bool) {
	whole, err := s.Load(a.ID)
	if err != nil {
		return Try{}, false
	}
	record, err := sim.Replay(whole.Events)
	if err != nil {
		return Try{}, false
	}
	d := record.Debrief()
	return Try{ID: a.ID, At: a.Started, Mode: a.Mode, Score: d.Result.Score, End: a.End}, true
}

// Tries are the ended attempts of a scenario, newest first.
func (p Past) Tries(scenario string) []Try { return p.tries[scenario] }

// With adds a try, for a list that is made by hand.
func (p Past) With(scenario string, tries ...Try) Past {
	next := Past{Attempts: p.Attempts, tries: map[string][]Try{}}
	for k, v := range p.tries {
		next.tries[k] = v
	}
	next.tries[scenario] = append(append([]Try(nil), next.tries[scenario]...), tries...)
	return next
}

// Last is the newest attempt that came to its end.
func (p Past) Last() (store.Summary, Try, bool) {
	for _, a := range p.Attempts {
		for _, t := range p.tries[a.Scenario] {
			if t.ID == a.ID {
				return a, t, true
			}
		}
	}
	return store.Summary{}, Try{}, false
}

// Best is the best score of a scenario.
func (p Past) Best(scenario string) (scoring.Tenths, bool) {
	tries := p.tries[scenario]
	if len(tries) == 0 {
		return 0, false
	}
	best := tries[0].Score
	for _, t := range tries {
		best = max(best, t.Score)
	}
	return best, true
}

// Tests is how many attempts in test mode a scenario has had, left ones included.
func (p Past) Tests(scenario string) int {
	n := 0
	for _, a := range p.Attempts {
		if a.Scenario == scenario && a.Mode == sim.Test {
			n++
		}
	}
	return n
}

// Unfinished is the call to go on with: the newest one that was left, unless the
// same scenario has been played to an end since.
func (p Past) Unfinished() (store.Summary, bool) {
	ended := map[string]bool{}
	for _, a := range p.Attempts {
		switch {
		case a.End != "":
			ended[a.Scenario] = true
		case a.Replies > 0 && !ended[a.Scenario]:
			return a, true
		}
	}
	return store.Summary{}, false
}

// Tried says that a scenario has been begun.
func (p Past) Tried(scenario string) bool {
	for _, a := range p.Attempts {
		if a.Scenario == scenario {
			return true
		}
	}
	return false
}

// Whole is a score in whole points, as screens show it.
func Whole(t scoring.Tenths) string { return strconv.Itoa(int(t+5) / 10) }
