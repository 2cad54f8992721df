// Package brief is the page before a call: what a person would know before
// picking up, how to play, how to answer.
//
// Its rule: facts, authority and limits, and nothing else of the file. What is
// chosen here is remembered for the next briefing.
package brief

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/ui/past"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// Screen is the page.
type Screen struct {
	env    screen.Env
	grid   widget.Grid
	item   catalog.Item
	mode   sim.Mode
	typing bool

	tests  int // attempts in test mode so far
	known  bool
	from   int // first row of the talk that is shown
	note   string
	opened bool // the call is being put together
}

// pastMsg is how often this was tried as a test.
type pastMsg struct{ tests int }

// refusedMsg says why the call cannot begin.
type refusedMsg struct{ why string }

// modes are the ways to play, in the order of their digits.
func modes() []sim.Mode { return []sim.Mode{sim.Practice, sim.Score, sim.Test} }

// New is the briefing of one scenario, which can be played.
func New(env screen.Env, item catalog.Item) *Screen {
	s := &Screen{env: env, grid: widget.GridFor(env.Width), item: item, mode: env.Mode, typing: env.Typing}
	if env.Choice != nil {
		s.mode, s.typing = env.Choice.Mode, env.Choice.Typing
	}
	if s.mode == "" {
		s.mode = sim.Practice
	}
	return s
}

// Init counts the attempts that test mode has used.
func (s *Screen) Init() tea.Cmd {
	return func() tea.Msg { return pastMsg{past.List(s.env.Store).Tests(s.item.ID)} }
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case pastMsg:
		s.tests, s.known = msg.tests, true
	case refusedMsg:
		s.note, s.opened = msg.why, false
	case screen.SizeMsg:
		s.env.Width, s.env.Height = msg.Width, msg.Height
		s.grid = widget.GridFor(msg.Width)
		s.scroll(0)
	case tea.KeyMsg:
		return s, s.key(msg.String())
	}
	return s, nil
}

func (s *Screen) key(name string) tea.Cmd {
	if s.opened {
		if name == "esc" {
			return screen.Back
		}
		return nil
	}
	s.note = ""
	switch name {
	case "1", "2", "3":
		s.choose(modes()[name[0]-'1'])
	case "tab", "shift+tab":
		s.typing = !s.typing
		s.remember()
	case "up", "k":
		s.scroll(-1)
	case "down", "j":
		s.scroll(1)
	case "pgup":
		s.scroll(-s.talkRows())
	case "pgdown", " ":
		s.scroll(s.talkRows())
	case "home":
		s.scroll(-s.from)
	case "end":
		s.scroll(len(s.talk()))
	case "enter":
		return s.begin()
	case "esc":
		return screen.Back
	}
	return nil
}

func (s *Screen) choose(m sim.Mode) {
	s.mode = m
	s.remember()
}

func (s *Screen) remember() {
	if s.env.Choice != nil {
		s.env.Choice.Mode, s.env.Choice.Typing = s.mode, s.typing
	}
}

// left is how many attempts test mode still has.
func (s *Screen) left() int { return max(s.attempts()-s.tests, 0) }

func (s *Screen) attempts() int {
	if n := s.item.Scenario.Attempts; n > 0 {
		return n
	}
	return 2
}

// begin picks up the phone, in a command: the cast is put together from disk.
func (s *Screen) begin() tea.Cmd {
	if s.mode == sim.Test {
		if !s.known {
			return nil // how many attempts are left is being counted
		}
		if s.left() == 0 {
			s.note = fmt.Sprintf("All %d attempts are used. Practice and score stay open.", s.attempts())
			return nil
		}
	}
	s.opened = true
	env := s.env
	env.Mode, env.Typing = s.mode, s.typing
	return Begin(env, s.item.Path, s.tests+1)
}

// Help is the page's keys.
func (s *Screen) Help() screen.Help {
	g := s.env.Theme.Glyphs
	keys := []screen.Key{
		{Key: "enter", Short: pickUp(s.item.Channel)},
		{Key: "1" + g.None + "3", Short: "mode", Long: "practice, score or test"},
		{Key: "tab", Short: "type or pick"},
	}
	if s.more() {
		keys = append(keys, screen.Key{Key: g.ArrowU + g.ArrowD, Short: "read on"})
	}
	return screen.Help{
		Title: "before a call",
		Keys:  append(keys, screen.Key{Key: "?", Short: "keys"}),
		Esc:   "esc back",
	}
}

// pickUp is how a call begins on a channel.
func pickUp(channel string) string {
	switch channel {
	case "phone":
		return "pick up the phone"
	case "desk":
		return "step up to the desk"
	case "email", "review", "social":
		return "open it"
	}
	return "begin"
}
