package check

import (
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
)

const (
	modelsFrom  scoring.Tenths = 800 // what a call of models scores at least
	trapsBelow  scoring.Tenths = 500 // what a call of traps stays under
	goodRoutes                 = 2
	trapIsModel scoring.Tenths = 700 // a single trap that reads as good
)

// Played is a call of picks alone.
type Played struct {
	Call  *sim.Call
	Picks []int // from 1, by reply
	Stuck bool  // it came to no end
}

// Models is the call of a trainee who always picks the model.
func (c *Checker) Models() Played { return c.playBy(c.start(""), model) }

// Traps is the call of a trainee who always picks a trap.
func (c *Checker) Traps() Played { return c.playBy(c.start(""), trap) }

// choose is a way to pick: the number of a pick, from 1, or 0 for none.
type choose func(t *scenarios.Turn) int

func model(t *scenarios.Turn) int {
	return first(t, scenarios.Model, scenarios.Plain, scenarios.Trap)
}

func trap(t *scenarios.Turn) int {
	return first(t, scenarios.Trap, scenarios.Plain, scenarios.Model)
}

// first is the first pick of the first of these kinds that the turn has.
func first(t *scenarios.Turn, kinds ...scenarios.PickKind) int {
	for _, k := range kinds {
		for i, p := range t.Picks {
			if p.Kind == k {
				return i + 1
			}
		}
	}
	return 0
}

func (c *Checker) playBy(call *sim.Call, by choose) Played {
	p := Played{Call: call}
	for range c.most() {
		if _, over := call.Ended(); over {
			return p
		}
		n := by(call.Turn())
		if n == 0 {
			break
		}
		if _, err := call.ReplyPick(n); err != nil {
			break
		}
		p.Picks = append(p.Picks, n)
	}
	_, over := call.Ended()
	p.Stuck = !over
	return p
}

// Picks are the faults of a scenario's picks: models that do not meet their turn,
// a call of models that does not end well, one of traps that does, a single way to win.
func (c *Checker) Picks() []source.Problem {
	all := c.eachPick()
	for _, r := range c.Built() {
		if r.Passed || r.Code == "CH202" { // each of those is among them
			continue
		}
		severity := source.Error
		if r.Code == "CH415" {
			severity = source.Warning
		}
		all = append(all, source.Problem{Code: r.Code, Severity: severity, Place: r.At, Message: r.Fault})
	}
	return all
}

// hasPicks says whether any turn offers a model; a scenario to type alone has none.
func (c *Checker) hasPicks() bool {
	for i := range c.s.Turns {
		for _, p := range c.s.Turns[i].Picks {
			if p.Kind == scenarios.Model {
				return true
			}
		}
	}
	return false
}

// found is what the engine heard in a reply.
func found(x *sim.Exchange) string {
	var ids []string
	for i := range x.Assessment.Findings {
		f := &x.Assessment.Findings[i]
		if f.Side != scoring.Missing && !f.Void && f.Behaviour != "" && !slices.Contains(ids, f.Behaviour) {
			ids = append(ids, f.Behaviour)
		}
	}
	if len(ids) == 0 {
		return "The rules heard nothing in it."
	}
	return "The rules heard " + strings.Join(ids, ", ") + "."
}

// Routes are ways of picking that end well: the models, and the models with one
// other pick in place of one of them. It stops once there are enough.
func (c *Checker) Routes(enough int) []Played {
	var good []Played
	keep := func(p Played) bool {
		if end, over := p.Call.Ended(); over && scenarios.VerdictOf(end) == scenarios.Good {
			good = append(good, p)
		}
		return len(good) >= enough
	}
	line := c.Models()
	if keep(line) {
		return good
	}
	call := c.start("")
	for _, own := range line.Picks {
		for n := range call.Turn().Picks {
			if n+1 == own {
				continue
			}
			stray := call.Fork()
			if _, err := stray.ReplyPick(n + 1); err != nil {
				continue
			}
			if keep(c.playBy(stray, model)) {
				return good
			}
		}
		if _, err := call.ReplyPick(own); err != nil {
			break
		}
	}
	return good
}
