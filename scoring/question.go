package scoring

import "coolhead/scenarios/source"

// questionKind is what a customer's question wants to be told.
type questionKind uint8

const (
	askYesNo questionKind = iota
	askWhen
	askWhere
	askWhy
	askAmount
	askWho
	askHow
	askWhat
	questionKinds
)

var questionNames = [questionKinds]string{"yesno", "when", "where", "why", "amount", "who", "how", "what"}

// outAsk stands for a pattern of a question: its index is the questionKind.
const outAsk outputKind = 100

func (r *Reader) addQuestions() []source.Problem {
	var problems []source.Problem
	for i, name := range questionNames {
		for _, phrase := range r.lang.Questions[name] {
			if err := r.addPhrase(phrase, output{kind: outAsk, index: int32(i)}); err != nil {
				problems = append(problems, source.Problem{Message: "Question “" + name + "”, “" + phrase + "”: " + err.Error()})
			}
		}
	}
	return problems
}

// asked says what the customer's line asks, as a set of kinds. Only sentences that
// are questions count: by their mark, or by how they begin.
func (rd *Reading) asked() (kinds uint16, n int) {
	last := -1
	for i := range rd.hits {
		h := &rd.hits[i]
		if h.kind != outAsk {
			continue
		}
		s := &rd.sentences[rd.toks[h.start].sentence]
		if rd.toks[h.start].flags&(flagQuoted|flagReported) != 0 {
			continue
		}
		if !s.question && h.start != s.begin && h.start != s.from {
			continue
		}
		kinds |= 1 << h.index
		if int(rd.toks[h.start].sentence) != last {
			n++
			last = int(rd.toks[h.start].sentence)
		}
	}
	// "how much" is not also "how"; "what time" is not also "what"
	if kinds&(1<<askWhen|1<<askAmount) != 0 {
		kinds &^= 1<<askWhat | 1<<askHow
	}
	return kinds, n
}

// answers says whether a sentence holds what a question of these kinds wants.
func (rd *Reading) answers(i int, kinds uint16, of *Reading) bool {
	s := &rd.sentences[i]
	if s.frames&bit(frDepends) != 0 && s.frames&bit(frAct) == 0 {
		return false
	}
	times, numbers, names := rd.concretes(int(s.from), int(s.to))
	for k := questionKind(0); k < questionKinds; k++ {
		if kinds&(1<<k) == 0 {
			continue
		}
		ok := false
		switch k {
		case askYesNo:
			ok = !s.question && rd.saysYes(i, of)
		case askWhen:
			ok = times+numbers > 0 && !s.question
		case askAmount:
			ok = numbers > 0 || s.frames&bit(frOutcome) != 0
		case askWhere:
			ok = s.frames&bit(frPlace) != 0 && !s.question
		case askWhy:
			ok = (s.frames&bit(frReason, frFault) != 0) && !s.question
		case askWho:
			ok = names > 0 || s.frames&bit(frAct, frOwner, frFault, frThird) != 0
		case askHow:
			ok = s.frames&(helpFrames|bit(frRoute, frPlace)) != 0 && !s.question
		case askWhat:
			ok = s.frames&(helpFrames|bit(frReason, frYes)) != 0 && !s.question || times+numbers > 0
		}
		if ok {
			return true
		}
	}
	return false
}

// saysYes says whether a sentence answers a question with yes or no: by the word,
// or by the question's own verb, or by what is asked of "is it".
func (rd *Reading) saysYes(i int, of *Reading) bool {
	s := &rd.sentences[i]
	if s.frames&bit(frYes, frHonest) != 0 || rd.saysNo(i) {
		return true
	}
	for k := range of.preds {
		q := &of.preds[k]
		whole := of.sentences[q.sentence].question && !q.under && !q.if_ // "will my money come": its subject is a noun
		if !q.question && !whole {
			continue
		}
		asked := &of.toks[q.verb]
		for n := range rd.preds {
			p := &rd.preds[n]
			if int(p.sentence) != i || p.question || p.if_ {
				continue
			}
			if (q.tense == p.tense || !q.question) && p.tense != isWeak && p.subject != noSubject && rd.breaksOff(p) {
				return true // "it won't."
			}
			if q.sense&senseBe == 0 || q.passive {
				if rd.toks[p.verb].stem == asked.stem || of.has(q.sentence, rd.toks[p.verb].stem) || p.from <= s.begin+1 && p.subject == byThing && p.sense&(senseArrive|senseHelp) != 0 && p.tense != isPresent {
					return true
				}
				continue
			}
			if p.sense&senseBe == 0 {
				continue
			}
			if n := int(p.verb) + 1; n >= int(s.to) || rd.toks[n].before >= gapComma {
				return true // "it is."
			}
			if w := of.told(q); w != 0 {
				for t := int(p.verb) + 1; t < min(int(s.to), int(p.verb)+5); t++ {
					if rd.toks[t].stem == w {
						return true
					}
				}
			}
		}
	}
	return false
}

// saysNo says whether a sentence begins with a no that stands for itself.
func (rd *Reading) saysNo(i int) bool {
	s := &rd.sentences[i]
	at := int(s.begin)
	if at >= int(s.to) || !rd.toks[at].is(rd.lang.neg) {
		return false
	}
	k := rd.lang.knows(&rd.toks[at])
	return k.role != roleNobody && (at+1 == int(s.to) || rd.toks[at+1].before >= gapComma)
}

// breaksOff says whether nothing but "not" follows the verb in its clause.
func (rd *Reading) breaksOff(p *predicate) bool {
	s := &rd.sentences[p.sentence]
	t := int(p.to)
	for t < int(s.to) && rd.toks[t].is(rd.lang.neg) {
		t++
	}
	return p.from <= s.begin+1 && (t >= int(s.to) || rd.toks[t].before >= gapComma)
}

// has says whether a stem stands in a sentence.
func (rd *Reading) has(sentence int16, stem uint64) bool {
	s := &rd.sentences[sentence]
	for t := int(s.from); t < int(s.to); t++ {
		if rd.toks[t].stem == stem && !rd.toks[t].is(rd.lang.stop) {
			return true
		}
	}
	return false
}

// told is the stem of what a question asks of its subject: "is the pool open" asks
// about open.
func (rd *Reading) told(q *predicate) uint64 {
	s := &rd.sentences[q.sentence]
	seen := 0
	for t := int(q.verb) + 1; t < int(s.to); t++ {
		if content(rd.lang.language, &rd.toks[t]) {
			if seen++; seen == 2 || q.subject != byThing {
				return rd.toks[t].stem
			}
		}
	}
	return 0
}
