package check

import (
	"fmt"
	"reflect"
	"testing"

	"coolhead/sim"
)

// typedWords are what the courses below type beside the picks.
var typedWords = []string{
	"I'm sorry, we got that wrong. I'll ring you by four today, all right?", "Calm down, please.",
	"You're right. That was our mistake.", "As I said, that's the policy.",
}

// A walker is only as good as it is the same as a call.
func TestAWalkerGoesWhereACallGoes(t *testing.T) {
	for _, id := range calls(t) {
		c := New(shipped(t, id))
		w := c.stage.Walker(typedWords)
		for seed := range 30 {
			d := dice(seed)
			o := sim.Options{Seed: int64(seed % 3)}
			call, at := c.stage.Start(o), w.Start(o)
			for step := range 20 {
				if _, over := call.Ended(); over {
					break
				}
				picks := call.Turn().Picks
				n, word := d.under(max(len(picks), 1)), d.under(len(typedWords))
				switch {
				case d.under(6) == 0:
					_, ok := call.Wait()
					if err := w.Wait(at); ok != (err == nil) {
						t.Fatalf("%s, seed %d: waiting came to %v, and to %v in the call", id, seed, err, ok)
					}
				case len(picks) > 0 && d.under(5) > 0:
					if _, err := call.ReplyPick(n + 1); err != nil {
						t.Fatal(err)
					}
					w.Pick(at, n+1)
				default:
					if _, err := call.Reply(typedWords[word]); err != nil {
						t.Fatal(err)
					}
					w.Type(at, word)
				}
				same(t, fmt.Sprintf("%s, seed %d, step %d", id, seed, step), c, call, w, at)
			}
		}
	}
}

func same(t *testing.T, where string, c *Checker, call *sim.Call, w *sim.Walker, at *sim.Spot) {
	t.Helper()
	end, over := call.Ended()
	if at.End() != end || (at.Turn() < 0) != over {
		t.Fatalf("%s: the walker ended as %q, the call as %q", where, at.End(), end)
	}
	if !over && c.s.Turns[at.Turn()].ID != call.Turn().ID {
		t.Fatalf("%s: the walker stands in turn %d, the call in %s", where, at.Turn(), call.Turn().ID)
	}
	state, want := at.State(), call.State()
	state.Progress, want.Progress = 0, 0
	if state != want || at.Replies() != call.Replies() {
		t.Fatalf("%s: the walker is at %+v, the call at %+v", where, state, want)
	}
	if at.Score() != call.Result().Score {
		t.Fatalf("%s: the walker has %s, the call %s", where, at.Score(), call.Result().Score)
	}
	if said := call.Replies(); said > 0 {
		all := call.Exchanges()
		if last := all[len(all)-1]; at.Met() != last.Met || !reflect.DeepEqual(*w.Judged(at), last.Assessment) {
			t.Fatalf("%s: the walker judged reply %d as\n%+v, the call as\n%+v", where, said, *w.Judged(at), last.Assessment)
		}
	}
}

func TestSpotsWithTheSameKeyGoOnAlike(t *testing.T) {
	for _, id := range []string{"gate-agent", "bad-policy", "third-call"} {
		c := New(shipped(t, id))
		w := c.stage.Walker(nil)
		spots := map[string]*sim.Spot{}
		met := 0
		for seed := range 3000 {
			d := dice(seed)
			at := w.Start(sim.Options{Seed: 1})
			for at.Turn() >= 0 && at.Replies() < 12 {
				key := string(w.Key(nil, at))
				if other := spots[key]; other != nil && other.Replies() > 0 {
					met++
					goOnAlike(t, id, w, at, other, len(c.s.Turns[at.Turn()].Picks))
				} else {
					kept := &sim.Spot{}
					w.Copy(kept, at)
					spots[key] = kept
				}
				if picks := len(c.s.Turns[at.Turn()].Picks); d.under(8) > 0 || w.Wait(at) != nil {
					w.Pick(at, 1+d.under(picks))
				}
			}
		}
		if met == 0 {
			t.Errorf("%s: no two spots had the same key; nothing was tried", id)
		}
	}
}

func goOnAlike(t *testing.T, id string, w *sim.Walker, a, b *sim.Spot, picks int) {
	t.Helper()
	if a.Turn() != b.Turn() {
		t.Fatalf("%s: spots with the same key stand in two turns", id)
	}
	for n := range picks {
		x, y := &sim.Spot{}, &sim.Spot{}
		w.Copy(x, a)
		w.Copy(y, b)
		w.Pick(x, n+1)
		w.Pick(y, n+1)
		if x.Turn() != y.Turn() || x.End() != y.End() || x.State().Heat != y.State().Heat || x.State().Patience != y.State().Patience {
			t.Fatalf("%s: after the same pick one is at turn %d, heat %d, the other at turn %d, heat %d", id, x.Turn(), x.State().Heat, y.Turn(), y.State().Heat)
		}
		if x.Turn() >= 0 && string(w.Key(nil, x)) != string(w.Key(nil, y)) {
			t.Fatalf("%s: after the same pick the keys differ", id)
		}
	}
}

// BenchmarkWalker is what walks are made of: one core, picks read once.
func BenchmarkWalker(b *testing.B) {
	c := New(shipped(b, "gate-agent"))
	w := c.stage.Walker(nil)
	start, at := w.Start(sim.Options{Seed: 1}), &sim.Spot{}
	turns, d := 0, dice(1)
	b.ReportAllocs()
	for b.Loop() {
		w.Copy(at, start)
		for at.Turn() >= 0 {
			w.Pick(at, 1+d.under(len(c.s.Turns[at.Turn()].Picks)))
			turns++
		}
	}
	b.ReportMetric(float64(turns)/b.Elapsed().Seconds(), "turns/s")
}
