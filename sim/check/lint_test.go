package check

import (
	"testing"

	"coolhead/scenarios/source"
)

func TestTheLibraryPassesTheLint(t *testing.T) {
	for _, id := range calls(t) {
		for _, p := range New(shipped(t, id)).Lint() {
			p.File = id
			if p.Severity == source.Advice {
				t.Log(source.Format(p))
				continue
			}
			t.Log(source.Format(p))
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
