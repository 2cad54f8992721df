package sim

import (
	"testing"

	"coolhead/scenarios"
)

func TestAScenarioThatSaysNothingOfItsLengthTakesAMinuteATurn(t *testing.T) {
	turns := []scenarios.Turn{{ID: "a"}, {ID: "b"}, {ID: "c", End: scenarios.Recovered}}
	for _, c := range []struct {
		minutes, turns, want int
	}{{8, 3, 8}, {0, 3, 2}, {0, 1, 1}, {0, 0, 1}} {
		if got := Minutes(&scenarios.Scenario{Minutes: c.minutes, Turns: turns[:c.turns]}); got != c.want {
			t.Errorf("%d minutes, %d turns: %d, not %d", c.minutes, c.turns, got, c.want)
		}
	}
}

func TestOneMinuteIsNotOneMinutes(t *testing.T) {
	if Lasts(1) != "1 minute" || Lasts(8) != "8 minutes" {
		t.Errorf("%s, %s", Lasts(1), Lasts(8))
	}
}
