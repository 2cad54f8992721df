package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// used are the behaviours that something in the scenario turns on.
func (s *Scenario) used() map[string]bool {
	used := map[string]bool{}
	all := func(names []string) {
		for _, n := range names {
			used[n] = true
		}
	}
	condition := func(c Condition) {
		for _, cl := range c.Clauses {
			if cl.Behaviour != "" {
				used[cl.Behaviour] = true
			}
		}
	}
	for n := range s.Customer.Calms {
		used[n] = true
	}
	for i := range s.Turns {
		t := &s.Turns[i]
		all(t.Needs.All)
		all(t.Needs.Any)
		for n := range t.Hears {
			used[n] = true
		}
		for _, send := range t.Sends {
			used[send.Behaviour] = true
		}
		for _, p := range t.Picks {
			all(p.Shows)
		}
		for _, e := range t.Says {
			condition(e.If)
			used["bait-declined"] = used["bait-declined"] || e.Bait
			used["calm-boundary"] = used["calm-boundary"] || e.Abuse > 0
		}
		used["bait-declined"] = used["bait-declined"] || t.Bait
		used["calm-boundary"] = used["calm-boundary"] || t.Abuse > 0
	}
	for i := range s.Anytime {
		condition(s.Anytime[i].If)
	}
	return used
}

// teaches reports what a scenario says it teaches and never asks for.
func (c *checker) teaches() {
	if c.doc.Broken() {
		return
	}
	used := c.s.used()
	for _, name := range c.s.Teaches {
		if used[name] || c.known.Behaviours != nil && !slices.Contains(c.known.Behaviours, name) {
			continue
		}
		c.add(source.Warning, "CH404", c.doc.Find(c.s.At, name, "teaches"), fmt.Sprintf("This says it teaches “%s”, and no turn needs it.", name), "give a turn  needs: "+name+"  or take it out of teaches")
	}
}

// least is how many words in a row give something away.
const least = 6

// whispers reports words meant for trainers alone that a trainee reads as well.
func (c *checker) whispers() {
	s := c.s
	var shown strings.Builder
	for _, text := range append(append(append([]string{s.Title, s.Brief}, s.Card.Knows...), s.Card.May...), s.Card.MayNot...) {
		shown.WriteString(bareWords(text) + "|")
	}
	for i := range s.Turns {
		t := &s.Turns[i]
		shown.WriteString(bareWords(t.Hint) + "|")
		for _, e := range t.Says {
			shown.WriteString(bareWords(e.Does) + "|")
		}
	}
	seen := shown.String()
	look := func(at source.Place, key, text string) {
		words := strings.Fields(bareWords(text))
		for i := 0; i+least <= len(words); i++ {
			run := strings.Join(words[i:i+least], " ")
			if strings.Contains(seen, run) {
				c.add(source.Warning, "CH405", at, fmt.Sprintf("“%s …” stands in “%s”, which only trainers read, and also where trainees read it.", run, key), "say it in one of the two places")
				return
			}
		}
	}
	look(c.doc.Find(s.At, "", "trainer"), "trainer", s.Trainer)
	for i := range s.Turns {
		look(c.doc.Find(s.Turns[i].At, "", "note"), "note", s.Turns[i].Note)
	}
}

// bareWords are the words of a text alone, in small letters.
func bareWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '\'' || r == '’' || r > 0x7f)
	}), " ")
}

// years is how old a number may be before somebody should look for a newer one.
const years = 5

// aged advises that a fact is old.
func (c *checker) aged(f *Fact) {
	if c.known.Year == 0 || f.Year == 0 || f.Year > c.known.Year || c.known.Year-f.Year <= years {
		return
	}
	c.add(source.Advice, "CH402", c.doc.Find(f.At, "", "year"), fmt.Sprintf("“%s” is from %d, %d years ago.", f.ID, f.Year, c.known.Year-f.Year), "look whether there is a newer number; an old one may stand if it says of when it is")
}
