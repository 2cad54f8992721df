package check

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
)

// StudyOptions are how much of a scenario is walked.
type StudyOptions struct {
	Seed   uint64
	Calls  int    // picked at random
	Typed  int    // typed at random
	States int    // of the exhaustive walk, at most; 0: none
	Play   string // what `coolhead play` is given for this scenario
	Own    bool   // its file can be changed, so that a test can be added
	// Told is called now and then with what is being done and how far it has come;
	// false stops it.
	Told func(doing string, n int) bool
}

// Study is all that playing a scenario by itself can tell.
type Study struct {
	Tests    []Result // the author's, then those that every scenario must hold
	Explored *Explored
	Picked   *Walked
	Typed    *Walked
	Turns    []Covered // by turn
	Voices   []Covered // by voice
	c        *Checker
	play     string
	own      bool
}

// Covered is how often something came.
type Covered struct {
	Name   string // the turn, or what chose the line
	At     source.Place
	Tests  int   // of the author's, in which it came
	Picked int   // calls picked at random, in which it came
	Typed  int   // calls typed at random, in which it came
	States int   // of the exhaustive walk, from which it came
	Lines  []int // of a voice with several lines: how often each was said in both walks
}

// Study plays the scenario's tests and walks through it.
func (c *Checker) Study(o StudyOptions) *Study {
	s := &Study{c: c, play: o.Play, own: o.Own, Tests: append(c.Tests(), c.Built()...)}
	told := func(doing string) func(int) bool {
		if o.Told == nil {
			return nil
		}
		return func(n int) bool { return o.Told(doing, n) }
	}
	if o.States > 0 && c.hasPicks() {
		e := c.Explore(ExploreOptions{States: o.States, Told: told("states")})
		s.Explored = &e
	}
	if o.Calls > 0 && c.hasPicks() {
		w := c.Walk(WalkOptions{Seed: o.Seed, Calls: o.Calls, Waits: 5, Told: told("calls picked")})
		s.Picked = &w
	}
	if o.Typed > 0 {
		w := c.Walk(WalkOptions{Seed: o.Seed, Calls: o.Typed, Waits: 5, Typed: true, Told: told("calls typed")})
		s.Typed = &w
	}
	s.cover()
	c.picks, c.typing = nil, nil // what they know by heart is large, and all has been told
	return s
}

// cover counts where tests and walks came.
func (s *Study) cover() {
	turns, whys := map[string]int{}, map[string]int{}
	turnOf := map[string]string{} // by why
	for _, v := range s.c.stage.Voices() {
		if v.Turn >= 0 {
			turnOf[v.Why] = s.c.s.Turns[v.Turn].ID
		}
	}
	for _, r := range s.Tests {
		if r.Code != "" || r.Call == nil {
			continue
		}
		seen := map[string]bool{}
		for _, e := range r.Call.Events() {
			if e.Type != sim.Spoke {
				continue
			}
			turn := turnOf[e.Why]
			if !seen["turn "+turn] {
				turns[turn]++
			}
			if !seen[e.Why] {
				whys[e.Why]++
			}
			seen["turn "+turn], seen[e.Why] = true, true
		}
		acted := r.Call.Acted()
		for _, v := range s.c.stage.Voices() {
			if v.Turn < 0 && acted[v.Entry] > 0 && !seen[v.Why] {
				whys[v.Why]++
			}
		}
	}
	for i := range s.c.s.Turns {
		t := &s.c.s.Turns[i]
		one := Covered{Name: t.ID, At: at(t.At, s.c.s.At), Tests: turns[t.ID]}
		if s.Picked != nil {
			one.Picked = s.Picked.Said[t.ID]
		}
		if s.Typed != nil {
			one.Typed = s.Typed.Said[t.ID]
		}
		if s.Explored != nil {
			one.States = s.Explored.Turns[i].States
		}
		s.Turns = append(s.Turns, one)
	}
	for v, voice := range s.c.stage.Voices() {
		one := Covered{Name: voice.Why, At: at(voice.At, s.c.s.At), Tests: whys[voice.Why]}
		if voice.Lines > 1 {
			one.Lines = make([]int, voice.Lines)
		}
		for _, w := range []*Walked{s.Picked, s.Typed} {
			if w != nil && one.Lines != nil {
				for i, n := range w.Lines[v] {
					one.Lines[i] += n
				}
			}
		}
		if s.Picked != nil {
			one.Picked = s.Picked.Entries[voice.Why]
		}
		if s.Typed != nil {
			one.Typed = s.Typed.Entries[voice.Why]
		}
		if s.Explored != nil {
			one.States = s.Explored.Voices[v].States
		}
		s.Voices = append(s.Voices, one)
	}
}

// Balance is how calls come out.
type Balance struct {
	Calls              int
	Good, Between, Bad int               // in whole percent of the calls
	Endless            int               // calls
	Scores             [5]scoring.Tenths // least, lower quarter, middle, upper quarter, most
}

