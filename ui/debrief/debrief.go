// Package debrief is what is shown after a call: how it went, every reply word by
// word, and why the customer was like that.
//
// Its rule: no number stands alone. Each opens to the words that earned it, and
// everything shown is read from the record of the call.
package debrief

import (
	tea "github.com/charmbracelet/bubbletea"

	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// Source is a call or the record of one.
type Source interface{ Debrief() sim.Debrief }

// Option is something that only some debriefs can do.
type Option func(*Screen)

// Again makes s say a reply again: the command goes on from that reply, from 1.
func Again(from func(reply int) tea.Cmd) Option {
	return func(s *Screen) { s.again = from }
}

// Attempt names the attempt shown, so that it is not counted among the tries
// before it.
func Attempt(id string) Option { return func(s *Screen) { s.attempt = id } }

type page int

const (
	overview page = iota
	replies
	customer
	pages
)

// Screen is a debrief.
type Screen struct {
	env     screen.Env
	grid    widget.Grid
	d       sim.Debrief
	who     string
	all     []sim.Reply // those that count, then the pencilled ones
	again   func(int) tea.Cmd
	asTest  func() (string, error)
	tested  bool
	attempt string
	before  []int // whole points of the last tries at this call, oldest first

	page   page
	top    int // rows scrolled past
	finger int // overview: a dimension or a point; below 0: none
	reply  int // replies: which
	mark   int // replies: which row of the receipt
	why    bool
	said   string // said once, in the row above the keys
}

// New opens the debrief of a call.
func New(env screen.Env, from Source, options ...Option) *Screen {
	d := from.Debrief()
	s := &Screen{env: env, grid: widget.GridFor(env.Width), d: d, who: sim.Called(d.Customer), finger: -1}
	s.all = append(s.all, d.Replies...)
	for _, x := range d.Pencilled {
		s.all = append(s.all, sim.Reply{Exchange: x})
	}
	for _, o := range options {
		o(s)
	}
	return s
}

// scoresMsg brings what the last tries came to.
type scoresMsg []int

// Init looks up the last tries at this call.
func (s *Screen) Init() tea.Cmd {
	if s.env.Store == nil {
		return nil
	}
	kept, scenario, this := s.env.Store, s.d.Scenario, s.attempt
	return func() tea.Msg { return scoresMsg(lastScores(kept, scenario, this)) }
}

// lastScores are the whole points of at most three ended tries, oldest first.
func lastScores(kept *store.Store, scenario, except string) []int {
	all, err := kept.Attempts()
	if err != nil {
		return nil
	}
	var scores []int
	for _, a := range all {
		if a.Scenario != scenario || a.ID == except || a.End == "" || a.Problem != "" {
			continue
		}
		full, err := kept.Load(a.ID)
		if err != nil {
			continue
		}
		if r, err := sim.Replay(full.Events); err == nil {
			scores = append([]int{whole(r.Result().Score)}, scores...)
		}
		if len(scores) == 3 {
			break
		}
	}
	return scores
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.SizeMsg:
		s.env.Width, s.env.Height = msg.Width, msg.Height
		s.grid = widget.GridFor(msg.Width)
		s.top = 0
	case scoresMsg:
		s.before = msg
	case testedMsg:
		s.said, s.tested = msg.said, msg.kept
	case tea.KeyMsg:
		return s, s.key(msg.String())
	}
	return s, nil
}

func (s *Screen) key(name string) tea.Cmd {
	s.said = ""
	switch name {
	case "1", "2", "3":
		s.show(page(name[0] - '1'))
	case "tab":
		s.show((s.page + 1) % pages)
	case "shift+tab":
		s.show((s.page + pages - 1) % pages)
	case "esc":
		return screen.Back
	case "left":
		s.turn(-1)
	case "right":
		s.turn(1)
	case "up", "k":
		s.move(-1)
	case "down", "j":
		s.move(1)
	case "pgup":
		s.top = max(0, s.top-s.bodyHeight()+2)
	case "pgdown":
		s.top += s.bodyHeight() - 2
	case "home":
		s.top = 0
	case "enter":
		s.open()
	case "y":
		s.why = !s.why
		s.page = replies
	case "s":
		return s.sayAgain()
	case "t":
		return s.keepTest()
	}
	return nil
}

