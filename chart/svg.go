package chart

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// Measures of the picture, in its own units.
const (
	boxW    = 210
	boxH    = 78
	bendW   = 16
	gapX    = 34
	gapY    = 74
	edgeTo  = 24 // around the picture
	topRoom = 56 // for the title
	fits    = 31 // letters of small print in a box
)

const svgStyle = `text{font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:#10202c}
.t{font-size:18px;font-weight:600}.h{font-size:12px;fill:#51606b}.n{font-size:13px;font-weight:600}.s{font-size:11px}
.l{font-size:10.5px;fill:#24343f;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.b{stroke:#41525e;stroke-width:1.2}.e{fill:none;stroke:#41525e;stroke-width:1.3}.j{stroke-dasharray:5 3}`

// SVG is the map as a picture of its own, with nothing outside it.
func (m *Map) SVG() string {
	g := m.lay()
	width := g.widths()
	height := topRoom + len(g.layers)*(boxH+gapY) - gapY + edgeTo
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, "<title>%s</title>\n<style>%s</style>\n", escaped(m.Title), svgStyle)
	b.WriteString(`<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="#41525e"/></marker></defs>` + "\n")
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", width, height)
	head := m.Head
	if m.Walks > 0 {
		head += fmt.Sprintf(" · darker is where more of %d walks came", m.Walks)
	}
	fmt.Fprintf(&b, `<text class="t" x="%d" y="26">%s</text><text class="h" x="%d" y="44">%s</text>`+"\n", edgeTo, escaped(m.Title), edgeTo, escaped(head))
	for k := range m.Edges {
		m.svgEdge(&b, g, k)
	}
	for i := range g.places {
		m.svgBox(&b, g, &g.places[i])
	}
	m.svgLabels(&b, g)
	b.WriteString("</svg>\n")
	return b.String()
}

// widths sets the x of every place, each layer in the middle, and gives the width
// of the whole.
func (g *picture) widths() int {
	widest := 0
	sizes := make([]int, len(g.layers))
	for l, layer := range g.layers {
		for _, i := range layer {
			w := boxW
			if g.places[i].node == bend {
				w = bendW
			}
			g.places[i].w = w
			sizes[l] += w + gapX
		}
		sizes[l] -= gapX
		widest = max(widest, sizes[l])
	}
	for l, layer := range g.layers {
		x := edgeTo + (widest-sizes[l])/2
		for _, i := range layer {
			g.places[i].x = x
			x += g.places[i].w + gapX
		}
	}
	return max(widest+2*edgeTo, 420)
}

func (p *place) mid() int { return p.x + p.w/2 }
func (p *place) top() int { return topRoom + p.layer*(boxH+gapY) }

func (m *Map) svgBox(b *strings.Builder, g *picture, p *place) {
	if p.node == bend {
		return
	}
	x, y := p.x, p.top()
	if p.node == Anywhere {
		fmt.Fprintf(b, `<rect class="b" x="%d" y="%d" width="%d" height="%d" rx="2" fill="#f6f1e4" stroke-dasharray="5 3"/><text class="n" x="%d" y="%d">any time</text>`+"\n", x, y, boxW, boxH, x+10, y+20)
		for k, r := range m.Remarks[:min(len(m.Remarks), 3)] {
			fmt.Fprintf(b, `<text class="s" x="%d" y="%d">%s</text>`+"\n", x+10, y+36+15*k, escaped(short(r.If+" “"+r.Says+"”", fits)))
		}
		return
	}
	n := &m.Nodes[p.node]
	fill, ink, round := "#ffffff", "", 6
	if n.End {
		fill, round = "#eef1f3", boxH/2
	}
	lines := []string{}
	if n.Says != "" {
		lines = append(lines, short(n.Says, fits))
	}
	if n.Needs != "" {
		lines = append(lines, short(fmt.Sprintf("needs %s", n.Needs), fits))
	}
	if m.Walks > 0 {
		s := shadeOf(m.Share(n))
		fill, ink = s.fill, fmt.Sprintf(` style="fill:%s"`, s.ink)
		lines = append(lines, fmt.Sprintf("%d of 100 walks", m.Share(n)))
	}
	indent := 10
	if n.End {
		indent = 26
	}
	fmt.Fprintf(b, `<g><title>%s</title><rect class="b" x="%d" y="%d" width="%d" height="%d" rx="%d" fill="%s"/>`, escaped(n.Says), x, y, boxW, boxH, round, fill)
	fmt.Fprintf(b, `<text class="n" x="%d" y="%d"%s>%s</text>`, x+indent, y+21, ink, escaped(short(n.ID, 26)))
	for k, line := range lines {
		if n.End {
			line = short(line, fits-6)
		}
		fmt.Fprintf(b, `<text class="s" x="%d" y="%d"%s>%s</text>`, x+indent, y+38+15*k, ink, escaped(line))
	}
	b.WriteString("</g>\n")
}

