package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// call checks what only a call has.
func (c *checker) call() {
	s := c.s
	if len(s.Turns) == 0 {
		if !c.doc.Broken() && !c.doc.Meant("turns") && c.doc.Key("turns") == nil {
			c.add(source.Error, "CH012", s.At, "This call has no turns: nobody says anything.", "add:  turns:")
		}
		return
	}
	c.customer()
	for i := range s.Turns {
		c.turn(&s.Turns[i])
	}
	for i := range s.Anytime {
		c.anytime(&s.Anytime[i])
	}
	f := c.flow()
	c.tests(f)
	c.teaches()
	c.picks()
}

func (c *checker) customer() {
	u := &c.s.Customer
	if u.At.Line == 0 {
		if !c.doc.Broken() && !c.doc.Meant("customer") {
			c.add(source.Error, "CH012", c.s.At, "This call has no customer.", "add:  customer: {name: …, type: …, mood: upset}")
		}
		return
	}
	if u.Type != "" && c.known.Personas != nil && !slices.Contains(c.known.Personas, u.Type) {
		message := fmt.Sprintf("There is no customer type called “%s”.", u.Type)
		help := "types are: " + strings.Join(c.known.Personas, ", ")
		if near, ok := source.Nearest(u.Type, c.known.Personas); ok {
			message += fmt.Sprintf(" Did you mean “%s”?", near)
			help = "write:  type: " + near
		}
		c.add(source.Error, "CH310", c.doc.Find(u.At, "", "type"), message, help)
	}
	for key, heats := range map[string]map[string]int{"calms": u.Calms, "angers": u.Angers} {
		for name, heat := range heats {
			at := c.doc.Find(u.At, name, key)
			c.behaviour(at, name)
			if heat < 0 || heat > 50 {
				c.add(source.Error, "CH008", c.doc.Find(u.At, "", key, name), fmt.Sprintf("“%s” wants a number from 0 to 50; it is %d.", name, heat), "")
				continue
			}
			c.beyond(c.doc.Find(u.At, "", key, name), key, name, heat)
		}
	}
	for name := range u.Felt {
		c.behaviour(c.doc.Find(u.At, name, "felt"), name)
	}
}

// What one reply moves at most: it adds MostRise, and takes MostFall from
// somebody whose heat is 100.
const (
	MostRise = 25
	MostFall = 15
)

// beyond reports heat that no single reply can move, however strongly it is felt:
// nobody jumps from glad to furious.
func (c *checker) beyond(at source.Place, key, name string, heat int) {
	switch {
	case key == "angers" && heat > MostRise:
		c.add(source.Warning, "CH301", at, fmt.Sprintf("“%s” adds %d heat, and one reply adds %d at most: a mood does not jump further.", name, heat, MostRise), fmt.Sprintf("write:  %s: %d", name, MostRise))
	case key == "calms" && heat > MostFall:
		c.add(source.Advice, "CH301", at, fmt.Sprintf("“%s” takes %d heat, and one reply takes %d at most.", name, heat, MostFall), fmt.Sprintf("write:  %s: %d", name, MostFall))
	}
}

func (c *checker) turn(t *Turn) {
	at := t.At
	c.behaviours(at, t.Needs.All, "needs")
	c.behaviours(at, t.Needs.Any, "needs")
	for name := range t.Hears {
		c.behaviour(c.doc.Find(at, name, "hears"), name)
	}
	for _, send := range t.Sends {
		c.behaviour(send.At, send.Behaviour)
		c.target(c.doc.Find(at, "", "sends", send.Behaviour), "sends", send.Go)
	}
	c.target(c.doc.Find(at, "", "next"), "next", t.Next)
	c.target(c.doc.Find(at, "", "missed"), "missed", t.Missed)
	c.ending(c.doc.Find(at, "", "end"), t.End)
	c.small(at, "tries", t.Tries, 1, 9)
	c.small(at, "abuse", t.Abuse, 0, 2)
	if id := t.ID; !idShape.MatchString(id) {
		c.add(source.Error, "CH008", at, fmt.Sprintf("The name of a turn has small letters, digits and hyphens; this is “%s”.", id), "write:  "+slug(id)+":")
	}
	for i := range t.Says {
		e := &t.Says[i]
		c.condition(&e.If)
		c.small(e.At, "abuse", e.Abuse, 0, 2)
		c.ending(c.doc.Find(e.At, "", "end"), e.End)
		if len(e.Say) == 0 && e.Does == "" && !c.doc.Broken() {
			c.add(source.Error, "CH012", e.At, "This entry has nothing to say and nothing to do.", "add:  say: \"…\"   or   does: \"…\"")
		}
	}
	models := 0
	for _, p := range t.Picks {
		c.behaviours(p.At, p.Shows, "shows")
		c.target(c.doc.Find(p.At, "", "go"), "go", p.Go)
		if p.Kind == Model {
			models++
		}
	}
	if len(t.Picks) > 0 && models == 0 && !t.over() {
		c.add(source.Warning, "CH201", c.doc.Find(at, "", "picks"), fmt.Sprintf("None of the picks of “%s” is marked as the model.", t.ID), "write “model” instead of “say” before the best one")
	}
	if !t.Needs.Empty() && t.Tries > 1 && !t.over() {
		c.variants(t)
	}
}

