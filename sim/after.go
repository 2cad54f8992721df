package sim

import (
	"fmt"
	"strconv"
	"strings"

	"coolhead/scenarios"
)

// Facts of the library that tell how many people hear of a call.
const (
	toldGood = "told-about-good"
	toldBad  = "told-about-bad"
)

// after is what may be told now that the call has ended.
func (c *Call) after() *After {
	sc := c.stage.cast.Scenario
	a := &After{
		Sentence:  sentence(sc, c.core.end),
		Backstory: strings.TrimSpace(sc.Customer.Backstory),
		CSAT:      csat(c.core.state, c.core.end),
		Facts:     c.stage.facts(),
	}
	a.Ripple = c.stage.ripple(c.core.end, a.CSAT)
	for _, t := range c.core.shown {
		id := t.id
		feeling := sc.Customer.Felt[id]
		if feeling == "" {
			feeling = c.stage.ears.Behaviour(id).Felt
		}
		if feeling != "" {
			if a.Felt == nil {
				a.Felt = map[string]string{}
			}
			a.Felt[id] = feeling
		}
	}
	if !c.tells() {
		return a
	}
	for i := range sc.Turns {
		for _, p := range sc.Turns[i].Picks {
			if p.Kind == scenarios.Model && c.core.seen[i].said > 0 {
				if a.Models == nil {
					a.Models = map[string]string{}
				}
				a.Models[sc.Turns[i].ID] = p.Text
				break
			}
		}
	}
	return a
}

// tells says that model picks may be shown now: not in test mode before the last
// attempt.
func (c *Call) tells() bool {
	return c.o.Mode != Test || c.o.Attempt >= attempts(c.stage.cast.Scenario)
}

func attempts(sc *scenarios.Scenario) int {
	if sc.Attempts > 0 {
		return sc.Attempts
	}
	return 2
}

// csat is 1 + 4 × (0.4 progress + 0.3 (100 − heat) + 0.3 trust) / 100, rounded.
func csat(s State, end string) int {
	n := 1 + (4*(4*s.Progress+3*(100-s.Heat)+3*s.Trust)+500)/1000
	switch {
	case end == scenarios.Exceeded:
		n = max(n, 5)
	case scenarios.VerdictOf(end) == scenarios.Bad:
		n = min(n, 2)
	}
	return n
}

// facts are those the scenario shows, with source and year.
func (s *Stage) facts() []Fact {
	var list []Fact
	add := func(f scenarios.Fact) {
		if f.Source != "" && f.Year != 0 {
			list = append(list, shown(f))
		}
	}
	for _, f := range s.cast.Scenario.Facts.Own {
		add(f)
	}
	for _, id := range s.cast.Scenario.Facts.IDs {
		if f, ok := s.fact(id); ok {
			add(f)
		}
	}
	return list
}

func (s *Stage) fact(id string) (scenarios.Fact, bool) {
	for _, f := range s.cast.Facts {
		if f.ID == id {
			return f, true
		}
	}
	return scenarios.Fact{}, false
}

func shown(f scenarios.Fact) Fact {
	return Fact{ID: f.ID, Claim: f.Claim, Source: f.Source, Year: f.Year, Folklore: f.Folklore}
}

// ripple is how many people this customer will tell; nil where no fact says so.
// Of an ending between good and bad they tell as they would answer a survey.
func (s *Stage) ripple(end string, csat int) *Ripple {
	verdict := scenarios.VerdictOf(end)
	kindly := verdict == scenarios.Good || verdict == scenarios.Between && csat >= 4
	id, other := toldBad, toldGood
	if kindly {
		id, other = toldGood, toldBad
	}
	f, n := s.told(id)
	if n == 0 {
		return nil
	}
	_, otherwise := s.told(other)
	return &Ripple{People: n, Kindly: kindly, Fact: shown(f), Otherwise: otherwise}
}

// told is a fact's number of people, as this persona tells them.
func (s *Stage) told(id string) (scenarios.Fact, int) {
	f, ok := s.fact(id)
	n, err := strconv.Atoi(strings.TrimSpace(f.Value))
	if !ok || err != nil || f.Source == "" || f.Year == 0 {
		return f, 0
	}
	if s.cast.Persona.Ripple > 0 {
		n = percent(n, s.cast.Persona.Ripple)
	}
	return f, n
}

// sentence is how the call ended, in the scenario's words or in these.
func sentence(sc *scenarios.Scenario, end string) string {
	if s := strings.TrimSpace(sc.Ends[end]); s != "" {
		return s
	}
	return built(sc.Customer.Name, end)
}

// built is the sentence of an ending for which the scenario has none.
func built(who, end string) string {
	if who = Called(who); who == "" {
		who = "The customer"
	}
	switch end {
	case scenarios.StormedOff:
		return fmt.Sprintf("%s is gone, and angry. It happens on real lines too.", who)
	case scenarios.LeftSilently:
		return fmt.Sprintf("%s thanked you and will not be back.", who)
	case scenarios.KindButUseless:
		return fmt.Sprintf("%s liked you, and still has the problem.", who)
	case scenarios.SolvedButLost:
		return fmt.Sprintf("%s has what was asked for, and is lost all the same.", who)
	case scenarios.Recovered:
		return fmt.Sprintf("Recovered. %s has a plan, and believes it.", who)
	case scenarios.Exceeded:
		return fmt.Sprintf("More than recovered. %s leaves better off than before.", who)
	case scenarios.Escalated:
		return fmt.Sprintf("%s knows who decides, and when the answer comes.", who)
	case scenarios.EndedForAbuse:
		return "You set the limit, and then ended the call. That is a pass."
	}
	return fmt.Sprintf("The call with %s has not ended yet.", who)
}
