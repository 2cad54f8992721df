package sim

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// finished is a call of three replies that ends well: cooled, slipped, cooled.
func finished(t *testing.T, mode Mode, attempt int) *Call {
	t.Helper()
	a := turn("a", "Where is it?", "owns-it")
	a.Picks = []scenarios.Pick{{Kind: scenarios.Model, Text: "owns-it plays-back"}, {Kind: scenarios.Trap, Text: "argues"}}
	b := turn("b", "And when?")
	cast := castOf(scenarios.Upset, a, b, turn("c", "So?", "next-step-by-when"), closing("end", scenarios.Recovered))
	cast.Scenario.Ends = map[string]string{scenarios.Recovered: "Dana got a date."}
	cast.Scenario.Customer.Backstory = "It was for a coat.\n"
	cast.Scenario.Customer.Felt = map[string]string{"owns-it": "somebody knows at last"}
	cast.Scenario.Facts = scenarios.FactRefs{IDs: []string{"told-about-bad"}, Own: []scenarios.Fact{{ID: "own", Claim: "c"}}}
	cast.Facts = []scenarios.Fact{
		{ID: "told-about-good", Value: "11", Claim: "good", Source: "AmEx", Year: 2017},
		{ID: "told-about-bad", Value: "15", Claim: "bad", Source: "AmEx", Year: 2017},
	}
	c := Start(cast, Options{Seed: 4, Mode: mode, Attempt: attempt})
	say(t, c, "well owns-it there", "argues but-pivot", "next-step-by-when validates")
	ended(t, c, scenarios.Recovered)
	return c
}

func TestTheDebriefOfACall(t *testing.T) {
	d := finished(t, Practice, 0).Debrief()
	if d.Sentence != "Dana got a date." || d.Verdict != scenarios.Good || d.Customer != "Dana" || d.Backstory != "It was for a coat." {
		t.Errorf("told as %q, %v, of %s, because %q", d.Sentence, d.Verdict, d.Customer, d.Backstory)
	}
	heats := []int{}
	for _, p := range d.Curve {
		heats = append(heats, p.Heat)
	}
	if want := []int{60, 53, 67, 56}; !reflect.DeepEqual(heats, want) {
		t.Errorf("the curve is %v, want %v", heats, want)
	}
	if d.Slipped == nil || d.Slipped.Reply != 2 || d.Slipped.Words != "argues" || d.Slipped.From != 53 || d.Slipped.To != 67 {
		t.Errorf("it slipped at %+v", d.Slipped)
	}
	if d.Turned == nil || d.Turned.Reply != 3 || d.Turned.Words != "validates" {
		t.Errorf("it turned at %+v", d.Turned)
	}
	if h := d.Replies[0].Heard; len(h) != 1 || h[0] != (Heard{Words: "owns-it", Behaviour: "owns-it", Felt: "somebody knows at last"}) {
		t.Errorf("Dana heard %+v", h)
	}
	if got := d.Replies[0].Instead; len(got) != 1 || got[0] != "owns-it plays-back" {
		t.Errorf("say instead %v", got)
	}
	if d.Ripple == nil || d.Ripple.People != 11 || !d.Ripple.Kindly || d.Ripple.Otherwise != 15 || d.Ripple.Fact.Year != 2017 {
		t.Errorf("ripple %+v", d.Ripple)
	}
	if len(d.Facts) != 1 || d.Facts[0].ID != "told-about-bad" {
		t.Errorf("facts %+v; one without source and year is never shown", d.Facts)
	}
	if d.Last[0].Text != "line of end" {
		t.Errorf("the last line is %+v", d.Last)
	}
}

func TestTestModeGivesNoModelAwayBeforeTheLastAttempt(t *testing.T) {
	for _, x := range []struct {
		attempt int
		shown   bool
	}{{1, false}, {2, true}} {
		c := finished(t, Test, x.attempt)
		if got := strings.Contains(asJSON(t, c.Events()), "owns-it plays-back"); got != x.shown {
			t.Errorf("attempt %d of 2: the model is in the record: %v, want %v", x.attempt, got, x.shown)
		}
		if d := c.Debrief(); !d.Pass.Test || d.Pass.Attempt != x.attempt || d.Pass.Attempts != 2 || d.Pass.Mark != 70 {
			t.Errorf("pass %+v", d.Pass)
		}
	}
}

