package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/scenarios/source"
	"coolhead/scoring/packtest"
)

func (p *program) pack() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "Rules of your own: try them",
		Long: `Rules of your own: phrases that you do not want to hear, or want to hear more
often. A pack is a .yaml file of rules, or a list of phrases as .csv.`,
		Example: `  coolhead pack test house.yaml
  coolhead schema pack`,
		Args: p.noSuchPackCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.packTest())
	return cmd
}

func (p *program) noSuchPackCommand(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused("there is no command “pack %s”. `coolhead pack test` tries rules", args[0])
	}
	return nil
}

func (p *program) packTest() *cobra.Command {
	var format, corpus string
	cmd := &cobra.Command{
		Use:   "test [PACK…]",
		Short: "Try rules on their examples, on changed ones, and on replies you have labelled",
		Long: `Tries every rule of the packs: each reply below “hit” must be found and each below
“miss” must not. Then each hit is changed (in capitals, with curly quotes, without
apostrophes, in a long reply, negated, quoted), and what the rule must do then
follows from its “unless”. Two rules that judge the same words against each other
are named, and the rules that cost the most steps.

--corpus is a file of your own: CSV with the columns reply and behaviours, or JSON
lines with those keys. Each rule is told how often people agree with it (precision)
and how much of what people see it finds (recall).

PACK is a name, a file (.yaml, or a list of phrases as .csv) or a folder; without
one, the packs of your settings, or those that ship. The exit code is 1 where an
example fails.`,
		Example: `  coolhead pack test house.yaml
  coolhead pack test banned.csv --corpus labelled.csv
  coolhead pack test --format json`,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return p.tryPacks(args, corpus, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().StringVar(&corpus, "corpus", "", "a `file` of replies with the behaviours they show")
	return cmd
}

func (p *program) tryPacks(names []string, corpus, format string) error {
	c, err := p.catalog(nil)
	if err != nil {
		return err
	}
	packs, reader, problems, err := c.Packs(names)
	if err != nil {
		return err
	}
	replies, more, err := labelled(corpus)
	if err != nil {
		return err
	}
	problems = slices.Concat(problems, more, packtest.Unknown(replies, packs))
	p.problems(problems)
	broken := 0
	for _, problem := range problems {
		if problem.Severity == source.Error {
			broken++
		}
	}
	report := packtest.Run(reader, packs, replies)
	if format == "json" {
		enc := json.NewEncoder(p.Out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		err = enc.Encode(report)
	} else {
		err = packText(p.Out, report)
	}
	if err != nil {
		return err
	}
	if broken > 0 || report.Faults() > 0 {
		return faults
	}
	return nil
}

// mostCorpus is how much is read of a corpus.
const mostCorpus = 64 << 20

func labelled(name string) ([]packtest.Reply, []source.Problem, error) {
	if name == "" {
		return nil, nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, unread(name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostCorpus+1))
	switch {
	case err != nil:
		return nil, nil, unread(name, err)
	case len(data) > mostCorpus:
		return nil, nil, &exit{disk, fmt.Sprintf("%s is larger than 64 MiB. Take some of its replies", name)}
	}
	replies, problems := packtest.ReadCorpus(name, data)
	return replies, source.Excerpt(data, problems), nil
}

// kinds says in words what became of an example.
func kinds(c packtest.Case) string {
	switch {
	case c.Kind == "hit":
		return "must be found and is not"
	case c.Kind == "miss":
		return "must be left and is found"
	case c.Want:
		return c.Kind + ": is no longer found"
	}
	return c.Kind + ": is still found"
}

func packText(w io.Writer, report packtest.Report) error {
	var b strings.Builder
	hits, misses, changed := 0, 0, 0
	for i := range report.Rules {
		r := &report.Rules[i]
		hits, misses, changed = hits+r.Hits, misses+r.Misses, changed+r.Changed
		if len(r.Failed) == 0 && r.Corpus == nil {
			continue
		}
		fmt.Fprintf(&b, "%s  shows %s", r.ID, r.Shows)
		if m := r.Corpus; m != nil {
			fmt.Fprintf(&b, "  precision %s, recall %s", ofAll(m.Right, m.Found, m.Precision()), ofAll(m.Right, m.Labelled, m.Recall()))
		}
		b.WriteString("\n")
		for _, c := range r.Failed {
			fmt.Fprintf(&b, "  %s\n      %s\n", kinds(c), clean(c.Reply))
		}
		for _, reply := range r.Unlabeled {
			fmt.Fprintf(&b, "  found, and not labelled so\n      %s\n", clean(reply))
		}
	}
	if len(report.Overlaps) > 0 {
		b.WriteString("\nTwo rules judge the same words against each other:\n")
	}
	for _, o := range report.Overlaps {
		fmt.Fprintf(&b, "  “%s”  %s %s, %s %s\n", clean(o.Text), o.Rule, o.Points, o.Other, o.Theirs)
	}
	if slow := report.Slowest(3); len(slow) > 0 {
		b.WriteString("\nThe most steps, over all hits of the pack:\n")
		for _, r := range slow {
			fmt.Fprintf(&b, "  %6d  %s\n", r.Steps, r.ID)
		}
	}
	if b.Len() > 0 {
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "%s: %d must hit, %d must miss, %d changed ones; ", count(len(report.Rules), "rule"), hits, misses, changed)
	switch n := report.Faults(); n {
	case 0:
		b.WriteString("all as they should be.\n")
	case 1:
		b.WriteString("one is not as it should be.\n")
	default:
		fmt.Fprintf(&b, "%d are not as they should be.\n", n)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ofAll is a part of a whole as people check it: 80 % (4 of 5).
func ofAll(part, all, percent int) string {
	if all == 0 {
		return "– (none)"
	}
	return fmt.Sprintf("%d %% (%d of %d)", percent, part, all)
}
