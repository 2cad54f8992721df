package check

import (
	"fmt"
	"maps"
	"slices"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
)

// Lint is what the engine can tell of a scenario without playing whole calls:
// what each pick is heard to say, what no rule can hear, what no mood can reach.
// The rest takes longer and is `coolhead test`'s.
func (c *Checker) Lint() []source.Problem {
	all := c.eachPick()
	all = append(all, c.unheard()...)
	all = append(all, c.rules()...)
	all = append(all, c.silence()...)
	all = append(all, c.mood()...)
	all = append(all, c.outOfReach()...)
	source.Sort(all)
	return all
}

// unheard reports behaviours that a scenario turns on and nothing can ever show.
func (c *Checker) unheard() []source.Problem {
	reader := c.stage.Cast().Reader
	if reader == nil {
		return nil
	}
	declared := map[string]bool{"early-ladder": true} // the one behaviour that the call itself tells
	for i := range c.s.Turns {
		for _, p := range c.s.Turns[i].Picks {
			for _, id := range p.Shows {
				declared[id] = true
			}
		}
	}
	can := func(id string) bool { return declared[id] || reader.Shows(id) }
	var all []source.Problem
	for i := range c.s.Turns {
		t := &c.s.Turns[i]
		for _, id := range slices.Concat(t.Needs.All, t.Needs.Any) {
			if can(id) || len(t.Hears[id]) > 0 {
				continue
			}
			message := fmt.Sprintf("Nobody can meet this need: no rule in the packs ever shows “%s”.", id)
			help := "add the words that meet it here:  hears: {" + id + ": [\"…\"]}"
			if near, ok := source.Nearest(id, reader.Shown()); ok {
				message += fmt.Sprintf(" Known near it: “%s”.", near)
			}
			all = append(all, source.Problem{Code: "CH208", Severity: source.Warning, Place: t.Needs.At, Message: message, Help: help})
		}
	}
	who := &c.s.Customer
	for _, id := range slices.Sorted(maps.Keys(who.Calms)) {
		all = append(all, c.idle(can, "calms", id)...)
	}
	for _, id := range slices.Sorted(maps.Keys(who.Angers)) {
		all = append(all, c.idle(can, "angers", id)...)
	}
	return all
}

// idle advises that a behaviour stands with the customer and never comes.
func (c *Checker) idle(can func(string) bool, key, id string) []source.Problem {
	if can(id) {
		return nil
	}
	return []source.Problem{{Code: "CH209", Severity: source.Advice, Place: c.s.Customer.At,
		Message: fmt.Sprintf("“%s” stands under “%s”, and no rule and no pick ever shows it.", id, key), Help: "take it out, or add a pick with  shows: " + id}}
}

// rules reports ids of rules that no pack has, and allowances that nothing needs.
func (c *Checker) rules() []source.Problem {
	reader := c.stage.Cast().Reader
	if reader == nil || len(c.s.Rules) == 0 && len(c.s.Allow) == 0 {
		return nil
	}
	var all []source.Problem
	for _, id := range slices.Sorted(maps.Keys(c.s.Rules)) {
		all = append(all, reader.Unknown(c.s.Rules[id].At, id)...)
	}
	for _, a := range c.s.Allow {
		all = append(all, c.allowed(reader, a)...)
	}
	return all
}

// allowed reports an allowance that nothing needs.
func (c *Checker) allowed(reader *scoring.Reader, a scenarios.Allowance) []source.Problem {
	let := scoring.Allowance{Rule: a.Rule, Phrase: a.Phrase}
	if idle := reader.Unneeded(a.At, let); len(idle) > 0 {
		return idle
	}
	for i := range c.s.Turns {
		if slices.ContainsFunc(c.s.Turns[i].Picks, func(p scenarios.Pick) bool { return reader.Spares(let, p.Text) }) {
			return nil
		}
	}
	for i := range c.s.Tests {
		if slices.ContainsFunc(c.s.Tests[i].Replies, func(r scenarios.TestReply) bool { return r.Text != "" && reader.Spares(let, r.Text) }) {
			return nil
		}
	}
	return []source.Problem{{Code: "PK011", Severity: source.Advice, Place: a.At,
		Message: fmt.Sprintf("No pick and no test of this scenario says “%s”, so nothing shows that the exception works.", a.Phrase), Help: "add a test whose reply says it, or take it out"}}
}

// mood warns where a call begins glad because nobody said otherwise.
func (c *Checker) mood() []source.Problem {
	if c.s.Customer.Mood != scenarios.Glad || c.s.Customer.At.Line == 0 {
		return nil
	}
	return []source.Problem{{Code: "CH312", Severity: source.Warning, Place: c.s.Customer.At,
		Message: fmt.Sprintf("Nothing says in which mood %s begins, so the call begins glad.", c.who()), Help: "write the mood:  mood: upset"}}
}

// silence advises where a trainee who says nothing gets no answer.
func (c *Checker) silence() []source.Problem {
	for i := range c.s.Turns {
		for _, e := range c.s.Turns[i].Says {
			if waitsFor(e.If) {
				return nil
			}
		}
	}
	for i := range c.s.Anytime {
		if waitsFor(c.s.Anytime[i].If) {
			return nil
		}
	}
	return []source.Problem{{Code: "CH210", Severity: source.Advice, Place: c.s.Turns[0].At,
		Message: fmt.Sprintf("If the trainee says nothing, %s says nothing either, for ever.", c.who()),
		Help:    "add below anytime:  - {if: silence 30s, say: \"Are you still there?\"}"}}
}

func (c *Checker) who() string {
	if c.s.Customer.Name == "" {
		return "the customer"
	}
	return c.s.Customer.Name
}
