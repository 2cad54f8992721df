package sim

import (
	"slices"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// tries is how many replies a turn waits for its need.
func tries(t *scenarios.Turn) int {
	if t.Tries > 0 {
		return t.Tries
	}
	return 2
}

// lacking is what of a need has not been shown yet.
func lacking(n scenarios.Needs, got uint64) scenarios.Needs {
	var left scenarios.Needs
	for i, b := range n.All {
		if got&(1<<i) == 0 {
			left.All = append(left.All, b)
		}
	}
	if got>>len(n.All) == 0 {
		left.Any = n.Any
	}
	return left
}

// satisfied says that nothing of a need is lacking.
func satisfied(n scenarios.Needs, got uint64) bool {
	all := uint64(1)<<len(n.All) - 1
	return got&all == all && (len(n.Any) == 0 || got>>len(n.All) != 0)
}

// gained adds to what was got of a need what a reply showed.
func gained(n scenarios.Needs, got uint64, shown []string) uint64 {
	for i, b := range n.All {
		if slices.Contains(shown, b) {
			got |= 1 << i
		}
	}
	for i, b := range n.Any {
		if slices.Contains(shown, b) {
			got |= 1 << (len(n.All) + i)
		}
	}
	return got
}

// wanted is what the turn being answered still needs; nothing while the customer
// has not said it, or where it was met before.
func (s *Stage) wanted(c *core) scenarios.Needs {
	if c.over() || c.seen[c.turn].said == 0 || c.seen[c.turn].fate == met {
		return scenarios.Needs{}
	}
	return lacking(s.turns[c.turn].Needs, c.seen[c.turn].got)
}

// showing are the behaviours a reply showed, each once, in order.
func showing(a *scoring.Assessment) []string {
	var ids []string
	for i := range a.Findings {
		f := &a.Findings[i]
		if counts(f) && !slices.Contains(ids, f.Behaviour) {
			ids = append(ids, f.Behaviour)
		}
	}
	return ids
}

// counts says whether the customer notices a finding: those that are void, missing
// or only advice are the trainee's alone, as are those that name no behaviour.
func counts(f *scoring.Finding) bool {
	return !f.Void && f.Behaviour != "" && f.Side != scoring.Missing && f.Side != scoring.Advice
}

// attend writes down what a reply showed: in the call, and to its turn. It says
// whether the need was met by it, and whether it was tried and not met.
func (s *Stage) attend(c *core, shown []string) (metNow, unmet bool) {
	for _, b := range shown {
		c.show(b)
	}
	here := &c.seen[c.turn]
	if here.said == 0 {
		return false, false // something else was said in place of this turn's line
	}
	here.tries++
	need := s.turns[c.turn].Needs
	here.got = gained(need, here.got, shown)
	if need.Empty() || here.fate == met {
		return false, false
	}
	if satisfied(need, here.got) {
		here.fate = met
		return true, false
	}
	return false, true
}

// progress is needs met ÷ (met + missed + still ahead on the straight path).
func (s *Stage) progress(c *core, from int) int {
	counted := make([]bool, len(s.turns))
	done, all := 0, 0
	count := func(t int) {
		if counted[t] || s.turns[t].Needs.Empty() {
			return
		}
		counted[t] = true
		all++
		if c.seen[t].fate == met {
			done++
		}
	}
	for t := range c.seen {
		if c.seen[t].fate != open {
			count(t)
		}
	}
	if c.detour >= 0 {
		count(c.detour)
		s.straight(c.aside, count)
	} else {
		s.straight(from, count)
	}
	if all == 0 {
		return clamp(c.bare)
	}
	return (200*done + all) / (2 * all)
}
