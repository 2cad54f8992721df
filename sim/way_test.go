package sim

import (
	"testing"

	"coolhead/scenarios"
)

func TestTheWayOn(t *testing.T) {
	a := turn("a", "first", "owns-it")
	b := turn("b", "second", "repair")
	side := turn("side", "aside", "options")
	end := closing("end", scenarios.Recovered)
	with := func(change func(a, b *scenarios.Turn)) Cast {
		x, y := a, b
		change(&x, &y)
		return castOf(scenarios.Upset, x, y, end, side)
	}
	for _, x := range []struct {
		name    string
		cast    Cast
		replies []string
		want    string
	}{
		{"a need met goes to the turn below", with(func(a, b *scenarios.Turn) {}), []string{"owns-it"}, "b"},
		{"a need unmet stays while there are tries", with(func(a, b *scenarios.Turn) {}), []string{"hm"}, "a"},
		{"two tries, unless the turn says otherwise", with(func(a, b *scenarios.Turn) {}), []string{"hm", "hm"}, "b"},
		{"one try where it says one", with(func(a, b *scenarios.Turn) { a.Tries = 1 }), []string{"hm"}, "b"},
		{"three tries where it says three", with(func(a, b *scenarios.Turn) { a.Tries = 3 }), []string{"hm", "hm"}, "a"},
		{"tries used up go to missed", with(func(a, b *scenarios.Turn) { a.Missed = "side" }), []string{"hm", "hm"}, "side"},
		{"a need met goes to next, where there is one", with(func(a, b *scenarios.Turn) { a.Next = "side" }), []string{"owns-it"}, "side"},
		{"without missed, tries used up go to next as well", with(func(a, b *scenarios.Turn) { a.Next = "side" }), []string{"hm", "hm"}, "side"},
		{"a behaviour may send the talk elsewhere", with(func(a, b *scenarios.Turn) {
			a.Sends = []scenarios.Send{{Behaviour: "shrug", Go: "b"}, {Behaviour: "argues", Go: "side"}}
		}), []string{"owns-it argues"}, "side"},
		{"the first of two sends that match", with(func(a, b *scenarios.Turn) {
			a.Sends = []scenarios.Send{{Behaviour: "shrug", Go: "b"}, {Behaviour: "argues", Go: "side"}}
		}), []string{"argues shrug"}, "b"},
		{"all of a need, in two replies together", with(func(a, b *scenarios.Turn) {
			a.Needs.All, a.Tries = []string{"owns-it", "options"}, 3
		}), []string{"owns-it", "options"}, "b"},
		{"half of a need is not all of it", with(func(a, b *scenarios.Turn) {
			a.Needs.All = []string{"owns-it", "options"}
		}), []string{"owns-it"}, "a"},
		{"one of a need that takes any", with(func(a, b *scenarios.Turn) {
			a.Needs = scenarios.Needs{Any: []string{"owns-it", "options"}}
		}), []string{"options"}, "b"},
		{"a turn without a need goes on after any reply", with(func(a, b *scenarios.Turn) { a.Needs = scenarios.Needs{} }), []string{"hm"}, "b"},
		{"what another turn was told does not meet this one", with(func(a, b *scenarios.Turn) {}), []string{"owns-it repair", "hm"}, "b"},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := Start(x.cast, Options{})
			say(t, c, x.replies...)
			at(t, c, x.want)
		})
	}
}

func TestAPickHasItsOwnWayAndShowsWhatNoRuleHears(t *testing.T) {
	a := turn("a", "first", "owns-it")
	a.Picks = []scenarios.Pick{
		{Kind: scenarios.Trap, Text: "Read the strip.", Go: "side"},
		{Kind: scenarios.Model, Text: "It's ours, this.", Shows: []string{"owns-it"}},
	}
	a.Sends = []scenarios.Send{{Behaviour: "owns-it", Go: "end"}}
	cast := castOf(scenarios.Upset, a, turn("b", "second"), closing("end", scenarios.Recovered), turn("side", "aside"))

	c := Start(cast, Options{})
	if _, err := c.ReplyPick(1); err != nil {
		t.Fatal(err)
	}
	at(t, c, "side")

	c = Start(cast, Options{})
	if _, err := c.ReplyPick(2); err != nil {
		t.Fatal(err)
	}
	ended(t, c, scenarios.Recovered) // sends holds for picks too

	c = Start(cast, Options{})
	say(t, c, "  read the  strip ")
	at(t, c, "side") // typed, and the same words
	x := c.Exchanges()[0]
	if x.Reply != "  read the  strip " {
		t.Errorf("what was typed is kept as %q", x.Reply)
	}
	if x.Pick != 1 || !x.Typed {
		t.Errorf("typed words equal to a pick: pick %d, typed %v", x.Pick, x.Typed)
	}

	c = Start(cast, Options{})
	say(t, c, "read the other strip")
	at(t, c, "a")
	if _, err := c.ReplyPick(3); err == nil {
		t.Error("a third of two picks was said")
	}
}

