// Package rewind is saying a reply again: which one, in what words, and what
// would have come of it.
//
// Its rule: it changes nothing. It folds copies of the call to draw the curve
// that might have been; only PlayOnMsg, which the call answers, goes back.
package rewind

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/sim"
	"coolhead/ui/coach"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// PlayOnMsg asks the call to go back to a reply and say these words instead. No
// words: only to go back.
type PlayOnMsg struct {
	To   int
	Text string
}

// LeaveMsg leaves everything as it was.
type LeaveMsg struct{}

// foldedMsg brings what would have come of some words.
type foldedMsg struct {
	to      int
	text    string
	outcome sim.Outcome
	err     error
}

// Screen is the page on which a reply is said again.
type Screen struct {
	env    screen.Env
	grid   widget.Grid
	call   *sim.Call
	about  About
	silent bool // the mood stays hidden: the call still goes on

	all    []sim.Exchange // pencilled ones among them
	said   []sim.Exchange // those that count
	curve  []sim.Point
	finger int       // place in said
	then   *sim.Call // the call as it stood before that reply

	line   widget.Line
	coach  coach.Coach
	after  func(time.Duration, tea.Msg) tea.Cmd // a clock's tick
	asked  string                               // the words that were folded last
	folded *foldedMsg
}

// About is what the page says of the call.
type About struct {
	Title, Who string
	Silent     bool // the customer hides the mood until the call has ended
	// Later brings a message after some time; nil is the clock's own.
	Later func(time.Duration, tea.Msg) tea.Cmd
}

// New opens the page on a reply, from 1; 0 is the last one. Where nothing was
// said yet there is nothing to say again: it gives nil.
func New(env screen.Env, call *sim.Call, about About, reply int) *Screen {
	s := &Screen{env: env, call: call, about: about, after: about.Later, all: call.Exchanges(), curve: call.Curve()}
	if s.after == nil {
		s.after = later
	}
	_, over := call.Ended()
	s.silent = about.Silent && !over
	for _, x := range s.all {
		if !x.Pencilled {
			s.said = append(s.said, x)
		}
	}
	if len(s.said) == 0 {
		return nil
	}
	s.grid = widget.GridFor(env.Width)
	s.finger = len(s.said) - 1
	if reply > 0 {
		s.finger = min(reply, len(s.said)) - 1
	}
	s.stand()
	return s
}

// later brings a message after some time.
func later(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// Init has nothing to do.
func (s *Screen) Init() tea.Cmd { return nil }

// Writing says that a ? is a letter now.
func (s *Screen) Writing() bool { return !s.line.Empty() }

// stand goes, in a copy, to before the chosen reply.
func (s *Screen) stand() {
	s.then = s.call.Fork()
	if _, err := s.then.Rewind(s.finger + 1); err != nil {
		s.then = s.call.Fork()
	}
	s.coach.Forget()
	s.folded = nil
}

// Update takes one message. What it cannot do itself it asks of the call.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.SizeMsg:
		s.env.Width, s.env.Height = msg.Width, msg.Height
		s.grid = widget.GridFor(msg.Width)
	case tea.KeyMsg:
		return s.key(msg)
	case coach.SettleMsg:
		if s.coach.Settles(msg) {
			return s.settle()
		}
	case foldedMsg:
		if msg.to == s.finger+1 && msg.text == s.asked {
			s.folded = &msg
		}
	}
	return nil
}

func (s *Screen) text() string { return strings.TrimSpace(s.line.Value()) }

func (s *Screen) key(k tea.KeyMsg) tea.Cmd {
	if !k.Paste {
		switch k.String() {
		case "esc":
			return func() tea.Msg { return LeaveMsg{} }
		case "enter":
			m := PlayOnMsg{s.finger + 1, s.text()}
			return func() tea.Msg { return m }
		case "up", "shift+tab":
			return s.move(-1)
		case "down", "tab":
			return s.move(1)
		}
	}
	before := s.line.Value()
	if !s.line.Key(k) || s.line.Value() == before {
		return nil
	}
	read, rest := s.coach.Key(s.line.Value(), s.line.At())
	if read {
		return s.settle()
	}
	return s.after(coach.Rest, rest)
}

// move chooses another reply; the words being tried stay and are read there.
func (s *Screen) move(step int) tea.Cmd {
	to := min(max(0, s.finger+step), len(s.said)-1)
	if to == s.finger {
		return nil
	}
	s.finger = to
	s.stand()
	return s.settle()
}

// settle reads the words as they stand, and asks what would come of them.
func (s *Screen) settle() tea.Cmd {
	text := s.text()
	if text == "" {
		s.coach.Show(s.line.Value(), nil)
		s.folded = nil
		return nil
	}
	s.coach.Show(s.line.Value(), s.then.Coach(s.line.Value()).Findings)
	s.asked = text
	to, copied := s.finger+1, s.call.Fork()
	return func() tea.Msg {
		out, err := copied.WhatIf(to, text)
		return foldedMsg{to, text, out, err}
	}
}

// Help is the keys of this page.
func (s *Screen) Help() screen.Help {
	which := screen.Key{Key: "↑↓", Short: "which reply"}
	enter := screen.Key{Key: "enter", Short: "play on from here", Long: "take the new words and play on from there"}
	esc := "esc leave it as it was"
	first, second := which, enter
	if !s.grid.Columns { // the foot of a phone has room for the short of it
		enter.Short, esc = "play on", "esc leave"
		first, second = enter, which
	}
	return screen.Help{
		Title: "rewind, and what if", Esc: esc,
		Keys: []screen.Key{
			first, second,
			{Key: "f1", Short: "keys", Long: "these keys (? on an empty line)"},
			{Key: "ctrl+j", Short: "a new line", Off: true},
		},
	}
}
