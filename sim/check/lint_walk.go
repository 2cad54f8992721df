package check

import (
	"fmt"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/sim"
)

// Deep is Lint and what takes whole calls: the author's tests, a call of models
// and one of traps, and as many as asked for picked at random.
func (c *Checker) Deep(calls int) []source.Problem {
	all := c.Lint()
	for _, p := range c.Problems() {
		if strings.HasPrefix(p.Code, "CH4") {
			if p.Code == "CH408" { // what each reply cost fills a page
				p.Note, p.Help = "", "coolhead test shows what each reply cost"
			}
			all = append(all, p)
		}
	}
	all = append(all, c.Unvisited()...)
	all = append(all, c.Study(StudyOptions{Seed: seed, Calls: calls}).Rare()...)
	source.Sort(all)
	return all
}

// Unvisited is the turns that no test of the author plays, as one piece of advice.
func (c *Checker) Unvisited() []source.Problem {
	if len(c.s.Tests) == 0 {
		return nil
	}
	seen := map[string]bool{}
	for _, r := range c.Tests() {
		for turn := range turnsOf(r.Call) {
			seen[turn] = true
		}
	}
	var missed []string
	at := source.Place{}
	for i := range c.s.Turns {
		if t := &c.s.Turns[i]; !seen[t.ID] {
			if len(missed) == 0 {
				at = t.At
			}
			missed = append(missed, fmt.Sprintf("“%s” (line %d)", t.ID, t.At.Line))
		}
	}
	if len(missed) == 0 {
		return nil
	}
	return []source.Problem{{Code: "CH409", Severity: source.Advice, Place: at,
		Message: fmt.Sprintf("No test visits %s.", strings.Join(missed, ", ")), Help: "play the call there and keep it as a test:  coolhead play … --save-test NAME"}}
}

// turnsOf is every turn that spoke in a call.
func turnsOf(call *sim.Call) map[string]bool {
	turns := map[string]bool{}
	for _, l := range call.Lines() {
		turns[l.Turn] = true
	}
	for _, x := range call.Exchanges() {
		turns[x.Turn] = true
	}
	return turns
}

// rareIn is in how many walks a turn must come once.
const rareIn = 200

// Spread says that a share of good endings, in percent, stands far from those of
// other scenarios of the same level.
func (c *Checker) Spread(share int, others []int) []source.Problem {
	if len(others) < 2 {
		return nil
	}
	low, high := others[0], others[0]
	for _, o := range others {
		low, high = min(low, o), max(high, o)
	}
	word := ""
	switch {
	case share > high+farOff:
		word = "easy"
	case share < low-farOff:
		word = "hard"
	default:
		return nil
	}
	return []source.Problem{{Code: "CH411", Severity: source.Advice, Place: c.s.At,
		Message: fmt.Sprintf("Calls picked at random end well %d %% of the time: too %s for level %d (others there: %d to %d %%).", share, word, c.s.Level, low, high), Help: "change the level, or what the turns need"}}
}

// farOff is how many percent beyond the others a share must be to be told.
const farOff = 15
