package sim

import (
	"fmt"
	"slices"

	"coolhead/scoring"
)

// felt is one behaviour of a reply on its way to becoming an effect.
type felt struct {
	id     string
	name   string
	row    *effect
	heat   int  // with this customer
	mended int  // the same, once one of the row's mends was heard
	acks   bool // the customer has been heard
	helps  bool
	fatal  bool
	void   string // why it counts for nothing
}

// feel turns the findings of a reply into what they do to the customer. The sum of
// the effects is the change of state, so that a receipt always adds up.
func (s *Stage) feel(c *core, list []felt, metNow, unmet, tooEarly bool) []Effect {
	if tooEarly && !slices.ContainsFunc(list, func(f felt) bool { return f.id == earlyLadder }) {
		list = append(slices.Clip(list), s.felt(earlyLadder))
		s.applyPairs(list)
	}
	out := make([]Effect, 0, len(list)+6)
	hurt, cost := false, false
	before := c.state
	for i := range list {
		f := &list[i]
		e := s.weigh(c, f)
		out = append(out, e)
		if f.void == "" {
			hurt = hurt || !f.helps
			cost = cost || e.Cool < 0
			c.bare += f.row.Progress
			c.listened = c.listened || f.acks
		}
	}
	c.listened = c.listened || metNow

	out = append(out, s.inertia(c, sum(out).Heat, metNow, hurt)...)
	if unmet {
		out = append(out, Effect{Name: "still waiting", Patience: s.drain(unmetPatience)})
	}
	if !cost && before.Cool < 100 && (before.Heat >= s.table.Flare.Heat || c.line.Bait || c.line.Abuse > 0) {
		out = append(out, Effect{Name: "kept a cool head", Cool: min(keptCool, 100-before.Cool)})
	}
	return s.land(c, out)
}

const (
	metPatience    = 4
	unmetPatience  = -8
	silentPatience = -6
	keptCool       = 2
	mostRise       = 25
)

// felts are the behaviours of a reply, each once.
func (s *Stage) felts(a *scoring.Assessment) []felt {
	var list []felt
	for i := range a.Findings {
		f := &a.Findings[i]
		if !counts(f) {
			continue
		}
		at := slices.IndexFunc(list, func(g felt) bool { return g.id == f.Behaviour })
		if at < 0 {
			list = append(list, s.felt(f.Behaviour))
			at = len(list) - 1
			list[at].helps = f.Side == scoring.Helps
		}
		list[at].fatal = list[at].fatal || f.Side == scoring.Ends
	}
	for i := range list {
		s.personal(&list[i])
	}
	return list
}

// felt is a behaviour with its row.
func (s *Stage) felt(id string) felt {
	like := s.like(id)
	row := s.table.Behaviours[like]
	f := felt{id: id, name: s.ears.Behaviour(id).Name, row: &row, acks: slices.Contains(s.table.Acknowledges, like)}
	s.personal(&f)
	return f
}

// like is the built-in behaviour whose effects a behaviour has.
func (s *Stage) like(id string) string {
	if _, ok := s.table.Behaviours[id]; ok {
		return id
	}
	return s.ears.Behaviour(id).Like
}

// applyPairs voids what the pairwise rules void.
func (s *Stage) applyPairs(list []felt) {
	has := func(id string) bool {
		return slices.ContainsFunc(list, func(f felt) bool { return f.id == id && f.void == "" })
	}
	for _, p := range s.table.Pairs {
		if !has(p.If) || len(p.With) > 0 && !slices.ContainsFunc(p.With, has) {
			continue
		}
		for i := range list {
			f := &list[i]
			if f.void == "" && (slices.Contains(p.Voids, f.id) || f.helps && slices.Contains(p.Voids, allHelps)) {
				f.void = p.Why
			}
		}
	}
}

// weigh is base × persona × repetition × position for one behaviour.
func (s *Stage) weigh(c *core, f *felt) Effect {
	e := Effect{Behaviour: f.id, Name: f.name}
	if f.void != "" {
		e.Note = f.void
		return e
	}
	heat, trust, patience := f.heat, f.row.Trust, f.row.Patience
	if f.fatal && f.row.Fatal != nil {
		trust, patience = f.row.Fatal.Trust, f.row.Fatal.Patience
	}
	if f.mended != heat && slices.ContainsFunc(f.row.Mends, c.heard) {
		heat = f.mended
	}

	share, note := 100, ""
	if f.helps {
		if nth := c.times(f.id); nth > 1 { // this reply is counted already
			share = s.table.repeated(nth)
			note = again(nth)
		}
		if at := s.position(c, f.row.Position); at != 100 {
			share = percent(share, at)
			note = s.table.Positions[f.row.Position].Why
		}
	} else if c.flare > 0 && heat > 0 {
		heat = percent(heat, s.table.Flare.Percent)
		note = "so soon after the peak it weighs half as much again"
	}
	e.Heat, e.Trust, e.Patience = percent(heat, share), percent(trust, share), s.drain(percent(patience, share))
	e.Cool, e.Note = f.row.Cool, note
	return e
}

