package debrief

import (
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/ui/uitest"
)

func pressT(t *testing.T, s *Screen) string {
	t.Helper()
	_, cmd := s.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("t")})
	if cmd != nil {
		s.Update(cmd())
	}
	return s.said
}

func TestTAddsTheCallToItsTestsOnce(t *testing.T) {
	n := 0
	var fails error
	s := New(uitest.Env(uitest.Plain(), 80, 24), dana(), AsTest(func() (string, error) { n++; return "refund.yaml has the test “x” now.", fails }))
	fails = errors.New("the disk is full")
	if said := pressT(t, s); said != "The test was not kept: the disk is full" {
		t.Errorf("it failed, and said %q", said)
	}
	fails = nil
	if said := pressT(t, s); said != "refund.yaml has the test “x” now." || !strings.Contains(s.View(), said) {
		t.Errorf("it was kept, and said %q", said)
	}
	if said := pressT(t, s); n != 2 || !strings.Contains(said, "one of its scenario's tests now") {
		t.Errorf("asked again it did it %d times and said %q", n, said)
	}
}

func TestTStandsInTheFootWhereTheFileIsOnesOwn(t *testing.T) {
	for _, width := range []int{80, 100, 120} {
		s := New(uitest.Env(uitest.Plain(), width, 24), dana(), AsTest(func() (string, error) { return "", nil }))
		for p := range pages {
			s.show(p)
			rows := strings.Split(strings.TrimRight(s.View(), "\n"), "\n")
			if foot := rows[len(rows)-1]; !strings.Contains(foot, "t keep as a test") || !strings.Contains(foot, "? keys") {
				t.Errorf("page %d, %d columns: the foot is %q", p, width, foot)
			}
		}
	}
}

func TestTIsNoKeyWhereNoFileCanTakeATest(t *testing.T) {
	s := New(uitest.Env(uitest.Plain(), 80, 24), dana())
	if said := pressT(t, s); said != "" {
		t.Errorf("it said %q", said)
	}
	for _, k := range s.Help().Keys {
		if k.Key == "t" {
			t.Error("it is told on the keys page")
		}
	}
}
