package sim

import (
	"fmt"

	"coolhead/scenarios"
)

// Minutes is about how long a scenario takes: what its author says, else a minute
// for every turn that is answered.
func Minutes(s *scenarios.Scenario) int {
	if s.Minutes > 0 {
		return s.Minutes
	}
	n := 0
	for i := range s.Turns {
		if s.Turns[i].End == "" {
			n++
		}
	}
	return max(n, 1)
}

// Lasts says a number of minutes.
func Lasts(minutes int) string {
	if minutes == 1 {
		return "1 minute"
	}
	return fmt.Sprintf("%d minutes", minutes)
}
