package edit

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/sim"
	"coolhead/ui/calltest"
	"coolhead/ui/coach"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

// silent is a file that nobody saves.
type silent struct{}

func (silent) Next() bool { return false }

// opened is the page before anything was read.
func opened(th *theme.Theme, w, h int) (*Screen, *calltest.Clock) {
	env, clock := calltest.Env(th, w, h)
	env.Author = &screen.Author{Editor: "vim"}
	s := New(env, "calls/third-call.yaml")
	s.open = func(context.Context, string) saves { return silent{} }
	s.rest = func(coach.SettleMsg) tea.Cmd { return nil }
	s.Update(watchingMsg{silent{}})
	return s, clock
}

func finding(severity source.Severity, code string, line, col, width int, text, message, help string) source.Problem {
	return source.Problem{Code: code, Severity: severity, Place: source.Place{File: "third-call.yaml", Line: line, Col: col, Width: width}, Line0: text, Message: message, Help: help}
}

// three are findings of every weight; the second can be mended by a word.
func three() []source.Problem {
	return []source.Problem{
		finding(source.Advice, "CH303", 27, 3, 5, "  where:", "One line, in a turn that comes again: the third time it reads like a machine.", "give it two or three lines"),
		finding(source.Warning, "CH101", 43, 47, 7, `      - {trap: "I understand that's frustrating", go: fridey}`, "No turn is called “fridey”. Did you mean “friday” (line 49)?", ""),
		finding(source.Warning, "CH202", 35, 18, 20, `      - {model: "Three calls for one refund is on us, Dana. I'm opening 4411 now."}`, "The model pick does not meet its turn: it waits for owns-it.", "say whose fault it is"),
	}
}

// save is a save that can be played.
func save(t *testing.T, s *Screen, problems ...source.Problem) {
	t.Helper()
	cast := calltest.Cast(t)
	s.Update(looked{
		save: s.save, at: s.env.Now(), took: 38 * time.Millisecond, kind: "scenario", data: []byte("one\ntwo\n"), problems: problems,
		version: &version{cast: cast, stage: sim.Prepare(cast), data: []byte("one\ntwo\n"), at: s.env.Now()},
	})
}

func walk(s *Screen) {
	s.Update(walked{
		number: s.walk.number, seed: 1, picked: 10_000, typed: 2_000, took: 580 * time.Millisecond,
		ends:  []ending{{"recovered", 58, 46}, {"solved-but-lost", 17, 19}, {"left-silently", 3, 4}, {"stormed-off", 22, 31}},
		turns: 4, unseen: []string{"goodbye"}, untested: []string{"friday", "goodbye"},
		tests: []tested{
			{name: "Owning it works", end: "recovered", score: "84", passed: true},
			{name: "Hiding behind policy loses her", fault: "The replies ran out in date: the customer still waits for finds-agreement."},
			{name: "models end well", end: "recovered", score: "91", passed: true, built: true},
		},
	})
}

func press(s *Screen, script string) (cmd tea.Cmd) {
	for _, k := range uitest.Keys(script) {
		_, cmd = s.Update(k)
	}
	return cmd
}

const onUs = "Three calls for one refund is on us, Dana. I'm opening 4411 now."

func TestThePage(t *testing.T) {
	states := map[string]func(*Screen){
		"saved":   func(s *Screen) { save(t, s, three()...); walk(s) },
		"walking": func(s *Screen) { save(t, s) },
		"tried": func(s *Screen) {
			save(t, s, three()...)
			walk(s)
			press(s, "t|That's our policy.|enter|"+onUs+"|enter|I understand that's")
		},
		"broken": func(s *Screen) {
			save(t, s, three()...)
			walk(s)
			s.readSave()
			s.Update(looked{save: s.save, at: s.env.Now().Add(4 * time.Minute), kind: "scenario", problems: []source.Problem{
				finding(source.Error, "CH003", 29, 20, 12, "      - {say: This is #4411 my third call}", "Everything after “#4411” is lost.", "put the sentence in quotes"),
			}})
		},
	}
	for name, make := range states {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
			s, _ := opened(uitest.Plain(), size[0], size[1])
			make(s)
			uitest.Golden(t, fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), s.View())
		}
	}
	for name, th := range map[string]*theme.Theme{"saved-80x24-colour": uitest.Colour(), "saved-120x40-ascii": uitest.ASCII()} {
		size := [2]int{80, 24}
		if th.ASCII {
			size = [2]int{120, 40}
		}
		s, _ := opened(th, size[0], size[1])
		states["saved"](s)
		uitest.Golden(t, name, th.Cells(s.View()))
	}
	s, _ := opened(uitest.Colour(), 80, 24)
	states["tried"](s)
	uitest.Golden(t, "tried-80x24-colour", s.View())
}

