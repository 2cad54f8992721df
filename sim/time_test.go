package sim

import (
	"testing"

	"coolhead/scenarios"
)

func TestSilence(t *testing.T) {
	start := func(change func(*scenarios.Scenario)) *Call {
		cast := castOf(scenarios.Upset, turn("a", "first", "owns-it"), turn("b", "second"), closing("end", scenarios.LeftSilently))
		cast.Scenario.Anytime = []scenarios.Anytime{
			{If: clause(scenarios.IfSilence, "", 180), Go: "end"},
			{If: clause(scenarios.IfSilence, "", 60), Say: []string{"still there?"}},
			{If: clause(scenarios.IfHold, "", 90), Say: []string{"that was long"}},
		}
		if change != nil {
			change(cast.Scenario)
		}
		return Start(cast, Options{})
	}
	t.Run("means nothing before the first reply", func(t *testing.T) {
		c := start(nil)
		if _, ok := c.Wait(); ok || c.State().Patience != 60 {
			t.Errorf("a wait counted; patience %d", c.State().Patience)
		}
	})
	t.Run("reaches the next threshold, costs patience, and the turn stands", func(t *testing.T) {
		c := start(nil)
		say(t, c, "hm")
		before := c.State().Patience
		if next, ok := c.NextSilence(); !ok || next != 60 {
			t.Fatalf("the next silence is %d (%v), want 60", next, ok)
		}
		if got := c.Silence(59); len(got) != 0 {
			t.Errorf("59 s gave %d events", len(got))
		}
		c.Silence(60)
		if lastLine(c) != "still there?" || c.State().Patience != before-6 {
			t.Errorf("said %q, patience %d of %d", lastLine(c), c.State().Patience, before)
		}
		at(t, c, "a")
		if got := c.Silence(100); len(got) != 0 {
			t.Errorf("the same threshold counted twice")
		}
		c.Wait()
		ended(t, c, scenarios.LeftSilently)
	})
	t.Run("is counted anew after a reply", func(t *testing.T) {
		c := start(nil)
		say(t, c, "hm")
		c.Wait()
		say(t, c, "owns-it")
		if next, _ := c.NextSilence(); next != 60 {
			t.Errorf("the next silence is %d, want 60", next)
		}
	})
	t.Run("does not count in a hold that was asked for", func(t *testing.T) {
		c := start(nil)
		say(t, c, "hold-manners")
		if next, _ := c.NextSilence(); next != 90 {
			t.Fatalf("the next wait is %d, want the hold's 90", next)
		}
		c.Wait()
		if lastLine(c) != "that was long" {
			t.Errorf("said %q", lastLine(c))
		}
	})
	t.Run("counts as well in a hold that nobody explained", func(t *testing.T) {
		c := start(nil)
		say(t, c, "dead-air")
		if next, _ := c.NextSilence(); next != 60 {
			t.Errorf("the next wait is %d, want 60", next)
		}
	})
	t.Run("may be an entry of the turn", func(t *testing.T) {
		c := start(func(s *scenarios.Scenario) {
			s.Anytime = nil
			s.Turns[0].Says = append([]scenarios.Entry{{If: clause(scenarios.IfSilence, "", 20), Say: []string{"hello?"}}}, s.Turns[0].Says...)
		})
		if lastLine(c) != "first" {
			t.Fatalf("the call opened with %q", lastLine(c))
		}
		c.Wait()
		if lastLine(c) != "hello?" {
			t.Errorf("said %q", lastLine(c))
		}
	})
	t.Run("ends the call where it uses patience up", func(t *testing.T) {
		cast := castOf(scenarios.Upset, turn("a", "first", "owns-it"), turn("b", "second"), closing("end", scenarios.Recovered))
		cast.Scenario.Anytime = []scenarios.Anytime{{If: clause(scenarios.IfSilence, "", 60), Say: []string{"still there?"}}}
		cast.Persona.Patience = 1100 // a silence costs 66
		c := Start(cast, Options{})
		say(t, c, "owns-it")
		if _, ok := c.Wait(); !ok {
			t.Fatal("nothing waited for the silence")
		}
		ended(t, c, scenarios.KindButUseless)
		if lastLine(c) != "still there?" {
			t.Errorf("anytime had no say first: %q", lastLine(c))
		}
	})
}

