package cli

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/sim/check"
)

// testText tells of each scenario; of a single one, or where it was asked for,
// everything that its walks found.
func (p *program) testText(all []trial, o testOptions) {
	whole := o.whole || len(all) == 1
	bad, played, failed, untried := 0, 0, 0, 0
	for i := range all {
		t := &all[i]
		switch {
		case !t.holds():
			bad++
		case t.study == nil:
			untried++
		}
		failed += t.failed()
		if t.study != nil {
			played += len(t.study.Tests)
		}
		p.trialText(t, whole, o.whole)
		if o.typed {
			p.hearsText(t)
		}
	}
	fmt.Fprintf(p.Out, "%s, %s: ", count(len(all), "scenario"), count(played, "test"))
	switch {
	case bad == 0 && untried == 0:
		fmt.Fprintln(p.Out, "everything holds.")
		return
	case bad == 0:
		fmt.Fprintf(p.Out, "%d not tried.\n", untried)
		return
	}
	fmt.Fprintf(p.Out, "%s failed, %s with faults.\n", count(failed, "test"), count(bad, "scenario"))
}

func (p *program) trialText(t *trial, whole, all bool) {
	how := "holds"
	switch {
	case !t.holds():
		how = "does not hold"
	case t.study == nil:
		how = "is no call that this version plays, and was not tried"
	}
	fmt.Fprintf(p.Out, "%s %s\n", clean(t.path), how)
	if t.study != nil {
		for _, r := range t.study.Tests {
			if !r.Passed {
				p.failText(&r)
			}
		}
	}
	advice := 0
	told := map[string]int{}
	for _, problem := range t.problems {
		if problem.Severity == source.Advice && !whole {
			advice++
			continue
		}
		if told[problem.Code]++; told[problem.Code] <= ofAKind || all {
			fmt.Fprint(p.Out, source.Format(problem))
		}
	}
	for _, code := range slices.Sorted(maps.Keys(told)) {
		if n := told[code] - ofAKind; n > 0 && !all {
			fmt.Fprintf(p.Out, "  %s: %d more like it; --full shows them\n", code, n)
		}
	}
	if t.study == nil {
		return
	}
	if !whole {
		p.shortText(t, advice)
		return
	}
	p.walkedText(t)
	p.coveredText(t.study)
	p.onlyText(t.study)
}

func (p *program) failText(r *check.Result) {
	what := "test “" + clean(r.Name) + "”"
	if r.Code != "" {
		what = r.Code + " " + r.Name
	}
	fmt.Fprintf(p.Out, "  line %d, %s: %s\n", r.At.Line, what, clean(r.Fault))
	for line := range strings.Lines(r.Costs()) {
		fmt.Fprintf(p.Out, "    %s\n", clean(strings.TrimRight(line, "\n")))
	}
}

// shortText is one line of what the walks of a scenario found.
func (p *program) shortText(t *trial, advice int) {
	var parts []string
	if e := t.study.Explored; e != nil {
		parts = append(parts, states(e))
	}
	if w := t.study.Picked; w != nil {
		parts = append(parts, fmt.Sprintf("%d %% of picked calls end well", w.Balance().Good))
	}
	if w := t.study.Typed; w != nil {
		parts = append(parts, fmt.Sprintf("%d %% of typed ones", w.Balance().Good))
	}
	if advice > 0 {
		parts = append(parts, fmt.Sprintf("%d of advice: --full shows it", advice))
	}
	if len(parts) > 0 {
		fmt.Fprintf(p.Out, "  %s\n", strings.Join(parts, "; "))
	}
}

func states(e *check.Explored) string {
	what := "picks"
	if e.Silences {
		what = "picks and silences"
	}
	if e.Whole {
		return fmt.Sprintf("all %d states of %s", e.States, what)
	}
	return fmt.Sprintf("%d states of %s, and there are more", e.States, what)
}

