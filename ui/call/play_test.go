package call

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/calltest"
	"coolhead/ui/debrief"
	"coolhead/ui/screen"
	"coolhead/ui/uitest"
)

func kept(t *testing.T, o Options) (*player, *store.Store) {
	t.Helper()
	env, clock := calltest.Env(uitest.Plain(), 80, 24)
	st := store.Open(store.Options{Dir: t.TempDir(), Now: clock.Now, ID: func() string { return "one" }})
	env.Store = st
	p := &player{Screen: New(env, calltest.Cast(t), o), clock: clock}
	p.after = func(_ time.Duration, msg tea.Msg) tea.Cmd { p.waits = append(p.waits, msg); return nil }
	p.run(p.Init())
	clock.Add(time.Second)
	return p, st
}

func TestWhatIsHalfTypedSurvivesEverything(t *testing.T) {
	p, st := kept(t, Options{Typed: true})
	p.press("This is half a ")
	for _, keys := range []string{"tab", "tab", "esc", "esc", "ctrl+f", "esc", "ctrl+g", "esc"} {
		p.press(keys)
	}
	p.send(screen.SizeMsg{Width: 48, Height: 16})
	if got := p.line.Value(); got != "This is half a " {
		t.Fatalf("the line holds %q", got)
	}
	draft, err := st.Draft(p.keep.attempt)
	if err != nil || draft != "This is half a " {
		t.Errorf("on disk: %q, %v", draft, err)
	}
	p.press("sentence")
	p.send(screen.LeaveMsg{})
	if draft, _ := st.Draft(p.keep.attempt); draft != "This is half a sentence" {
		t.Errorf("after leaving: %q", draft)
	}
}

func TestEveryStepIsOnDiskInOrderAndGivesTheSameCall(t *testing.T) {
	p, st := kept(t, Options{Typed: true, Sim: sim.Options{Seed: 4}})
	p.press("That's our policy.|enter|This is on us.|enter|ctrl+g|esc|" + sorry + "|enter|ctrl+r|You're right.|enter|By Friday.|enter")
	a, err := st.Load(p.keep.attempt)
	if err != nil {
		t.Fatal(err)
	}
	if err := sim.Verify(calltest.Cast(t), a.Events); err != nil {
		t.Error(err)
	}
	if len(a.Events) != len(p.call.Events()) {
		t.Errorf("%d events on disk, %d in the call", len(a.Events), len(p.call.Events()))
	}
	if draft, _ := st.Draft(p.keep.attempt); draft != "" {
		t.Errorf("a draft is left behind: %q", draft)
	}
}

func TestAFullDiskIsSaidAndTheCallGoesOn(t *testing.T) {
	p := start(t, uitest.Plain(), 80, 24, Options{Typed: true})
	p.press("This is on us.|enter")
	p.send(keptMsg{errors.New("This reply is not on disk yet: the disk is full. The call goes on; free some space and it is kept.")})
	if view := p.View(); !strings.Contains(view, "not on disk yet: the disk is full") {
		t.Errorf("nothing is said of it:\n%s", view)
	}
	p.press("You're right.|enter")
	if p.call.Replies() != 2 {
		t.Error("the call stood still")
	}
	p.send(keptMsg{})
	if strings.Contains(p.View(), "disk") {
		t.Error("it is still said after it was kept")
	}
}

func TestADraftThatIsKeptDoesNotHideAReplyThatIsNot(t *testing.T) {
	env, clock := calltest.Env(uitest.Plain(), 80, 24)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "attempts"), []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	env.Store = store.Open(store.Options{Dir: dir, Now: clock.Now, ID: func() string { return "one" }})
	p := &player{Screen: New(env, calltest.Cast(t), Options{Typed: true}), clock: clock}
	p.after = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	p.run(p.Init())
	clock.Add(time.Second)
	for _, keys := range []string{"This is on us.|enter", "You are ", "esc|enter"} {
		p.press(keys)
		if view := p.View(); !strings.Contains(view, "This reply is not on disk yet") {
			t.Errorf("after %q nothing is said of it:\n%s", keys, view)
		}
	}
	if err := os.Remove(filepath.Join(dir, "attempts")); err != nil {
		t.Fatal(err)
	}
	p.press("right.|enter")
	if strings.Contains(p.View(), "disk") {
		t.Errorf("it is still said after it was kept:\n%s", p.View())
	}
	a, err := env.Store.Load(p.keep.attempt)
	if err != nil || len(a.Events) != len(p.call.Events()) {
		t.Errorf("%d of %d events are kept, %v", len(a.Events), len(p.call.Events()), err)
	}
}

func TestACopyThatCouldNotBeKeptIsTriedAgainWithTheNextReply(t *testing.T) {
	p, _ := kept(t, Options{Typed: true})
	tries := 0
	p.run(p.keep.put(ofSources, func() error {
		if tries++; tries < 3 {
			return errors.New("I could not keep a copy of what is played: the disk is full.")
		}
		return nil
	}))
	p.press("This is on us.|enter")
	if !strings.Contains(p.View(), "a copy of what is played") {
		t.Error("nothing is said of it")
	}
	p.press("You're right.|enter")
	if tries != 3 || strings.Contains(p.View(), "a copy of what is played") {
		t.Errorf("%d tries, and the page\n%s", tries, p.View())
	}
}

