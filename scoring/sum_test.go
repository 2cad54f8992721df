package scoring

import (
	"os"
	"strings"
	"testing"
)

// Every score can be added up from its findings: what the sum says is what the
// reply got, for every example of every rule and every reply of the tests.
func TestEveryScoreCanBeAddedUp(t *testing.T) {
	r := builtin(t)
	var replies []string
	for i := range r.rules {
		for _, e := range append(r.rules[i].Hit, r.rules[i].Miss...) {
			replies = append(replies, e.Reply)
		}
	}
	data, err := os.ReadFile("testdata/own-pairs.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		replies = append(replies, strings.Split(line, `"`)...)
	}
	capped, held := 0, 0
	for _, text := range replies {
		a := r.Judge(r.Read(text), r.Moment(Context{}))
		if a.Unassessed != "" {
			continue
		}
		s := r.Sum(a)
		for d := range Dimensions {
			c := s.Columns[d]
			if c.Value != a.Dimensions[d] {
				t.Errorf("%q: %s adds up to %s, and is %s", text, d, c.Value, a.Dimensions[d])
			}
			if c.Total != c.Value {
				held++
			}
		}
		switch {
		case s.Mean == a.Score:
		case s.Capped != "" && s.Mean > a.Score:
			capped++
		default:
			t.Errorf("%q: the mean is %s, the score %s", text, s.Mean, a.Score)
		}
	}
	if capped == 0 || held == 0 {
		t.Errorf("no reply was held down (%d) or beyond an end (%d): this tests too little", capped, held)
	}
}
