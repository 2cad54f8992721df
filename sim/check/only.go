package check

import (
	"coolhead/scenarios"
	"coolhead/sim"
)

// labels number everything that a way may have in it: each pick, a silence in each
// turn, and each mood that the customer has been as bad as, or as good as.
type labels struct {
	s     *scenarios.Scenario
	first []int // by turn: its first pick
	quiet int   // the silence of the first turn
	worse int   // as bad as the first mood
	words int   // of 64
}

func labelsOf(s *scenarios.Scenario) labels {
	l := labels{s: s}
	for i := range s.Turns {
		l.first = append(l.first, l.quiet)
		l.quiet += len(s.Turns[i].Picks)
	}
	l.worse = l.quiet + len(s.Turns)
	l.words = (l.worse + 2*moods + 63) / 64
	return l
}

// moods is how many moods there are.
const moods = int(scenarios.Furious) + 1

// step is the label of a step in a turn.
func (l *labels) step(turn, pick int) int {
	if pick == 0 {
		return l.quiet + turn
	}
	return l.first[turn] + pick - 1
}

// mood sets the labels of a heat.
func (l *labels) mood(set []uint64, heat int) {
	now := int(scenarios.MoodOf(heat))
	for m := range moods {
		if m <= now {
			mark(set, l.worse+m)
		}
		if m >= now {
			mark(set, l.worse+moods+m)
		}
	}
}

func mark(set []uint64, n int) { set[n/64] |= 1 << (n % 64) }

// gather finds what is known of every end, turn and voice.
func (x *explorer) gather() Explored {
	e := Explored{
		States: len(x.states), Ends: map[string]Reached{},
		Turns: make([]Reached, len(x.c.s.Turns)), Voices: make([]Reached, len(x.c.stage.Voices())),
	}
	if len(x.states) == 0 {
		return e
	}
	x.musts()
	k := x.labels.words
	ends := make([]meet, len(scenarios.Endings()))
	turns := make([]meet, len(e.Turns))
	voices := make([]meet, len(e.Voices))
	x.w.Spoke(x.start, func(voice, _ int) { voices[voice].add(-1, x.must[:k], 0, int(x.states[0].heat)) })
	turns[x.states[0].turn].add(-1, x.must[:k], 0, int(x.states[0].heat))
	set := make([]uint64, k)
	for i := range x.edges {
		g := &x.edges[i]
		traps := x.through(set, g)
		for _, v := range g.voices {
			if v < 0 {
				continue
			}
			voices[v].add(i, set, traps, int(g.heat))
			if t := x.c.stage.Voices()[v].Turn; t >= 0 && g.to < 0 { // the last words of a call
				turns[t].add(i, set, traps, int(g.heat))
			}
		}
		if g.to < 0 {
			ends[g.end].add(i, set, traps, int(g.heat))
		} else {
			turns[x.states[g.to].turn].add(i, set, traps, int(g.heat))
		}
	}
	for i := range turns {
		e.Turns[i] = x.reached(&turns[i])
	}
	for i := range voices {
		e.Voices[i] = x.reached(&voices[i])
	}
	for i, end := range scenarios.Endings() {
		if ends[i].n > 0 {
			e.Ends[end] = x.reached(&ends[i])
		}
	}
	return e
}

// musts finds for each state what every way there has in it. Ways meet, and a state
// keeps what they share, until nothing changes any more.
func (x *explorer) musts() {
	k := x.labels.words
	x.must, x.traps = make([]uint64, k*len(x.states)), make([]int16, len(x.states))
	for i := range x.must {
		x.must[i] = ^uint64(0)
	}
	for i := range x.traps {
		x.traps[i] = 1 << 14
	}
	clear(x.must[:k])
	x.traps[0] = 0
	x.labels.mood(x.must[:k], int(x.states[0].heat))
	set := make([]uint64, k)
	for changed := true; changed; {
		changed = false
		for i := range x.edges {
			g := &x.edges[i]
			if g.to < 0 {
				continue
			}
			if traps := x.through(set, g); traps < x.traps[g.to] {
				x.traps[g.to], changed = traps, true
			}
			to := x.must[int(g.to)*k : int(g.to)*k+k]
			for j := range to {
				if both := to[j] & set[j]; both != to[j] {
					to[j], changed = both, true
				}
			}
		}
	}
}

// through is what every way over an edge has in it, and the fewest traps.
func (x *explorer) through(set []uint64, g *edge) (traps int16) {
	k := x.labels.words
	copy(set, x.must[int(g.from)*k:int(g.from)*k+k])
	turn := int(x.states[g.from].turn)
	mark(set, x.labels.step(turn, int(g.step)))
	x.labels.mood(set, int(g.heat))
	traps = x.traps[g.from]
	if g.step > 0 && x.c.s.Turns[turn].Picks[g.step-1].Kind == scenarios.Trap {
		traps++
	}
	return traps
}

// meet gathers the edges that lead to one thing.
type meet struct {
	n     int
	first int // the first edge, −1: the start
	only  []uint64
	traps int16
	heat  [2]int
}

func (m *meet) add(edge int, set []uint64, traps int16, heat int) {
	if m.n == 0 {
		m.first, m.traps, m.heat = edge, traps, [2]int{heat, heat}
		m.only = append([]uint64{}, set...)
	}
	m.n++
	m.traps = min(m.traps, traps)
	m.heat = [2]int{min(m.heat[0], heat), max(m.heat[1], heat)}
	for i := range m.only {
		m.only[i] &= set[i]
	}
}

func (x *explorer) reached(m *meet) Reached {
	r := Reached{States: m.n, Traps: int(m.traps), Heat: m.heat}
	if m.n == 0 {
		return r
	}
	if m.first >= 0 {
		g := &x.edges[m.first]
		r.Path = append(x.path(g.from), sim.Step{Pick: int(g.step)})
	}
	r.Only = x.labels.choices(m.only, int(x.states[0].heat))
	return r
}

// choices are the labels of a set in words. Of moods only the furthest each way
// counts, and only where it is not the first one.
func (l *labels) choices(set []uint64, start int) []Choice {
	has := func(n int) bool { return set[n/64]&(1<<(n%64)) != 0 }
	var all []Choice
	for t := range l.s.Turns {
		for p := range l.s.Turns[t].Picks {
			if has(l.step(t, p+1)) {
				all = append(all, Choice{Turn: l.s.Turns[t].ID, Pick: p + 1})
			}
		}
		if has(l.step(t, 0)) {
			all = append(all, Choice{Turn: l.s.Turns[t].ID})
		}
	}
	first := int(scenarios.MoodOf(start))
	for m := moods - 1; m > first; m-- {
		if has(l.worse + m) {
			all = append(all, Choice{Mood: scenarios.Mood(m).String(), Or: "worse"})
			break
		}
	}
	for m := range first {
		if has(l.worse + moods + m) {
			all = append(all, Choice{Mood: scenarios.Mood(m).String(), Or: "better"})
			break
		}
	}
	return all
}
