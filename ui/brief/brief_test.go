package brief

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/sim"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

func opened(th *theme.Theme, w, h int, script string) *Screen {
	s := New(uitest.Env(th, w, h), uitest.Items()[0])
	s.Update(pastMsg{1})
	press(s, script)
	return s
}

func press(s *Screen, script string) (cmd tea.Cmd) {
	for _, k := range uitest.Keys(script) {
		_, cmd = s.Update(k)
	}
	return cmd
}

func TestThePage(t *testing.T) {
	for name, keys := range map[string]string{"practice": "", "test": "3|tab"} {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
			uitest.Golden(t, fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), opened(uitest.Plain(), size[0], size[1], keys).View())
		}
	}
	uitest.Golden(t, "practice-80x24-colour", opened(uitest.Colour(), 80, 24, "").View())
	uitest.Golden(t, "practice-80x24-ascii", opened(uitest.ASCII(), 80, 24, "").View())
}

func TestNothingThatIsForTrainersIsShown(t *testing.T) {
	page := opened(uitest.Plain(), 120, 43, "").View()
	for _, secret := range []string{"TRAINER WORDS", "NOTE WORDS", "MODEL WORDS"} {
		if strings.Contains(page, secret) {
			t.Errorf("the briefing shows %s", secret)
		}
	}
}

func TestKeysChooseAndAreRememberedForTheNextBriefing(t *testing.T) {
	cases := []struct {
		keys   string
		mode   sim.Mode
		typing bool
	}{
		{"", sim.Practice, true}, {"2", sim.Score, true}, {"3", sim.Test, true}, {"3|1", sim.Practice, true},
		{"tab", sim.Practice, false}, {"tab|shift+tab", sim.Practice, true}, {"4", sim.Practice, true},
	}
	for _, c := range cases {
		s := opened(uitest.Plain(), 80, 24, c.keys)
		if s.mode != c.mode || s.typing != c.typing {
			t.Errorf("%q: %s, typing %v", c.keys, s.mode, s.typing)
		}
		if next := New(s.env, uitest.Items()[1]); next.mode != c.mode || next.typing != c.typing {
			t.Errorf("%q: the next briefing has %s, typing %v", c.keys, next.mode, next.typing)
		}
	}
}

func TestATestSaysHowManyAttemptsAreLeft(t *testing.T) {
	for tests, want := range map[int]string{0: "2 attempts", 1: "one attempt left", 2: "no attempts left", 5: "no attempts left"} {
		s := opened(uitest.Plain(), 80, 24, "3")
		s.Update(pastMsg{tests})
		if !strings.Contains(s.View(), want) {
			t.Errorf("%d used: %q is not on the page", tests, want)
		}
		cmd := press(s, "enter")
		if begins := cmd != nil; begins != (tests < 2) {
			t.Errorf("%d used: begins %v", tests, begins)
		}
		if tests >= 2 && !strings.Contains(strings.Join(strings.Fields(s.View()), " "), "All 2 attempts") {
			t.Error("it does not say why")
		}
	}
}

func TestATestDoesNotBeginBeforeItsAttemptsAreCounted(t *testing.T) {
	s := New(uitest.Env(uitest.Plain(), 80, 24), uitest.Items()[0])
	if cmd := press(s, "3|enter"); cmd != nil {
		t.Error("it begins")
	}
	if cmd := press(s, "1|enter"); cmd == nil {
		t.Error("practice has to wait for the count")
	}
}

func TestEnterBeginsOnceAndARefusalCanBeTriedAgain(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, "")
	if press(s, "enter") == nil {
		t.Fatal("enter begins nothing")
	}
	if press(s, "enter") != nil {
		t.Error("a second enter begins another call")
	}
	s.Update(refusedMsg{"I could not read it: the file is not there."})
	if !strings.Contains(uitest.Text(s.View()), "I could not read") {
		t.Error("the reason is not shown")
	}
	if press(s, "enter") == nil {
		t.Error("it cannot be tried again")
	}
	if _, ok := press(s, "esc")().(screen.BackMsg); !ok {
		t.Error("esc does not go back")
	}
}

func TestALongBriefingIsScrolled(t *testing.T) {
	item := uitest.Items()[0]
	item.Scenario.Brief = strings.Repeat("Words that go on. ", 80) + "THE END"
	for _, size := range uitest.Sizes() {
		s := New(uitest.Env(uitest.Plain(), size[0], size[1]), item)
		if s.more() != strings.Contains(s.View(), "↓ more") {
			t.Errorf("%v: there is more: %v, and the page does not say so", size, s.more())
		}
		press(s, "end")
		uitest.Fits(t, s.View(), size[0], size[1])
		if !strings.Contains(strings.Join(strings.Fields(s.View()), " "), "that.") {
			t.Errorf("%v: the end is not shown", size)
		}
		was := s.from
		press(s, "down|pgdown")
		if s.from != was {
			t.Errorf("%v: it scrolls beyond the end", size)
		}
		press(s, "home|up|pgup")
		if s.from != 0 {
			t.Errorf("%v: it does not go back to the beginning", size)
		}
		if s.more() && press(s, "j") == nil && s.from != 1 {
			t.Errorf("%v: j does not scroll", size)
		}
	}
}

func TestItFitsEverySize(t *testing.T) {
	for _, th := range []*theme.Theme{uitest.Plain(), uitest.Colour(), uitest.ASCII()} {
		for _, size := range uitest.Sizes() {
			for _, item := range uitest.Items()[:6] {
				for _, keys := range []string{"", "3", "3|enter", "enter", "tab|end"} {
					s := New(uitest.Env(th, size[0], size[1]), item)
					s.Update(pastMsg{3})
					press(s, keys)
					uitest.Fits(t, s.View(), size[0], size[1])
				}
			}
		}
	}
}

func TestEveryKeyThatIsToldCanBeSent(t *testing.T) {
	s := opened(uitest.Plain(), 48, 16, "")
	uitest.Sendable(t, s.Help(), s.env.Theme.Glyphs)
}
