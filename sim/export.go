package sim

import (
	"strconv"
	"strings"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// Export is the debrief as other programs read it. Scores have one decimal.
type Export struct {
	Scenario   string           `json:"scenario"`
	Seed       int64            `json:"seed"`
	Mode       Mode             `json:"mode"`
	Outcome    string           `json:"outcome"` // the ending, "" if the call has none yet
	Score      Decimal          `json:"score"`
	Dimensions ExportDimensions `json:"dimensions"`
	CSAT       int              `json:"csat"`
	Ripple     *Ripple          `json:"ripple"`
	Turns      []ExportTurn     `json:"turns"`
}

// ExportTurn is one reply and what it answered.
type ExportTurn struct {
	Turn       string           `json:"turn"`
	Customer   string           `json:"customer"`
	Reply      string           `json:"reply"`
	Score      Decimal          `json:"score"`
	Dimensions ExportDimensions `json:"dimensions"`
	Findings   []ExportFinding  `json:"findings"`
	State      ExportState      `json:"state"`
}

// ExportState is the state after a reply.
type ExportState struct {
	Mood     string `json:"mood"`
	Heat     int    `json:"heat"`
	Trust    int    `json:"trust"`
	Patience int    `json:"patience"`
	Cool     int    `json:"cool"`
}

// ExportFinding is one finding.
type ExportFinding struct {
	Behaviour string   `json:"behaviour"`
	Rule      string   `json:"rule"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Text      string   `json:"text"`
	Dimension string   `json:"dimension"` // what the points are added to: a key of “dimensions”
	Points    Decimal  `json:"points"`
	Message   string   `json:"message"`
	Why       string   `json:"why"`
	Instead   []string `json:"instead"`
}

// DimensionKey is a dimension as the keys of “dimensions” call it.
func DimensionKey(d scoring.Dimension) string { return strings.ReplaceAll(d.String(), "-", "") }

// ExportDimensions are the five; one that no reply gave an occasion for is null.
type ExportDimensions struct {
	Tone         *Decimal `json:"tone"`
	Deescalation *Decimal `json:"deescalation"`
	Argument     *Decimal `json:"argument"`
	Listening    *Decimal `json:"listening"`
	Resolution   *Decimal `json:"resolution"`
}

// Decimal is tenths written with a point: 72.4.
type Decimal scoring.Tenths

// MarshalJSON writes 724 as 72.4 and 720 as 72.
func (d Decimal) MarshalJSON() ([]byte, error) {
	n, sign := int(d), ""
	if n < 0 {
		n, sign = -n, "-"
	}
	s := sign + strconv.Itoa(n/10)
	if n%10 != 0 {
		s += "." + strconv.Itoa(n%10)
	}
	return []byte(s), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	whole, tenth, _ := strings.Cut(string(data), ".")
	n, err := strconv.Atoi(whole)
	if err != nil {
		return err
	}
	t := 0
	if tenth != "" {
		if t, err = strconv.Atoi(tenth[:1]); err != nil {
			return err
		}
	}
	if strings.HasPrefix(whole, "-") {
		t = -t
	}
	*d = Decimal(10*n + t)
	return nil
}

// Export is the debrief for other programs.
func (d Debrief) Export() Export {
	out := Export{
		Scenario: d.Scenario, Seed: d.Seed, Mode: d.Mode, Outcome: d.End, Score: Decimal(d.Result.Score),
		Dimensions: exportDimensions(d.Result.Dimensions, d.Result.Has), CSAT: d.CSAT, Ripple: d.Ripple,
		Turns: []ExportTurn{},
	}
	for i := range d.Replies {
		x := &d.Replies[i].Exchange
		t := ExportTurn{
			Turn: x.Turn, Customer: x.Line().Text, Reply: x.Reply, Score: Decimal(x.Assessment.Score),
			Dimensions: exportDimensions(x.Assessment.Dimensions, x.Assessment.Has),
			Findings:   []ExportFinding{}, State: exportState(x.After),
		}
		for _, f := range x.Assessment.Findings {
			how := f.Instead
			if how == nil {
				how = []string{}
			}
			t.Findings = append(t.Findings, ExportFinding{
				Behaviour: f.Behaviour, Rule: f.Rule, Start: f.Start, End: f.End, Text: f.Text,
				Dimension: DimensionKey(f.Dimension), Points: Decimal(f.Points), Message: f.Message, Why: f.Why, Instead: how,
			})
		}
		out.Turns = append(out.Turns, t)
	}
	return out
}

func exportState(s State) ExportState {
	return ExportState{Mood: scenarios.MoodOf(s.Heat).String(), Heat: s.Heat, Trust: s.Trust, Patience: s.Patience, Cool: s.Cool}
}

func exportDimensions(v [scoring.Dimensions]scoring.Tenths, has [scoring.Dimensions]bool) ExportDimensions {
	at := func(d scoring.Dimension) *Decimal {
		if !has[d] {
			return nil
		}
		n := Decimal(v[d])
		return &n
	}
	return ExportDimensions{
		Tone: at(scoring.Tone), Deescalation: at(scoring.Deescalation), Argument: at(scoring.Argument),
		Listening: at(scoring.Listening), Resolution: at(scoring.Resolution),
	}
}
