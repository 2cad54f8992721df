// Package calltest is a short call for tests of screens: four turns, a customer
// called Dana, and a reader that knows a dozen phrases.
//
// Its rule: only tests import it. It reads with a pack of its own, so that what
// a page shows does not change when the shipped rules are tuned.
package calltest

import (
	_ "embed"
	"reflect"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

//go:embed dana.yaml
var dana []byte

//go:embed pack.yaml
var pack []byte

// Cast is Dana, at the end of her patience. A change to what it points at must be
// made on a copy.
func Cast(t testing.TB) sim.Cast {
	t.Helper()
	c, problems := made()
	for _, p := range problems {
		if p.Severity == source.Error {
			t.Fatal(source.Format(p))
		}
	}
	return c
}

// made is the cast, read once.
var made = sync.OnceValues(func() (sim.Cast, []source.Problem) {
	scenario, problems := scenarios.Load("dana.yaml", dana, scenarios.Known{})
	rules, more := scoring.LoadPack("pack.yaml", pack)
	problems = append(problems, more...)
	reader, more := scoring.Compile([]*scoring.Pack{rules})
	problems = append(problems, more...)
	// What structure tells is tuned; only the need of a turn is left on.
	reader = reader.With(map[string]scoring.RuleChange{
		"engine/*": {Off: true}, "engine/need-met": {}, "engine/need-missed": {},
	}, nil)
	return sim.Cast{
		Scenario: scenario, Persona: scenarios.Persona{ID: "plain", Patience: 100}, Reader: reader, Program: "test",
	}, problems
})

// Clock is a clock that a test moves.
type Clock struct{ at time.Time }

// Now is what the clock shows.
func (c *Clock) Now() time.Time { return c.at }

// Add moves the clock on.
func (c *Clock) Add(d time.Duration) { c.at = c.at.Add(d) }

// Env is uitest.Env with a clock of its own.
func Env(t *theme.Theme, width, height int) (screen.Env, *Clock) {
	env := uitest.Env(t, width, height)
	c := &Clock{at: env.Now()}
	env.Now = c.Now
	return env, c
}

// Messages runs a command and gives what it brings, batches and sequences
// unfolded. Ticks are not to be among them: a screen's clock is replaced.
func Messages(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	var all []tea.Msg
	v := reflect.ValueOf(msg)
	if msg != nil && v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() {
			all = append(all, Messages(v.Index(i).Interface().(tea.Cmd))...)
		}
		return all
	}
	if msg == nil {
		return nil
	}
	return []tea.Msg{msg}
}
