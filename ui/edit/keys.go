package edit

import (
	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/ui/screen"
)

func (s *Screen) key(msg tea.KeyMsg) tea.Cmd {
	s.note = ""
	if s.trying {
		return s.typed(msg)
	}
	switch name := msg.String(); name {
	case "up", "k":
		s.point(s.finger - 1)
	case "down", "j":
		s.point(s.finger + 1)
	case "home":
		s.point(0)
	case "end":
		s.point(len(s.findings) - 1)
	case "n":
		s.move(1)
	case "N", "p":
		s.move(-1)
	case "1", "2", "3", "4", "5", "6":
		s.inMood(scenarios.Mood(name[0] - '1'))
	case "0":
		s.inMood(-1)
	case "left", "h":
		s.warmer(-1)
	case "right", "l":
		s.warmer(1)
	case "t":
		s.try()
	case "w":
		return s.again()
	case "f":
		return s.mend()
	case "o", "enter":
		return s.edit()
	case "m":
		return s.drawn()
	case "esc":
		s.leave()
		return screen.Back
	}
	return nil
}

// point moves the finger, and the turn under work with it.
func (s *Screen) point(to int) {
	s.finger = max(min(to, len(s.findings)-1), 0)
	if s.follow() {
		s.begin()
	}
}

func (s *Screen) try() {
	if s.said.call == nil {
		s.note = "There is nothing to answer yet."
		return
	}
	s.trying = true
}

// typed takes a key while a reply is tried.
func (s *Screen) typed(msg tea.KeyMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		s.trying = false
		return nil
	case "enter":
		if !msg.Paste {
			s.say()
			return nil
		}
	case "ctrl+r":
		s.back()
		return nil
	case "ctrl+n", "tab":
		s.offer(1)
		return nil
	case "ctrl+p", "shift+tab":
		s.offer(-1)
		return nil
	}
	if !s.line.Key(msg) {
		return nil
	}
	now, rest := s.coach.Key(s.line.Value(), s.line.At())
	if now {
		s.read()
		return nil
	}
	return s.rest(rest)
}

// Help is the page's keys.
func (s *Screen) Help() screen.Help {
	g := s.env.Theme.Glyphs
	if s.trying {
		return screen.Help{Title: "trying a reply", Esc: "esc findings", Keys: []screen.Key{
			{Key: "enter", Short: "say it"},
			{Key: "tab", Short: "a pick", Long: "put the next pick on the line"},
			{Key: "ctrl+r", Short: "take back", Long: "take the last reply back"},
			{Key: "f1", Short: "keys"},
			{Key: "shift+tab", Long: "the pick before", Off: true},
		}}
	}
	h := screen.Help{Title: "beside your editor", Esc: "esc back"}
	add := func(key, short, long string, off bool) {
		h.Keys = append(h.Keys, screen.Key{Key: key, Short: short, Long: long, Off: off})
	}
	if len(s.findings) > 1 {
		add(g.ArrowU+g.ArrowD, "finding", "which finding", false)
	}
	p, withMend := s.problem()
	withMend = withMend && mendable(p)
	if withMend {
		add("f", "mend", "put the finding right in the file", false)
	}
	played := s.said.call != nil
	if s.env.Author != nil && s.env.Author.Editor != "" {
		add("o", "open", "open your editor at the line", played && len(h.Keys) > 0)
	}
	if played {
		add("n", "turn", "on to the next turn; p: back one", false)
		add("1"+g.None+"6", "mood", "glad to furious; 0: as written", withMend)
		add("t", "try", "try a reply here", false)
		add("w", "walk", "walk again with the next seed", true)
		add("m", "map", "the scenario as a picture", true)
	}
	add("?", "keys", "these keys", false)
	return h
}

// mendable says that a finding names the one word to put in place of another.
func mendable(p source.Problem) bool { _, ok := wordFor(p); return ok }
