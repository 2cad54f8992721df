package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/coach"
	"coolhead/ui/picks"
)

// command is one line that began with a colon.
type command struct {
	name, form, does string
	practice         bool // rests in the other modes
	run              func(p *Player, rest string)
}

// commands in the order :help tells them. :quit is not among them: it is the one
// that leaves.
func commands() []command {
	return []command{
		{"pick", ":pick, :pick N", "what there is to choose from; says one", false, (*Player).pick},
		{"hint", ":hint", "the next of three hints", true, func(p *Player, _ string) { p.hint() }},
		{"why", ":why N", "explains finding N of your last reply", true, (*Player).why},
		{"rewind", ":rewind N", "back to reply N, to say it again", true, (*Player).rewind},
		{"whatif", ":whatif N words", "what reply N would have done with other words", true, (*Player).whatIf},
		{"state", ":state", "how the customer is, and what was heard", false, func(p *Player, _ string) { p.state() }},
		{"card", ":card", "what you can see, may and may not do", false, func(p *Player, _ string) { p.card() }},
		{"pause", ":pause", "the call waits for you", false, func(p *Player, _ string) { p.pause() }},
		{"debrief", ":debrief", "the call so far, reply by reply", false, func(p *Player, _ string) { p.askDebrief() }},
		{"help", ":help", "this", false, func(p *Player, _ string) { p.help() }},
	}
}

// command does what stands after a colon.
func (p *Player) command(text string) (leave bool) {
	name, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	rest = strings.TrimSpace(rest)
	if name == "quit" || name == "q" {
		return true
	}
	known := []string{"quit"}
	for _, c := range commands() {
		if c.name == name {
			if c.practice && !p.helps() {
				p.say("%s rests in %s mode. The debrief has it all.", title(name), p.call.Mode())
				return false
			}
			c.run(p, rest)
			return false
		}
		known = append(known, c.name)
	}
	if near, ok := source.Nearest(name, known); ok {
		p.say("There is no :%s. Did you mean :%s?", name, near)
		return false
	}
	p.say("There is no :%s. :help tells what there is; a colon to be said is typed as ::.", name)
	return false
}

func (p *Player) help() {
	for _, c := range commands() {
		if !c.practice || p.helps() {
			p.say("%s: %s.", c.form, c.does)
		}
	}
	p.say(":quit, or ctrl+d: leaves. All is kept.")
	p.say("All else you type is said. A colon at the start is typed as ::.")
}

func (p *Player) pause() {
	p.say("The call waits, and no time is counted. Type your reply when you are ready, or :quit.")
}

// over says so if the call has ended.
func (p *Player) over() bool {
	if _, over := p.call.Ended(); over {
		p.say("The call has ended.")
		return true
	}
	return false
}

// pick lists what can be chosen, or says one of them.
func (p *Player) pick(rest string) {
	if p.over() {
		return
	}
	turn := p.call.Turn()
	order := picks.Order(p.call.Seed(), turn.ID, len(turn.Picks))
	_, silent := p.call.NextSilence()
	if rest == "" {
		for n, at := range order {
			p.say("%d: %s", n+1, turn.Picks[at-1].Text)
		}
		switch {
		case silent:
			p.say("%d: say nothing yet.", len(order)+1)
		case len(order) == 0:
			p.say("There is nothing to choose from here. Say it in your own words.")
		}
		return
	}
	n, err := strconv.Atoi(rest)
	switch {
	case err == nil && n >= 1 && n <= len(order):
		p.say("You: %s", turn.Picks[order[n-1]-1].Text)
		p.after(p.call.ReplyPick(order[n-1]))
	case err == nil && n == len(order)+1 && silent:
		events, _ := p.call.Wait()
		p.after(events, nil)
	default:
		p.say("There is no pick %s. :pick lists them.", rest)
	}
}

func (p *Player) hint() {
	h, _ := p.call.Hint()
	p.keep()
	if h.N == 0 {
		p.say("%s", h.Text)
		return
	}
	p.say("hint %d of %d: %s", h.N, h.Of, h.Text)
}

