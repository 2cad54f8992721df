// Package theme is colour and glyph by role, made for one terminal.
//
// Its rule: no screen names a colour or a box-drawing character; it asks the
// theme for a role. A theme is made once per terminal (over SSH every guest has
// their own renderer) and never changed after. Styles carry colour and weight
// only, never padding or width.
//
// It imports nothing but Lip Gloss and what Lip Gloss imports, so that Go
// initialises it before Bubble Tea: see settle.go.
package theme

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Theme is what every screen is given.
type Theme struct {
	Ink    lipgloss.Style // words: the terminal's own foreground
	Bold   lipgloss.Style // the present, titles
	Quiet  lipgloss.Style // labels, the past
	Line   lipgloss.Style // rules and empty cells, never words
	Accent lipgloss.Style // where you are; your cool
	Helps  lipgloss.Style
	Hurts  lipgloss.Style
	Asks   lipgloss.Style
	Under  lipgloss.Style // underline: marked words, matched letters
	Cursor lipgloss.Style // the typing cell

	Glyphs Glyphs
	ASCII  bool // the right-hand glyph set; Text then speaks ASCII too

	plain bool // no colour, no weight, no line: a terminal without sequences
}

// Options are what a terminal or its owner asks for beside colour depth.
type Options struct {
	ASCII   bool // the glyphs that every encoding and every font has
	NoColor bool // no colour; bold and underline stay
}

// roles are the colours of one kind of terminal, as Lip Gloss numbers them. An
// empty one is the terminal's own foreground.
type roles struct{ quiet, line, accent, helps, hurts, asks string }

// The numbers were chosen by contrast, not by taste: text is at least 4.5 to 1
// over the common backgrounds of its kind, lines 3 to 1. Green on white is too
// faint in the 16 colours, so there what helps is ink, and its sign remains.
func rolesFor(profile termenv.Profile, dark, noColor bool) roles {
	switch {
	case noColor || profile == termenv.Ascii:
		return roles{}
	case profile == termenv.ANSI && dark:
		return roles{quiet: "7", line: "8", accent: "14", helps: "10", hurts: "9", asks: "11"}
	case profile == termenv.ANSI:
		return roles{quiet: "8", line: "8", accent: "4", helps: "", hurts: "1", asks: "5"}
	case dark:
		return roles{quiet: "248", line: "244", accent: "117", helps: "114", hurts: "210", asks: "179"}
	}
	return roles{quiet: "241", line: "244", accent: "25", helps: "22", hurts: "124", asks: "94"}
}

// New makes the theme of one terminal. The renderer tells how many colours there
// are; dark tells of the background, since a renderer would have to ask.
func New(r *lipgloss.Renderer, dark bool, o Options) *Theme {
	c := rolesFor(r.ColorProfile(), dark, o.NoColor)
	base := r.NewStyle()
	in := func(colour string) lipgloss.Style {
		if colour == "" {
			return base
		}
		return base.Foreground(lipgloss.Color(colour))
	}
	return &Theme{
		Ink:    base,
		Bold:   base.Bold(true),
		Quiet:  in(c.quiet),
		Line:   in(c.line),
		Accent: in(c.accent),
		Helps:  in(c.helps),
		Hurts:  in(c.hurts),
		Asks:   in(c.asks),
		Under:  base.Underline(true),
		Cursor: base.Reverse(true),
		Glyphs: glyphs(o.ASCII),
		ASCII:  o.ASCII,
		plain:  r.ColorProfile() == termenv.Ascii,
	}
}

// Underline renders a run of text in a style with a line under it. Lip Gloss would
// dress every letter on its own, which is ten bytes for one over SSH.
func (t *Theme) Underline(s lipgloss.Style, text string) string {
	if t.plain || text == "" {
		return s.Render(text)
	}
	const under, reset = "\x1b[4m", "\x1b[0m"
	out := s.Render(under + text)
	if !strings.HasSuffix(out, reset) {
		out += reset
	}
	return out
}
