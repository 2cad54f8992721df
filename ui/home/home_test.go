package home

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scenarios"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/author"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

// oneDay is what the page knows on an ordinary day.
func oneDay() known {
	items := uitest.Items()
	p := uitest.Past()
	_, try, _ := p.Last()
	return known{
		loaded: true, items: items[:len(items)-1], past: p,
		left: &left{id: "5", scenario: "gate", title: "Nobody leaves from gate 14", customer: "Dana Roth", replies: 2, about: 7, mood: scenarios.Angry},
		last: &last{
			title: "The refund that never came", try: try, turned: 3,
			curve: []scenarios.Mood{scenarios.Angry, scenarios.Upset, scenarios.Angry, scenarios.Upset, scenarios.Wary, scenarios.Calm},
			words: "You're right, that's three weeks late. Let me see where it stopped.",
		},
		facts: []scenarios.Fact{{ID: "sorry", Claim: "One short, exact apology; then two things you can do.", Source: "Filmed airport desks", Year: 2018}},
	}
}

func firstDay() known {
	k := oneDay()
	return known{loaded: true, items: k.items, facts: k.facts}
}

func opened(th *theme.Theme, w, h int, k known) *Screen {
	s := New(uitest.Env(th, w, h))
	s.Update(k)
	return s
}

func press(s *Screen, script string) (cmd tea.Cmd) {
	for _, k := range uitest.Keys(script) {
		_, cmd = s.Update(k)
	}
	return cmd
}

func TestThePage(t *testing.T) {
	for name, k := range map[string]known{"day": oneDay(), "first": firstDay(), "empty": {loaded: true}} {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
			uitest.Golden(t, fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), opened(uitest.Plain(), size[0], size[1], k).View())
		}
	}
	uitest.Golden(t, "day-80x24-colour", opened(uitest.Colour(), 80, 24, oneDay()).View())
	uitest.Golden(t, "day-120x40-ascii", opened(uitest.ASCII(), 120, 40, oneDay()).View())
}

func TestRowsWithNothingBehindThemAreLeftOut(t *testing.T) {
	cases := []struct {
		name string
		k    known
		want string
	}{
		{"before anything is read", known{}, "Find"},
		{"an empty library", known{loaded: true}, ""},
		{"the first day", firstDay(), "Begin Find"},
		{"an ordinary day", oneDay(), "Continue Today Find"},
		{"everything tried and nothing left", func() known {
			k := oneDay()
			k.left, k.items = nil, k.items[:1]
			return k
		}(), "Find"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var names []string
			for _, r := range opened(uitest.Plain(), 80, 24, c.k).rows {
				names = append(names, r.name)
			}
			if got := strings.Join(names, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTheFirstCallIsTheMildest(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, firstDay())
	msg, ok := press(s, "enter")().(screen.OpenMsg)
	if !ok || !strings.Contains(msg.Screen.View(), "The tin on the number 14") {
		t.Errorf("the first call opens %T", msg.Screen)
	}
}

func TestTodayIsACallNotTriedAndAnotherOnAnotherDay(t *testing.T) {
	seen := map[string]bool{}
	for d := range 30 {
		s := New(uitest.Env(uitest.Plain(), 80, 24))
		s.env.Now = func() time.Time { return time.Date(2026, 11, 1+d, 8, 0, 0, 0, time.UTC) }
		s.Update(oneDay())
		id := s.rows[1].item.ID
		if id == "third-call" || id == "gate" {
			t.Fatalf("day %d: %s has been tried", d, id)
		}
		seen[id] = true
	}
	if len(seen) < 2 {
		t.Errorf("every day the same: %v", seen)
	}
}

func TestKeysOfThePage(t *testing.T) {
	for _, c := range []struct {
		keys   string
		finger int
	}{{"down", 1}, {"j|j", 2}, {"j|j|j|j", 2}, {"j|k", 0}, {"up", 0}, {"3", 2}, {"9", 0}, {"0", 0}, {"end", 2}, {"pgdown", 2}, {"end|home", 0}, {"end|pgup", 0}} {
		s := opened(uitest.Plain(), 80, 24, oneDay())
		if cmd := press(s, c.keys); s.finger != c.finger || cmd != nil {
			t.Errorf("%s: finger %d", c.keys, s.finger)
		}
	}
	s := opened(uitest.Plain(), 80, 24, oneDay())
	if msg, ok := press(s, "/")().(screen.OpenMsg); !ok || !strings.Contains(msg.Screen.View(), "Find") {
		t.Error("/ does not open find")
	}
	if msg, ok := press(s, "3|enter")().(screen.OpenMsg); !ok || !strings.Contains(msg.Screen.View(), "Find") {
		t.Error("enter on find does not open it")
	}
	if _, ok := press(s, "esc")().(screen.BackMsg); !ok {
		t.Error("esc does not leave")
	}
}

func TestTheFingerStaysOnItsRowWhenThePageIsReadAgain(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, oneDay())
	press(s, "3")
	k := oneDay()
	k.left = nil
	s.Update(k)
	if s.rows[s.finger].kind != everything {
		t.Errorf("the finger is on %s", s.rows[s.finger].name)
	}
	if _, cmd := s.Update(screen.CoveredMsg{}); cmd == nil {
		t.Error("coming back reads nothing")
	}
}

func TestACallThatCannotBeOpenedSaysWhy(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, oneDay())
	if cmd := press(s, "enter"); cmd == nil {
		t.Fatal("Continue opens nothing")
	}
	if cmd := press(s, "enter"); cmd != nil {
		t.Error("a second enter opens it twice")
	}
	s.Update(refusedMsg{"That call could not be opened: its file is gone."})
	if !strings.Contains(s.View(), "its file is gone") {
		t.Error("the reason is not shown")
	}
	if cmd := press(s, "enter"); cmd == nil {
		t.Error("it cannot be tried again")
	}
}

func TestACallThatIsOpenElsewhereSaysWhere(t *testing.T) {
	dir := t.TempDir()
	now := func() time.Time { return time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC) }
	other := store.Open(store.Options{Dir: dir, Now: now, ID: func() string { return "a" }})
	if err := other.Append("a", []sim.Event{{Type: sim.Started}}); err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	env := uitest.Env(uitest.Plain(), 80, 24)
	env.Store = store.Open(store.Options{Dir: dir, Now: now, ID: func() string { return "b" }})
	s := New(env)
	s.known.left = &left{id: "a"}
	if m, ok := s.resume().(refusedMsg); !ok || m.why != "That call is open in another window. Go on with it there, or close it first." {
		t.Errorf("it says %v", m)
	}
	s.known.left = &left{id: "c"}
	if m, ok := s.resume().(refusedMsg); !ok || m.why != "That call could not be opened: attempt c: nothing is kept under that name." {
		t.Errorf("one that is gone: %v", m)
	}
}

