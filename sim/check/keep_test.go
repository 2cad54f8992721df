package check

import (
	"strings"
	"testing"

	"coolhead/scenarios"
	"coolhead/sim"
)

func TestACallThatWasPlayedBecomesATestThatPasses(t *testing.T) {
	for _, id := range calls(t) {
		cast := shipped(t, id)
		for seed := range int64(4) {
			call := sim.Start(cast, sim.Options{Seed: seed})
			d := dice(seed)
			for range most {
				if _, over := call.Ended(); over {
					break
				}
				picks := call.Turn().Picks
				switch n := d.under(5); {
				case n == 0 && call.Replies() > 0:
					call.Wait()
				case n == 1:
					call.Reply("I'm sorry, that was our mistake. I'll ring you by four.")
				default:
					call.ReplyPick(1 + d.under(len(picks)))
				}
			}
			test, err := Keep(call, "As it was played")
			if err != nil {
				if seed == seedOfTests {
					t.Errorf("%s: %v", id, err)
				}
				continue // with other lines a silence may lead elsewhere
			}
			own := *cast.Scenario
			own.Tests = []scenarios.Test{test}
			with := cast
			with.Scenario = &own
			if r := RunTests(with)[0]; !r.Passed {
				t.Errorf("%s, seed %d: %s", id, seed, r.Fault)
			}
		}
	}
}

const seedOfTests = seed

func TestWhatCannotBecomeATestSaysWhy(t *testing.T) {
	cast := tried(t)
	running := sim.Start(cast, sim.Options{})
	if _, err := Keep(running, "x"); err == nil || !strings.Contains(err.Error(), "has not ended") {
		t.Errorf("a call that runs: %v", err)
	}
	late := sim.Start(cast, sim.Options{At: "when"})
	if err := late.Follow(sim.Path{{Pick: 2}}); err != nil {
		t.Fatal(err)
	}
	if _, err := Keep(late, "x"); err == nil || !strings.Contains(err.Error(), "begin at its beginning") {
		t.Errorf("a call that began late: %v", err)
	}
}

func TestAScoreIsHeldToItsTen(t *testing.T) {
	for score, want := range map[int]scenarios.Bound{
		0: {N: 10}, 39: {N: 40}, 40: {N: 50}, 69: {N: 70}, 70: {AtLeast: true, N: 70}, 79: {AtLeast: true, N: 70}, 83: {AtLeast: true, N: 80}, 100: {AtLeast: true, N: 100},
	} {
		if got := about(score); *got != want {
			t.Errorf("%d became %+v, not %+v", score, *got, want)
		}
	}
}

func TestTestsWithoutANameAreToldApartByWhatWasSaid(t *testing.T) {
	for name, replies := range map[string][]scenarios.TestReply{
		"by picks 2 s 1": {{Pick: 2}, {Silence: 60}, {Pick: 1}},
		"in 2 replies":   {{Pick: 2}, {Text: "It is ours."}},
	} {
		if got := by(replies); got != name {
			t.Errorf("%v is called %q, not %q", replies, got, name)
		}
	}
}
