package scoring

import (
	"cmp"
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
	flat  []run
	ways  []way
	heads [2][]int32       // from the two nodes where everything begins, by word
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
	runs    int32 // where its joins stand in flat, and how many they are
	running int32
	ways    int32 // where its edges stand in ways, and how many they are
	leaving int32
}

// way is an edge once all phrases are in: those of a node stand side by side, in
// the order of what they are on.
type way struct {
	on uint32
	to int32
}

// run is a join with what must come next for it: they stand side by side, since
// most are looked at and few are gone into.
type run struct {
	opens   classSet
	openers uint64
	to      int32
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
	for i := range a.nodes {
		n := &a.nodes[i]
		n.runs = int32(len(a.flat))
		for e := n.eps; e >= 0; e = a.eps[e].next {
			to := &a.nodes[a.eps[e].to]
			a.flat = append(a.flat, run{to.opens, to.openers, a.eps[e].to, to.always})
		}
		n.running = int32(len(a.flat)) - n.runs
	}
	a.order()
	a.ready.Store(true)
}

// order puts the edges of every node side by side.
func (a *automaton) order() {
	all := make([]edgeSlot, 0, a.used)
	words := uint32(0)
	for _, e := range a.edges {
		if e.to != 0 {
			all = append(all, e)
			if e.on&classEdge == 0 {
				words = max(words, e.on)
			}
		}
	}
	slices.SortFunc(all, func(x, y edgeSlot) int {
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.on, y.on))
	})
	for i := range a.heads {
		a.heads[i] = make([]int32, words+1)
	}
	a.ways = make([]way, len(all))
	for i, e := range all {
		a.ways[i] = way{e.on, e.to}
		n := &a.nodes[e.from]
		if n.leaving == 0 {
			n.ways = int32(i)
		}
		n.leaving++
		if int(e.from) < len(a.heads) && e.on&classEdge == 0 {
			a.heads[e.from][e.on] = e.to
		}
	}
}

// few is how many edges are looked through one by one.
const few = 8

// next follows an edge once all phrases are in, 0 when there is none.
func (a *automaton) next(from int32, on uint32) int32 {
	if int(from) < len(a.heads) && on&classEdge == 0 {
		if int(on) < len(a.heads[from]) {
			return a.heads[from][on]
		}
		return 0
	}
	n := &a.nodes[from]
	ways := a.ways[n.ways : n.ways+n.leaving]
	for len(ways) > few {
		if half := len(ways) / 2; ways[half].on <= on {
			ways = ways[half:]
		} else {
			ways = ways[:half]
		}
	}
	for i := range ways {
		if ways[i].on == on {
			return ways[i].to
		}
	}
	return 0
}
