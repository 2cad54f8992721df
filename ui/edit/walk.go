package edit

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/sim/check"
)

// A walk is done within a second: each of its three parts stops after its share.
const (
	walkCalls  = 10_000
	walkTyped  = 2_000
	walkStates = 20_000
	walkShare  = 150 * time.Millisecond
)

// walking is the walk of the version that is kept.
type walking struct {
	number int // of the walk under way, or the last one
	seed   uint64
	stop   context.CancelFunc // nil: none is under way
	done   *walked            // what came of the last one, nil while a new one goes
}

// end stops the walk under way.
func (w *walking) end() {
	if w.stop != nil {
		w.stop()
		w.stop = nil
	}
}

// walked is what came of playing a save by itself.
type walked struct {
	number        int
	seed          uint64
	picked, typed int // calls
	ends          []ending
	tests         []tested
	turns         int
	unseen        []string // turns that no walk came to
	untested      []string // turns that no test plays
	found         []source.Problem
	took          time.Duration
	err           error
}

// ending is in how many of 100 calls it came.
type ending struct {
	name          string // "" for calls that came to no end
	picked, typed int    // −1: nothing was picked, or typed
}

// tested is how a test came out.
type tested struct {
	name, end, fault string
	score            string
	passed, built    bool // built: what every scenario must hold
}

// walkOn plays the version that is kept by itself, in a command, until the next
// save. A checker that has read the picks already saves doing it again.
func (s *Screen) walkOn(checker *check.Checker) tea.Cmd {
	s.walk.end()
	ctx, stop := context.WithCancel(s.ctx)
	s.walk.stop, s.walk.done = stop, nil
	s.walk.number++
	w := walked{number: s.walk.number, seed: s.walk.seed}
	kept, now := s.kept, s.env.Now
	return func() tea.Msg {
		from := now()
		if checker == nil {
			checker = check.New(kept.cast)
		}
		study := checker.Study(check.StudyOptions{
			Seed: w.seed, Calls: walkCalls, Typed: walkTyped, States: walkStates, Told: within(ctx, now),
		})
		if w.err = ctx.Err(); w.err == nil {
			w.of(study, checker)
			w.found = source.Excerpt(kept.data, w.found)
		}
		w.took = now().Sub(from)
		return w
	}
}

// within stops a part of a study when its time is over, and all of it with ctx.
func within(ctx context.Context, now func() time.Time) func(string, int) bool {
	part, until := "", time.Time{}
	return func(doing string, _ int) bool {
		if doing != part {
			part, until = doing, now().Add(walkShare)
		}
		return ctx.Err() == nil && now().Before(until)
	}
}

// again walks the version that is kept once more, with the next seed.
func (s *Screen) again() tea.Cmd {
	if s.kept == nil {
		s.note = "Nothing here can be walked yet."
		return nil
	}
	s.walk.seed++
	cmd := s.walkOn(nil)
	s.gather()
	return cmd
}

// takeWalk shows what came of a walk, unless another has begun.
func (s *Screen) takeWalk(w walked) {
	if w.number != s.walk.number || w.err != nil {
		return
	}
	s.walk.end()
	s.walk.done = &w
	s.gather()
}

// of takes from a study what the page shows.
func (w *walked) of(study *check.Study, checker *check.Checker) {
	ends := map[string]bool{}
	for _, one := range []*check.Walked{study.Picked, study.Typed} {
		if one != nil {
			for end := range one.Ends {
				ends[end] = true
			}
		}
	}
	if study.Picked != nil {
		w.picked = study.Picked.Calls
	}
	if study.Typed != nil {
		w.typed = study.Typed.Calls
	}
	order := scenarios.Endings()
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b string) int { return int(scenarios.VerdictOf(b) - scenarios.VerdictOf(a)) })
	for _, end := range append(order, "") {
		if ends[end] {
			w.ends = append(w.ends, ending{end, share(study.Picked, end), share(study.Typed, end)})
		}
	}
	for _, r := range study.Tests {
		w.tests = append(w.tests, tested{r.Name, r.End, r.Fault, r.Score.String(), r.Passed, r.Code != ""})
	}
	w.turns = len(study.Turns)
	for _, t := range study.Turns {
		if t.Picked+t.Typed+t.States == 0 {
			w.unseen = append(w.unseen, t.Name)
		}
		if t.Tests == 0 {
			w.untested = append(w.untested, t.Name)
		}
	}
	for _, p := range append(checker.Problems(), study.Rare()...) {
		if strings.HasPrefix(p.Code, "CH4") {
			w.found = append(w.found, p)
		}
	}
}

// share is in how many of 100 calls an ending came: never 0 or 100 by rounding.
func share(w *check.Walked, end string) int {
	if w == nil || w.Calls == 0 {
		return -1
	}
	n := w.Ends[end]
	switch percent := (200*n + w.Calls) / (2 * w.Calls); {
	case n > 0 && percent == 0:
		return 1
	case n < w.Calls && percent == 100:
		return 99
	default:
		return percent
	}
}
