package curve

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/scenarios"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// plot is the grid a curve is drawn on: a glyph for each cell, and whether the
// heavy line owns it.
type plot struct {
	glyph [6][]string
	heavy [6][]bool
}

// pen is one set of corners.
type pen struct {
	rule, tl, tr, bl, br, up string
	heavy                    bool
}

func light(t *theme.Theme) pen {
	g := t.Glyphs
	return pen{g.Rule, g.TopLeft, g.TopRight, g.BottomLeft, g.BottomRight, g.Upright, false}
}

func heavy(t *theme.Theme) pen {
	g := t.Glyphs
	return pen{g.BoldRule, g.BoldTL, g.BoldTR, g.BoldBL, g.BoldBR, g.BoldUp, true}
}

func newPlot(columns int) *plot {
	p := &plot{}
	for m := range p.glyph {
		p.glyph[m] = make([]string, columns)
		p.heavy[m] = make([]bool, columns)
	}
	return p
}

func (p *plot) put(m scenarios.Mood, x int, glyph string, heavy bool) {
	if x >= 0 && x < len(p.glyph[m]) {
		p.glyph[m][x], p.heavy[m][x] = glyph, heavy
	}
}

// line draws moods from point number first (below 0: scrolled off at the left).
// Each point owns step cells; the last of them turns to the next point.
func (p *plot) line(moods []scenarios.Mood, first, step int, k pen) {
	for i, m := range moods {
		x := (first + i) * step
		for c := range step {
			p.put(m, x+c, k.rule, k.heavy)
		}
		if i+1 == len(moods) || moods[i+1] == m {
			continue
		}
		p.turn(m, moods[i+1], x+step-1, k)
	}
}

func (p *plot) turn(from, to scenarios.Mood, x int, k pen) {
	leave, arrive := k.tr, k.bl
	if to > from {
		leave, arrive = k.br, k.tl
	}
	p.put(from, x, leave, k.heavy)
	p.put(to, x, arrive, k.heavy)
	for m := min(from, to) + 1; m < max(from, to); m++ {
		p.put(m, x, k.up, k.heavy)
	}
}

// row renders one mood's row, one style for each run of cells.
func (p *plot) row(m scenarios.Mood, t *theme.Theme) string {
	var b, run strings.Builder
	style := func(heavy bool) lipgloss.Style {
		if heavy {
			return t.Accent
		}
		return widget.MoodStyle(t, int(m))
	}
	was := false
	flush := func() {
		if run.Len() > 0 {
			b.WriteString(style(was).Render(run.String()))
			run.Reset()
		}
	}
	for x, g := range p.glyph[m] {
		if g == "" {
			flush()
			b.WriteByte(' ')
			continue
		}
		if p.heavy[m][x] != was {
			flush()
			was = p.heavy[m][x]
		}
		run.WriteString(g)
	}
	flush()
	return strings.TrimRight(b.String(), " ")
}