func TestADetourComesBack(t *testing.T) {
	detour := turn("detour", "get me somebody", "i-ownership")
	detour.Next = "end"
	mk := func(change func(d *scenarios.Turn)) Cast {
		d := detour
		if change != nil {
			change(&d)
		}
		cast := castOf(scenarios.Angry, turn("a", "first", "owns-it"), turn("b", "second", "repair"), closing("end", scenarios.StormedOff), d, turn("side", "aside"))
		cast.Scenario.Anytime = []scenarios.Anytime{
			{If: mood(scenarios.Furious, ""), Detour: "detour", Once: true},
			{If: mood(scenarios.Furious, ""), Go: "end"},
		}
		return cast
	}
	const heats = "blames-customer"
	for _, x := range []struct {
		name    string
		cast    Cast
		replies []string
		want    string
	}{
		{"it takes the way on over", mk(nil), []string{heats}, "detour"},
		{"its need met, the talk comes back to where it would have gone", mk(nil), []string{heats + " owns-it", "i-ownership validates"}, "b"},
		{"the same turn, where it had tries left", mk(nil), []string{heats, "i-ownership validates"}, "a"},
		{"its need unmet, it waits", mk(func(d *scenarios.Turn) {}), []string{heats, "validates"}, "detour"},
		{"its tries used up, it comes back too", mk(nil), []string{heats, "validates", "hm"}, "a"},
		{"missed leaves it for good", mk(func(d *scenarios.Turn) { d.Missed = "side" }), []string{heats, "validates", "hm"}, "side"},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := Start(x.cast, Options{})
			say(t, c, x.replies...)
			at(t, c, x.want)
		})
	}
	t.Run("furious again, the second rule ends the call", func(t *testing.T) {
		c := Start(mk(nil), Options{})
		say(t, c, heats, "hm")
		ended(t, c, scenarios.StormedOff)
	})
	t.Run("there is no detour inside a detour", func(t *testing.T) {
		cast := mk(nil)
		cast.Scenario.Anytime = []scenarios.Anytime{
			{If: mood(scenarios.Furious, ""), Detour: "detour", Once: true},
			{If: mood(scenarios.Angry, "worse"), Detour: "side"},
		}
		c := Start(cast, Options{})
		say(t, c, heats, "hm")
		at(t, c, "detour")
	})
}

