package coach

import (
	"testing"

	"coolhead/scoring"
)

func TestMarksSettleAtWordEnds(t *testing.T) {
	for _, test := range []struct {
		name, before, now string
		at                int
		want              bool
	}{
		{"a word grows", "I am", "I am s", 6, false},
		{"a blank ends it", "I am", "I am ", 5, true},
		{"a stop ends it", "I am", "I am.", 5, true},
		{"a letter inside the text moves what follows", "sorry", "xsorry", 1, true},
		{"a letter taken away at the end", "sorry", "sorr", 4, true},
		{"nothing is left", "s", "", 0, true},
		{"a wide stop of another script is only a letter here", "日", "日本", 6, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Coach{read: test.before}
			now, _ := c.Key(test.now, test.at)
			if now != test.want {
				t.Errorf("read now: %v", now)
			}
		})
	}
}

func TestAnOlderRestIsLate(t *testing.T) {
	var c Coach
	_, first := c.Key("s", 1)
	_, last := c.Key("so", 2)
	if c.Settles(first) {
		t.Error("a rest before the last key settles the line")
	}
	if !c.Settles(last) {
		t.Error("the rest after the last key does not")
	}
}

func TestNamesTellEachNameOnceAndNoAbsence(t *testing.T) {
	found := []scoring.Finding{
		{Name: "owns it", Side: scoring.Helps}, {Name: "sorry", Side: scoring.Helps},
		{Name: "owns it", Side: scoring.Helps}, {Name: "no date", Side: scoring.Missing},
	}
	got := Names(found)
	if len(got) != 2 || got[0].Name != "owns it" || got[1].Name != "sorry" {
		t.Errorf("%v", got)
	}
	if len(Told(found)) != 3 {
		t.Error("marks stand under every place, named once or not")
	}
}
