package find

import (
	tea "github.com/charmbracelet/bubbletea"

	"coolhead/ui/screen"
)

// key lets arrows move, and gives everything else to the line.
func (s *Screen) key(msg tea.KeyMsg) tea.Cmd {
	switch name := msg.String(); name {
	case "up", "ctrl+p":
		s.move(s.finger - 1)
	case "down", "ctrl+n":
		s.move(s.finger + 1)
	case "pgup":
		s.move(s.finger - s.listRows())
	case "pgdown":
		s.move(s.finger + s.listRows())
	case "enter":
		if !msg.Paste {
			return s.open()
		}
		s.typed(msg)
	case "esc":
		if s.line.Empty() {
			return screen.Back
		}
		s.line.Reset()
		s.narrow()
	case "ctrl+u":
		s.line.Reset()
		s.narrow()
	case "home", "end":
		if s.line.Empty() {
			s.move(map[string]int{"home": 0, "end": len(s.shown)}[name])
			return nil
		}
		s.typed(msg)
	case "ctrl+j", "alt+enter":
	default:
		if name == "/" && s.line.Empty() {
			return nil // it is open already
		}
		s.typed(msg)
	}
	return nil
}

// typed changes the line; the list follows only if the words did.
func (s *Screen) typed(msg tea.KeyMsg) {
	before := s.line.Value()
	if msg.Paste {
		msg.Runes = oneRow(msg.Runes)
	}
	s.line.Key(msg)
	if s.line.Value() != before {
		s.narrow()
	}
}

// oneRow makes pasted words one row.
func oneRow(runes []rune) []rune {
	out := append([]rune(nil), runes...)
	for i, r := range out {
		if r == '\n' || r == '\r' || r == '\t' {
			out[i] = ' '
		}
	}
	return out
}

// Help is the page's keys.
func (s *Screen) Help() screen.Help {
	g := s.env.Theme.Glyphs
	return screen.Help{
		Title: "in find",
		Esc:   "esc back",
		Keys: []screen.Key{
			{Key: "type", Short: "to narrow", Long: "words match titles, sectors, levels, what is taught"},
			{Key: g.ArrowU + g.ArrowD, Short: "move"},
			{Key: "enter", Short: "brief me", Long: "the briefing of this call"},
			{Key: "ctrl+u", Short: "clear"},
			{Key: "pgup pgdn", Long: "a page of the list", Off: true},
			{Key: "home end", Long: "first, last (on an empty line)", Off: true},
			{Key: "f1", Short: "keys", Long: "these keys (? on an empty line)"},
			{Key: "esc", Long: "clear the line, then back", Off: true},
		},
	}
}
