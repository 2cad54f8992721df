package coach

import (
	"slices"
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
		{Behaviour: "owns-it", Name: "owns it", Side: scoring.Helps}, {Behaviour: "apology", Name: "sorry", Side: scoring.Helps},
		{Behaviour: "owns-it", Name: "owns it", Side: scoring.Helps}, {Name: "no date", Side: scoring.Missing},
	}
	got := Names(found)
	if len(got) != 2 || got[0].Name != "owns it" || got[1].Name != "sorry" {
		t.Errorf("%v", got)
	}
	if len(Told(found)) != 3 {
		t.Error("marks stand under every place, named once or not")
	}
}

func TestTheShapeOfASentenceIsToldWhereItWeighsAndNoWordsSayIt(t *testing.T) {
	found := []scoring.Finding{
		{Behaviour: "blames-customer", Name: "blames them", Side: scoring.Hurts, Start: 0, End: 10, Points: -200},
		{Name: "opens against them", Side: scoring.Hurts, Start: 0, End: 30, Points: -250},
		{Name: "people in general", Side: scoring.Hurts, Start: 40, End: 60, Points: -160},
		{Name: "curt", Side: scoring.Hurts, Start: 70, End: 75, Points: -30},
	}
	var names []string
	for _, f := range Told(found) {
		names = append(names, f.Name)
	}
	if want := []string{"blames them", "people in general"}; !slices.Equal(names, want) {
		t.Errorf("told %q, want %q", names, want)
	}
}
