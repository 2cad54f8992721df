package scoring

import (
	"testing"

	"coolhead/scenarios/source"
)

// spanish is the reader of what ships in Spanish.
func spanish(t testing.TB) *Reader {
	t.Helper()
	r, ok := builtin(t).In("es")
	if !ok {
		t.Fatal("there is no Spanish")
	}
	return r
}

func TestEveryRuleOfEveryLanguageKeepsItsExamples(t *testing.T) {
	all := builtin(t)
	for _, lang := range all.Languages() {
		r, _ := all.In(lang)
		for _, failed := range r.Try() {
			if failed.Hit {
				t.Errorf("%s: %s should hit %q", lang, failed.Rule, failed.Example.Reply)
			} else {
				t.Errorf("%s: %s should leave %q", lang, failed.Rule, failed.Example.Reply)
			}
		}
		for i := range r.rules {
			if rule := &r.rules[i]; lang != "en" && !rule.Banned && (len(rule.Hit) < 3 || len(rule.Miss) < 3) {
				t.Errorf("%s: %s has %d examples that hit and %d that must not", lang, rule.full, len(rule.Hit), len(rule.Miss))
			}
		}
	}
}

func TestPacksOfALanguageCompileWithoutProblems(t *testing.T) {
	packs, problems := Builtin()
	_, more := Compile(packs)
	for _, p := range append(problems, more...) {
		t.Error(source.Format(p))
	}
}