func TestPatienceUsedUpEndsTheCall(t *testing.T) {
	mk := func(m scenarios.Mood, leaves string, rules ...scenarios.Anytime) *Call {
		a := turn("a", "first", "owns-it")
		a.Tries = 50
		cast := castOf(m, a, closing("end", scenarios.Recovered), closing("door", scenarios.StormedOff), turn("saved", "wait"))
		cast.Persona.Leaves = leaves
		cast.Scenario.Anytime = rules
		return Start(cast, Options{})
	}
	exhaust := func(t *testing.T, c *Call) {
		for range 30 {
			if _, over := c.Ended(); over || c.State().Patience == 0 {
				return
			}
			say(t, c, "site-deflect can-do can-do") // costs patience more than heat
		}
	}
	for _, x := range []struct {
		name, leaves, want string
		mood               scenarios.Mood
	}{
		{"angry, the customer storms off", "", scenarios.StormedOff, scenarios.Angry},
		{"not angry, it was kind and useless", "", scenarios.KindButUseless, scenarios.Glad},
		{"who leaves silently leaves silently", scenarios.LeftSilently, scenarios.LeftSilently, scenarios.Glad},
		{"but not when angry", scenarios.LeftSilently, scenarios.StormedOff, scenarios.Angry},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := mk(x.mood, x.leaves)
			exhaust(t, c)
			ended(t, c, x.want)
			if x.want == scenarios.StormedOff && lastLine(c) != "line of door" {
				t.Errorf("the last line is %q, want that of the turn with this ending", lastLine(c))
			}
		})
	}
	t.Run("the last words are those of an entry with this ending, if it holds", func(t *testing.T) {
		for _, x := range []struct {
			cond scenarios.Condition
			want string
		}{{mood(scenarios.Calm, "better"), "so kind"}, {clause(scenarios.IfHeard, "repair", 0), ""}} {
			c := mk(scenarios.Glad, "")
			c.stage.turns[3].Says = append([]scenarios.Entry{{If: x.cond, Say: []string{"so kind"}, End: scenarios.KindButUseless}}, c.stage.turns[3].Says...)
			exhaust(t, c)
			ended(t, c, scenarios.KindButUseless)
			if lastLine(c) != x.want {
				t.Errorf("the last line is %q, want %q", lastLine(c), x.want)
			}
		}
	})
	t.Run("anytime may save it once", func(t *testing.T) {
		c := mk(scenarios.Glad, "", scenarios.Anytime{If: clause(scenarios.IfHeard, "shrug", 0), Go: "saved"})
		exhaustTo := func() {
			for range 30 {
				if c.State().Patience <= 14 {
					return
				}
				say(t, c, "site-deflect")
			}
		}
		exhaustTo()
		say(t, c, "shrug site-deflect asks-again")
		at(t, c, "saved")
		say(t, c, "hm")
		if _, over := c.Ended(); !over {
			t.Error("the customer stayed with no patience at all")
		}
	})
}

func TestTheLadder(t *testing.T) {
	rude := func(id string) scenarios.Turn {
		x := turn(id, "an insult")
		x.Abuse = 1
		return x
	}
	mk := func() *Call {
		return Start(castOf(scenarios.Angry, rude("a"), rude("b"), rude("c"), closing("end", scenarios.Recovered)), Options{})
	}
	t.Run("two lines of abuse and a boundary: the call may be ended", func(t *testing.T) {
		c := mk()
		say(t, c, "calm-boundary", "ends-call")
		ended(t, c, scenarios.EndedForAbuse)
	})
	t.Run("without a boundary the customer is gone", func(t *testing.T) {
		c := mk()
		say(t, c, "hm", "ends-call")
		ended(t, c, scenarios.StormedOff)
		early := false
		for _, e := range c.Exchanges()[1].Effects {
			early = early || e.Behaviour == "early-ladder" && e.Heat > 0
		}
		if !early {
			t.Error("the receipt does not say that it was too early")
		}
	})
	t.Run("a boundary in the same breath is no warning", func(t *testing.T) {
		c := mk()
		say(t, c, "hm", "calm-boundary ends-call")
		ended(t, c, scenarios.StormedOff)
	})
	t.Run("after one line of abuse it is too early", func(t *testing.T) {
		c := Start(castOf(scenarios.Wary, rude("a"), turn("b", "sorry"), closing("end", scenarios.Recovered)), Options{})
		say(t, c, "calm-boundary", "ends-call")
		ended(t, c, scenarios.StormedOff)
	})
}
