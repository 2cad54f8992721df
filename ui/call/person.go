package call

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// coolWord is the trainee's composure in a word.
func coolWord(cool int) string {
	switch {
	case cool >= 70:
		return "cool"
	case cool >= 40:
		return "ruffled"
	}
	return "hot"
}

// trustWord is trust where there is no room for a meter.
func trustWord(trust int) string {
	switch {
	case trust < 34:
		return "low"
	case trust < 67:
		return "fair"
	}
	return "good"
}

// wholeFuse is the patience a call begins with.
const wholeFuse = 60

// fuseCells is how much of the line is left, to the nearest cell.
func fuseCells(patience, width int) int {
	patience = max(0, min(patience, wholeFuse))
	return (2*width*patience + wholeFuse) / (2 * wholeFuse)
}

// leaving says that patience is below a quarter of what it was.
func leaving(s sim.State) bool { return 4*s.Patience < wholeFuse }

// heatInk is the colour of the heat meter: ink while the customer is calm.
func heatInk(t *theme.Theme, mood int) lipgloss.Style {
	if mood >= 3 {
		return widget.MoodStyle(t, mood)
	}
	return t.Ink
}

// heardWords is a behaviour as the margin says the customer heard it.
func heardWords(id string) string {
	b, ok := scoring.BehaviourOf(id)
	switch {
	case ok && b.Heard != "":
		return b.Heard
	case ok:
		return b.Name
	}
	return strings.ReplaceAll(id, "-", " ")
}
