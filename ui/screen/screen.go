// Package screen is what every screen is: a small model that the root routes to.
//
// Its rule: a screen never reaches into another. It asks to be left, or for
// another screen, by a message that stands here.
package screen

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/theme"
)

// Screen is one page. Update never does slow work: that goes into a Cmd.
type Screen interface {
	Init() tea.Cmd
	Update(tea.Msg) (Screen, tea.Cmd)
	View() string // exactly Height rows, none wider than Width
	Help() Help   // for the foot and the keys page
}

// Help is a screen's keys: one source for the foot and the keys page.
type Help struct {
	Title string // "in a call, typing"
	Keys  []Key  // in order of the foot; the first five stand there
	Esc   string // what esc does, in the foot's words: "esc pause"
}

// Key is one key and what it does. Long is for the keys page; empty: Short.
type Key struct {
	Key, Short, Long string
	Off              bool // works, but is only told on the keys page
}

// Env is what the root gives each screen.
type Env struct {
	Theme         *theme.Theme
	Width, Height int // at least 80×24 until the terminal says otherwise
	Catalog       *catalog.Catalog
	Store         *store.Store
	Name          string // the trainee's, "" if unknown
	Now           func() time.Time
	Seed          func() int64 // for a new call; --seed fixes it
	Mode          sim.Mode     // remembered, changed on the briefing
	Typing        bool         // remembered: typing rather than picking
	Pauses        bool         // scenario pauses are shown
}

// BackMsg asks for the page before.
type BackMsg struct{}

// OpenMsg asks for a screen on top of this one.
type OpenMsg struct{ Screen Screen }

// ReplaceMsg asks for a screen in place of this one.
type ReplaceMsg struct{ Screen Screen }

// SizeMsg is sent after a resize, with the new size.
type SizeMsg struct{ Width, Height int }

// Open is the command that asks for a screen.
func Open(s Screen) tea.Cmd { return func() tea.Msg { return OpenMsg{s} } }

// Replace is the command that asks for a screen in place of this one.
func Replace(s Screen) tea.Cmd { return func() tea.Msg { return ReplaceMsg{s} } }

// Back is the command that asks for the page before.
func Back() tea.Msg { return BackMsg{} }
