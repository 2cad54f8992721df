package call

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/sim"
	"coolhead/ui/screen"
)

// tooSoon is how long after the customer's last line enter does nothing: a key
// meant for the line before must not end the call.
const tooSoon = 400 * time.Millisecond

// key gives a key to the mode that owns it.
func (s *Screen) key(k tea.KeyMsg) tea.Cmd {
	s.refusal = ""
	name := k.String()
	if s.mode == rewinding {
		return s.again.Update(k)
	}
	if s.mode == leavingTest {
		return s.leavingKey(k, name)
	}
	switch name {
	case "pgup":
		s.read(s.talkRows() - 2)
		return nil
	case "pgdown":
		s.read(2 - s.talkRows())
		return nil
	case "esc":
		return s.escape()
	case "ctrl+f":
		s.openCard()
		return nil
	}
	switch s.mode {
	case typing:
		return s.typingKey(k, name)
	case picking:
		return s.pickingKey(name)
	case paused:
		return s.pausedKey(name)
	}
	return s.overKey(name)
}

// escape is one step back: what is open, then the typing, then the page.
func (s *Screen) escape() tea.Cmd {
	switch {
	case !s.open.nothing():
		s.open.close()
		s.body++
	case s.mode == over:
		return s.leave()
	case s.mode == paused:
		s.mode = s.resume
	default:
		s.resume, s.mode = s.mode, paused
		return s.keep.draft(s.line.Value())
	}
	return nil
}

func (s *Screen) typingKey(k tea.KeyMsg, name string) tea.Cmd {
	if k.Paste {
		return s.lineKey(k)
	}
	switch name {
	case "enter":
		return s.say()
	case "tab", "shift+tab":
		return s.switchTo(picking)
	case "ctrl+g":
		return s.hint()
	case "ctrl+r":
		return s.rewindTo(0)
	case "ctrl+y":
		s.why()
		return nil
	}
	return s.lineKey(k)
}

func (s *Screen) lineKey(k tea.KeyMsg) tea.Cmd {
	before := s.line.Value()
	if !s.line.Key(k) {
		return nil
	}
	return s.typedText(before)
}

func (s *Screen) pickingKey(name string) tea.Cmd {
	last := len(s.choices()) - 1
	switch name {
	case "up", "k":
		s.finger = max(0, s.finger-1)
	case "down", "j":
		s.finger = min(last, s.finger+1)
	case "home":
		s.finger = 0
	case "end":
		s.finger = last
	case "enter":
		return s.pick()
	case "tab", "shift+tab":
		return s.switchTo(typing)
	case "f":
		s.openCard()
	case "h", "ctrl+g":
		return s.hint()
	case "r", "ctrl+r":
		return s.rewindTo(0)
	case "y", "ctrl+y":
		s.why()
	default:
		if n := digit(name); n > 0 && n-1 <= last {
			s.finger = n - 1
		}
	}
	return nil
}

func (s *Screen) pausedKey(name string) tea.Cmd {
	switch name {
	case "enter":
		s.mode = s.resume
	case "r", "ctrl+r":
		return s.rewindTo(0)
	case "h", "ctrl+g":
		s.mode = s.resume
		return s.hint()
	case "f":
		s.openCard()
	case "l":
		if s.call.Mode() == sim.Test {
			s.mode = leavingTest
			return nil
		}
		return s.leave()
	}
	return nil
}

// leavingKey reads the word that leaves a test.
func (s *Screen) leavingKey(k tea.KeyMsg, name string) tea.Cmd {
	switch name {
	case "esc":
		s.word.Reset()
		s.mode = paused
	case "enter":
		if strings.EqualFold(strings.TrimSpace(s.word.Value()), "leave") {
			return s.leave()
		}
		s.word.Reset()
		s.refusal = "That is not the word; nothing was left."
	default:
		s.word.Key(k)
	}
	return nil
}

func (s *Screen) overKey(name string) tea.Cmd {
	switch name {
	case "enter":
		if s.env.Now().Sub(s.spokeAt) < tooSoon {
			return nil
		}
		return tea.Sequence(s.keep.release(), s.openDebrief())
	case "r", "ctrl+r":
		return s.rewindTo(0)
	case "f":
		s.openCard()
	}
	return nil
}

// leave goes back to the page before, with everything written first.
func (s *Screen) leave() tea.Cmd {
	return tea.Sequence(s.keep.draft(s.line.Value()), s.keep.release(), screen.Back)
}

// switchTo is the other way of answering. The half-typed reply stays as it is.
func (s *Screen) switchTo(m mode) tea.Cmd {
	if m == picking && len(s.order) == 0 {
		s.refusal = "There is nothing to pick here: this one is answered in your own words."
		return nil
	}
	s.mode = m
	return nil
}

// read moves the talk by some rows, or the card where it is open.
func (s *Screen) read(rows int) {
	if s.open.card {
		s.open.top = max(0, s.open.top-rows)
		s.body++
		return
	}
	s.wrap()
	s.back = min(max(0, s.back+rows), max(0, len(s.column)-s.talkRows()))
	s.body++
}

func digit(name string) int {
	if len(name) == 1 && name[0] >= '1' && name[0] <= '9' {
		return int(name[0] - '0')
	}
	return 0
}
