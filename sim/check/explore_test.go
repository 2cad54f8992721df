package check

import (
	"reflect"
	"strings"
	"testing"

	"coolhead/scoring"
	"coolhead/sim"
)

func TestAnExhaustiveWalkFindsAllAndSaysOnlyIf(t *testing.T) {
	c := New(tried(t))
	e := c.Explore(ExploreOptions{})
	if !e.Whole || !e.Silences {
		t.Fatalf("a call of three turns was not walked through: %+v", e)
	}
	good, bad := e.Ends["recovered"], e.Ends["stormed-off"]
	if good.States == 0 || !reflect.DeepEqual(good.Path, sim.Path{{Pick: 1}, {Pick: 2}}) || good.Traps != 0 {
		t.Errorf("the good end was reached by %v with %d traps", good.Path, good.Traps)
	}
	if bad.States == 0 || bad.Traps != 2 || len(bad.Only) != 1 || bad.Only[0] != (Choice{Mood: "upset", Or: "worse"}) {
		t.Errorf("the bad end: %+v", bad)
	}
	for end, r := range e.Ends {
		call := c.Stage().Start(sim.Options{Seed: 1})
		if err := call.Follow(r.Path); err != nil {
			t.Errorf("%s: %v", end, err)
		}
		if got, _ := call.Ended(); got != end {
			t.Errorf("the way to %s, %s, came to %q", end, r.Path, got)
		}
	}
}

func TestEveryWayToATurnHasItsOnlyPickInIt(t *testing.T) {
	c := New(tried(t, `- {trap: "It is on the zebra strip."}`, `- {trap: "It is on the zebra strip.", go: told}`, "  bye:\n", `  told:
    says: "Told off."
    needs: owns-it
    picks: [{model: "It is zebra ours, all of it."}, {say: "Hm."}]
    next: bye
  bye:
`, "    needs: next-step-by-when\n", "    needs: next-step-by-when\n    next: bye\n"))
	e := c.Explore(ExploreOptions{})
	told := e.Turns[2]
	if !e.Whole || told.Traps != 1 || len(told.Only) == 0 || told.Only[0] != (Choice{Turn: "where", Pick: 2}) {
		t.Errorf("the trap leads there and nothing else, but: %+v", told)
	}
	if told.Path.String() != "2" {
		t.Errorf("the shortest way to it is the trap, not %s", told.Path)
	}
}

func TestWhatNoPickLeadsToIsNotReached(t *testing.T) {
	c := New(tried(t, `- {say: "Keep it.", end: stormed-off}`, `- {if: heard empties-threat, say: "What?", end: stormed-off}
      - {say: "Keep it.", end: stormed-off}`))
	e := c.Explore(ExploreOptions{})
	found := false
	for i, v := range c.Stage().Voices() {
		if strings.Contains(v.Why, "empties-threat") {
			found = true
			if e.Voices[i].States != 0 {
				t.Errorf("%s was reached: %+v", v.Why, e.Voices[i])
			}
		}
	}
	if !found || !e.Whole {
		t.Errorf("the entry is not among the voices, or not all was seen")
	}
}

func TestAnExhaustiveWalkStopsAtItsLimitAndWhenTold(t *testing.T) {
	c := New(shipped(t, "gate-agent"))
	if e := c.Explore(ExploreOptions{States: 500}); e.Whole || e.States < 500 || e.States > 600 {
		t.Errorf("it went through %d states, all: %v", e.States, e.Whole)
	}
	if e := c.Explore(ExploreOptions{Told: func(int) bool { return false }}); e.Whole || e.States > 1 {
		t.Errorf("it was told to stop and went through %d states", e.States)
	}
}

// Every ending that random calls come to is found by the exhaustive walk.
func TestAnExhaustiveWalkMissesNoEndThatRandomCallsFind(t *testing.T) {
	for _, id := range []string{"this-way-up", "cake-tin", "left-and-right"} {
		c := New(shipped(t, id))
		e := c.Explore(ExploreOptions{})
		if !e.Whole {
			t.Errorf("%s has too many states", id)
			continue
		}
		d := dice(5)
		for range 200 {
			call := c.stage.Start(sim.Options{Seed: seed})
			for range most {
				if _, over := call.Ended(); over {
					break
				}
				if _, err := call.ReplyPick(1 + d.under(len(call.Turn().Picks))); err != nil {
					t.Fatal(err)
				}
			}
			if end, _ := call.Ended(); e.Ends[end].States == 0 {
				t.Fatalf("%s: a call ended as %s, and the exhaustive walk never did", id, end)
			}
		}
	}
}

func TestThePoolHasFortyRepliesEachOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, text := range pool() {
		if seen[text] {
			t.Errorf("%q stands there twice", text)
		}
		seen[text] = true
	}
	if len(seen) != 40 {
		t.Errorf("there are %d", len(seen))
	}
}

func TestThePoolGoesFromPoorToGood(t *testing.T) {
	r := builtin()
	mean := func(list []string) int {
		sum := 0
		for _, text := range list {
			sum += int(r.Judge(r.Read(text), r.Moment(scoring.Context{Customer: "This is the third time I call. Where is my money?"})).Score)
		}
		return sum / len(list)
	}
	all := pool()
	poor, fair, good := mean(all[:13]), mean(all[13:26]), mean(all[26:])
	if poor >= fair || fair >= good {
		t.Errorf("the three parts score %d, %d and %d tenths", poor, fair, good)
	}
}
