package scenarios

import (
	"fmt"
	"slices"

	"coolhead/scenarios/source"
)

// cover is what a list of entries answers to: every case a turn may be spoken
// in, taken one by one. The cases are few: six moods, how often the turn was
// said, which of the behaviours asked about were heard, how long it was quiet.
type cover struct {
	used    []bool // the entry is the first to hold in some case
	silent  bool   // there is a case in which none holds
	example situation
}

type situation struct {
	mood          Mood
	said          int
	heard         uint
	silence, hold int
}

// most is how many cases are tried; a list that asks about more is left alone.
const most = 60_000

// entries reports entries that can never be used, and lists that may say nothing.
func (c *checker) entries(t *Turn) {
	if len(t.Says) == 0 || slices.ContainsFunc(t.Says, func(e Entry) bool { return e.If.unread }) {
		return // a condition could not be read: what it covers is not known
	}
	v := coverOf(t)
	if v == nil {
		return
	}
	for i, used := range v.used {
		if used {
			continue
		}
		e := &t.Says[i]
		message, by := "This entry can never be used: the entries above it already cover everything.", hiddenBy(t, i)
		if by >= 0 {
			above := &t.Says[by]
			switch {
			case above.If.Empty():
				message = fmt.Sprintf("This entry can never be used: the entry above it on line %d has no “if”, so it is always taken.", above.At.Line)
			case e.If.Empty():
				message = fmt.Sprintf("This entry can never be used: “%s” on line %d always holds.", above.If.Text, above.At.Line)
			default:
				message = fmt.Sprintf("This entry can never be used: “%s” on line %d already covers “%s”.", above.If.Text, above.At.Line, e.If.Text)
			}
		}
		c.add(source.Warning, "CH108", e.At, message, "put the narrower condition first, or delete one of the two")
	}
	if v.silent {
		who := c.s.Customer.Name
		if who == "" {
			who = "the customer"
		}
		c.add(source.Warning, "CH109", c.doc.Find(t.At, "", "says"), fmt.Sprintf("%s, %s says nothing in “%s”.", v.example.sentence(t), who, t.ID), "add a last entry without “if”:  - {say: \"…\"}")
	}
}

// coverOf tries every case, nil if there are too many.
func coverOf(t *Turn) *cover {
	var heard []string
	silences, holds := []int{0}, []int{0}
	tries := 2
	for _, e := range t.Says {
		for _, cl := range e.If.Clauses {
			switch cl.Kind {
			case IfHeard, IfNotHeard:
				if !slices.Contains(heard, cl.Behaviour) {
					heard = append(heard, cl.Behaviour)
				}
			case IfSilence:
				silences = append(silences, cl.N)
			case IfHold:
				holds = append(holds, cl.N)
			case IfTry:
				tries = max(tries, cl.N+1)
			}
		}
	}
	if len(heard) > 10 || 6*tries*(1<<len(heard))*len(silences)*len(holds)*len(t.Says) > most*4 {
		return nil
	}
	v := &cover{used: make([]bool, len(t.Says))}
	for said := 1; said <= tries; said++ {
		for mood := Glad; mood <= Furious; mood++ {
			for h := range uint(1) << len(heard) {
				for _, silence := range silences {
					for _, hold := range holds {
						v.try(t, heard, situation{mood, said, h, silence, hold})
					}
				}
			}
		}
	}
	return v
}

func (v *cover) try(t *Turn, heard []string, at situation) {
	for i := range t.Says {
		if t.Says[i].If.holds(at, heard) {
			v.used[i] = true
			return
		}
	}
	if !v.silent {
		v.silent, v.example = true, at
	}
}

func (c *Condition) holds(at situation, heard []string) bool {
	for _, cl := range c.Clauses {
		if !cl.holds(at, heard) {
			return false
		}
	}
	return true
}

func (cl Clause) holds(at situation, heard []string) bool {
	switch cl.Kind {
	case IfMood:
		return cl.MoodHolds(at.mood)
	case IfHeard:
		return at.heard&(1<<slices.Index(heard, cl.Behaviour)) != 0
	case IfNotHeard:
		return at.heard&(1<<slices.Index(heard, cl.Behaviour)) == 0
	case IfAgain:
		return at.said > 1
	case IfTry:
		return at.said == cl.N
	case IfSilence:
		return at.silence >= cl.N
	case IfHold:
		return at.hold >= cl.N
	}
	return false
}

// MoodHolds says whether a clause about the mood holds in a mood.
func (cl Clause) MoodHolds(m Mood) bool {
	switch cl.Or {
	case "better":
		return m <= cl.Mood
	case "worse":
		return m >= cl.Mood
	}
	return m == cl.Mood
}

// hiddenBy is the one entry above that holds whenever entry i does, -1 if it
// takes several.
func hiddenBy(t *Turn, i int) int {
	for j := range i {
		pair := &Turn{Says: Entries{t.Says[j], t.Says[i]}}
		if v := coverOf(pair); v != nil && !v.used[1] {
			return j
		}
	}
	return -1
}

// sentence is the case in words, naming only what the entries ask about.
func (at situation) sentence(t *Turn) string {
	kinds := map[ClauseKind]bool{}
	for _, e := range t.Says {
		for _, cl := range e.If.Clauses {
			kinds[cl.Kind] = true
		}
	}
	switch {
	case kinds[IfMood]:
		return fmt.Sprintf("If the mood is %s", at.mood)
	case kinds[IfAgain] || kinds[IfTry]:
		if at.said == 1 {
			return "The first time"
		}
		return "When the turn is said again"
	case kinds[IfHeard] || kinds[IfNotHeard]:
		return "If none of these was heard"
	}
	return "If it was not quiet before"
}
