// Package call is the call itself: the talk, the upright line that swells with
// the customer's heat, the fuse of their patience, and the line you answer on.
//
// Its rule: the screen holds no truth of its own. What was said and what it did
// is read from the call's events; the half-typed reply is one text in every
// mode; and a key pressed while typing redraws the line and its marks alone.
package call

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/coach"
	"coolhead/ui/picks"
	"coolhead/ui/rewind"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// Options is how a call is opened.
type Options struct {
	Sim   sim.Options // seed, mode, turn and mood to begin with
	Typed bool        // begin with typing, not picking

	// Call goes on with a call instead of beginning one; Attempt is where its
	// events are kept. Draft is what was half typed.
	Call    *sim.Call
	Attempt string
	Draft   string
	// Again opens on saying this reply again, from 1.
	Again int
	// File is how the catalog finds the scenario's file, "" by its id.
	File string
}

// mode says who gets a key.
type mode int

const (
	typing mode = iota
	picking
	paused
	rewinding
	leavingTest // the foot asks for the word
	over        // the customer has gone
)

// Screen is a running call.
type Screen struct {
	env  screen.Env
	grid widget.Grid
	cast sim.Cast
	file string
	call *sim.Call
	keep *keeper

	after func(time.Duration, tea.Msg) tea.Cmd // a clock's tick

	mode, resume mode // resume is what a pause goes back to
	covered      bool
	line         widget.Line
	word         widget.Line // typed in answer to leavingTest
	finger       int
	attempt      int   // in test mode, from 1
	order        []int // the picks of this turn as they stand on the page

	page     []said
	column   []row // page, wrapped and styled for this width
	wrapped  any   // what column was made for
	back     int   // rows read back
	spokeAt  time.Time
	thinking int // the tag of a scenario's pause that is running, 0: none
	receipt  *receipt

	coach coach.Coach
	clock clock
	open  aside
	again *rewind.Screen

	refusal string // said once in the coach's place
	unkept  string // what the store could not write
	body    int    // grows whenever talk or margin have something new

	head, talk, fuse, foot, typed region
}

// New opens a call: a new one, or the one it is given.
func New(env screen.Env, cast sim.Cast, o Options) *Screen {
	s := &Screen{env: env, cast: cast, call: o.Call, mode: picking, after: later}
	if o.Typed || len(o.Draft) > 0 {
		s.mode = typing
	}
	if s.file = o.File; s.file == "" {
		s.file = cast.Scenario.ID
	}
	s.attempt = o.Sim.Attempt
	attempt := o.Attempt
	if s.call == nil {
		s.call = sim.Start(cast, o.Sim)
	}
	if attempt == "" && env.Store != nil {
		attempt = env.Store.New()
	}
	s.keep = &keeper{store: env.Store, attempt: attempt}
	s.resize(env.Width, env.Height)
	s.line.Set(o.Draft)
	s.turned()
	s.open.why = -1
	if o.Again > 0 {
		s.rewindTo(o.Again)
	}
	return s
}

// later brings a message after some time.
func later(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// Init writes down how the call began, with what it is played with.
func (s *Screen) Init() tea.Cmd {
	return tea.Batch(s.keepSources(), s.keep.events(s.call.New()), s.tick(), s.startPause())
}

// keepSources keeps the files of the cast once, by their hashes.
func (s *Screen) keepSources() tea.Cmd {
	if s.env.Catalog == nil || s.env.Store == nil {
		return nil
	}
	sources, store := s.env.Catalog.Sources(s.cast.Hashes), s.env.Store
	return s.keep.put(ofSources, func() error {
		for _, src := range sources {
			if err := store.KeepBlob(src.Hash, src.Data); err != nil {
				return err
			}
		}
		return nil
	})
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case screen.SizeMsg:
		s.resize(msg.Width, msg.Height)
		if s.again != nil {
			s.again.Update(msg)
		}
	case screen.CoveredMsg:
		s.covered = msg.Covered
	case screen.LeaveMsg:
		return s, tea.Sequence(s.keep.draft(s.line.Value()), s.keep.release())
	case tea.KeyMsg:
		cmd = s.key(msg)
	case coach.SettleMsg:
		if s.again != nil {
			cmd = s.again.Update(msg)
		} else if s.coach.Settles(msg) {
			s.settle()
			cmd = s.keep.draft(s.line.Value())
		}
	case silenceMsg:
		cmd = s.silence(msg)
	case pausedMsg:
		if msg.tag == s.thinking {
			s.spoken()
		}
	case keptMsg:
		s.kept(msg.err)
	case rewind.PlayOnMsg:
		cmd = s.playOn(msg)
	case rewind.LeaveMsg:
		s.again, s.mode = nil, s.resume
		if _, done := s.call.Ended(); done {
			s.mode = over
		}
	default:
		if s.again != nil {
			cmd = s.again.Update(msg)
		}
	}
	return s, tea.Batch(cmd, s.tick())
}

func (s *Screen) resize(width, height int) {
	s.env.Width, s.env.Height = width, height
	s.grid = widget.GridFor(width)
	s.body++
}

// kept says what the store could not write, until it could.
func (s *Screen) kept(err error) {
	s.unkept = ""
	if err != nil {
		s.unkept = err.Error()
	}
}

// step takes in what a reply, a silence or a rewind brought.
func (s *Screen) step() tea.Cmd {
	keep := s.keep.events(s.call.New())
	s.turned()
	return tea.Batch(keep, s.startPause())
}

// turned reads the call anew: the page, the picks, the receipt.
func (s *Screen) turned() {
	s.page = transcript(s.call.Events())
	s.receipt = lastReceipt(s.call.Events())
	s.wrapped = nil
	s.back = 0
	s.body++
	s.spokeAt = s.env.Now()
	s.coach.Forget()
	s.open.close()
	s.finger = 0
	s.order = nil
	if turn := s.call.Turn(); turn != nil {
		s.order = picks.Order(s.call.Seed(), turn.ID, len(turn.Picks))
	}
	if len(s.order) == 0 && s.mode == picking {
		s.mode = typing
	}
	if _, done := s.call.Ended(); done {
		s.mode = over
	}
}

// lastReceipt is what moved the customer in the reply that was said last.
func lastReceipt(events []sim.Event) *receipt {
	var before *sim.State
	var last *receipt
	for i := range events {
		e := &events[i]
		switch e.Type {
		case sim.Replied:
			last = &receipt{effects: e.Effects}
			if e.Assessment != nil {
				last.findings = e.Assessment.Findings
			}
			if before != nil {
				last.before = before.Heat
			}
			if e.State != nil {
				last.now = e.State.Heat
			}
		case sim.Rewound:
			last = nil
		}
		if e.State != nil {
			before = e.State
		}
	}
	return last
}

// who is the customer as spoken of.
func (s *Screen) who() string { return sim.Called(s.cast.Scenario.Customer.Name) }

// practice says that help is given.
func (s *Screen) practice() bool { return s.call.Mode() == sim.Practice }

// hidden says that the page must not tell the mood: a customer who hides it,
// or a test.
func (s *Screen) hidden() bool { return s.cast.Persona.Silent || s.call.Mode() == sim.Test }

// Writing says that a ? is a letter now.
func (s *Screen) Writing() bool {
	switch s.mode {
	case typing:
		return !s.line.Empty()
	case rewinding:
		return s.again.Writing()
	case leavingTest:
		return true
	}
	return false
}

// findings are what the coach shows under the line.
func (s *Screen) findings() []scoring.Finding {
	if !s.practice() {
		return nil
	}
	return s.coach.Shown
}
