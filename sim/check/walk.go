package check

import (
	"coolhead/scenarios"
	"coolhead/sim"
)

// WalkOptions are how a random walk goes.
type WalkOptions struct {
	Seed  uint64
	Calls int
	Waits int  // how often in 100 nothing is said, where that means something
	Typed bool // type as well: from the scenario's tests, its picks, and the pool
	// Told is called now and then with how many calls were played; false stops.
	Told func(calls int) bool
}

// Walked is what came of many calls at random.
type Walked struct {
	Calls   int
	Replies int
	Ends    map[string]int // "" for calls that came to no end
	Turns   map[string]int // calls in which a turn was answered
	Said    map[string]int // calls in which a line of a turn was said
	Entries map[string]int // calls in which an entry or anytime rule spoke, by its Why
	Lines   [][]int        // by voice: how often each of its lines was said
	Longest int            // replies
	Scores  [101]int       // calls by score in whole points
	Stuck   sim.Path       // of the first call that came to no end
	Ways    map[string]Way // by ending, and by turn's place as “turn:ID”: the shortest way met
}

// Way is a call that came somewhere.
type Way struct {
	Seed int64
	Path sim.Path
}

// Good is how many calls ended well.
func (w Walked) Good() int { return w.by(scenarios.Good) }

// by is how many calls ended with a verdict. Calls without an end count as nothing.
func (w Walked) by(v scenarios.Verdict) int {
	n := 0
	for end, calls := range w.Ends {
		if end != "" && scenarios.VerdictOf(end) == v {
			n += calls
		}
	}
	return n
}

// seeds is how many seeds the lines of walks are chosen by.
const seeds = 1000

// Walk plays many calls, each pick as likely as another. The same options give the
// same walk on every machine.
func (c *Checker) Walk(o WalkOptions) Walked {
	w, words := c.walker(), pool()
	if o.Typed {
		w, words = c.typer(), c.words()
	}
	r := &roam{
		c: c, o: o, w: w, at: &sim.Spot{}, typed: words, own: len(words) - len(pool()),
		out:    Walked{Ends: map[string]int{}, Ways: map[string]Way{}, Turns: map[string]int{}, Said: map[string]int{}, Entries: map[string]int{}},
		starts: map[int64]*sim.Spot{},
	}
	voices := c.stage.Voices()
	r.turns, r.said, r.entries = make([]stamp, len(c.s.Turns)), make([]stamp, len(c.s.Turns)), make([]stamp, len(voices))
	r.voices = voices
	for _, v := range voices {
		r.out.Lines = append(r.out.Lines, make([]int, max(v.Lines, 1)))
	}
	for i := range o.Calls {
		if o.Told != nil && i%256 == 255 && !o.Told(i) {
			break
		}
		r.call(i)
	}
	for i := range c.s.Turns {
		if n := r.turns[i].calls; n > 0 {
			r.out.Turns[c.s.Turns[i].ID] = n
		}
	}
	for i, v := range voices {
		if n := r.entries[i].calls; n > 0 {
			r.out.Entries[v.Why] = n
		}
	}
	for i, t := range r.said {
		if t.calls > 0 {
			r.out.Said[c.s.Turns[i].ID] = t.calls
		}
	}
	return r.out
}

// roam is a random walk under way.
type roam struct {
	c       *Checker
	o       WalkOptions
	w       *sim.Walker
	at      *sim.Spot
	starts  map[int64]*sim.Spot // by seed
	typed   []string            // what may be typed: the scenario's own, then the pool
	own     int
	out     Walked
	turns   []stamp
	said    []stamp
	entries []stamp
	voices  []sim.Voice
	path    sim.Path
}

// stamp counts calls, each once.
type stamp struct{ calls, last int }

func (s *stamp) see(call int) bool {
	if s.last == call+1 {
		return false
	}
	s.last = call + 1
	s.calls++
	return true
}

func (r *roam) call(i int) {
	d := dice(r.o.Seed + uint64(i)*0x9e3779b97f4a7c15)
	seed := int64(i % seeds)
	start := r.starts[seed]
	if start == nil {
		start = r.w.Start(sim.Options{Seed: seed, Mode: sim.Score})
		r.starts[seed] = start
	}
	r.w.Copy(r.at, start)
	r.path = r.path[:0]
	for {
		r.w.Spoke(r.at, func(voice, line int) {
			r.entries[voice].see(i)
			if t := r.voices[voice].Turn; t >= 0 {
				r.said[t].see(i)
			}
			r.out.Lines[voice][line]++
		})
		t := r.at.Turn()
		if t < 0 || r.at.Replies() == r.c.most() || len(r.path) == 2*r.c.most() {
			break
		}
		if r.turns[t].see(i) {
			r.way("turn:"+r.c.s.Turns[t].ID, seed)
		}
		if !r.step(&d, t) {
			break
		}
	}
	r.out.Calls++
	end := r.at.End()
	r.out.Ends[end]++
	r.way(end, seed)
	r.out.Replies += r.at.Replies()
	r.out.Longest = max(r.out.Longest, r.at.Replies())
	r.out.Scores[r.at.Score()/10]++
	if end == "" && r.out.Stuck == nil {
		r.out.Stuck = append(sim.Path{}, r.path...)
	}
}

// way keeps the shortest path met to somewhere.
func (r *roam) way(to string, seed int64) {
	if old, ok := r.out.Ways[to]; !ok || len(r.path) < len(old.Path) {
		r.out.Ways[to] = Way{seed, append(sim.Path{}, r.path...)}
	}
}

// step does one thing at random; false where there is nothing to do.
func (r *roam) step(d *dice, t int) bool {
	if d.under(100) < r.o.Waits && r.w.Wait(r.at) == nil {
		r.path = append(r.path, sim.Step{})
		return true
	}
	picks := len(r.c.s.Turns[t].Picks)
	if !r.o.Typed {
		if picks == 0 {
			return false
		}
		r.pick(d, picks)
		return true
	}
	word := 0
	switch bag := d.under(3); {
	case bag == 0 && picks > 0:
		r.pick(d, picks)
		return true
	case bag == 1 && r.own > 0:
		word = d.under(r.own)
	default:
		word = r.own + d.under(len(r.typed)-r.own)
	}
	r.w.Type(r.at, word)
	r.path = append(r.path, sim.Step{Text: r.typed[word]})
	return true
}

func (r *roam) pick(d *dice, picks int) {
	n := 1 + d.under(picks)
	r.w.Pick(r.at, n)
	r.path = append(r.path, sim.Step{Pick: n})
}

// dice is SplitMix64: a seed, and the same throws everywhere.
type dice uint64

func (d *dice) under(n int) int {
	*d += 0x9e3779b97f4a7c15
	x := uint64(*d)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return int((x ^ x>>31) % uint64(n))
}
