package check

import (
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"

	"coolhead/scenarios"
	"coolhead/scenarios/library"
	"coolhead/scoring"
	"coolhead/sim"
)

// builtin is the reader of the shipped packs, compiled once for all tests.
var builtin = sync.OnceValue(func() *scoring.Reader {
	packs, _ := scoring.Builtin()
	r, _ := scoring.Compile(packs)
	return r
})

// shipped is the cast of one call of the library.
func shipped(t testing.TB, id string) sim.Cast {
	t.Helper()
	data, err := library.FS.ReadFile("calls/" + id + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return castOf(t, id+".yaml", data)
}

func castOf(t testing.TB, name string, data []byte) sim.Cast {
	t.Helper()
	s, problems := scenarios.Load(name, data, scenarios.Known{})
	if s == nil {
		t.Fatalf("%s cannot be played: %v", name, problems)
	}
	cast := sim.Cast{Scenario: s, Reader: builtin()}
	if s.Customer.Type != "" {
		file := "personas/" + s.Customer.Type + ".yaml"
		persona, err := library.FS.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cast.Persona, _ = scenarios.LoadPersona(file, persona)
	}
	facts, err := library.FS.ReadFile("facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cast.Facts, _ = scenarios.LoadFacts("facts.yaml", facts)
	return cast
}

func calls(t testing.TB) []string {
	t.Helper()
	files, err := fs.Glob(library.FS, "calls/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(strings.TrimPrefix(f, "calls/"), ".yaml")
	}
	return files
}

// What the engine makes of the library is for the one who writes it, and said by
// `coolhead test`: COOLHEAD_REPORT=1 prints it here.
func TestReportOfTheLibrary(t *testing.T) {
	if os.Getenv("COOLHEAD_REPORT") == "" {
		t.Skip("COOLHEAD_REPORT is not set")
	}
	for _, id := range calls(t) {
		c := New(shipped(t, id))
		t.Logf("==== %s", id)
		for _, r := range c.Tests() {
			t.Logf("%v %q: %s, %s. %s\n%s", r.Passed, r.Name, r.End, r.Score, r.Fault, r.Costs())
		}
		for _, p := range c.Picks() {
			t.Logf("%s %d: %s %s", p.Code, p.Line, p.Message, p.Help)
		}
		w := c.Walk(WalkOptions{Seed: 1, Calls: 200, Waits: 5})
		t.Logf("walk: %v, %d replies, longest %d", w.Ends, w.Replies, w.Longest)
	}
}
