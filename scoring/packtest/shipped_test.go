package packtest

import (
	"testing"

	"coolhead/scenarios/source"
	"coolhead/scoring"
)

// leastRight is the share of findings on the labelled replies that people must
// confirm, in percent. A trainee marked down wrongly once stops believing.
const leastRight = 65

func TestPeopleConfirmWhatTheRulesThatShipFind(t *testing.T) {
	replies, problems := Shipped("en")
	packs, _ := scoring.Builtin()
	for _, p := range append(problems, Unknown(replies, packs)...) {
		t.Errorf("%s", source.Format(p))
	}
	hands := map[string]int{}
	for _, r := range replies {
		hands[r.Hand]++
	}
	if len(replies) < 150 || len(hands) < 6 {
		t.Fatalf("%d replies in %d hands", len(replies), len(hands))
	}
	r, _ := scoring.Compile(packs)
	found, right := 0, 0
	for _, rule := range Run(r, packs, replies).Rules {
		found, right = found+rule.Corpus.Found, right+rule.Corpus.Right
		for _, reply := range rule.Unlabeled {
			t.Logf("%s: %s", rule.ID, reply)
		}
	}
	t.Logf("%d of %d findings are confirmed", right, found)
	if found < 100 || percent(right, found) < leastRight {
		t.Errorf("%d of %d findings are confirmed, fewer than %d in a hundred", right, found, leastRight)
	}
}
