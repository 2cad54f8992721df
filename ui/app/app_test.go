package app

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"coolhead/ui/screen"
	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

// page is a screen that writes down what it is told.
type page struct {
	env     screen.Env
	name    string
	told    *[]string
	writing bool
}

type echoMsg struct{ says string }

func (p *page) say(format string, a ...any) {
	*p.told = append(*p.told, p.name+" "+fmt.Sprintf(format, a...))
}

func (p *page) Init() tea.Cmd { return nil }

func (p *page) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		switch name := msg.String(); name {
		case "o":
			return p, screen.Open(&page{env: p.env, name: p.name + "o", told: p.told})
		case "r":
			return p, screen.Replace(&page{env: p.env, name: p.name + "r", told: p.told})
		case "esc":
			return p, screen.Back
		case "e": // a command whose answer comes only after another screen opened
			return p, tea.Sequence(screen.Open(&page{env: p.env, name: p.name + "o", told: p.told}), nil)
		case "c":
			return p, tea.Batch(func() tea.Msg { return echoMsg{"one"} }, func() tea.Msg { return echoMsg{"two"} })
		case "x":
			panic("a fault in update")
		case "X":
			return p, func() tea.Msg { panic("a fault in a command") }
		default:
			p.say("key %s", name)
		}
	case screen.SizeMsg:
		p.env.Width, p.env.Height = msg.Width, msg.Height
		p.say("size %d×%d", msg.Width, msg.Height)
	case screen.CoveredMsg:
		p.say("covered %v", msg.Covered)
	case screen.LeaveMsg:
		p.say("leave")
		return p, func() tea.Msg { p.say("kept"); return nil }
	case echoMsg:
		p.say("echo %s", msg.says)
	}
	return p, nil
}

func (p *page) View() string {
	t := p.env.Theme
	return widget.Page(t, p.env.Width, p.env.Height, widget.Head(t, p.env.Width, p.name, ""), []string{"", "  the body of " + p.name}, widget.Foot(t, p.env.Width, p.Help()))
}

func (p *page) Help() screen.Help {
	return screen.Help{Title: "on a page", Esc: "esc back", Keys: []screen.Key{{Key: "o", Short: "open"}}}
}

func (p *page) Writing() bool { return p.writing }

// started is a running program with one page, and what its screens were told.
func started(t *testing.T, term Terminal) (*uitest.Player, *Model, *[]string) {
	t.Helper()
	told := &[]string{}
	m := New(screen.Env{Width: 80, Height: 24}, term, &bytes.Buffer{}, func(env screen.Env) screen.Screen {
		return &page{env: env, name: "a", told: told}
	})
	m.after = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	p := uitest.Start(m)
	return p, m, told
}

func plain() Terminal { return Terminal{Profile: termenv.Ascii, NoColor: true, Dark: true} }

func last(told *[]string, n int) string {
	all := *told
	return strings.Join(all[max(len(all)-n, 0):], ", ")
}

func TestScreensAreStackedAndGivenBack(t *testing.T) {
	p, m, told := started(t, plain())
	p.Press("o")
	if got := last(told, 2); got != "a covered true, ao size 80×24" {
		t.Errorf("after opening: %s", got)
	}
	p.Press("k")
	if got := last(told, 1); got != "ao key k" {
		t.Errorf("a key went to: %s", got)
	}
	p.Press("r|k")
	if got := last(told, 1); got != "aor key k" || len(m.stack) != 2 {
		t.Errorf("after replacing: %s, %d screens", got, len(m.stack))
	}
	p.Send(tea.WindowSizeMsg{Width: 100, Height: 30})
	p.Press("esc")
	if got := last(told, 2); got != "a size 100×30, a covered false" {
		t.Errorf("after going back: %s", got)
	}
	p.Press("esc")
	if !p.Quit {
		t.Error("leaving the last page does not end the program")
	}
}

func TestWhatACommandBringsGoesToTheScreenThatGaveIt(t *testing.T) {
	p, m, told := started(t, plain())
	p.Press("c")
	if got := last(told, 2); got != "a echo one, a echo two" {
		t.Errorf("a batch: %s", got)
	}
	late := own(m.stack[0].id, func() tea.Msg { return echoMsg{"late"} })
	gone := m.lastID + 1
	p.Press("o")
	p.Run(late)
	if got := last(told, 1); got != "a echo late" {
		t.Errorf("with a page on top: %s", got)
	}
	p.Press("esc")
	n := len(*told)
	p.Run(own(gone, func() tea.Msg { return echoMsg{"to nobody"} }))
	if len(*told) != n {
		t.Errorf("a page that has gone was told: %s", last(told, 1))
	}
}

func TestASequenceMayOpenAScreen(t *testing.T) {
	p, m, _ := started(t, plain())
	p.Press("e")
	if len(m.stack) != 2 {
		t.Errorf("%d screens", len(m.stack))
	}
}

func TestCtrlCAsksOnceAndKeepsAll(t *testing.T) {
	p, m, told := started(t, plain())
	p.Press("o|ctrl+c")
	if p.Quit || !strings.HasSuffix(p.View(), "  Once more to leave. All is kept.") {
		t.Fatalf("the first ctrl+c: %q", p.View())
	}
	uitest.Fits(t, p.View(), 80, 24)
	p.Press("k")
	if strings.Contains(p.View(), "Once more") {
		t.Error("another key does not take the question back")
	}
	p.Press("ctrl+c")
	p.Send(stayMsg{m.leaving})
	if strings.Contains(p.View(), "Once more") {
		t.Error("time does not take the question back")
	}
	p.Press("ctrl+c")
	p.Send(stayMsg{m.leaving - 1})
	if !strings.Contains(p.View(), "Once more") {
		t.Error("an older clock took the question back")
	}
	p.Press("ctrl+c")
	if !p.Quit {
		t.Fatal("the second ctrl+c does not leave")
	}
	if got := last(told, 4); got != "a leave, ao leave, a kept, ao kept" {
		t.Errorf("before leaving: %s", got)
	}
}

