package check

import (
	"coolhead/scenarios"
	"coolhead/sim"
)

// WalkOptions are how a random walk goes.
type WalkOptions struct {
	Seed  uint64
	Calls int
	Waits int // how often in 100 nothing is said, where that means something
}

// Walked is what came of many calls picked at random.
type Walked struct {
	Calls   int
	Replies int
	Ends    map[string]int // "" for calls that came to no end
	Turns   map[string]int // calls in which a turn was answered
	Entries map[string]int // calls in which an entry or anytime rule spoke, by its Why
	Longest int            // replies
	Scores  [11]int        // calls by score: below 10, below 20 … 100
	Stuck   []int          // the picks of the first call that came to no end
}

// Good is how many calls ended well.
func (w Walked) Good() int {
	n := 0
	for end, calls := range w.Ends {
		if end != "" && scenarios.VerdictOf(end) == scenarios.Good {
			n += calls
		}
	}
	return n
}

// Walk plays many calls, each pick as likely as another. The same options give the
// same walk on every machine.
func (c *Checker) Walk(o WalkOptions) Walked {
	w := Walked{Calls: o.Calls, Ends: map[string]int{}, Turns: map[string]int{}, Entries: map[string]int{}}
	for i := range o.Calls {
		d := dice(o.Seed + uint64(i)*0x9e3779b97f4a7c15)
		c.walk(&w, &d, o, int64(i))
	}
	return w
}

func (c *Checker) walk(w *Walked, d *dice, o WalkOptions, seed int64) {
	call := c.stage.Start(sim.Options{Seed: seed, Mode: sim.Score})
	turns, entries := map[string]bool{}, map[string]bool{}
	var picks []int
	for len(picks) < most {
		for _, l := range call.Lines() {
			entries[l.Why] = true
		}
		if _, over := call.Ended(); over {
			break
		}
		if d.under(100) < o.Waits {
			if _, ok := call.Wait(); ok {
				continue
			}
		}
		turn := call.Turn()
		if len(turn.Picks) == 0 {
			break
		}
		turns[turn.ID] = true
		n := 1 + d.under(len(turn.Picks))
		if _, err := call.ReplyPick(n); err != nil {
			break
		}
		picks = append(picks, n)
	}
	end, over := call.Ended()
	w.Ends[end]++
	w.Replies += len(picks)
	w.Longest = max(w.Longest, len(picks))
	w.Scores[call.Result().Score/100]++
	if !over && w.Stuck == nil {
		w.Stuck = picks
	}
	for t := range turns {
		w.Turns[t]++
	}
	for e := range entries {
		w.Entries[e]++
	}
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
