package rewind

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/sim"
	"coolhead/ui/calltest"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

var about = About{Title: "The refund that never came", Who: "Dana"}

// talked is a call of three replies, one of them rewound before.
func talked(t *testing.T) *sim.Call {
	t.Helper()
	c := sim.Start(calltest.Cast(t), sim.Options{Seed: 1})
	say := func(text string) {
		if _, err := c.Reply(text); err != nil {
			t.Fatal(err)
		}
	}
	say("Three calls for one refund is on us, Dana. I'm opening 4411 now.")
	say("That's our policy.")
	if _, err := c.Rewind(2); err != nil {
		t.Fatal(err)
	}
	say("I understand that's frustrating, but the system shows it as sent.")
	say("Let me look again, one moment.")
	return c
}

// player is the page in a test: what its commands bring comes back at once.
type player struct {
	*Screen
	asked []tea.Msg // of the call
}

func open(t *testing.T, th *theme.Theme, w, h int, a About, reply int, script string) *player {
	t.Helper()
	env, _ := calltest.Env(th, w, h)
	a.Later = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	p := &player{Screen: New(env, talked(t), a, reply)}
	for _, k := range uitest.Keys(script) {
		p.send(k)
	}
	return p
}

func (p *player) send(msg tea.Msg) {
	for _, m := range calltest.Messages(p.Update(msg)) {
		switch m.(type) {
		case PlayOnMsg, LeaveMsg:
			p.asked = append(p.asked, m)
		default:
			p.send(m)
		}
	}
}

const better = "You're right, that's three weeks late. "

func TestThePage(t *testing.T) {
	for _, c := range []struct{ name, keys string }{{"open", ""}, {"what-if", better}} {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
			uitest.Golden(t, fmt.Sprintf("%s-%dx%d", c.name, size[0], size[1]), open(t, uitest.Plain(), size[0], size[1], about, 2, c.keys).View())
		}
	}
	uitest.Golden(t, "what-if-80x24-colour", open(t, uitest.Colour(), 80, 24, about, 2, better).View())
	th := uitest.ASCII()
	uitest.Golden(t, "what-if-80x24-ascii", th.Cells(open(t, th, 80, 24, about, 2, better).View()))
	for _, size := range uitest.Sizes() {
		uitest.Fits(t, open(t, uitest.Plain(), size[0], size[1], about, 2, better).View(), size[0], size[1])
	}
}

func TestNothingChangesUntilItIsAskedFor(t *testing.T) {
	p := open(t, uitest.Plain(), 80, 24, about, 0, better+"|up|up|down")
	events := len(p.call.Events())
	p.View()
	if len(p.call.Events()) != events || p.call.Replies() != 3 {
		t.Error("trying words changed the call")
	}
	p.send(uitest.Keys("enter")[0])
	want := PlayOnMsg{To: 2, Text: strings.TrimSpace(better)}
	if len(p.asked) != 1 || p.asked[0] != want {
		t.Errorf("enter asks for %v, not %v", p.asked, want)
	}
	p.send(uitest.Keys("esc")[0])
	if len(p.asked) != 2 || p.asked[1] != (LeaveMsg{}) {
		t.Errorf("esc asks for %v", p.asked)
	}
}

func TestAPauseInTypingFoldsTheCall(t *testing.T) {
	p := open(t, uitest.Plain(), 80, 24, about, 2, "You're right")
	if p.folded == nil || p.folded.text != "You're" {
		t.Fatalf("while a word grows, what is folded is %v", p.folded)
	}
	_, rest := p.coach.Key(p.line.Value(), p.line.At())
	p.send(rest)
	if p.folded == nil || p.folded.outcome.Reply.Reply != "You're right" {
		t.Fatalf("folded %v", p.folded)
	}
	if p.folded.outcome.State.Heat >= p.said[1].After.Heat {
		t.Error("agreeing does not cool")
	}
	late := *p.folded
	p.send(uitest.Keys("!")[0])
	p.send(late)
	if p.folded.text != "You're right!" {
		t.Error("an answer to older words is shown")
	}
}

func TestASilentCustomersMoodStaysHidden(t *testing.T) {
	hidden := about
	hidden.Silent = true
	view := open(t, uitest.Plain(), 80, 24, hidden, 2, better).View()
	for _, word := range []string{"angry", "furious", "upset", "Heat"} {
		if strings.Contains(view, word) {
			t.Errorf("the page tells %q:\n%s", word, view)
		}
	}
}

func TestBeforeTheFirstReplyThereIsNothingToSayAgain(t *testing.T) {
	env, _ := calltest.Env(uitest.Plain(), 80, 24)
	if New(env, sim.Start(calltest.Cast(t), sim.Options{}), about, 0) != nil {
		t.Error("a page opens on nothing")
	}
	p := open(t, uitest.Plain(), 80, 24, about, 0, "")
	p.send(screen.SizeMsg{Width: 48, Height: 16})
	uitest.Fits(t, p.View(), 48, 16)
}

func TestEnterStandsInTheFootOfEveryPage(t *testing.T) {
	for _, size := range uitest.Sizes() {
		if page := open(t, uitest.Plain(), size[0], size[1], about, 2, "").View(); !strings.Contains(page, "enter play on") {
			t.Errorf("%v:\n%s", size, page)
		}
	}
}
