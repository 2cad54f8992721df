package scoring

import (
	"strings"
	"testing"

	"coolhead/scenarios/source"
)

const houseOverride = `coolhead_pack: 1
id: house
change:
  en/banned/*: off
  en/banned/banned/no-worries: -7.5
  en/calm/calm-yourself: {points: -3}
  en/calm/no-such-rule: off
allow:
  - {rule: en/calm/calm-yourself, phrase: calm down cream, reason: it is on the label}
  - {rule: en/calm/calm-yourself, phrase: lavender oil, reason: we sell it}
  - {rule: en/calm/other, phrase: calm down, reason: nobody knows}
  - {rule: "*", phrase: no worries at all}
`

func TestAPackSwitchesRulesOfOthersOffAndGivesThemOtherPoints(t *testing.T) {
	p, problems := LoadPack("house.yaml", []byte(houseOverride))
	if len(problems) > 0 {
		t.Fatal(source.Format(problems[0]))
	}
	base := builtin(t)
	r := base.Overridden(p.Override)
	points := func(r *Reader, reply, rule string) (Tenths, bool) {
		for _, f := range r.Judge(r.Read(reply), r.Moment(Context{})).Findings {
			if f.Rule == rule {
				return f.Points, true
			}
		}
		return 0, false
	}
	if got, ok := points(r, "You need to calm down.", "en/calm/calm-yourself"); !ok || got != -30 {
		t.Errorf("calm-yourself takes %s (found: %v), want -3", got, ok)
	}
	if _, ok := points(r, "Going forward we do it so.", "en/banned/banned/going-forward"); ok {
		t.Error("a rule of a pack that is off still finds")
	}
	if _, ok := points(base, "Going forward we do it so.", "en/banned/banned/going-forward"); !ok {
		t.Error("the reader it came from has changed, or the phrase is no longer banned")
	}
	if _, ok := points(r, "The calm down cream is in aisle two.", "en/calm/calm-yourself"); ok {
		t.Error("an allowed phrase is still found")
	}
	if _, ok := points(r, "No worries.", "en/banned/banned/no-worries"); !ok {
		t.Error("a rule named alone is off with its pack")
	}
	if a := r.Judge(r.Read("You need to calm down."), r.Moment(Context{})); !a.Shows("calm-down") {
		t.Error("an allowance for a rule that is not there lets everything stand")
	}
}

func TestChangesThatDoNothingAreNamed(t *testing.T) {
	p, _ := LoadPack("house.yaml", []byte(houseOverride))
	var codes []string
	for _, q := range builtin(t).CheckOverride(source.Place{File: "house.yaml", Line: 1, Col: 1}, p.Override) {
		codes = append(codes, q.Code)
		if q.File != "house.yaml" || q.Line == 0 {
			t.Errorf("%s has no place", q.Code)
		}
	}
	if got := strings.Join(codes, " "); got != "PK010 PK011 PK010 CH412" {
		t.Errorf("problems: %s", got)
	}
}

func TestWhatAChangeSaysWronglyIsTold(t *testing.T) {
	_, problems := LoadPack("h.yaml", []byte("coolhead_pack: 1\nid: h\nchange:\n  en/calm/*: quieter\nallow:\n  - {phrase: calm down}\n"))
	if len(problems) != 2 {
		t.Fatalf("%d problems: %+v", len(problems), problems)
	}
	for i, line := range []int{4, 6} {
		if problems[i].Line != line || problems[i].Help == "" {
			t.Errorf("problem %d: %+v", i, problems[i])
		}
	}
}
