package sim

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios"
)

// Call is a running talk: a cast, its state, and everything that happened so far.
type Call struct {
	stage  *Stage
	o      Options
	core   *core
	before []*core // the core before each reply on this path
	inputs []input // what the trainee did on this path, waits included
	marks  []int   // for each reply, its place in inputs
	hints  map[string]int

	events []Event
	taken  int // events already given by New
	record Record
}

// input is one thing the trainee did.
type input struct {
	text    string
	pick    int
	typed   bool
	seconds int
}

// Start begins a call: the customer speaks. Options that name no turn or mood of
// this scenario are as if they were left out; Stage.Check says so beforehand.
func Start(cast Cast, o Options) *Call { return Prepare(cast).Start(o) }

// Start begins a call on this stage.
func (s *Stage) Start(o Options) *Call {
	if o.Mode == "" {
		o.Mode = Practice
	}
	c := &Call{stage: s, o: o, core: s.begin(o), hints: map[string]int{}}
	sc := s.cast.Scenario
	c.emit(Event{
		Type: Started, Scenario: sc.ID, Title: sc.Title, Hashes: s.cast.Hashes, Program: s.cast.Program,
		Seed: o.Seed, Mode: o.Mode, AtTurn: o.At, Mood: o.Mood, Attempt: o.Attempt, State: c.now(),
		About: &About{
			Customer: sc.Customer.Name, Channel: sc.Channel, Level: sc.Level, Silent: s.cast.Persona.Silent,
			Pass: sc.Pass, Attempts: sc.Attempts,
		},
	})
	first := max(s.at(o.At), 0)
	if len(s.turns) == 0 {
		first = -1
	}
	c.speak(s.take(c.core, first, first))
	return c
}

// ErrOver is what a reply to an ended call gets.
var ErrOver = errors.New("saying this: the call has ended")

// Reply says what was typed. Words equal to a pick of this turn are that pick.
func (c *Call) Reply(text string) ([]Event, error) {
	if c.core.over() {
		return nil, ErrOver
	}
	if strings.TrimSpace(text) == "" {
		return nil, errors.New("saying this: there are no words in it")
	}
	return c.reply(text, c.pickOf(text), true), nil
}

// ReplyPick says the nth pick of this turn, from 1, in the file's order.
func (c *Call) ReplyPick(n int) ([]Event, error) {
	if c.core.over() {
		return nil, ErrOver
	}
	picks := c.Turn().Picks
	if n < 1 || n > len(picks) {
		return nil, fmt.Errorf("picking %d: here are %d to choose from", n, len(picks))
	}
	return c.reply(picks[n-1].Text, n, false), nil
}

// pickOf is the pick of this turn that the words are, or 0.
func (c *Call) pickOf(text string) int { return c.stage.pickOf(c.core.turn, text) }

func (s *Stage) pickOf(turn int, text string) int {
	for i, p := range s.turns[turn].Picks {
		if s.ears.Same(p.Text, text) {
			return i + 1
		}
	}
	return 0
}

func (c *Call) reply(text string, n int, typed bool) []Event {
	from := len(c.events)
	c.before = append(c.before, c.core.clone())
	c.marks = append(c.marks, len(c.inputs))
	c.inputs = append(c.inputs, input{text: text, pick: n, typed: typed})

	var pick *scenarios.Pick
	var reading any
	if n > 0 {
		pick = &c.Turn().Picks[n-1]
		reading = c.stage.readings[c.core.turn][n-1]
	}
	if n == 0 || typed && text != pick.Text {
		reading = c.stage.ears.Read(text) // findings point into the trainee's own words
	}
	turn := c.Turn().ID
	a := c.stage.reply(c.core, text, pick, reading)
	c.emit(Event{
		Type: Replied, Turn: turn, Text: text, Pick: n, Typed: typed && n > 0,
		Assessment: &a.assessment, Effects: a.effects, Met: a.met, State: &a.state,
	})
	c.speak(a.lines)
	return c.events[from:len(c.events):len(c.events)]
}

// Wait is “say nothing yet”: the next silence at which something happens.
func (c *Call) Wait() ([]Event, bool) {
	at, ok := c.stage.nextSilence(c.core)
	if !ok {
		return nil, false
	}
	return c.wait(at), true
}

