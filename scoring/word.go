package scoring

import "unicode/utf8"

// word takes the word in the buffer apart (contractions, digits with letters)
// and appends its tokens.
func (s *scanner) word(start, end int, before gap, flags flag) {
	w := s.buf[:s.n]
	if hasHigh(w) {
		w = s.unmasked(w)
	}
	if flags&flagDigits != 0 {
		s.number(w, start, end, before, flags)
		return
	}
	g := s.lang
	apostrophe := -1
	for i, c := range w {
		if c == '\'' {
			apostrophe = i
		}
	}
	if apostrophe < 0 {
		h := hashBytes(w)
		id := g.lex.find(w, h)
		if id == 0 && twice(w) { // "soo" may be "so" stretched
			var once [64]byte
			c := once[:squeeze(once[:], w)]
			if other := g.lex.find(c, hashBytes(c)); other != 0 && !s.learn {
				id, h = other, hashBytes(c)
				w = w[:copy(w, c)]
			}
		}
		if to, ok := g.expansions[id]; ok && id != 0 {
			s.expand(to, start, end, before, flags)
			return
		}
		s.emit(w, id, h, start, end, before, flags)
		return
	}
	h := hashBytes(w)
	if id := g.lex.find(w, h); id != 0 {
		if to, ok := g.expansions[id]; ok {
			s.expand(to, start, end, before, flags)
			return
		}
	}
	// a host and what clings to it
	cut := apostrophe
	suffix := w[apostrophe:]
	if apostrophe > 0 { // a suffix may take the letter before the apostrophe with it
		wide := w[apostrophe-1:]
		if wideID := g.lex.find(wide, hashBytes(wide)); wideID != 0 {
			if _, ok := g.suffixes[wideID]; ok {
				cut, suffix = apostrophe-1, wide
			}
		}
	}
	id := g.lex.find(suffix, hashBytes(suffix))
	to, ok := g.suffixes[id]
	if !ok || id == 0 || cut == 0 {
		s.emit(w, g.lex.find(w, h), h, start, end, before, flags)
		return
	}
	// the suffix is the last len(suffix) letters of the typed word; an apostrophe
	// may be three bytes long
	middle := end - len(suffix)
	if s.apostropheBytes > 1 {
		middle -= s.apostropheBytes - 1
	}
	if middle <= start {
		middle = end
	}
	host := w[:cut]
	hh := hashBytes(host)
	hostID := g.lex.find(host, hh)
	s.emit(host, hostID, hh, start, middle, before, flags)
	if to == g.possess {
		if g.isHost[hostID] && hostID != 0 {
			s.emitID(g.is, middle, end, gapNone, flags|flagPart)
			s.unsure = unsureIs
			return
		}
		s.emitID(g.possess, middle, end, gapNone, flags|flagPart|flagPossess)
		return
	}
	s.emitID(to, middle, end, gapNone, flags|flagPart)
	if to == g.would {
		s.unsure = unsureWould
	}
}

type unsure uint8

const (
	sure unsure = iota
	unsureIs
	unsureWould
)

func (s *scanner) expand(to []wordID, start, end int, before gap, flags flag) {
	for i, id := range to {
		f := flags
		if i > 0 {
			f |= flagPart
			before = gapNone
		}
		s.emitID(id, start, end, before, f)
	}
}

func (s *scanner) emitID(id wordID, start, end int, before gap, flags flag) {
	lex := s.lang.lex
	s.push(token{word: id, hash: hashString(lex.words[id]), stem: lex.stems[id], class: lex.classes[id], value: s.value(id)}, start, end, before, flags)
}

func (s *scanner) value(id wordID) int32 {
	if s.lang.lex.classes[id]&(1<<classNumber) != 0 {
		if v, ok := s.lang.values[id]; ok {
			return v
		}
	}
	return -1
}

func (s *scanner) emit(w []byte, id wordID, hash uint64, start, end int, before gap, flags flag) {
	if id == 0 && s.learn {
		id = s.lang.lex.intern(string(w))
	}
	t := token{word: id, hash: hash, value: -1}
	if id != 0 {
		t.class, t.stem, t.value = s.lang.lex.classes[id], s.lang.lex.stems[id], s.value(id)
	}
	if t.stem == 0 {
		t.stem = s.lang.stemOf(w)
	}
	t.looks = s.lang.looksLike(w)
	s.push(t, start, end, before, flags)
}

