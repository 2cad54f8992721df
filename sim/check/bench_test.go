package check

import (
	"fmt"
	"strings"
	"testing"

	"coolhead/scenarios"
	"coolhead/sim"
)

// longCall is a call of n turns, one after the other, with three picks each.
func longCall(t testing.TB, n int) sim.Cast {
	t.Helper()
	things := []string{"coat", "kettle", "boiler", "ticket", "parcel", "invoice", "heater", "passport", "curtain", "bicycle"}
	var b strings.Builder
	b.WriteString("coolhead: 1\nkind: call\nid: long\ntitle: Long\nlevel: 3\nsector: retail\nchannel: phone\ncause: policy\nbrief: b\ncustomer: {name: Dana, mood: wary}\nturns:\n")
	for i := range n {
		thing := things[i%len(things)]
		fmt.Fprintf(&b, "  t%d:\n    says: [\"Where is my %s, number %d?\", \"I asked about the %s.\"]\n    needs: owns-it\n    picks:\n", i, thing, i, thing)
		fmt.Fprintf(&b, "      - {model: \"That is our mistake with the %s. I'm sorry, and I'll ring you by four.\"}\n", thing)
		fmt.Fprintf(&b, "      - {say: \"We got the %s wrong, I'm afraid.\"}\n", thing)
		fmt.Fprintf(&b, "      - {say: \"That's our fault. I have your %s here.\"}\n", thing)
	}
	b.WriteString("  bye: {says: \"Right.\", end: recovered}\nanytime:\n  - {if: mood furious, say: \"Enough!\", once: true}\n")
	s, problems := scenarios.Load("long.yaml", []byte(b.String()), scenarios.Known{})
	if s == nil {
		t.Fatal(problems)
	}
	return sim.Cast{Scenario: s, Reader: builtin()}
}

// BenchmarkTurns is random calls of 10 to 500 turns, one core, picks read once.
func BenchmarkTurns(b *testing.B) {
	for _, n := range []int{10, 50, 100, 250, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := New(longCall(b, n))
			c.Walk(WalkOptions{Seed: 1, Calls: 20})
			replies := 0
			b.ReportAllocs()
			for b.Loop() {
				replies += c.Walk(WalkOptions{Seed: 2, Calls: 20}).Replies
			}
			b.ReportMetric(float64(replies)/b.Elapsed().Seconds(), "turns/s")
			b.ReportMetric(float64(replies)/float64(20*b.N), "turns/call")
		})
	}
}

// BenchmarkWalkFromNothing is a walk of a thousand calls with everything it takes:
// the picks and lines are read, and judged where they have not been.
func BenchmarkWalkFromNothing(b *testing.B) {
	cast := shipped(b, "gate-agent")
	replies := 0
	b.ReportAllocs()
	for b.Loop() {
		replies += New(cast).Walk(WalkOptions{Seed: 1, Calls: 1000, Waits: 5}).Replies
	}
	b.ReportMetric(float64(replies)/b.Elapsed().Seconds(), "turns/s")
}

// BenchmarkTyped is the same with typing.
func BenchmarkTyped(b *testing.B) {
	cast := shipped(b, "gate-agent")
	replies := 0
	for b.Loop() {
		replies += New(cast).Walk(WalkOptions{Seed: 1, Calls: 1000, Waits: 5, Typed: true}).Replies
	}
	b.ReportMetric(float64(replies)/b.Elapsed().Seconds(), "turns/s")
}

// BenchmarkExplore is the exhaustive walk of a shipped call.
func BenchmarkExplore(b *testing.B) {
	c := New(shipped(b, "this-way-up"))
	steps := 0
	b.ReportAllocs()
	for b.Loop() {
		x := newExplorer(c, true)
		x.run(ExploreOptions{States: MostStates})
		x.gather()
		steps += len(x.edges)
	}
	b.ReportMetric(float64(steps)/b.Elapsed().Seconds(), "steps/s")
}
