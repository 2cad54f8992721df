package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"coolhead/catalog"
	"coolhead/scenarios/source"
)

func (p *program) lint() *cobra.Command {
	var format string
	var strict, advice bool
	cmd := &cobra.Command{
		Use:   "lint [PATH…]",
		Short: "What is wrong with scenarios, and how to mend it",
		Long: `Reads scenarios, personas, packs and facts and tells every problem at once: where
it is, what it is, and the smallest fix. PATH is a file, a folder or an id; with
none, everything that can be found is read. Exit code 1 if there are errors.`,
		Example: `  coolhead lint refund.yaml
  coolhead lint ~/our-calls --format json
  coolhead explain CH003`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			c, err := p.catalog(nil)
			if err != nil {
				return err
			}
			checked, err := c.Check(paths)
			if err != nil {
				return err
			}
			return p.lintReport(checked, format, strict, advice)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().BoolVar(&strict, "strict", false, "warnings count as errors")
	cmd.Flags().BoolVar(&advice, "advice", false, "show advice too")
	return cmd
}

// told is a problem as JSON.
type told struct {
	Severity string `json:"severity"`
	source.Problem
}

func (p *program) lintReport(checked []catalog.Checked, format string, strict, advice bool) error {
	var errors, warnings, advised int
	list := []told{}
	for _, c := range checked {
		for _, problem := range c.Problems {
			switch problem.Severity {
			case source.Error:
				errors++
			case source.Warning:
				warnings++
			default:
				advised++
				if !advice {
					continue
				}
			}
			list = append(list, told{problem.Severity.String(), problem})
		}
	}
	if format == "json" {
		if err := p.json(list); err != nil {
			return err
		}
	} else {
		for _, t := range list {
			fmt.Fprintln(p.Out, source.Format(t.Problem))
		}
		fmt.Fprintln(p.Out, lintSum(len(checked), errors, warnings, advised, advice))
	}
	if errors > 0 || strict && warnings > 0 {
		return faults
	}
	return nil
}

// lintSum is the last line of lint.
func lintSum(files, errors, warnings, advised int, shown bool) string {
	s := fmt.Sprintf("%s: ", count(files, "file"))
	if errors+warnings == 0 {
		s += "nothing wrong."
	} else {
		s += fmt.Sprintf("%s, %s.", count(errors, "error"), count(warnings, "warning"))
	}
	if advised > 0 && !shown {
		s += fmt.Sprintf(" %d of advice: --advice shows it.", advised)
	}
	return s
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
