// Package find is the list of everything there is to practise.
//
// Its rule: what is typed narrows, arrows move, and there is no mode to leave.
// Enter acts on the row that is shown, never on one from before the last letter.
package find

import (
	"sort"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/ui/brief"
	"coolhead/ui/broken"
	"coolhead/ui/past"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// Screen is the page.
type Screen struct {
	env   screen.Env
	grid  widget.Grid
	line  widget.Line
	all   []row
	shown []row
	past  past.Past

	finger, top int
	loaded      bool
}

// loadedMsg is what there is, and what has been tried of it.
type loadedMsg struct {
	items []catalog.Item
	past  past.Past
}

// New is the page with an empty line.
func New(env screen.Env) *Screen {
	return &Screen{env: env, grid: widget.GridFor(env.Width)}
}

// Init reads the catalogue beside the page.
func (s *Screen) Init() tea.Cmd { return s.load }

func (s *Screen) load() tea.Msg {
	var m loadedMsg
	if s.env.Catalog != nil {
		m.items = s.env.Catalog.List()
	}
	m.past = past.Read(s.env.Store)
	return m
}

// Writing says that a letter narrows: ? too, once there is a word.
func (s *Screen) Writing() bool { return !s.line.Empty() }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case loadedMsg:
		s.fill(msg)
	case screen.SizeMsg:
		s.env.Width, s.env.Height = msg.Width, msg.Height
		s.grid = widget.GridFor(msg.Width)
		s.scroll()
	case screen.CoveredMsg:
		if !msg.Covered {
			return s, s.load
		}
	case tea.KeyMsg:
		return s, s.key(msg)
	}
	return s, nil
}

// fill takes a list; the finger stays on its scenario.
func (s *Screen) fill(m loadedMsg) {
	id := ""
	if r, ok := s.under(); ok {
		id = r.item.ID
	}
	s.loaded, s.past = true, m.past
	s.all = make([]row, len(m.items))
	for i, item := range m.items {
		s.all[i] = newRow(item)
	}
	// What can be played comes first, in the order of the catalogue.
	sort.SliceStable(s.all, func(i, j int) bool { return s.all[i].item.Playable() && !s.all[j].item.Playable() })
	s.narrow()
	for i, r := range s.shown {
		if r.item.ID == id {
			s.finger = i
		}
	}
	s.scroll()
}

func (s *Screen) narrow() {
	s.shown = narrow(s.all, s.line.Value())
	s.finger, s.top = 0, 0
}

// under is the row under the finger.
func (s *Screen) under() (row, bool) {
	if s.finger < len(s.shown) {
		return s.shown[s.finger], true
	}
	return row{}, false
}

func (s *Screen) move(to int) {
	s.finger = min(max(to, 0), max(len(s.shown)-1, 0))
	s.scroll()
}

// open leads to the briefing, or to what is wrong with the file.
func (s *Screen) open() tea.Cmd {
	r, ok := s.under()
	if !ok {
		return nil
	}
	if !r.item.Playable() {
		return screen.Open(broken.New(s.env, r.item))
	}
	return screen.Open(brief.New(s.env, r.item))
}
