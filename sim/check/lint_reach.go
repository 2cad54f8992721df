package check

import (
	"fmt"
	"slices"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
)

// span is all the heat that may be there: low to high.
type span struct{ low, high int }

var anyHeat = span{0, 100}

// spot is where a call may stand: a turn, how many replies to it there were, where
// a detour comes back to, and which of the rules that act once have acted.
type spot struct {
	turn, tries, back int
	once              uint64
}

// reach is a search through all spots with all the heat that may be there. It
// allows more than the engine does (what a condition asks other than the mood may
// always come true), so that what it finds out of reach is out of reach.
type reach struct {
	s       *scenarios.Scenario
	index   map[string]int
	free    bool // heat is not looked at: what could be reached if it went anywhere
	at      map[spot]span
	todo    []spot
	turns   []bool
	entries [][]bool
	rules   []bool
	asked   [][]asked // of the entries, by turn
	acts    []asked   // of the rules
	heats   []span    // the heat with which each turn may be spoken
	replied span      // the heat that may be there after a reply
	lost    bool      // too many spots: nothing is known
}

// mostSpots keeps the search short; a scenario with more is left alone.
const mostSpots = 20_000

func newReach(s *scenarios.Scenario, free bool) *reach {
	r := &reach{s: s, free: free, index: map[string]int{}, at: map[spot]span{}, turns: make([]bool, len(s.Turns)), rules: make([]bool, len(s.Anytime)), replied: span{101, -1}}
	for i := range s.Turns {
		r.index[s.Turns[i].ID] = i
		r.entries = append(r.entries, make([]bool, len(s.Turns[i].Says)))
		r.heats = append(r.heats, span{101, -1})
		asks := make([]asked, len(s.Turns[i].Says))
		for n := range asks {
			asks[n] = askedOf(s.Turns[i].Says[n].If)
		}
		r.asked = append(r.asked, asks)
	}
	for i := range s.Anytime {
		r.acts = append(r.acts, askedOf(s.Anytime[i].If))
	}
	start := s.Customer.Mood.Start()
	r.speak(spot{turn: 0, back: -1}, span{start, start})
	for steps := 0; len(r.todo) > 0; steps++ {
		if steps > mostSpots || len(s.Anytime) > 60 {
			r.lost = true
			break
		}
		next := r.todo[len(r.todo)-1]
		r.todo = r.todo[:len(r.todo)-1]
		r.answer(next, r.at[next])
	}
	return r
}

func (r *reach) turn(id string) int {
	if i, ok := r.index[id]; ok && id != "" {
		return i
	}
	return -1
}

// speak has the customer speak at a spot: entries that end the call take their
// heat with them.
func (r *reach) speak(p spot, heat span) {
	if p.turn < 0 {
		return
	}
	if r.free {
		heat = anyHeat
	}
	t := &r.s.Turns[p.turn]
	r.turns[p.turn] = true
	r.heats[p.turn] = r.heats[p.turn].with(heat)
	if t.End != "" {
		r.use(p.turn, heat, nil)
		return
	}
	left := span{101, -1}
	r.use(p.turn, heat, func(part span) { left = left.with(part) })
	if left.low <= left.high {
		r.wait(p, left)
	}
}

// use marks the entries that may be taken, and gives the heat of each mood with
// which the call may go on.
func (r *reach) use(turn int, heat span, on func(span)) {
	says := r.s.Turns[turn].Says
	for m, mood := range moodSpans() {
		part := heat.within(mood)
		if part.low > part.high {
			continue
		}
		stays := len(says) == 0
		for i := range says {
			a := r.asked[turn][i]
			if a.moods&(1<<m) == 0 {
				continue
			}
			r.entries[turn][i] = true
			stays = stays || says[i].End == ""
			if !a.other {
				break
			}
		}
		if stays && on != nil {
			on(part)
		}
	}
}

// moodSpans is the heat of each mood.
func moodSpans() [moods]span {
	return [moods]span{{0, 14}, {15, 29}, {30, 49}, {50, 69}, {70, 89}, {90, 100}}
}

// asked is what a condition asks: the moods in which it holds, as bits, and
// whether it asks anything else.
type asked struct {
	moods uint8
	other bool
}

func askedOf(c scenarios.Condition) asked {
	a := asked{moods: 1<<moods - 1}
	for _, cl := range c.Clauses {
		if cl.Kind != scenarios.IfMood {
			a.other = true
			continue
		}
		for m := range moods {
			if !cl.MoodHolds(scenarios.Mood(m)) {
				a.moods &^= 1 << m
			}
		}
	}
	return a
}

// wait is a spot at which a reply is waited for.
func (r *reach) wait(p spot, heat span) {
	have, seen := r.at[p]
	if !seen {
		have = span{101, -1}
	}
	if now := have.with(heat); !seen || now != have {
		r.at[p] = now
		if !slices.Contains(r.todo, p) {
			r.todo = append(r.todo, p)
		}
	}
}

