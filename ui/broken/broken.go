// Package broken is the page of a scenario that cannot be played.
//
// Its rule: a player sees it, so it shows places and sentences and never a line of
// the file, which may hold the model or a trap.
package broken

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/ui/brief"
	"coolhead/ui/edit"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// Screen is the page.
type Screen struct {
	env    screen.Env
	item   catalog.Item
	finger int
	note   string

	authored bool // the author's page was opened from here
}

// readMsg is the file as it is now.
type readMsg struct {
	item  catalog.Item
	found bool
}

// New is the page of one file.
func New(env screen.Env, item catalog.Item) *Screen { return &Screen{env: env, item: item} }

// Init does nothing: all is known.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.SizeMsg:
		s.env.Width, s.env.Height = msg.Width, msg.Height
	case readMsg:
		return s, s.read(msg)
	case screen.CoveredMsg:
		if !msg.Covered && s.authored {
			s.authored = false
			return s, s.again // back from the author's page: it may be whole now
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
		s.finger = max(min(s.finger+1, len(s.item.Problems)-1), 0)
	case "home":
		s.finger = 0
	case "end":
		s.finger = max(len(s.item.Problems)-1, 0)
	case "r":
		return s.again
	case "e":
		if s.mayEdit() {
			s.authored = true
			return screen.Open(edit.New(s.env, s.item.Path))
		}
	case "y":
		if s.env.Copy != nil {
			s.note = "Copied, where this terminal allows it."
			return s.env.Copy(s.lines())
		}
	case "esc":
		return screen.Back
	}
	return nil
}

// mayEdit says whether the file can be mended from here: by somebody who writes on
// this machine, and not where it is part of coolhead itself.
func (s *Screen) mayEdit() bool { return s.env.Author != nil && edit.Own(s.item.Path) }

// again reads the file anew.
func (s *Screen) again() tea.Msg {
	if s.env.Catalog == nil {
		return readMsg{}
	}
	item, err := s.env.Catalog.Item(s.item.Path)
	var faulty *catalog.Unplayable
	return readMsg{item, err == nil || errors.As(err, &faulty)}
}

// read shows the file as it is now: its briefing, if it can be played.
func (s *Screen) read(msg readMsg) tea.Cmd {
	if !msg.found {
		s.note = "The file is not there any more."
		return nil
	}
	if msg.item.Playable() {
		return screen.Replace(brief.New(s.env, msg.item))
	}
	s.item, s.note = msg.item, "Read again; this is what is left to mend."
	s.finger = min(s.finger, max(len(s.item.Problems)-1, 0))
	return nil
}

// lines is what whoever wrote the file needs to know.
func (s *Screen) lines() string {
	var b strings.Builder
	for _, p := range s.item.Problems {
		fmt.Fprintf(&b, "%s:%d:%d %s %s %s\n", p.File, p.Line, p.Col, p.Severity, p.Code, p.Message)
	}
	return b.String()
}

// Help is the page's keys.
func (s *Screen) Help() screen.Help {
	g := s.env.Theme.Glyphs
	h := screen.Help{Title: "a file that cannot be played", Esc: "esc other calls"}
	if len(s.item.Problems) > 1 {
		h.Keys = append(h.Keys, screen.Key{Key: g.ArrowU + g.ArrowD, Short: "which"})
	}
	if s.mayEdit() {
		h.Keys = append(h.Keys, screen.Key{Key: "e", Short: "author it", Long: "the author's page: it shows the lines of the file"})
	}
	h.Keys = append(h.Keys, screen.Key{Key: "r", Short: "read it again"})
	if s.env.Copy != nil {
		h.Keys = append(h.Keys, screen.Key{Key: "y", Short: "copy", Long: "copy the places and sentences"})
	}
	h.Keys = append(h.Keys, screen.Key{Key: "?", Short: "keys"})
	return h
}

// roomy is how many rows the page needs for its advice.
const roomy = 20

