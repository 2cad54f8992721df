package cli

import (
	"context"
	"fmt"
	"sync"

	"github.com/spf13/cobra"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/sim/check"
	"coolhead/ui/edit"
)

// lintOptions are the flags of lint.
type lintOptions struct {
	format                    string
	strict, advice, all, deep bool
}

func (p *program) lint() *cobra.Command {
	var o lintOptions
	cmd := &cobra.Command{
		Use:   "lint [PATH…]",
		Short: "What is wrong with scenarios, and how to mend it",
		Long: `Reads scenarios, personas, packs and facts and tells every problem at once: where
it is, what it is, and the smallest fix. PATH is a file, a folder, an id, or - for
what comes in through a pipe; with none, everything in coolhead itself is read.
Each pick is heard once, as the call would hear it; --deep also plays the tests and
whole calls. Exit code 1 if there are errors.`,
		Example: `  coolhead lint refund.yaml
  coolhead lint ~/our-calls --strict
  coolhead lint ~/our-calls --format sarif > lint.sarif
  coolhead explain CH003`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := oneOf("format", o.format, "text", "json", "sarif", "github"); err != nil {
				return err
			}
			return p.runLint(cmd.Context(), paths, o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", "text, json, sarif or github")
	cmd.Flags().BoolVar(&o.strict, "strict", false, "warnings count as errors")
	cmd.Flags().BoolVar(&o.advice, "advice", false, "show advice too")
	cmd.Flags().BoolVar(&o.all, "all", false, "show more than ten of a kind")
	cmd.Flags().BoolVar(&o.deep, "deep", false, "also play the tests, the models, the traps, and 300 calls at random")
	return cmd
}

// deepCalls is how many calls at random a deep lint plays of each scenario.
const deepCalls = 300

func (p *program) runLint(ctx context.Context, paths []string, o lintOptions) error {
	c, err := p.catalogWith(paths)
	if err != nil {
		return err
	}
	var mu sync.Mutex
	byFile := map[int][]source.Problem{}
	unread := false
	files, err := c.Lint(paths, p.Now().Year(), func(i int, file catalog.Checked) {
		problems := file.Problems
		if ctx.Err() != nil {
			return
		}
		if file.Cast != nil {
			checker := check.New(*file.Cast)
			found := checker.Lint
			if o.deep {
				found = func() []source.Problem {
					return checker.Deep(check.StudyOptions{Play: playable(&file), Own: edit.Own(file.Path), Calls: deepCalls})
				}
			}
			problems = append(problems, source.Excerpt(file.Data, found())...)
			source.Sort(problems)
		}
		for n := range problems {
			if problems[n].File == "" {
				problems[n].File = file.Path
			}
		}
		if len(problems) > 0 {
			mu.Lock()
			unread = unread || file.Unread
			byFile[i] = append(byFile[i], problems...)
			mu.Unlock()
		}
	})
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return &exit{faulty, "stopped before everything was read"}
	}
	report := lintReport{files: files}
	for i := range files {
		for _, problem := range byFile[i] {
			report.add(problem, o.advice || o.format == "json" || o.format == "sarif")
		}
	}
	if err := p.lintOut(&report, o); err != nil {
		return err
	}
	if unread {
		return unreadFaults
	}
	if report.errors > 0 || o.strict && report.warnings > 0 {
		return faults
	}
	return nil
}

// lintReport is all that was found, in the order of files and places.
type lintReport struct {
	files, errors, warnings, advised int
	list                             []told
	hidden                           bool // some advice is not in the list
}

// told is a problem as JSON.
type told struct {
	Severity string `json:"severity"`
	source.Problem
}

func (r *lintReport) add(p source.Problem, advice bool) {
	switch p.Severity {
	case source.Error:
		r.errors++
	case source.Warning:
		r.warnings++
	default:
		r.advised++
		if !advice {
			r.hidden = true
			return
		}
	}
	r.list = append(r.list, told{p.Severity.String(), p})
}

// sum is the last line of lint.
func (r *lintReport) sum() string {
	s := fmt.Sprintf("%s: ", count(r.files, "file"))
	if r.errors+r.warnings == 0 {
		s += "nothing wrong."
	} else {
		s += fmt.Sprintf("%s, %s.", count(r.errors, "error"), count(r.warnings, "warning"))
	}
	if r.hidden {
		s += fmt.Sprintf(" %s of advice: --advice shows it.", count(r.advised, "piece"))
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