func TestItFitsEveryWindow(t *testing.T) {
	for _, size := range uitest.Sizes() {
		s, _ := opened(uitest.Plain(), size[0], size[1])
		uitest.Fits(t, s.View(), size[0], size[1])
		many := three()
		for i := range 60 {
			p := three()[i%3]
			p.Line += 100 + i
			many = append(many, p)
		}
		save(t, s, many...)
		uitest.Fits(t, s.View(), size[0], size[1])
		walk(s)
		press(s, "end")
		uitest.Fits(t, s.View(), size[0], size[1])
		if p, _ := s.problem(); !strings.Contains(s.View(), fmt.Sprintf("%d:%d", p.Line, p.Col)) {
			t.Errorf("%v: the last finding is not shown", size)
		}
		press(s, "t|That's our policy.|enter|And what I would say next goes on for rather longer than a single row of any page has room for, so it wraps and wraps")
		uitest.Fits(t, s.View(), size[0], size[1])
		p := newMap(s.env, s.kept.cast.Scenario)
		uitest.Fits(t, p.View(), size[0], size[1])
	}
}

func TestKeysCanBeSent(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	uitest.Sendable(t, withoutRange(s.Help()), s.env.Theme.Glyphs)
	save(t, s, three()...)
	uitest.Sendable(t, withoutRange(s.Help()), s.env.Theme.Glyphs)
	press(s, "t")
	uitest.Sendable(t, s.Help(), s.env.Theme.Glyphs)
	uitest.Sendable(t, newMap(s.env, s.kept.cast.Scenario).Help(), s.env.Theme.Glyphs)
}

// withoutRange puts the digits of a range in its place.
func withoutRange(h screen.Help) screen.Help {
	for i := range h.Keys {
		if h.Keys[i].Key == "1–6" {
			h.Keys[i].Key = "1 6"
		}
	}
	return h
}

func TestABrokenSaveLeavesTheLastGoodOnePlaying(t *testing.T) {
	s, _ := opened(uitest.Plain(), 120, 40)
	save(t, s)
	press(s, "t|"+onUs+"|enter|esc")
	s.readSave()
	s.Update(looked{save: s.save, at: s.env.Now(), kind: "scenario", problems: []source.Problem{finding(source.Error, "CH001", 3, 1, 2, "id", "There is no colon here.", "")}})
	page := s.View()
	for _, want := range []string{"1 to mend", "that of 09:30 plays on", "There is no colon here."} {
		if !strings.Contains(page, want) {
			t.Errorf("no “%s” on the page:\n%s", want, page)
		}
	}
	if s.walk.stop == nil {
		t.Error("the walk that this save stopped is not begun again")
	}
	if got := s.turn().ID; got != "date" || s.said.call.Replies() != 1 {
		t.Errorf("the talk stands at %s after %d replies", got, s.said.call.Replies())
	}
	press(s, "t|You're right, that's three weeks late.|enter")
	if got := s.turn().ID; got != "friday" {
		t.Errorf("the last good version does not play on: at %s", got)
	}
	s.readSave()
	save(t, s)
	if s.broken() || strings.Contains(s.View(), "plays on") || s.said.call.Replies() != 2 {
		t.Error("a save that can be played is not taken, or what was tried is not said again")
	}
}

func TestWhatStandsInTheWayComesUnderTheFinger(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	save(t, s, three()...)
	press(s, "down")
	s.readSave()
	s.Update(looked{save: s.save, kind: "scenario", problems: append(three(), finding(source.Error, "CH001", 90, 1, 2, "id", "There is no colon here.", ""))})
	if p, _ := s.problem(); p.Code != "CH001" {
		t.Errorf("the finger is on %s", p.Code)
	}
}

func TestASaveThatIsOvertakenIsDropped(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	first := s.save
	s.readSave()
	s.Update(looked{save: first, kind: "scenario", problems: three()})
	if len(s.findings) != 0 {
		t.Error("findings of an older save are shown")
	}
	save(t, s)
	old := s.walk.number
	press(s, "w")
	s.Update(walked{number: old, seed: 1})
	if s.walk.done != nil {
		t.Error("an older walk is shown")
	}
	walk(s)
	if s.walk.done == nil {
		t.Error("the last walk is not shown")
	}
}

func TestTheNextSaveStopsTheWalk(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	save(t, s)
	cmd := s.walkOn(nil)
	s.readSave() // the file was saved
	if w := cmd().(walked); w.err == nil || len(w.ends) != 0 {
		t.Errorf("the walk of an older save went on: %+v", w)
	}
	cmd = s.walkOn(nil)
	press(s, "esc")
	if w := cmd().(walked); w.err == nil {
		t.Error("the walk outlives the page")
	}
}