// again says why a helpful behaviour counts for less than the first time.
func again(nth int) string {
	if nth == 2 {
		return "the second time, it counts less"
	}
	return "said before, it counts for little"
}

// personal is the heat of a behaviour with this customer: what the scenario says
// it calms or angers, else the base by the persona. What a persona turns round is
// mended, and has its base again, once one of the row's mends was heard.
func (s *Stage) personal(f *felt) {
	base := f.row.Heat
	if f.fatal && f.row.Fatal != nil {
		base = f.row.Fatal.Heat
	}
	who := &s.cast.Scenario.Customer
	f.heat = base
	if n, ok := who.Calms[f.id]; ok {
		f.heat = -n
	} else if n, ok := who.Angers[f.id]; ok {
		f.heat = n
	} else if share, ok := s.cast.Persona.Heat[s.like(f.id)]; ok {
		f.heat = percent(base, share)
		if share < 0 {
			f.mended = base
			return
		}
	}
	f.mended = f.heat
}

// position is the percent a behaviour keeps where it stands in the call.
func (s *Stage) position(c *core, name string) int {
	p, ok := s.table.Positions[name]
	if !ok {
		return 100
	}
	nth := c.replies() // this reply is counted already
	if len(p.Replies) > 0 {
		return p.Replies[min(nth, len(p.Replies))-1]
	}
	if quarter := max(1, s.length/4); nth <= quarter || s.ahead[c.turn] <= quarter {
		return p.Edge
	}
	return p.Middle
}

// drain is a change of patience by the persona: it only makes losses quicker or slower.
func (s *Stage) drain(v int) int {
	if v < 0 && s.cast.Persona.Patience > 0 {
		return percent(v, s.cast.Persona.Patience)
	}
	return v
}

// inertia is what keeps heat from moving as far as a reply would have it, or
// makes a reply that met its need count for enough.
func (s *Stage) inertia(c *core, raw int, metNow, hurt bool) []Effect {
	var out []Effect
	limit := max(4, (15*c.state.Heat+50)/100)
	move := raw
	switch {
	case raw > mostRise:
		move = mostRise
		out = append(out, Effect{Name: "one reply's limit", Heat: move - raw, Note: fmt.Sprintf("one reply adds %d at most", mostRise)})
	case raw < -limit:
		move = -limit
		out = append(out, Effect{Name: "one reply's limit", Heat: move - raw, Note: fmt.Sprintf("one reply takes %d at most at this heat", limit)})
	}
	if metNow {
		e := Effect{Name: "what was needed", Patience: metPatience}
		if least := -(2*limit + 2) / 3; !hurt && move > least {
			e.Heat, move = least-move, least
		}
		out = append(out, e)
	}
	if c.listened && !hurt && move <= 0 {
		out = append(out, Effect{Name: "has been heard", Heat: -1})
	}
	return out
}

// land adds the effects to the state and keeps it within 0–100; what does not fit
// is an effect too. It then sees to the second flare.
func (s *Stage) land(c *core, out []Effect) []Effect {
	before, total := c.state, sum(out)
	c.state.Heat = clamp(before.Heat + total.Heat)
	c.state.Trust = clamp(before.Trust + total.Trust)
	c.state.Patience = clamp(before.Patience + total.Patience)
	c.state.Cool = clamp(before.Cool + total.Cool)
	over := Effect{
		Name:     "no further to go",
		Heat:     c.state.Heat - before.Heat - total.Heat,
		Trust:    c.state.Trust - before.Trust - total.Trust,
		Patience: c.state.Patience - before.Patience - total.Patience,
		Cool:     c.state.Cool - before.Cool - total.Cool,
	}
	if over.Heat != 0 || over.Trust != 0 || over.Patience != 0 || over.Cool != 0 {
		out = append(out, over)
	}
	falls := c.state.Heat < before.Heat
	switch {
	case falls && !c.falling && before.Heat >= s.table.Flare.Heat:
		c.flare = s.table.Flare.Replies
	case c.flare > 0:
		c.flare--
	}
	c.falling = falls
	return out
}

// sum adds effects up.
func sum(list []Effect) Effect {
	var t Effect
	for _, e := range list {
		t.Heat += e.Heat
		t.Trust += e.Trust
		t.Patience += e.Patience
		t.Cool += e.Cool
	}
	return t
}
