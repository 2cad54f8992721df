package debrief

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scenarios"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/calltest"
	"coolhead/ui/receipt"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

// told is a debrief as a record would give it.
type told sim.Debrief

func (d told) Debrief() sim.Debrief { return sim.Debrief(d) }

func finding(name string, side scoring.Side, d scoring.Dimension, text, in string, points scoring.Tenths, message string) scoring.Finding {
	f := scoring.Finding{Behaviour: strings.ReplaceAll(name, " ", "-"), Name: name, Rule: "test/" + name, Side: side, Dimension: d, Text: text, Points: points, Message: message}
	if text != "" {
		f.Start = strings.Index(in, text)
		f.End = f.Start + len(text)
	}
	return f
}

func reply(n int, line, text string, from, to int, found ...scoring.Finding) sim.Reply {
	var r sim.Reply
	r.N, r.Turn, r.Reply = n, "where", text
	r.Lines = []sim.Line{{Text: line}}
	r.Before.Heat, r.After.Heat = from, to
	r.Assessment.Findings = found
	return r
}

// dana is a call of four replies that ended well, with one slip.
func dana() told {
	const slip = "I understand that's frustrating, but the system shows it as sent."
	voided := finding("names the feeling", scoring.Helps, scoring.Listening, "I understand that's frustrating", slip, 0, "It names what they feel.")
	voided.Void = true
	but := finding("takes it back", scoring.Hurts, scoring.Argument, "but", slip, -40, "“and” would have kept both halves true")
	but.Why, but.Instead, but.Source = "After “but”, people hear only what follows it.", []string{"You're right about the date."}, "practice"
	second := reply(2, "It was promised for 2 March. Today is the 23rd!", slip, 60, 74,
		voided, but,
		finding("argues", scoring.Hurts, scoring.Argument, "the system shows it as sent", slip, -105, "Dana holds your email; you argue with it"),
		finding("no date", scoring.Missing, scoring.Resolution, "", slip, -30, "Dana asked when, and has no answer"))
	second.Instead = []string{"You're right, it's three weeks late. It leaves today and lands by Friday; I'll mail you the proof before four."}
	second.Heard = []sim.Heard{{Words: "but the system", Behaviour: "but-pivot", Felt: "here we go again"}}
	const first = "Three calls for one refund is on us, Dana."
	one := reply(1, "This is my THIRD call about order #4411. Where is my money?", first, 80, 60,
		finding("owns it", scoring.Helps, scoring.Deescalation, "is on us", first, 80, "It takes the fault on."))
	one.Heard = []sim.Heard{{Words: "on us", Behaviour: "owns-it", Felt: "somebody knows at last, after three calls and two lunches"}}
	d := told{
		Scenario: "dana", Title: "The refund that never came", Mode: sim.Practice, Customer: "Dana Roth",
		Over: true, End: "recovered", Verdict: scenarios.Good, Sentence: "Recovered. Dana got a date, and believed it.",
		Result: sim.Result{Score: 760, Raw: 760, Band: "good",
			Dimensions: [scoring.Dimensions]scoring.Tenths{840, 710, 620, 780, 760}, Has: [scoring.Dimensions]bool{true, true, true, true, true}},
		Slipped:   &sim.Bend{Reply: 2, From: 60, To: 74, Words: "but", Name: "takes it back"},
		Turned:    &sim.Bend{Reply: 3, From: 74, To: 55, Words: "You're right, it's three weeks late."},
		Replies:   []sim.Reply{one, second, reply(3, "So I'm making it up?", "You're right, it's three weeks late.", 74, 55), reply(4, "Friday?", "It lands by Friday.", 55, 28)},
		Pencilled: []sim.Exchange{reply(3, "So I'm making it up?", "That's our policy.", 74, 92).Exchange},
		Backstory: "The 84.90 was for a coat for her father, who moves into a home on Friday. She has\ntaken each call on her lunch break, and twice was told it was done.\n\nShe was not angry at you.",
		CSAT:      4, Hints: 1,
		Ripple: &sim.Ripple{People: 11, Kindly: true, Otherwise: 15, Fact: sim.Fact{Claim: "What people say they do", Source: "American Express", Year: 2017}},
		Facts:  []sim.Fact{{Claim: "Of people who complained, 37 in 100 were satisfied when they got money only.", Source: "CCMC Rage Study", Year: 2015}},
	}
	d.Pencilled[0].Pencilled = true
	for i, heat := range []int{80, 60, 74, 55, 28} {
		d.Curve = append(d.Curve, sim.Point{Reply: i, Heat: heat, Mood: scenarios.MoodOf(heat)})
	}
	return d
}

func open(th *theme.Theme, w, h int, from Source, script string, options ...Option) *Screen {
	env, _ := calltest.Env(th, w, h)
	s := New(env, from, options...)
	s.Update(scoresMsg{44, 61, 82})
	for _, k := range uitest.Keys(script) {
		s.Update(k)
	}
	return s
}

func again(to *int) Option {
	return Again(func(reply int) tea.Cmd { *to = reply; return screen.Back })
}

var pagesShown = []struct{ name, keys string }{
	{"overview", ""}, {"replies", "2|right"}, {"why", "2|right|down|y"}, {"customer", "3"}, {"pencilled", "2|right|right|right|right"},
}

func TestThePages(t *testing.T) {
	var to int
	for _, p := range pagesShown {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
			uitest.Golden(t, fmt.Sprintf("%s-%dx%d", p.name, size[0], size[1]), open(uitest.Plain(), size[0], size[1], dana(), p.keys, again(&to)).View())
		}
		uitest.Golden(t, p.name+"-80x24-colour", open(uitest.Colour(), 80, 24, dana(), p.keys, again(&to)).View())
		th := uitest.ASCII()
		uitest.Golden(t, p.name+"-80x24-ascii", th.Cells(open(th, 80, 24, dana(), p.keys, again(&to)).View()))
		for _, size := range uitest.Sizes() {
			uitest.Fits(t, open(uitest.Plain(), size[0], size[1], dana(), p.keys).View(), size[0], size[1])
		}
	}
}

