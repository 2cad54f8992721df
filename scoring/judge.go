package scoring

import (
	"slices"
	"strconv"
	"strings"
)

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// judge is one reply being judged in one moment.
type judge struct {
	*Reader
	rd    *Reading
	m     *Moment
	live  []live
	sents []judged
	found []Finding
	used  []int8 // findings of each row of the sheet so far
	words []byte // messages being written
	parts []part

	liveBuf  [32]live
	sentBuf  [12]judged
	usedBuf  [maxRows]int8
	wordBuf  [1536]byte
	partBuf  [32]part
	stance   [8]int
	help     int // sentences that help
	deeds    int // of these, in which somebody does something
	first    int // the first sentence that says something, -1 for none
	answered int // the first sentence that answers, -1 for none
	contempt bool
	missed   bool   // a call: the turn needed something and this does not give it
	held     string // why the score is held down, "" when it is not
	seen     bool   // what stands in another language takes up the case
}

// live is a rule's hit that stands.
type live struct {
	rule       int32
	start, end int16
	sentence   int16
	void       bool
}

// judged is what a sentence does in this moment.
type judged struct {
	stance    Stance
	echo      int // words of the customer's in it
	echoFrom  int16
	echoTo    int16
	times     int
	numbers   int
	names     int
	help      bool
	harm      bool // by a rule or a frame
	ruled     bool // by a rule
	blow      bool // against them, not only no help to them
	ack       bool
	filler    bool
	you       bool
	bare      bool
	opensOnly bool // nothing but a greeting
	answer    bool
	pivot     int  // token where it turns, 0 for none
	turns     bool // takes back what stood before
	agrees    bool // says what the customer says
	explains  bool // how things are with us, before anything of theirs
	grants    bool // in so many words: we did
	denies    bool // says the opposite of what the customer says
	deniesAt  int16
	rows      [maxRows / 64]uint64 // rows of the sheet found here
}

// part is where a message stands among the words.
type part struct {
	finding  int
	from, to int
}

// Judge gives the findings and the score of a reply in a moment. It changes
// neither; the same reading may be judged in many moments.
func (r *Reader) Judge(rd *Reading, m *Moment) Assessment {
	if len(r.tongues) > 0 {
		rd = r.answering(rd, m)
		if t := r.tongue(rd.lang); t != nil && t != r {
			r, m = t, m.in(t)
		}
	}
	if rd.unread != "" {
		return Assessment{Unassessed: rd.unread}
	}
	j := r.judged(rd, m)
	if why := j.tricks(); why != "" {
		return Assessment{Unassessed: why}
	}
	return j.weigh()
}

// judged finds everything, and weighs nothing yet.
func (r *Reader) judged(rd *Reading, m *Moment) *judge {
	j := &judge{Reader: r, rd: rd, m: m, first: -1, answered: -1}
	j.live, j.sents, j.used = j.liveBuf[:0], j.sentBuf[:0], j.usedBuf[:0]
	for range r.sheet.rows {
		j.used = append(j.used, 0)
	}
	j.found = make([]Finding, 0, 32)
	j.words, j.parts = j.wordBuf[:0], j.partBuf[:0]
	j.hits()
	j.sentences()
	j.ruled()
	j.counted()
	if len(rd.other) > 0 {
		j.elsewhere()
	}
	j.structure()
	j.needs()
	j.grants()
	return j
}

// hits keeps the rules' hits that their conditions allow.
func (j *judge) hits() {
	rd := j.rd
	for i := range rd.hits {
		h := &rd.hits[i]
		if h.kind != outRule || j.table[h.index].off || !j.allowed(h) {
			continue
		}
		r := &j.rules[h.index]
		if !j.stands(r, h) {
			continue
		}
		l := live{rule: h.index, start: h.start, end: h.end, sentence: rd.toks[h.start].sentence}
		// of two hits of one behaviour on the same words the longer stands
		drop := false
		for k := range j.live {
			o := &j.live[k]
			if l.start < o.end && o.start < l.end && j.rules[o.rule].behaviour.ID == r.behaviour.ID {
				if h.end-h.start > o.end-o.start {
					*o = l
				}
				drop = true
				break
			}
		}
		if !drop {
			j.live = append(j.live, l)
		}
	}
}

