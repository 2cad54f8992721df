// Package home is the first page.
//
// Its rule: a row without anything behind it is left out and the rest renumber;
// on the first day that leaves two.
package home

import (
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/scenarios"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/author"
	"coolhead/ui/brief"
	"coolhead/ui/find"
	"coolhead/ui/past"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// Screen is the page.
type Screen struct {
	env    screen.Env
	grid   widget.Grid
	known  known
	rows   []row
	finger int
	note   string
	opened bool // something is being opened
}

// known is what the page was told of catalogue and store.
type known struct {
	loaded bool
	items  []catalog.Item // that can be played
	own    int            // files of one's own, playable or not
	past   past.Past
	left   *left
	last   *last
	facts  []scenarios.Fact
}

// left is a call that was not played to its end.
type left struct {
	id, scenario, title string
	customer            string
	replies, about      int
	mood                scenarios.Mood
}

// last is the newest call that was.
type last struct {
	title  string
	try    past.Try
	curve  []scenarios.Mood
	turned int
	words  string
}

// refusedMsg says why something could not be opened.
type refusedMsg struct{ why string }

// New is the first page.
func New(env screen.Env) *Screen {
	s := &Screen{env: env, grid: widget.GridFor(env.Width)}
	s.arrange()
	return s
}

// Init reads catalogue and store beside the page.
func (s *Screen) Init() tea.Cmd { return s.load }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case known:
		s.known = msg
		s.arrange()
	case refusedMsg:
		s.note, s.opened = msg.why, false
	case screen.SizeMsg:
		s.env.Width, s.env.Height = msg.Width, msg.Height
		s.grid = widget.GridFor(msg.Width)
	case screen.CoveredMsg:
		s.opened = false
		if !msg.Covered {
			return s, s.load
		}
	case tea.KeyMsg:
		return s, s.key(msg.String())
	}
	return s, nil
}

func (s *Screen) key(name string) tea.Cmd {
	s.note = ""
	switch name {
	case "up", "k":
		s.finger = max(s.finger-1, 0)
	case "down", "j":
		s.finger = max(min(s.finger+1, len(s.rows)-1), 0)
	case "home", "pgup":
		s.finger = 0
	case "end", "pgdown":
		s.finger = max(len(s.rows)-1, 0)
	case "enter":
		return s.open()
	case "/":
		return screen.Open(find.New(s.env))
	case "esc":
		return screen.Back
	default:
		if len(name) == 1 && name[0] >= '1' && int(name[0]-'1') < len(s.rows) {
			s.finger = int(name[0] - '1')
		}
	}
	return nil
}

// open opens the row under the finger.
func (s *Screen) open() tea.Cmd {
	if s.opened || s.finger >= len(s.rows) {
		return nil
	}
	r := s.rows[s.finger]
	switch r.kind {
	case goOn:
		s.opened = true
		return s.resume
	case today:
		return screen.Open(brief.New(s.env, r.item))
	case writes:
		return screen.Open(author.New(s.env))
	}
	return screen.Open(find.New(s.env))
}

// resume puts the left call together, in a command.
func (s *Screen) resume() tea.Msg {
	page, err := brief.Resume(s.env, s.known.left.id)
	switch {
	case errors.Is(err, store.ErrBusy):
		return refusedMsg{"That call is open in another window. Go on with it there, or close it first."}
	case err != nil:
		return refusedMsg{"That call could not be opened: " + strings.TrimSuffix(err.Error(), ".") + "."}
	}
	return screen.OpenMsg{Screen: page}
}

// Help is the page's keys.
func (s *Screen) Help() screen.Help {
	g := s.env.Theme.Glyphs
	h := screen.Help{Title: "on the first page", Esc: "esc leave"}
	if n := len(s.rows); n > 1 {
		digits := "1" + g.None + string(rune('0'+n))
		h.Keys = append(h.Keys, screen.Key{Key: digits + " or " + g.ArrowU + g.ArrowD, Short: "choose"})
	}
	if len(s.rows) > 0 {
		h.Keys = append(h.Keys, screen.Key{Key: "enter", Short: "open"})
	}
	h.Keys = append(h.Keys,
		screen.Key{Key: "/", Short: "find", Long: "find a call"},
		screen.Key{Key: "?", Short: "keys", Long: "these keys"})
	return h
}

// greeting is the first sentence, by the clock.
func greeting(now time.Time, name string) string {
	says := "Good evening"
	switch h := now.Hour(); {
	case h >= 5 && h < 12:
		says = "Good morning"
	case h >= 12 && h < 18:
		says = "Good afternoon"
	}
	if name == "" {
		return says + "."
	}
	return says + ", " + widget.Clean(name) + "."
}

// load reads what there is, in a command.
func (s *Screen) load() tea.Msg {
	k := known{loaded: true, past: past.Read(s.env.Store)}
	if s.env.Catalog != nil {
		all := s.env.Catalog.List()
		k.own = len(author.Own(all))
		for _, item := range all {
			if item.Playable() && item.Kind == "call" {
				k.items = append(k.items, item)
			}
		}
		k.facts = s.env.Catalog.Facts()
	}
	k.left = s.leftCall(k)
	k.last = s.lastCall(k)
	return k
}

// leftCall is how the call to go on with stands.
func (s *Screen) leftCall(k known) *left {
	a, ok := k.past.Unfinished()
	if !ok {
		return nil
	}
	whole, err := s.env.Store.Load(a.ID)
	if err != nil {
		return nil
	}
	record, err := sim.Replay(whole.Events)
	if err != nil {
		return nil
	}
	l := &left{id: a.ID, scenario: a.Scenario, title: a.Title, replies: a.Replies, mood: record.State().Mood()}
	for _, item := range k.items {
		if item.ID == a.Scenario {
			l.customer, l.about = item.Scenario.Customer.Name, about(item.Scenario)
		}
	}
	return l
}

// lastCall is how the last call went.
func (s *Screen) lastCall(k known) *last {
	a, try, ok := k.past.Last()
	if !ok {
		return nil
	}
	l := &last{title: a.Title, try: try}
	whole, err := s.env.Store.Load(a.ID)
	if err != nil {
		return l
	}
	record, err := sim.Replay(whole.Events)
	if err != nil {
		return l
	}
	for _, p := range record.Curve() {
		l.curve = append(l.curve, p.Mood)
	}
	if d := record.Debrief(); d.Turned != nil {
		l.turned = d.Turned.Reply
		if said := record.Said(); l.turned >= 1 && l.turned <= len(said) {
			l.words = said[l.turned-1].Reply
		}
	}
	return l
}

// about is how many replies a call has: its turns, but for those the talk leaves
// its way for.
func about(s *scenarios.Scenario) int {
	aside := map[string]bool{}
	for _, a := range s.Anytime {
		aside[a.Go], aside[a.Detour] = true, true
	}
	n := 0
	for i := range s.Turns {
		t := &s.Turns[i]
		aside[t.Missed] = true
		if t.End == "" && !aside[t.ID] {
			n++
		}
	}
	return n
}
