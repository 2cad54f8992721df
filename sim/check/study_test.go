package check

import (
	"strings"
	"testing"

	"coolhead/scenarios"
	"coolhead/scoring"
	"coolhead/sim"
)

func studied(t *testing.T, o StudyOptions, change ...string) *Study {
	t.Helper()
	return New(tried(t, change...)).Study(o)
}

var everything = StudyOptions{Seed: 1, Calls: 400, Typed: 400, States: MostStates}

func TestAStudyCountsTestsWalksAndStatesOfEveryTurn(t *testing.T) {
	s := studied(t, everything, "tests:\n", `tests:
  - {name: one, replies: ["zebra ours", "zebra friday"], expect: {end: recovered}}
  - {name: two, replies: ["zebra ours"], expect: {end: recovered}}
`)
	rows := map[string]Row{}
	for _, r := range s.Rows() {
		rows[r.Name] = r
	}
	for name, want := range map[string]int{"where": 2, "when": 2, "bye": 1, "bye, entry 1: mood wary or better": 1, "bye, entry 2": 0, "anytime 1: silence 30s": 0} {
		r, ok := rows[name]
		switch {
		case !ok:
			t.Errorf("%s has no row", name)
		case r.Tests != want:
			t.Errorf("%s came in %d tests, not in %d", name, r.Tests, want)
		case r.Picked == 0 || r.Typed == 0 || r.States == 0 || r.At.Line == 0:
			t.Errorf("%s: %+v", name, r)
		}
	}
	if rows["where"].Picked != 400 || !rows["where"].Turn || rows["bye, entry 2"].Turn {
		t.Errorf("the first turn: %+v", rows["where"])
	}
	if _, one := rows["where, entry 1"]; one {
		t.Error("a turn with one entry has a row for it")
	}
}

func TestALineThatIsNeverSaidIsCounted(t *testing.T) {
	s := studied(t, StudyOptions{Seed: 1, Calls: 300}, `says: "Where is it?"`, `says: ["Where is it?", "So where?"]`)
	for _, r := range s.Rows() {
		if r.Name == "where" && (len(r.Lines) != 2 || r.Lines[0] == 0 || r.Lines[1] == 0 || r.Unsaid != 0) {
			t.Errorf("both lines are said at some seed: %+v", r)
		}
	}
}

func TestWhatNobodyComesToIsTold(t *testing.T) {
	for _, x := range []struct {
		name   string
		o      StudyOptions
		change [2]string
		want   []string
	}{
		{"nothing", everything, [2]string{}, nil},
		{"an entry out of reach", everything,
			[2]string{`- {say: "Keep it.", end: stormed-off}`, `- {if: heard empties-threat, say: "What?", end: stormed-off}` + "\n      " + `- {say: "Keep it.", end: stormed-off}`},
			[]string{"comes by no way of picking: all ", "empties-threat", "The customer is "}},
		{"a turn out of reach", everything,
			[2]string{"anytime:\n", "  island:\n    says: \"Here?\"\n    end: escalated\nanytime:\n"}, []string{"“island” comes by no way of picking"}},
		{"without the exhaustive walk", StudyOptions{Seed: 1, Calls: 400},
			[2]string{"anytime:\n", "  island:\n    says: \"Here?\"\n    end: escalated\nanytime:\n"}, []string{"“island” came in none of 400 calls at random"}},
		{"too few calls to say so", StudyOptions{Seed: 1, Calls: 50},
			[2]string{"anytime:\n", "  island:\n    says: \"Here?\"\n    end: escalated\nanytime:\n"}, nil},
	} {
		t.Run(x.name, func(t *testing.T) {
			all := ""
			for _, p := range studied(t, x.o, x.change[0], x.change[1]).Rare() {
				all += p.Code + " " + p.Message + "\n"
			}
			if (all == "") != (x.want == nil) {
				t.Errorf("it told %q", all)
			}
			for _, part := range x.want {
				if !strings.Contains(all, part) {
					t.Errorf("it does not tell %q: %s", part, all)
				}
			}
		})
	}
}

func TestOnlyIfLeadsWhereItSays(t *testing.T) {
	for _, id := range []string{"gate-agent", "this-way-up"} {
		c := New(shipped(t, id))
		s := c.Study(StudyOptions{Seed: 1, Calls: 500, States: 20_000})
		if len(s.OnlyIf()) == 0 {
			t.Errorf("%s: nothing can be reached", id)
		}
		for _, o := range s.OnlyIf() {
			p, err := sim.ParsePath(o.Path.String())
			if err != nil {
				t.Fatal(err)
			}
			call := c.Stage().Start(sim.Options{Seed: o.Seed})
			if err := call.Follow(p); err != nil {
				t.Errorf("%s: %s: %v", id, o.What, err)
				continue
			}
			end, _ := call.Ended()
			turn, lines := "", call.Lines()
			if len(lines) > 0 {
				turn = lines[len(lines)-1].Turn
			}
			if o.What != "ending "+end && o.What != "turn "+turn {
				t.Errorf("%s: the way to %s, %s, came to turn %q, ending %q", id, o.What, o.Path, turn, end)
			}
		}
	}
}

func TestABalanceIsSharesAndQuarters(t *testing.T) {
	w := Walked{Calls: 8, Ends: map[string]int{scenarios.Recovered: 2, scenarios.StormedOff: 4, scenarios.SolvedButLost: 1, "": 1}}
	for _, score := range []int{10, 20, 30, 40, 50, 60, 70, 80} {
		w.Scores[score]++
	}
	b := w.Balance()
	if b.Good != 25 || b.Bad != 50 || b.Between != 13 || b.Endless != 1 {
		t.Errorf("the shares are %+v", b)
	}
	if want := [5]scoring.Tenths{100, 200, 400, 600, 800}; b.Scores != want {
		t.Errorf("the quarters are %v, not %v", b.Scores, want)
	}
	if none := (&Walked{}).Balance(); none != (Balance{}) {
		t.Errorf("no calls have a balance of %+v", none)
	}
}

func TestAStudyStopsWhenToldAndSaysHowFarItIs(t *testing.T) {
	did := map[string]bool{}
	o := everything
	o.Calls, o.Typed = 600, 600
	o.Told = func(doing string, n int) bool { did[doing] = true; return doing != "calls typed" }
	s := studied(t, o)
	if !did["states"] || !did["calls picked"] || !did["calls typed"] {
		t.Errorf("it told of %v", did)
	}
	if s.Picked.Calls != 600 || s.Typed.Calls >= 600 {
		t.Errorf("%d calls were picked, %d typed", s.Picked.Calls, s.Typed.Calls)
	}
}

func TestWhatOnlyATurnHearsIsListed(t *testing.T) {
	c := New(tried(t, "    needs: owns-it\n", "    needs: owns-it\n    hears: {owns-it: [\"blue ladle\"]}\n",
		"tests:\n", "tests:\n  - {name: one, replies: [\"The blue ladle.\", \"zebra ours, the blue ladle\"], expect: {end: recovered}}\n"))
	got := c.Hears()
	if len(got) != 1 || got[0] != (OnlyHere{"where", "owns-it", "The blue ladle."}) {
		t.Errorf("listed: %+v", got)
	}
	if more := New(tried(t)).Hears(); more != nil {
		t.Errorf("no turn hears words of its own, and listed are %+v", more)
	}
}
