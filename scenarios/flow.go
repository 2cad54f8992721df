package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// flow is where a talk can go, moods and behaviours left aside: whatever a
// condition asks may come true. What only heat can tell stands in sim/check.
type flow struct {
	c       *checker
	index   map[string]int
	ids     []string
	reached []bool // on the way itself
	aside   []bool // as a detour: its next and the turn below do not apply
	ends    map[string]bool
	unsure  bool // a fault that was reported hides where the talk goes
}

// find is the turn that a name means. A misspelt name is reported as such and
// taken as the turn next to it, so that one fault is one problem.
func (f *flow) find(id string) (int, bool) {
	if id == "" {
		return 0, false
	}
	i, ok := f.index[id]
	if !ok {
		if near, hit := source.Nearest(id, f.ids); hit {
			i, ok = f.index[near], true
		} else {
			f.unsure = true
		}
	}
	return i, ok
}

// step is a turn on the way itself or as a detour.
type step struct {
	turn  int
	aside bool
}

func (c *checker) flow() *flow {
	n := len(c.s.Turns)
	f := &flow{c: c, index: map[string]int{}, reached: make([]bool, n), aside: make([]bool, n), ends: map[string]bool{}}
	for i, t := range c.s.Turns {
		f.index[t.ID] = i
		f.ids = append(f.ids, t.ID)
	}
	f.reach()
	f.collectEnds()
	for i := range c.s.Turns {
		c.entries(&c.s.Turns[i])
	}
	if c.doc.Broken() {
		// Turns may be missing; what leads where cannot be told.
		return f
	}
	f.report()
	return f
}

// ways are the turns that may follow a reply to a turn. fall says that the talk
// may fall off the bottom of the file here.
func (f *flow) ways(at step) (to []int, fall bool) {
	t := &f.c.s.Turns[at.turn]
	if t.over() {
		return nil, false
	}
	add := func(id string) {
		if i, ok := f.find(id); ok {
			to = append(to, i)
		}
	}
	for _, p := range t.Picks {
		add(p.Go)
	}
	for _, s := range t.Sends {
		add(s.Go)
	}
	if !t.Needs.Empty() {
		add(t.Missed)
	}
	switch {
	case at.aside:
	case t.Next != "":
		add(t.Next)
	case at.turn+1 < len(f.c.s.Turns):
		to = append(to, at.turn+1)
	default:
		fall = true
	}
	return to, fall
}

// reach walks everything from the first turn. Anytime entries are not looked at
// before the first reply, so they need a first turn that waits for one.
func (f *flow) reach() {
	todo := []step{{0, false}}
	anytime := false
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		seen := f.reached
		if at.aside {
			seen = f.aside
		}
		if seen[at.turn] {
			continue
		}
		seen[at.turn] = true
		to, _ := f.ways(at)
		for _, i := range to {
			todo = append(todo, step{i, false})
		}
		if !anytime && !f.c.s.Turns[at.turn].over() {
			anytime = true
			for _, a := range f.c.s.Anytime {
				if i, ok := f.find(a.Go); ok {
					todo = append(todo, step{i, false})
				}
				if i, ok := f.find(a.Detour); ok {
					todo = append(todo, step{i, true})
				}
			}
		}
	}
}

func (f *flow) seen(i int) bool { return f.reached[i] || f.aside[i] }

func (f *flow) collectEnds() {
	for i, t := range f.c.s.Turns {
		if !f.seen(i) {
			continue
		}
		for _, e := range t.Says {
			f.addEnd(e.End)
		}
		f.addEnd(t.End)
	}
}

func (f *flow) addEnd(end string) {
	if end == "" {
		return
	}
	if near, ok := nearWord(end, Endings()); ok {
		end = near
	} else if !slices.Contains(Endings(), end) {
		f.unsure = true
	}
	f.ends[end] = true
}

// canEnd says whether a call can end so: a turn ends it, or patience runs out,
// or abuse was answered with a boundary.
func (f *flow) canEnd(end string) bool {
	if f.ends[end] {
		return true
	}
	switch end {
	case LeftSilently:
		t := f.c.s.Customer.Type
		return t == "" || t == "silent" || t == "anxious"
	case StormedOff, KindButUseless:
		return true
	case EndedForAbuse:
		return f.abuse() >= 2
	}
	return false
}

// abuse counts the abuse lines that may be spoken, as far as two.
func (f *flow) abuse() int {
	n := 0
	for i := range f.c.s.Turns {
		t := &f.c.s.Turns[i]
		hard := t.Abuse
		for _, e := range t.Says {
			hard = max(hard, e.Abuse)
		}
		if hard > 0 && f.seen(i) {
			n++
			if !t.Needs.Empty() && t.Tries > 1 {
				n++
			}
		}
	}
	return n
}

func (f *flow) report() {
	turns := f.c.s.Turns
	for i := range turns {
		t := &turns[i]
		if !f.seen(i) {
			if f.unsure {
				continue
			}
			f.c.add(source.Warning, "CH102", t.At, fmt.Sprintf("Nothing leads to “%s”.", t.ID), "add a  go: "+t.ID+"  somewhere, or delete the turn")
			continue
		}
		if _, fall := f.ways(step{i, false}); fall && f.reached[i] {
			f.c.add(source.Error, "CH107", t.At, fmt.Sprintf("“%s” is the last turn and has no end: after a reply to it nobody says anything.", t.ID), "add:  end: recovered   or lead on with  next: …")
		}
	}
	f.stuck()
	if !f.unsure {
		f.loops()
	}
	if f.unsure {
		return
	}
	var good, bad bool
	for end := range f.ends {
		good = good || VerdictOf(end) == Good
		bad = bad || VerdictOf(end) == Bad
	}
	at := f.c.doc.Find(f.c.s.At, "", "turns")
	at.Width = 1
	if !good {
		f.c.add(source.Warning, "CH106", at, "No good ending can be reached.", "give a turn  end: recovered")
	}
	if !bad {
		f.c.add(source.Warning, "CH106", at, "No bad ending can be reached: whatever is said, nobody leaves.", "give a turn  end: stormed-off")
	}
}

// stuck reports turns from which the talk can never end as the file stands.
func (f *flow) stuck() {
	turns := f.c.s.Turns
	done := make([]bool, len(turns))
	for i := range turns {
		t := &turns[i]
		done[i] = t.End != "" || slices.ContainsFunc(t.Says, func(e Entry) bool { return e.End != "" })
		if _, fall := f.ways(step{i, false}); fall {
			done[i] = true // reported as a last turn without an end
		}
	}
	for _, a := range f.c.s.Anytime {
		if i, ok := f.find(a.Go); ok && f.seen(i) && done[i] {
			return // every turn has a way to an end
		}
	}
	for again := true; again; {
		again = false
		for i := range turns {
			to, _ := f.ways(step{i, false})
			if !done[i] && slices.ContainsFunc(to, func(j int) bool { return done[j] }) {
				done[i], again = true, true
			}
		}
	}
	var ids []string
	first := -1
	for i := range turns {
		if f.reached[i] && !done[i] {
			if first < 0 {
				first = i
			}
			ids = append(ids, "“"+turns[i].ID+"”")
		}
	}
	if first >= 0 {
		f.unsure = true
		f.c.add(source.Error, "CH104", turns[first].At, fmt.Sprintf("From %s the talk can never end.", strings.Join(ids, ", ")), "lead to a turn with an  end:  or give one of them an end")
	}
}
