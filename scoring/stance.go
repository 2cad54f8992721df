package scoring

// sentences gives every sentence its stance in this moment.
func (j *judge) sentences() {
	rd := j.rd
	for i := range rd.sentences {
		j.sents = append(j.sents, judged{})
		j.look(i)
		if j.first < 0 && !j.sents[i].opensOnly {
			j.first = i
		}
	}
	j.byRules()
	for i := range j.sents {
		j.settle(i)
	}
	j.void()
}

// look gathers what a sentence holds.
func (j *judge) look(i int) {
	rd, m := j.rd, j.m
	g := rd.lang.language
	s, d := &rd.sentences[i], &j.sents[i]
	d.opensOnly = s.begin >= s.to || rd.saidBefore(i)
	d.times, d.numbers, d.names = rd.concretes(int(s.begin), int(s.to))
	d.help = s.help
	d.ack = s.frames&ackFrames != 0 && !(s.frames&ackFrames == bit(frThanks) && s.frames&bit(frStock) != 0)
	d.filler = s.frames&fillFrames != 0
	pronoun, definite := false, false
	words := 0
	for p := int(s.begin); p < int(s.to); p++ {
		t := &rd.toks[p]
		words++
		if t.is(g.you) {
			d.you = true
		}
		pronoun = pronoun || t.is(g.pronoun)
		definite = definite || t.is(g.definite|g.judging)
		if content(g, t) && m.echoes(t.stem) {
			if d.echo == 0 {
				d.echoFrom = int16(p)
			}
			d.echoTo = int16(p + 1)
			d.echo++
		}
	}
	if s.frames&bit(frBut) != 0 {
		if h, ok := rd.where(i, bit(frBut)); ok {
			d.pivot = int(h.start)
		}
	}
	anchored := pronoun || definite || d.times+d.numbers+d.names > 0 || s.frames&(bit(frAnchor)|ackFrames) != 0
	d.bare = !anchored && words >= 3 && s.frames&(helpFrames&^bit(frOutcome, frChoice)|bit(frYes, frCourtesy)) == 0 && !s.question
	if d.bare {
		d.help = false // what can be had in general helps nobody here
	}
	if m.asks != 0 && !d.opensOnly {
		d.answer = rd.answers(i, m.asks, m.line)
	}
	if len(m.claims) > 0 && !s.question {
		j.polarity(i, d)
	}
	if j.first < 0 && !d.opensOnly {
		j.short(i, d)
	}
	d.agrees = d.agrees && !d.denies
	d.ack = d.ack || d.agrees
}

// byRules lets the rules' hits speak for their sentences.
func (j *judge) byRules() {
	rd := j.rd
	for i := range j.live {
		l := &j.live[i]
		r := &j.rules[l.rule]
		d := &j.sents[l.sentence]
		if r.Sureness == 1 || r.stance != Harm && l.start < rd.sentences[l.sentence].begin && rd.sentences[l.sentence].begin < rd.sentences[l.sentence].to {
			continue // advice; a greeting before the sentence
		}
		switch r.stance {
		case Harm:
			d.harm, d.ruled = true, true
			d.blow = d.blow || r.behaviour.Dimension != Resolution
		case Help:
			d.help = true
		case Answer:
			d.answer = true
		case Ack:
			d.ack = true
		case Filler:
			d.filler = true
		}
		if r.fatal {
			j.contempt = true
		}
	}
}

