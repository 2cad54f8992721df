package check

import (
	"fmt"
	"regexp"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/sim"
)

// Deep is Lint and what takes whole calls: the author's tests, a call of models
// and one of traps, and as many as asked for picked at random.
func (c *Checker) Deep(o StudyOptions) []source.Problem {
	all := c.Lint()
	for _, p := range c.Problems() {
		if strings.HasPrefix(p.Code, "CH4") {
			if p.Code == "CH408" { // what each reply cost fills a page
				p.Note, p.Help = "", "coolhead test shows what each reply cost"
			}
			all = append(all, p)
		}
	}
	o.Seed = seed
	study := c.Study(o)
	all = append(all, study.Unvisited()...)
	all = append(all, study.Rare()...)
	source.Sort(all)
	return all
}

// Unvisited is the turns that no test of the author plays, as one piece of advice.
func (s *Study) Unvisited() []source.Problem {
	c := s.c
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
	first, at := "", source.Place{}
	for i := range c.s.Turns {
		if t := &c.s.Turns[i]; !seen[t.ID] {
			if len(missed) == 0 {
				first, at = t.ID, t.At
			}
			missed = append(missed, fmt.Sprintf("“%s” (line %d)", t.ID, t.At.Line))
		}
	}
	if len(missed) == 0 {
		return nil
	}
	return []source.Problem{{Code: "CH409", Severity: source.Advice, Place: at,
		Message: fmt.Sprintf("No test visits %s.", strings.Join(missed, ", ")), Help: s.testOf(first)}}
}

// testOf is how a turn gets a test: the whole command, where a walk has come there.
func (s *Study) testOf(turn string) string {
	way, ok := s.wayTo("turn:" + turn)
	switch {
	case !s.own:
		return "copy the file into a folder of your own, and play the call there as a test:  coolhead play ./FILE --save-test NAME"
	case !ok:
		return "play the call there, go on to an end, and it is a test:  coolhead play " + quoted(s.play) + " --save-test " + quoted("By way of "+turn)
	}
	return "play it, go on to an end, and it is a test:  " + s.Command(way) + " --save-test " + quoted("By way of "+turn)
}

// Command plays a way that was found: a line for a terminal.
func (s *Study) Command(way Way) string {
	return fmt.Sprintf("coolhead play %s --seed %d --path '%s'", quoted(s.play), way.Seed, shell(way.Path.String()))
}

// plainWord needs no quotes on a command line.
var plainWord = regexp.MustCompile(`^[\pL\pN_./@%+,:=-]+$`)

// quoted is one word of a command line.
func quoted(s string) string {
	if plainWord.MatchString(s) {
		return s
	}
	return "'" + shell(s) + "'"
}

// shell is text inside single quotes on a command line.
func shell(s string) string { return strings.ReplaceAll(s, "'", `'\''`) }

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
