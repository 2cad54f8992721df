// Package edit is the page beside an author's editor.
//
// Its rule: the file belongs to the author's own editor. Each save is read, checked
// and walked; what is heard and said here always comes of the last version that
// could be played, and the page says so when that is not the last one saved. Only
// authors reach it: it shows models, traps, needs and notes.
package edit

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/ui/coach"
	"coolhead/ui/edit/watch"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// Screen is the page.
type Screen struct {
	env  screen.Env
	file string
	grid widget.Grid

	ctx  context.Context // of all that runs beside the page
	stop context.CancelFunc
	open func(context.Context, string) saves
	rest func(coach.SettleMsg) tea.Cmd // a word that may be whole

	watching saves
	save     int // the number of the save under work
	now      looked
	kept     *version // the last version that could be played
	walk     walking
	findings []source.Problem // of the save, and of its walk

	finger int // among findings
	said   said
	trying bool
	line   widget.Line
	coach  coach.Coach
	pick   int // the pick that was put on the line, from 1
	note   string
	left   bool
}

// saves tell of a file that was saved.
type saves interface{ Next() bool }

type (
	watchingMsg struct{ saves saves }
	savedMsg    struct{}
)

// New is the page of one file.
func New(env screen.Env, file string) *Screen {
	s := &Screen{env: env, file: file, grid: widget.GridFor(env.Width), walk: walking{seed: 1}}
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.open = func(ctx context.Context, file string) saves { return watch.Open(ctx, file) }
	s.rest = func(m coach.SettleMsg) tea.Cmd {
		return tea.Tick(coach.Rest, func(time.Time) tea.Msg { return m })
	}
	return s
}

// Init begins to watch, and then reads: a save between the two would be lost the
// other way round.
func (s *Screen) Init() tea.Cmd {
	ctx, file, open := s.ctx, s.file, s.open
	return func() tea.Msg { return watchingMsg{open(ctx, file)} }
}

// next waits for the next save, in a command.
func (s *Screen) next() tea.Cmd {
	saves := s.watching
	if saves == nil {
		return nil
	}
	return func() tea.Msg {
		if saves.Next() {
			return savedMsg{}
		}
		return nil
	}
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case watchingMsg:
		s.watching = msg.saves
		return s, tea.Batch(s.next(), s.readSave())
	case savedMsg:
		return s, tea.Batch(s.next(), s.readSave())
	case looked:
		return s, s.take(msg)
	case walked:
		s.takeWalk(msg)
	case mended:
		s.note = msg.note
		return s, s.readSave()
	case editedMsg:
		if msg.err != nil {
			s.note = "The editor could not be opened: " + msg.err.Error() + "."
		}
		return s, s.readSave()
	case coach.SettleMsg:
		if s.coach.Settles(msg) {
			s.read()
		}
	case screen.SizeMsg:
		s.env.Width, s.env.Height = msg.Width, msg.Height
		s.grid = widget.GridFor(msg.Width)
	case screen.LeaveMsg:
		s.leave()
	case tea.KeyMsg:
		return s, s.key(msg)
	}
	return s, nil
}

// leave ends all that runs beside the page.
func (s *Screen) leave() {
	s.left = true
	s.stop()
}

// Writing says that a letter is a letter now.
func (s *Screen) Writing() bool { return s.trying && !s.line.Empty() }

// take shows what was found in a save, and begins to walk it.
func (s *Screen) take(l looked) tea.Cmd {
	if l.save != s.save || s.left {
		return nil // a later save is being read
	}
	s.now = l
	if l.version == nil {
		s.gather()
		if p, ok := s.problem(); ok && p.Severity != source.Error {
			s.finger = 0 // what stands in the way comes first
		}
		if s.kept != nil && s.walk.done == nil {
			return s.walkOn(nil) // what is kept plays on, and its walk was stopped by this save
		}
		return nil
	}
	before := s.kept
	s.kept, s.walk.done = l.version, nil
	s.gather()
	switch {
	case before == nil:
		s.follow()
	case !s.trying && len(s.said.replies) == 0:
		if at := changed(before.data, l.data, l.version.cast.Scenario); at != "" {
			s.said.at = at
		}
	}
	s.play()
	return s.walkOn(l.checker)
}

// broken says that the last save cannot be played, while one before it could.
func (s *Screen) broken() bool { return s.kept != nil && s.now.version == nil && s.now.save > 0 }

// gather lists what was found in the save, and by its walk if that is of this save.
// The finger stays on its finding.
func (s *Screen) gather() {
	under, had := s.problem()
	s.findings = slices.Clone(s.now.problems)
	if s.walk.done != nil && s.now.version != nil {
		s.findings = append(s.findings, s.walk.done.found...)
	}
	inOrder(s.findings)
	s.finger = max(min(s.finger, len(s.findings)-1), 0)
	if i := slices.Index(s.findings, under); had && i >= 0 {
		s.finger = i
	}
}

// problem is the finding under the finger.
func (s *Screen) problem() (source.Problem, bool) {
	if s.finger < len(s.findings) {
		return s.findings[s.finger], true
	}
	return source.Problem{}, false
}

// follow goes to the turn of the finding under the finger, and says whether that is
// another one.
func (s *Screen) follow() bool {
	p, ok := s.problem()
	if !ok || s.kept == nil {
		return false
	}
	at := turnAt(s.kept.cast.Scenario, p.Line)
	if at == "" || at == s.said.at {
		return false
	}
	s.said.at = at
	return true
}

// turnAt is the turn in which a line of the file stands, "" for none.
func turnAt(s *scenarios.Scenario, line int) string {
	at := ""
	for i := range s.Turns {
		if s.Turns[i].At.Line <= line {
			at = s.Turns[i].ID
		}
	}
	for i := range s.Anytime {
		if l := s.Anytime[i].At.Line; l > 0 && line >= l {
			return ""
		}
	}
	for i := range s.Tests {
		if l := s.Tests[i].At.Line; l > 0 && line >= l {
			return ""
		}
	}
	return at
}
