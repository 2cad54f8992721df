package sim

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// wild is a call with a bit of everything.
func wild() Cast {
	a := turn("a", "", "owns-it")
	a.Says = []scenarios.Entry{{If: clause(scenarios.IfAgain, "", 0), Say: []string{"again", "and again"}}, {Say: []string{"one", "two"}}}
	a.Picks = []scenarios.Pick{{Kind: scenarios.Model, Text: "owns-it"}, {Kind: scenarios.Trap, Text: "argues now", Go: "c"}, {Kind: scenarios.Plain, Text: "can-do", Shows: []string{"owns-it"}}}
	b := turn("b", "rude", "bait-declined")
	b.Bait, b.Abuse = true, 1
	b.Missed = "c"
	c := turn("c", "rude too", "options", "plays-back")
	c.Abuse = 2
	c.Sends = []scenarios.Send{{Behaviour: "shrug", Go: "a"}}
	d := turn("d", "bye")
	d.Says = []scenarios.Entry{{If: mood(scenarios.Calm, "better"), Say: []string{"well"}, End: scenarios.Recovered}, {Say: []string{"meh"}, End: scenarios.KindButUseless}}
	cast := castOf(scenarios.Upset, a, b, c, d, turn("stop", "stop it", "validates"), closing("door", scenarios.StormedOff))
	cast.Scenario.Anytime = []scenarios.Anytime{
		{If: mood(scenarios.Angry, "worse"), Detour: "stop", Once: true},
		{If: mood(scenarios.Furious, ""), Go: "door"},
		{If: clause(scenarios.IfSilence, "", 20), Say: []string{"hello?", "anybody?"}},
		{If: clause(scenarios.IfSilence, "", 90), Go: "door"},
		{If: clause(scenarios.IfHold, "", 60), Say: []string{"long"}},
		{If: clause(scenarios.IfHeard, "jargon", 0), Say: []string{"what?"}, Once: true},
	}
	cast.Scenario.Customer.Backstory = "Because."
	cast.Scenario.Customer.Felt = map[string]string{"owns-it": "at last"}
	cast.Scenario.Facts.IDs = []string{"told-about-bad"}
	cast.Facts = []scenarios.Fact{
		{ID: "told-about-good", Value: "11", Claim: "c", Source: "s", Year: 2017},
		{ID: "told-about-bad", Value: "15", Claim: "c", Source: "s", Year: 2017},
	}
	cast.Hashes = []string{"scenario:wild:00"}
	return cast
}

// play does random things to a call until it ends, or 40 times.
func play(r *rand.Rand, c *Call) {
	ids := []string{"hm"}
	for _, b := range scoring.Behaviours() {
		ids = append(ids, b.ID)
	}
	for range 40 {
		if _, over := c.Ended(); over && r.IntN(3) > 0 {
			return
		}
		switch r.IntN(10) {
		case 0:
			c.Wait()
		case 1:
			c.Silence(r.IntN(120))
		case 2:
			c.Hint()
		case 3:
			c.Rewind(1 + r.IntN(c.Replies()+1))
		case 4, 5:
			c.ReplyPick(1 + r.IntN(3))
		case 6:
			c.Reply("Argues,  NOW!")
		default:
			var words []string
			for range 1 + r.IntN(4) {
				words = append(words, ids[r.IntN(len(ids))])
			}
			c.Reply(strings.Join(words, " "))
		}
	}
}

func TestARecordVerifiesReplaysAndKeepsItsBounds(t *testing.T) {
	endings := map[string]int{}
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 7))
		c := Start(wild(), Options{Seed: int64(seed)})
		play(r, c)
		end, _ := c.Ended()
		endings[end]++

		kept := roundTrip(t, c.Events())
		if err := Verify(wild(), kept); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		rec, err := Replay(kept)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if a, b := asJSON(t, c.Debrief()), asJSON(t, rec.Debrief()); a != b {
			t.Fatalf("seed %d: the record's debrief differs from the call's\n%s\n%s", seed, a, b)
		}
		if got := rec.State(); got != c.State() {
			t.Fatalf("seed %d: the record ends at %+v, the call at %+v", seed, got, c.State())
		}
		for i, e := range kept {
			if s := e.State; s != nil {
				for _, v := range []int{s.Heat, s.Trust, s.Patience, s.Progress, s.Cool} {
					if v < 0 || v > 100 {
						t.Fatalf("seed %d: event %d has the state %+v", seed, i+1, *s)
					}
				}
			}
		}
	}
	for _, end := range []string{scenarios.StormedOff, scenarios.KindButUseless, scenarios.Recovered, scenarios.EndedForAbuse} {
		if endings[end] == 0 {
			t.Errorf("no random call ended as %s: %v", end, endings)
		}
	}
}

func TestARecordThatWasChangedDoesNotVerify(t *testing.T) {
	mk := func() []Event {
		c := Start(wild(), Options{Seed: 3})
		say(t, c, "owns-it", "bites-bait")
		return roundTrip(t, c.Events())
	}
	for name, change := range map[string]func([]Event) []Event{
		"other words":      func(e []Event) []Event { e[2].Text = "argues"; return e },
		"another state":    func(e []Event) []Event { e[2].State.Heat--; return e },
		"another line":     func(e []Event) []Event { e[1].Line = "three"; return e },
		"another seed":     func(e []Event) []Event { e[0].Seed = 4; return e },
		"an event gone":    func(e []Event) []Event { return e[:len(e)-1] },
		"another pack":     func(e []Event) []Event { e[0].Hashes = []string{"scenario:wild:01"}; return e },
		"another scenario": func(e []Event) []Event { e[0].Scenario = "tame"; return e },
		"a newer version":  func(e []Event) []Event { e[1].V = 2; return e },
		"no beginning":     func(e []Event) []Event { return e[1:] },
		"nothing":          func(e []Event) []Event { return nil },
	} {
		if err := Verify(wild(), change(mk())); err == nil {
			t.Errorf("%s: it verifies", name)
		}
	}
	if err := Verify(wild(), mk()); err != nil {
		t.Errorf("unchanged: %v", err)
	}
}

