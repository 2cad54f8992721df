package sim

import (
	"testing"

	"coolhead/scenarios"
)

func TestFourGoodRepliesTakeUpsetToCalmSixAngryAndSevenFurious(t *testing.T) {
	// Each reply brings more than the limit, meets its need and hurts nothing.
	full := "validates labels-feeling plays-back owns-it options repair"
	for _, x := range []struct {
		from scenarios.Mood
		want int
	}{{scenarios.Upset, 4}, {scenarios.Angry, 6}, {scenarios.Furious, 7}} {
		turns := []scenarios.Turn{}
		for i := range 10 {
			turns = append(turns, turn(string(rune('a'+i)), "line", "validates"))
		}
		cast := castOf(x.from, append(turns, closing("end", scenarios.Recovered))...)
		cast.Scenario.Customer.Calms = map[string]int{"validates": 90} // so that halves still reach the limit
		c := Start(cast, Options{})
		n := 0
		for c.State().Mood() > scenarios.Calm {
			say(t, c, full)
			n++
		}
		if n != x.want {
			t.Errorf("from %s it took %d replies to calm, want %d", x.from, n, x.want)
		}
	}
}

func TestHeatAfterOneReply(t *testing.T) {
	need := func(ids ...string) Cast {
		return castOf(scenarios.Upset, turn("a", "line", ids...), closing("z", scenarios.Recovered))
	}
	for _, x := range []struct {
		name string
		cast Cast
		text string
		want int // heat; it starts at 60
	}{
		{"what says nothing leaves the heat as it was", need("owns-it"), "hm", 60},
		{"a reply falls by its base, and one more for having been heard", need("options"), "owns-it", 60 - 6 - 1},
		{"what is no acknowledgement has no one more", need("options"), "can-do", 60 - 3},
		{"a fall stops at 15 in 100", need("x-need"), "validates labels-feeling owns-it options", 60 - 9 - 1},
		{"a need met falls by two thirds of the limit at least", need("concrete"), "concrete", 60 - 6 - 1},
		{"a need met beside a slip has no such floor", need("concrete"), "concrete but-pivot", 60 - 1 + 4},
		{"a rise stops at 25", need("owns-it"), "abuse argues blames-customer", 85},
		{"contempt empties the kind words", need("x-need"), "validates owns-it contempt", 60 + 18},
		{"a fix with an acknowledgement is no fix first", need("x-need"), "owns-it repair fix-first", 60 - 9 - 1},
		{"a fix alone is", need("x-need"), "repair fix-first", 60 - 6 + 4},
		{"the same behaviour twice in a reply counts once", need("x-need"), "argues argues", 70},
		{"a listed word that ends the score weighs more", need("x-need"), "!banned-phrase", 72},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := afterOne(t, x.cast, x.text).Heat; got != x.want {
				t.Errorf("heat %d, want %d", got, x.want)
			}
		})
	}
}