// svgEdge draws a way as a curve through its bends.
func (m *Map) svgEdge(b *strings.Builder, g *picture, k int) {
	e, route := &m.Edges[k], g.routes[k]
	class, ends := "e", ` marker-end="url(#a)"`
	if e.Way == Jump || e.Way == Detour {
		class = "e j"
	}
	switch {
	case g.turned[k]:
		ends = ` marker-start="url(#a)"`
	case e.Way == Detour:
		ends = ` marker-start="url(#a)" marker-end="url(#a)"`
	}
	first, last := &g.places[route[0]], &g.places[route[len(route)-1]]
	if route[0] == route[len(route)-1] { // back to itself
		x, y := first.x+first.w, first.top()+boxH/2
		fmt.Fprintf(b, `<path class="%s" d="M%d %dc26 -16 26 28 0 14"%s/>`+"\n", class, x, y-8, ends)
		return
	}
	var d strings.Builder
	x, y := first.mid(), first.top()+boxH
	fmt.Fprintf(&d, "M%d %d", x, y)
	to := func(nx, ny int) {
		fmt.Fprintf(&d, "C%d %d %d %d %d %d", x, (y+ny)/2, nx, (y+ny)/2, nx, ny)
		x, y = nx, ny
	}
	for _, i := range route[1 : len(route)-1] {
		p := &g.places[i]
		to(p.mid(), p.top())
		fmt.Fprintf(&d, "L%d %d", p.mid(), p.top()+boxH)
		y = p.top() + boxH
	}
	to(last.mid(), last.top()-1)
	fmt.Fprintf(b, `<path class="%s" d="%s"%s/>`+"\n", class, d.String(), ends)
}

// svgLabels writes what stands on the edges, on top of all of them, one above the
// other where they would meet.
func (m *Map) svgLabels(b *strings.Builder, g *picture) {
	type box struct{ x, y, w int }
	var taken []box
	for k, e := range m.Edges {
		if e.Label == "" {
			continue
		}
		route := g.routes[k]
		from, to := &g.places[route[0]], &g.places[route[1%len(route)]]
		if g.turned[k] && len(route) > 1 {
			from, to = &g.places[route[len(route)-2]], &g.places[route[len(route)-1]]
		}
		text := short(e.Label, 40)
		if e.Way == Over {
			text = short(e.Label, fits)
		}
		l := box{(from.mid() + to.mid()) / 2, (from.top()+boxH+to.top())/2 + 3, 6 * len([]rune(text))}
		if e.Way == Over { // many ways part here: each label stands where its way arrives
			to := &g.places[route[len(route)-1]]
			l.x, l.y = to.mid(), to.top()-12
		}
		base := l.y
		for _, shift := range []int{0, -14, 14, -28, 28} {
			l.y = base + shift
			if !slices.ContainsFunc(taken, func(o box) bool {
				return abs(o.y-l.y) < 13 && abs(o.x-l.x) < (o.w+l.w)/2
			}) {
				break
			}
		}
		taken = append(taken, l)
		fmt.Fprintf(b, `<text class="l" x="%d" y="%d" text-anchor="middle"><title>%s</title>%s</text>`+"\n", l.x, l.y, escaped(e.Label), escaped(text))
	}
}

func abs(n int) int { return max(n, -n) }

// escaped is a text as XML takes it: marks written out, what XML forbids left out.
func escaped(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
	return html.EscapeString(s)
}
