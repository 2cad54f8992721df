package sim

import (
	"coolhead/scenarios"
	"coolhead/scoring"
)

// Record is a call as it was kept: what its events show, with no scenario.
type Record struct {
	start     Event
	exchanges []Exchange
	path      []int // the exchanges that count, by place in exchanges
	open      Exchange
	curve     []Point
	marks     []mark // how it stood before each reply on the path
	end       Event
}

// mark is what rewinding goes back to.
type mark struct {
	open  Exchange
	curve int
}

// Exchange is one reply, what it answered and what came of it.
type Exchange struct {
	N          int // the reply's number on its path, from 1
	Turn       string
	Lines      []Line // what the customer said before it, the last one last
	Waited     int    // seconds of silence before it
	Hints      int    // hints taken before it
	Reply      string
	Pick       int  // 0: typed
	Typed      bool // typed, and the same words as Pick
	Assessment scoring.Assessment
	Effects    []Effect
	Met        bool
	Before     State
	After      State
	Pencilled  bool // rewound away
}

// Line is the last thing the customer said before the reply.
func (x *Exchange) Line() Line {
	for i := len(x.Lines) - 1; i >= 0; i-- {
		if x.Lines[i].Text != "" {
			return x.Lines[i]
		}
	}
	if len(x.Lines) > 0 {
		return x.Lines[len(x.Lines)-1]
	}
	return Line{}
}

// Point is one point of the curve: the heat at one customer line.
type Point struct {
	Reply int // how many replies came before it; 0 is the start
	Heat  int
	Mood  scenarios.Mood
}

// add folds one event into the record.
func (r *Record) add(e Event) {
	switch e.Type {
	case Started:
		r.start = e
		if e.State != nil {
			r.open.Before, r.open.After = *e.State, *e.State
			r.point(e.State.Heat)
		}
	case Spoke:
		r.open.Lines = append(r.open.Lines[:len(r.open.Lines):len(r.open.Lines)],
			Line{Turn: e.Turn, Text: e.Line, Does: e.Does, Bait: e.Bait, Abuse: e.Abuse, Why: e.Why})
		if e.State != nil && len(r.path) > 0 {
			r.point(e.State.Heat)
		}
	case Waited:
		r.open.Waited = e.Seconds
		r.stand(e.State)
	case Hinted:
		r.open.Hints++
	case Replied:
		r.replied(e)
	case Rewound:
		r.rewound(e.To)
	case Ended:
		r.end = e
		r.stand(e.State)
	}
}

// point draws the curve on; several lines after one reply are one point.
func (r *Record) point(heat int) {
	p := Point{Reply: len(r.path), Heat: heat, Mood: scenarios.MoodOf(heat)}
	if n := len(r.curve); n > 0 && r.curve[n-1].Reply == p.Reply {
		r.curve[n-1] = p
		return
	}
	r.curve = append(r.curve[:len(r.curve):len(r.curve)], p)
}

func (r *Record) stand(s *State) {
	if s != nil {
		r.open.Before, r.open.After = *s, *s
	}
}

func (r *Record) replied(e Event) {
	r.marks = append(r.marks, mark{open: r.open, curve: len(r.curve)})
	x := r.open
	x.N, x.Turn, x.Reply, x.Pick, x.Typed = len(r.path)+1, e.Turn, e.Text, e.Pick, e.Typed
	x.Effects, x.Met = e.Effects, e.Met
	if e.Assessment != nil {
		x.Assessment = *e.Assessment
	}
	if e.State != nil {
		x.After = *e.State
	}
	r.path = append(r.path, len(r.exchanges))
	r.exchanges = append(r.exchanges, x)
	r.open = Exchange{Before: x.After, After: x.After}
	r.point(x.After.Heat)
}

func (r *Record) rewound(to int) {
	if to < 1 || to > len(r.path) {
		return
	}
	for _, i := range r.path[to-1:] {
		r.exchanges[i].Pencilled = true
	}
	m := r.marks[to-1]
	r.path, r.marks, r.curve = r.path[:to-1], r.marks[:to-1], r.curve[:m.curve]
	r.open, r.end = m.open, Event{}
}

// Exchanges are all replies with what they answered, rewound ones pencilled, in
// the order they were said.
func (r *Record) Exchanges() []Exchange { return append([]Exchange(nil), r.exchanges...) }

// Said are the replies that count.
func (r *Record) Said() []Exchange {
	list := make([]Exchange, len(r.path))
	for i, at := range r.path {
		list[i] = r.exchanges[at]
	}
	return list
}

// Lines are what the customer has said since the last reply.
func (r *Record) Lines() []Line { return append([]Line(nil), r.open.Lines...) }

// Curve is the heat at the start and after each customer line.
func (r *Record) Curve() []Point { return append([]Point(nil), r.curve...) }

// State is how the customer stands at the end of the record.
func (r *Record) State() State { return r.open.After }

// Ended says how the call ended, if it has.
func (r *Record) Ended() (end string, over bool) { return r.end.End, r.end.Type == Ended }

// Started is how the call began.
func (r *Record) Started() Event { return r.start }