func TestAWalkStopsWhenItsTimeIsOver(t *testing.T) {
	clock := time.Time{}
	told := within(context.Background(), func() time.Time { return clock })
	if !told("states", 1) {
		t.Error("it stops before it begins")
	}
	clock = clock.Add(walkShare - 1)
	if !told("states", 2) {
		t.Error("it stops too early")
	}
	clock = clock.Add(1)
	if told("states", 3) {
		t.Error("it goes on after its time")
	}
	if !told("calls picked", 1) {
		t.Error("the next part has no time of its own")
	}
}

func TestAWalkTellsHowCallsEnd(t *testing.T) {
	s, clock := opened(uitest.Plain(), 120, 40)
	save(t, s)
	now := s.env.Now
	s.env.Now = func() time.Time { clock.Add(walkShare / 8); return now() } // each part is told a few times
	s.Update(s.walkOn(nil)())
	w := s.walk.done
	if w == nil || w.picked == 0 || w.picked >= walkCalls || w.typed == 0 || w.turns != 4 {
		t.Fatalf("%+v", w)
	}
	sum := 0
	for _, e := range w.ends {
		sum += e.picked
	}
	if sum < 97 || sum > 103 {
		t.Errorf("the endings are %d of 100 calls: %+v", sum, w.ends)
	}
	if !strings.Contains(s.View(), "stormed off") {
		t.Error("the page has no ending")
	}
}

func TestMoodsAndTurns(t *testing.T) {
	s, _ := opened(uitest.Plain(), 120, 40)
	save(t, s)
	for _, c := range []struct{ keys, turn, mood string }{
		{"n", "date", "angry"}, {"n", "friday", "angry"}, {"p", "date", "angry"}, {"1", "date", "glad"},
		{"right", "date", "calm"}, {"6", "date", "furious"}, {"right", "date", "furious"}, {"n", "friday", "furious"},
		{"0", "friday", "angry"}, {"left", "friday", "upset"},
	} {
		press(s, c.keys)
		if got, mood := s.turn().ID, s.said.call.State().Mood().String(); got != c.turn || mood != c.mood {
			t.Errorf("%s: at %s, %s; want %s, %s", c.keys, got, mood, c.turn, c.mood)
		}
	}
}

func TestWhatWasTriedCanBeTakenBack(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	save(t, s)
	press(s, "t|"+onUs+"|enter")
	if s.turn().ID != "date" || !s.line.Empty() {
		t.Fatalf("the reply is not said: at %s", s.turn().ID)
	}
	press(s, "ctrl+r")
	if s.turn().ID != "where" || s.line.Value() != onUs {
		t.Errorf("at %s, “%s”", s.turn().ID, s.line.Value())
	}
	press(s, "ctrl+u|tab")
	if s.line.Value() != onUs || !strings.Contains(s.View(), "the model") {
		t.Errorf("tab does not offer the first pick: “%s”", s.line.Value())
	}
	press(s, "shift+tab|enter")
	if x := s.said.call.Exchanges(); len(x) != 1 || x[0].Pick != 3 {
		t.Errorf("what was said is not the third pick: %+v", x)
	}
}

func TestTheTurnUnderWork(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	save(t, s, three()...)
	sc := s.kept.cast.Scenario
	if s.said.at != "where" {
		t.Errorf("it does not begin at the first finding: %q", s.said.at)
	}
	press(s, "down")
	if got := s.turn().ID; got != turnAt(sc, s.findings[1].Line) {
		t.Errorf("the finger is at line %d, the talk at %s", s.findings[1].Line, got)
	}
	friday := sc.Turn("friday").At.Line
	before := []byte(strings.Repeat("a\n", friday+3))
	now := []byte(strings.Repeat("a\n", friday) + "b\n" + strings.Repeat("a\n", 2))
	if got := changed(before, now, sc); got != "friday" {
		t.Errorf("a change at line %d is one of %q", friday+1, got)
	}
	if got := changed(now, now, sc); got != "" {
		t.Errorf("nothing changed, and %q is under work", got)
	}
	if got := turnAt(sc, 2); got != "" {
		t.Errorf("line 2 is in %q", got)
	}
}

func TestTheEditorIsToldTheLine(t *testing.T) {
	for editor, want := range map[string]string{
		"vim":             "vim +12 a.yaml",
		"/usr/bin/nvim":   "/usr/bin/nvim +12 a.yaml",
		"nano":            "nano +12,3 a.yaml",
		"emacs -nw":       "emacs -nw +12:3 a.yaml",
		"code --wait":     "code --wait --goto a.yaml:12:3",
		"hx":              "hx a.yaml:12:3",
		"something-else":  "something-else a.yaml",
		"subl -w":         "subl -w a.yaml:12:3",
		"emacsclient -t":  "emacsclient -t +12:3 a.yaml",
		"gedit --standby": "gedit --standby +12 a.yaml",
	} {
		if got := strings.Join(command(editor, "a.yaml", 12, 3), " "); got != want {
			t.Errorf("%s: %s", editor, got)
		}
	}
	s, _ := opened(uitest.Plain(), 80, 24)
	s.env.Author.Editor = ""
	if press(s, "o") != nil || !strings.Contains(s.View(), "EDITOR") {
		t.Error("without an editor o says nothing")
	}
}