// Silence is a screen's report of how long nothing has been said or typed; each
// threshold that was reached applies.
func (c *Call) Silence(seconds int) []Event {
	from := len(c.events)
	for at, ok := c.stage.nextSilence(c.core); ok && at <= seconds; at, ok = c.stage.nextSilence(c.core) {
		c.wait(at)
	}
	return c.events[from:len(c.events):len(c.events)]
}

// NextSilence is the wait at which something happens next, in seconds since the
// last reply.
func (c *Call) NextSilence() (seconds int, ok bool) { return c.stage.nextSilence(c.core) }

func (c *Call) wait(seconds int) []Event {
	from := len(c.events)
	c.inputs = append(c.inputs, input{seconds: seconds})
	lines := c.stage.wait(c.core, seconds)
	c.emit(Event{Type: Waited, Seconds: seconds, State: c.now()})
	c.speak(lines)
	return c.events[from:len(c.events):len(c.events)]
}

// speak writes down what the customer said, and the end if it came.
func (c *Call) speak(lines []Line) {
	for _, l := range lines {
		c.emit(Event{
			Type: Spoke, Turn: l.Turn, Line: l.Text, Does: l.Does, Bait: l.Bait, Abuse: l.Abuse, Why: l.Why,
			State: c.now(),
		})
	}
	if c.core.over() {
		c.emit(Event{Type: Ended, End: c.core.end, State: c.now(), After: c.after()})
	}
}

func (c *Call) emit(e Event) {
	e.V = version
	c.events = append(c.events, e)
	c.record.add(e)
}

func (c *Call) now() *State {
	s := c.core.state
	return &s
}

// Events are all events so far.
func (c *Call) Events() []Event { return c.events[:len(c.events):len(c.events)] }

// New are the events since New was last asked: for whoever keeps them.
func (c *Call) New() []Event {
	fresh := c.events[c.taken:len(c.events):len(c.events)]
	c.taken = len(c.events)
	return fresh
}

// State is the customer's state and the trainee's cool now.
func (c *Call) State() State { return c.core.state }

// Ended says how the call ended, if it has.
func (c *Call) Ended() (end string, over bool) { return c.core.end, c.core.over() }

// Turn is the turn the next reply answers, nil once the call has ended.
func (c *Call) Turn() *scenarios.Turn {
	if c.core.over() {
		return nil
	}
	return &c.stage.turns[c.core.turn]
}

// Mode is how the call is played.
func (c *Call) Mode() Mode { return c.o.Mode }

// Seed is what the lines were chosen by.
func (c *Call) Seed() int64 { return c.o.Seed }

// Acted is how often each anytime rule has acted on this path.
func (c *Call) Acted() []int { return slices.Clone(c.core.fired) }

// Stage is what the call is played on.
func (c *Call) Stage() *Stage { return c.stage }

// Replies is how many replies there are on this path.
func (c *Call) Replies() int { return c.core.replies() }

// Exchanges are all replies so far with what they answered, rewound ones pencilled.
func (c *Call) Exchanges() []Exchange { return c.record.Exchanges() }

// Lines are what the customer has said since the last reply.
func (c *Call) Lines() []Line { return c.record.Lines() }

// Curve is the heat so far on this path.
func (c *Call) Curve() []Point { return c.record.Curve() }

// Heard are the helpful behaviours the customer has heard, in order.
func (c *Call) Heard() []string {
	var ids []string
	for _, t := range c.core.shown {
		if c.stage.ears.Behaviour(t.id).Helps {
			ids = append(ids, t.id)
		}
	}
	return ids
}

// HasHeard says whether any reply on this path showed the behaviour.
func (c *Call) HasHeard(id string) bool { return c.core.heard(id) }

// Left is how much of this turn's need is still to hear: “one thing more”.
func (c *Call) Left() int {
	left := c.stage.wanted(c.core)
	n := len(left.All)
	if len(left.Any) > 0 {
		n++
	}
	return n
}

// Wants is what this turn still needs: all of the first, one of the second. For
// authors; it reaches no trainee's screen.
func (c *Call) Wants() (all, anyOf []string) {
	left := c.stage.wanted(c.core)
	return left.All, left.Any
}

// Debrief is everything the debrief shows, as the call stands.
func (c *Call) Debrief() Debrief { return c.record.Debrief() }
