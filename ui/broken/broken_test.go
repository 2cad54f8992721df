package broken

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/ui/edit"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

func opened(th *theme.Theme, w, h int) *Screen {
	env := uitest.Env(th, w, h)
	env.Copy = func(string) tea.Cmd { return nil }
	return New(env, uitest.Broken())
}

func press(s *Screen, script string) (cmd tea.Cmd) {
	for _, k := range uitest.Keys(script) {
		_, cmd = s.Update(k)
	}
	return cmd
}

func TestThePage(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
		uitest.Golden(t, fmt.Sprintf("broken-%dx%d", size[0], size[1]), opened(uitest.Plain(), size[0], size[1]).View())
	}
	uitest.Golden(t, "broken-80x24-colour", opened(uitest.Colour(), 80, 24).View())
	uitest.Golden(t, "broken-80x24-ascii", opened(uitest.ASCII(), 80, 24).View())
}

func TestNoLineOfTheFileIsShown(t *testing.T) {
	s := opened(uitest.Plain(), 120, 40)
	for _, text := range []string{s.View(), s.lines()} {
		for _, secret := range []string{"MODEL WORDS", "TRAP WORDS", "NOTE WORDS", "HELP WORDS"} {
			if strings.Contains(text, secret) {
				t.Errorf("the page shows %s", secret)
			}
		}
	}
}

func TestKeysOfThePage(t *testing.T) {
	copied := ""
	s := opened(uitest.Plain(), 80, 24)
	s.env.Copy = func(text string) tea.Cmd { copied = text; return nil }
	for _, c := range []struct {
		keys string
		want int
	}{{"down", 1}, {"j", 1}, {"up", 0}, {"k", 0}, {"end", 1}, {"home", 0}} {
		press(s, c.keys)
		if s.finger != c.want {
			t.Errorf("%s: finger %d", c.keys, s.finger)
		}
	}
	press(s, "y")
	if want := "my/my-call.yaml:29:30 error CH101 No turn is called “detials”.\n"; !strings.HasPrefix(copied, want) {
		t.Errorf("copied %q", copied)
	}
	if _, back := press(s, "esc")().(screen.BackMsg); !back {
		t.Error("esc does not go back")
	}
	if _, read := press(s, "r")().(readMsg); !read {
		t.Error("r does not read the file again")
	}
}

func TestTheFileAsItIsNow(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24)
	press(s, "down")
	better := uitest.Broken()
	better.Problems = better.Problems[:1]
	s.Update(readMsg{better, true})
	if page := s.View(); strings.Contains(page, "CH202") || !strings.Contains(page, "Read again") {
		t.Errorf("one thing mended: %s", page)
	}
	_, cmd := s.Update(readMsg{uitest.Items()[0], true})
	if msg, ok := cmd().(screen.ReplaceMsg); !ok || !strings.Contains(msg.Screen.View(), "The refund that never came") {
		t.Error("a file that is whole again does not lead to its briefing")
	}
	s.Update(readMsg{})
	if !strings.Contains(s.View(), "not there any more") {
		t.Error("a file that is gone is not said to be")
	}
}

func TestManyProblemsScrollToTheFinger(t *testing.T) {
	item := uitest.Broken()
	for i := range 60 {
		p := item.Problems[0]
		p.Line = 100 + i
		item.Problems = append(item.Problems, p)
	}
	for _, size := range uitest.Sizes() {
		s := New(uitest.Env(uitest.Plain(), size[0], size[1]), item)
		press(s, "end")
		uitest.Fits(t, s.View(), size[0], size[1])
		if !strings.Contains(s.View(), "159:30") {
			t.Errorf("%v: the last problem is not shown", size)
		}
	}
}

func TestAnErrorOfTheCatalogue(t *testing.T) {
	env := uitest.Env(uitest.Plain(), 80, 24)
	err := fmt.Errorf("play: %w", &catalog.Unplayable{Path: "a/b.yaml", Problems: []source.Problem{{Code: "CH001", Message: "It is empty."}}})
	if s, ok := For(env, "b", err); !ok || !strings.Contains(s.View(), "It is empty.") {
		t.Error("an unplayable file has no page")
	}
	if _, ok := For(env, "b", errors.New("other")); ok {
		t.Error("another error has a page")
	}
}

func TestEveryKeyThatIsToldCanBeSent(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24)
	uitest.Sendable(t, s.Help(), s.env.Theme.Glyphs)
}

func TestWhoeverWroteItIsLedToTheAuthorsPage(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24)
	if press(s, "e") != nil {
		t.Error("a guest is led to the lines of the file")
	}
	s.env.Author = &screen.Author{}
	uitest.Golden(t, "broken-author-80x24", s.View())
	open, ok := press(s, "e")().(screen.OpenMsg)
	if _, author := open.Screen.(*edit.Screen); !ok || !author {
		t.Fatalf("e opens %T", open.Screen)
	}
	s.Update(screen.CoveredMsg{Covered: true})
	_, cmd := s.Update(screen.CoveredMsg{})
	if cmd == nil {
		t.Fatal("back from there the file is not read again")
	}
	if _, read := cmd().(readMsg); !read {
		t.Errorf("back from there: %T", cmd())
	}
	s.item.Path = "built-in/calls/gate.yaml"
	if press(s, "e") != nil {
		t.Error("a part of coolhead itself is opened")
	}
}