func TestEnterWaitsAMomentAfterTheCustomersLine(t *testing.T) {
	p := start(t, uitest.Plain(), 80, 24, Options{})
	p.press("enter")
	p.spokeAt = p.clock.Now()
	p.send(uitest.Keys("enter")[0])
	if p.call.Replies() != 1 {
		t.Fatal("a second enter at once said something more")
	}
	p.clock.Add(tooSoon)
	p.send(uitest.Keys("enter")[0])
	if p.call.Replies() != 2 {
		t.Error("enter after a moment says nothing")
	}
}

func TestSilenceIsCountedOnlyWhileNothingIsTyped(t *testing.T) {
	p := start(t, uitest.Plain(), 80, 24, Options{Typed: true})
	pending := func() silenceMsg {
		for i := len(p.waits) - 1; i >= 0; i-- {
			if m, ok := p.waits[i].(silenceMsg); ok {
				return m
			}
		}
		t.Fatal("no silence is waited for")
		return silenceMsg{}
	}
	first := pending()
	p.press("a")
	p.clock.Add(time.Minute)
	p.send(first)
	if len(p.call.Events()) != 2 {
		t.Fatal("silence was counted while something was typed")
	}
	p.press("backspace")
	p.clock.Add(19 * time.Second)
	p.send(pending())
	if last := p.call.Events()[len(p.call.Events())-1]; last.Line != "Hello? Are you there?" {
		t.Errorf("after the silence: %+v", last)
	}
	before := len(p.call.Events())
	p.press("esc")
	p.clock.Add(time.Hour)
	p.send(first)
	if len(p.call.Events()) != before || p.clockRuns() {
		t.Error("time ran on while the call was paused")
	}
}

func (p *player) clockRuns() bool { return p.Screen.clock.running }

func TestLeavingATestAsksForTheWord(t *testing.T) {
	p := start(t, uitest.Plain(), 80, 24, Options{Sim: sim.Options{Mode: sim.Test, Attempt: 1}})
	p.press("esc|l|enter")
	if p.left {
		t.Fatal("left without the word")
	}
	p.press("esc|l|leave|enter")
	if !p.left {
		t.Error("the word does not leave")
	}
	q := start(t, uitest.Plain(), 80, 24, Options{}).press("esc|l")
	if !q.left {
		t.Error("practice asks to be let go")
	}
}

func TestAfterTheEndComesTheDebriefAndBackFromIt(t *testing.T) {
	p := start(t, uitest.Plain(), 80, 24, Options{Typed: true})
	p.press("This is on us, Dana.|enter|You're right.|enter|By Friday.|enter|enter")
	d, ok := p.next.(*debrief.Screen)
	if !ok {
		t.Fatalf("after the end: %T", p.next)
	}
	_, cmd := d.Update(uitest.Keys("s")[0])
	msgs := calltest.Messages(cmd)
	if len(msgs) != 1 {
		t.Fatalf("s brings %v", msgs)
	}
	again, ok := msgs[0].(screen.ReplaceMsg).Screen.(*Screen)
	if !ok || again.mode != rewinding {
		t.Fatalf("s opens %T", msgs[0])
	}
	back := &player{Screen: again, clock: p.clock}
	back.again.Update(screen.SizeMsg{Width: 80, Height: 24})
	back.press("This is on us.|enter")
	if _, over := back.call.Ended(); over {
		t.Error("the call is still over after saying it again")
	}
}

func TestTheFuseIsItsShareOfTheLine(t *testing.T) {
	for _, c := range []struct{ patience, width, want int }{
		{60, 76, 76}, {30, 76, 38}, {0, 76, 0}, {80, 76, 76}, {7, 76, 9}, {1, 76, 1}, {60, 116, 116}, {-3, 76, 0},
	} {
		if got := fuseCells(c.patience, c.width); got != c.want {
			t.Errorf("patience %d on %d cells: %d, not %d", c.patience, c.width, got, c.want)
		}
	}
}

func TestKeysThatCannotActSayWhy(t *testing.T) {
	for _, c := range []struct {
		mode sim.Mode
		keys string
		want string
	}{
		{sim.Score, "h", "Hints rest in score mode."},
		{sim.Test, "h", "Hints rest in test mode."},
		{sim.Score, "r", "Rewinding rests in score mode."},
		{sim.Score, "y", "Notes rest in score mode."},
		{sim.Practice, "r", "Nothing has been said yet"},
		{sim.Practice, "y", "Nothing is marked yet."},
	} {
		p := start(t, uitest.Plain(), 80, 24, Options{Sim: sim.Options{Mode: c.mode, Attempt: 1}}).press(c.keys)
		if !strings.Contains(p.View(), c.want) {
			t.Errorf("%s in %s mode does not say %q:\n%s", c.keys, c.mode, c.want, p.View())
		}
		if p.press("down"); strings.Contains(p.View(), c.want) {
			t.Error("it is said for ever")
		}
	}
}

func TestEveryKeyInTheHelpCanBePressed(t *testing.T) {
	arrows := strings.NewReplacer("↑↓", "up", "←→", "left", "alt+←", "alt+left", "alt+→", "alt+right", "pgdn", "pgdown", "1–2", "1", "1–3", "1", "1–4", "1", "1–5", "1")
	for _, s := range states {
		h := start(t, uitest.Plain(), 80, 24, s.o).press(s.keys).Help()
		seen := map[string]bool{}
		for _, k := range h.Keys {
			for _, name := range strings.Fields(arrows.Replace(k.Key)) {
				if !uitest.Known(name) {
					t.Errorf("%s: no terminal sends %q", s.name, name)
				}
				if seen[name] {
					t.Errorf("%s: %q stands there twice", s.name, name)
				}
				seen[name] = true
			}
		}
	}
}