// answer goes every way that a reply may lead.
func (r *reach) answer(p spot, heat span) {
	r.anytime(p, heat, true)
	heat = heat.moved()
	r.replied = r.replied.with(heat)
	t := &r.s.Turns[p.turn]
	good := func(id string) {
		if to := r.turn(id); to >= 0 {
			r.arrive(spot{turn: to, back: -1, once: p.once}, heat)
		}
	}
	for _, pick := range t.Picks {
		good(pick.Go)
	}
	for _, send := range t.Sends {
		good(send.Go)
	}
	if !t.Needs.Empty() {
		good(t.Missed)
		if p.tries+1 < t.Tries {
			again := p
			again.tries++
			r.arrive(again, heat)
		}
	}
	switch {
	case p.back >= 0:
		r.arrive(spot{turn: p.back, back: -1, once: p.once}, heat)
	case t.Next != "":
		good(t.Next)
	case p.turn+1 < len(r.s.Turns):
		r.arrive(spot{turn: p.turn + 1, back: -1, once: p.once}, heat)
	}
}

// arrive speaks at a spot, after anytime had its say.
func (r *reach) arrive(p spot, heat span) {
	r.speak(p, heat)
	r.anytime(p, heat, false)
}

// anytime lets each rule act that may, at a silence or after a reply.
func (r *reach) anytime(p spot, heat span, silence bool) {
	if r.free {
		heat = anyHeat
	}
	for i := range r.s.Anytime {
		a := &r.s.Anytime[i]
		bit := uint64(0)
		if a.Once {
			bit = 1 << i
		}
		if p.once&bit != 0 || a.Detour != "" && p.back >= 0 || waitsFor(a.If) != silence {
			continue
		}
		part := span{101, -1}
		for m, mood := range moodSpans() {
			if cut := heat.within(mood); r.acts[i].moods&(1<<m) != 0 && cut.low <= cut.high {
				part = part.with(cut)
			}
		}
		if part.low > part.high {
			continue
		}
		r.rules[i] = true
		switch {
		case a.Detour != "":
			if to := r.turn(a.Detour); to >= 0 {
				r.speak(spot{turn: to, back: p.turn, once: p.once | bit}, part)
			}
		case a.Go != "":
			if to := r.turn(a.Go); to >= 0 {
				r.speak(spot{turn: to, back: -1, once: p.once | bit}, part)
			}
		default:
			next := p
			next.once |= bit
			r.wait(next, part)
		}
	}
}

func waitsFor(c scenarios.Condition) bool {
	return slices.ContainsFunc(c.Clauses, func(cl scenarios.Clause) bool { return cl.Kind == scenarios.IfSilence })
}

func (s span) with(o span) span { return span{min(s.low, o.low), max(s.high, o.high)} }

func (s span) within(o span) span { return span{max(s.low, o.low), min(s.high, o.high)} }

// moved is the heat after one more reply, at its best and at its worst.
func (s span) moved() span {
	return span{max(0, s.low-max(4, (scenarios.MostFall*s.low+50)/100)-1), min(100, s.high+scenarios.MostRise)}
}

// outOfReach reports what only the heat keeps from ever being heard.
func (c *Checker) outOfReach() []source.Problem {
	heat := newReach(c.s, false)
	free := newReach(c.s, true)
	if heat.lost || free.lost {
		return nil
	}
	var all []source.Problem
	say := func(at source.Place, code, what string, cond *scenarios.Condition, h span, help string) {
		all = append(all, source.Problem{Code: code, Severity: source.Warning, Place: at, Help: help,
			Message: fmt.Sprintf("%s needs “%s”, and no call can come to that here: the mood may be %s.", what, cond.Text, h.moods())})
	}
	for i := range c.s.Anytime {
		if a := &c.s.Anytime[i]; free.rules[i] && !heat.rules[i] {
			say(a.At, "CH103", "This", &a.If, heat.replied, "begin in another mood, make the call longer, or ask for less")
		}
	}
	for i := range c.s.Turns {
		t := &c.s.Turns[i]
		if !free.turns[i] {
			continue // nothing leads here: told when the file was read
		}
		if !heat.turns[i] {
			all = append(all, source.Problem{Code: "CH103", Severity: source.Warning, Place: t.At,
				Message: fmt.Sprintf("“%s” is only reached in a mood that no call comes to.", t.ID), Help: "look at the conditions that lead here"})
			continue
		}
		for n := range t.Says {
			e := &t.Says[n]
			if e.If.Empty() || !free.entries[i][n] || heat.entries[i][n] {
				continue
			}
			code, what, help := "CH103", "This entry", "ask for another mood, or begin the call in another"
			if e.End != "" && scenarios.VerdictOf(e.End) == scenarios.Good {
				code, what = "CH302", "This ending"
				help = "give the trainee more turns to calm the customer in, begin in a better mood, or ask for less"
			}
			say(e.At, code, what, &e.If, heat.heats[i], help)
		}
	}
	return all
}

// moods is a span of heat in words.
func (s span) moods() string {
	low, high := scenarios.MoodOf(s.low), scenarios.MoodOf(s.high)
	if low == high {
		return fmt.Sprintf("only %s (heat %d to %d)", low, s.low, s.high)
	}
	return fmt.Sprintf("%s to %s (heat %d to %d)", low, high, s.low, s.high)
}
