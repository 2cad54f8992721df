package scoring

import "math/bits"

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
	if n.running > 0 {
		w.join(w.flat[n.runs:n.runs+n.running], p)
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
			if to := w.next(at, uint32(t.word)); to != 0 && w.opens(to, p+1) {
				w.enter(to, p+1)
			}
		}
		for c := n.classes & t.class; c != 0; c &= c - 1 {
			if to := w.next(at, classEdge|uint32(bits.TrailingZeros64(uint64(c)))); w.opens(to, p+1) {
				w.enter(to, p+1)
			}
		}
		if n.any != 0 && w.opens(n.any, p+1) {
			w.enter(n.any, p+1)
		}
	}
}

// join goes on where several ways to say the same run together.
func (w *walker) join(runs []run, p int) {
	var class classSet
	var word uint32
	var sign uint64
	if p < w.limit {
		t := &w.toks[p]
		class = t.class
		if t.word != 0 {
			word = uint32(t.word)
			sign = sieve(word)
		}
	}
	for i := range runs {
		r := &runs[i]
		if r.always || r.opens&class != 0 || r.openers&sign != 0 && w.leads(r.to, word) {
			w.enter(r.to, p)
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
	if n.words&sieve(word) != 0 && w.next(at, word) != 0 {
		return true
	}
	sign := sieve(word)
	for _, r := range w.flat[n.runs : n.runs+n.running] {
		if r.openers&sign != 0 && w.leads(r.to, word) {
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
