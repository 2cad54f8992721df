package find

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/ui/past"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

// opened is the page with the sample library, after some keys.
func opened(th *theme.Theme, w, h int, script string) *Screen {
	s := New(uitest.Env(th, w, h))
	s.Update(loadedMsg{uitest.Items(), uitest.Past()})
	press(s, script)
	return s
}

func press(s *Screen, script string) (cmd tea.Cmd) {
	for _, k := range uitest.Keys(script) {
		_, cmd = s.Update(k)
	}
	return cmd
}

func titles(s *Screen) string {
	var all []string
	for _, r := range s.shown {
		all = append(all, r.item.ID)
	}
	return strings.Join(all, " ")
}

func TestThePage(t *testing.T) {
	cases := []struct{ name, keys string }{{"all", ""}, {"refnd", "refnd|down"}, {"nothing", "helicoptr"}, {"broken", "first"}}
	for _, c := range cases {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
			uitest.Golden(t, fmt.Sprintf("%s-%dx%d", c.name, size[0], size[1]), opened(uitest.Plain(), size[0], size[1], c.keys).View())
		}
	}
	uitest.Golden(t, "refnd-80x24-colour", opened(uitest.Colour(), 80, 24, "refnd").View())
	uitest.Golden(t, "refnd-80x24-ascii", opened(uitest.ASCII(), 80, 24, "refnd").View())
}