// View draws the page.
func (s *Screen) View() string {
	t, w := s.env.Theme, s.env.Width
	g := widget.GridFor(w)
	head := widget.Head(t, w, "This call cannot be played yet", widget.Clean(shortPath(s.item.Path)))
	rows := []string{""}
	rows = append(rows, widget.Wrap(s.sentence(), min(g.Inner, 72))...)
	list, at := s.problems(t, g)
	if s.env.Height >= roomy {
		rows = append(rows, widget.Wrap("Nothing is wrong on your side, and no attempt was counted.", g.Inner)...)
		rows = append(append(rows, "", ""), s.advice(g)...)
	}
	rows = append(rows, "")
	space := max(s.env.Height-len(head)-len(rows)-5, 1)
	list = list[max(at-space+1, 0):]
	rows = append(rows, list[:min(len(list), space)]...)
	switch code := s.code(); {
	case s.note != "":
		rows = append(rows, "", s.note)
	case code != "":
		rows = append(rows, "", t.Quiet.Render("coolhead explain "+code+" tells the whole story."))
	}
	for i, r := range rows {
		rows[i] = g.Text(t, r)
	}
	return widget.Page(t, w, s.env.Height, head, rows, widget.Foot(t, w, s.Help()))
}

// advice is what can be done, for who plays and for who wrote it.
func (s *Screen) advice(g widget.Grid) []string {
	plays := "choose another call"
	if s.env.Copy != nil {
		plays += "; y copies the lines below, for whoever wrote it"
	}
	rows := s.who("If you only play", plays, g)
	rows = append(rows, "")
	wrote := "mend it there and save"
	if e := s.first(); e.Line > 0 {
		wrote = fmt.Sprintf("line %d of the file is where to begin; when it is saved, r reads it again", e.Line)
		if s.mayEdit() {
			wrote = fmt.Sprintf("e opens it at line %d, with what to change; when the file is saved, that page reads it again", e.Line)
		}
	}
	return append(append(rows, s.who("If you wrote it", wrote, g)...), "")
}

func (s *Screen) who(label, says string, g widget.Grid) []string {
	t := s.env.Theme
	if !g.Columns {
		return append([]string{t.Quiet.Render(label)}, widget.Wrap(says, g.Inner)...)
	}
	rows := widget.Wrap(says, 50)
	for i := range rows {
		rows[i] = t.Quiet.Render(widget.Pad(label, 22)) + rows[i]
		label = ""
	}
	return rows
}

// problems lists places and sentences, and says at which row the finger's ends.
func (s *Screen) problems(t *theme.Theme, g widget.Grid) (rows []string, at int) {
	for i, p := range s.item.Problems {
		place := fmt.Sprintf("%d:%d", p.Line, p.Col)
		lead := widget.Pad(place, 8) + severity(t, p.Severity) + widget.Pad(p.Code, 8)
		if i == s.finger && len(s.item.Problems) > 1 {
			lead = widget.Pad(t.Bold.Render(place), 8) + severity(t, p.Severity) + t.Bold.Render(widget.Pad(p.Code, 8))
		}
		for _, row := range widget.Wrap(t.Text(widget.Clean(p.Message)), max(min(g.Inner, 110)-26, 16)) {
			rows = append(rows, widget.Pad(lead, 26)+row)
			lead = ""
		}
		if i == s.finger {
			at = len(rows) - 1
		}
	}
	return rows, at
}

func severity(t *theme.Theme, s source.Severity) string {
	word := widget.Pad(s.String(), 10)
	if s == source.Error {
		return t.Hurts.Render(word)
	}
	return t.Asks.Render(word)
}

// first is the first error.
func (s *Screen) first() source.Problem {
	for _, p := range s.item.Problems {
		if p.Severity == source.Error {
			return p
		}
	}
	return source.Problem{}
}

func (s *Screen) code() string {
	if s.finger < len(s.item.Problems) {
		return s.item.Problems[s.finger].Code
	}
	return ""
}

// sentence says how much is wrong.
func (s *Screen) sentence() string {
	errs := 0
	for _, p := range s.item.Problems {
		if p.Severity == source.Error {
			errs++
		}
	}
	switch {
	case s.item.Scenario == nil && errs <= 1:
		return "Something in this file keeps it from being read as a call."
	case errs == 1:
		return "One thing in it has to be mended first."
	}
	words := [...]string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"}
	if errs < len(words) {
		return words[errs] + " things in it have to be mended first."
	}
	return fmt.Sprintf("%d things in it have to be mended first.", errs)
}

// shortPath is the end of a path that a reader knows a file by.
func shortPath(path string) string {
	dir, file := filepath.Split(filepath.ToSlash(path))
	parent := filepath.Base(dir)
	if dir == "" || parent == "." || parent == "/" {
		return file
	}
	return parent + "/" + file
}

// For is the page for an error of the catalogue, if it is one of this kind.
func For(env screen.Env, name string, err error) (*Screen, bool) {
	var u *catalog.Unplayable
	if !errors.As(err, &u) {
		return nil, false
	}
	return New(env, catalog.Item{ID: name, Path: u.Path, Problems: u.Problems}), true
}
