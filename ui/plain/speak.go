package plain

import (
	"fmt"
	"strings"

	"coolhead/scenarios"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/coach"
	"coolhead/ui/widget"
)

// width is where a line of several findings is broken.
const width = 80

func (p *Player) scenario() *scenarios.Scenario { return p.call.Stage().Cast().Scenario }

func (p *Player) name() string {
	if name := sim.Called(p.scenario().Customer.Name); name != "" {
		return name
	}
	return "The customer"
}

// shows says whether the customer's temper may be told: not in a test, and not
// of one who hides it, before the call has ended.
func (p *Player) shows() bool {
	return p.call.Mode() != sim.Test && !p.call.Stage().Cast().Persona.Silent
}

// helps says whether coach, hints and rewinding are there.
func (p *Player) helps() bool { return p.call.Mode() == sim.Practice }

func (p *Player) brief() {
	s := p.scenario()
	head := []string{title(s.Kind), s.Channel}
	if s.Level > 0 {
		head = append(head, fmt.Sprintf("level %d", s.Level))
	}
	p.say("%s. %s, %s. About %s.", s.Title, strings.Join(head, ", "), p.call.Mode(), sim.Lasts(sim.Minutes(s)))
	for line := range strings.Lines(s.Brief) {
		if strings.TrimSpace(line) != "" {
			p.say("%s", line)
		}
	}
	p.card()
	if p.o.Prompt {
		p.say("Say :help for commands, :quit to stop.")
	}
}

func (p *Player) card() {
	card := p.scenario().Card
	for _, row := range []struct {
		label string
		list  []string
	}{{"You can see", card.Knows}, {"You may", card.May}, {"You may not", card.MayNot}} {
		for _, item := range row.list {
			p.say("%s: %s", row.label, item)
		}
	}
}

// resumed says where a call stands that is gone on with.
func (p *Player) resumed() {
	s := p.scenario()
	p.say("%s, gone on with. %s so far.", s.Title, replyCount(p.call.Replies()))
	if p.o.Prompt {
		p.say("Say :help for commands, :card for what you have before you.")
	}
}

func replyCount(n int) string {
	if n == 1 {
		return "1 reply"
	}
	return fmt.Sprintf("%d replies", n)
}

// title writes a word with a capital.
func title(word string) string {
	if word == "" {
		return word
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// customer says what the customer said and did in these events.
func (p *Player) customer(events []sim.Event) {
	for _, e := range events {
		if e.Type != sim.Spoke {
			continue
		}
		if e.Does != "" {
			p.say("You see: %s", e.Does)
		}
		if e.Line != "" {
			p.say("%s: %s", p.speaker(e.State), e.Line)
		}
	}
}

// speaker is the customer's name, with the mood where that may be told.
func (p *Player) speaker(s *sim.State) string {
	if s == nil || !p.shows() {
		return p.name()
	}
	return p.name() + ", " + s.Mood().String()
}

// line is what the customer said last and is still to be answered.
func (p *Player) line() (string, bool) {
	lines := p.call.Lines()
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i].Text != "" {
			state := p.call.State()
			return p.speaker(&state) + ": " + lines[i].Text, true
		}
	}
	return "", false
}

// last is the reply said last.
func (p *Player) last() (sim.Exchange, bool) {
	all := p.call.Exchanges()
	for i := len(all) - 1; i >= 0; i-- {
		if !all[i].Pencilled {
			return all[i], true
		}
	}
	return sim.Exchange{}, false
}

// coach tells the findings of the last reply.
func (p *Player) coach() {
	x, ok := p.last()
	if !ok || !p.helps() {
		return
	}
	p.findings("coach:", x.Assessment)
}

// findings tells numbered findings, as many to a line as have room: those that the
// coach on a screen would name. What is missing would tell what the turn needs, so
// it waits for the debrief.
func (p *Player) findings(label string, a scoring.Assessment) {
	if a.Unassessed != "" {
		p.say("%s not assessed: %s.", label, a.Unassessed)
		return
	}
	line := label
	told := coach.Names(a.Findings)
	for i, f := range told {
		part := fmt.Sprintf(" %d %s, %s", i+1, verb(f), f.Name)
		if f.Text != "" {
			part += ": “" + short(f.Text, 40) + "”"
		}
		part += "."
		if line != label && widget.Width(line)+widget.Width(part) > width {
			p.say("%s", line)
			line = label
		}
		line += part
	}
	if line != label {
		p.say("%s", line)
	} else if len(told) == 0 {
		p.say("%s nothing that helped or hurt. Say what you heard, or one thing you will do.", label)
	}
}

// verb is what a finding did, in a word.
func verb(f scoring.Finding) string {
	switch {
	case f.Void:
		return "void"
	case f.Side == scoring.Helps:
		return "helped"
	case f.Side == scoring.Hurts:
		return "hurt"
	case f.Side == scoring.Ends:
		return "ends the score"
	case f.Side == scoring.Missing:
		return "missing"
	}
	return "advice"
}

// short cuts words at a border of words.
func short(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if widget.Width(text) <= most {
		return text
	}
	out := ""
	for _, word := range strings.Fields(text) {
		next := strings.TrimSpace(out + " " + word)
		if out != "" && widget.Width(next) > most-2 {
			break
		}
		out = next
	}
	return out + " …"
}

// heat tells how the customer took the last reply, if that may be told.
func (p *Player) heat() {
	x, ok := p.last()
	if !ok || !p.shows() {
		return
	}
	before, after := x.Before, x.After
	var parts []string
	if before.Heat != after.Heat {
		how := "still"
		if before.Mood() != after.Mood() {
			how = "now"
		}
		parts = append(parts, fmt.Sprintf("heat %d to %d. %s is %s %s.", before.Heat, after.Heat, p.name(), how, after.Mood()))
	}
	if x.N == 1 || patience(before) != patience(after) {
		parts = append(parts, "Patience is "+patience(after)+".")
	}
	if was, ok := p.firstWords(x); ok {
		parts = append(parts, fmt.Sprintf("With your first words it was %d.", was))
	}
	if len(parts) > 0 {
		p.say("%s", strings.Join(parts, " "))
	}
}

// patience is what is left of it in a word; a whole fuse is 60.
func patience(s sim.State) string {
	switch {
	case s.Patience >= 40:
		return "good"
	case s.Patience >= 25:
		return "thin"
	case s.Patience >= 12:
		return "short"
	}
	return "nearly gone"
}

// firstWords is the heat after the words that this reply was said again for.
func (p *Player) firstWords(x sim.Exchange) (int, bool) {
	for _, old := range p.call.Exchanges() {
		if old.Pencilled && old.N == x.N {
			return old.After.Heat, old.After.Heat != x.After.Heat
		}
	}
	return 0, false
}
