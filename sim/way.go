package sim

import (
	"slices"

	"coolhead/scenarios"
)

// wayOn is where the talk goes after a reply, before anytime is looked at: the
// pick's `go`, else the first of the turn's `sends` that was shown, else by its
// need. −1: nowhere.
func (s *Stage) wayOn(c *core, pick *scenarios.Pick, shown []string) int {
	turn, here := &s.turns[c.turn], &c.seen[c.turn]
	if pick != nil && pick.Go != "" {
		return s.goTo(c, pick.Go)
	}
	for _, send := range turn.Sends {
		if slices.Contains(shown, send.Behaviour) {
			return s.goTo(c, send.Go)
		}
	}
	lacks := !turn.Needs.Empty() && here.fate != met
	switch {
	case here.said == 0, lacks && here.tries < tries(turn):
		return c.turn
	case lacks && turn.Missed != "":
		return s.goTo(c, turn.Missed)
	case lacks:
		here.fate = missed
	}
	if c.detour == c.turn {
		back := c.aside
		c.aside, c.detour = -1, -1
		return back
	}
	return s.after(c.turn)
}

// goTo leaves the turn, and a detour, for good.
func (s *Stage) goTo(c *core, id string) int {
	to := s.at(id)
	if to != c.turn {
		s.abandon(c)
	}
	return to
}

// abandon gives up on what the turn being answered still needs, and on coming back.
func (s *Stage) abandon(c *core) {
	if here := &c.seen[c.turn]; here.fate == open && here.said > 0 && !s.turns[c.turn].Needs.Empty() {
		here.fate = missed
	}
	c.aside, c.detour = -1, -1
}

// after is a turn's `next`, else the turn below, else −1.
func (s *Stage) after(t int) int {
	if next := s.turns[t].Next; next != "" {
		return s.at(next)
	}
	if t+1 < len(s.turns) {
		return t + 1
	}
	return -1
}

// anytime is the first rule that holds: after a reply one that asks for no wait;
// at a silence the one whose wait has just been reached.
func (s *Stage) anytime(c *core, way, silence int) *scenarios.Anytime {
	rules := s.cast.Scenario.Anytime
	for i := range rules {
		r := &rules[i]
		if r.Once && c.fired[i] > 0 || r.Detour != "" && c.detour >= 0 {
			continue
		}
		if c.waits(r.If) != silence {
			continue
		}
		if s.holds(c, r.If, way) {
			c.fired[i]++
			c.acted = i
			return r
		}
	}
	return nil
}

// nextSilence is the next wait at which something would happen.
func (s *Stage) nextSilence(c *core) (int, bool) {
	if c.over() {
		return 0, false
	}
	next := 0
	look := func(cond scenarios.Condition) {
		at := c.waits(cond)
		if at <= c.waited || next > 0 && at >= next {
			return
		}
		now := c.waited
		c.waited = at
		if s.holds(c, cond, c.turn) {
			next = at
		}
		c.waited = now
	}
	if c.replies() > 0 { // anytime is not looked at before the first reply
		rules := s.cast.Scenario.Anytime
		for i := range rules {
			if !(rules[i].Once && c.fired[i] > 0) && !(rules[i].Detour != "" && c.detour >= 0) {
				look(rules[i].If)
			}
		}
	}
	for i := range s.turns[c.turn].Says {
		look(s.turns[c.turn].Says[i].If)
	}
	return next, next > 0
}

// wait is a silence that has reached a threshold: patience falls, and what waited
// for it applies.
func (s *Stage) wait(c *core, seconds int) []Line {
	from := c.turn
	if c.detour >= 0 {
		from = c.aside
	}
	c.waited, c.acted = seconds, -1
	c.state.Patience = clamp(c.state.Patience + s.drain(silentPatience))
	if c.replies() > 0 {
		if rule := s.anytime(c, c.turn, seconds); rule != nil {
			way, lines := s.goOn(c, c.turn, rule, from)
			if !c.over() {
				c.state.Progress = s.progress(c, way)
			}
			return lines
		}
	}
	var lines []Line
	says := s.turns[c.turn].Says
	for i := range says {
		if c.waits(says[i].If) == seconds && s.holds(c, says[i].If, c.turn) {
			lines = []Line{s.utter(c, c.turn, i, c.seen[c.turn].said)}
			if end := s.endOf(c.turn, i); end != "" {
				s.finish(c, end, from)
				return lines
			}
			break
		}
	}
	if c.state.Patience == 0 {
		lines = append(lines, s.leave(c, s.stateEnd(c), from)...)
	}
	return lines
}
