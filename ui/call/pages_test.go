package call

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/sim"
	"coolhead/ui/calltest"
	"coolhead/ui/coach"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

// player is a call in a test, and the clock it is played by.
type player struct {
	*Screen
	clock *calltest.Clock
	left  bool          // it has asked for the page before
	next  screen.Screen // it has asked for another page in its place
	waits []tea.Msg     // what its clock would bring
}

func start(t testing.TB, th *theme.Theme, w, h int, o Options) *player {
	t.Helper()
	env, clock := calltest.Env(th, w, h)
	if o.Sim.Seed == 0 {
		o.Sim.Seed = 1
	}
	cast := calltest.Cast(t)
	p := &player{Screen: New(env, cast, o), clock: clock}
	p.after = func(_ time.Duration, msg tea.Msg) tea.Cmd { p.waits = append(p.waits, msg); return nil }
	p.run(p.Init())
	clock.Add(time.Second)
	return p
}

// press types keys; between them the clock moves on, as it does for people.
func (p *player) press(script string) *player {
	for _, k := range uitest.Keys(script) {
		p.send(k)
		p.clock.Add(time.Second)
	}
	return p
}

// send gives the screen a message, and back to it what its commands bring.
func (p *player) send(msg tea.Msg) {
	_, cmd := p.Update(msg)
	p.run(cmd)
}

func (p *player) run(cmd tea.Cmd) {
	for _, m := range calltest.Messages(cmd) {
		switch m := m.(type) {
		case screen.BackMsg:
			p.left = true
		case screen.ReplaceMsg:
			p.next = m.Screen
		case nil:
		default:
			p.send(m)
		}
	}
}

const sorry = "I understand that's frustrating, but the system shows it as sent."

// states are the states of a call, each reached by keys alone.
var states = []struct {
	name string
	o    Options
	keys string
}{
	{"pick", Options{}, "2"},
	{"type", Options{Typed: true}, "This is on us, Dana.|enter|I understand that's frustrating, but it leaves today and lands by Friday; I'll mail you proof "},
	{"note", Options{Typed: true}, "This is on us, Dana.|enter|" + sorry + "|enter"},
	{"hint", Options{Typed: true}, "This is on us, Dana.|enter|" + sorry + "|enter|You're ri|ctrl+g"},
	{"why", Options{Typed: true}, sorry + "|enter|ctrl+y|ctrl+y"},
	{"card", Options{}, "f"},
	{"paused", Options{Typed: true}, "This is on |esc"},
	{"leaving", Options{Typed: true}, "That's our policy.|enter|That's our policy!|enter|This is on us, but it is our policy.|enter|That is our policy but no.|enter"},
	{"over", Options{Typed: true}, "This is on us, Dana.|enter|You're right.|enter|By Friday.|enter"},
	{"score", Options{Sim: sim.Options{Mode: sim.Score}, Typed: true}, sorry + "|enter|ctrl+g"},
	{"test", Options{Sim: sim.Options{Mode: sim.Test, Attempt: 1}, Typed: true}, sorry + "|enter|This is on us "},
	{"leave-test", Options{Sim: sim.Options{Mode: sim.Test, Attempt: 1}}, "esc|l|lea"},
	{"rewound", Options{Typed: true}, "This is on us, Dana.|enter|" + sorry + "|enter|ctrl+r|You're right.|enter"},
}

func TestEveryStateOfACall(t *testing.T) {
	for _, s := range states {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				view := start(t, uitest.Plain(), size[0], size[1], s.o).press(s.keys).View()
				uitest.Fits(t, view, size[0], size[1])
				uitest.Golden(t, fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), view)
			})
		}
	}
	uitest.Golden(t, "note-80x24-colour", start(t, uitest.Colour(), 80, 24, states[2].o).press(states[2].keys).View())
	th := uitest.ASCII()
	uitest.Golden(t, "type-80x24-ascii", th.Cells(start(t, th, 80, 24, states[1].o).press(states[1].keys).View()))
}

func TestEveryStateFitsEveryWindow(t *testing.T) {
	for _, s := range states {
		for _, size := range uitest.Sizes() {
			uitest.Fits(t, start(t, uitest.Plain(), size[0], size[1], s.o).press(s.keys).View(), size[0], size[1])
		}
	}
}

func TestASilentCustomerStaysThinAndWhole(t *testing.T) {
	env, clock := calltest.Env(uitest.Plain(), 80, 24)
	cast := calltest.Cast(t)
	cast.Persona.Silent = true
	p := &player{Screen: New(env, cast, Options{Typed: true}), clock: clock}
	p.after = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	p.clock.Add(time.Second)
	view := p.press("That's our policy.|enter|That's our policy, but no.|enter").View()
	uitest.Golden(t, "silent-80x24", view)
	for i, row := range strings.Split(view, "\n")[3:16] {
		if cell := []rune(row)[p.grid.Upright]; cell != '▏' {
			t.Errorf("row %d: the upright line swells to %q for a customer who hides it", i+4, cell)
		}
	}
	if strings.Contains(view, "heat") || strings.Contains(view, "furious") {
		t.Error("the heat is told")
	}
}

func TestAKeyRedrawsTheLineAlone(t *testing.T) {
	p := start(t, uitest.Plain(), 80, 24, Options{Typed: true}).press("This is on us, Dana.|enter|Yes ")
	p.View()
	count := func() [4]int { return [4]int{p.head.drawn, p.talk.drawn, p.fuse.drawn, p.foot.drawn} }
	before, lines := count(), p.typed.drawn
	for _, k := range uitest.Keys("and it is our policy ") {
		p.send(k)
		p.View()
	}
	if after := count(); after != before {
		t.Errorf("head, talk, fuse and foot were drawn %v times, now %v", before, after)
	}
	if p.typed.drawn == lines {
		t.Error("the line was not drawn at all")
	}
	drawn := p.typed.drawn
	p.View()
	if p.typed.drawn != drawn {
		t.Error("looking at it draws the line again")
	}
}

func TestMarksSettleAtTheEndOfAWord(t *testing.T) {
	p := start(t, uitest.Plain(), 80, 24, Options{Typed: true}).press("This is on us")
	if len(p.coach.Shown) != 0 {
		t.Fatalf("marked while the word grows: %v", p.coach.Shown)
	}
	p.press(".")
	if len(coach.Names(p.coach.Shown)) != 1 {
		t.Fatalf("the stop did not settle it: %v", p.coach.Shown)
	}
	p.send(coach.SettleMsg{})
	if len(coach.Names(p.coach.Shown)) != 1 {
		t.Error("a late rest changed the marks")
	}
}

func BenchmarkKeyWithTheCoachOn(b *testing.B) {
	p := start(b, uitest.Colour(), 120, 40, Options{Typed: true}).press("This is on us, Dana.|enter")
	keys := uitest.Keys("I understand that is frustrating, but the system shows it as sent. By Friday it is there. ")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%len(keys) == 0 {
			p.line.Reset()
		}
		p.Update(keys[i%len(keys)])
		p.View()
	}
}