// disk is a page over a real file.
func disk(t *testing.T, text string) (*Screen, string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "tea.yaml")
	write(t, file, text)
	c, err := catalog.Open(catalog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := opened(uitest.Plain(), 120, 40)
	s.env.Catalog, s.file = c, file
	s.Update(s.readSave()())
	return s, file
}

func write(t testing.TB, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
}

const tea1 = `coolhead: 1
kind: call
id: tea
title: Cold tea
level: 1
channel: desk
minutes: 2
teaches: [owns-it]
customer: {name: Ada Bell, mood: upset}
turns:
  cup:
    says: ["This tea is cold.", "It is still cold."]
    needs: owns-it
    picks:
      - {model: "That's our mistake. I'll bring you a hot one now."}
      - {trap: "You left it standing.", go: gone}
  thanks: {says: "Thank you.", end: recovered}
  gone: {says: "I see.", end: stormed-off}
`

func TestAFileOnDisk(t *testing.T) {
	s, file := disk(t, tea1)
	if s.kept == nil || s.turn() == nil || s.turn().ID != "cup" {
		t.Fatalf("%+v\n%s", s.findings, s.View())
	}
	write(t, file, strings.Replace(tea1, "go: gone", "go: goen", 1))
	s.Update(s.readSave()())
	if p, ok := s.problem(); !ok || p.Line != 16 || !s.broken() {
		t.Fatalf("broken: %v, %+v", s.broken(), s.findings)
	}
	s.Update(press(s, "f")())
	if want := "Wrote “gone” for “goen” in line 16."; s.note != want {
		t.Errorf("it says “%s”", s.note)
	}
	if now, _ := os.ReadFile(file); string(now) != tea1 {
		t.Errorf("the file is not as it was:\n%s", now)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the file's rights have changed: %v", info.Mode())
	}
	s.Update(s.readSave()())
	if s.broken() {
		t.Error("what was mended is still broken")
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	s.Update(s.readSave()())
	if page := s.View(); !strings.Contains(page, "This file cannot be read.") || s.turn() == nil {
		t.Errorf("the file is gone:\n%s", page)
	}
}

func TestAMendIsNotWrittenIntoALineThatHasChanged(t *testing.T) {
	s, file := disk(t, strings.Replace(tea1, "go: gone", "go: goen", 1))
	other := "# a line more\n" + strings.Replace(tea1, "go: gone", "go: goen", 1)
	write(t, file, other)
	s.Update(press(s, "f")())
	if !strings.Contains(s.note, "Nothing was written") {
		t.Errorf("it says “%s”", s.note)
	}
	if now, _ := os.ReadFile(file); string(now) != other {
		t.Errorf("the file was changed:\n%s", now)
	}
}

func TestFindingsWithoutAWordToPut(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	save(t, s, finding(source.Warning, "CH202", 3, 1, 4, "a: b", "Did you mean “c”?", ""))
	if cmd := press(s, "f"); cmd != nil || s.note == "" {
		t.Error("f acts where the finding does not name what stands there")
	}
}

func TestEscLeavesTheLineAndThenThePage(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	save(t, s)
	press(s, "t|half a re")
	if !s.Writing() {
		t.Error("a letter is not a letter while typing")
	}
	press(s, "esc")
	if s.trying || s.line.Value() != "half a re" {
		t.Error("what was being typed is lost")
	}
	if _, back := press(s, "esc")().(screen.BackMsg); !back {
		t.Error("esc does not go back")
	}
	if s.ctx.Err() == nil {
		t.Error("the watching goes on")
	}
}

func TestTheMap(t *testing.T) {
	s, _ := opened(uitest.Plain(), 80, 24)
	if press(s, "m") != nil {
		t.Error("there is a map of nothing")
	}
	save(t, s)
	msg, ok := press(s, "m")().(screen.OpenMsg)
	if !ok || !strings.Contains(msg.Screen.View(), "where") {
		t.Fatal("m opens no map")
	}
	for _, k := range uitest.Keys("end|down|home|up") {
		msg.Screen.Update(k)
	}
	if !strings.Contains(msg.Screen.View(), "where") {
		t.Error("the map does not come back to its beginning")
	}
}
