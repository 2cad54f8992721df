package chart

import (
	"cmp"
	"slices"
)

// place is a node of the layered picture: a turn, an ending, the box of any time,
// or a bend of an edge that passes a layer.
type place struct {
	node  int // in Nodes; Anywhere for any time; bend for a bend
	layer int
	order int
	x, w  int
	in    []int // places of the layer above
	out   []int // places of the layer below
}

const bend = -2

// picture is the map laid out in layers.
type picture struct {
	places []place
	layers [][]int // places by layer, from left to right
	routes [][]int // by edge: its places, upper end first
	turned []bool  // by edge: it runs upwards
}

// lay puts the nodes in layers, each below what leads to it, bends long edges
// around what lies between, and orders each layer so that few edges cross.
func (m *Map) lay() *picture {
	g := &picture{routes: make([][]int, len(m.Edges)), turned: make([]bool, len(m.Edges))}
	anywhere := -1
	for i := range m.Nodes {
		g.places = append(g.places, place{node: i})
	}
	for _, e := range m.Edges {
		if e.From == Anywhere && anywhere < 0 {
			anywhere = len(g.places)
			g.places = append(g.places, place{node: Anywhere})
		}
	}
	from := func(e Edge) int {
		if e.From == Anywhere {
			return anywhere
		}
		return e.From
	}
	g.turn(m, from)
	g.rank(m, from)
	for k, e := range m.Edges {
		upper, lower := from(e), e.To
		if g.turned[k] {
			upper, lower = lower, upper
		}
		g.routes[k] = g.route(upper, lower)
	}
	g.sort()
	return g
}

// turn finds edges that lead back to where the talk came from: they are drawn
// upwards, and do not say what lies below what.
func (g *picture) turn(m *Map, from func(Edge) int) {
	out := make([][]int, len(g.places))
	for k, e := range m.Edges {
		out[from(e)] = append(out[from(e)], k)
	}
	const fresh, open, done = 0, 1, 2
	state := make([]int, len(g.places))
	type step struct{ at, next int }
	for root := range g.places {
		if state[root] != fresh {
			continue
		}
		state[root] = open
		stack := []step{{root, 0}}
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.next == len(out[top.at]) {
				state[top.at] = done
				stack = stack[:len(stack)-1]
				continue
			}
			k := out[top.at][top.next]
			top.next++
			switch to := m.Edges[k].To; state[to] {
			case open:
				g.turned[k] = true
			case fresh:
				state[to] = open
				stack = append(stack, step{to, 0})
			}
		}
	}
}

// rank puts each place below everything that leads to it.
func (g *picture) rank(m *Map, from func(Edge) int) {
	waits := make([]int, len(g.places))
	out := make([][]int, len(g.places))
	for k, e := range m.Edges {
		a, b := from(e), e.To
		if g.turned[k] {
			a, b = b, a
		}
		if a != b {
			out[a] = append(out[a], b)
			waits[b]++
		}
	}
	var ready []int
	for i := range g.places {
		if waits[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		a := ready[0]
		ready = ready[1:]
		for _, b := range out[a] {
			g.places[b].layer = max(g.places[b].layer, g.places[a].layer+1)
			if waits[b]--; waits[b] == 0 {
				ready = append(ready, b)
			}
		}
	}
	for i := range g.places {
		g.put(i)
	}
}

func (g *picture) put(i int) {
	l := g.places[i].layer
	for len(g.layers) <= l {
		g.layers = append(g.layers, nil)
	}
	g.places[i].order = len(g.layers[l])
	g.layers[l] = append(g.layers[l], i)
}

// route is the places that an edge passes, with a bend in each layer between.
func (g *picture) route(upper, lower int) []int {
	all := []int{upper}
	for l := g.places[upper].layer + 1; l < g.places[lower].layer; l++ {
		g.places = append(g.places, place{node: bend, layer: l})
		i := len(g.places) - 1
		g.put(i)
		all = append(all, i)
	}
	all = append(all, lower)
	for k := 0; k+1 < len(all); k++ {
		a, b := all[k], all[k+1]
		if g.places[a].layer < g.places[b].layer {
			g.places[a].out = append(g.places[a].out, b)
			g.places[b].in = append(g.places[b].in, a)
		}
	}
	return all
}

// sweeps is how often the layers are ordered anew, down and up.
const sweeps = 12

// sort orders each layer by the middle of what its places are tied to.
func (g *picture) sort() {
	for n := range sweeps {
		down := n%2 == 0
		for k := range g.layers {
			l := k
			if !down {
				l = len(g.layers) - 1 - k
			}
			g.order(g.layers[l], down)
		}
	}
}

func (g *picture) order(layer []int, down bool) {
	weight := make(map[int]int, len(layer))
	for _, i := range layer {
		p := &g.places[i]
		tied := p.in
		if !down {
			tied = p.out
		}
		weight[i] = 1000 * p.order
		if len(tied) > 0 {
			sum := 0
			for _, j := range tied {
				sum += 1000 * g.places[j].order
			}
			weight[i] = sum / len(tied)
		}
	}
	slices.SortStableFunc(layer, func(a, b int) int { return cmp.Compare(weight[a], weight[b]) })
	for k, i := range layer {
		g.places[i].order = k
	}
}
