package debrief

import (
	tea "github.com/charmbracelet/bubbletea"

	"coolhead/ui/screen"
)

// AsTest lets the call be made a test of its scenario's file: keep does it, and says
// in one sentence what it did.
func AsTest(keep func() (string, error)) Option {
	return func(s *Screen) { s.asTest = keep }
}

// testedMsg brings what became of it.
type testedMsg struct {
	said string
	kept bool
}

// keepTest adds the call to its scenario's tests, once.
func (s *Screen) keepTest() tea.Cmd {
	if s.asTest == nil {
		return nil
	}
	if s.tested {
		s.said = "This call is one of its scenario's tests now."
		return nil
	}
	s.tested = true
	keep := s.asTest
	return func() tea.Msg {
		said, err := keep()
		if err != nil {
			return testedMsg{said: "The test was not kept: " + err.Error()}
		}
		return testedMsg{said: said, kept: true}
	}
}

// testKeys is the key, where it does something.
func (s *Screen) testKeys() []screen.Key {
	if s.asTest == nil {
		return nil
	}
	return []screen.Key{{Key: "t", Short: "keep as a test", Long: "add this call to the tests of its scenario's file"}}
}