func TestGreetingByTheClock(t *testing.T) {
	for _, c := range []struct {
		hour int
		name string
		want string
	}{{9, "Sam", "Good morning, Sam."}, {12, "Sam", "Good afternoon, Sam."}, {18, "Sam", "Good evening, Sam."}, {3, "", "Good evening."}, {5, "\x1b[2J", "Good morning, ^[[2J."}} {
		if got := greeting(time.Date(2026, 1, 1, c.hour, 0, 0, 0, time.UTC), c.name); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestOnlyFactsWithSourceAndYearAreCarried(t *testing.T) {
	k := oneDay()
	k.facts = []scenarios.Fact{{Claim: "nobody says", Year: 2018}, {Claim: "no year", Source: "somebody"}, {Claim: "folklore", Source: "all", Year: 2000, Folklore: true}}
	if page := opened(uitest.Plain(), 120, 40, k).View(); strings.Contains(page, "A thing to carry") {
		t.Error("a fact without source or year is shown")
	}
}

func TestItFitsEverySize(t *testing.T) {
	long := oneDay()
	long.left.title = strings.Repeat("A very long title 我的退款 ", 20)
	long.last.words = strings.Repeat("many words ", 200)
	long.facts[0].Claim = strings.Repeat("a long thought ", 60)
	for _, th := range []*theme.Theme{uitest.Plain(), uitest.Colour(), uitest.ASCII()} {
		for _, size := range uitest.Sizes() {
			for _, k := range []known{{}, {loaded: true}, firstDay(), oneDay(), long} {
				s := opened(th, size[0], size[1], k)
				uitest.Fits(t, s.View(), size[0], size[1])
				s.Update(refusedMsg{strings.Repeat("why ", 200)})
				uitest.Fits(t, s.View(), size[0], size[1])
			}
			s := opened(th, 80, 24, oneDay())
			s.Update(screen.SizeMsg{Width: size[0], Height: size[1]})
			uitest.Fits(t, s.View(), size[0], size[1])
		}
	}
}

func TestAboutHowManyReplies(t *testing.T) {
	s := &scenarios.Scenario{
		Turns: []scenarios.Turn{
			{ID: "opens"}, {ID: "asks", Missed: "cold"}, {ID: "cold"}, {ID: "last"}, {ID: "shouts"}, {ID: "goes", End: "stormed-off"},
		},
		Anytime: []scenarios.Anytime{{Detour: "shouts"}, {Go: "goes"}},
	}
	if n := about(s); n != 3 {
		t.Errorf("%d replies", n)
	}
}

func TestACallJustLeftIsUnderTheFinger(t *testing.T) {
	k := oneDay()
	k.left = nil
	s := opened(uitest.Plain(), 80, 24, k)
	s.Update(oneDay())
	if s.rows[s.finger].kind != goOn {
		t.Errorf("the finger is on %s", s.rows[s.finger].name)
	}
}

func TestEveryKeyThatIsToldCanBeSent(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, oneDay())
	uitest.Sendable(t, s.Help(), s.env.Theme.Glyphs)
}

func TestOnlyWhoWritesHereIsOfferedTheAuthorsPage(t *testing.T) {
	k := oneDay()
	k.own = 3
	s := opened(uitest.Plain(), 80, 24, k)
	if strings.Contains(s.View(), "Author") {
		t.Error("a guest is offered the files of this machine")
	}
	s.env.Author = &screen.Author{}
	s.arrange()
	uitest.Golden(t, "author-80x24", s.View())
	open, ok := press(s, "end|enter")().(screen.OpenMsg)
	if _, author := open.Screen.(*author.Screen); !ok || !author {
		t.Errorf("the row opens %T", open.Screen)
	}
	k.own = 0
	s.Update(k)
	if strings.Contains(s.View(), "Author") {
		t.Error("a row without anything behind it")
	}
}
