package app

import (
	"io"
	"runtime"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Terminal is what is known of a terminal without asking it.
type Terminal struct {
	Profile termenv.Profile
	NoColor bool
	ASCII   bool
	// Ask says that its background is unknown and that it may be asked for.
	Ask  bool
	Dark bool // where it is known; dark unless something says otherwise
}

// TerminalFor reads the environment a terminal announces itself by, and what its
// owner set: theme is "dark", "light" or "" for find out. Nothing is written to
// the terminal.
func TerminalFor(getenv func(string) string, theme string, ascii bool) Terminal {
	t := Terminal{
		Profile: profile(getenv),
		NoColor: getenv("NO_COLOR") != "",
		ASCII:   ascii || !wideGlyphs(getenv),
		Dark:    true,
	}
	if t.Profile == termenv.Ascii {
		t.NoColor = true
	}
	switch {
	case theme == "dark" || theme == "light":
		t.Dark = theme == "dark"
	case t.NoColor:
	case getenv("COLORFGBG") != "":
		t.Dark = darkByFGBG(getenv("COLORFGBG"))
	default:
		t.Ask = answers(getenv("TERM"))
	}
	return t
}

// profile is how many colours there are. No more than 256 are ever used, since
// SSH does not announce more.
func profile(getenv func(string) string) termenv.Profile {
	term := strings.ToLower(getenv("TERM"))
	if term == "" && runtime.GOOS == "windows" {
		return termenv.ANSI256
	}
	switch {
	case term == "" || term == "dumb":
		return termenv.Ascii
	case getenv("COLORTERM") != "", strings.Contains(term, "256color"):
		return termenv.ANSI256
	}
	for _, known := range []string{"kitty", "alacritty", "ghostty", "wezterm", "foot", "direct"} {
		if strings.Contains(term, known) {
			return termenv.ANSI256
		}
	}
	return termenv.ANSI
}

// wideGlyphs says that the drawing characters are there and one cell wide: the
// encoding is UTF-8, and the locale is none where they are drawn double.
func wideGlyphs(getenv func(string) string) bool {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale = strings.ToLower(getenv(name)); locale != "" {
			break
		}
	}
	if locale == "" {
		return true
	}
	for _, double := range []string{"zh", "ja", "ko"} {
		if strings.HasPrefix(locale, double) {
			return false
		}
	}
	return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
}

// darkByFGBG reads "15;0" or "15;default;0": the last figure is the background.
func darkByFGBG(v string) bool {
	switch v[strings.LastIndexByte(v, ';')+1:] {
	case "7", "9", "10", "11", "12", "13", "14", "15":
		return false
	}
	return true
}

// answers says that a terminal of this name may be asked for its background. The
// Linux console prints such questions on its screen.
func answers(term string) bool {
	return term != "" && term != "dumb" && !strings.HasPrefix(term, "linux") && !strings.HasPrefix(term, "vt")
}

// renderer is a terminal's own renderer, which never asks it anything.
func (t Terminal) renderer(w io.Writer) *lipgloss.Renderer {
	p := t.Profile
	if p != termenv.Ascii && t.NoColor {
		p = termenv.ANSI // for bold and underline
	}
	r := lipgloss.NewRenderer(w, termenv.WithProfile(p))
	r.SetColorProfile(p)
	r.SetHasDarkBackground(t.Dark)
	return r
}