func TestTheScoreOfACall(t *testing.T) {
	a := turn("a", "line")
	b, door := turn("b", "line"), closing("door", scenarios.StormedOff)
	half := closing("half", scenarios.SolvedButLost)
	score := func(end scenarios.Turn, replies ...string) Result {
		c := Start(castOf(scenarios.Upset, a, b, end), Options{})
		say(t, c, replies...)
		return c.Result()
	}
	good := closing("end", scenarios.Recovered)
	mean := score(good, "repair", "hm")
	for d := range scoring.Dimensions {
		if mean.Has[d] != (score(good, "repair", "repair").Has[d]) {
			t.Errorf("%s: a reply without an occasion counts", d)
		}
	}
	fix, _ := scoring.BehaviourOf("repair")
	if got, want := mean.Dimensions[fix.Dimension], 500+fix.Points; got != want {
		t.Errorf("%s is %s, want that of the one reply that had it, %s", fix.Dimension, got, want)
	}
	long := strings.Repeat("owns-it validates labels-feeling plays-back options repair next-step-by-when ", 4)
	if r := score(good, long, long); len(r.Caps) != 0 || r.Score < 800 {
		t.Fatalf("a good call scores %s with %v", r.Score, r.Caps)
	}
	if r := score(door, long, long); r.Score != 390 || len(r.Caps) != 1 || !r.Caps[0].Lowers {
		t.Errorf("a bad ending: %s, %+v", r.Score, r.Caps)
	}
	if r := score(half, long, long); r.Score != 690 || len(r.Caps) != 1 {
		t.Errorf("an ending between: %s, %+v", r.Score, r.Caps)
	}
	if r := score(good, long, "!contempt "+long); r.Score != 390 || len(r.Caps) != 1 || r.Caps[0].Reply != 2 {
		t.Errorf("contempt: %s, %+v", r.Score, r.Caps)
	}
	c := Start(castOf(scenarios.Upset, a, b, good), Options{})
	say(t, c, "!contempt")
	if _, err := c.Rewind(1); err != nil {
		t.Fatal(err)
	}
	say(t, c, long)
	if r := c.Result(); len(r.Caps) != 0 {
		t.Errorf("a reply that was rewound counts: %+v", r.Caps)
	}
}

func TestHowManyAreToldAndHow(t *testing.T) {
	s := Prepare(finished(t, Practice, 0).stage.cast)
	for _, x := range []struct {
		end    string
		csat   int
		people int
		kindly bool
	}{
		{scenarios.Recovered, 3, 11, true},
		{scenarios.LeftSilently, 2, 15, false},
		{scenarios.SolvedButLost, 4, 11, true},
		{scenarios.SolvedButLost, 3, 15, false},
	} {
		r := s.ripple(x.end, x.csat)
		if r == nil || r.People != x.people || r.Kindly != x.kindly {
			t.Errorf("%s with %d of 5: %+v", x.end, x.csat, r)
		}
	}
	s.cast.Persona.Ripple = 150
	if r := s.ripple(scenarios.Recovered, 5); r.People != 17 || r.Otherwise != 23 {
		t.Errorf("one who tells half as many again: %+v", r)
	}
	s.cast.Facts = nil
	if r := s.ripple(scenarios.Recovered, 5); r != nil {
		t.Errorf("without a fact there is a figure: %+v", r)
	}
}

func TestCSATIsInWholePoints(t *testing.T) {
	for _, x := range []struct {
		name string
		s    State
		end  string
		want int
	}{
		{"all of it", State{Progress: 100, Heat: 0, Trust: 100}, scenarios.Recovered, 5},
		{"nothing", State{Progress: 0, Heat: 100, Trust: 0}, scenarios.StormedOff, 1},
		{"half of it", State{Progress: 50, Heat: 50, Trust: 50}, scenarios.SolvedButLost, 3},
		{"just below a half rounds down", State{Progress: 100, Heat: 47, Trust: 22}, scenarios.Recovered, 4},
		{"exceeded is five", State{Progress: 0, Heat: 60, Trust: 0}, scenarios.Exceeded, 5},
		{"a bad ending is two at most", State{Progress: 100, Heat: 0, Trust: 100}, scenarios.LeftSilently, 2},
	} {
		if got := csat(x.s, x.end); got != x.want {
			t.Errorf("%s: %d, want %d", x.name, got, x.want)
		}
	}
}

