package cli

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"coolhead/scoring"
)

// assessed writes assessments in one of three forms.
type assessed struct {
	write func(judged) error
	flush func() error
}

func newAssessed(w io.Writer, format string, explain bool) *assessed {
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

// tenth is points in tenths as a number with at most one decimal.
type tenth scoring.Tenths

// MarshalJSON writes 724 as 72.4 and 800 as 80.
func (t tenth) MarshalJSON() ([]byte, error) { return []byte(t.String()), nil }

func (t tenth) String() string {
	sign := ""
	if t < 0 {
		sign, t = "-", -t
	}
	if t%10 == 0 {
		return sign + strconv.Itoa(int(t/10))
	}
	return sign + strconv.Itoa(int(t/10)) + "." + strconv.Itoa(int(t%10))
}

// row is an assessment as other programs read it. Its names are kept for ever.
type row struct {
	ID         json.RawMessage `json:"id"`
	Score      tenth           `json:"score"`
	Band       string          `json:"band"`
	Dimensions dimensionsRow   `json:"dimensions"`
	Findings   []findingRow    `json:"findings"`
	Capped     string          `json:"capped,omitempty"`
	Unassessed string          `json:"unassessed,omitempty"`
}

type dimensionsRow struct {
	Tone         tenth `json:"tone"`
	Deescalation tenth `json:"deescalation"`
	Argument     tenth `json:"argument"`
	Listening    tenth `json:"listening"`
	Resolution   tenth `json:"resolution"`
}

type findingRow struct {
	Behaviour string   `json:"behaviour"`
	Rule      string   `json:"rule"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Text      string   `json:"text"`
	Points    tenth    `json:"points"`
	Message   string   `json:"message"`
	Why       string   `json:"why"`
	Instead   []string `json:"instead"`
}

func rowOf(j judged) row {
	a := j.assessment
	return row{
		ID: j.id, Score: tenth(a.Score), Band: a.Band(),
		Dimensions: dimensionsOf(a.Dimensions), Findings: findingsOf(a.Findings),
		Capped: a.Capped, Unassessed: a.Unassessed,
	}
}

func dimensionsOf(d [scoring.Dimensions]scoring.Tenths) dimensionsRow {
	return dimensionsRow{
		Tone:         tenth(d[scoring.Tone]),
		Deescalation: tenth(d[scoring.Deescalation]),
		Argument:     tenth(d[scoring.Argument]),
		Listening:    tenth(d[scoring.Listening]),
		Resolution:   tenth(d[scoring.Resolution]),
	}
}

func findingsOf(findings []scoring.Finding) []findingRow {
	rows := make([]findingRow, len(findings))
	for i, f := range findings {
		rows[i] = findingRow{f.Behaviour, f.Rule, f.Start, f.End, f.Text, tenth(f.Points), f.Message, f.Why, append([]string{}, f.Instead...)}
	}
	return rows
}

// csvOut writes one row a reply: the findings are the names of their behaviours.
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
			r := rowOf(j)
			var id string
			if json.Unmarshal(r.ID, &id) != nil {
				id = string(r.ID)
			}
			found := make([]string, len(r.Findings))
			for i, f := range r.Findings {
				found[i] = f.Behaviour
			}
			d := r.Dimensions
			return w.Write([]string{id, r.Score.String(), r.Band, d.Tone.String(), d.Deescalation.String(), d.Argument.String(), d.Listening.String(), d.Resolution.String(), strings.Join(found, " "), r.Unassessed})
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

// signs stand before a finding: what it did.
var signs = map[scoring.Side]string{
	scoring.Helps: "+", scoring.Hurts: "-", scoring.Ends: "!", scoring.Missing: "·", scoring.Advice: "?",
}

// textOut writes a reply as people read it, one finding a line:
// start-end sign name points "words".
func textOut(w io.Writer, j judged, explain bool) error {
	a := j.assessment
	var id string
	if json.Unmarshal(j.id, &id) != nil {
		id = string(j.id)
	}
	if a.Unassessed != "" {
		_, err := fmt.Fprintf(w, "%s  not assessed: %s\n\n", clean(id), a.Unassessed)
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s  %s  %s\n", clean(id), tenth(a.Score), a.Band(), clean(strings.ReplaceAll(j.text, "\n", " ")))
	var parts []string
	for d := range scoring.Dimensions {
		parts = append(parts, fmt.Sprintf("%s %s", d, tenth(a.Dimensions[d])))
	}
	fmt.Fprintf(&b, "  %s\n", strings.Join(parts, ", "))
	for _, f := range a.Findings {
		b.WriteString("  " + findingLine(f) + "\n")
		if explain {
			explainFinding(&b, f)
		}
	}
	if a.Capped != "" {
		fmt.Fprintf(&b, "  held down: %s\n", a.Capped)
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func findingLine(f scoring.Finding) string {
	points := tenth(f.Points).String()
	if f.Points > 0 {
		points = "+" + points
	}
	if f.Void {
		points = "void"
	}
	where, words := "missing", ""
	if f.End > f.Start {
		where = fmt.Sprintf("%d-%d", f.Start, f.End)
		words = fmt.Sprintf(" %q", clean(f.Text))
	}
	return fmt.Sprintf("%s %s %s %s%s", where, signs[f.Side], f.Name, points, words)
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
