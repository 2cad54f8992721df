package scoring

import (
	"testing"

	"coolhead/scenarios/source"
)

// builtin compiles what ships; the packs are broken where this fails.
func builtin(t testing.TB) *Reader {
	t.Helper()
	packs, problems := Builtin()
	r, more := Compile(packs)
	for _, p := range append(problems, more...) {
		t.Errorf("%s", source.Format(p))
	}
	if r == nil {
		t.Fatal("there is no reader")
	}
	return r
}

func TestEveryRuleHitsItsExamplesAndLeavesTheOthers(t *testing.T) {
	r := builtin(t)
	for i := range r.rules {
		rule := &r.rules[i]
		if rule.Banned {
			continue
		}
		if len(rule.Hit) == 0 || len(rule.Miss) == 0 {
			t.Errorf("%s has no examples that hit, or none that miss", rule.full)
		}
		for _, e := range rule.Hit {
			if !r.finds(rule.full, e) {
				t.Errorf("%s should hit %q", rule.full, e.Reply)
			}
		}
		for _, e := range rule.Miss {
			if r.finds(rule.full, e) {
				t.Errorf("%s should leave %q", rule.full, e.Reply)
			}
		}
	}
}
