// Package uitest drives screens in tests, without a terminal.
//
// Its rule: keys go in as a terminal would send them, commands are run at once
// and in order, and what is looked at is View. Nothing sleeps; only tests import
// it.
package uitest

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Plain is a theme without colour: what golden files of text are drawn with.
func Plain() *theme.Theme { return With(termenv.Ascii, true, theme.Options{}) }

// Colour is the theme of a dark terminal of 256 colours.
func Colour() *theme.Theme { return With(termenv.ANSI256, true, theme.Options{}) }

// ASCII is Plain with the glyphs that every font has.
func ASCII() *theme.Theme { return With(termenv.Ascii, true, theme.Options{ASCII: true}) }

// With is a theme of some terminal.
func With(p termenv.Profile, dark bool, o theme.Options) *theme.Theme {
	r := lipgloss.NewRenderer(io.Discard, termenv.WithProfile(p))
	r.SetColorProfile(p)
	r.SetHasDarkBackground(dark)
	return theme.New(r, dark, o)
}

// Keys are keys as Bubble Tea gives them: words between bars, each either the
// name of a key ("enter", "ctrl+w", "alt+left") or text, typed letter by letter.
func Keys(script string) []tea.KeyMsg {
	var out []tea.KeyMsg
	for _, word := range strings.Split(script, "|") {
		if k, ok := named(word); ok {
			out = append(out, k)
			continue
		}
		for _, r := range word {
			out = append(out, letter(r))
		}
	}
	return out
}

// Paste is text that came between the marks of a bracketed paste.
func Paste(text string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}
}

func letter(r rune) tea.KeyMsg {
	if r == ' ' {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
}

// named looks a key up by the name that Bubble Tea itself gives it, so that a name
// no terminal can send is not known here either.
func named(name string) (tea.KeyMsg, bool) {
	bare, alt := strings.CutPrefix(name, "alt+")
	for t := tea.KeyType(-80); t <= 127; t++ {
		k := tea.KeyMsg{Type: t}
		if t != tea.KeyRunes && t != tea.KeySpace && k.String() == bare && bare != "" {
			k.Alt = alt
			return k, true
		}
	}
	if r := []rune(bare); alt && len(r) == 1 {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: r, Alt: true}, true
	}
	return tea.KeyMsg{}, false
}

// Known says that a terminal can send a key of this name.
func Known(name string) bool {
	_, ok := named(name)
	return ok || len([]rune(name)) == 1
}

// Sendable fails for a key that is told of and that no terminal can send.
func Sendable(t *testing.T, help widget.Help, glyphs theme.Glyphs) {
	t.Helper()
	words := map[string]bool{
		"or": true, "type": true, "pgdn": true, glyphs.ArrowU + glyphs.ArrowD: true,
		"1" + glyphs.None + "2": true, "1" + glyphs.None + "3": true,
	}
	for _, k := range help.Keys {
		for _, name := range strings.Fields(k.Key) {
			if !words[name] && !Known(name) {
				t.Errorf("no terminal sends %q", name)
			}
		}
		if k.Short == "" && k.Long == "" {
			t.Errorf("nothing is said of %s", k.Key)
		}
	}
	if !strings.HasPrefix(help.Esc, "esc ") || help.Title == "" {
		t.Errorf("esc %q, title %q", help.Esc, help.Title)
	}
}

// Golden holds text against testdata/NAME.golden; -update writes it.
func Golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	got = trimRows(got)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; -update writes it", err)
	}
	if string(want) != got {
		t.Errorf("%s differs; -update writes it anew\n--- is\n%s\n--- should be\n%s", path, got, want)
	}
}

// trimRows takes the spaces at the ends of rows away, as editors do.
func trimRows(s string) string {
	rows := strings.Split(s, "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

// Fits fails unless a page has exactly height rows, none wider than width.
func Fits(t *testing.T, page string, width, height int) {
	t.Helper()
	rows := strings.Split(page, "\n")
	if len(rows) != height {
		t.Errorf("%d×%d: the page has %d rows", width, height, len(rows))
	}
	for i, r := range rows {
		if w := widget.Width(r); w > width {
			t.Errorf("%d×%d: row %d is %d cells wide: %q", width, height, i+1, w, r)
		}
	}
}

// Sizes are the windows every screen has to fit.
func Sizes() [][2]int {
	return [][2]int{{48, 16}, {48, 24}, {60, 20}, {79, 24}, {80, 16}, {80, 24}, {81, 25}, {100, 30}, {109, 24}, {110, 24}, {120, 40}, {132, 43}, {200, 60}}
}

// Text is a page without its colours.
func Text(page string) string { return ansi.Strip(page) }
