package past_test

import (
	"testing"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/past"
)

func sum(id, scenario, end string, mode sim.Mode, replies int) store.Summary {
	return store.Summary{ID: id, Scenario: scenario, End: end, Mode: mode, Replies: replies}
}

func TestTheCallToGoOnWith(t *testing.T) {
	cases := []struct {
		name     string
		attempts []store.Summary // newest first
		want     string
	}{
		{"nothing yet", nil, ""},
		{"the newest that was left", []store.Summary{sum("3", "b", "recovered", sim.Practice, 4), sum("2", "a", "", sim.Practice, 3), sum("1", "c", "", sim.Practice, 3)}, "2"},
		{"one without a reply is nothing to go on with", []store.Summary{sum("2", "a", "", sim.Practice, 0), sum("1", "b", "", sim.Score, 1)}, "1"},
		{"the same scenario was played to an end since", []store.Summary{sum("2", "a", "recovered", sim.Practice, 6), sum("1", "a", "", sim.Practice, 3)}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, _ := past.Past{Attempts: c.attempts}.Unfinished()
			if got.ID != c.want {
				t.Errorf("got %q, want %q", got.ID, c.want)
			}
		})
	}
}

func TestTestsCountWhetherEndedOrLeft(t *testing.T) {
	p := past.Past{Attempts: []store.Summary{
		sum("4", "a", "", sim.Test, 2), sum("3", "a", "recovered", sim.Test, 6), sum("2", "a", "recovered", sim.Practice, 6), sum("1", "b", "recovered", sim.Test, 6),
	}}
	if n := p.Tests("a"); n != 2 {
		t.Errorf("%d tests", n)
	}
}

func TestBestAndBand(t *testing.T) {
	p := past.Past{}.With("a", past.Try{Score: 444}, past.Try{Score: 825}, past.Try{Score: 700})
	best, ok := p.Best("a")
	if !ok || past.Whole(best) != "83" {
		t.Errorf("best %v", best)
	}
	if _, ok := p.Best("b"); ok {
		t.Error("a call that was not tried has a best")
	}
	for score, want := range map[scoring.Tenths]string{399: "poor", 400: "fair", 699: "fair", 700: "good"} {
		if got := (past.Try{Score: score}).Band(); got != want {
			t.Errorf("%d is %s, not %s", score, got, want)
		}
	}
}

func TestWithoutAStoreThereIsNothing(t *testing.T) {
	if p := past.Read(nil); len(p.Attempts) != 0 || p.Tried("a") {
		t.Errorf("%v", p)
	}
}
