package scoring

import (
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
)

// automaton finds every phrase of every pack in one walk over the tokens. It is a
// tree whose edges are words, word classes, any word, or a gap of up to four words.
// A step is one node entered at one token, and only those are entered from which
// something can come there: phrases that do not occur add none.
type automaton struct {
	nodes []node
	edges []edgeSlot // open addressing
	used  int
	outs  []output
	eps   []join
	joins map[string]int32 // by the nodes that run into it
	once  sync.Once
	ready atomic.Bool // settled
}

type node struct {
	classes classSet // which class edges leave it
	words   uint64   // a sieve of the word edges that leave it
	any     int32
	gap     int32
	out     int32 // first of its outputs, -1 for none
	eps     int32 // first of the joins it runs into, -1 for none

	// What the next token must be for anything to come of this node, the joins it
	// runs into included; always is set where something may come of any.
	opens   classSet
	openers uint64
	always  bool
}

// join is where ways to say the same go on together.
type join struct{ to, next int32 }

type edgeSlot struct {
	from int32
	on   uint32
	to   int32
}

// output says what is found when a node is reached.
type output struct {
	kind  outputKind
	index int32 // of the rule, the frame
	next  int32 // another output of the same node, -1 for none
	atEnd bool  // only where the sentence ends
}

type outputKind uint8

const (
	outRule outputKind = iota
	outGuard
	outCustomer // a condition on the customer's line
	outFrame
	outHears
)

const (
	rootNode  = 0
	startNode = 1

	classEdge = 1 << 30
	anyEdge   = 1 << 29
	gapEdge   = 1<<29 + 1

	maxGap = 4
)

func newAutomaton() *automaton {
	a := &automaton{edges: make([]edgeSlot, 1024), joins: map[string]int32{}}
	a.node()
	a.node()
	return a
}

func (a *automaton) node() int32 {
	a.nodes = append(a.nodes, node{out: -1, eps: -1})
	return int32(len(a.nodes) - 1)
}

func edgeHash(from int32, on uint32) uint64 {
	return (uint64(uint32(from))<<32 | uint64(on)) * 0x9E3779B97F4A7C15 >> 20
}

func sieve(word uint32) uint64 { return 1 << (word * 0x9E3779B1 >> 26) }

func (a *automaton) follow(from int32, on uint32) int32 {
	mask := uint64(len(a.edges) - 1)
	for i := edgeHash(from, on) & mask; ; i = (i + 1) & mask {
		e := &a.edges[i]
		if e.to == 0 {
			return 0
		}
		if e.from == from && e.on == on {
			return e.to
		}
	}
}

// edge follows an edge, making it when it is new.
func (a *automaton) edge(from int32, on uint32) int32 {
	n := &a.nodes[from]
	switch on {
	case anyEdge:
		if n.any == 0 {
			to := a.node()
			a.nodes[from].any = to
		}
		return a.nodes[from].any
	case gapEdge:
		if n.gap == 0 {
			to := a.node()
			a.nodes[from].gap = to
		}
		return a.nodes[from].gap
	}
	if to := a.follow(from, on); to != 0 {
		return to
	}
	to := a.node()
	if on&classEdge != 0 {
		a.nodes[from].classes |= 1 << (on &^ classEdge)
	} else {
		a.nodes[from].words |= sieve(on)
	}
	if 2*a.used > len(a.edges) {
		old := a.edges
		a.edges = make([]edgeSlot, 2*len(old))
		for _, e := range old {
			if e.to != 0 {
				a.put(e)
			}
		}
	}
	a.put(edgeSlot{from, on, to})
	a.used++
	return to
}

func (a *automaton) put(e edgeSlot) {
	mask := uint64(len(a.edges) - 1)
	i := edgeHash(e.from, e.on) & mask
	for a.edges[i].to != 0 {
		i = (i + 1) & mask
	}
	a.edges[i] = e
}

func (a *automaton) finish(n int32, out output) {
	for i := a.nodes[n].out; i >= 0; i = a.outs[i].next {
		if o := a.outs[i]; o.kind == out.kind && o.index == out.index && o.atEnd == out.atEnd {
			return
		}
	}
	out.next = a.nodes[n].out
	a.nodes[n].out = int32(len(a.outs))
	a.outs = append(a.outs, out)
}

