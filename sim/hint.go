package sim

import "coolhead/scoring"

// Hint is one of three: the first points, the second says what to do, the third
// shows how it might sound. It never comes from the model pick.
type Hint struct {
	N    int // 0: no hint in this mode, or the call is over
	Of   int
	Text string
}

const hints = 3

// Hint gives this turn's next hint; after the third, the third again. Its events
// keep how many were taken.
func (c *Call) Hint() (Hint, []Event) {
	if c.o.Mode != Practice {
		return Hint{Text: "Hints rest in " + string(c.o.Mode) + " mode. The debrief has them all."}, nil
	}
	if c.core.over() {
		return Hint{Text: "The call has ended. The debrief has the rest."}, nil
	}
	all := c.hintsHere()
	id := c.Turn().ID
	n := c.hints[id] + 1
	if n > hints {
		return Hint{N: hints, Of: hints, Text: all[hints-1]}, nil
	}
	c.hints[id] = n
	from := len(c.events)
	c.emit(Event{Type: Hinted, Turn: id, Hint: n, State: c.now()})
	return Hint{N: n, Of: hints, Text: all[n-1]}, c.events[from:len(c.events):len(c.events)]
}

// hintsHere are the three hints of the turn being answered: its own before the
// behaviour's.
func (c *Call) hintsHere() [hints]string {
	aim := c.aim()
	b := c.stage.ears.Behaviour(aim)
	list := make([]string, 0, hints)
	if own := c.Turn().Hint; own != "" {
		list = append(list, own)
	}
	list = append(list, b.Hints...)
	var out [hints]string
	for i := range hints - 1 {
		out[i] = "Say what you heard, then one thing you will do."
		if len(list) > 0 {
			out[i] = list[min(i, len(list)-1)]
		}
	}
	if sounds := c.sounds(aim); sounds != "" {
		out[hints-1] = "It might sound like: “" + sounds + "”"
	} else {
		out[hints-1] = out[hints-2]
	}
	return out
}

// sounds is a wording for the third hint: what the rules would have had in place
// of a slip in the last reply to this turn, else one for the behaviour.
func (c *Call) sounds(aim string) string {
	if said := c.record.Said(); len(said) > 0 && said[len(said)-1].Turn == c.Turn().ID {
		for _, f := range said[len(said)-1].Assessment.Findings {
			if f.Side == scoring.Hurts && !f.Void && len(f.Instead) > 0 {
				return f.Instead[0]
			}
		}
	}
	return c.stage.table.Behaviours[c.stage.like(aim)].Sounds
}

// aim is the behaviour a hint speaks of: what the turn still needs, else what the
// call lacks most.
func (c *Call) aim() string {
	left := c.stage.wanted(c.core)
	switch {
	case len(left.All) > 0:
		return left.All[0]
	case len(left.Any) > 0:
		return left.Any[0]
	case c.core.line.Bait:
		return "bait-declined"
	case !c.core.listened:
		return "plays-back"
	}
	return "next-step-by-when"
}
