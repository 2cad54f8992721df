package check

import (
	"coolhead/scenarios"
	"coolhead/scoring"
)

// OnlyHere is a reply that meets a need by words that count in its turn alone: no
// rule hears them, so nothing like them will be heard anywhere else.
type OnlyHere struct {
	Turn, Behaviour, Text string
}

// Hears tries everything that walks type, and the picks, first thing in each turn
// that hears words of its own.
func (c *Checker) Hears() []OnlyHere {
	var all []OnlyHere
	for i := range c.s.Turns {
		t := &c.s.Turns[i]
		if len(t.Hears) == 0 {
			continue
		}
		for _, text := range c.words() {
			call := c.start(t.ID)
			if _, err := call.Reply(text); err != nil {
				break // the turn ends the call
			}
			x := &call.Exchanges()[0]
			if !x.Met {
				continue
			}
			for _, id := range onlyHere(t, &x.Assessment) {
				all = append(all, OnlyHere{t.ID, id, text})
			}
		}
	}
	return all
}

// onlyHere are the behaviours a turn needs that an assessment has by the turn's
// `hears` and by no rule.
func onlyHere(t *scenarios.Turn, a *scoring.Assessment) []string {
	if len(t.Hears) == 0 {
		return nil
	}
	var ids []string
	for _, list := range [][]string{t.Needs.All, t.Needs.Any} {
		for _, id := range list {
			here, rule := false, false
			for i := range a.Findings {
				f := &a.Findings[i]
				if f.Behaviour != id || f.Void || f.Side == scoring.Missing || f.Side == scoring.Advice {
					continue
				}
				here = here || f.Rule == byHears
				rule = rule || f.Rule != byHears
			}
			if here && !rule {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// byHears is how an assessment names words that a turn itself hears.
const byHears = "scenario/hears"
