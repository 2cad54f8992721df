package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
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

// rules reports ids of rules that no pack has.
func (c *Checker) rules() []source.Problem {
	reader := c.stage.Cast().Reader
	if reader == nil || len(c.s.Rules) == 0 && len(c.s.Allow) == 0 {
		return nil
	}
	known := reader.Rules()
	var all []source.Problem
	look := func(id string, at source.Place) {
		prefix, many := strings.CutSuffix(id, "*")
		if slices.ContainsFunc(known, func(k string) bool { return k == id || many && strings.HasPrefix(k, prefix) }) {
			return
		}
		message := fmt.Sprintf("No pack has a rule “%s”, so this changes nothing. The ids of rules never change; a new id is a new rule.", id)
		help := "coolhead score --explain shows the ids of rules"
		if near, ok := source.Nearest(id, known); ok {
			message += fmt.Sprintf(" Did you mean “%s”?", near)
			help = "write:  " + near
		}
		all = append(all, source.Problem{Code: "PK010", Severity: source.Warning, Place: at, Message: message, Help: help})
	}
	for _, id := range slices.Sorted(maps.Keys(c.s.Rules)) {
		look(id, c.s.Rules[id].At)
	}
	for _, a := range c.s.Allow {
		look(a.Rule, a.At)
	}
	return all
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
