package sim

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// lifts turn an event of version i+1 into the next one. An old attempt is read
// for ever; what is written is always the newest.
var lifts = []func(Event) Event{}

// lift brings an event to the version of this program.
func lift(e Event, lifts []func(Event) Event) (Event, error) {
	newest := len(lifts) + 1
	switch {
	case e.V > newest:
		return e, fmt.Errorf("this call was kept by a newer coolhead (event version %d; this program reads up to %d)", e.V, newest)
	case e.V < 1:
		return e, errors.New("this is no event of a call: it says no version")
	}
	for e.V < newest {
		v := e.V
		e = lifts[v-1](e)
		e.V = v + 1
	}
	return e, nil
}

// liftAll brings a call's events to the version of this program.
func liftAll(events []Event) ([]Event, error) {
	if len(events) == 0 {
		return nil, errors.New("reading a call: it has no events")
	}
	list := make([]Event, len(events))
	for i, e := range events {
		up, err := lift(e, lifts)
		if err != nil {
			return nil, fmt.Errorf("reading event %d of a call: %w", i+1, err)
		}
		list[i] = up
	}
	if list[0].Type != Started {
		return nil, errors.New("reading a call: its first event does not start it")
	}
	return list, nil
}

// Replay is a call as it was recorded. It needs no scenario and judges nothing.
func Replay(events []Event) (*Record, error) {
	list, err := liftAll(events)
	if err != nil {
		return nil, err
	}
	r := &Record{}
	for _, e := range list {
		r.add(e)
	}
	return r, nil
}

// Resume plays the inputs of a record again and gives the call, to be gone on
// with. It must come out as recorded.
func Resume(cast Cast, events []Event) (*Call, error) {
	list, err := liftAll(events)
	if err != nil {
		return nil, err
	}
	first := list[0]
	if first.Scenario != cast.Scenario.ID {
		return nil, fmt.Errorf("checking a call: it was played with the scenario %s, not with %s", first.Scenario, cast.Scenario.ID)
	}
	if !slices.Equal(first.Hashes, cast.Hashes) {
		return nil, fmt.Errorf("checking a call: %s or its packs have been changed since it was played", first.Scenario)
	}
	c := Start(cast, Options{Seed: first.Seed, Mode: first.Mode, At: first.AtTurn, Mood: first.Mood, Attempt: first.Attempt})
	for i, e := range list {
		if err := c.redo(e); err != nil {
			return nil, fmt.Errorf("checking event %d of a call: %w", i+1, err)
		}
	}
	if err := c.compare(list); err != nil {
		return nil, err
	}
	c.taken = len(c.events)
	return c, nil
}

// Verify folds the inputs of a record alone; they must give the same call.
func Verify(cast Cast, events []Event) error {
	_, err := Resume(cast, events)
	return err
}

// redo does what one event says the trainee did; other events do nothing.
func (c *Call) redo(e Event) error {
	switch e.Type {
	case Replied:
		if e.Pick > 0 && !e.Typed {
			_, err := c.ReplyPick(e.Pick)
			return err
		}
		_, err := c.Reply(e.Text)
		return err
	case Waited:
		if at, ok := c.NextSilence(); !ok || at != e.Seconds {
			return fmt.Errorf("a silence of %d s is not the next one that counts", e.Seconds)
		}
		c.Wait()
	case Hinted:
		c.Hint()
	case Rewound:
		_, err := c.Rewind(e.To)
		return err
	}
	return nil
}

// compare says where a call differs from its record.
func (c *Call) compare(list []Event) error {
	for i := range max(len(list), len(c.events)) {
		if i >= len(list) {
			return fmt.Errorf("checking a call: the record stops at event %d, and the call goes on with %s", i, c.events[i].Type)
		}
		if i >= len(c.events) {
			return fmt.Errorf("checking a call: event %d (%s) does not follow from what was said", i+1, list[i].Type)
		}
		kept, got := list[i], c.events[i]
		kept.Program, got.Program = "", ""
		a, err := json.Marshal(kept)
		if err != nil {
			return fmt.Errorf("checking event %d of a call: %w", i+1, err)
		}
		b, err := json.Marshal(got)
		if err != nil {
			return fmt.Errorf("checking event %d of a call: %w", i+1, err)
		}
		if string(a) != string(b) {
			return fmt.Errorf("checking a call: event %d (%s) was recorded otherwise than it comes out now", i+1, kept.Type)
		}
	}
	return nil
}
