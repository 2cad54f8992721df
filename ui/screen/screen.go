// Package screen is what every screen is: a small model that the root routes to.
//
// Its rule: a screen never reaches into another. It asks to be left, or for
// another screen, by a message that stands here. What a screen's own command
// brings back is given to that screen, whatever lies on top of it by then.
package screen

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// Screen is one page. Update never does slow work: that goes into a Cmd.
type Screen interface {
	Init() tea.Cmd
	Update(tea.Msg) (Screen, tea.Cmd)
	View() string // exactly Height rows, none wider than Width
	Help() Help   // for the foot and the keys page
}

// Writer is a screen on which words can be typed. While Writing says true a ? is
// a letter; else it opens the keys page. On an empty line it says false.
type Writer interface{ Writing() bool }

// Help is a screen's keys: one source for the foot and the keys page.
type Help = widget.Help

// Key is one key and what it does.
type Key = widget.Key

// Env is what the root gives each screen.
type Env struct {
	Theme         *theme.Theme
	Width, Height int // 80×24 until the terminal says otherwise
	Catalog       *catalog.Catalog
	Store         *store.Store
	Name          string // the trainee's, "" if unknown
	Now           func() time.Time
	Seed          func() int64 // for a new call; --seed fixes it
	Mode          sim.Mode     // of the call to start
	Typing        bool         // typing rather than picking
	Pauses        bool         // scenario pauses are shown

	// Choice remembers the mode and the way of answering from one briefing to
	// the next; all screens of a guest share it. Nil: nothing is remembered.
	Choice *Choice
	// Author is what a writer of scenarios has here. Nil: a guest, who opens and
	// writes no file of this machine.
	Author *Author
	// Copy puts words on the clipboard of the terminal's owner, who may be far
	// away. Nil: it cannot.
	Copy func(string) tea.Cmd
}

// Choice is what was last chosen on a briefing.
type Choice struct {
	Mode   sim.Mode
	Typing bool
}

// Author is somebody who writes scenarios on this machine.
type Author struct {
	Editor string // the command that opens a file, "" where none is named
}

// BackMsg asks for the page before.
type BackMsg struct{}

// OpenMsg asks for a screen on top of this one.
type OpenMsg struct{ Screen Screen }

// ReplaceMsg asks for a screen in place of this one.
type ReplaceMsg struct{ Screen Screen }

// SizeMsg is sent after a resize, with the new size. A screen that comes back to
// the top is sent one too if the size changed meanwhile.
type SizeMsg struct{ Width, Height int }

// CoveredMsg says that a screen cannot be seen now (the keys page, a window too
// small, another screen on top), or can be seen again. Clocks rest while covered.
// A screen that comes back may have been changed under its feet: lists read again.
type CoveredMsg struct{ Covered bool }

// LeaveMsg comes before the program ends: what a screen wants kept, it keeps in
// the command it returns. The program waits for it.
type LeaveMsg struct{}

// Open is the command that asks for a screen.
func Open(s Screen) tea.Cmd { return func() tea.Msg { return OpenMsg{s} } }

// Replace is the command that asks for a screen in place of this one.
func Replace(s Screen) tea.Cmd { return func() tea.Msg { return ReplaceMsg{s} } }

// Back is the command that asks for the page before.
func Back() tea.Msg { return BackMsg{} }