func TestEveryEndingHasASentenceThatNamesTheCustomer(t *testing.T) {
	seen := map[string]bool{}
	for _, end := range append(scenarios.Endings(), "") {
		s := built("Mr Osei", end)
		if seen[s] || !strings.Contains(s, "Mr Osei") && end != scenarios.EndedForAbuse {
			t.Errorf("%s: %q", end, s)
		}
		seen[s] = true
	}
}

func TestTheDebriefAsJSON(t *testing.T) {
	var out map[string]any
	if err := json.Unmarshal([]byte(asJSON(t, finished(t, Score, 0).Debrief().Export())), &out); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"scenario", "seed", "mode", "outcome", "score", "dimensions", "csat", "ripple", "turns"} {
		if _, ok := out[key]; !ok {
			t.Errorf("%s is missing", key)
		}
	}
	if len(out) != 9 {
		t.Errorf("%d keys, want 9: %v", len(out), out)
	}
	first := out["turns"].([]any)[0].(map[string]any)
	if first["customer"] != "Where is it?" || first["reply"] != "well owns-it there" || first["turn"] != "a" {
		t.Errorf("turn %v", first)
	}
	state := first["state"].(map[string]any)
	if state["mood"] != "upset" || state["heat"] != 53.0 || len(state) != 5 {
		t.Errorf("state %v", state)
	}
	finding := first["findings"].([]any)[0].(map[string]any)
	if finding["start"] != 5.0 || finding["end"] != 12.0 || finding["instead"] == nil {
		t.Errorf("finding %v", finding)
	}
	for _, d := range []Decimal{724, 720, -15, 0, 5, -5} {
		var back Decimal
		if err := json.Unmarshal([]byte(asJSON(t, d)), &back); err != nil || back != d {
			t.Errorf("%d is written %s and read %d (%v)", d, asJSON(t, d), back, err)
		}
	}
}

func TestHintsComeOneByOneAndNeverFromTheModel(t *testing.T) {
	a := turn("a", "line", "owns-it")
	a.Hint = "Look at who sent it."
	a.Picks = []scenarios.Pick{{Kind: scenarios.Model, Text: "the model's own words"}}
	cast := castOf(scenarios.Upset, a, turn("b", "line", "options"), closing("end", scenarios.Recovered))
	c := Start(cast, Options{})
	own, _ := scoring.BehaviourOf("owns-it")
	seen := map[string]bool{}
	for n := 1; n <= 4; n++ {
		h, events := c.Hint()
		if h.N != min(n, 3) || h.Of != 3 || h.Text == "" || strings.Contains(h.Text, "model's own") {
			t.Fatalf("hint %d: %+v", n, h)
		}
		if n == 1 && h.Text != a.Hint || n == 2 && h.Text != own.Hints[0] {
			t.Errorf("hint %d is %q", n, h.Text)
		}
		if (len(events) == 1) != (n <= 3) {
			t.Errorf("hint %d gave %d events", n, len(events))
		}
		seen[h.Text] = true
	}
	if len(seen) != 3 {
		t.Errorf("%d different hints", len(seen))
	}
	if c.Debrief().Hints != 0 {
		t.Error("hints count before the reply they were taken for")
	}
	say(t, c, "owns-it")
	if got := c.Debrief().Hints; got != 3 {
		t.Errorf("the record keeps %d hints, want 3", got)
	}
	if h, events := Start(cast, Options{Mode: Test}).Hint(); h.N != 0 || events != nil || !strings.Contains(h.Text, "test mode") {
		t.Errorf("in test mode: %+v", h)
	}
}

func TestWhatATraineeMayKnowOfANeedIsHowMuchIsLeft(t *testing.T) {
	c := Start(castOf(scenarios.Upset, turn("a", "line", "owns-it", "options"), closing("end", scenarios.Recovered)), Options{})
	if c.Left() != 2 {
		t.Errorf("%d left, want 2", c.Left())
	}
	say(t, c, "owns-it argues")
	if c.Left() != 1 {
		t.Errorf("%d left, want 1", c.Left())
	}
	if got := c.Heard(); !reflect.DeepEqual(got, []string{"owns-it"}) {
		t.Errorf("heard %v: what hurt is not listed", got)
	}
}
