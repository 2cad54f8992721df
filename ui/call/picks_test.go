package call

import (
	"strings"
	"testing"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/ui/calltest"
	"coolhead/ui/screen"
	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

// longest are the calls that ship, each at the turn with the most words to choose
// from.
func longest(t *testing.T, w, h int) []*Screen {
	t.Helper()
	c, err := catalog.Open(catalog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all []*Screen
	for _, item := range c.List() {
		cast, _, err := c.Find(item.Path)
		if err != nil {
			t.Fatal(err)
		}
		env, _ := calltest.Env(uitest.Plain(), w, h)
		most, at := 0, ""
		for i := range cast.Scenario.Turns {
			n := 0
			for _, p := range cast.Scenario.Turns[i].Picks {
				n += len(p.Text)
			}
			if n > most {
				most, at = n, cast.Scenario.Turns[i].ID
			}
		}
		all = append(all, New(env, cast, Options{Sim: sim.Options{At: at, Seed: 3}}))
	}
	return all
}

// onPage says whether the words of a choice stand on a page, wrapped or not.
func onPage(view, words string) bool {
	return strings.Contains(strings.Join(strings.Fields(view), " "), strings.Join(strings.Fields(widget.Clean(words)), " "))
}

func TestOnAnOrdinaryPageNoChoiceIsOutOfSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		for _, s := range longest(t, size[0], size[1]) {
			view := s.View()
			for _, c := range s.choices() {
				if s.mode == picking && !onPage(view, c.text) {
					t.Errorf("%v, %s: %q is not on the page\n%s", size, s.cast.Scenario.ID, c.text, view)
				}
			}
		}
	}
}

func TestOnAPhoneTheChoiceUnderTheFingerIsWholeAndMoreIsSaid(t *testing.T) {
	for _, size := range [][2]int{{48, 16}, {60, 18}} {
		for _, s := range longest(t, size[0], size[1]) {
			all := s.choices()
			for i := range all {
				if s.mode != picking {
					continue
				}
				view := s.View()
				uitest.Fits(t, view, size[0], size[1])
				if !onPage(view, all[i].text) {
					t.Errorf("%v, %s: the finger is on %q\n%s", size, s.cast.Scenario.ID, all[i].text, view)
				}
				if last := all[len(all)-1]; i == 0 && !onPage(view, last.text) && !strings.Contains(view, "↓ more") {
					t.Errorf("%v, %s: nothing says that there is more\n%s", size, s.cast.Scenario.ID, view)
				}
				for _, k := range uitest.Keys("down") {
					s.Update(k)
				}
			}
		}
	}
}

func TestAnOpenCardTakesItsRoomFromTheChoices(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {48, 16}} {
		for _, s := range longest(t, size[0], size[1]) {
			if s.mode != picking || len(s.cast.Scenario.Card.Knows) == 0 {
				continue
			}
			closed := len(s.lineRows())
			for _, k := range uitest.Keys("f") {
				s.Update(k)
			}
			view := s.View()
			uitest.Fits(t, view, size[0], size[1])
			if open := len(s.lineRows()); open > closed || size[0] == 80 && open > 6 {
				t.Errorf("%v: %d rows of choices beside the card, %d without\n%s", size, open, closed, view)
			}
			begins := strings.Join(strings.Fields(s.choices()[0].text)[:3], " ")
			if !onPage(view, begins) {
				t.Errorf("%v: the choice under the finger is gone\n%s", size, view)
			}
		}
	}
}

func TestTheKeysNameAsManyDigitsAsThereAreChoices(t *testing.T) {
	for _, s := range longest(t, 80, 24) {
		n := len(s.choices())
		if s.mode != picking || n < 2 {
			continue
		}
		if got, want := s.Help().Keys[0].Key, "1–"+string(rune('0'+n)); got != want {
			t.Errorf("%s: %q for %d choices", s.cast.Scenario.ID, got, n)
		}
		var page screen.Screen = s
		if !strings.Contains(page.View(), "1–"+string(rune('0'+n))+" choose") {
			t.Error(page.View())
		}
	}
}

func TestAPauseShowsTheWayOutOnEveryPage(t *testing.T) {
	for _, size := range uitest.Sizes() {
		for _, mode := range []sim.Mode{sim.Practice, sim.Score, sim.Test} {
			s := start(t, uitest.Plain(), size[0], size[1], Options{Sim: sim.Options{Mode: mode}})
			s.press("esc")
			if !strings.Contains(s.View(), "leave for now") {
				t.Errorf("%v, %s:\n%s", size, mode, s.View())
			}
		}
	}
}
