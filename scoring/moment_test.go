package scoring

import "testing"

func find(a Assessment, rule string) (Finding, bool) {
	for _, f := range a.Findings {
		if f.Rule == rule {
			return f, true
		}
	}
	return Finding{}, false
}

func TestInACallOnlyTheNeedOfTheTurnCanBeMissing(t *testing.T) {
	r := builtin(t)
	call := Context{Customer: "Where is my refund?", InCall: true, Needs: Needs{All: []string{"owns-it"}}}
	a := r.Judge(r.Read("It left our bank this morning."), r.Moment(call))
	for _, f := range a.Findings {
		if f.Side == Missing && f.Rule != "engine/need-missed" {
			t.Errorf("%s is missed in a call", f.Rule)
		}
	}
	if f, ok := find(a, "engine/need-missed"); !ok || f.Behaviour != "owns-it" || f.End != 0 {
		t.Errorf("the missing need is %+v", f)
	}
	a = r.Judge(r.Read("We got that wrong, it's our mistake."), r.Moment(call))
	if f, ok := find(a, "engine/need-met"); !ok || f.Points <= 0 || f.End == 0 {
		t.Errorf("the need that is met is %+v", f)
	}
}

func TestADimensionWithoutOccasionIsLeftOutInACall(t *testing.T) {
	r := builtin(t)
	a := r.Judge(r.Read("Hm."), r.Moment(Context{InCall: true}))
	for d, has := range a.Has {
		if has {
			t.Errorf("%s has no occasion here", Dimension(d))
		}
	}
	a = r.Judge(r.Read("Hm."), r.Moment(Context{}))
	for d, has := range a.Has {
		if !has {
			t.Errorf("outside a call %s is always judged", Dimension(d))
		}
	}
}

func TestWordsOfATurnShowWhatTheScenarioSays(t *testing.T) {
	r := builtin(t)
	m := r.Moment(Context{Customer: "And now?", Hears: map[string][]string{"can-do": {"write to zqana", "the blue binder"}}})
	for _, c := range []struct {
		reply string
		want  bool
	}{
		{"I'd say write to Zqana.", true},
		{"It's all in the blue binder.", true},
		{"Please don't write to Zqana.", false},
		{"Write to nobody.", false},
	} {
		a := r.Judge(r.Read(c.reply), m)
		if _, got := find(a, "scenario/hears"); got != c.want {
			t.Errorf("%q: %v, want %v", c.reply, got, c.want)
		}
	}
}

func TestAPickShowsWhatItDeclares(t *testing.T) {
	r := builtin(t)
	a := r.Judge(r.Read("Hm."), r.Moment(Context{Grants: []string{"bait-declined"}}))
	if !a.Shows("bait-declined") {
		t.Error("the declared behaviour is not shown")
	}
}

func TestAScenarioChangesRulesOnlyForItself(t *testing.T) {
	r := builtin(t)
	reply, m := "You need to calm down.", Context{Customer: "I'm furious."}
	if !r.Judge(r.Read(reply), r.Moment(m)).Shows("calm-down") {
		t.Fatal("nothing to switch off")
	}
	quiet := r.With(map[string]RuleChange{"en/calm/*": {Off: true}, "engine/*": {Off: true}}, nil)
	if quiet.Judge(quiet.Read(reply), quiet.Moment(m)).Shows("calm-down") {
		t.Error("the rule is off and found")
	}
	if !r.Judge(r.Read(reply), r.Moment(m)).Shows("calm-down") {
		t.Error("the reader it came from has changed")
	}
	points := Tenths(-10)
	dear := r.With(map[string]RuleChange{"en/calm/calm-yourself": {Points: &points}}, nil)
	if f, ok := find(dear.Judge(dear.Read(reply), dear.Moment(m)), "en/calm/calm-yourself"); !ok || f.Points != points {
		t.Errorf("points are %v, want %v", f.Points, points)
	}
	allowed := r.With(nil, []Allowance{{Rule: "en/calm/calm-yourself", Phrase: "need to calm down"}})
	if _, ok := find(allowed.Judge(allowed.Read(reply), allowed.Moment(m)), "en/calm/calm-yourself"); ok {
		t.Error("the allowed words are found")
	}
}

func TestTheSameReplyTwiceIsHeardAsTheSame(t *testing.T) {
	r := builtin(t)
	said := "I've opened it again and you'll have it by Friday."
	first := r.Judge(r.Read(said), r.Moment(Context{Customer: "Well?"}))
	again := r.Judge(r.Read(said), r.Moment(Context{Customer: "Well?", Said: []string{said}, Turn: 1}))
	if again.Score >= first.Score {
		t.Errorf("first %v, again %v", first.Score, again.Score)
	}
}

func TestQuestionsAreKnownByWhatTheyWant(t *testing.T) {
	r := builtin(t)
	for _, c := range []struct {
		line string
		want []questionKind
	}{
		{"When does it come?", []questionKind{askWhen}},
		{"What time do you shut?", []questionKind{askWhen}},
		{"Is it here?", []questionKind{askYesNo}},
		{"How much is it?", []questionKind{askAmount}},
		{"where is my bag", []questionKind{askWhere}},
		{"It never came.", nil},
		{"Why was I charged?", []questionKind{askWhy}},
	} {
		kinds, _ := r.Read(c.line).asked()
		var want uint16
		for _, k := range c.want {
			want |= 1 << k
		}
		if kinds != want {
			t.Errorf("%q asks %b, want %b", c.line, kinds, want)
		}
	}
}

func TestAWordOrTwoStatesNoView(t *testing.T) {
	r := builtin(t)
	for text, want := range map[string]bool{
		"Hello":             false,
		"Order 77, Tuesday": false,
		"The gate on the hill road has never been shut before nine": true,
	} {
		if _, said := find(r.Judge(r.Read(text), r.Moment(Context{})), "engine/flat"); said != want {
			t.Errorf("%q is told to be said as fact: %v", text, said)
		}
	}
}
