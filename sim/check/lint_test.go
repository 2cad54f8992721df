package check

import (
	"testing"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
)

// Whether a model meets its need is the packs' affair as well; where a talk can go
// is the scenario's alone.
func TestNothingInTheLibraryIsOutOfReach(t *testing.T) {
	for _, id := range calls(t) {
		for _, p := range New(shipped(t, id)).Lint() {
			switch p.Code {
			case "CH103", "CH112", "CH302", "PK010":
				p.File = id
				t.Error(source.Format(p))
			}
		}
	}
}

func BenchmarkLintOneCall(b *testing.B) {
	cast := shipped(b, "gate-agent")
	b.ReportAllocs()
	for b.Loop() {
		New(cast).Lint()
	}
}

func TestTheHeatOfEachMoodIsTheScenariosOwn(t *testing.T) {
	for m, span := range moodSpans() {
		for h := span.low; h <= span.high; h++ {
			if scenarios.MoodOf(h) != scenarios.Mood(m) {
				t.Errorf("heat %d is %s, not %s", h, scenarios.MoodOf(h), scenarios.Mood(m))
			}
		}
	}
}