func (s *Screen) show(p page) { s.page, s.top, s.why = p, 0, false }

// turn goes to another reply; on the overview it opens the first one.
func (s *Screen) turn(step int) {
	if s.page != replies {
		s.show(replies)
		return
	}
	s.reply = min(max(0, s.reply+step), max(0, len(s.all)-1))
	s.mark, s.top, s.why = 0, 0, false
}

// move goes up or down: through dimensions and points, through the marks of a
// reply, or through rows.
func (s *Screen) move(step int) {
	switch s.page {
	case overview:
		s.finger = min(max(0, s.finger+step), len(s.rungs())-1)
	case replies:
		if n := len(s.rows()); n > 0 {
			s.mark = min(max(0, s.mark+step), n-1)
		}
		s.why = s.why && len(s.rows()) > 0
	default:
		s.top = max(0, s.top+step)
	}
}

// open shows the words behind what the finger is on; without one, behind the
// reply that slipped, or that turned the call.
func (s *Screen) open() {
	if s.page != overview {
		return
	}
	to, mark := 1, 0
	rungs := s.rungs()
	switch {
	case s.finger >= 0 && s.finger < len(rungs):
		to, mark = rungs[s.finger].reply, rungs[s.finger].mark
	case s.d.Slipped != nil:
		to = s.d.Slipped.Reply
	case s.d.Turned != nil:
		to = s.d.Turned.Reply
	}
	s.show(replies)
	s.reply, s.mark = min(max(0, to-1), max(0, len(s.all)-1)), mark
}

// sayAgain goes back to the reply that is shown, or to the one that slipped.
func (s *Screen) sayAgain() tea.Cmd {
	switch {
	case s.d.Mode != sim.Practice:
		s.said = "Saying it again rests in " + string(s.d.Mode) + " mode. A call in practice has it."
		return nil
	case s.again == nil || len(s.d.Replies) == 0:
		s.said = "This call is a record now. Play it anew to say it again."
		return nil
	}
	reply := len(s.d.Replies)
	if s.d.Slipped != nil {
		reply = s.d.Slipped.Reply
	}
	if s.page == replies && !s.all[s.reply].Pencilled {
		reply = s.all[s.reply].N
	}
	return s.again(reply)
}

// Help is the keys of the page shown.
func (s *Screen) Help() screen.Help {
	h := screen.Help{Title: "in a debrief", Esc: "esc done"}
	off := s.again == nil || s.d.Mode != sim.Practice
	again := screen.Key{Key: "s", Short: "say it again", Long: "go back to that reply and say it in other words", Off: off}
	tabs := screen.Key{Key: "1 2 3", Short: "pages"}
	switch s.page {
	case overview:
		h.Keys = []screen.Key{tabs, {Key: "↑↓", Short: "which", Off: s.asTest != nil}, {Key: "enter", Short: "open it", Long: "the words behind it"}, again}
	case replies:
		h.Keys = []screen.Key{{Key: "←→", Short: "reply"}, {Key: "↑↓", Short: "mark", Off: s.asTest != nil}, again, {Key: "y", Short: "why", Long: "the rule behind the mark"}}
		tabs.Off = true
		h.Keys = append(h.Keys, tabs)
	default:
		h.Keys = []screen.Key{tabs, again, {Key: "↑↓", Short: "read on"}}
	}
	h.Keys = append(h.Keys, s.testKeys()...)
	return screen.Help{Title: h.Title, Esc: h.Esc, Keys: append(h.Keys, screen.Key{Key: "?", Short: "keys"},
		screen.Key{Key: "pgup pgdn", Short: "read on", Off: true})}
}
