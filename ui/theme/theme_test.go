package theme_test

import (
	"io"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"coolhead/ui/theme"
)

func made(p termenv.Profile, dark bool, o theme.Options) *theme.Theme {
	r := lipgloss.NewRenderer(io.Discard, termenv.WithProfile(p))
	r.SetColorProfile(p)
	return theme.New(r, dark, o)
}

func TestRolesOfEachKindOfTerminal(t *testing.T) {
	cases := []struct {
		name    string
		profile termenv.Profile
		dark    bool
		o       theme.Options
		want    []string // quiet, line, accent, helps, hurts, asks
	}{
		{"256 colours on dark", termenv.ANSI256, true, theme.Options{}, []string{"38;5;248", "38;5;244", "38;5;117", "38;5;114", "38;5;210", "38;5;179"}},
		{"256 colours on light", termenv.ANSI256, false, theme.Options{}, []string{"38;5;241", "38;5;244", "38;5;25", "38;5;22", "38;5;124", "38;5;94"}},
		{"true colour draws the same 256", termenv.TrueColor, true, theme.Options{}, []string{"38;5;248", "38;5;244", "38;5;117", "38;5;114", "38;5;210", "38;5;179"}},
		{"16 colours on dark", termenv.ANSI, true, theme.Options{}, []string{"37", "90", "96", "92", "91", "93"}},
		{"16 colours on light have no green", termenv.ANSI, false, theme.Options{}, []string{"90", "90", "34", "", "31", "35"}},
		{"NO_COLOR", termenv.ANSI, true, theme.Options{NoColor: true}, []string{"", "", "", "", "", ""}},
		{"a terminal without colours", termenv.Ascii, true, theme.Options{}, []string{"", "", "", "", "", ""}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			th := made(c.profile, c.dark, c.o)
			for i, s := range []lipgloss.Style{th.Quiet, th.Line, th.Accent, th.Helps, th.Hurts, th.Asks} {
				want := "x"
				if c.want[i] != "" {
					want = "\x1b[" + c.want[i] + "mx\x1b[0m"
				}
				if got := s.Render("x"); got != want {
					t.Errorf("role %d: got %q, want %q", i, got, want)
				}
			}
			if got := th.Ink.Render("x"); got != "x" {
				t.Errorf("ink is not the terminal's own: %q", got)
			}
		})
	}
}

func TestNoColorKeepsBoldUnderlineAndTheTypingCell(t *testing.T) {
	th := made(termenv.ANSI, true, theme.Options{NoColor: true})
	for name, got := range map[string]string{"1": th.Bold.Render("x"), "7": th.Cursor.Render("x")} {
		if got != "\x1b["+name+"mx\x1b[0m" {
			t.Errorf("SGR %s: %q", name, got)
		}
	}
	if got := th.Under.Render("x"); !strings.Contains(got, "\x1b[4") {
		t.Errorf("underline: %q", got)
	}
}

// cells walks through every glyph of a set.
func cells(g theme.Glyphs, f func(name, glyph string)) {
	v := reflect.ValueOf(g)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch field := v.Field(i); field.Kind() {
		case reflect.String:
			f(name, field.String())
		case reflect.Array:
			for k := range field.Len() {
				f(name, field.Index(k).String())
			}
		}
	}
}

func TestBothGlyphSetsAreOneCellEach(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		th := made(termenv.Ascii, true, theme.Options{ASCII: ascii})
		cells(th.Glyphs, func(name, glyph string) {
			want := 1
			if ascii && name == "More" {
				want = 3
			}
			if ansi.StringWidth(glyph) != want {
				t.Errorf("%s: %q is %d cells", name, glyph, ansi.StringWidth(glyph))
			}
			if ascii && (glyph[0] < ' ' || glyph[0] > '~' || len(glyph) != want) {
				t.Errorf("%s: %q is not ASCII", name, glyph)
			}
		})
	}
}

func TestAnASCIIPageHasNoGlyphLeftAndKeepsItsCells(t *testing.T) {
	th := made(termenv.Ascii, true, theme.Options{ASCII: true})
	var all strings.Builder
	cells(made(termenv.Ascii, true, theme.Options{}).Glyphs, func(_, glyph string) { all.WriteString(glyph) })
	page := all.String() + "“you’re” – 40 × 10 …"
	got := th.Cells(page)
	if ansi.StringWidth(got) != ansi.StringWidth(page) {
		t.Errorf("%q has another width than %q", got, page)
	}
	for _, r := range got {
		if r > '~' {
			t.Errorf("%q is left in %q", r, got)
		}
	}
	if got := th.Text("“48 hours” …"); got != `"48 hours" ...` {
		t.Errorf("Text: %q", got)
	}
	if got := th.Cells("é 我"); got != "é 我" {
		t.Errorf("letters were changed: %q", got)
	}
}

// The child's environment promises colour, which only a settled renderer ignores.
// That nothing is written to a real terminal is tested in ui/app.
func TestTheDefaultRendererIsSettled(t *testing.T) {
	if os.Getenv("THEME_CHILD") == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestTheDefaultRendererIsSettled$")
		cmd.Env = append(os.Environ(), "THEME_CHILD=1", "TERM=xterm-256color", "CLICOLOR_FORCE=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return
	}
	if lipgloss.ColorProfile() != termenv.Ascii || !lipgloss.HasDarkBackground() {
		t.Error("Lip Gloss's own renderer would look at the terminal")
	}
}
