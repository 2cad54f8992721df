// Package curve is the upright line laid on its side: the customer's mood, one
// point for each line they said.
//
// Its rule: it draws moods and nothing else. It knows no call and no reply, so
// the debrief, rewinding and the first page can all show the same curve.
package curve

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/scenarios"
	"coolhead/ui/theme"
)

// Label is how many cells the mood words take at the left of the plot.
const Label = 9

// crowded is the number of points beyond which every second one is drawn.
const crowded = 40

// Curve is what to draw. Point 0 is how the call began, point n the customer's
// mood after reply n.
type Curve struct {
	Said []scenarios.Mood
	// If is what the moods would have been, laid heavily over what was said;
	// its first point is point From, the last one both share.
	If   []scenarios.Mood
	From int

	Step  int // cells for each point: 2 to 6
	Width int // cells of the whole drawing, words included
	First int // the first point shown, for calls longer than the width
	At    int // the point to make bright on the axis; below 1: none
}

// StepFor is how many cells each point may have so that all of them fit,
// between 2 and most.
func StepFor(points, width, most int) int {
	points = (points + stride(points) - 1) / stride(points)
	if points == 0 {
		return most
	}
	return min(most, max(2, (width-Label)/points))
}

func stride(points int) int {
	if points > crowded {
		return 2
	}
	return 1
}

// Fits is how many points, as numbered by replies, stand side by side.
func (c Curve) Fits() int {
	return max(1, (c.Width-Label)/max(2, c.Step)) * stride(c.points())
}

func (c Curve) points() int { return max(len(c.Said), c.From+len(c.If)) }

// Draw gives seven rows: the six moods, hottest first, and the axis.
func (c Curve) Draw(t *theme.Theme) []string {
	every, step := stride(c.points()), max(2, c.Step)
	columns := max(0, c.Width-Label)
	p := newPlot(columns)
	p.line(thin(c.Said, 0, every), -c.First/every, step, light(t))
	if len(c.If) > 0 {
		p.line(thin(c.If, c.From, every), (c.From+every-1)/every-c.First/every, step, heavy(t))
	}
	rows := make([]string, 0, 7)
	for m := scenarios.Furious; m >= scenarios.Glad; m-- {
		label := t.Quiet.Render(fmt.Sprintf("%*s", Label-1, m)) + " "
		rows = append(rows, strings.TrimRight(label+p.row(m, t), " "))
	}
	return append(rows, c.axis(t, every, step, columns))
}

// thin keeps every second point where a call is too long for all.
func thin(moods []scenarios.Mood, from, every int) []scenarios.Mood {
	if every == 1 {
		return moods
	}
	var kept []scenarios.Mood
	for i, m := range moods {
		if (from+i)%every == 0 {
			kept = append(kept, m)
		}
	}
	return kept
}

// axis numbers the points; a number that would touch the one before is left out.
func (c Curve) axis(t *theme.Theme, every, step, columns int) string {
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", Label))
	at := 0
	for i := c.First - c.First%every; i < c.points(); i += every {
		x := (i - (c.First - c.First%every)) / every * step
		word := fmt.Sprint(i)
		if i == 0 {
			word = t.Glyphs.Empty
		}
		if x+lipgloss.Width(word) > columns {
			break
		}
		if x > 0 && x <= at {
			continue
		}
		b.WriteString(strings.Repeat(" ", x-at))
		style := t.Quiet
		if i == c.At && i > 0 {
			style = t.Accent
		}
		b.WriteString(style.Render(word))
		at = x + lipgloss.Width(word)
	}
	return b.String()
}
