package sim

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"coolhead/scoring"
	"coolhead/scoring/packs"
)

func TestEffectsHaveOneRowForEachBehaviourOfTheCatalogue(t *testing.T) {
	rows := table().Behaviours
	for _, b := range scoring.Behaviours() {
		if _, ok := rows[b.ID]; !ok {
			t.Errorf("%s is in the catalogue and has no effects", b.ID)
		}
	}
	for id := range rows {
		if _, ok := scoring.BehaviourOf(id); !ok {
			t.Errorf("%s has effects and is not in the catalogue", id)
		}
	}
	if len(rows) != len(scoring.Behaviours()) || len(rows) < 84 {
		t.Errorf("%d rows for %d behaviours", len(rows), len(scoring.Behaviours()))
	}
}

// Kind words may not heat, and faults may not cool, but for those which the
// research says do: what is soothing now and dear later.
func TestEffectsGoTheWayTheirBehaviourGoes(t *testing.T) {
	soothing := map[string]bool{"overpromises": true, "gives-away": true}
	for _, b := range scoring.Behaviours() {
		row := table().Behaviours[b.ID]
		if b.Side == scoring.Helps && (row.Heat > 1 || row.Cool < 0) {
			t.Errorf("%s helps, and heats by %d and costs %d cool", b.ID, row.Heat, row.Cool)
		}
		if (b.Side == scoring.Helps) != (row.Sounds != "") {
			t.Errorf("%s: how it might sound is told of what helps, and only of that", b.ID)
		}
		if b.Side == scoring.Hurts && row.Heat < 0 && !soothing[b.ID] {
			t.Errorf("%s hurts, and cools by %d", b.ID, -row.Heat)
		}
	}
}

func TestAnEffectsFileThatNamesNoRowIsRefused(t *testing.T) {
	for name, file := range map[string]string{
		"an acknowledgement": "acknowledges: [nods]\nbehaviours: {owns-it: {why: x}}",
		"a pair":             "behaviours: {owns-it: {why: x}}\npairs: [{if: nods, voids: [owns-it]}]",
		"a position":         "behaviours: {owns-it: {why: x, position: noon}}",
		"a reason":           "behaviours: {owns-it: {heat: 3}}",
	} {
		if _, err := readEffects([]byte(file)); err == nil || !strings.Contains(err.Error(), "effects.yaml") {
			t.Errorf("%s that is missing: %v", name, err)
		}
	}
}

func TestPercentRoundsHalvesAwayFromNought(t *testing.T) {
	for _, x := range []struct{ v, p, want int }{{5, 50, 3}, {-5, 50, -3}, {-7, 25, -2}, {-2, 100, -2}, {3, -100, -3}, {-3, -100, 3}, {0, 50, 0}} {
		if got := percent(x.v, x.p); got != x.want {
			t.Errorf("percent(%d, %d) = %d, want %d", x.v, x.p, got, x.want)
		}
	}
}

func TestTheDimensionsOfACallWeighAsThoseOfAReply(t *testing.T) {
	data, err := packs.FS.ReadFile("engine.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var sheet struct {
		Weights map[string]struct{ Weight int }
	}
	if err := yaml.Unmarshal(data, &sheet); err != nil {
		t.Fatal(err)
	}
	for d := range scoring.Dimensions {
		if got := sheet.Weights[d.String()].Weight; got != weights[d] {
			t.Errorf("%s weighs %d in a call and %d in a reply", d, weights[d], got)
		}
	}
}
