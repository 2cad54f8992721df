package check

import (
	"fmt"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
)

// Built are the tests that nobody needs to write: what every scenario with picks
// must hold.
func (c *Checker) Built() []Result {
	if !c.hasPicks() {
		return nil
	}
	return []Result{c.modelsWin(), c.trapsLose(), c.modelsMeet(), c.twoWays()}
}

func (c *Checker) modelsWin() Result {
	r := c.played("CH413", "models end well", c.Models())
	r.Passed = scenarios.VerdictOf(r.End) == scenarios.Good && r.End != "" && r.Score >= modelsFrom
	if !r.Passed {
		r.Fault = fmt.Sprintf("Picking every model ends as %s with %s%s; it must end well with %s or more.", word(r.End), r.Score, held(r.Call), modelsFrom)
	}
	return r
}

func (c *Checker) trapsLose() Result {
	r := c.played("CH414", "traps lose", c.Traps())
	r.Passed = (scenarios.VerdictOf(r.End) != scenarios.Good || r.End == "") && r.Score < trapsBelow
	if !r.Passed {
		r.Fault = fmt.Sprintf("Picking every trap ends as %s with %s; it must reach no good ending and stay below %s.", word(r.End), r.Score, trapsBelow)
	}
	return r
}

// modelsMeet says whether each model meets its turn, said first thing there.
func (c *Checker) modelsMeet() Result {
	r := Result{Code: "CH202", Name: "each model meets its need", At: c.s.At, Passed: true}
	var faults []string
	for _, p := range c.eachPick() {
		if p.Code != "CH202" {
			continue
		}
		if r.Passed {
			r.At, r.Passed = p.Place, false
		}
		faults = append(faults, fmt.Sprintf("Line %d: %s %s", p.Line, p.Message, p.Help))
	}
	r.Fault = strings.Join(faults, " ")
	return r
}

func (c *Checker) twoWays() Result {
	r := Result{Code: "CH415", Name: "there is more than one way to win", At: c.s.At}
	n := len(c.Routes(goodRoutes))
	r.Passed = n >= goodRoutes
	if !r.Passed {
		ways := "no way"
		if n == 1 {
			ways = "one way"
		}
		r.Fault = fmt.Sprintf("There is %s of picking that ends well; a trainee who strays from the models once should still be able to.", ways)
	}
	return r
}

func (c *Checker) played(code, name string, p Played) Result {
	r := Result{Code: code, Name: name, At: c.s.At, Call: p.Call, Score: p.Call.Result().Score}
	r.End, _ = p.Call.Ended()
	return r
}

func word(end string) string {
	if end == "" {
		return "no ending at all"
	}
	return end
}

// at is where something stands, if that is known.
func at(p source.Place, otherwise source.Place) source.Place {
	if p.Line == 0 {
		return otherwise
	}
	return p
}
