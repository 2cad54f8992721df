package plain

import (
	"fmt"

	"coolhead/scenarios"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/receipt"
)

// ended is said once, when the call is over.
func (p *Player) ended() {
	p.Debrief()
	if p.o.Prompt && p.helps() {
		p.say(":rewind N says a reply again, :quit leaves.")
	}
}

// Debrief tells the call as it stands: the ending, the score, each reply with
// what was found in it, and the customer's side.
func (p *Player) Debrief() {
	d := p.call.Debrief()
	p.score(d)
	for _, r := range d.Replies {
		p.reply(r, d.Over)
	}
	if !d.Over {
		return
	}
	p.side(d)
}

func (p *Player) score(d sim.Debrief) {
	if d.Over {
		p.say("Debrief. %s", d.Sentence)
		p.say("Ending: %s, %s.", d.End, ending(d.Verdict))
	} else {
		p.say("Debrief so far. The call has not ended.")
	}
	if len(d.Replies) == 0 {
		p.say("Nothing was said, so there is no score.")
		return
	}
	if d.Result.Unassessed != "" {
		p.say("Not assessed: %s.", d.Result.Unassessed)
	}
	for dim := range scoring.Dimensions {
		if d.Result.Has[dim] {
			p.say("%s: %s, %s", dim, d.Result.Dimensions[dim], scoring.Assessment{Score: d.Result.Dimensions[dim]}.Band())
		} else {
			p.say("%s: no reply gave occasion for it", dim)
		}
	}
	for _, c := range d.Result.Caps {
		if c.Lowers {
			p.say("held down from %s: %s", d.Result.Raw, c.Why)
		}
	}
	p.say("score: %s, %s", d.Result.Score, d.Result.Band)
	if d.Pass.Test && d.Over {
		how := "not passed"
		if d.Pass.Passed {
			how = "passed"
		}
		p.say("test: %s. The mark is %d and a good ending. Attempt %d of %d.", how, d.Pass.Mark, max(d.Pass.Attempt, 1), d.Pass.Attempts)
	}
	if !d.Over && !p.shows() {
		return
	}
	if b := d.Slipped; b != nil {
		p.say("It slipped at reply %d, heat %d to %d: “%s”.", b.Reply, b.From, b.To, short(b.Words, 60))
	}
	if b := d.Turned; b != nil {
		p.say("It turned at reply %d, heat %d to %d: “%s”.", b.Reply, b.From, b.To, short(b.Words, 60))
	}
}

// ending is a verdict as a trainee reads it.
func ending(v scenarios.Verdict) string {
	switch v {
	case scenarios.Good:
		return "a good one"
	case scenarios.Between:
		return "neither good nor bad"
	}
	return "a bad one"
}

// reply tells one reply: how it was taken, then its receipt. What the call still
// waits for has no name before its end.
func (p *Player) reply(r sim.Reply, over bool) {
	took := ""
	if over || p.shows() {
		took = fmt.Sprintf(", heat %d to %d", r.Before.Heat, r.After.Heat)
	}
	p.say("Reply %d, score %s%s: %s", r.N, r.Assessment.Score, took, r.Reply)
	for _, row := range receipt.Rows(r.Assessment.Findings) {
		if row.Shared() {
			p.say("and %s %s: %s", row.Name, plus(row.Points), row.Names())
			continue
		}
		f := row.Lead()
		f.Points = row.Points
		if f.Side == scoring.Missing && !over {
			f.Name = "what was needed"
		}
		p.say("%s", told(f, " in "+f.Dimension.String()))
	}
	for _, s := range r.Instead {
		p.say("say instead: %s", s)
	}
}

// Finding is a finding in one line: start-end sign name points “words”.
func Finding(f scoring.Finding) string { return told(f, "") }

// told is a finding with what its points are added to, where it has any.
func told(f scoring.Finding, in string) string {
	worth := plus(f.Points)
	if f.Void {
		worth = "void"
	}
	if f.Points == 0 || f.Void {
		in = ""
	}
	where, words := "missing", ""
	if f.End > f.Start {
		where, words = fmt.Sprintf("%d-%d", f.Start, f.End), " “"+f.Text+"”"
	}
	return fmt.Sprintf("%s %s %s %s%s%s", where, sign(f.Side), f.Name, worth, in, words)
}

// plus is points with their sign.
func plus(p scoring.Tenths) string {
	if p > 0 {
		return "+" + p.String()
	}
	return p.String()
}

// sign stands before a finding: what it did.
func sign(s scoring.Side) string {
	switch s {
	case scoring.Helps:
		return "+"
	case scoring.Hurts:
		return "-"
	case scoring.Ends:
		return "!"
	case scoring.Missing:
		return "·"
	}
	return "?"
}

// side tells the customer's side, once the call is over.
func (p *Player) side(d sim.Debrief) {
	who := p.name()
	if d.Backstory != "" {
		p.say("Why %s was like that: %s", who, d.Backstory)
	}
	for _, r := range d.Replies {
		for _, h := range r.Heard {
			p.say("%s heard “%s” in reply %d: %s", who, short(h.Words, 40), r.N, h.Felt)
		}
	}
	p.say("%s would give you %d of 5.", who, d.CSAT)
	if r := d.Ripple; r != nil {
		how := "unkindly"
		if r.Kindly {
			how = "kindly"
		}
		p.say("%s will tell about %d people, %s (%s, %d).", who, r.People, how, r.Fact.Source, r.Fact.Year)
	}
	for _, f := range d.Facts {
		p.say("Fact: %s (%s, %d)", f.Claim, f.Source, f.Year)
	}
}