// push appends a token, and settles what the word before it meant.
func (s *scanner) push(t token, start, end int, before gap, flags flag) {
	g := s.lang
	t.start, t.end, t.before, t.flags = int32(start), int32(end), before, flags
	if t.value >= 0 {
		t.stem = numberStem(t.value)
	}
	if n := len(s.toks); n > 0 && before < gapStop {
		last := &s.toks[n-1]
		switch s.unsure {
		case unsureIs:
			if g.afterHas[t.word] {
				s.become(last, g.has)
			}
		case unsureWould:
			if k := g.knows(&t); g.afterHad[t.word] || (k.form|t.looks)&formPast != 0 && k.form&formBase == 0 {
				s.become(last, g.had)
			}
		}
		if g.ambiguous[last.word] {
			r := g.then[last.word]
			var prior wordID
			if n > 1 && last.before < gapStop {
				prior = s.toks[n-2].word
			}
			if (len(r.before) == 0 || r.before[t.word]) && !r.not[prior] {
				a, b, f := int(last.start), int(last.end), last.flags
				gapBefore := last.before
				s.toks = s.toks[:n-1]
				s.unsure = sure
				s.expand(r.as, a, b, gapBefore, f)
			}
		}
	}
	s.unsure = sure
	s.toks = append(s.toks, t)
}

func (s *scanner) become(t *token, id wordID) {
	lex := s.lang.lex
	t.word, t.class, t.hash, t.stem = id, lex.classes[id], hashString(lex.words[id]), lex.stems[id]
}

// number takes "14th", "3pm", "£12.99" and "7.42" apart: the number and its unit.
func (s *scanner) number(w []byte, start, end int, before gap, flags flag) {
	n := 0
	for n < len(w) && (w[n] >= '0' && w[n] <= '9' || w[n] == '.' || w[n] == ',' || w[n] == ':') {
		n++
	}
	t := token{hash: hashBytes(w), class: 1 << classNumber, value: -1}
	if n == 0 || n < len(w) && !s.lang.unit(w[n:]) {
		s.marks.cut = s.marks.cut || !s.learn && len(w) > 3 // 1diot
		t.stem = t.hash                                     // a code, as it is
		t.word = s.numeral(w, t.hash)
		s.push(t, start, end, before, flags|flagConcrete)
		return
	}
	var v int64
	clock := false
	fraction := false
	for _, c := range w[:n] {
		switch {
		case c == ':':
			clock = true
		case c == '.':
			fraction = true
		case c >= '0' && c <= '9' && v < 1e8:
			v = v*10 + int64(c-'0')
		}
	}
	t.hash = hashBytes(w[:n])
	t.word = s.numeral(w[:n], t.hash)
	if fraction || clock {
		t.stem = t.hash
	} else {
		t.value = int32(v)
		t.stem = numberStem(t.value)
	}
	if clock {
		t.class |= 1 << classTime
	}
	middle := end
	if n < len(w) {
		middle = end - (len(w) - n)
	}
	s.push(t, start, middle, before, flags)
	if n < len(w) {
		unit := w[n:]
		h := hashBytes(unit)
		s.emit(unit, s.lang.lex.find(unit, h), h, middle, end, gapNone, flags&^flagDigits|flagPart)
	}
}

// numeral gives the number of a written number that some phrase mentions.
func (s *scanner) numeral(w []byte, hash uint64) wordID {
	id := s.lang.lex.find(w, hash)
	if id == 0 && s.learn {
		id = s.lang.lex.intern(string(w))
	}
	return id
}

func numberStem(v int32) uint64 { return uint64(v)<<1 | 1<<62 }

func (g *language) unit(w []byte) bool { return g.units[string(w)] }

func hasHigh(w []byte) bool {
	for _, c := range w {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// twice says whether a letter stands twice running.
func twice(w []byte) bool {
	for i := 1; i < len(w); i++ {
		if w[i] == w[i-1] {
			return true
		}
	}
	return false
}

// squeeze makes one of every letter that stands twice.
func squeeze(to, w []byte) int {
	n := 0
	for i, c := range w {
		if i > 0 && c == w[i-1] {
			continue
		}
		to[n] = c
		n++
	}
	return n
}
