package sim

import "testing"

// BenchmarkEngine is a call of eight replies with a reader that costs nothing: what
// the engine itself takes.
func BenchmarkEngine(b *testing.B) {
	stage := Prepare(wild())
	replies := []string{"owns-it", "bait-declined", "options", "plays-back validates", "argues", "hm", "repair", "validates"}
	b.ReportAllocs()
	turns := 0
	for b.Loop() {
		c := stage.Start(Options{Seed: 1})
		for _, text := range replies {
			if _, err := c.Reply(text); err != nil {
				break
			}
			turns++
		}
	}
	b.ReportMetric(float64(turns)/b.Elapsed().Seconds(), "turns/s")
}