func TestACallGoesOnFromItsRecord(t *testing.T) {
	c := Start(wild(), Options{Seed: 9})
	say(t, c, "owns-it", "bait-declined")
	d, err := Resume(wild(), roundTrip(t, c.Events()))
	if err != nil {
		t.Fatal(err)
	}
	if got := d.New(); len(got) != 0 {
		t.Errorf("%d events of the record are given as new", len(got))
	}
	say(t, c, "options plays-back")
	say(t, d, "options plays-back")
	if asJSON(t, c.Events()) != asJSON(t, d.Events()) {
		t.Error("it went on otherwise")
	}
}

func TestWhatIfChangesNothing(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 11))
		c := Start(wild(), Options{Seed: int64(seed)})
		play(r, c)
		if c.Replies() == 0 {
			continue
		}
		before, core := asJSON(t, c.Events()), bare(c)
		to := 1 + r.IntN(c.Replies())
		out, err := c.WhatIf(to, "owns-it validates")
		if err != nil {
			t.Fatal(err)
		}
		c.Coach("argues shouts")
		if asJSON(t, c.Events()) != before || !reflect.DeepEqual(bare(c), core) {
			t.Fatalf("seed %d: asking what if changed the call", seed)
		}
		same := c.Said()[to-1].Reply
		again, err := c.WhatIf(to, same)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := asJSON(t, again.Curve), asJSON(t, c.Curve()); again.Reply.Pick == c.Said()[to-1].Pick && a != b {
			t.Fatalf("seed %d: the same words give another curve\n%s\n%s", seed, a, b)
		}
		if len(out.Curve) < to+1 {
			t.Fatalf("seed %d: a curve of %d points for reply %d", seed, len(out.Curve), to)
		}
	}
}

func TestTheSameSeedGivesTheSameTranscript(t *testing.T) {
	for seed := range uint64(50) {
		a, b := Start(wild(), Options{Seed: int64(seed)}), Start(wild(), Options{Seed: int64(seed)})
		play(rand.New(rand.NewPCG(seed, 1)), a)
		play(rand.New(rand.NewPCG(seed, 1)), b)
		if asJSON(t, a.Events()) != asJSON(t, b.Events()) {
			t.Fatalf("seed %d: two transcripts", seed)
		}
	}
}

func TestRewindingFoldsOneFewerAndPencilsTheRest(t *testing.T) {
	c := Start(wild(), Options{Seed: 5})
	say(t, c, "owns-it")
	state, line, curve := c.State(), lastLine(c), asJSON(t, c.Curve())
	say(t, c, "bites-bait", "argues")
	if _, err := c.Rewind(2); err != nil {
		t.Fatal(err)
	}
	if c.State() != state || lastLine(c) != line || asJSON(t, c.Curve()) != curve {
		t.Errorf("back at %+v, %q; it was %+v, %q", c.State(), lastLine(c), state, line)
	}
	if c.HasHeard("bites-bait") {
		t.Error("what was rewound is still heard")
	}
	say(t, c, "bait-declined")
	all := c.Exchanges()
	if len(all) != 4 || all[0].Pencilled || !all[1].Pencilled || !all[2].Pencilled || all[3].Pencilled || all[3].N != 2 {
		t.Errorf("exchanges: %+v", all)
	}
	if d := c.Debrief(); len(d.Replies) != 2 || len(d.Pencilled) != 2 {
		t.Errorf("%d replies and %d pencilled in the debrief", len(d.Replies), len(d.Pencilled))
	}
	if _, err := Start(wild(), Options{Mode: Score}).Rewind(1); err == nil {
		t.Error("score mode rewinds")
	}
}

func TestNewGivesEachEventOnce(t *testing.T) {
	c := Start(wild(), Options{})
	if got := c.New(); len(got) != 2 || got[0].Type != Started || got[1].Type != Spoke {
		t.Fatalf("a call begins with %v", got)
	}
	say(t, c, "owns-it")
	if got := c.New(); len(got) != 2 || got[0].Type != Replied {
		t.Errorf("a reply gave %d events", len(got))
	}
	if got := c.New(); len(got) != 0 {
		t.Errorf("%d events twice", len(got))
	}
}

func TestAnOldEventIsLiftedAndANewerRefused(t *testing.T) {
	up := []func(Event) Event{func(e Event) Event { e.Line += "!"; return e }, func(e Event) Event { e.Line += "?"; return e }}
	e, err := lift(Event{V: 1, Line: "so"}, up)
	if err != nil || e.V != 3 || e.Line != "so!?" {
		t.Errorf("lifted to %+v, %v", e, err)
	}
	if _, err := lift(Event{V: 4}, up); err == nil || !strings.Contains(err.Error(), "newer coolhead") {
		t.Errorf("a newer event: %v", err)
	}
}

// Said are the replies that count, for the tests.
func (c *Call) Said() []Exchange { return c.record.Said() }

func roundTrip(t *testing.T, events []Event) []Event {
	t.Helper()
	var out []Event
	if err := json.Unmarshal([]byte(asJSON(t, events)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// bare is a copy of a call's core without what it may prepare at any time.
func bare(c *Call) core {
	d := *c.core.clone()
	d.prepared = nil
	return d
}
