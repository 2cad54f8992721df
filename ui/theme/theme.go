// Package theme is colour and glyph by role, made for one terminal.
//
// Its rule: no screen names a colour or a box-drawing character; it asks the
// theme for a role. A theme is made once per terminal (over SSH every guest has
// their own renderer) and never changed after.
package theme

import "github.com/charmbracelet/lipgloss"

// Theme is what every screen is given. Styles carry colour and weight only,
// never padding or width.
type Theme struct {
	Ink    lipgloss.Style // words
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
}

// Glyphs is one set of drawing characters, each one cell wide (More may be three).
type Glyphs struct {
	Rule                           string
	Heat                           [6]string // glad … furious
	Full, Half, Empty              string    // meters
	Trend                          [8]string
	TopLeft, TopRight              string // curve corners ╭ ╮
	BottomLeft, BottomRight        string // ╰ ╯
	Upright                        string // │
	BoldRule, BoldTL, BoldTR       string // what-if curve
	BoldBL, BoldBR, BoldUp         string
	Hurt, Ends, Advice             string // marks
	Here, Done, In, Out, None      string
	Minus, OpenQuote, CloseQuote   string
	More                           string
	ArrowU, ArrowD, ArrowL, ArrowR string
	Dot                            string // middle dot between facts
}
