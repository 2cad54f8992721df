package edit

import (
	"fmt"
	"strings"

	"coolhead/scenarios"
	"coolhead/sim"
)

// said is the talk that is played on: where it begins, in which mood, and what has
// been tried. After each save the same is said again.
type said struct {
	at, mood string // "": the first turn, the customer's own mood
	replies  []string
	call     *sim.Call
	lost     int // replies that could not be said again
}

// playSeed chooses among the customer's lines: the same ones after each save.
const playSeed = 1

// play begins the talk anew on the version that is kept.
func (s *Screen) play() {
	if s.kept == nil {
		return
	}
	stage := s.kept.stage
	o := sim.Options{Seed: playSeed, Mode: sim.Practice, At: s.said.at, Mood: s.said.mood}
	if stage.Check(sim.Options{At: o.At}) != nil {
		o.At, s.said.at = "", "" // the turn has been taken out
	}
	s.said.call, s.said.lost = nil, 0
	if stage.Check(o) != nil {
		return
	}
	s.said.call = stage.Start(o)
	for i, text := range s.said.replies {
		if _, err := s.said.call.Reply(text); err != nil {
			s.said.lost = len(s.said.replies) - i
			break
		}
	}
	s.read()
}

// begin moves the talk to another turn or mood; what was tried is forgotten.
func (s *Screen) begin() {
	s.said.replies = nil
	s.pick = 0
	s.play()
}

// turn is the turn under work: the one the next reply answers, else the one the
// talk began at.
func (s *Screen) turn() *scenarios.Turn {
	if s.kept == nil || s.said.call == nil {
		return nil
	}
	if t := s.said.call.Turn(); t != nil {
		return t
	}
	lines := s.said.call.Lines()
	if len(lines) > 0 {
		return s.kept.cast.Scenario.Turn(lines[len(lines)-1].Turn)
	}
	return nil
}

// move begins at a turn further on in the file, or further up.
func (s *Screen) move(by int) {
	t := s.turn()
	if t == nil {
		s.note = "There is no turn to play yet."
		return
	}
	turns := s.kept.cast.Scenario.Turns
	for i := range turns {
		if turns[i].ID == t.ID {
			s.said.at = turns[(i+by+len(turns))%len(turns)].ID
			break
		}
	}
	s.begin()
}

// inMood begins the same turn in another mood, -1: the customer's own.
func (s *Screen) inMood(m scenarios.Mood) {
	if s.kept == nil || s.said.call == nil {
		s.note = "There is nobody to be in a mood yet."
		return
	}
	if t := s.turn(); t != nil && len(s.said.replies) == 0 {
		s.said.at = t.ID
	}
	s.said.mood = ""
	if m >= scenarios.Glad && m <= scenarios.Furious {
		s.said.mood = m.String()
	}
	s.play()
}

// warmer begins one mood hotter or cooler.
func (s *Screen) warmer(by int) {
	if s.said.call == nil {
		s.inMood(-1)
		return
	}
	m := s.startMood() + scenarios.Mood(by)
	s.inMood(min(max(m, scenarios.Glad), scenarios.Furious))
}

// startMood is the mood the talk begins in.
func (s *Screen) startMood() scenarios.Mood {
	if m, ok := scenarios.ParseMood(s.said.mood); ok {
		return m
	}
	return s.kept.cast.Scenario.Customer.Mood
}

// say says what stands on the line.
func (s *Screen) say() {
	text := s.line.Value()
	if s.said.call == nil || strings.TrimSpace(text) == "" {
		return
	}
	if _, err := s.said.call.Reply(text); err != nil {
		s.note = "The call is over here. ctrl+r takes the last reply back; esc, then n goes to the next turn."
		return
	}
	s.said.replies = append(s.said.replies, text)
	s.said.lost = 0
	s.line.Reset()
	s.coach.Forget()
	s.pick = 0
}

// back takes the last reply back, onto the line.
func (s *Screen) back() {
	n := len(s.said.replies)
	if n == 0 {
		s.note = "Nothing has been tried yet."
		return
	}
	last := s.said.replies[n-1]
	s.said.replies = s.said.replies[:n-1]
	s.line.Set(last)
	s.play()
}

// offer puts a pick of the turn on the line.
func (s *Screen) offer(by int) {
	if s.said.call == nil || s.said.call.Turn() == nil {
		return
	}
	picks := s.said.call.Turn().Picks
	if len(picks) == 0 {
		s.note = "This turn has no picks: it is answered by typing."
		return
	}
	s.pick += by
	if s.pick > len(picks) {
		s.pick = 1
	}
	if s.pick < 1 {
		s.pick = len(picks)
	}
	p := picks[s.pick-1]
	s.line.Set(p.Text)
	s.note = fmt.Sprintf("Pick %d of %d, line %d", s.pick, len(picks), p.At.Line)
	if p.Kind != scenarios.Plain {
		s.note += ": the " + string(p.Kind)
	}
	s.read()
}

// read marks what stands on the line, as it would be heard now.
func (s *Screen) read() {
	text := s.line.Value()
	if text == "" || s.said.call == nil || s.said.call.Turn() == nil {
		s.coach.Forget()
		return
	}
	s.coach.Show(text, s.said.call.Coach(text).Findings)
}
