package sim

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"coolhead/scoring"
)

// Rewind goes back to before reply number to. What was said from there on stays
// in the record, pencilled.
func (c *Call) Rewind(to int) ([]Event, error) {
	if c.o.Mode != Practice {
		return nil, fmt.Errorf("rewinding: nothing can be said again in %s mode", c.o.Mode)
	}
	if to < 1 || to > len(c.before) {
		return nil, fmt.Errorf("rewinding to reply %d: there are %d replies so far", to, len(c.before))
	}
	from := len(c.events)
	c.core = c.before[to-1].clone()
	c.before = c.before[:to-1]
	c.inputs = c.inputs[:c.marks[to-1]]
	c.marks = c.marks[:to-1]
	c.emit(Event{Type: Rewound, To: to, State: c.now()})
	return c.events[from:len(c.events):len(c.events)], nil
}

// Coach reads words that have not been said yet. It changes nothing.
func (c *Call) Coach(text string) scoring.Assessment {
	if c.core.over() || strings.TrimSpace(text) == "" {
		return scoring.Assessment{}
	}
	if n := c.pickOf(text); n > 0 {
		return c.stage.assess(c.core, &c.Turn().Picks[n-1], c.stage.ears.Read(text))
	}
	return c.stage.assess(c.core, nil, c.stage.ears.Read(text))
}

// Outcome is what would have come of other words.
type Outcome struct {
	Assessment scoring.Assessment // of those words
	Reply      Exchange
	State      State   // right after them
	Lines      []Line  // what the customer would have answered
	Curve      []Point // with the later replies said as they were, as far as they go
	End        string  // how the call would have ended by then, "" if it would not
}

// WhatIf is the call with other words in place of reply number to, the later
// replies said again as they were. It changes nothing.
func (c *Call) WhatIf(to int, text string) (Outcome, error) {
	if to < 1 || to > len(c.before) {
		return Outcome{}, fmt.Errorf("trying other words for reply %d: there are %d replies so far", to, len(c.before))
	}
	if strings.TrimSpace(text) == "" {
		return Outcome{}, fmt.Errorf("trying other words for reply %d: there are no words in it", to)
	}
	d := c.fork()
	later := slices.Clone(c.inputs[c.marks[to-1]+1:])
	d.o.Mode = Practice
	if _, err := d.Rewind(to); err != nil {
		return Outcome{}, err
	}
	if _, err := d.Reply(text); err != nil {
		return Outcome{}, err
	}
	all := d.Exchanges()
	last := all[len(all)-1]
	out := Outcome{Assessment: last.Assessment, Reply: last, State: d.State(), Lines: d.Lines()}
	for _, in := range later {
		d.repeat(in)
	}
	out.Curve = d.Curve()
	out.End, _ = d.Ended()
	return out, nil
}

// repeat does again what was done on another path, as far as it can be done.
func (c *Call) repeat(in input) {
	if c.core.over() {
		return
	}
	if in.seconds > 0 {
		c.Silence(in.seconds)
		return
	}
	c.reply(in.text, c.pickOf(in.text), true)
}

// fork is a call that goes on by itself from here.
func (c *Call) fork() *Call {
	d := *c
	d.core = c.core.clone()
	d.before = slices.Clone(c.before)
	d.inputs = slices.Clone(c.inputs)
	d.marks = slices.Clone(c.marks)
	d.hints = maps.Clone(c.hints)
	d.events = slices.Clone(c.events)
	d.record = c.record.clone()
	return &d
}

// Fork is a call that goes on by itself from here: for walks that try every reply.
func (c *Call) Fork() *Call { return c.fork() }

func (r *Record) clone() Record {
	d := *r
	d.exchanges = slices.Clone(r.exchanges)
	d.path = slices.Clone(r.path)
	d.marks = slices.Clone(r.marks)
	d.curve = slices.Clone(r.curve)
	return d
}
