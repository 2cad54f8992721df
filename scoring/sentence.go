package scoring

// sentence is a run of tokens up to a stop, a new line or an emoji.
type sentence struct {
	from, to  int16 // tokens
	begin     int16 // after greeting, name and interjection
	question  bool
	exclaim   bool
	frames    frameSet
	help      bool // a help frame stands in it, before any other reading
	hash      uint64
	elsewhere bool // in another language
}

// maxSentences is how many sentences are kept apart; what follows joins the last.
const maxSentences = 60

// cut splits the tokens into sentences and clauses.
func (rd *Reading) cut() {
	toks := rd.toks
	g := rd.lang.language
	clause := int16(-1)
	for i := range toks {
		t := &toks[i]
		if i == 0 || t.before == gapStop && len(rd.sentences) < maxSentences {
			if n := len(rd.sentences); n > 0 {
				rd.closeSentence(&rd.sentences[n-1], i)
			}
			rd.sentences = append(rd.sentences, sentence{from: int16(i)})
			clause++
		} else if t.before >= gapComma || t.is(g.clauseWord) {
			clause++
		}
		t.sentence, t.clause = int16(len(rd.sentences)-1), clause
	}
	if n := len(rd.sentences); n > 0 {
		rd.closeSentence(&rd.sentences[n-1], len(toks))
	}
}

func (rd *Reading) closeSentence(s *sentence, to int) {
	s.to = int16(to)
	last := &rd.toks[to-1]
	s.question = last.flags&flagQuestion != 0
	s.exclaim = last.flags&flagExclaim != 0
	h := uint64(fnvOffset)
	for i := int(s.from); i < to; i++ {
		h = (h ^ rd.toks[i].hash) * fnvPrime
	}
	s.hash = h
	s.begin = int16(rd.opening(int(s.from), to))
	if len(rd.other) > 0 && rd.isElsewhere(&rd.toks[s.from]) {
		s.elsewhere, s.begin = true, s.to // nothing here is said in this language
	}
}

// opening skips greeting, title, name and interjection at a sentence's start. It
// is the sentence's end when there is nothing else in it.
func (rd *Reading) opening(from, to int) int {
	g := rd.lang.language
	p := from
	for p < to {
		t := &rd.toks[p]
		switch {
		case t.is(g.greeting):
			p++
			for n := 0; p < to && rd.toks[p].before < gapComma && n < 4 && !rd.toks[p].is(g.stop&^g.title); n++ {
				p++
			}
			continue
		case t.is(g.title) || t.flags&flagHandle != 0:
			q := p + 1
			for n := 0; q < to && rd.toks[q].before < gapComma && n < 3; n++ {
				q++
			}
			if q < to && rd.toks[q].before >= gapComma || q == to {
				p = q
				continue
			}
		case t.is(g.interjection) && (p+1 == to || rd.toks[p+1].before >= gapComma || rd.toks[p+1].is(g.interjection) || t.is(g.opener)):
			p++
			continue
		case t.flags&flagCapital != 0 && t.word == 0 && p+1 < to && rd.toks[p+1].before == gapComma:
			p++ // a name called
			continue
		}
		break
	}
	return p
}

// mark finds times, numbers and names.
func (rd *Reading) mark() {
	toks := rd.toks
	g := rd.lang.language
	shouting := true
	for i := range toks {
		if toks[i].flags&(flagCapital|flagShouted) == flagCapital {
			shouting = false
			break
		}
	}
	for i := range toks {
		t := &toks[i]
		var prev, next *token
		if i > 0 && t.before < gapComma {
			prev = &toks[i-1]
		}
		if i+1 < len(toks) && toks[i+1].before < gapComma {
			next = &toks[i+1]
		}
		if t.class&(1<<classNumber) != 0 {
			switch {
			case t.flags&flagMoney != 0:
			case next != nil && next.is(g.clockUnit):
				t.class |= g.timeClass
			case next != nil && next.is(g.dateUnit):
				t.class |= g.timeClass
			case next != nil && next.is(g.timeUnit):
				if prev != nil && prev.is(g.timeBefore|g.within) {
					t.class |= g.timeClass
				}
			case next != nil && next.is(g.month):
				t.class |= g.timeClass
			case prev != nil && prev.is(g.month):
				t.class |= g.timeClass
			case prev != nil && prev.is(g.timeBefore) && (next == nil || next.is(g.stop)) && t.value <= 2400 && t.flags&flagDigits != 0,
				prev != nil && prev.is(g.timeBefore) && next == nil && t.value > 0 && t.value <= 12:
				t.class |= g.timeClass
			}
		}
		if g.Names == "capitals" && !shouting && t.flags&flagCapital != 0 && t.flags&flagPart == 0 && !t.is(g.stop|g.notName|g.timeClass) {
			s := &rd.sentences[t.sentence]
			if int(s.from) != i && int(s.begin) != i && (t.flags&flagShouted == 0 || t.word == 0) {
				t.class |= 1 << className
			} else if t.word == 0 && next != nil && next.flags&flagCapital != 0 {
				t.class |= 1 << className
			}
		}
		if t.flags&flagShouted != 0 {
			t.class |= 1 << classCapital
		}
	}
}

// concretes counts times, numbers and names between two tokens.
func (rd *Reading) concretes(from, to int) (times, numbers, names int) {
	inName := false
	for i := from; i < to; i++ {
		t := &rd.toks[i]
		switch {
		case t.class&(1<<classTime) != 0:
			if i == from || rd.toks[i-1].class&(1<<classTime) == 0 {
				times++
			}
		case t.class&(1<<classNumber) != 0 && (t.flags&flagDigits != 0 || t.value > 1):
			numbers++
		case t.class&(1<<className) != 0:
			if !inName {
				names++
			}
			inName = true
			continue
		}
		inName = false
	}
	return
}

// negated says whether a negator stands before a hit in its clause.
func (rd *Reading) negated(start int) bool {
	neg := rd.lang.language.neg
	t := &rd.toks[start]
	for i := start - 1; i >= 0 && i >= start-6; i-- {
		u := &rd.toks[i]
		if u.clause != t.clause || u.sentence != t.sentence {
			// a clause word may stand right before the hit: "not because you …"
			return false
		}
		if u.is(neg) && u.flags&flagConcrete == 0 {
			return true
		}
	}
	return false
}
