package app

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"coolhead/ui/screen"
	"coolhead/ui/uitest"
)

// answer is how Bubble Tea gives "\x1b]11;rgb:RGB\x1b\\".
func answer(rgb string) []tea.KeyMsg {
	return []tea.KeyMsg{
		{Type: tea.KeyRunes, Runes: []rune("]"), Alt: true},
		{Type: tea.KeyRunes, Runes: []rune("11;rgb:" + rgb)},
		{Type: tea.KeyRunes, Runes: []rune(`\`), Alt: true},
	}
}

// asked is a program that waits for the terminal's answer, and its clock.
func asked(t *testing.T) (p *uitest.Player, m *Model, out *bytes.Buffer, told *[]string) {
	t.Helper()
	out, told = &bytes.Buffer{}, &[]string{}
	m = New(screen.Env{}, Terminal{Profile: termenv.ANSI256, Dark: true, Ask: true}, out, func(env screen.Env) screen.Screen {
		return &page{env: env, name: "a", told: told}
	})
	m.after = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	return uitest.Start(m), m, out, told
}

func TestTheAnswerSettlesTheTheme(t *testing.T) {
	cases := []struct {
		name, rgb string
		dark      bool
	}{
		{"black", "0000/0000/0000", true}, {"white", "ffff/ffff/ffff", false}, {"solarized dark", "0000/2b2b/3636", true},
		{"solarized light", "fdfd/f6f6/e3e3", false}, {"two digits a colour", "1e/1e/1e", true}, {"two bright digits", "fa/fa/fa", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, m, out, _ := asked(t)
			if out.String() != question || p.View() != "" {
				t.Fatalf("asked %q, showed %q", out.String(), p.View())
			}
			for _, k := range answer(c.rgb) {
				p.Send(k)
			}
			if !m.open || m.term.Dark != c.dark {
				t.Errorf("open %v, dark %v", m.open, m.term.Dark)
			}
		})
	}
}

func TestATerminalThatDoesNotAnswerIsNotWaitedFor(t *testing.T) {
	p, m, _, _ := asked(t)
	p.Send(answerMsg{})
	if !m.open || !m.term.Dark || !strings.Contains(p.View(), "the body of a") {
		t.Errorf("open %v, dark %v: %q", m.open, m.term.Dark, p.View())
	}
}

func TestNoKeyIsLostAndNoAnswerIsTaken(t *testing.T) {
	st := answer("ffff/ffff/ffff")
	bel := append(answer("ffff/ffff/ffff")[:2:2], uitest.Keys("ctrl+g")...)
	cases := []struct {
		name string
		msgs []tea.Msg
		want string // the keys that reach the page, in order
	}{
		{"keys before the answer wait for the page", msgs("k", st, "l"), "k l"},
		{"the answer may end in a bell", msgs("k", bel, "l"), "k l"},
		{"a ctrl+g of one's own is a key", msgs(bel, "ctrl+g"), "ctrl+g"},
		{"a late answer is taken out", msgs(answerMsg{}, "k", st, "l"), "k l"},
		{"a late answer with a bell too", msgs(answerMsg{}, bel, "ctrl+g"), "ctrl+g"},
		{"alt+] of one's own comes with the next key", msgs(answerMsg{}, "alt+]", "k"), "alt+] k"},
		{"alt+] before the limit comes when the time is over", msgs("alt+]", answerMsg{}, "k"), "alt+] k"},
		{"words that only look like an answer are words", msgs(answerMsg{}, "alt+]", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("11;rgb")}), "alt+] 11;rgb"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, _, _, told := asked(t)
			for _, m := range c.msgs {
				p.Send(m)
			}
			var keys []string
			for _, s := range *told {
				if k, ok := strings.CutPrefix(s, "a key "); ok {
					keys = append(keys, k)
				}
			}
			if got := strings.Join(keys, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// msgs flattens keys by name, answers and other messages.
func msgs(parts ...any) []tea.Msg {
	var out []tea.Msg
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			for _, k := range uitest.Keys(p) {
				out = append(out, k)
			}
		case []tea.KeyMsg:
			for _, k := range p {
				out = append(out, k)
			}
		default:
			out = append(out, p)
		}
	}
	return out
}

func TestWhatIsKnownWithoutAsking(t *testing.T) {
	cases := []struct {
		name, env, theme string
		want             string
	}{
		{"a terminal of 256 colours is asked", "TERM=xterm-256color LANG=en_GB.UTF-8", "", "256 dark ask"},
		{"16 colours", "TERM=xterm LANG=en_GB.UTF-8", "", "16 dark ask"},
		{"true colour is 256", "TERM=xterm COLORTERM=truecolor", "", "256 dark ask"},
		{"a theme that was set is believed", "TERM=xterm-256color", "light", "256 light"},
		{"COLORFGBG tells of light", "TERM=rxvt COLORFGBG=0;15", "", "16 light"},
		{"COLORFGBG tells of dark", "TERM=rxvt COLORFGBG=15;default;0", "", "16 dark"},
		{"NO_COLOR needs no answer", "TERM=xterm-256color NO_COLOR=1", "", "256 dark mono"},
		{"a dumb terminal is not asked", "TERM=dumb", "", "none dark mono"},
		{"no terminal's name is none", "", "", "none dark mono"},
		{"the Linux console is not asked", "TERM=linux", "", "16 dark"},
		{"Japanese draws glyphs double", "TERM=linux LANG=ja_JP.UTF-8", "", "16 dark ascii"},
		{"an encoding that is not UTF-8", "TERM=linux LC_ALL=de_DE.ISO-8859-1 LANG=de_DE.UTF-8", "", "16 dark ascii"},
		{"LC_CTYPE goes before LANG", "TERM=linux LC_CTYPE=en_GB.UTF-8 LANG=C", "", "16 dark"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			env := map[string]string{}
			for _, kv := range strings.Fields(c.env) {
				k, v, _ := strings.Cut(kv, "=")
				env[k] = v
			}
			term := TerminalFor(func(k string) string { return env[k] }, c.theme, false)
			got := map[termenv.Profile]string{termenv.Ascii: "none", termenv.ANSI: "16", termenv.ANSI256: "256"}[term.Profile]
			got += map[bool]string{true: " dark", false: " light"}[term.Dark]
			for word, on := range map[string]bool{" ask": term.Ask, " mono": term.NoColor, " ascii": term.ASCII} {
				if on {
					got += word
				}
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	if s := fmt.Sprint(background("11;rgb:zz/00/00")); s != "true false" {
		t.Errorf("a colour that is none: %s", s)
	}
}