func TestWordsNarrow(t *testing.T) {
	cases := []struct{ name, query, want string }{
		{"nothing typed shows all", "", "third-call closed-card vouchers charged-thrice gate tin my-call"},
		{"letters of a word, one left out", "refnd", "third-call closed-card vouchers charged-thrice"},
		{"a sector", "bank", "closed-card"},
		{"a sector and a level", "travel 2", "vouchers"},
		{"a level by its word", "level 1", "tin"},
		{"a number is whole: 1 is not 14", "14", "gate tin"},
		{"a channel", "chat", "charged-thrice"},
		{"first letters of words", "trtnc", "third-call"},
		{"what is taught, by its id", "owns-it", "third-call"},
		{"capitals do not matter", "REFUND", "closed-card third-call vouchers charged-thrice"},
		{"letters strewn over a title are no match", "helicoptr", ""},
		{"every word must be found", "refund spaceship", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := opened(uitest.Plain(), 80, 24, c.query)
			got := titles(s)
			if c.name == "capitals do not matter" || strings.Contains(c.name, "letters of a word") {
				// Order among equals is the matcher's own.
				if len(strings.Fields(got)) != len(strings.Fields(c.want)) {
					t.Errorf("got %s, want %s", got, c.want)
				}
				return
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMatchedLettersAreUnderlined(t *testing.T) {
	page := opened(uitest.Colour(), 80, 24, "gate").View()
	if !strings.Contains(page, "\x1b[4mgate\x1b[0m") {
		t.Errorf("no letters underlined: %q", page)
	}
}

func TestEnterOpensTheRowThatIsShownNow(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, "bank")
	msg, ok := press(s, "enter")().(screen.OpenMsg)
	if !ok || !strings.Contains(msg.Screen.View(), "Refund to a closed card") {
		t.Errorf("enter opened %T", msg.Screen)
	}
	if cmd := press(opened(uitest.Plain(), 80, 24, "helicoptr"), "enter"); cmd != nil {
		t.Error("enter opens something where nothing is shown")
	}
	msg, ok = press(opened(uitest.Plain(), 80, 24, "first"), "enter")().(screen.OpenMsg)
	if !ok || !strings.Contains(msg.Screen.View(), "cannot be played") {
		t.Errorf("a file that cannot be played opened %T", msg.Screen)
	}
}

func TestKeysOfThePage(t *testing.T) {
	cases := []struct {
		keys, line string
		finger     int
	}{
		{"down", "", 1}, {"down|down|up", "", 1}, {"up", "", 0}, {"end", "", 6}, {"end|home", "", 0},
		{"pgdown", "", 6}, {"pgdown|pgup", "", 0}, {"down|r", "r", 0}, {"ref|backspace", "re", 0},
		{"ref|ctrl+u", "", 0}, {"one two|ctrl+w", "one ", 0}, {"/", "", 0}, {"a/b", "a/b", 0}, {"ab|left|x", "axb", 0}, {"?", "?", 0},
		{"ctrl+n|ctrl+n|ctrl+p", "", 1}, {"ctrl+j", "", 0}, {"ab|home|x", "xab", 0}, {"ab|home|end|x", "abx", 0}, {"ref|esc", "", 0},
	}
	for _, c := range cases {
		s := opened(uitest.Plain(), 80, 24, c.keys)
		if s.line.Value() != c.line || s.finger != c.finger {
			t.Errorf("%s: line %q, finger %d", c.keys, s.line.Value(), s.finger)
		}
	}
	if _, back := press(opened(uitest.Plain(), 80, 24, "ref|esc"), "esc")().(screen.BackMsg); !back {
		t.Error("esc on an empty line does not go back")
	}
}

func TestPastedLinesAreOneRow(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, "")
	s.Update(uitest.Paste("bank\n4\x1b"))
	if got := s.line.Value(); got != "bank 4^[" {
		t.Errorf("%q", got)
	}
}

func TestTheFingerStaysOnItsCallWhenTheListIsReadAgain(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, "down|down")
	items := uitest.Items()
	s.Update(loadedMsg{items[1:], past.Past{}})
	if r, ok := s.under(); !ok || r.item.ID != "vouchers" {
		t.Errorf("the finger is on %s", r.item.ID)
	}
}

func TestBeforeTheListIsReadAndWithoutOne(t *testing.T) {
	s := New(uitest.Env(uitest.Plain(), 80, 24))
	if page := s.View(); !strings.Contains(page, "Looking for calls") {
		t.Errorf("before: %q", page)
	}
	if cmd := press(s, "down|enter"); cmd != nil {
		t.Error("enter opens something before the list is there")
	}
	s.Update(loadedMsg{})
	if page := s.View(); !strings.Contains(page, "the library is empty") {
		t.Errorf("empty: %q", page)
	}
}

func TestItFitsEverySizeAndShowsTheFinger(t *testing.T) {
	for _, th := range []*theme.Theme{uitest.Plain(), uitest.Colour(), uitest.ASCII()} {
		for _, size := range uitest.Sizes() {
			for _, keys := range []string{"", "end", "refnd", "helicoptr", strings.Repeat("我的退款 long words ", 30)} {
				s := opened(th, size[0], size[1], keys)
				uitest.Fits(t, s.View(), size[0], size[1])
				if r, ok := s.under(); ok && !strings.Contains(uitest.Text(s.View()), th.Glyphs.Here+" "+th.Text(r.title)[:12]) {
					t.Errorf("%v %q: the finger's row is not on the page", size, keys)
				}
			}
			s := opened(th, 80, 24, "end")
			s.Update(screen.SizeMsg{Width: size[0], Height: size[1]})
			uitest.Fits(t, s.View(), size[0], size[1])
		}
	}
}

func TestATitleCannotCommandTheTerminal(t *testing.T) {
	items := uitest.Items()[:1]
	items[0].Title = "\x1b[2Jgone"
	s := New(uitest.Env(uitest.Plain(), 120, 40))
	s.Update(loadedMsg{items: items})
	if page := s.View(); strings.Contains(page, "\x1b[2J") {
		t.Error("an escape of a title reaches the terminal")
	}
}

func TestWhatCannotBePlayedComesLast(t *testing.T) {
	items := uitest.Items()
	items = append([]catalog.Item{items[len(items)-1]}, items[:2]...)
	s := New(uitest.Env(uitest.Plain(), 80, 24))
	s.Update(loadedMsg{items: items})
	if got := titles(s); got != "third-call closed-card my-call" {
		t.Errorf("got %s", got)
	}
}

func TestEveryKeyThatIsToldCanBeSent(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, "")
	uitest.Sendable(t, s.Help(), s.env.Theme.Glyphs)
}
