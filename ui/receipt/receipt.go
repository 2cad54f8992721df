// Package receipt sets what was found in a reply as a page tells it: a few rows
// and their sum, the same on the screen and line by line.
//
// Its rule: the sum of the rows is the sum of the findings, whatever is put
// together; and no reply has more than Most rows.
package receipt

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"coolhead/scoring"
)

// Most is how many rows a receipt has at most.
const Most = 7

// small is what a thing weighs less than to be called small.
const small scoring.Tenths = 50

// Row is one row of a receipt.
type Row struct {
	Name   string
	Side   scoring.Side // "" where several things share the row
	Points scoring.Tenths
	Void   bool
	Parts  []scoring.Finding // what it sums up, in the order of the words; never empty
}

// Rows are the findings as a receipt sets them: those with words in the order of
// the words, then what was missing. The same thing twice is one row. Of too many,
// those that weigh least share the last row.
func Rows(findings []scoring.Finding) []Row {
	var rows []Row
	for _, missing := range []bool{false, true} {
		for _, f := range findings {
			if (f.Side == scoring.Missing) == missing {
				rows = add(rows, f)
			}
		}
	}
	if len(rows) <= Most {
		return rows
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(weight(rows[j]), weight(rows[i])) })
	kept, rest := order[:Most-1], order[Most-1:]
	slices.Sort(kept)
	slices.Sort(rest)
	out := make([]Row, 0, Most)
	for _, i := range kept {
		out = append(out, rows[i])
	}
	return append(out, together(rows, rest))
}

// add puts a finding into its row, or begins one.
func add(rows []Row, f scoring.Finding) []Row {
	for i := range rows {
		if r := &rows[i]; r.Name == f.Name && r.Side == f.Side && r.Void == f.Void {
			r.Points += f.Points
			r.Parts = append(r.Parts, f)
			return rows
		}
	}
	return append(rows, Row{Name: f.Name, Side: f.Side, Points: f.Points, Void: f.Void, Parts: []scoring.Finding{f}})
}

// weight ranks rows: what ends the score is never put away, whatever it weighs.
func weight(r Row) scoring.Tenths {
	if r.Side == scoring.Ends {
		return 1 << 30
	}
	return max(r.Points, -r.Points)
}

// together is the row that several share.
func together(rows []Row, which []int) Row {
	var all Row
	what := "small things"
	for _, i := range which {
		r := rows[i]
		if weight(r) >= small {
			what = "other things"
		}
		all.Points += r.Points
		all.Parts = append(all.Parts, r.Parts...)
	}
	all.Name = fmt.Sprintf("%d %s", len(which), what)
	return all
}

// Shared says that several things share this row.
func (r Row) Shared() bool { return r.Side == "" }

// Lead is the part that explains the row: the one that weighs most.
func (r Row) Lead() scoring.Finding {
	return slices.MaxFunc(r.Parts, func(a, b scoring.Finding) int {
		return cmp.Compare(max(a.Points, -a.Points), max(b.Points, -b.Points))
	})
}

// Words are the first words the row stands on; false where it has none.
func (r Row) Words() (scoring.Finding, bool) {
	if !r.Shared() {
		for _, f := range r.Parts {
			if f.End > f.Start {
				return f, true
			}
		}
	}
	return scoring.Finding{}, false
}

// Names are the names of what shares a row, each once.
func (r Row) Names() string {
	var names []string
	for _, f := range r.Parts {
		if !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	return strings.Join(names, ", ")
}

// Has says that a finding is told in this row.
func (r Row) Has(rule string, start int) bool {
	return slices.ContainsFunc(r.Parts, func(f scoring.Finding) bool { return f.Rule == rule && f.Start == start })
}