func (p *program) walkedText(t *trial) {
	row := func(name, format string, args ...any) {
		fmt.Fprintf(p.Out, "  %-9s %s\n", name, fmt.Sprintf(format, args...))
	}
	if e := t.study.Explored; e != nil {
		row("walked", "%s", states(e))
	}
	for _, w := range []struct {
		name   string
		walked *check.Walked
	}{{"picked", t.study.Picked}, {"typed", t.study.Typed}} {
		if w.walked == nil {
			continue
		}
		b := w.walked.Balance()
		row(w.name, "%d calls at random: good %d %%, between %d %%, bad %d %%", b.Calls, b.Good, b.Between, b.Bad)
		row("", "%s", ends(w.walked.Ends))
		row("", "scores %s to %s; half of them from %s to %s, the middle one %s", b.Scores[0], b.Scores[4], b.Scores[1], b.Scores[3], b.Scores[2])
		if b.Endless > 0 {
			row("", "one that came to no end:  --path '%s'", clean(w.walked.Stuck.String()))
		}
	}
	if n := len(t.others); n > 0 && t.study.Picked != nil {
		row(fmt.Sprintf("level %d", t.level), "%s end well in %s of picked calls", others(n), percents(t.others))
	}
}

func others(n int) string {
	if n == 1 {
		return "the other one"
	}
	return fmt.Sprintf("the %d others", n)
}

func percents(list []int) string {
	low, high := slices.Min(list), slices.Max(list)
	if low == high {
		return fmt.Sprintf("%d %%", low)
	}
	return fmt.Sprintf("%d to %d %%", low, high)
}

// coveredText is the table of turns and of the lines in them: where tests and walks
// came, and how often.
func (p *program) coveredText(s *check.Study) {
	if s.Picked == nil && s.Typed == nil && s.Explored == nil {
		return
	}
	fmt.Fprintf(p.Out, "  %5s  %-36s %5s %7s %6s %7s\n", "line", "turn, and what is said there", "tests", "picked", "typed", "states")
	turn := ""
	for _, row := range s.Rows() {
		name := "  " + strings.TrimPrefix(row.Name, turn+", ")
		if row.Turn {
			name, turn = row.Name, row.Name
		}
		fmt.Fprintf(p.Out, "  %5d  %-36s %5d %7s %6s %7s\n", row.At.Line, shortened(name, 36), row.Tests,
			share(row.Picked, s.Picked), share(row.Typed, s.Typed), statesOf(row.States, s.Explored))
		if row.Unsaid > 0 {
			fmt.Fprintf(p.Out, "  %5s    %s of its %d lines were never said\n", "", fmt.Sprint(row.Unsaid), len(row.Lines))
		}
	}
}

// share is in how many of a walk's calls something came.
func share(n int, w *check.Walked) string {
	switch {
	case w == nil || w.Calls == 0:
		return "-"
	case n > 0 && 200*n < w.Calls:
		return "<1 %"
	}
	return fmt.Sprintf("%d %%", (100*n+w.Calls/2)/w.Calls)
}

func statesOf(n int, e *check.Explored) string {
	if e == nil {
		return "-"
	}
	return fmt.Sprint(n)
}

func (p *program) onlyText(s *check.Study) {
	all := s.OnlyIf()
	if len(all) == 0 {
		return
	}
	fmt.Fprintln(p.Out, "  what can be reached, and only if; the line below it goes there")
	for _, o := range all {
		needs := o.Needs
		switch {
		case needs == "" && o.Whole:
			needs = "in many ways"
		case needs == "":
			needs = "not every way is known"
		}
		fmt.Fprintf(p.Out, "    %s: %s\n      %s\n", clean(o.What), clean(needs), clean(s.Command(check.Way{Seed: o.Seed, Path: o.Path})))
	}
}

func (p *program) hearsText(t *trial) {
	if t.study == nil {
		return
	}
	if len(t.hears) == 0 {
		fmt.Fprintln(p.Out, "  no need is met only by what its turn hears")
		return
	}
	fmt.Fprintln(p.Out, "  met only by what the turn hears; no rule would hear it elsewhere:")
	for _, h := range t.hears {
		fmt.Fprintf(p.Out, "    %s, %s: “%s”\n", h.Turn, h.Behaviour, clean(h.Text))
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
