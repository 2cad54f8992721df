// Package author lists the scenarios that are one's own.
//
// Its rule: only what can be written is here: nothing that is part of coolhead
// itself. A file that cannot be played yet is listed like any other, since this is
// where it is mended.
package author

import (
	"fmt"
	"path/filepath"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/ui/edit"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// Screen is the page.
type Screen struct {
	env    screen.Env
	items  []catalog.Item
	loaded bool
	finger int
}

// listMsg is what the catalogue has now.
type listMsg []catalog.Item

// New is the page.
func New(env screen.Env) *Screen { return &Screen{env: env} }

// Init reads the catalogue beside the page.
func (s *Screen) Init() tea.Cmd { return s.load }

func (s *Screen) load() tea.Msg {
	if s.env.Catalog == nil {
		return listMsg(nil)
	}
	return listMsg(Own(s.env.Catalog.List()))
}

// Own are the items that are not part of coolhead itself.
func Own(items []catalog.Item) []catalog.Item {
	var own []catalog.Item
	for _, item := range items {
		if edit.Own(item.Path) {
			own = append(own, item)
		}
	}
	return own
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case listMsg:
		s.items, s.loaded = msg, true
		s.finger = max(min(s.finger, len(s.items)-1), 0)
	case screen.SizeMsg:
		s.env.Width, s.env.Height = msg.Width, msg.Height
	case screen.CoveredMsg:
		if !msg.Covered {
			return s, s.load
		}
	case tea.KeyMsg:
		return s, s.key(msg.String())
	}
	return s, nil
}

func (s *Screen) key(name string) tea.Cmd {
	last := max(len(s.items)-1, 0)
	page := max(s.rows()-1, 1)
	switch name {
	case "up", "k":
		s.finger--
	case "down", "j":
		s.finger++
	case "pgup":
		s.finger -= page
	case "pgdown":
		s.finger += page
	case "home":
		s.finger = 0
	case "end":
		s.finger = last
	case "enter":
		if s.finger < len(s.items) {
			return screen.Open(edit.New(s.env, s.items[s.finger].Path))
		}
	case "esc":
		return screen.Back
	}
	s.finger = max(min(s.finger, last), 0)
	return nil
}

// Help is the page's keys.
func (s *Screen) Help() screen.Help {
	g := s.env.Theme.Glyphs
	h := screen.Help{Title: "your own scenarios", Esc: "esc back"}
	if len(s.items) > 1 {
		h.Keys = append(h.Keys, screen.Key{Key: g.ArrowU + g.ArrowD, Short: "choose"})
	}
	if len(s.items) > 0 {
		h.Keys = append(h.Keys, screen.Key{Key: "enter", Short: "open", Long: "open it beside your editor"})
	}
	h.Keys = append(h.Keys, screen.Key{Key: "?", Short: "keys", Long: "these keys"})
	return h
}

// rows is how many items are shown at once.
func (s *Screen) rows() int { return max(s.env.Height-8, 1) }

// View draws the page.
func (s *Screen) View() string {
	t, w, h := s.env.Theme, s.env.Width, s.env.Height
	g := widget.GridFor(w)
	right := ""
	if s.loaded {
		right = fmt.Sprintf("%d of your own", len(s.items))
	}
	body := []string{""}
	if s.loaded && len(s.items) == 0 {
		body = append(body, widget.Wrap("No scenario here is your own yet.", g.Inner)...)
	}
	from := max(0, min(s.finger-s.rows()+1, len(s.items)-s.rows()))
	for i := from; i < min(from+s.rows(), len(s.items)); i++ {
		body = append(body, s.row(i, g.Inner))
	}
	if s.loaded {
		body = append(body, "")
		for _, row := range widget.Wrap("coolhead new NAME.yaml writes a new one from a few answers.", g.Inner) {
			body = append(body, t.Quiet.Render(row))
		}
	}
	for i, row := range body {
		body[i] = g.Text(t, row)
	}
	return widget.Page(t, w, h, widget.Head(t, w, "Author", right), body, widget.Foot(t, w, s.Help()))
}

// row is one file: its title, its name, and how it stands.
func (s *Screen) row(i, width int) string {
	t, item := s.env.Theme, s.items[i]
	finger, style := "  ", t.Ink
	if i == s.finger {
		finger, style = t.Accent.Render(t.Glyphs.Here)+" ", t.Bold
	}
	state := t.Quiet.Render(widget.Level(item.Level))
	if item.Level == 0 {
		state = t.Quiet.Render(item.Kind)
	}
	if n := faults(item); n > 0 {
		state = t.Hurts.Render(fmt.Sprintf("%d to mend", n))
	}
	title := item.Title
	if title == "" {
		title = item.ID
	}
	file := ""
	if width >= 70 {
		file = widget.Column(t, t.Text(widget.Clean(filepath.Base(item.Path))), 24)
	}
	room := width - 2 - widget.Width(file) - 14
	name := widget.Column(t, t.Text(widget.Clean(title)), room)
	return widget.Ends(finger+style.Render(name)+" "+t.Quiet.Render(file), state, width)
}

func faults(item catalog.Item) int {
	n := 0
	for _, p := range item.Problems {
		if p.Severity == source.Error {
			n++
		}
	}
	return n
}
