package theme

import (
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// init settles Lip Gloss's own renderer, which coolhead never draws with, before
// Bubble Tea's init asks it for the background: that question goes to the
// terminal, and a terminal that never answers would hold up even --help for
// five seconds. Go initialises packages in the order of their paths as soon as
// what they import is ready; "coolhead/…" stands before "github.com/…", and this
// package imports nothing that Bubble Tea does not wait for itself.
func init() {
	lipgloss.SetColorProfile(termenv.Ascii)
	lipgloss.SetHasDarkBackground(true)
}
