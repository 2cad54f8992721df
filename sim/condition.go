package sim

import "coolhead/scenarios"

// holds says whether every clause of a condition holds now. turn is whose saying
// is asked about: `again` and `try` count its sayings, the coming one included.
func (s *Stage) holds(c *core, cond scenarios.Condition, turn int) bool {
	for _, cl := range cond.Clauses {
		if !s.clauseHolds(c, cl, turn) {
			return false
		}
	}
	return true
}

func (s *Stage) clauseHolds(c *core, cl scenarios.Clause, turn int) bool {
	switch cl.Kind {
	case scenarios.IfMood:
		mood := c.state.Mood()
		switch cl.Or {
		case "better":
			return mood <= cl.Mood
		case "worse":
			return mood >= cl.Mood
		}
		return mood == cl.Mood
	case scenarios.IfHeard:
		return c.heard(cl.Behaviour)
	case scenarios.IfNotHeard:
		return !c.heard(cl.Behaviour)
	case scenarios.IfAgain:
		return turn >= 0 && c.seen[turn].said > 0
	case scenarios.IfTry:
		return turn >= 0 && c.seen[turn].said+1 == cl.N
	case scenarios.IfSilence:
		return c.held != politeHold && c.waited >= cl.N && c.waited > 0
	case scenarios.IfHold:
		return c.held != noHold && c.waited >= cl.N && c.waited > 0
	}
	return false
}

// waits are the seconds at which a condition begins to hold by waiting alone, as
// things stand: 0 where it asks for no wait, or for one that does not count now.
func (c *core) waits(cond scenarios.Condition) int {
	at := 0
	for _, cl := range cond.Clauses {
		switch {
		case cl.Kind == scenarios.IfSilence && c.held != politeHold,
			cl.Kind == scenarios.IfHold && c.held != noHold:
			at = max(at, cl.N)
		}
	}
	return at
}
