// Package check is what only the engine can tell of a scenario: whether its own
// tests hold, whether its models end well and its traps do not, and what becomes of
// a trainee who picks at random.
//
// Its rule: it plays calls as a trainee would and reads nothing but what came out.
// Every pick is read once, however many calls are played.
package check

import (
	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/sim"
)

// Checker plays one scenario. It is for one goroutine.
type Checker struct {
	stage  *sim.Stage
	s      *scenarios.Scenario
	picks  *sim.Walker // made when it is first asked for
	typing *sim.Walker
}

// New makes a checker of a cast; its picks are read now.
func New(cast sim.Cast) *Checker {
	return &Checker{stage: sim.Prepare(cast), s: cast.Scenario}
}

// Stage is what the calls are played on.
func (c *Checker) Stage() *sim.Stage { return c.stage }

// walker walks over picks alone.
func (c *Checker) walker() *sim.Walker {
	if c.picks == nil {
		c.picks = c.stage.Walker(nil)
	}
	return c.picks
}

// typer types as well.
func (c *Checker) typer() *sim.Walker {
	if c.typing == nil {
		c.typing = c.stage.Walker(c.words())
	}
	return c.typing
}

// seed is the one tests are played with: a test is about what was replied, and
// which of two equal lines was said may not decide it.
const seed = 1

// most is how many replies a call is given before it counts as endless; a long
// scenario has three for each of its turns.
const most = 80

func (c *Checker) most() int { return max(most, 3*len(c.s.Turns)) }

// start begins a call for checking; the mode hides nothing.
func (c *Checker) start(at string) *sim.Call {
	return c.stage.Start(sim.Options{Seed: seed, Mode: sim.Practice, At: at})
}

// Problems are all faults the engine finds, in the order of the file's tests and
// turns.
func (c *Checker) Problems() []source.Problem {
	var all []source.Problem
	for _, r := range c.Tests() {
		if !r.Passed {
			all = append(all, source.Problem{
				Code: "CH408", Severity: source.Error, Place: r.At,
				Message: "The test “" + r.Name + "” fails: " + r.Fault,
				Note:    r.Costs(),
			})
		}
	}
	return append(all, c.Picks()...)
}
