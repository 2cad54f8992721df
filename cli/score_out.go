package cli

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/plain"
)

// assessed writes assessments in one of three forms.
type assessed struct {
	write func(judged) error
	flush func() error
}

func newAssessed(w io.Writer, format string, explain *scoring.Reader) *assessed {
	b := bufio.NewWriter(w)
	switch format {
	case "csv":
		return csvOut(csv.NewWriter(b), b)
	case "text":
		return &assessed{func(j judged) error { return textOut(b, j, explain) }, b.Flush}
	}
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return &assessed{func(j judged) error { return enc.Encode(rowOf(j)) }, b.Flush}
}

// row is an assessment as other programs read it. Its names are kept for ever.
type row struct {
	ID         json.RawMessage     `json:"id"`
	Score      sim.Decimal         `json:"score"`
	Band       string              `json:"band"`
	Dimensions dimensionsRow       `json:"dimensions"`
	Findings   []sim.ExportFinding `json:"findings"`
	Capped     string              `json:"capped,omitempty"`
	Unassessed string              `json:"unassessed,omitempty"`
}

type dimensionsRow struct {
	Tone         sim.Decimal `json:"tone"`
	Deescalation sim.Decimal `json:"deescalation"`
	Argument     sim.Decimal `json:"argument"`
	Listening    sim.Decimal `json:"listening"`
	Resolution   sim.Decimal `json:"resolution"`
}

func rowOf(j judged) row {
	a := j.assessment
	return row{
		ID: j.id, Score: sim.Decimal(a.Score), Band: a.Band(),
		Dimensions: dimensionsOf(a.Dimensions), Findings: findingsOf(a.Findings),
		Capped: a.Capped, Unassessed: a.Unassessed,
	}
}

func dimensionsOf(d [scoring.Dimensions]scoring.Tenths) dimensionsRow {
	return dimensionsRow{
		Tone:         sim.Decimal(d[scoring.Tone]),
		Deescalation: sim.Decimal(d[scoring.Deescalation]),
		Argument:     sim.Decimal(d[scoring.Argument]),
		Listening:    sim.Decimal(d[scoring.Listening]),
		Resolution:   sim.Decimal(d[scoring.Resolution]),
	}
}

func findingsOf(findings []scoring.Finding) []sim.ExportFinding {
	rows := make([]sim.ExportFinding, len(findings))
	for i, f := range findings {
		rows[i] = sim.ExportFinding{
			Behaviour: f.Behaviour, Rule: f.Rule, Start: f.Start, End: f.End, Text: f.Text,
			Dimension: sim.DimensionKey(f.Dimension), Points: sim.Decimal(f.Points), Message: f.Message, Why: f.Why, Instead: append([]string{}, f.Instead...),
		}
	}
	return rows
}

// name is the id of a reply as people write it.
func (r *reply) name() string {
	var words string
	if json.Unmarshal(r.id, &words) == nil {
		return words
	}
	return string(r.id)
}

// csvOut writes one row a reply: the findings are the names of their behaviours, or of
// the rule where there is no behaviour to name.
func csvOut(w *csv.Writer, under *bufio.Writer) *assessed {
	first := true
	return &assessed{
		write: func(j judged) error {
			if first {
				first = false
				if err := w.Write([]string{"id", "score", "band", "tone", "deescalation", "argument", "listening", "resolution", "findings", "unassessed"}); err != nil {
					return err
				}
			}
			a := j.assessment
			found := make([]string, len(a.Findings))
			for i, f := range a.Findings {
				found[i] = cmp.Or(f.Behaviour, f.Rule)
			}
			cells := []string{j.name(), a.Score.String(), a.Band()}
			for d := range scoring.Dimensions {
				cells = append(cells, a.Dimensions[d].String())
			}
			return w.Write(append(cells, strings.Join(found, " "), a.Unassessed))
		},
		flush: func() error {
			w.Flush()
			if err := w.Error(); err != nil {
				return err
			}
			return under.Flush()
		},
	}
}

// textOut writes a reply as people read it, one finding a line: start-end sign name
// points "words"; with the reader that judged it, also why and how it adds up.
func textOut(w io.Writer, j judged, explain *scoring.Reader) error {
	a := j.assessment
	id := j.name()
	if a.Unassessed != "" {
		_, err := fmt.Fprintf(w, "%s  not assessed: %s\n\n", clean(id), a.Unassessed)
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s  %s  %s\n", clean(id), a.Score, a.Band(), clean(j.text))
	var parts []string
	for d := range scoring.Dimensions {
		parts = append(parts, fmt.Sprintf("%s %s", d, a.Dimensions[d]))
	}
	fmt.Fprintf(&b, "  %s\n", strings.Join(parts, ", "))
	for _, f := range a.Findings {
		b.WriteString("  " + clean(plain.Finding(f)) + "\n")
		if explain != nil {
			explainFinding(&b, f)
		}
	}
	if explain != nil {
		explainSum(&b, explain.Sum(a))
	}
	if a.Capped != "" {
		fmt.Fprintf(&b, "  held down: %s\n", a.Capped)
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// explainSum writes the sum as one would on paper: a line for each dimension, then
// the mean by weight.
func explainSum(b *strings.Builder, s scoring.Sum) {
	b.WriteString("  the sum:\n")
	var terms []string
	for d := range scoring.Dimensions {
		c := s.Columns[d]
		fmt.Fprintf(b, "    %-13s  %s", d, c.Start)
		for _, part := range c.Parts {
			fmt.Fprintf(b, " %s (%s)", signed(part.Points), clean(part.Name))
		}
		if len(c.Parts) > 0 {
			fmt.Fprintf(b, " = %s", c.Total)
		}
		if c.Total != c.Value {
			fmt.Fprintf(b, ", counted as %s", c.Value)
		}
		b.WriteString("\n")
		terms = append(terms, fmt.Sprintf("%s×%d", c.Value, c.Weight))
	}
	fmt.Fprintf(b, "    %-13s  (%s) ÷ %d = %s\n", "score", strings.Join(terms, " + "), s.Weights, s.Mean)
	if s.Capped != "" {
		fmt.Fprintf(b, "    %-13s  %s\n", "held down to", s.Score)
	}
}

// signed is points with the sign a sum needs.
func signed(t scoring.Tenths) string {
	if t < 0 {
		return "− " + (-t).String()
	}
	return "+ " + t.String()
}

func explainFinding(b *strings.Builder, f scoring.Finding) {
	for _, s := range []string{f.Message, f.Why} {
		if s != "" {
			fmt.Fprintf(b, "      %s\n", clean(s))
		}
	}
	for _, s := range f.Instead {
		fmt.Fprintf(b, "      instead: %s\n", clean(s))
	}
	if f.Rule != "" {
		fmt.Fprintf(b, "      rule: %s\n", f.Rule)
	}
}
