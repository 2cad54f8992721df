package check

import (
	"coolhead/scenarios"
	"coolhead/sim"
)

// MostStates is how many states an exhaustive walk goes through before it gives up.
const MostStates = 200_000

// mostRoom is how many turns, over all states that wait to be gone on from, are held
// at once: a call of hundreds of turns takes room for each of them.
const mostRoom = 3_000_000

// ExploreOptions are how an exhaustive walk goes.
type ExploreOptions struct {
	States int // at most; 0: MostStates
	// Told is called now and then with how many states were seen; false stops.
	Told func(states int) bool
}

// Explored is what all ways of picking come to, played with one seed. A state is all
// that the rest of a call can depend on: the turn, its tries, what was heard, how
// often, the customer's heat and patience, which rules have acted.
type Explored struct {
	Whole    bool // every state was seen; otherwise nothing here says that something cannot be
	Silences bool // saying nothing was tried as well, wherever something comes of it
	States   int
	Ends     map[string]Reached
	Turns    []Reached // by turn
	Voices   []Reached // by voice
}

// Reached is what is known of something that a call may come to. Without States
// nothing led there.
type Reached struct {
	States int      // from which it was come to
	Path   sim.Path // the shortest way
	Only   []Choice // what every way there has in it
	Traps  int      // how many traps every way there has at least
	Heat   [2]int   // the customer's, lowest and highest, on coming there
}

// Choice is something that happened in a call: a pick or a silence in a turn, or the
// customer's mood having got as bad, or as good, as this.
type Choice struct {
	Turn string
	Pick int // 0: a silence
	Mood string
	Or   string // with a mood: worse or better
}

// Explore walks every way of picking, once for all ways that come to the same state.
// Silences are tried too if there is room for them.
func (c *Checker) Explore(o ExploreOptions) Explored {
	if o.States == 0 {
		o.States = MostStates
	}
	e := c.explore(o, false)
	if !e.Whole {
		return e
	}
	if with := c.explore(o, true); with.Whole {
		return with
	}
	return e
}

func (c *Checker) explore(o ExploreOptions, silences bool) Explored {
	x := newExplorer(c, silences)
	whole := x.run(o)
	e := x.gather()
	e.Whole, e.Silences = whole, silences
	e.States = min(e.States, o.States)
	return e
}

// explorer is an exhaustive walk under way. It goes breadth first, so that the
// first way to anything is the shortest.
type explorer struct {
	c        *Checker
	w        *sim.Walker
	silences bool
	states   []state
	known    map[string]int32
	edges    []edge
	queue    []*sim.Spot // of the states from next on
	next     int
	free     []*sim.Spot
	key      []byte
	start    *sim.Spot
	labels   labels
	must     []uint64 // by state: the labels that every way there has
	traps    []int16  // by state: the fewest on a way there
}

type state struct {
	from int32 // the state it was first come to from
	step int16 // by which pick; 0: a silence
	turn int16
	heat int8
}

// edge is one step: from a state to a state, or to an end.
type edge struct {
	from, to int32 // −1: to an end
	step     int16
	end      int8
	heat     int8
	voices   [3]int16 // that spoke; −1: none
}

func newExplorer(c *Checker, silences bool) *explorer {
	return &explorer{c: c, w: c.walker(), silences: silences, known: map[string]int32{}, labels: labelsOf(c.s)}
}

// run walks until everything was seen, or too much.
func (x *explorer) run(o ExploreOptions) bool {
	x.start = x.w.Start(sim.Options{Seed: seed})
	if x.start.Turn() < 0 {
		return true
	}
	first := &sim.Spot{}
	x.w.Copy(first, x.start)
	x.add(first, -1, 0)
	for x.next < len(x.states) {
		if len(x.states) > o.States || len(x.queue)*len(x.c.s.Turns) > mostRoom {
			return false
		}
		if o.Told != nil && x.next%4096 == 0 && !o.Told(x.next) {
			return false
		}
		at := x.queue[0]
		x.queue = x.queue[1:]
		x.visit(at)
		x.free = append(x.free, at)
		x.next++
	}
	return true
}

func (x *explorer) visit(at *sim.Spot) {
	for n := range x.c.s.Turns[at.Turn()].Picks {
		to := x.room()
		x.w.Copy(to, at)
		x.w.Pick(to, n+1)
		x.step(to, n+1)
	}
	if x.silences {
		to := x.room()
		x.w.Copy(to, at)
		if x.w.Wait(to) == nil {
			x.step(to, 0)
		} else {
			x.free = append(x.free, to)
		}
	}
}

// room is a spot to write over.
func (x *explorer) room() *sim.Spot {
	if n := len(x.free); n > 0 {
		at := x.free[n-1]
		x.free = x.free[:n-1]
		return at
	}
	return &sim.Spot{}
}

// step notes where a step has led, and keeps the spot if that is new.
func (x *explorer) step(at *sim.Spot, step int) {
	e := edge{from: int32(x.next), to: -1, step: int16(step), heat: int8(at.State().Heat), end: -1, voices: [3]int16{-1, -1, -1}}
	n := 0
	x.w.Spoke(at, func(voice, _ int) {
		if n < len(e.voices) {
			e.voices[n] = int16(voice)
			n++
		}
	})
	if at.Turn() < 0 {
		e.end = endNumber(at.End())
		x.free = append(x.free, at)
	} else {
		x.key = x.w.Key(x.key[:0], at)
		to, ok := x.known[string(x.key)]
		if ok {
			x.free = append(x.free, at)
		} else {
			to = x.add(at, int32(x.next), step)
		}
		e.to = to
	}
	x.edges = append(x.edges, e)
}

func (x *explorer) add(at *sim.Spot, from int32, step int) int32 {
	n := int32(len(x.states))
	x.key = x.w.Key(x.key[:0], at)
	x.known[string(x.key)] = n
	x.states = append(x.states, state{from: from, step: int16(step), turn: int16(at.Turn()), heat: int8(at.State().Heat)})
	x.queue = append(x.queue, at)
	return n
}

// endNumber is an ending's place among all.
func endNumber(end string) int8 {
	for i, e := range scenarios.Endings() {
		if e == end {
			return int8(i)
		}
	}
	return 0
}

// path is the way on which a state was first come to.
func (x *explorer) path(state int32) sim.Path {
	var back sim.Path
	for s := state; x.states[s].from >= 0; s = x.states[s].from {
		back = append(back, sim.Step{Pick: int(x.states[s].step)})
	}
	for i, j := 0, len(back)-1; i < j; i, j = i+1, j-1 {
		back[i], back[j] = back[j], back[i]
	}
	return back
}
