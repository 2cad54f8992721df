package sim

import (
	"io/fs"
	"strings"
	"testing"

	"coolhead/scenarios"
	"coolhead/scenarios/library"
)

// What these replies show is certain, so that only the customer is under test.
func TestShippedCallsEndByWhatWasShown(t *testing.T) {
	files, err := fs.Glob(library.FS, "calls/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("the library has %d calls: %v", len(files), err)
	}
	for _, f := range files {
		cast := shippedCast(t, f)
		if got := verdict(cast, func(need string) string { return need }); got != scenarios.Good {
			t.Errorf("%s: every need met, and it ends %s", f, got)
		}
		if got := verdict(cast, func(need string) string { return need + " argues" }); got == scenarios.Good {
			t.Errorf("%s: every need met with an argument beside it, and it ends well", f)
		}
		if got := verdict(cast, func(string) string { return "hm" }); got == scenarios.Good {
			t.Errorf("%s: nothing was said, and it ends well", f)
		}
	}
}

func shippedCast(t *testing.T, file string) Cast {
	t.Helper()
	read := func(name string) []byte {
		data, err := library.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	s, problems := scenarios.Load(file, read(file), scenarios.Known{})
	if s == nil {
		t.Fatal(problems)
	}
	cast := Cast{Scenario: s, ears: wordJudge{}}
	if s.Customer.Type != "" {
		cast.Persona, _ = scenarios.LoadPersona(s.Customer.Type+".yaml", read("personas/"+s.Customer.Type+".yaml"))
	}
	return cast
}

// verdict plays a call, each reply made of what its turn needs.
func verdict(cast Cast, reply func(need string) string) scenarios.Verdict {
	c := Start(cast, Options{})
	for range 60 {
		if end, over := c.Ended(); over {
			return scenarios.VerdictOf(end)
		}
		all, anyOf := c.Wants()
		if len(anyOf) > 0 {
			all = append(all, anyOf[0])
		}
		if len(all) == 0 {
			all = []string{"hm"}
		}
		if _, err := c.Reply(reply(strings.Join(all, " "))); err != nil {
			break
		}
	}
	return scenarios.Bad
}

func TestShippedPersonasWeighKnownBehaviours(t *testing.T) {
	files, err := fs.Glob(library.FS, "personas/*.yaml")
	if err != nil || len(files) != 15 {
		t.Fatalf("%d personas, want fifteen: %v", len(files), err)
	}
	for _, f := range files {
		data, err := library.FS.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p, problems := scenarios.LoadPersona(f, data)
		if len(problems) > 0 {
			t.Errorf("%s: %v", f, problems)
		}
		if p.Name == "" || p.Talks == "" || p.Never == "" || p.Thaw == "" || len(p.Heat) == 0 {
			t.Errorf("%s leaves something out: %+v", f, p)
		}
		for id := range p.Heat {
			if _, ok := table().Behaviours[id]; !ok {
				t.Errorf("%s weighs %s, which is no behaviour", f, id)
			}
		}
	}
}

func TestShippedFactsTellTheRippleBothWays(t *testing.T) {
	data, err := library.FS.ReadFile("facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	facts, problems := scenarios.LoadFacts("facts.yaml", data)
	if len(problems) > 0 {
		t.Errorf("facts.yaml: %v", problems)
	}
	cast := castOf(scenarios.Wary, closing("a", scenarios.Recovered))
	cast.Facts = facts
	if r := Prepare(cast).ripple(scenarios.Recovered, 5); r == nil || r.People == 0 || r.Otherwise <= r.People || r.Fact.Source == "" {
		t.Errorf("ripple %+v", r)
	}
}
