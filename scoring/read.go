package scoring

import "github.com/rivo/uniseg"

// Reading is a reply read without its moment: words, sentences, and every phrase
// that could count. It may be judged in many moments.
type Reading struct {
	lang      *compiled
	text      string
	toks      []token
	sentences []sentence
	hits      []hit
	preds     []predicate
	marks     marks
	steps     int
	edges     []bool // grapheme borders, nil when every byte is one
	other     []elsewhere
	unread    string // why it cannot be assessed

	tokBuf  [80]token
	sentBuf [12]sentence
	hitBuf  [96]hit
	predBuf [24]predicate
}

// Read reads a text. At most MaxText characters of it are looked at.
func (r *Reader) Read(text string) *Reading {
	rd := r.scanned(text)
	if len(r.tongues) > 0 && rd.strange() {
		return r.tell(rd)
	}
	r.finish(rd)
	return rd
}

// scanned takes a text apart into words.
func (r *Reader) scanned(text string) *Reading {
	rd := &Reading{lang: r.lang, text: text}
	s := scanner{lang: r.lang.language, toks: rd.tokBuf[:0]}
	s.scan(text)
	s.undisguise(text)
	rd.toks, rd.marks = s.toks, s.marks
	rd.sentences = rd.sentBuf[:0]
	rd.hits = rd.hitBuf[:0]
	return rd
}

// finish reads the sentences of a text whose words are known.
func (r *Reader) finish(rd *Reading) {
	text := rd.text
	rd.unread = rd.readable()
	if rd.unread != "" {
		return
	}
	rd.cut()
	rd.mark()
	w := walker{automaton: r.lang.auto, toks: rd.toks, hits: rd.hits}
	for i := range rd.sentences {
		st := &rd.sentences[i]
		if st.elsewhere {
			continue
		}
		w.find(int(st.from), int(st.to), [2]int{int(st.from), int(st.begin)})
	}
	rd.hits, rd.steps = w.hits, w.steps
	rd.shield()
	rd.preds = rd.predBuf[:0]
	rd.parse()
	rd.deeds()
	rd.plans()
	rd.frame()
	for i := range len(text) {
		if text[i] >= 0x80 {
			rd.borders()
			break
		}
	}
}

// readable says why a text cannot be assessed, "" when it can.
func (rd *Reading) readable() string {
	if len(rd.toks) == 0 {
		if rd.marks.emoji > 0 {
			return "only pictures, no words to assess"
		}
		return "nothing to assess"
	}
	words, known, function, strangers := 0, 0, 0, 0
	for i := range rd.toks {
		t := &rd.toks[i]
		if t.flags&flagDigits != 0 || t.flags&flagPart != 0 {
			continue
		}
		words++
		if rd.isElsewhere(t) {
			continue
		}
		if t.word != 0 {
			known++
		}
		if rd.lang.strangers[t.hash] {
			strangers++
		}
		if rd.lang.function[t.word] && t.word != 0 {
			function++
		}
	}
	if rd.marks.letters > 0 && 2*rd.marks.foreign > rd.marks.letters {
		return noPack
	}
	if rd.repeats() {
		return sameWords
	}
	if words >= 5 && 10*function < words && 3*known < words || strangers > function {
		return noPack
	}
	return ""
}

// borders notes where graphemes begin, so that no span splits one.
func (rd *Reading) borders() {
	rd.edges = make([]bool, len(rd.text)+1)
	state := -1
	rest := rd.text
	at := 0
	for len(rest) > 0 {
		rd.edges[at] = true
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len(cluster)
	}
	rd.edges[len(rd.text)] = true
}

// span gives the bytes of tokens start up to end, on grapheme borders.
func (rd *Reading) span(start, end int) (int, int) {
	if end <= start {
		end = start + 1
	}
	a, b := int(rd.toks[start].start), int(rd.toks[end-1].end)
	if rd.edges != nil {
		for a > 0 && !rd.edges[a] {
			a--
		}
		for b < len(rd.text) && !rd.edges[b] {
			b++
		}
	}
	return a, b
}

// shield marks the words that are somebody else's, and the negators that negate
// nothing.
func (rd *Reading) shield() {
	for i := range rd.hits {
		h := &rd.hits[i]
		if h.kind != outFrame {
			continue
		}
		switch frame(h.index) {
		case frReported:
			for p := int(h.end); p < len(rd.toks); p++ {
				t := &rd.toks[p]
				if t.before == gapStop || p > int(h.end) && (t.before >= gapComma || t.is(rd.lang.turning)) {
					break
				}
				t.flags |= flagReported
			}
		case frNotNeg:
			for p := int(h.start); p < int(h.end); p++ {
				rd.toks[p].flags |= flagConcrete
			}
		}
	}
}

// frame gathers the frames of every sentence.
func (rd *Reading) frame() {
	const shielded = flagQuoted | flagReported
	for i := range rd.hits {
		h := &rd.hits[i]
		if h.kind != outFrame {
			continue
		}
		f := frame(h.index)
		t := &rd.toks[h.start]
		if harmFrames&bit(f) != 0 && t.flags&shielded != 0 {
			h.kind = outGuard
			h.index = -1
			continue
		}
		if !h.deed && (helpFrames|ackFrames|harmFrames)&bit(f) != 0 && f != frOff && rd.negated(int(h.start)) {
			h.kind = outGuard
			h.index = -1
			continue
		}
		rd.sentences[t.sentence].frames |= 1 << f
	}
	for i := range rd.sentences {
		rd.sentences[i].help = rd.sentences[i].frames&helpFrames != 0
	}
}

// helpAfter says whether help follows a token in its sentence, or stands in the next.
func (rd *Reading) helpAfter(p int) bool {
	s := int(rd.toks[min(p, len(rd.toks)-1)].sentence)
	if s+1 < len(rd.sentences) && rd.sentences[s+1].help {
		return true
	}
	return rd.helpIn(p, int(rd.sentences[s].to))
}

func (rd *Reading) helpIn(from, to int) bool {
	for i := range rd.hits {
		h := &rd.hits[i]
		if h.kind == outFrame && helpFrames&bit(frame(h.index)) != 0 && int(h.start) >= from && int(h.end) <= to {
			return true
		}
	}
	return false
}

// acksIn says whether an acknowledgement stands between two tokens.
func (rd *Reading) acksIn(from, to int) bool {
	for i := range rd.hits {
		h := &rd.hits[i]
		if h.kind == outFrame && ackFrames&bit(frame(h.index)) != 0 && int(h.start) >= from && int(h.end) <= to {
			return true
		}
	}
	return false
}

// where finds the first hit of a frame in a sentence.
func (rd *Reading) where(s int, set frameSet) (hit, bool) {
	for i := range rd.hits {
		h := rd.hits[i]
		if h.kind == outFrame && set&bit(frame(h.index)) != 0 && int(rd.toks[h.start].sentence) == s {
			return h, true
		}
	}
	return hit{}, false
}

// Steps is how many steps the matching of phrases took.
func (rd *Reading) Steps() int { return rd.steps }