// stands says whether a hit survives what takes it back and what it needs.
func (j *judge) stands(r *rule, h *hit) bool {
	rd, m := j.rd, j.m
	t := &rd.toks[h.start]
	s := &rd.sentences[t.sentence]
	if r.quoted && (t.flags|rd.toks[h.end-1].flags)&(flagQuoted|flagReported) != 0 {
		return false
	}
	if r.negated && rd.negated(int(h.start)) {
		return false
	}
	if r.Unless.Question && s.question {
		return false
	}
	if r.Unless.Help && rd.helpAfter(int(h.end)) {
		return false
	}
	if r.Unless.Concrete {
		if a, b, c := rd.concretes(int(s.from), int(s.to)); a+b+c > 0 {
			return false
		}
	}
	switch r.Where {
	case "first":
		if int(t.sentence) != rd.firstSentence() {
			return false
		}
	case "last":
		if int(t.sentence) != len(rd.sentences)-1 {
			return false
		}
	}
	if r.guarded {
		for i := range rd.hits {
			g := &rd.hits[i]
			if g.kind == outGuard && g.index == h.index && rd.toks[g.start].sentence == t.sentence {
				return false
			}
		}
	}
	n := &r.Needs
	if r.asksOf && (m.customer == nil || !m.customer[h.index]) {
		return false
	}
	return j.meets(n)
}

func (j *judge) meets(n *Conditions) bool {
	m := j.m
	return !(n.Question && m.asks == 0 || n.Bait && !m.Bait || n.Abuse && m.Abuse == 0 || m.Heat < n.Heat || m.Turn < n.Turn)
}

// allowed says whether a scenario lets these very words stand.
func (j *judge) allowed(h *hit) bool {
	for i := range j.allow {
		a := &j.allow[i]
		if a.rule >= 0 && a.rule != h.index {
			continue
		}
		// the allowed words may be more than the hit: they stand around it
		for from := int(h.end) - len(a.tokens); from <= int(h.start); from++ {
			if from < 0 || from+len(a.tokens) > len(j.rd.toks) {
				continue
			}
			same := true
			for k, want := range a.tokens {
				if j.rd.toks[from+k].hash != want {
					same = false
					break
				}
			}
			if same {
				return false
			}
		}
	}
	return true
}

// firstSentence is the first that says more than a greeting.
func (rd *Reading) firstSentence() int {
	for i := range rd.sentences {
		if s := &rd.sentences[i]; s.begin < s.to {
			return i
		}
	}
	return 0
}

// ruled turns the live hits into findings.
func (j *judge) ruled() {
	for i := range j.live {
		l := &j.live[i]
		r := &j.rules[l.rule]
		j.fromRule(l.rule, r, int(l.start), int(l.end), l.void, 0)
	}
}

func (j *judge) fromRule(index int32, r *rule, from, to int, void bool, count int) {
	b := &r.behaviour
	f := Finding{
		Behaviour: b.ID, Name: b.Name, Rule: r.full, Side: b.Side, Dimension: b.Dimension,
		Points: j.table[index].points, Why: r.Why, Instead: r.Instead, Source: r.Source, Void: void,
	}
	if f.Why == "" {
		f.Why = b.Why
	}
	if f.Source == "" {
		f.Source = b.Source
	}
	if r.fatal {
		f.Side = Ends
	}
	if r.Sureness == 1 {
		f.Side, f.Points = Advice, 0
	}
	if to > from {
		f.Start, f.End = j.rd.span(from, to)
		f.Text = j.rd.text[f.Start:f.End]
	}
	j.message(&f, r.Message, count)
	j.found = append(j.found, f)
}

// message fills the places of a message. Most have none and cost nothing.
func (j *judge) message(f *Finding, template string, count int) {
	if !strings.Contains(template, "{") {
		f.Message = template
		return
	}
	from := len(j.words)
	for rest := template; ; {
		a, b, ok := strings.Cut(rest, "{")
		j.words = append(j.words, a...)
		if !ok {
			break
		}
		switch {
		case strings.HasPrefix(b, "match}"):
			j.words = append(j.words, f.Text...)
			b = b[len("match}"):]
		case strings.HasPrefix(b, "count}"):
			j.words = strconv.AppendInt(j.words, int64(count), 10)
			b = b[len("count}"):]
		default:
			j.words = append(j.words, '{')
		}
		rest = b
	}
	j.parts = append(j.parts, part{len(j.found), from, len(j.words)})
}
