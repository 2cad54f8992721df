package cli

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/sim/check"
	"coolhead/ui/edit"
)

// testOptions are the flags of `coolhead test`.
type testOptions struct {
	format       string
	walks        int
	states       int
	seed         uint64
	typed, whole bool
}

func (p *program) test() *cobra.Command {
	var o testOptions
	cmd := &cobra.Command{
		Use:   "test [PATH…]",
		Short: "Play scenarios by themselves: their tests, their models, their traps",
		Long: `Plays each scenario's own tests, and what every scenario must hold: a call of
model picks ends well with 80 or more, a call of traps reaches no good ending and
stays below 50, each model meets its need, and there is more than one way to win.

Then it walks: every way of picking, once for each state, where there are at most
200000 of them; calls picked at random; and calls typed at random, from the
scenario's own tests and picks and from forty replies that trainees type. It tells
where the walks came, how calls ended, and what can only be reached if.

A model that misses its need (CH202) and a single way to win (CH415) are warnings to
lint, since such a call can be played, and faults here.

PATH is a file, a folder, an id, or - for what comes in through a pipe; with none,
everything in coolhead itself is played. Exit code 1 if something does not hold.`,
		Example: `  coolhead test refund.yaml
  coolhead test ~/our-calls --format junit > coolhead.xml
  coolhead test gate-agent --walks 0 --states 0`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := oneOf("format", o.format, "text", "json", "junit"); err != nil {
				return err
			}
			if o.walks < 0 || o.walks > 1_000_000 {
				return misused("--walks cannot be %d: it is a number up to 1000000", o.walks)
			}
			if o.states < 0 || o.states > check.MostStates {
				return misused("--states cannot be %d: it is a number up to %d", o.states, check.MostStates)
			}
			return p.runTest(cmd.Context(), paths, o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", "text", "text, json or junit")
	flags.IntVar(&o.walks, "walks", 10_000, "play this many calls at random, and a fifth as many typed; 0: none")
	flags.IntVar(&o.states, "states", check.MostStates, "walk every way of picking, up to this many states; 0: do not")
	flags.Uint64Var(&o.seed, "seed", 1, "a `number` that chooses what is random")
	flags.BoolVar(&o.typed, "typed", false, "list what meets a need only by words that its turn hears")
	flags.BoolVar(&o.whole, "full", false, "tell everything of each scenario, as for a single one")
	return cmd
}

// trial is one scenario tried out.
type trial struct {
	path     string
	data     []byte
	problems []source.Problem
	unread   bool
	study    *check.Study // nil where it cannot be played
	hears    []check.OnlyHere
	level    int
	others   []int // how many percent of calls end well in others of this level
}

func (p *program) runTest(ctx context.Context, paths []string, o testOptions) error {
	c, err := p.catalogWith(paths)
	if err != nil {
		return err
	}
	checked, err := c.Check(paths)
	if err != nil {
		return err
	}
	var files []*catalog.Checked
	for i := range checked {
		if checked[i].Kind == "scenario" {
			files = append(files, &checked[i])
		}
	}
	// An exhaustive walk holds many states at once, and throws as many away.
	defer debug.SetGCPercent(debug.SetGCPercent(40))
	all := make([]trial, len(files))
	far := p.far(len(files))
	each(len(files), func(i int) {
		if ctx.Err() != nil {
			return
		}
		told := func(doing string, n int) bool {
			far.say(fmt.Sprintf("%s: %d %s", files[i].Path, n, doing))
			return ctx.Err() == nil
		}
		all[i] = tryOut(files[i], o, told)
		far.done()
	})
	far.end()
	if ctx.Err() != nil {
		return &exit{faulty, "stopped before everything was played"}
	}
	levels(c, all, o)
	return p.testReport(all, o)
}

// tryOut plays one scenario. One that cannot be played has its problems alone.
func tryOut(file *catalog.Checked, o testOptions, told func(string, int) bool) trial {
	t := trial{path: file.Path, data: file.Data, unread: file.Unread}
	for _, p := range file.Problems {
		if p.Severity == source.Error {
			t.problems = append(t.problems, p)
		}
	}
	if file.Cast == nil {
		return t
	}
	t.level = file.Cast.Scenario.Level
	checker := check.New(*file.Cast)
	t.study = checker.Study(check.StudyOptions{Play: playable(file), Own: edit.Own(file.Path), Seed: o.seed, Calls: o.walks, Typed: o.walks / 5, States: o.states, Told: told})
	if o.typed {
		t.hears = checker.Hears()
	}
	found := append(t.study.Rare(), t.study.Unvisited()...)
	source.Sort(found)
	t.problems = append(t.problems, source.Excerpt(file.Data, found)...)
	return t
}

// playable is what `coolhead play` is given for a file: a path, or the id of what is
// in the binary.
func playable(file *catalog.Checked) string {
	if !edit.Own(file.Path) {
		return file.Cast.Scenario.ID
	}
	return shown(file.Path)
}

// each does something for all numbers below n, on two cores.
func each(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, 2) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// levels sets each scenario beside others of its level: those that were tried with
// it, else those in the binary.
func levels(c *catalog.Catalog, all []trial, o testOptions) {
	shares := map[int][]int{}
	for i := range all {
		if s := all[i].study; s != nil && s.Picked != nil {
			shares[all[i].level] = append(shares[all[i].level], s.Picked.Balance().Good)
		}
	}
	var shipped map[int][]int
	for i := range all {
		s := all[i].study
		if s == nil || s.Picked == nil {
			continue
		}
		own := s.Picked.Balance().Good
		others := without(shares[all[i].level], own)
		if len(others) < 2 {
			if shipped == nil {
				shipped = shippedShares(c, o)
			}
			others = append(others, shipped[all[i].level]...)
		}
		all[i].others = others
		all[i].problems = append(all[i].problems, source.Excerpt(all[i].data, s.Spread(own, others))...)
	}
}

// shippedShares are, by level, how many percent of calls end well in what ships.
func shippedShares(c *catalog.Catalog, o testOptions) map[int][]int {
	shares := map[int][]int{}
	checked, err := c.Check(nil)
	if err != nil {
		return shares // what ships is only set beside; the scenario itself was tried
	}
	for i := range checked {
		if cast := checked[i].Cast; cast != nil {
			w := check.New(*cast).Walk(check.WalkOptions{Seed: o.seed, Calls: min(o.walks, 1000), Waits: 5})
			shares[cast.Scenario.Level] = append(shares[cast.Scenario.Level], w.Balance().Good)
		}
	}
	return shares
}

// without is a list less one of its numbers.
func without(list []int, n int) []int {
	var rest []int
	for i, m := range list {
		if m == n {
			return append(rest, list[i+1:]...)
		}
		rest = append(rest, m)
	}
	return rest
}

// failed is how many of a scenario's tests do not hold.
func (t *trial) failed() int {
	n := 0
	if t.study != nil {
		for _, r := range t.study.Tests {
			if !r.Passed {
				n++
			}
		}
	}
	return n
}

// holds says that nothing of a scenario failed.
func (t *trial) holds() bool {
	for _, p := range t.problems {
		if p.Severity == source.Error {
			return false
		}
	}
	return t.failed() == 0
}

func (p *program) testReport(all []trial, o testOptions) error {
	var err error
	switch o.format {
	case "json":
		err = p.testJSON(all)
	case "junit":
		err = p.testJUnit(all)
	default:
		p.testText(all, o)
	}
	if err != nil {
		return err
	}
	for i := range all {
		if all[i].unread {
			return unreadFaults
		}
		if !all[i].holds() {
			err = faults
		}
	}
	return err
}
