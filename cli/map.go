package cli

import (
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/chart"
	"coolhead/sim"
	"coolhead/sim/check"
	"coolhead/ui/widget"
)

// mapWalks is how many calls a covered map is counted with.
const mapWalks = 2000

func (p *program) mapOf() *cobra.Command {
	var format string
	var coverage, ascii bool
	cmd := &cobra.Command{
		Use:   "map SCENARIO",
		Short: "A scenario as a picture: turns, picks, needs, endings",
		Long: `Draws where the talk can go: each turn with what it needs, each pick that leads
somewhere, each ending with its condition. SCENARIO is an id or a path. With
--coverage, calls picked at random are counted, and what they never reach shows.`,
		Example: `  coolhead map gate-agent
  coolhead map ./refund.yaml --coverage
  coolhead map gate-agent --format svg > gate-agent.svg
  coolhead map gate-agent --format mermaid`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "mermaid", "dot", "svg"); err != nil {
				return err
			}
			if len(args) == 0 {
				return misused("a map of what? `coolhead list` shows the scenarios; `coolhead map gate-agent` draws one")
			}
			c, err := p.catalogWith(args)
			if err != nil {
				return err
			}
			cast, _, err := c.Find(args[0])
			if err != nil {
				return err
			}
			_, err = io.WriteString(p.Out, drawn(cast, format, coverage, ascii))
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, mermaid, dot or svg")
	cmd.Flags().BoolVar(&coverage, "coverage", false, "count calls picked at random, and shade by them")
	cmd.Flags().BoolVar(&ascii, "ascii", false, "ASCII characters only")
	return cmd
}

func drawn(cast sim.Cast, format string, coverage, ascii bool) string {
	m := chart.Of(cast.Scenario)
	if coverage {
		cover(m, cast)
	}
	switch format {
	case "mermaid":
		return m.Mermaid()
	case "dot":
		return m.DOT()
	case "svg":
		return m.SVG()
	}
	pen := chart.Lines()
	if ascii {
		pen = chart.ASCII()
	}
	return widget.Clean(m.Text(pen))
}

// cover counts random calls.
func cover(m *chart.Map, cast sim.Cast) {
	w := check.New(cast).Walk(check.WalkOptions{Seed: 1, Calls: mapWalks, Waits: 10})
	counts := chart.Counts{Calls: w.Calls, Turns: w.Turns, Ends: w.Ends, Entries: map[chart.Spoken]int{}}
	for why, calls := range w.Entries {
		turn, rest, _ := strings.Cut(why, ", entry ")
		number, _, _ := strings.Cut(rest, ":")
		if n, err := strconv.Atoi(number); err == nil {
			counts.Entries[chart.Spoken{Turn: turn, Entry: n}] += calls
		}
	}
	m.Cover(counts)
}
