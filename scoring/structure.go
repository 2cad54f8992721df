package scoring

// structure finds what no list of words can: who acts, what comes first, what is
// missing.
func (j *judge) structure() {
	for i := range j.sents {
		d := &j.sents[i]
		s := &j.rd.sentences[i]
		from, to := int(s.begin), int(s.to)
		if d.opensOnly {
			if from < to {
				j.row("same-line", from, to, 1)
			}
			continue
		}
		if i == j.first {
			j.opening(i, d, from, to)
		}
		j.body(i, d, from, to)
	}
	j.frames()
	j.plain()
	j.person()
	j.complete()
	j.closing()
	j.absences()
}

// opening looks at the first sentence that says something: whose side it takes.
func (j *judge) opening(i int, d *judged, from, to int) {
	switch {
	case d.stance == Harm:
		if d.blow {
			j.row("opens-with-harm", from, to, 1)
		}
		return
	case d.bare:
		j.row("opens-in-general", from, to, 1)
		return
	case j.m.asks != 0 && d.answer:
		j.row("answers-first", from, to, 1)
	}
	switch {
	case d.ack || d.stance == Ack && (j.m.asks == 0 || d.echo > 2):
		j.row("opens-with-them", from, to, 1)
	case d.stance == Filler:
		j.row("opens-with-filler", from, to, 1)
	case d.stance == Help:
		j.row("opens-with-help", from, to, 1)
	case d.explains:
		j.row("explains-first", from, to, 1)
	}
	if d.you && d.stance != Filler && !d.explains {
		j.row("opens-with-you", from, to, 1)
	}
}

// explains says whether a sentence tells how things are or were, and neither
// whose fault it was nor what it is to the customer.
func (j *judge) explains(i int) bool {
	s, d := &j.rd.sentences[i], &j.sents[i]
	if s.frames&(ackFrames|bit(frHonest)) != 0 || d.echo > 3 && !d.denies {
		return false
	}
	for k := range j.rd.preds {
		p := &j.rd.preds[k]
		if int(p.sentence) != i {
			continue
		}
		switch p.subject {
		case byThing, byOther, bySomeone, byUs, byFolk, byNobody:
			if d.you && d.echo > 0 && p.tense == isPresent && !p.negated {
				return false // it is your father's watch
			}
			return p.tense == isPresent || p.tense == isPast || p.tense == isDone || p.tense == isWeak && p.perfect
		}
		return false
	}
	return false
}

// body gives what a sentence does, by its stance.
func (j *judge) body(i int, d *judged, from, to int) {
	s := &j.rd.sentences[i]
	switch d.stance {
	case Harm:
		if !d.ruled {
			if d.denies {
				p := &j.rd.preds[d.deniesAt]
				j.row("denies", int(p.from), int(p.to), 1)
			} else {
				j.row("harm", from, to, 1)
			}
		}
		if d.echo > 0 && j.m.line != nil {
			j.row("turned-against", int(d.echoFrom), int(d.echoTo), 1)
		}
	case Help:
		j.row("help", from, to, 1)
		for k := range j.rd.preds {
			p := &j.rd.preds[k]
			if int(p.sentence) == i && p.subject == byUs && p.tense == isDone && p.sense&senseHelp != 0 && !p.negated && !p.if_ && !j.rd.filed(p) {
				j.row("done-already", int(p.from), int(p.to), 1)
				break
			}
		}
		if s.frames&deedFrames != 0 {
			j.when(s, d)
		}
	case Ack:
		j.row("sees-it", from, to, 1)
		if d.agrees && d.grants {
			j.row("grants-it", from, to, 1)
		}
	case Answer:
		j.row("answer", from, to, 1)
	case Filler:
		if d.times+d.numbers+d.names == 0 {
			j.row("filler", from, to, 1)
		}
	}
	if d.stance == Help || d.stance == Answer {
		j.concrete(s, d)
	}
	if (d.stance == Ack || d.stance == Help || d.stance == Answer) && d.echo > 0 {
		if d.echo > 1 {
			j.row("plays-back", int(d.echoFrom), int(d.echoTo), min(d.echo, 4))
		} else {
			j.row("their-words", int(d.echoFrom), int(d.echoTo), 1)
		}
	}
	if j.m.line != nil && !s.question && (d.stance == NoStance || d.stance == Harm) && j.accuses(i) {
		if n, ok := j.sheet.index["at-you"]; ok && j.fits(&j.sheet.rows[n], i) {
			j.add(n, from, to, 1)
		}
	}
	if d.bare && d.stance != Ack && d.stance != Filler {
		j.row("people-in-general", from, to, 1)
	}
	if d.turns {
		j.row("but", d.pivot, d.pivot+1, 1)
	}
	if j.m.said[s.hash] && s.to-s.from >= 4 {
		j.row("same-line", from, to, 1)
	}
}

// deedFrames are the frames in which somebody does something that helps.
var deedFrames = bit(frAct, frDone, frThird, frOutcome)

// when credits a step that has its time in the same sentence.
func (j *judge) when(s *sentence, d *judged) {
	if d.times == 0 {
		return
	}
	for p := int(s.begin); p < int(s.to); p++ {
		if j.rd.toks[p].class&(1<<classTime) != 0 {
			j.row("by-when", p, p+1, 1)
			return
		}
	}
}