// why explains a finding of the last reply.
func (p *Player) why(rest string) {
	x, _ := p.last()
	told := coach.Names(x.Assessment.Findings)
	if len(told) == 0 {
		p.say("Nothing was found yet that could be explained.")
		return
	}
	n, err := strconv.Atoi(rest)
	if err != nil || n < 1 || n > len(told) {
		p.say("Your last reply has findings 1 to %d: :why 1 explains the first.", len(told))
		return
	}
	f := told[n-1]
	p.say("%d %s, %s, %s in %s.", n, verb(f), f.Name, points(f), f.Dimension)
	for _, s := range []string{f.Message, f.Why} {
		if s != "" {
			p.say("%s", s)
		}
	}
	for _, s := range f.Instead {
		p.say("Instead: %s", s)
	}
	if f.Source != "" {
		p.say("Source: %s", f.Source)
	}
	p.say("Rule: %s", f.Rule)
}

func points(f scoring.Finding) string {
	if f.Void {
		return "no points"
	}
	return f.Points.String() + " points"
}

// rewind goes back to a reply that is to be said again.
func (p *Player) rewind(rest string) {
	n, ok := p.number(rest)
	if !ok {
		return
	}
	if _, err := p.call.Rewind(n); err != nil {
		p.fault(err)
		return
	}
	p.keep()
	if line, ok := p.line(); ok {
		p.say("Back at reply %d. %s", n, line)
	}
}

// number reads the number of a reply that was said.
func (p *Player) number(text string) (int, bool) {
	most := p.call.Replies()
	if most == 0 {
		p.say("Nothing has been said yet.")
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > most {
		p.say("You have said %s. Name one by its number, from 1 to %d.", replyCount(most), most)
		return 0, false
	}
	return n, true
}

// whatIf tells what other words would have done. It changes nothing.
func (p *Player) whatIf(rest string) {
	first, words, _ := strings.Cut(rest, " ")
	n := p.call.Replies()
	if _, err := strconv.Atoi(first); err == nil {
		var ok bool
		if n, ok = p.number(first); !ok {
			return
		}
		rest = words
	}
	if n == 0 || strings.TrimSpace(rest) == "" {
		p.say("As in  :whatif 2 You're right, that is three weeks late.")
		return
	}
	out, err := p.call.WhatIf(n, rest)
	if err != nil {
		p.fault(err)
		return
	}
	p.findings("coach:", out.Assessment)
	if !p.shows() {
		return
	}
	i := slices.IndexFunc(p.call.Exchanges(), func(x sim.Exchange) bool { return !x.Pencilled && x.N == n })
	p.say("heat %d, not %d. %s would be %s. :rewind %d plays on from there.",
		out.State.Heat, p.call.Exchanges()[i].After.Heat, p.name(), out.State.Mood(), n)
}

// state tells how things stand, as much as the mode shows.
func (p *Player) state() {
	s := p.call.State()
	switch {
	case p.call.Mode() == sim.Test:
		p.say("In a test this stays hidden until the end.")
		return
	case p.shows():
		p.say("%s is %s. heat %d, trust %d. Patience is %s.", p.name(), s.Mood(), s.Heat, s.Trust, patience(s))
	default:
		p.say("%s is hard to read.", p.name())
	}
	p.say("Your cool is %d of 100.", s.Cool)
	if !p.helps() {
		return
	}
	for _, id := range p.call.Heard() {
		if b, ok := scoring.BehaviourOf(id); ok && b.Heard != "" {
			p.say("%s has heard %s.", p.name(), b.Heard)
		}
	}
	if _, over := p.call.Ended(); over {
		return
	}
	switch left := p.call.Left(); left {
	case 0:
	case 1:
		p.say("One thing more to hear.")
	default:
		p.say("%s to hear.", fmt.Sprintf("%d things more", left))
	}
}

func (p *Player) askDebrief() {
	if _, over := p.call.Ended(); !over && !p.helps() {
		p.say("The debrief comes when the call has ended.")
		return
	}
	p.Debrief()
}
