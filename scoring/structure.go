package scoring

// sentences gives every sentence its stance in this moment.
func (j *judge) sentences() {
	rd, m := j.rd, j.m
	g := rd.lang.language
	for i := range rd.sentences {
		s := &rd.sentences[i]
		j.sents = append(j.sents, judged{})
		d := &j.sents[i]
		d.opensOnly = s.begin >= s.to || rd.saidBefore(i)
		d.times, d.numbers, d.names = rd.concretes(int(s.begin), int(s.to))
		d.act = s.frames&bit(frAct, frThird) != 0
		d.help = s.help
		d.ack = s.frames&ackFrames != 0
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
			if content(g, t) && m.echo[t.stem] > 0 {
				if d.echo == 0 {
					d.echoFrom = int16(p)
				}
				d.echoTo = int16(p + 1)
				d.echo++
			}
		}
		if h, ok := rd.where(i, bit(frBut)); ok {
			d.pivot = int(h.start)
		}
		d.anchored = pronoun || definite || d.times+d.numbers+d.names > 0 || s.frames&(bit(frAnchor)|ackFrames) != 0
		d.bare = !d.anchored && words >= 3 && !d.help && !s.question
		if m.asks != 0 && !d.opensOnly {
			d.answer = rd.answers(i, m.asks)
		}
		if j.first < 0 && !d.opensOnly {
			j.first = i
		}
	}
	for i := range j.live {
		l := &j.live[i]
		r := &j.rules[l.rule]
		d := &j.sents[l.sentence]
		if r.Sureness == 1 {
			continue
		}
		switch r.stance {
		case Harm:
			d.harm, d.ruled = true, true
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
	for i := range j.sents {
		d := &j.sents[i]
		s := &rd.sentences[i]
		if d.answer && j.answered < 0 {
			j.answered = i
		}
		if !d.harm && s.frames&harmFrames != 0 && j.hurts(i) {
			d.harm = true
		}
		if d.pivot > int(s.begin) && d.ack && !d.harm && !rd.helpIn(d.pivot, int(s.to)) && rd.acksIn(int(s.begin), d.pivot) && !rd.acksIn(d.pivot, int(s.to)) {
			d.turns = true
		}
		plain := d.echo > 0 && !d.filler && (!s.question || d.echo > 1)
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
		case d.filler:
			d.stance = Filler
		}
		j.stance[d.stance]++
		if d.help && d.stance != Harm {
			j.help++
		}
	}
	for i := range j.live {
		l := &j.live[i]
		r := &j.rules[l.rule]
		if r.behaviour.Side != Helps {
			continue
		}
		// in a sentence that harms, kindness is not heard; what turns with "but" takes
		// back what stood before it, unless help follows
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
	s := &j.rd.sentences[i]
	for f := frame(0); f < frames; f++ {
		if s.frames&harmFrames&bit(f) == 0 {
			continue
		}
		for _, n := range j.sheet.byFrame[f] {
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
	case r.question > 0 && !s.question, r.question < 0 && s.question:
		return false
	case j.m.Heat < r.hot:
		return false
	}
	return true
}

// row adds a finding of the sheet at tokens from..to of a sentence, n times its points.
func (j *judge) row(id string, from, to, n int) {
	at, ok := j.sheet.index[id]
	if !ok {
		return
	}
	j.add(at, from, to, n)
}

func (j *judge) add(at, from, to, n int) {
	r := &j.sheet.rows[at]
	if r.off || r.points == 0 && r.behaviour == "" {
		return
	}
	room := r.most - int(j.used[at])
	if room <= 0 {
		return
	}
	n = min(n, room)
	j.used[at] += int8(n)
	f := Finding{
		Behaviour: r.behaviour, Name: r.name, Rule: r.full, Side: r.side, Dimension: r.dimension,
		Points: r.points * Tenths(n), Why: r.why, Instead: r.instead,
	}
	if to > from {
		f.Start, f.End = j.rd.span(from, to)
		f.Text = j.rd.text[f.Start:f.End]
	} else {
		f.Side = Missing
	}
	if f.Side == Helps && j.contempt {
		f.Void = true
	}
	j.message(&f, r.message, n)
	j.found = append(j.found, f)
}

// structure finds what no list of words can: who acts, what comes first, what is
// missing.
func (j *judge) structure() {
	rd, m := j.rd, j.m
	for i := range j.sents {
		d := &j.sents[i]
		s := &rd.sentences[i]
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
		switch d.stance {
		case Harm:
			if !d.ruled {
				j.row("harm", from, to, 1)
			}
			if d.echo > 0 && m.line != nil {
				j.row("turned-against", int(d.echoFrom), int(d.echoTo), 1)
			}
		case Help:
			j.row("help", from, to, 1)
		case Ack:
			j.row("sees-it", from, to, 1)
		case Answer:
			j.row("answer", from, to, 1)
		case Filler:
			if d.times+d.numbers+d.names == 0 {
				j.row("filler", from, to, 1)
			}
		}
		if d.stance == Help || d.stance == Answer {
			j.concrete(i, d)
		}
		if (d.stance == Ack || d.stance == Help) && d.echo > 0 {
			j.row("plays-back", int(d.echoFrom), int(d.echoTo), min(d.echo, 4))
		}
		if d.bare && d.stance != Ack && d.stance != Filler {
			j.row("people-in-general", from, to, 1)
		}
		if d.turns {
			j.row("but", d.pivot, d.pivot+1, 1)
		}
		if m.said[s.hash] && s.to-s.from >= 4 {
			j.row("same-line", from, to, 1)
		}
	}
	j.frames()
	j.closing()
	j.absences()
}

// opening looks at the first sentence that says something.
func (j *judge) opening(i int, d *judged, from, to int) {
	switch {
	case d.stance == Harm:
		j.row("opens-with-harm", from, to, 1)
		return
	case d.bare:
		j.row("opens-in-general", from, to, 1)
		return
	}
	if d.stance == Help || d.stance == Answer {
		j.row("opens-with-help", from, to, 1)
	}
	if d.ack || d.stance == Ack {
		j.row("opens-with-them", from, to, 1)
	}
	if d.stance == Filler {
		j.row("opens-with-filler", from, to, 1)
	}
	if d.you && d.stance != Filler {
		j.row("opens-with-you", from, to, 1)
	}
	if j.m.asks != 0 && d.answer {
		j.row("answers-first", from, to, 1)
	}
}

// concrete credits times, numbers and names where help or an answer stands.
func (j *judge) concrete(i int, d *judged) {
	s := &j.rd.sentences[i]
	from, to := -1, -1
	for p := int(s.begin); p < int(s.to); p++ {
		if j.rd.toks[p].class&(1<<classTime|1<<classNumber|1<<className) != 0 {
			if from < 0 {
				from = p
			}
			to = p + 1
		}
	}
	if from < 0 {
		return
	}
	if d.times > 0 && d.stance == Help {
		j.row("by-when", from, to, 1)
	}
	if n := d.times + d.numbers + d.names; n > 0 {
		j.row("concrete", from, to, n)
	}
}

// frames gives the findings of the sheet's rows that follow from frames.
func (j *judge) frames() {
	for k := range j.rd.hits {
		h := &j.rd.hits[k]
		if h.kind != outFrame {
			continue
		}
		i := int(j.rd.toks[h.start].sentence)
		d := &j.sents[i]
		if d.opensOnly {
			continue
		}
		for _, n := range j.sheet.byFrame[h.index] {
			r := &j.sheet.rows[n]
			if r.in != 0 && r.in&(1<<d.stance) == 0 || !j.fits(r, i) {
				continue
			}
			if r.in == 1<<Harm && d.ruled && r.dimension == Argument {
				continue // a rule has said it, in its own words
			}
			if j.pointed(n, i) || j.said(r.behaviour, i) {
				continue
			}
			j.add(n, int(h.start), int(h.end), 1)
		}
	}
}

// pointed says whether a row has its finding in a sentence already.
func (j *judge) pointed(row, sentence int) bool {
	if j.used[row] == 0 {
		return false
	}
	s := &j.rd.sentences[sentence]
	a, b := int(j.rd.toks[s.from].start), int(j.rd.toks[s.to-1].end)
	for k := range j.found {
		f := &j.found[k]
		if f.Rule == j.sheet.rows[row].full && f.Start >= a && f.Start < b {
			return true
		}
	}
	return false
}

// said says whether a rule has found a behaviour in a sentence already.
func (j *judge) said(behaviour string, sentence int) bool {
	if behaviour == "" {
		return false
	}
	for i := range j.live {
		if l := &j.live[i]; int(l.sentence) == sentence && j.rules[l.rule].behaviour.ID == behaviour {
			return true
		}
	}
	return false
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

// absences states what is not there.
func (j *judge) absences() {
	m := j.m
	if m.InCall {
		return
	}
	if j.help == 0 && j.answered < 0 {
		if j.stance[Harm] > 0 {
			j.row("harm-and-no-help", 0, 0, 1)
		}
		j.row("no-help", 0, 0, 1)
	}
	if m.asks != 0 && j.answered < 0 && j.stance[Help] == 0 {
		j.row("no-answer", 0, 0, 1)
	}
	if m.line != nil && m.asks == 0 && j.stance[Ack] == 0 && !j.acks() {
		j.row("not-seen", 0, 0, 1)
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
