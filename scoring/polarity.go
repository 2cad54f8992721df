package scoring

// claim is what the customer says happened: a verb, with or without "not".
type claim struct {
	stem    uint64
	subject subject
	negated bool
}

// claims gathers what a customer's line asserts.
func (rd *Reading) claims() []claim {
	var all []claim
	for i := range rd.preds {
		p := &rd.preds[i]
		if p.question || p.if_ || p.tense == isOrder || p.tense == isWill || rd.sentences[p.sentence].question {
			continue
		}
		t := &rd.toks[p.verb]
		if p.sense&senseBe != 0 && !p.passive || t.is(rd.lang.stop) && p.sense&senseHelp == 0 {
			continue
		}
		all = append(all, claim{t.stem, p.subject, p.negated || p.subject == byNobody})
	}
	return all
}

// faces turns a subject round: the customer's I is the reply's you.
func faces(mine, theirs subject) bool {
	switch theirs {
	case byUs:
		return mine == byYou
	case byYou, bySomeone, byOther:
		return mine == byUs || mine == bySomeone || mine == byOther || mine == byThing || mine == byNobody
	}
	return mine == byThing || mine == bySomeone || mine == byOther || mine == theirs
}

// polarity compares what a sentence says happened with what the customer says
// happened: the same, or the opposite.
func (j *judge) polarity(i int, d *judged) {
	for k := range j.rd.preds {
		p := &j.rd.preds[k]
		if int(p.sentence) != i || p.question || p.if_ || p.under {
			continue
		}
		if p.tense != isPast && p.tense != isDone && p.tense != isPresent {
			continue
		}
		t := &j.rd.toks[p.verb]
		if t.flags&(flagQuoted|flagReported) != 0 {
			continue
		}
		for _, c := range j.m.claims {
			if c.stem != t.stem || !faces(p.subject, c.subject) {
				continue
			}
			if c.negated == (p.negated || p.subject == byNobody) {
				d.agrees = true
			} else if p.tense != isDone {
				d.denies, d.deniesAt = true, int16(k)
			}
		}
	}
}

// short reads a sentence that is nothing but its subject and "did" or "is": with
// the customer's own polarity it grants, against it it denies.
func (j *judge) short(i int, d *judged) {
	for k := range j.rd.preds {
		p := &j.rd.preds[k]
		if int(p.sentence) != i {
			continue
		}
		s := &j.rd.sentences[i]
		if p.from > s.begin+1 || p.subject == noSubject || p.question || p.sense&^(senseBe|senseHave) != 0 {
			return
		}
		end := int(p.verb) + 1
		for end < int(s.to) && j.rd.toks[end].is(j.rd.lang.neg) {
			end++
		}
		if end < int(s.to) && j.rd.toks[end].before < gapComma && !j.rd.toks[end].is(j.rd.lang.clauseWord) {
			return
		}
		if j.m.line == nil || j.m.asks != 0 {
			return
		}
		if !p.negated || j.m.denied {
			d.agrees, d.grants = true, true
		} else {
			d.denies, d.deniesAt = true, int16(k)
		}
		return
	}
}

// spared says whether a frame that blames only tells back what the customer said.
func (j *judge) spared(h *hit) bool {
	if !h.deed || frame(h.index) != frBlame {
		return false
	}
	t := &j.rd.toks[h.end-1]
	if j.m.asks&(1<<askWhy) != 0 {
		return true // they asked how it came
	}
	if j.m.echoes(t.stem) && !j.rd.negated(int(h.end)-1) {
		return true
	}
	for _, c := range j.m.claims {
		if c.stem == t.stem && c.subject == byUs {
			return true
		}
	}
	return false
}