func TestAnytime(t *testing.T) {
	start := func(rules ...scenarios.Anytime) *Call {
		cast := castOf(scenarios.Furious, turn("a", "first", "owns-it"), turn("b", "second", "repair"), turn("side", "aside"), closing("end", scenarios.StormedOff))
		cast.Scenario.Anytime = rules
		return Start(cast, Options{})
	}
	t.Run("is not looked at before the first reply", func(t *testing.T) {
		at(t, start(scenarios.Anytime{If: mood(scenarios.Furious, ""), Go: "end"}), "a")
	})
	t.Run("its go replaces the way on", func(t *testing.T) {
		c := start(scenarios.Anytime{If: clause(scenarios.IfHeard, "owns-it", 0), Go: "side"})
		say(t, c, "owns-it")
		at(t, c, "side")
	})
	t.Run("only the first that holds acts", func(t *testing.T) {
		c := start(scenarios.Anytime{If: clause(scenarios.IfNotHeard, "owns-it", 0), Go: "b"}, scenarios.Anytime{If: clause(scenarios.IfHeard, "owns-it", 0), Go: "side"}, scenarios.Anytime{Go: "end"})
		say(t, c, "owns-it")
		at(t, c, "side")
	})
	t.Run("once is once", func(t *testing.T) {
		c := start(scenarios.Anytime{If: mood(scenarios.Furious, ""), Go: "b", Once: true})
		say(t, c, "hm", "hm")
		at(t, c, "b")
	})
	t.Run("its say replaces the line, and the turn stands and is said next", func(t *testing.T) {
		c := start(scenarios.Anytime{If: mood(scenarios.Furious, ""), Say: []string{"Don't."}, Once: true})
		say(t, c, "owns-it argues")
		at(t, c, "b")
		if lastLine(c) != "Don't." {
			t.Fatalf("said %q", lastLine(c))
		}
		say(t, c, "hm")
		at(t, c, "b")
		if lastLine(c) != "second" {
			t.Fatalf("then said %q, want the turn's own line", lastLine(c))
		}
		if got := c.core.seen[1].tries; got != 0 {
			t.Errorf("%d tries counted against a line that had not been said", got)
		}
	})
	t.Run("and so does a turn that needs nothing", func(t *testing.T) {
		c := start(scenarios.Anytime{If: clause(scenarios.IfHeard, "owns-it", 0), Say: []string{"Say that again."}, Once: true})
		c.stage.turns[1].Needs = scenarios.Needs{}
		say(t, c, "owns-it", "hm")
		at(t, c, "b")
		if lastLine(c) != "second" {
			t.Errorf("said %q; the turn's own line was skipped", lastLine(c))
		}
	})
	t.Run("a rule that asks for no silence does not act at one", func(t *testing.T) {
		c := start(scenarios.Anytime{If: mood(scenarios.Furious, ""), Say: []string{"No."}}, scenarios.Anytime{If: clause(scenarios.IfSilence, "", 20), Say: []string{"Hello?"}})
		say(t, c, "hm")
		c.Wait()
		if lastLine(c) != "Hello?" {
			t.Errorf("said %q at a silence", lastLine(c))
		}
	})
}

func TestConditionsOfWhatIsSaid(t *testing.T) {
	a := turn("a", "", "owns-it")
	a.Tries = 4
	a.Says = []scenarios.Entry{
		{If: mood(scenarios.Furious, ""), Say: []string{"furious"}},
		{If: clause(scenarios.IfTry, "", 3), Say: []string{"third"}},
		{If: clause(scenarios.IfHeard, "can-do", 0), Say: []string{"can"}},
		{If: clause(scenarios.IfAgain, "", 0), Say: []string{"again"}},
		{Say: []string{"first"}},
	}
	cast := castOf(scenarios.Wary, a, closing("end", scenarios.Recovered))
	for _, x := range []struct {
		name    string
		replies []string
		want    string
	}{
		{"the entry without a condition at first", nil, "first"},
		{"again at the second saying", []string{"hm"}, "again"},
		{"try 3 at the third", []string{"hm", "hm"}, "third"},
		{"heard, by this very reply too", []string{"can-do"}, "can"},
		{"the true mood", []string{"abuse", "abuse"}, "furious"},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := Start(cast, Options{})
			say(t, c, x.replies...)
			if lastLine(c) != x.want {
				t.Errorf("said %q, want %q", lastLine(c), x.want)
			}
		})
	}
}

func TestALineIsAFunctionOfSeedTurnAndTimesSaid(t *testing.T) {
	a := turn("a", "", "owns-it")
	a.Tries = 9
	a.Says[0].Say = []string{"one", "two", "three"}
	cast := castOf(scenarios.Wary, turn("z", "before"), a, closing("end", scenarios.Recovered))
	firsts := map[string]bool{}
	for seed := range int64(20) {
		c, d := Start(cast, Options{Seed: seed}), Start(cast, Options{Seed: seed})
		say(t, c, "hm")
		say(t, d, "argues jargon") // what was said before does not change it
		firsts[lastLine(c)] = true
		seen := map[string]bool{}
		for range 3 {
			if lastLine(c) != lastLine(d) {
				t.Fatalf("seed %d: %q and %q", seed, lastLine(c), lastLine(d))
			}
			if seen[lastLine(c)] {
				t.Fatalf("seed %d: %q came back before the others were said", seed, lastLine(c))
			}
			seen[lastLine(c)] = true
			say(t, c, "hm")
			say(t, d, "hm")
		}
	}
	if len(firsts) < 3 {
		t.Errorf("20 seeds begin with %d of 3 lines", len(firsts))
	}
}
