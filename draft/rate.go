package draft

import (
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// Rated is one exchange with what the rules say of the reply.
type Rated struct {
	Exchange
	Score scoring.Tenths
	// Cost is what cost the reply most, with its words: “calm down” (tells them to be calm).
	Cost string
	// Worst marks the one reply of a talk that scored least: its trap.
	Worst bool
	// Better is a reply that scores more in the same moment, "" if none is known.
	Better      string
	BetterScore scoring.Tenths

	helps []string // behaviours that the model of the turn shows
}

// needable are behaviours a customer can wait for, best first.
func needable() []string {
	return []string{
		"owns-it", "next-step-by-when", "options", "can-do", "no-repeat", "repair", "validates", "plays-back",
		"finds-agreement", "apology", "i-ownership", "labels-feeling", "open-question", "concrete", "calm-boundary", "warm-transfer",
	}
}

// wordings are replies that promise nothing about a case, for moments in which the
// rules name none of their own.
func wordings() []string {
	return []string{
		"You're right, and that's our mistake. I'm looking at it now.",
		"I'm sorry. That went wrong here, and it's ours to put right.",
		"You shouldn't have to tell it again. I have it open here.",
		"You're right to ask. I'm looking at it now, and I'll stay on it till it's done.",
		"I can see why that matters. What would help you most?",
		"You've waited long enough. I can look at it now or ring you back today. Which suits you?",
	}
}

// better is how much more a suggestion must score to be worth showing.
const better scoring.Tenths = 80

// good is the score from which the agent's own reply is a model.
const good scoring.Tenths = 700

// poor is the score below which a reply is a trap, be it the worst or not.
const poor scoring.Tenths = 500

// Kind is what the agent's own reply is as a pick.
func (x *Rated) Kind() scenarios.PickKind {
	switch {
	case x.Worst, x.Score < poor:
		return scenarios.Trap
	case x.Score >= good, x.Better == "":
		return scenarios.Model
	}
	return scenarios.Plain
}

// rate reads every reply in its moment, and looks for a better one where it is poor.
func rate(t *Transcript, r *scoring.Reader, channel, name string) []Rated {
	all := make([]Rated, len(t.Exchanges))
	var earlier, said, used []string
	worst := 0
	for i, x := range t.Exchanges {
		m := r.Moment(scoring.Context{
			Channel: channel, Customer: x.Customer, Name: name, Earlier: earlier, Said: said, Turn: i, Heat: 60,
		})
		a := r.Judge(r.Read(x.Agent), m)
		all[i] = Rated{Exchange: x, Score: a.Score, Cost: cost(&a), helps: helps(&a)}
		if a.Score < good {
			all[i].suggest(r, m, &a, used)
			if all[i].Better != "" {
				used = append(used, all[i].Better)
			}
		}
		if a.Score < all[worst].Score {
			worst = i
		}
		earlier, said = append(earlier, x.Customer), append(said, x.Agent)
	}
	if len(all) > 0 && all[worst].Score < good {
		all[worst].Worst = true
	}
	return all
}

// suggest takes the best of what the rules would have had in place, or of wordings
// that fit anywhere. A wording with a figure in it belongs to another case.
func (x *Rated) suggest(r *scoring.Reader, m *scoring.Moment, a *scoring.Assessment, used []string) {
	var list []string
	for i := range a.Findings {
		if a.Findings[i].Points < 0 {
			list = append(list, a.Findings[i].Instead...)
		}
	}
	list = append(list, wordings()...)
	for _, s := range list {
		if strings.ContainsAny(s, "0123456789{") || slices.Contains(used, s) || len(strings.Fields(s)) < 4 {
			continue
		}
		b := r.Judge(r.Read(s), m)
		if b.Score >= x.Score+better && b.Score > x.BetterScore && len(helps(&b)) > 0 {
			x.Better, x.BetterScore, x.helps = s, b.Score, helps(&b)
		}
	}
}

// helps are the behaviours of a reply that a turn can wait for, at most two.
func helps(a *scoring.Assessment) []string {
	var all []string
	for _, id := range needable() {
		if len(all) < 2 && a.Shows(id) {
			all = append(all, id)
		}
	}
	return all
}

// cost is the dearest slip of a reply.
func cost(a *scoring.Assessment) string {
	worst := -1
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Text != "" && f.Points < 0 && (worst < 0 || f.Points < a.Findings[worst].Points) {
			worst = i
		}
	}
	if worst < 0 {
		return ""
	}
	f := &a.Findings[worst]
	return "“" + short(tidy(f.Text), 40) + "” (" + f.Name + ")"
}
