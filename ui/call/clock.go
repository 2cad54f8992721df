package call

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// clock counts silence: only while nothing is typed, and never while the page
// is covered or paused. It reports to the call what it counted; the call decides
// what a silence is, and no score knows of it.
type clock struct {
	tag     int
	running bool
	since   time.Time
	quiet   time.Duration
}

// silenceMsg comes when the next silence may be reached.
type silenceMsg struct{ tag int }

// tick starts or stops the count, as the screen now is.
func (s *Screen) tick() tea.Cmd {
	next, counts := s.call.NextSilence()
	should := counts && s.mode == typing && s.line.Empty() && !s.covered && s.thinking == 0 && s.open.nothing()
	c := &s.clock
	if should == c.running {
		return nil
	}
	c.tag++
	c.running = should
	if !should {
		c.quiet += s.env.Now().Sub(c.since)
		return nil
	}
	c.since = s.env.Now()
	tag, wait := c.tag, time.Duration(next)*time.Second-c.quiet
	return s.after(max(wait, 0), silenceMsg{tag})
}

// silence tells the call how long nobody spoke.
func (s *Screen) silence(m silenceMsg) tea.Cmd {
	c := &s.clock
	if m.tag != c.tag || !c.running {
		return nil
	}
	next, _ := s.call.NextSilence()
	c.running = false
	// The timer says that the time has come; the clock may round it down.
	c.quiet = max(c.quiet+s.env.Now().Sub(c.since), time.Duration(next)*time.Second)
	if len(s.call.Silence(int(c.quiet/time.Second))) == 0 {
		return nil
	}
	return s.step()
}

// restart counts from nothing: somebody has spoken.
func (c *clock) restart() { *c = clock{tag: c.tag + 1} }

// pausedMsg ends a scenario's pause before the customer answers.
type pausedMsg struct{ tag int }

// startPause holds the customer's answer back for the time the scenario says.
func (s *Screen) startPause() tea.Cmd {
	turn := s.call.Turn()
	if !s.env.Pauses || turn == nil || turn.Pause <= 0 || s.mode == over || s.mode == rewinding {
		s.thinking = 0
		return nil
	}
	s.clock.tag++
	s.thinking = s.clock.tag
	s.wrapped = nil
	tag := s.thinking
	return s.after(time.Duration(turn.Pause)*time.Second, pausedMsg{tag})
}

// spoken shows the answer that a pause held back.
func (s *Screen) spoken() {
	s.thinking = 0
	s.wrapped = nil
	s.body++
	s.spokeAt = s.env.Now()
}
