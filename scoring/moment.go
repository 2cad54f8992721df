package scoring

import "sync"

// Needs are behaviours of which the customer must hear all, or one.
type Needs struct{ All, Any []string }

// Context is what surrounds a reply: the raw material of a Moment.
type Context struct {
	Channel, Customer string // the customer's last line, "" for none
	Name              string // the customer's name
	Card              []string
	Earlier           []string // the customer's earlier lines in this call
	Said              []string // the trainee's earlier replies in this call
	Turn              int      // replies before this one
	Heat              int
	Bait              bool
	Abuse             int
	Abused            int // lines with abuse so far
	Needs             Needs
	InCall            bool
	Hears             map[string][]string // words that show a behaviour here
	Grants            []string            // behaviours a pick shows by declaration

	Read func(text string) *Reading // where lines and replies have been read already; nil: they are read now
	ears *ears                      // of Hears, where they have been made already
}

// ears hear the words that count only in one turn.
type ears struct {
	hears *automaton
	heard []string // behaviours that hears' outputs name
	local map[uint64]wordID
}

// Moment is a Context made ready, once for each line of the customer.
type Moment struct {
	Context
	reader   *Reader
	line     *Reading
	echo     map[uint64]uint8 // stems of the customer's words: 2 this line, 1 earlier
	said     map[uint64]bool  // sentences the trainee has said
	replies  map[uint64]bool  // whole replies the trainee has said
	asks     uint16
	asking   int
	denied   bool // the customer's line has a negation
	customer []bool
	*ears
	needed map[string]bool
	feels  bool
	claims []claim // what the customer says happened
	others *otherMoments
}

// otherMoments are this moment for replies in other languages, made when they come.
type otherMoments struct {
	mu sync.Mutex
	by map[*compiled]*Moment
}

// echoes says whether a word is one of the customer's.
func (m *Moment) echoes(stem uint64) bool { return m.echo[stem] > 0 }

// Moment prepares what surrounds a reply.
func (r *Reader) Moment(c Context) *Moment {
	m := &Moment{Context: c, reader: r, echo: map[uint64]uint8{}, said: map[uint64]bool{}, replies: map[uint64]bool{}, needed: map[string]bool{}}
	if len(r.tongues) > 0 {
		m.others = &otherMoments{}
	}
	read := c.Read
	if read == nil {
		read = r.Read
	}
	note := func(rd *Reading, weight uint8) {
		for i := range rd.toks {
			t := &rd.toks[i]
			if content(rd.lang.language, t) && m.echo[t.stem] < weight {
				m.echo[t.stem] = weight
			}
		}
	}
	for _, line := range c.Earlier {
		note(read(line), 1)
	}
	if c.Customer != "" {
		m.line = read(c.Customer)
		note(m.line, 2)
		m.asks, m.asking = m.line.asked()
		m.claims = m.line.claims()
		m.asideFrom()
		for i := range m.line.toks {
			if m.line.toks[i].is(m.line.lang.neg) {
				m.denied = true
			}
		}
		m.feels = len(m.line.sentences) > 0 && m.line.heated()
		m.customer = make([]bool, len(r.rules))
		for _, h := range m.line.hits {
			if h.kind == outCustomer && m.line.lang == r.lang {
				m.customer[h.index] = true
			}
		}
	}
	for _, text := range c.Said {
		rd := read(text)
		for i := range rd.sentences {
			s := &rd.sentences[i]
			if s.to-s.from >= 4 {
				m.said[s.hash] = true
			}
		}
		m.replies[rd.whole()] = true
	}
	for _, b := range c.Needs.All {
		m.needed[b] = true
	}
	for _, b := range c.Needs.Any {
		m.needed[b] = true
	}
	if m.ears = c.ears; m.ears == nil {
		m.ears = r.listen(c.Hears)
	}
	return m
}

// asideFrom takes out of the customer's words those they put aside: of "it is not
// the fare, it is how he spoke" the fare. Where nothing is put in its place, and
// where a word stands elsewhere in the line, it stays theirs.
func (m *Moment) asideFrom() {
	rd := m.line
	for i := range rd.preds {
		p := &rd.preds[i]
		if !p.negated || p.tense != isPresent || p.passive || p.question || !(p.subject == byThing && p.sense == senseBe || p.subject == byUs && p.sense&senseWant != 0) {
			continue
		}
		for k := i + 1; k < len(rd.preds); k++ {
			q := &rd.preds[k]
			if q.negated || q.subject != p.subject || q.tense != isPresent || q.sense != p.sense {
				continue
			}
			clause := rd.toks[p.verb].clause
			for t := int(p.to); t < len(rd.toks) && rd.toks[t].clause == clause; t++ {
				delete(m.echo, rd.toks[t].stem)
			}
			for t := int(q.to); t < len(rd.toks); t++ {
				if content(rd.lang.language, &rd.toks[t]) {
					m.echo[rd.toks[t].stem] = 2
				}
			}
			return
		}
	}
}

// heated says whether a line is loud: capitals, marks, harsh words.
func (rd *Reading) heated() bool {
	shouted := 0
	for i := range rd.toks {
		if rd.toks[i].flags&flagShouted != 0 {
			shouted++
		}
	}
	return shouted > 1 || rd.marks.exclaims > 1
}

// content says whether a word is of this case: neither a small word nor a courtesy.
func content(g *language, t *token) bool {
	if t.flags&flagPart != 0 && t.class&(1<<classNumber) == 0 {
		return false
	}
	return !t.is(g.stop)
}

// listen makes the small automaton of words that count only in this turn.
func (r *Reader) listen(words map[string][]string) *ears {
	m := &ears{}
	if len(words) == 0 {
		return m
	}
	// words of a scenario need not be in the reader's vocabulary, so they get
	// numbers of their own, by hash
	lex := *r.lang.lex
	lex.table = append([]lexSlot(nil), lex.table...)
	lex.words = append([]string(nil), lex.words...)
	lex.classes = append([]classSet(nil), lex.classes...)
	lex.stems = append([]uint64(nil), lex.stems...)
	g := *r.lang.language
	first := wordID(len(lex.words))
	g.lex = &lex
	m.hears = newAutomaton()
	for _, b := range sortedKeys(words) {
		for _, phrase := range words[b] {
			els, err := g.parsePhrase(phrase)
			if err != nil || m.hears.add(els, output{kind: outHears, index: int32(len(m.heard))}) != nil {
				continue
			}
			m.heard = append(m.heard, b)
		}
	}
	m.local = map[uint64]wordID{}
	for id := first; int(id) < len(lex.words); id++ {
		m.local[hashString(lex.words[id])] = id
	}
	return m
}

// hearsIn finds this turn's own words in a reply.
func (m *Moment) hearsIn(rd *Reading) []hit {
	if m.hears == nil {
		return nil
	}
	toks := append([]token(nil), rd.toks...)
	for i := range toks {
		if toks[i].word == 0 {
			toks[i].word = m.local[toks[i].hash]
		}
	}
	w := walker{automaton: m.hears, toks: toks}
	for i := range rd.sentences {
		s := &rd.sentences[i]
		w.find(int(s.from), int(s.to), [2]int{int(s.from), int(s.begin)})
	}
	return w.hits
}