func TestHeatOverSeveralReplies(t *testing.T) {
	for _, x := range []struct {
		name    string
		mood    scenarios.Mood
		change  func(*Cast)
		replies []string
		want    []int
	}{
		{"the same help counts whole, half, a quarter", scenarios.Upset, nil, []string{"options", "options", "options"}, []int{53, 49, 47}},
		{"the same harm counts whole each time", scenarios.Wary, nil, []string{"argues", "argues"}, []int{50, 60}},
		{"a sorry counts whole, then less, then little", scenarios.Upset, nil, []string{"hm", "apology", "hm"}, []int{60, 56, 55}},
		{"what calms replaces base and persona", scenarios.Upset, func(c *Cast) {
			c.Scenario.Customer.Calms = map[string]int{"can-do": 8}
			c.Persona.Heat = map[string]int{"can-do": 300}
		}, []string{"can-do"}, []int{52}},
		{"what angers replaces base and persona", scenarios.Wary, func(c *Cast) {
			c.Scenario.Customer.Angers = map[string]int{"jargon": 12}
			c.Persona.Heat = map[string]int{"jargon": 300}
		}, []string{"jargon"}, []int{52}},
		{"a persona weighs what is left", scenarios.Wary, func(c *Cast) { c.Persona.Heat = map[string]int{"argues": 150} }, []string{"argues"}, []int{55}},
		{"years counted warm the betrayed only after a repair", scenarios.Wary, func(c *Cast) {
			c.Persona.Heat = map[string]int{"honours-history": -100}
		}, []string{"honours-history", "can-do", "honours-history"}, []int{42, 38, 36}},
		{"a slip just after a peak weighs half as much again", scenarios.Angry, nil, []string{"can-do", "defends"}, []int{77, 89}},
		{"and two replies later it does not", scenarios.Angry, nil, []string{"validates validates", "hm", "hm", "hm", "jargon"}, []int{72, 71, 70, 69, 71}},
	} {
		t.Run(x.name, func(t *testing.T) {
			turns := []scenarios.Turn{}
			for i := range 6 {
				turns = append(turns, turn(string(rune('a'+i)), "line"))
			}
			cast := castOf(x.mood, append(turns, closing("end", scenarios.Recovered))...)
			if x.change != nil {
				x.change(&cast)
			}
			c := Start(cast, Options{})
			for i, text := range x.replies {
				say(t, c, text)
				if got := c.State().Heat; got != x.want[i] {
					t.Fatalf("heat %d after reply %d (%s), want %d", got, i+1, text, x.want[i])
				}
			}
		})
	}
}

func TestPatienceByNeedsAndPersona(t *testing.T) {
	cast := castOf(scenarios.Wary, turn("a", "line", "owns-it"), turn("b", "line", "repair"), closing("z", scenarios.Recovered))
	c := Start(cast, Options{})
	say(t, c, "hm")
	if got := c.State().Patience; got != 52 {
		t.Errorf("patience %d after an unmet try, want 52", got)
	}
	say(t, c, "owns-it")
	if got := c.State().Patience; got != 56 {
		t.Errorf("patience %d after a need met, want 56", got)
	}
	cast.Persona.Patience = 150
	c = Start(cast, Options{})
	say(t, c, "hm")
	if got := c.State().Patience; got != 48 {
		t.Errorf("patience %d after an unmet try of one who drains at 150, want 48", got)
	}
}

func TestCoolIsTheTraineesOwn(t *testing.T) {
	cast := castOf(scenarios.Angry, turn("a", "line"), turn("b", "line"), turn("c", "line"), closing("z", scenarios.Recovered))
	c := Start(cast, Options{})
	say(t, c, "argues shouts")
	if got := c.State().Cool; got != 80 {
		t.Errorf("cool %d after arguing and shouting, want 80", got)
	}
	say(t, c, "can-do")
	if got := c.State().Cool; got != 82 {
		t.Errorf("cool %d after a heated line answered coolly, want 82", got)
	}
}

func TestAReceiptAddsUpToTheChangeOfState(t *testing.T) {
	c := Start(castOf(scenarios.Furious, turn("a", "line", "owns-it"), turn("b", "line", "repair"), turn("c", "line"), closing("z", scenarios.Recovered)), Options{})
	say(t, c, "abuse abuse contempt argues", "owns-it validates plays-back options", "calm-down repair")
	for _, x := range c.Exchanges() {
		got := sum(x.Effects)
		want := Effect{
			Heat: x.After.Heat - x.Before.Heat, Trust: x.After.Trust - x.Before.Trust,
			Patience: x.After.Patience - x.Before.Patience, Cool: x.After.Cool - x.Before.Cool,
		}
		if got != want {
			t.Errorf("reply %d: the effects add up to %+v, the state changed by %+v", x.N, got, want)
		}
	}
}

