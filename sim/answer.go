package sim

import (
	"slices"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// Behaviours that the engine itself knows by name; all others are data.
const (
	endsCall     = "ends-call"
	calmBoundary = "calm-boundary"
	earlyLadder  = "early-ladder"
	holdManners  = "hold-manners"
	deadAirHold  = "dead-air"
)

// answer is what came of one reply.
type answer struct {
	assessment scoring.Assessment
	effects    []Effect
	met        bool
	lines      []Line
	state      State // after the reply, before the customer spoke
}

// reply has a reply judged and answered.
func (s *Stage) reply(c *core, text string, pick *scenarios.Pick, reading any) answer {
	assessment := s.assess(c, pick, reading)
	a, way := s.answer(c, text, pick, s.receive(&assessment))
	a.assessment = assessment
	if !c.over() {
		c.state.Progress = s.progress(c, way)
	}
	a.state = c.state
	return a
}

// received is a reply as this customer takes it: what it shows, and what each of
// that does before it is weighed. It depends on the assessment alone.
type received struct {
	shown []string
	felts []felt
	fatal bool // it ends the score
}

func (s *Stage) receive(a *scoring.Assessment) received {
	r := received{shown: showing(a), felts: s.felts(a), fatal: fatal(a) != nil}
	s.applyPairs(r.felts)
	return r
}

// answer takes one reply through the five steps: the state changes; the need is
// looked at; the way on is found; anytime may take it over; the turn speaks. It
// gives the way on too, on which progress is measured.
func (s *Stage) answer(c *core, text string, pick *scenarios.Pick, r received) (answer, int) {
	var a answer
	c.prepared, c.acted = nil, -1
	shown := r.shown
	from := c.turn
	if c.detour >= 0 {
		from = c.aside
	}
	c.waited, c.held = 0, holding(shown)
	c.said = append(c.said, text)

	ending := slices.Contains(shown, endsCall)
	allowed := c.abused >= 2 && c.heard(calmBoundary)
	metNow, unmet := s.attend(c, shown)
	a.met = metNow
	a.effects = s.feel(c, r.felts, metNow, unmet, ending && !allowed)

	if ending && !s.routed(c, pick) {
		end := scenarios.EndedForAbuse
		if !allowed {
			end = s.gone(c, scenarios.StormedOff)
		}
		a.lines = s.leave(c, end, from)
		return a, -1
	}
	way := s.wayOn(c, pick, shown)
	rule := s.anytime(c, way, 0)
	way, a.lines = s.goOn(c, way, rule, from)
	return a, way
}

// goOn lets anytime's rule act on the way on, if there is one, then has the turn
// speak; with patience used up the customer leaves after that.
func (s *Stage) goOn(c *core, way int, rule *scenarios.Anytime, from int) (int, []Line) {
	gone := c.state.Patience == 0
	var lines []Line
	switch {
	case rule == nil:
		if gone {
			return way, s.leave(c, s.stateEnd(c), from)
		}
		lines = s.take(c, way, from)
	case len(rule.Say) > 0 || rule.Does != "" && rule.Go == "" && rule.Detour == "":
		c.turn = way
		if way < 0 {
			return way, s.take(c, way, from)
		}
		lines = []Line{s.interject(c, rule)}
		if gone {
			return way, append(lines, s.leave(c, s.stateEnd(c), from)...)
		}
		return way, lines
	case rule.Detour != "":
		c.aside, c.detour = way, s.at(rule.Detour)
		way = c.detour
		lines = s.take(c, way, from)
	default:
		s.abandon(c)
		way = s.at(rule.Go)
		lines = s.take(c, way, from)
	}
	// Anytime may save the customer who would have gone, once.
	if gone && c.faded && !c.over() {
		return way, append(lines, s.leave(c, s.stateEnd(c), from)...)
	}
	c.faded = gone
	return way, lines
}

// assess has the reply judged in its moment.
func (s *Stage) assess(c *core, pick *scenarios.Pick, reading any) scoring.Assessment {
	var grants []string
	if pick != nil {
		grants = pick.Shows
	}
	return s.ears.Judge(reading, s.moment(c), grants)
}

// moment is what the next reply will be judged in, prepared once for each line of
// the customer.
func (s *Stage) moment(c *core) any {
	if c.prepared != nil {
		return c.prepared
	}
	c.prepared = s.ears.Moment(s.around(c))
	return c.prepared
}

// around is all that surrounds the next reply.
func (s *Stage) around(c *core) moment {
	sc := s.cast.Scenario
	need := s.wanted(c)
	return moment{
		Channel: sc.Channel, Customer: c.line.Text, Name: sc.Customer.Name,
		Card: s.card, Earlier: c.earlier, Said: c.said,
		Turn: c.replies(), Heat: c.state.Heat, Bait: c.line.Bait, Abuse: c.line.Abuse, Abused: c.abused,
		All: need.All, Any: need.Any, Hears: s.turns[c.turn].Hears,
	}
}

// holding is the wait that a reply begins.
func holding(shown []string) hold {
	switch {
	case slices.Contains(shown, holdManners):
		return politeHold
	case slices.Contains(shown, deadAirHold):
		return deadAir
	}
	return noHold
}

// routed says that the author wrote where the end of a call leads.
func (s *Stage) routed(c *core, pick *scenarios.Pick) bool {
	if pick != nil && pick.Go != "" {
		return true
	}
	return slices.ContainsFunc(s.turns[c.turn].Sends, func(x scenarios.Send) bool { return x.Behaviour == endsCall })
}