// concrete credits times, numbers and names where help or an answer stands.
func (j *judge) concrete(s *sentence, d *judged) {
	n := d.times + d.numbers + d.names
	if n == 0 {
		return
	}
	for p := int(s.begin); p < int(s.to); p++ {
		if j.rd.toks[p].class&(1<<classTime|1<<classNumber|1<<className) != 0 {
			j.row("concrete", p, p+1, n)
			return
		}
	}
}

// accuses says whether they are the subject of something done or left undone.
func (j *judge) accuses(i int) bool {
	for k := range j.rd.preds {
		if p := &j.rd.preds[k]; int(p.sentence) == i && p.subject == byYou && !p.if_ && !p.passive {
			return true
		}
	}
	return false
}

// person says whether somebody speaks to somebody: one of us does something, they
// are spoken to, and nothing of it is a formula or a blow.
func (j *judge) person() {
	if j.m.line == nil || j.stance[Harm]+j.stance[Filler] > 0 || j.contempt {
		return
	}
	at, you := -1, false
	for i := range j.rd.sentences {
		if j.rd.sentences[i].frames&(fillFrames|bit(frVague, frDepends)) != 0 {
			return
		}
		you = you || j.sents[i].you || j.sents[i].echo > 1
	}
	for k := range j.rd.preds {
		if p := &j.rd.preds[k]; p.subject == byUs && !p.if_ && (p.sense&senseHelp != 0 || p.tense == isPast) && at < 0 {
			at = k
		}
	}
	if at >= 0 && you {
		p := &j.rd.preds[at]
		j.row("person", int(p.from), int(p.to), 1)
		if d := &j.sents[max(j.first, 0)]; j.first >= 0 && d.stance != Filler && j.rd.sentences[j.first].frames&bit(frEvent, frFeeling, frSide, frRight, frReflect) != 0 {
			j.row("takes-it-in", int(j.rd.sentences[j.first].begin), int(j.rd.sentences[j.first].to), 1)
		}
	}
}

// complete credits a reply that sees them and helps or answers them, and has
// nothing against them.
func (j *judge) complete() {
	if j.m.line == nil || j.stance[Harm] > 0 || j.contempt || j.deeds == 0 && j.answered < 0 {
		return
	}
	for i := range j.sents {
		d, s := &j.sents[i], &j.rd.sentences[i]
		if s.frames&(ackFrames&^bit(frThanks)) != 0 || d.agrees {
			j.row("whole", int(s.begin), int(s.to), 1)
			return
		}
	}
}

// longWord is how many letters make a word long.
const longWord = 12

// plain looks for words that the customer has not used and need not know.
func (j *judge) plain() {
	if j.m.line == nil {
		return
	}
	for i := range j.rd.toks {
		t := &j.rd.toks[i]
		if t.flags&(flagQuoted|flagHandle|flagDigits) != 0 || j.m.echoes(t.stem) || t.is(j.rd.lang.notName) {
			continue
		}
		n := int(t.end - t.start)
		switch {
		case n >= longWord && t.flags&(flagCapital|flagPart) == 0 && t.before != gapHyphen:
			j.row("long-words", i, i+1, 1)
		case t.flags&flagShouted != 0 && n >= 2 && n <= 5 && t.word == 0:
			j.row("codes", i, i+1, 1)
		}
	}
}

// closing looks at the last sentence.
func (j *judge) closing() {
	last := len(j.sents) - 1
	s := &j.rd.sentences[last]
	d := &j.sents[last]
	if s.question && d.stance != Harm && s.frames&bit(frStockAsk) == 0 && (last == 0 || j.help > 0 || j.stance[Ack] > 0) {
		j.row("ends-with-question", int(s.begin), int(s.to), 1)
	}
}

// talkFrom is how many words make a view that could be held as one: a greeting, a
// code or a line of a few words states nothing that anybody could dispute.
const talkFrom = 7

// absences states what is not there.
func (j *judge) absences() {
	m := j.m
	if m.InCall {
		return
	}
	if m.line == nil && len(j.rd.toks) >= talkFrom {
		held := 0
		for i := range j.rd.hits {
			if h := &j.rd.hits[i]; h.kind == outFrame && frame(h.index) == frHedge {
				held++
			}
		}
		j.row("flat", 0, 0, max(4-held, 0))
	}
	if j.help == 0 && j.answered < 0 {
		if j.stance[Harm] > 0 {
			j.row("harm-and-no-help", 0, 0, 1)
		}
		j.row("no-help", 0, 0, 1)
	}
	if m.asks != 0 && j.answered < 0 {
		if j.stance[Help] == 0 {
			j.row("no-answer", 0, 0, 1)
		}
	}
	if m.line != nil && m.asks == 0 {
		if !j.acks() && !j.seen && m.line.lang == j.rd.lang {
			j.row("not-seen", 0, 0, 1)
		}
	}
}

func (j *judge) acks() bool {
	for i := range j.sents {
		if d := &j.sents[i]; d.stance != Harm && (d.ack || d.echo > 0) {
			return true
		}
	}
	return false
}
