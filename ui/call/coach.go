package call

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/ui/coach"
)

// typedText reads the line after a key: at a word's end now, else when it rests.
func (s *Screen) typedText(before string) tea.Cmd {
	now := s.line.Value()
	if now == before {
		return nil
	}
	read, rest := s.coach.Key(now, s.line.At())
	if !read {
		return s.after(coach.Rest, rest)
	}
	s.settle()
	return s.keep.draft(now)
}

// settle reads the line as it stands.
func (s *Screen) settle() {
	text := s.line.Value()
	if !s.practice() || s.coach.Has(text) {
		return
	}
	if strings.TrimSpace(text) == "" {
		s.coach.Show(text, nil)
		return
	}
	s.coach.Show(text, s.call.Coach(text).Findings)
}