func TestWarmthCountsAtTheEdgesOfACall(t *testing.T) {
	var turns []scenarios.Turn
	for i := range 9 {
		turns = append(turns, turn(string(rune('a'+i)), "line"))
	}
	cast := castOf(scenarios.Wary, append(turns, closing("end", scenarios.Recovered))...)
	trust := func(nth int) int {
		c := Start(cast, Options{})
		for range nth - 1 {
			say(t, c, "hm")
		}
		say(t, c, "warm-open")
		return c.State().Trust - 50
	}
	for nth, want := range map[int]int{1: 3, 2: 3, 5: 1, 8: 3, 9: 3} {
		if got := trust(nth); got != want {
			t.Errorf("as reply %d of 9 it brings %d trust, want %d", nth, got, want)
		}
	}
}

func TestWordsTypedAsAPickAreReadAsTheyWereTyped(t *testing.T) {
	a := turn("a", "line")
	a.Picks = []scenarios.Pick{{Kind: scenarios.Model, Text: "so owns-it"}}
	c := Start(castOf(scenarios.Wary, a, closing("end", scenarios.Recovered)), Options{})
	say(t, c, "so,   owns-it")
	x := c.Exchanges()[0]
	if f := x.Assessment.Findings; x.Pick != 1 || len(f) != 1 || x.Reply[f[0].Start:f[0].End] != "owns-it" {
		t.Errorf("pick %d, findings %+v", x.Pick, x.Assessment.Findings)
	}
}

func TestProgressIsNeedsMetOfThoseOnThePath(t *testing.T) {
	cast := castOf(scenarios.Wary,
		turn("a", "line", "owns-it"), turn("b", "line", "repair"), turn("talk", "line"), turn("c", "line", "options"), turn("d", "line", "concrete"),
		closing("end", scenarios.Recovered), turn("side", "line", "validates"), closing("door", scenarios.StormedOff))
	cast.Scenario.Turns[6].Next = "d"
	cast.Scenario.Turns[0].Sends = []scenarios.Send{{Behaviour: "shrug", Go: "side"}, {Behaviour: "threat", Go: "door"}, {Behaviour: "warm-close", Go: "end"}}
	cast.Scenario.Turns[1].Sends = []scenarios.Send{{Behaviour: "threat", Go: "door"}}
	for _, x := range []struct {
		name    string
		replies []string
		want    int
	}{
		{"one of four", []string{"owns-it"}, 25},
		{"two of four, rounded", []string{"owns-it", "repair"}, 50},
		{"a need that was missed counts", []string{"owns-it", "hm", "hm"}, 25},
		{"all of them", []string{"owns-it", "repair", "hm", "options", "concrete"}, 100},
		{"a side way counts what it asks and leaves out what it skips", []string{"shrug", "validates"}, 33},
		{"a bad ending did not reach what lay ahead", []string{"owns-it", "threat"}, 25},
		{"a good one by a short cut needed no more", []string{"owns-it warm-close"}, 100},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := Start(cast, Options{})
			say(t, c, x.replies...)
			if got := c.State().Progress; got != x.want {
				t.Errorf("progress %d, want %d", got, x.want)
			}
		})
	}
	t.Run("in a detour, what lies ahead is where it comes back to", func(t *testing.T) {
		cast.Scenario.Anytime = []scenarios.Anytime{{If: clause(scenarios.IfHeard, "jargon", 0), Detour: "side", Once: true}}
		c := Start(cast, Options{})
		say(t, c, "owns-it jargon")
		at(t, c, "side")
		if got := c.State().Progress; got != 20 {
			t.Errorf("progress %d, want 20: one of five", got)
		}
	})
	t.Run("a call that asks for nothing goes by what was done", func(t *testing.T) {
		c := Start(castOf(scenarios.Wary, turn("a", "line"), turn("b", "line"), closing("end", scenarios.Recovered)), Options{})
		say(t, c, "repair options")
		if got := c.State().Progress; got != 27 {
			t.Errorf("progress %d, want 27", got)
		}
	})
}