// meet gives one node into which all of a set run, the same for the same set: a
// phrase of many alternatives grows by their sum and not by their product.
func (a *automaton) meet(from []int32) int32 {
	slices.Sort(from)
	from = slices.Compact(from)
	key := make([]byte, 0, 4*len(from))
	for _, n := range from {
		key = append(key, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	if to, ok := a.joins[string(key)]; ok {
		return to
	}
	to := a.node()
	a.joins[string(key)] = to
	for _, n := range from {
		a.eps = append(a.eps, join{to, a.nodes[n].eps})
		a.nodes[n].eps = int32(len(a.eps) - 1)
	}
	return to
}

// settle notes for every node what must come next, once all phrases are in.
func (a *automaton) settle() {
	for i := range a.nodes {
		n := &a.nodes[i]
		n.opens, n.openers = n.classes, n.words
		n.always = n.out >= 0 || n.gap != 0 || n.any != 0
	}
	// joins run into later nodes only: from the last to the first is once each
	for i := len(a.nodes) - 1; i >= 0; i-- {
		n := &a.nodes[i]
		for e := n.eps; e >= 0; e = a.eps[e].next {
			to := &a.nodes[a.eps[e].to]
			n.opens |= to.opens
			n.openers |= to.openers
			n.always = n.always || to.always
		}
	}
	a.ready.Store(true)
}

// hit is a phrase found: tokens from start up to end.
type hit struct {
	kind       outputKind
	index      int32
	start, end int16
	deed       bool // of a predicate, not of a phrase
}

// walker is one search.
type walker struct {
	*automaton
	toks  []token
	limit int // where the sentence ends
	start int
	hits  []hit
	steps int
}

// find looks for all phrases that begin at each token of one sentence. starts are
// the places that count as the sentence's start.
func (w *walker) find(from, to int, starts [2]int) {
	w.limit = to
	if !w.ready.Load() {
		w.once.Do(w.settle)
	}
	for p := from; p < to; p++ {
		w.start = p
		w.enter(rootNode, p)
		if p == starts[0] || p == starts[1] {
			w.enter(startNode, p)
		}
	}
}

// enter follows everything that leaves a node at a token. Nodes of which nothing
// can come here are not entered.
func (w *walker) enter(at int32, p int) {
	w.steps++
	n := &w.nodes[at]
	for o := n.out; o >= 0; o = w.outs[o].next {
		out := &w.outs[o]
		if out.atEnd && p != w.limit {
			continue
		}
		w.found(out, p)
	}
	for e := n.eps; e >= 0; e = w.eps[e].next {
		if to := w.eps[e].to; w.opens(to, p) {
			w.enter(to, p)
		}
	}
	if n.gap != 0 {
		for k := 0; k <= maxGap && p+k < w.limit; k++ {
			if w.opens(n.gap, p+k) {
				w.enter(n.gap, p+k)
			}
		}
	}
	if p < w.limit {
		t := &w.toks[p]
		if t.word != 0 && n.words&sieve(uint32(t.word)) != 0 {
			if to := w.follow(at, uint32(t.word)); to != 0 && w.opens(to, p+1) {
				w.enter(to, p+1)
			}
		}
		for c := n.classes & t.class; c != 0; c &= c - 1 {
			if to := w.follow(at, classEdge|uint32(bits.TrailingZeros64(uint64(c)))); w.opens(to, p+1) {
				w.enter(to, p+1)
			}
		}
		if n.any != 0 && w.opens(n.any, p+1) {
			w.enter(n.any, p+1)
		}
	}
}

// opens says whether anything can come of a node at a token.
func (w *walker) opens(at int32, p int) bool {
	n := &w.nodes[at]
	if n.always {
		return true
	}
	if p >= w.limit {
		return false
	}
	t := &w.toks[p]
	return n.opens&t.class != 0 || t.word != 0 && n.openers&sieve(uint32(t.word)) != 0 && w.leads(at, uint32(t.word))
}

// leads says whether a word leaves a node or one of the joins it runs into. The
// sieve has let the word through; where many words leave, it lets all through.
func (w *walker) leads(at int32, word uint32) bool {
	n := &w.nodes[at]
	if n.words&sieve(word) != 0 && w.follow(at, word) != 0 {
		return true
	}
	for e := n.eps; e >= 0; e = w.eps[e].next {
		if w.leads(w.eps[e].to, word) {
			return true
		}
	}
	return false
}

func (w *walker) found(out *output, p int) {
	h := hit{kind: out.kind, index: out.index, start: int16(w.start), end: int16(p)}
	// the same phrase from the same place: the longer one stands
	for i := len(w.hits) - 1; i >= 0 && i >= len(w.hits)-8; i-- {
		have := &w.hits[i]
		if have.kind == h.kind && have.index == h.index && have.start == h.start {
			if h.end > have.end {
				have.end = h.end
			}
			return
		}
	}
	w.hits = append(w.hits, h)
}