func TestATestThatWasNotPassedSaysSo(t *testing.T) {
	d := dana()
	d.Mode, d.Pass = sim.Test, sim.Pass{Test: true, Mark: 70, Attempt: 1, Attempts: 2}
	d.Result.Score, d.Result.Caps = 390, []sim.Cap{{Most: 390, Why: "Dana was lost: 39 at most", Lowers: true}}
	view := open(uitest.Plain(), 80, 24, d, "s").View()
	for _, want := range []string{"Not passed: the mark is 70", "attempt 1 of 2", "held down from 76: Dana was lost: 39 at most", "rests in test mode"} {
		if !strings.Contains(view, want) {
			t.Errorf("nothing says %q:\n%s", want, view)
		}
	}
}

func TestSayItAgainGoesToTheReplyThatIsShown(t *testing.T) {
	for _, c := range []struct {
		keys string
		want int
	}{
		{"s", 2}, {"2|s", 1}, {"2|right|right|s", 3}, {"2|right|right|right|right|s", 2}, {"enter|s", 2},
	} {
		to := 0
		open(uitest.Plain(), 80, 24, dana(), c.keys, again(&to))
		if to != c.want {
			t.Errorf("%q goes to reply %d, not %d", c.keys, to, c.want)
		}
	}
	if view := open(uitest.Plain(), 80, 24, dana(), "s").View(); !strings.Contains(view, "This call is a record now.") {
		t.Errorf("a record does not say why s does nothing:\n%s", view)
	}
}

func TestEnterOpensTheWordsBehindAFigure(t *testing.T) {
	for _, c := range []struct {
		keys        string
		reply, mark int
	}{
		{"enter", 1, 0},                                         // the slip
		{"down|down|down|enter", 1, 2},                          // argument: what cost it most
		{"down|down|down|down|down|enter", 1, 3},                // resolution: an absence
		{"down|down|down|down|down|down|down|down|enter", 2, 0}, // the third point of the curve
	} {
		s := open(uitest.Plain(), 80, 24, dana(), c.keys)
		if s.page != replies || s.reply != c.reply || s.mark != c.mark {
			t.Errorf("%q opens page %d, reply %d, mark %d", c.keys, s.page, s.reply, s.mark)
		}
	}
}

func TestNumbersStandUnderTheirWordsInEveryScript(t *testing.T) {
	for _, c := range []struct{ name, text, first, second, want string }{
		{"plain words", "so sorry, but no", "sorry", "but", "   1      2"},
		{"wide letters before", "申し訳ない but no", "申し訳ない", "but", "1          2"},
		{"an emoji of several code points", "👩‍👩‍👧 sorry but", "sorry", "but", "   1     2"},
		{"two in one place step aside", "but no", "but", "but", "1 2"},
	} {
		rows := widget.Rows(c.text, 40)
		found := []scoring.Finding{finding("a", scoring.Helps, 0, c.first, c.text, 1, ""), finding("b", scoring.Hurts, 0, c.second, c.text, 1, "")}
		if got := numbers(c.text, rows[0], receipt.Rows(found)); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

func TestWordsThatHadToBeCleanedCarryNoMarks(t *testing.T) {
	d := dana()
	d.Replies[0].Reply = "on us\x1b[2J"
	view := open(uitest.Plain(), 80, 24, d, "2").View()
	if strings.Contains(view, "\x1b[2J") {
		t.Error("an escape of the trainee's reaches the terminal")
	}
	if !strings.Contains(view, "on us^[[2J") {
		t.Errorf("the words are gone:\n%s", view)
	}
}

func TestACallWithoutRepliesOpensToo(t *testing.T) {
	for _, keys := range []string{"", "2|down|y|enter", "3", "down|enter|s"} {
		s := open(uitest.Plain(), 80, 24, told{Customer: "Dana Roth", Sentence: "The call with Dana has not ended yet."}, keys)
		uitest.Fits(t, s.View(), 80, 24)
	}
}

func TestALongReceiptIsAFewRowsThatOpen(t *testing.T) {
	const text = "So sorry Dana, that is on us and I'll open 4411 and ring you on Friday."
	var found []scoring.Finding
	for i, words := range []string{"So sorry", "Dana", "on us", "I'll", "open", "4411", "ring", "you", "on Friday"} {
		found = append(found, finding("thing "+string(rune('a'+i)), scoring.Helps, scoring.Tone, words, text, scoring.Tenths(10*(i+1)), "A sentence."))
	}
	d := dana()
	d.Replies = []sim.Reply{reply(1, "Where is my money?", text, 80, 60, found...)}
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		s := open(uitest.Plain(), size[0], size[1], d, "2")
		for _, want := range []string{"3 small things", "+6", "thing a, thing b, thing c", "+45"} {
			if !strings.Contains(s.View(), want) {
				t.Errorf("%v: %q is not on the page\n%s", size, want, s.View())
			}
		}
		press(s, "down|down|down|down|down|down|down|y|pgdown|pgdown")
		for _, want := range []string{"All 3 small things", "+ thing b +2", "“Dana”"} {
			if !strings.Contains(s.View(), want) {
				t.Errorf("%v: opened, %q is not on the page\n%s", size, want, s.View())
			}
		}
	}
}

func press(s *Screen, script string) {
	for _, k := range uitest.Keys(script) {
		s.Update(k)
	}
}
