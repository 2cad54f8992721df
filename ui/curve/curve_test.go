package curve

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"coolhead/scenarios"
	"coolhead/ui/theme"
)

func plain() *theme.Theme {
	r := lipgloss.NewRenderer(io.Discard, termenv.WithProfile(termenv.Ascii))
	s := r.NewStyle()
	return &theme.Theme{
		Ink: s, Quiet: s, Line: s, Accent: s, Hurts: s, Asks: s,
		Glyphs: theme.Glyphs{
			Rule: "─", TopLeft: "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯", Upright: "│",
			BoldRule: "━", BoldTL: "┏", BoldTR: "┓", BoldBL: "┗", BoldBR: "┛", BoldUp: "┃", Empty: "·",
		},
	}
}

func moods(words string) []scenarios.Mood {
	var ms []scenarios.Mood
	for _, w := range strings.Fields(words) {
		m, ok := scenarios.ParseMood(w)
		if !ok {
			panic(w)
		}
		ms = append(ms, m)
	}
	return ms
}

func TestCurve(t *testing.T) {
	for _, test := range []struct {
		name  string
		curve Curve
		want  string
	}{
		{
			"a call of eight replies, three cells each",
			Curve{Said: moods("angry upset angry upset upset wary wary wary calm"), Step: 3, Width: 60},
			`
 furious
   angry ──╮  ╭──╮
   upset   ╰──╯  ╰─────╮
    wary               ╰────────╮
    calm                        ╰───
    glad
         ·  1  2  3  4  5  6  7  8`,
		},
		{
			"the heavy curve lies over the light one from the last point they share",
			Curve{Said: moods("angry upset angry angry"), If: moods("upset upset"), From: 1, Step: 2, Width: 19},
			`
 furious
   angry ─╮ ╭────
   upset  ╰━━━━
    wary
    calm
    glad
         · 1 2 3`,
		},
		{
			"a fall of three moods has uprights between its corners",
			Curve{Said: moods("furious wary angry"), Step: 3, Width: 40},
			`
 furious ──╮
   angry   │  ╭───
   upset   │  │
    wary   ╰──╯
    calm
    glad
         ·  1  2`,
		},
		{
			"a scrolled curve begins inside the call",
			Curve{Said: moods("angry angry upset wary calm"), Step: 3, Width: 21, First: 2},
			`
 furious
   angry
   upset ──╮
    wary   ╰──╮
    calm      ╰───
    glad
         2  3  4`,
		},
		{
			"numbers that would touch are left out",
			Curve{Said: moods(strings.Repeat("wary ", 13)), Step: 2, Width: 60},
			`
 furious
   angry
   upset
    wary ──────────────────────────
    calm
    glad
         · 1 2 3 4 5 6 7 8 9 10  12`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows := test.curve.Draw(plain())
			got := "\n" + strings.Join(rows, "\n")
			if got != test.want {
				t.Errorf("got%s\nwant%s", got, test.want)
			}
		})
	}
}

func TestBeyondFortyPointsEverySecondIsDrawn(t *testing.T) {
	said := make([]scenarios.Mood, 43)
	for i := range said {
		said[i] = scenarios.Calm
		if i%2 == 1 {
			said[i] = scenarios.Furious
		}
	}
	rows := Curve{Said: said, Step: 3, Width: 200}.Draw(plain())
	if strings.Contains(rows[0], "─") {
		t.Errorf("an odd point is drawn: %q", rows[0])
	}
	if !strings.HasSuffix(rows[6], "40 42") {
		t.Errorf("the axis ends %q", rows[6])
	}
}

func TestStepForFillsTheWidthWithinItsBounds(t *testing.T) {
	for _, test := range []struct{ points, width, most, want int }{
		{9, 60, 3, 3}, {9, 60, 6, 5}, {3, 60, 6, 6}, {40, 60, 6, 2}, {0, 60, 3, 3},
	} {
		if got := StepFor(test.points, test.width, test.most); got != test.want {
			t.Errorf("%d points in %d cells: step %d, not %d", test.points, test.width, got, test.want)
		}
	}
}

func TestNoRowIsWiderThanAsked(t *testing.T) {
	c := Curve{Said: moods(strings.Repeat("upset angry ", 30)), Step: 3, Width: 33, First: 7}
	for _, row := range c.Draw(plain()) {
		if w := lipgloss.Width(row); w > 33 {
			t.Errorf("%d cells: %q", w, row)
		}
	}
}
