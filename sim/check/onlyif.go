package check

import (
	"fmt"
	"strings"

	"coolhead/scenarios"
	"coolhead/sim"
)

// OnlyIf is something a call comes to only on a condition, with the shortest way.
type OnlyIf struct {
	What  string // “turn lost”, “ending stormed-off”
	Needs string // the condition; "" for an ending without one
	Path  sim.Path
	Seed  int64
	Whole bool // the condition holds for every way; otherwise only the way is known
}

// OnlyIf are the endings with a way to each, and the turns that need more than to
// go on.
func (s *Study) OnlyIf() []OnlyIf {
	var all []OnlyIf
	for _, end := range scenarios.Endings() {
		way, ok := s.wayTo(end)
		if !ok {
			continue
		}
		one := OnlyIf{What: "ending " + end, Path: way.Path, Seed: way.Seed}
		if s.Explored != nil && s.Explored.Whole {
			one.Needs, one.Whole = s.needs(s.Explored.Ends[end]), true
		}
		all = append(all, one)
	}
	if s.Explored == nil || !s.Explored.Whole {
		return all
	}
	for i, r := range s.Explored.Turns {
		if needs := s.needs(r); r.States > 0 && needs != "" {
			all = append(all, OnlyIf{What: "turn " + s.c.s.Turns[i].ID, Needs: needs, Path: r.Path, Seed: seed, Whole: true})
		}
	}
	return all
}

// needs is what every way has in it, in words. Picks that leave no choice are left
// out, and so are moods that the traps explain.
func (s *Study) needs(r Reached) string {
	var parts, moods []string
	traps := r.Traps
	for _, c := range r.Only {
		switch {
		case c.Mood != "" && c.Or == "worse":
			moods = append(moods, "once the customer is "+orMore(c.Mood, "furious", "worse"))
		case c.Mood != "":
			moods = append(moods, "once the customer is "+orMore(c.Mood, "glad", "better"))
		case c.Pick == 0:
			parts = append(parts, "after a silence in "+c.Turn)
		default:
			t := s.turn(c.Turn)
			if len(t.Picks) < 2 {
				continue
			}
			kind := "pick"
			if t.Picks[c.Pick-1].Kind != scenarios.Plain {
				kind = string(t.Picks[c.Pick-1].Kind)
			}
			if t.Picks[c.Pick-1].Kind == scenarios.Trap {
				traps--
			}
			parts = append(parts, fmt.Sprintf("after %s %d in %s", kind, c.Pick, c.Turn))
		}
	}
	switch {
	case traps == 1 && r.Traps == 1:
		parts = append(parts, "after a trap")
	case traps == 1:
		parts = append(parts, "after one trap more")
	case traps > 1 && traps == r.Traps:
		parts = append(parts, fmt.Sprintf("after %d traps", traps))
	case traps > 1:
		parts = append(parts, fmt.Sprintf("after %d traps more", traps))
	}
	return strings.Join(append(parts, moods...), ", ")
}

func orMore(mood, last, or string) string {
	if mood == last {
		return mood
	}
	return mood + " or " + or
}

func (s *Study) turn(id string) *scenarios.Turn {
	for i := range s.c.s.Turns {
		if s.c.s.Turns[i].ID == id {
			return &s.c.s.Turns[i]
		}
	}
	return &scenarios.Turn{}
}
