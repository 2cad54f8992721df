package check

import (
	"reflect"
	"testing"

	"coolhead/sim"
)

func TestAWalkIsTheSameForTheSameSeed(t *testing.T) {
	c := New(shipped(t, "gate-agent"))
	o := WalkOptions{Seed: 3, Calls: 40, Waits: 10}
	a, b := c.Walk(o), c.Walk(o)
	if !reflect.DeepEqual(a, b) {
		t.Errorf("two walks: %+v and %+v", a, b)
	}
	o.Seed++
	if reflect.DeepEqual(a, c.Walk(o)) {
		t.Error("another seed walks the same way")
	}
	ends := 0
	for _, n := range a.Ends {
		ends += n
	}
	if ends != 40 || a.Turns["photo"] != 40 || a.Longest == 0 {
		t.Errorf("%d ends, the first turn in %d calls, longest %d", ends, a.Turns["photo"], a.Longest)
	}
}

// BenchmarkCall plays a whole call of eight replies, the picks read beforehand; the
// customer's lines are read as they come.
func BenchmarkCall(b *testing.B) {
	c := New(shipped(b, "bad-policy"))
	turns := 0
	b.ReportAllocs()
	for b.Loop() {
		call := c.stage.Start(sim.Options{Seed: 1})
		for n := range 8 {
			if _, over := call.Ended(); over {
				break
			}
			if _, err := call.ReplyPick(1 + n%len(call.Turn().Picks)); err != nil {
				b.Fatal(err)
			}
			turns++
		}
	}
	b.ReportMetric(float64(turns)/b.Elapsed().Seconds(), "turns/s")
}

// BenchmarkWalk is the same at random, as often as the walks of a check do it.
func BenchmarkWalk(b *testing.B) {
	c := New(shipped(b, "gate-agent"))
	replies := 0
	for b.Loop() {
		replies += c.Walk(WalkOptions{Seed: 1, Calls: 1000}).Replies
	}
	b.ReportMetric(float64(replies)/b.Elapsed().Seconds(), "turns/s")
}

func TestEveryShippedCallVerifiesWhateverIsPicked(t *testing.T) {
	for _, id := range calls(t) {
		cast := shipped(t, id)
		c := New(cast)
		for seed := range 5 {
			d := dice(seed)
			call := c.stage.Start(sim.Options{Seed: int64(seed)})
			for range 12 {
				if _, over := call.Ended(); over {
					break
				}
				switch picks := call.Turn().Picks; {
				case d.under(8) == 0 && call.Replies() > 0:
					if _, err := call.Rewind(1 + d.under(call.Replies())); err != nil {
						t.Fatal(err)
					}
				case d.under(8) == 0:
					call.Wait()
				case len(picks) > 0 && d.under(4) > 0:
					if _, err := call.ReplyPick(1 + d.under(len(picks))); err != nil {
						t.Fatal(err)
					}
				default:
					if _, err := call.Reply("I'm sorry, we got that wrong. I'll ring you by four today, all right?"); err != nil {
						t.Fatal(err)
					}
				}
			}
			if err := sim.Verify(cast, call.Events()); err != nil {
				t.Errorf("%s, seed %d: %v", id, seed, err)
			}
		}
	}
}