// settle decides what a sentence does, harm before help before the rest.
func (j *judge) settle(i int) {
	rd := j.rd
	s, d := &rd.sentences[i], &j.sents[i]
	if d.answer && j.answered < 0 {
		j.answered = i
	}
	if !d.harm && (s.frames&harmFrames != 0 && j.hurts(i) || d.denies && !j.owned(i)) {
		d.harm, d.blow = true, true
	}
	if d.pivot > int(s.begin) && d.ack && !d.harm && !rd.helpIn(d.pivot, int(s.to)) && rd.acksIn(int(s.begin), d.pivot) && !rd.acksIn(d.pivot, int(s.to)) {
		d.turns = true
	}
	d.explains = j.m.asks == 0 && i == j.first && !s.question && !d.ack && !d.help && j.explains(i)
	plain := d.echo > 0 && !d.filler && !d.explains && (!s.question || d.echo > 1)
	switch {
	case d.opensOnly:
	case d.harm:
		d.stance = Harm
	case d.help:
		d.stance = Help
	case d.answer:
		d.stance = Answer
	case d.ack || plain:
		d.stance = Ack
	case d.filler && (s.frames&bit(frStock, frStockSorry) != 0 || d.times+d.numbers+d.names == 0):
		d.stance = Filler
	}
	j.stance[d.stance]++
	if d.help && d.stance != Harm {
		j.help++
		if s.frames&bit(frAct, frThird, frDone) != 0 {
			j.deeds++
		}
	}
}

// owned says whether a sentence that says the opposite of the customer owns a
// fault or is sorry for it: by more than the very verb that denies.
func (j *judge) owned(i int) bool {
	p := &j.rd.preds[j.sents[i].deniesAt]
	for k := range j.rd.hits {
		h := &j.rd.hits[k]
		if h.kind == outFrame && bit(frFault, frSorry)&bit(frame(h.index)) != 0 && int(j.rd.toks[h.start].sentence) == i && !(h.deed && h.end == p.to) {
			return true
		}
	}
	return false
}

// void takes back kindness that is not heard: in a sentence that harms, before a
// "but" that takes it back, beside contempt.
func (j *judge) void() {
	for i := range j.live {
		l := &j.live[i]
		r := &j.rules[l.rule]
		if r.behaviour.Side != Helps {
			continue
		}
		d := &j.sents[l.sentence]
		if d.stance == Harm || j.contempt || d.turns && d.pivot > int(l.start) && r.stance == Ack {
			l.void = true
		}
	}
}

// saidBefore says whether the same words stand earlier in the reply.
func (rd *Reading) saidBefore(i int) bool {
	s := &rd.sentences[i]
	if s.to-s.from < 4 {
		return false
	}
	for k := range i {
		if rd.sentences[k].hash == s.hash {
			return true
		}
	}
	return false
}

// hurts says whether the frames of a sentence alone make it harm: rows of the
// sheet decide, those that count in this place and take points off.
func (j *judge) hurts(i int) bool {
	for k := range j.rd.hits {
		h := &j.rd.hits[k]
		if h.kind != outFrame || harmFrames&bit(frame(h.index)) == 0 || int(j.rd.toks[h.start].sentence) != i || j.spared(h) {
			continue
		}
		for _, n := range j.sheet.byFrame[h.index] {
			r := &j.sheet.rows[n]
			if r.points < 0 && !r.off && j.fits(r, i) && r.in == 1<<Harm {
				return true
			}
		}
	}
	return false
}

// fits says whether a row counts at a sentence, its stance aside.
func (j *judge) fits(r *row, i int) bool {
	s := &j.rd.sentences[i]
	switch {
	case r.first && i != j.first:
		return false
	case r.last && i != len(j.rd.sentences)-1:
		return false
	case r.alone && s.help:
		return false
	case r.equals && r.points < 0 && r.frame != frAsk && j.m.line != nil && s.frames&(ackFrames|bit(frOff, frOutcome)) != 0:
		return false
	case r.framed && r.frame == frBurden && s.frames&bit(frTold) != 0:
		return false
	case r.told && (j.m.line == nil || j.m.asks != 0):
		return false
	case r.unasked && j.m.line != nil:
		return false
	case r.equals && (j.m.InCall || j.m.line != nil && j.deeds > 0 && 3*j.deeds >= len(j.sents)):
		return false
	case r.frame == frClass && r.framed && (s.frames&ackFrames != 0 || j.rd.lang.knows(&j.rd.toks[s.begin]).role == roleIf):
		return false
	case r.question > 0 && !s.question, r.question < 0 && s.question:
		return false
	case j.m.Heat < r.hot:
		return false
	}
	return true
}