func TestCtrlLDrawsThePageAgain(t *testing.T) {
	p, _, told := started(t, plain())
	n := len(*told)
	p.Press("ctrl+l")
	if len(p.Other) != 1 || len(*told) != n {
		t.Errorf("%v, %s", p.Other, last(told, 1))
	}
}

func TestTheKeysPageReplacesThePageAndGivesItBack(t *testing.T) {
	for _, key := range []string{"?", "f1"} {
		p, _, told := started(t, plain())
		before := p.View()
		p.Press(key)
		if !strings.Contains(p.View(), "any key closes") || last(told, 1) != "a covered true" {
			t.Errorf("%s opens no keys page: %s", key, last(told, 1))
		}
		p.Press("k")
		if p.View() != before || last(told, 1) != "a covered false" {
			t.Errorf("the page is not as it was: %s", last(told, 1))
		}
	}
}

func TestAQuestionMarkIsALetterWhileWordsAreTyped(t *testing.T) {
	p, m, told := started(t, plain())
	m.stack[0].screen.(*page).writing = true
	p.Press("?")
	if got := last(told, 1); got != "a key ?" {
		t.Errorf("? went to: %s", got)
	}
	p.Press("f1")
	if !strings.Contains(p.View(), "any key closes") {
		t.Error("f1 opens no keys page while words are typed")
	}
}

func TestPastedWordsAreNeverKeys(t *testing.T) {
	p, m, told := started(t, plain())
	m.stack[0].screen.(*page).writing = true
	p.Send(uitest.Paste("?"))
	if p.Quit || m.keys || !strings.HasPrefix(last(told, 1), "a key") {
		t.Errorf("a pasted ? opened something: %s", last(told, 1))
	}
}

func TestTooSmall(t *testing.T) {
	p, _, told := started(t, plain())
	p.Send(tea.WindowSizeMsg{Width: 40, Height: 10})
	uitest.Golden(t, "too-small-40x10", p.View())
	if got := last(told, 1); got != "a covered true" {
		t.Errorf("the page behind: %s", got)
	}
	n := len(*told)
	p.Press("o|k|enter")
	if len(*told) != n {
		t.Errorf("keys go to a page that cannot be seen: %s", last(told, 1))
	}
	for _, size := range [][2]int{{20, 5}, {1, 1}, {47, 40}, {120, 15}, {3, 2}, {47, 15}} {
		p.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		uitest.Fits(t, p.View(), size[0], size[1])
	}
	p.Send(tea.WindowSizeMsg{Width: 48, Height: 16})
	if got := last(told, 2); got != "a size 48×16, a covered false" {
		t.Errorf("large enough again: %s", got)
	}
	p.Send(tea.WindowSizeMsg{})
	if got := last(told, 1); got != "a size 80×24" {
		t.Errorf("size unknown: %s", got)
	}
	p.Send(tea.WindowSizeMsg{Width: 20, Height: 5})
	p.Press("esc")
	if !p.Quit {
		t.Error("esc does not leave a window that is too small")
	}
}

func TestEverythingFitsAtEverySize(t *testing.T) {
	for _, term := range []Terminal{plain(), {Profile: termenv.ANSI256, Dark: true}, {Profile: termenv.ANSI256, ASCII: true}} {
		p, _, _ := started(t, term)
		for _, size := range append(uitest.Sizes(), [2]int{20, 5}) {
			p.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			uitest.Fits(t, p.View(), size[0], size[1])
			p.Press("?")
			uitest.Fits(t, p.View(), size[0], size[1])
			p.Press("ctrl+c")
			uitest.Fits(t, p.View(), size[0], size[1])
			p.Press("x")
		}
	}
}

func TestAFaultEndsTheProgramWithASentence(t *testing.T) {
	for _, key := range []string{"x", "X"} {
		p, m, _ := started(t, plain())
		p.Press(key)
		var fault *Fault
		if !p.Quit || !errors.As(m.Err(), &fault) {
			t.Fatalf("%s: quit %v, error %v", key, p.Quit, m.Err())
		}
		if s := fault.Error(); strings.Contains(s, "goroutine") || !strings.Contains(s, "a fault in") || len(fault.Stack) == 0 {
			t.Errorf("%s: %q", key, s)
		}
	}
}

func TestNoFaultIsNoError(t *testing.T) {
	p, m, _ := started(t, plain())
	p.Press("esc")
	if m.Err() != nil {
		t.Error(m.Err())
	}
}

func TestCopyGoesToTheTerminalsOwnClipboard(t *testing.T) {
	var out bytes.Buffer
	var env screen.Env
	m := New(screen.Env{}, Terminal{Profile: termenv.ANSI256}, &out, func(e screen.Env) screen.Screen {
		env = e
		return &page{env: e, told: &[]string{}}
	})
	uitest.Start(m).Run(env.Copy("29:30 error"))
	if got, want := out.String(), "\x1b]52;c;Mjk6MzAgZXJyb3I=\a"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
