package receipt

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"coolhead/scoring"
)

func found(name string, side scoring.Side, start int, points scoring.Tenths) scoring.Finding {
	f := scoring.Finding{Name: name, Rule: "test/" + name, Side: side, Points: points}
	if side != scoring.Missing {
		f.Start, f.End = start, start+3
	}
	return f
}

// told is a receipt in one line.
func told(rows []Row) string {
	var all []string
	for _, r := range rows {
		all = append(all, fmt.Sprintf("%s %s", r.Name, r.Points))
	}
	return strings.Join(all, "; ")
}

func TestWhatAReceiptTells(t *testing.T) {
	many := []scoring.Finding{
		found("says sorry", scoring.Helps, 0, 60), found("uses the name", scoring.Helps, 7, 40), found("sees it", scoring.Helps, 9, 60),
		found("owns it", scoring.Helps, 19, 140), found("owns it", scoring.Helps, 25, 200), found("takes it on", scoring.Helps, 39, 25),
		found("does something", scoring.Helps, 39, 80), found("their word", scoring.Helps, 49, 20), found("no date", scoring.Missing, 0, -350),
	}
	for _, c := range []struct {
		name  string
		found []scoring.Finding
		want  string
	}{
		{"nothing found has no rows", nil, ""},
		{"what was missing comes last", []scoring.Finding{found("no date", scoring.Missing, 0, -30), found("owns it", scoring.Helps, 4, 80)}, "owns it 8; no date -3"},
		{"the same thing twice is one row", many[3:5], "owns it 34"},
		{"the same name on two sides is two rows", []scoring.Finding{found("soft", scoring.Helps, 0, 20), found("soft", scoring.Hurts, 4, -20)}, "soft 2; soft -2"},
		{"what weighs least shares a row", many, "says sorry 6; uses the name 4; sees it 6; owns it 34; does something 8; no date -35; 2 small things 4.5"},
		{"what is not small is not called small", repeat(9, 60), "a 6; b 6; c 6; d 6; e 6; f 6; 3 other things 18"},
	} {
		if got := told(Rows(c.found)); got != c.want {
			t.Errorf("%s\n is %s\nnot %s", c.name, got, c.want)
		}
	}
}

func repeat(n int, points scoring.Tenths) []scoring.Finding {
	var all []scoring.Finding
	for i := range n {
		all = append(all, found(string(rune('a'+i)), scoring.Helps, i*4, points))
	}
	return all
}

func TestWhatEndsTheScoreIsNeverPutAway(t *testing.T) {
	rows := Rows(append(repeat(9, 60), found("contempt", scoring.Ends, 50, 0)))
	if !strings.Contains(told(rows), "contempt") {
		t.Error(told(rows))
	}
}

func TestTheRowsAddUpToTheFindingsAndAreFew(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	sides := []scoring.Side{scoring.Helps, scoring.Hurts, scoring.Missing, scoring.Advice, scoring.Ends}
	for range 2000 {
		var all []scoring.Finding
		var sum scoring.Tenths
		for i := range r.IntN(20) {
			f := found(string(rune('a'+r.IntN(12))), sides[r.IntN(len(sides))], i, scoring.Tenths(r.IntN(400)-200))
			all, sum = append(all, f), sum+f.Points
		}
		var got scoring.Tenths
		parts := 0
		rows := Rows(all)
		for _, row := range rows {
			got += row.Points
			parts += len(row.Parts)
		}
		if got != sum || parts != len(all) || len(rows) > Most {
			t.Fatalf("%d rows of %d of %d findings, %s of %s points", len(rows), parts, len(all), got, sum)
		}
	}
}

func TestARowIsExplainedByWhatWeighsMost(t *testing.T) {
	rows := Rows([]scoring.Finding{found("owns it", scoring.Helps, 0, 20), found("owns it", scoring.Helps, 9, 140)})
	if lead := rows[0].Lead(); lead.Start != 9 {
		t.Errorf("it is explained by the words at %d", lead.Start)
	}
	if f, ok := rows[0].Words(); !ok || f.Start != 0 {
		t.Errorf("its number stands at %d", f.Start)
	}
	if !rows[0].Has("test/owns it", 9) || rows[0].Has("test/owns it", 5) {
		t.Error("it does not know its parts")
	}
}
