package sim

import (
	"slices"

	"coolhead/scenarios"
)

// core is everything the rest of a call depends on: what a step reads and what it
// changes. A copy of it before each reply is what rewinding goes back to.
type core struct {
	seed  int64
	state State
	turn  int    // the turn the next reply answers; −1 when the call is over
	seen  []seen // by turn
	fired []int  // by anytime rule: how often it acted

	shown  []tally // behaviours in the order they were first shown
	aside  int     // while in a detour: the turn to come back to; else −1
	detour int     // the detour's turn; else −1

	line     Line     // what the customer said last
	earlier  []string // the customer's lines before that
	said     []string // the trainee's replies
	waited   int      // seconds of silence since the last reply
	held     hold
	abused   int  // lines of abuse so far
	flare    int  // replies for which a slip still weighs more
	falling  bool // the last reply cooled, so the peak is behind
	listened bool // the customer has been heard
	bare     int  // progress by behaviours, for a call without needs
	faded    bool // patience was used up before this reply
	acted    int  // the anytime rule that acted last, at this step; −1: none did
	end      string

	prepared any // the moment of the line being answered; nil until it is asked for
}

// seen is what happened in one turn so far.
type seen struct {
	said  int    // times the customer said it
	tries int    // replies to it
	got   uint64 // what of its need those replies showed, bit by bit: all, then any
	fate  fate   // of its need
}

// tally is how many replies showed a behaviour.
type tally struct {
	id    string
	times int
}

// fate is how a turn's need came out.
type fate uint8

const (
	open fate = iota
	met
	missed
)

// hold is a wait that the trainee's last reply began.
type hold uint8

const (
	noHold hold = iota
	politeHold
	deadAir
)

// Line is one thing the customer said, or that everybody could see.
type Line struct {
	Turn  string `json:"turn"`
	Text  string `json:"text,omitempty"`
	Does  string `json:"does,omitempty"`
	Bait  bool   `json:"bait,omitempty"`
	Abuse int    `json:"abuse,omitempty"`
	Why   string `json:"why,omitempty"`

	voice, nth int // its place among the stage's voices, and which line of that
}

// begin is the core before anybody has spoken.
func (s *Stage) begin(o Options) *core {
	mood := s.cast.Scenario.Customer.Mood
	if m, ok := scenarios.ParseMood(o.Mood); ok {
		mood = m
	}
	return &core{
		seed:   o.Seed,
		state:  State{Heat: mood.Start(), Trust: startTrust, Patience: startPatience, Cool: startCool},
		seen:   make([]seen, len(s.turns)),
		fired:  make([]int, len(s.cast.Scenario.Anytime)),
		aside:  -1,
		detour: -1,
		acted:  -1,
	}
}

// clone is a core that shares nothing which a step changes.
func (c *core) clone() *core {
	d := *c
	d.seen = slices.Clone(c.seen)
	d.fired = slices.Clone(c.fired)
	d.shown = slices.Clone(c.shown)
	d.earlier = slices.Clip(c.earlier) // appending copies, and nothing else is done to these
	d.said = slices.Clip(c.said)
	return &d
}

// replies is how many replies there were.
func (c *core) replies() int { return len(c.said) }

// heard says that a behaviour has been shown in this call.
func (c *core) heard(id string) bool { return c.times(id) > 0 }

// times is how many replies showed a behaviour.
func (c *core) times(id string) int {
	for i := range c.shown {
		if c.shown[i].id == id {
			return c.shown[i].times
		}
	}
	return 0
}

// show counts a behaviour that a reply showed.
func (c *core) show(id string) {
	for i := range c.shown {
		if c.shown[i].id == id {
			c.shown[i].times++
			return
		}
	}
	c.shown = append(c.shown, tally{id, 1})
}

// over says that the call has ended.
func (c *core) over() bool { return c.turn < 0 }

const (
	startTrust    = 50
	startPatience = 60
	startCool     = 100
)

// Fuse is the share of patience that is left, in hundredths; a whole fuse is 100.
func (s State) Fuse() int { return min(s.Patience*100/startPatience, 100) }
