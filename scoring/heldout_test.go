package scoring

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"coolhead/scenarios/source"
)

// heldout reads the replies that no rule was written from: behaviour → replies.
func heldout(t testing.TB, file string) map[string][]Example {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	replies := map[string][]Example{}
	for _, p := range source.Decode(file, data, &replies) {
		t.Errorf("%s", source.Format(p))
	}
	return replies
}

// leastHeard is the share of held-back replies that must be heard, in percent: a
// rule that is narrowed too far shows here, not in its own examples.
const leastHeard = 50

func TestRulesHearWordsTheyWereNotWrittenFrom(t *testing.T) {
	r := builtin(t)
	files, err := filepath.Glob("testdata/heldout*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no held-back replies")
	}
	heard, all := 0, 0
	for _, file := range files {
		replies := heldout(t, file)
		for _, id := range sortedKeys(replies) {
			if _, ok := BehaviourOf(id); !ok {
				t.Errorf("%s: there is no behaviour %q", file, id)
			}
			missed := []string{}
			for _, e := range replies[id] {
				a := r.Judge(r.Read(e.Reply), r.Moment(e.Context()))
				if !slices.ContainsFunc(a.Findings, func(f Finding) bool { return f.Behaviour == id && f.Side != Missing }) {
					missed = append(missed, e.Reply)
				}
			}
			n := len(replies[id])
			heard, all = heard+n-len(missed), all+n
			t.Logf("%-22s %d of %d  %s", id, n-len(missed), n, strings.Join(missed, " | "))
		}
	}
	if 100*heard < leastHeard*all {
		t.Errorf("%d of %d held-back replies are heard, fewer than %d in a hundred", heard, all, leastHeard)
	}
}
