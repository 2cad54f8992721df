package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/sim"
	"coolhead/sim/check"
)

func (p *program) test() *cobra.Command {
	var format string
	var walks int
	var seed uint64
	cmd := &cobra.Command{
		Use:   "test [PATH…]",
		Short: "Play scenarios by themselves: their tests, their models, their traps",
		Long: `Plays each scenario's own tests, and what every scenario must hold: a call of
model picks ends well with 80 or more, a call of traps reaches no good ending and
stays below 50, and there is more than one way to win. PATH is a file, a folder
or an id; with none, everything in coolhead itself is played. Exit code 1 if
something does not hold.`,
		Example: `  coolhead test refund.yaml
  coolhead test ~/our-calls --format json
  coolhead test gate-agent --walks 1000`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			if walks < 0 || walks > 1_000_000 {
				return misused("--walks cannot be %d: it is a number up to 1000000", walks)
			}
			c, err := p.catalog(nil)
			if err != nil {
				return err
			}
			checked, err := c.Check(paths)
			if err != nil {
				return err
			}
			var all []tested
			for i := range checked {
				if checked[i].Kind == "scenario" {
					all = append(all, tryOut(&checked[i], check.WalkOptions{Seed: seed, Calls: walks, Waits: 10}))
				}
			}
			return p.testReport(all, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().IntVar(&walks, "walks", 0, "also play this many calls, picked at random, and count how they end")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "a `number` that chooses the random picks")
	return cmd
}

// tested is one scenario tried out, as other programs read it.
type tested struct {
	Path     string         `json:"path"`
	Tests    []testRow      `json:"tests"`
	Problems []told         `json:"problems"`
	Walks    int            `json:"walks,omitempty"`
	Ends     map[string]int `json:"ends,omitempty"`
}

type testRow struct {
	Name   string      `json:"name"`
	Line   int         `json:"line"`
	Passed bool        `json:"passed"`
	End    string      `json:"end"`
	Score  sim.Decimal `json:"score"`
	Fault  string      `json:"fault,omitempty"`
	costs  string
}

// tryOut plays one scenario. One that cannot be played has its problems alone.
func tryOut(file *catalog.Checked, o check.WalkOptions) tested {
	t := tested{Path: file.Path, Tests: []testRow{}, Problems: []told{}}
	for _, p := range file.Problems {
		if p.Severity == source.Error {
			t.Problems = append(t.Problems, told{p.Severity.String(), p})
		}
	}
	if file.Cast == nil {
		return t
	}
	c := check.New(*file.Cast)
	for _, r := range c.Tests() {
		row := testRow{Name: r.Name, Line: r.At.Line, Passed: r.Passed, End: r.End, Score: sim.Decimal(r.Score), Fault: r.Fault}
		if !r.Passed {
			row.costs = r.Costs()
		}
		t.Tests = append(t.Tests, row)
	}
	for _, p := range c.Picks() {
		p.Line0 = excerpt(file.Data, p.Line)
		t.Problems = append(t.Problems, told{p.Severity.String(), p})
	}
	if o.Calls > 0 {
		w := c.Walk(o)
		t.Walks, t.Ends = w.Calls, w.Ends
	}
	return t
}

// excerpt is one line of a file as a problem shows it.
func excerpt(data []byte, line int) string {
	for n := 1; len(data) > 0; n++ {
		row, rest, _ := bytes.Cut(data, []byte("\n"))
		if n == line {
			shown := []rune(strings.TrimRight(string(row), "\r"))
			return string(shown[:min(len(shown), 200)])
		}
		data = rest
	}
	return ""
}

// holds says that nothing of a scenario failed.
func (t *tested) holds() bool {
	for _, r := range t.Tests {
		if !r.Passed {
			return false
		}
	}
	for _, p := range t.Problems {
		if p.Problem.Severity == source.Error {
			return false
		}
	}
	return true
}

func (p *program) testReport(all []tested, format string) error {
	bad, played, failed := 0, 0, 0
	for i := range all {
		if !all[i].holds() {
			bad++
		}
		for _, r := range all[i].Tests {
			if played++; !r.Passed {
				failed++
			}
		}
	}
	if format == "json" {
		if all == nil {
			all = []tested{}
		}
		if err := p.json(all); err != nil {
			return err
		}
	} else {
		for i := range all {
			p.testText(&all[i])
		}
		fmt.Fprintf(p.Out, "%s, %s: ", count(len(all), "scenario"), count(played, "test"))
		if bad == 0 {
			fmt.Fprintln(p.Out, "everything holds.")
		} else {
			fmt.Fprintf(p.Out, "%s failed, %s with faults.\n", count(failed, "test"), count(bad, "scenario"))
		}
	}
	if bad > 0 {
		return faults
	}
	return nil
}

func (p *program) testText(t *tested) {
	how := "holds"
	if !t.holds() {
		how = "does not hold"
	}
	fmt.Fprintf(p.Out, "%s %s\n", clean(t.Path), how)
	for _, r := range t.Tests {
		if r.Passed {
			continue
		}
		fmt.Fprintf(p.Out, "  line %d, test “%s”: %s\n", r.Line, clean(r.Name), clean(r.Fault))
		for line := range strings.Lines(r.costs) {
			fmt.Fprintf(p.Out, "    %s\n", clean(strings.TrimRight(line, "\n")))
		}
	}
	for _, problem := range t.Problems {
		fmt.Fprint(p.Out, source.Format(problem.Problem))
	}
	if t.Walks > 0 {
		fmt.Fprintf(p.Out, "  of %d calls picked at random: %s\n", t.Walks, ends(t.Ends))
	}
}

// ends tells endings by how often they came.
func ends(counts map[string]int) string {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	parts := make([]string, len(names))
	for i, name := range names {
		word := name
		if word == "" {
			word = "no ending"
		}
		parts[i] = fmt.Sprintf("%s %d", word, counts[name])
	}
	return strings.Join(parts, ", ")
}