// over says that the call ends whenever this turn is spoken.
func (t *Turn) over() bool {
	if t.End != "" {
		return true
	}
	for _, e := range t.Says {
		if e.End == "" {
			return false
		}
	}
	return len(t.Says) > 0
}

// variants advises where a customer would say exactly the same again.
func (c *checker) variants(t *Turn) {
	for _, e := range t.Says {
		for _, cl := range e.If.Clauses {
			if cl.Kind == IfAgain || cl.Kind == IfTry && cl.N > 1 {
				return
			}
		}
	}
	for _, e := range t.Says {
		if len(e.Say) == 1 {
			who := c.s.Customer.Name
			if who == "" {
				who = "The customer"
			}
			c.add(source.Advice, "CH303", e.At, fmt.Sprintf("%s says exactly the same again in “%s” if the reply misses.", who, t.ID), "add a second line, or an entry with  if: again")
			return
		}
	}
}

func (c *checker) small(at source.Place, key string, n, low, high int) {
	if n < low || n > high {
		c.add(source.Error, "CH008", c.doc.Find(at, "", key), fmt.Sprintf("“%s” wants a number from %d to %d; it is %d.", key, low, high, n), fmt.Sprintf("write:  %s: %d", key, min(max(n, low), high)))
	}
}

// target checks that a turn is there to go to.
func (c *checker) target(at source.Place, key, id string) {
	if id == "" || c.s.Turn(id) != nil || c.doc.Hides(id) {
		return
	}
	ids := make([]string, len(c.s.Turns))
	for i, t := range c.s.Turns {
		ids[i] = t.ID
	}
	message := fmt.Sprintf("%s: “%s” – there is no such turn.", key, id)
	help := "turns are: " + strings.Join(ids, ", ")
	switch near, ok := source.Nearest(id, ids); {
	case ok:
		message += fmt.Sprintf(" Did you mean “%s” (line %d)?", near, c.s.Turn(near).At.Line)
		help = fmt.Sprintf("write:  %s: %s", key, near)
	case slices.Contains(Endings(), id):
		help = "this is an ending; write a turn with  end: " + id + "  and go there"
	}
	c.add(source.Error, "CH101", at, message, help)
}

func (c *checker) condition(cond *Condition) {
	for _, cl := range cond.Clauses {
		if cl.Behaviour != "" {
			c.behaviour(cond.At, cl.Behaviour)
		}
	}
}

func (c *checker) anytime(a *Anytime) {
	c.condition(&a.If)
	c.target(c.doc.Find(a.At, "", "go"), "go", a.Go)
	c.target(c.doc.Find(a.At, "", "detour"), "detour", a.Detour)
	n := 0
	for _, set := range []bool{a.Go != "", a.Detour != "", len(a.Say) > 0 || a.Does != "" && a.Go == "" && a.Detour == ""} {
		if set {
			n++
		}
	}
	if n != 1 && !c.doc.Broken() {
		message := "An anytime entry does one thing: go, detour or say. This one does nothing."
		help := "add one of them, such as  go: …"
		if n > 1 {
			help = "keep one of them; make a second entry for the other"
			message = "An anytime entry does one thing: go, detour or say. This one has more than one."
		}
		c.add(source.Error, "CH115", a.At, message, help)
	}
}

// tests checks the author's own tests.
func (c *checker) tests(f *flow) {
	for i := range c.s.Tests {
		t := &c.s.Tests[i]
		x := &t.Expect
		c.behaviours(x.At, x.Heard, "heard")
		c.behaviours(x.At, x.NotHeard, "not-heard")
		if len(x.End) == 0 && x.Score == nil && len(x.Heard) == 0 && len(x.NotHeard) == 0 && !c.doc.Broken() {
			c.add(source.Warning, "CH406", t.At, "This test can never fail.", "say what should happen:  expect: {end: recovered, score: 80+}")
		}
		for _, end := range x.End {
			at := c.doc.Find(x.At, end, "end")
			c.ending(at, end)
			if slices.Contains(Endings(), end) && !f.unsure && !f.canEnd(end) {
				c.add(source.Warning, "CH407", at, fmt.Sprintf("This test expects “%s”, and no turn that can be reached ends so.", end), "expect another ending, or give a turn  end: "+end)
			}
		}
	}
}
