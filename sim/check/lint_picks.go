package check

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
)

// eachPick is what the picks of each turn do, beside one another.
func (c *Checker) eachPick() []source.Problem {
	var all []source.Problem
	holds := false // a reaction to a hold is written
	for i := range c.s.Turns {
		for _, e := range c.s.Turns[i].Says {
			holds = holds || asksFor(e.If, scenarios.IfHold)
		}
	}
	for i := range c.s.Anytime {
		holds = holds || asksFor(c.s.Anytime[i].If, scenarios.IfHold)
	}
	for i := range c.s.Turns {
		t := &c.s.Turns[i]
		effects := map[string]bool{}
		said := 0
		opened := c.start(t.ID)
		if _, over := opened.Ended(); over {
			continue
		}
		for n := range t.Picks {
			p := &t.Picks[n]
			call := opened.Fork()
			if _, err := call.ReplyPick(n + 1); err != nil {
				break
			}
			x := &call.Exchanges()[0]
			said++
			switch {
			case p.Kind == scenarios.Model && !t.Needs.Empty() && !x.Met:
				all = append(all, c.misses(t, p, x))
			case p.Kind == scenarios.Trap && x.Assessment.Score >= trapIsModel:
				all = append(all, source.Problem{Code: "CH203", Severity: source.Warning, Place: p.At,
					Message: fmt.Sprintf("This trap scores %s of 100. Either it is not a trap, or a rule is missing.", x.Assessment.Score),
					Help:    found(x) + " Write “say” instead of “trap”, or tell what cannot be heard:  shows: policy-wall"})
			}
			effects[effect(p, call, x)] = true
			if f := banned(x); f != nil && p.Kind != scenarios.Trap && t.Note == "" {
				all = append(all, source.Problem{Code: "CH207", Severity: source.Warning, Place: p.At,
					Message: fmt.Sprintf("This pick says “%s”, which is on a list of phrases not to use, and nothing says that it is wrong.", f.Text),
					Help:    "mark it as a trap, or tell trainers why in the turn's note"})
			}
			if !holds && (x.Assessment.Shows("hold-manners") || x.Assessment.Shows("dead-air")) {
				holds = true // told once
				all = append(all, source.Problem{Code: "CH210", Severity: source.Advice, Place: p.At,
					Message: fmt.Sprintf("This pick puts %s on hold, and nothing is written for coming back.", c.who()),
					Help:    "add an entry to the next turn:  - {if: hold 60s, say: \"…\"}"})
			}
		}
		if said == len(t.Picks) && said > 1 && len(effects) == 1 {
			all = append(all, source.Problem{Code: "CH112", Severity: source.Warning, Place: t.Picks[0].At,
				Message: fmt.Sprintf("All %d picks of “%s” do the same. The choice is only decoration.", said, t.ID),
				Help:    "change one, so that something is won or lost"})
		}
	}
	return all
}

// misses is a model that does not meet the need of its own turn.
func (c *Checker) misses(t *scenarios.Turn, p *scenarios.Pick, x *sim.Exchange) source.Problem {
	var lacks []string
	for _, id := range t.Needs.All {
		if !x.Assessment.Shows(id) {
			lacks = append(lacks, "“"+id+"”")
		}
	}
	for _, id := range t.Needs.Any {
		lacks = append(lacks, "“"+id+"”")
	}
	word := " and "
	if len(t.Needs.Any) > 0 {
		word = " or "
	}
	return source.Problem{Code: "CH202", Severity: source.Warning, Place: p.At,
		Message: fmt.Sprintf("This model does not show %s, which %s needs in “%s”.", strings.Join(lacks, word), c.who(), t.ID),
		Help:    found(x) + " Say it in plainer words, or let the turn hear yours:  hears: {" + strings.Trim(lacks[0], "“”") + ": [\"…\"]}"}
}

// effect is all that a pick changed, as one text.
func effect(p *scenarios.Pick, call *sim.Call, x *sim.Exchange) string {
	var ids []string
	for i := range x.Assessment.Findings {
		if f := &x.Assessment.Findings[i]; f.Behaviour != "" && f.Side != scoring.Missing && !f.Void {
			ids = append(ids, f.Behaviour)
		}
	}
	slices.Sort(ids)
	next := ""
	if t := call.Turn(); t != nil {
		next = t.ID
	}
	return fmt.Sprint(p.Go, next, x.Met, x.After, x.Assessment.Score, slices.Compact(ids))
}

func banned(x *sim.Exchange) *scoring.Finding {
	for i := range x.Assessment.Findings {
		if f := &x.Assessment.Findings[i]; f.Behaviour == "banned-phrase" && f.Text != "" {
			return f
		}
	}
	return nil
}

func asksFor(c scenarios.Condition, kind scenarios.ClauseKind) bool {
	return slices.ContainsFunc(c.Clauses, func(cl scenarios.Clause) bool { return cl.Kind == kind })
}