// Balance is how the calls of a walk came out.
func (w *Walked) Balance() Balance {
	b := Balance{Calls: w.Calls, Endless: w.Ends[""]}
	if w.Calls == 0 {
		return b
	}
	share := func(n int) int { return (100*n + w.Calls/2) / w.Calls }
	b.Good, b.Between, b.Bad = share(w.by(scenarios.Good)), share(w.by(scenarios.Between)), share(w.by(scenarios.Bad))
	for i := range b.Scores {
		rank := max(1, (i*w.Calls+3)/4) // the rank-th lowest score
		for score, n := range w.Scores {
			if rank -= n; rank <= 0 {
				b.Scores[i] = scoring.Tenths(10 * score)
				break
			}
		}
	}
	return b
}

// Spread says that a share of good endings, in percent, stands far from others of
// the same level.
func (s *Study) Spread(share int, others []int) []source.Problem { return s.c.Spread(share, others) }

// Rare is where hardly any walk came, with the way there if there is one; and what
// the exhaustive walk knows that no picking leads to.
func (s *Study) Rare() []source.Problem {
	var all []source.Problem
	add := func(c *Covered, what, message string) {
		all = append(all, source.Problem{Code: "CH410", Severity: source.Advice, Place: c.At, Message: what + " " + message,
			Help: "lead there from more picks, or live with it"})
	}
	for i := range s.Turns {
		c := &s.Turns[i]
		message := s.seldom(c)
		if message == "" {
			continue
		}
		if way, ok := s.wayTo("turn:" + c.Name); ok && c.States+c.Picked > 0 {
			message += " Play it:  " + s.Command(way)
		}
		add(c, "“"+c.Name+"”", message)
	}
	for i := range s.Voices {
		c := &s.Voices[i]
		voice := s.c.stage.Voices()[i]
		if voice.Turn >= 0 && (s.seldom(&s.Turns[voice.Turn]) != "" || len(s.c.s.Turns[voice.Turn].Says) == 1) {
			continue // the turn itself is told
		}
		if message := s.seldom(c); message != "" {
			add(c, "What is said by “"+c.Name+"”", message+s.heatThere(voice))
		}
	}
	return all
}

// seldom says how seldom something came, "" where it came often enough.
func (s *Study) seldom(c *Covered) string {
	if s.Explored != nil && s.Explored.Whole && s.Explored.Silences && c.States == 0 {
		message := fmt.Sprintf("comes by no way of picking: all %d states were looked at.", s.Explored.States)
		if c.Typed > 0 {
			message = strings.TrimSuffix(message, ".") + fmt.Sprintf("; typing leads there in %d of %d calls.", c.Typed, s.Typed.Calls)
		}
		if c.Typed*rareIn >= s.calls(s.Typed) && c.Typed > 0 {
			return ""
		}
		return message
	}
	n, calls := 0, 0
	for _, w := range []struct {
		walked *Walked
		came   int
	}{{s.Picked, c.Picked}, {s.Typed, c.Typed}} {
		if w.walked != nil {
			n, calls = n+w.came, calls+w.walked.Calls
		}
	}
	if calls < rareIn || n*rareIn >= calls || c.Typed > 0 && c.Typed*rareIn >= s.calls(s.Typed) || c.Picked > 0 && c.Picked*rareIn >= s.calls(s.Picked) {
		return ""
	}
	if n == 0 {
		return fmt.Sprintf("came in none of %d calls at random.", calls)
	}
	return fmt.Sprintf("came in %d of %d calls at random.", n, calls)
}

func (*Study) calls(w *Walked) int {
	if w == nil {
		return 0
	}
	return w.Calls
}

// wayTo is the shortest way known to an ending, or a turn: that of the exhaustive
// walk, else the shortest that a random one met.
func (s *Study) wayTo(what string) (Way, bool) {
	if s.Explored != nil {
		r, ok := s.Explored.Ends[what]
		if id, turn := strings.CutPrefix(what, "turn:"); turn {
			i := slices.IndexFunc(s.c.s.Turns, func(t scenarios.Turn) bool { return t.ID == id })
			r, ok = s.Explored.Turns[i], s.Explored.Turns[i].States > 0
		}
		if ok {
			return Way{seed, r.Path}, true
		}
	}
	best, found := Way{}, false
	for _, w := range []*Walked{s.Picked, s.Typed} {
		if w == nil {
			continue
		}
		if way, ok := w.Ways[what]; ok && (!found || len(way.Path) < len(best.Path)) {
			best, found = way, true
		}
	}
	return best, found
}

// heatThere says between which moods a turn is spoken, for an entry that waits for
// another.
func (s *Study) heatThere(v sim.Voice) string {
	if s.Explored == nil || !s.Explored.Whole || v.Turn < 0 || s.Explored.Turns[v.Turn].States == 0 {
		return ""
	}
	heat := s.Explored.Turns[v.Turn].Heat
	if low, high := scenarios.MoodOf(heat[0]), scenarios.MoodOf(heat[1]); low == high {
		return fmt.Sprintf(" The customer is always %s there.", low)
	}
	return fmt.Sprintf(" The customer is %s to %s there.", scenarios.MoodOf(heat[0]), scenarios.MoodOf(heat[1]))
}
