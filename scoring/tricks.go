package scoring

// Replies that try to win by something else than what they say: the customer's own
// words sent back, words strung together, kindness that fits no case. They are
// found by how they are built, never by a list, and are held down with the reason.

const (
	sameWords   = "the same words over and over"
	theirWords  = "nothing but the customer's own words"
	lowest      = 390 // where a reply is held that does nothing for anybody
	pastedLeast = 16  // words of theirs that are no chance: fewer may be said back
	pastedRun   = 5
)

// repeats says whether a text is the same few words over and over.
func (rd *Reading) repeats() bool {
	n := len(rd.toks)
	if n < 4 {
		return false
	}
	limit := min(n/4, 16)
	var seen [16]uint64
	k := 0
next:
	for i := range rd.toks {
		for _, h := range seen[:k] {
			if h == rd.toks[i].hash {
				continue next
			}
		}
		if k == limit {
			return false
		}
		seen[k] = rd.toks[i].hash
		k++
	}
	return true
}

// tricks looks for what is built to win and says nothing. It gives why the reply
// cannot be assessed, "" when it can.
func (j *judge) tricks() string {
	if why := j.pasted(); why != "" {
		return why
	}
	j.listed()
	j.wall()
	if at := j.rd.marks.maskedAt; j.rd.marks.masked > 0 && at < len(j.rd.toks) {
		from, to := j.rd.span(at, at+1)
		j.note("other-letters", from, to)
	}
	return ""
}

// pasted finds the customer's own line sent back. What stands in it is not the
// trainee's, so it earns nothing.
func (j *judge) pasted() string {
	rd, line := j.rd, j.m.line
	if line == nil || len(rd.toks) < pastedLeast || len(line.toks) < pastedLeast {
		return ""
	}
	echo := 0
	for i := range j.sents {
		echo += j.sents[i].echo
	}
	if echo < 3 {
		return ""
	}
	copied, from, to := 0, -1, 0
	for i := 0; i < len(rd.toks); {
		best := 0
		for k := range line.toks {
			n := 0
			for i+n < len(rd.toks) && k+n < len(line.toks) && rd.toks[i+n].hash == line.toks[k+n].hash && rd.toks[i+n].flags&flagQuoted == 0 {
				n++
			}
			best = max(best, n)
		}
		if best < pastedRun {
			i++
			continue
		}
		if s := &rd.sentences[rd.toks[i].sentence]; int(s.from) < i && !s.question && j.m.asks&(1<<askYesNo) != 0 && s.frames&bit(frYes) != 0 {
			i += best // “Yes, it is the blue one” answers in the words of the question
			continue
		}
		if from < 0 {
			from = i
		}
		copied += best
		i += best
		to = i
	}
	switch {
	case copied < pastedLeast || 5*copied < 3*len(rd.toks):
		return ""
	case 10*copied >= 9*len(rd.toks):
		return theirWords
	}
	a, b := rd.span(from, to)
	for i := range j.found {
		if f := &j.found[i]; f.Side == Helps && f.End > a && f.Start < b {
			f.Void = true
		}
	}
	j.row("pasted-back", from, to, 1)
	j.hold("most of it is the customer's own words")
	return ""
}

// listed finds words strung together: hardly one of those that hold a sentence.
func (j *judge) listed() {
	words, function, known := 0, 0, 0
	for i := range j.rd.toks {
		t := &j.rd.toks[i]
		if t.flags&flagDigits != 0 || t.class&(1<<className) != 0 {
			continue
		}
		words++
		if t.word != 0 {
			known++
			if j.rd.lang.function[t.word] {
				function++
			}
		}
	}
	if words < 8 || 6*function > words || 2*known < words {
		return
	}
	for i := range j.sents { // a note of short sentences is telegraphic, no list
		if s := &j.rd.sentences[i]; s.to-s.from >= 7 {
			j.row("word-list", int(s.from), int(s.to), 1)
			j.hold("words strung together are no reply")
			return
		}
	}
}

// wall finds a long reply of kindness with nothing of this case in it.
func (j *judge) wall() {
	if j.m.line == nil || j.m.line.lang != j.rd.lang || len(j.rd.toks) < 35 || j.deeds > 0 {
		return
	}
	for i := range j.sents {
		if d := &j.sents[i]; !j.formula(i) && (d.answer || d.help || d.times+d.numbers+d.names > 0) || d.echo > 1 {
			return
		}
	}
	kind, formulas := 0, 0
	for i := range j.sents {
		if d := &j.sents[i]; d.stance == Ack && d.echo < 2 || j.formula(i) {
			kind++
			if d.filler {
				formulas++
			}
		}
	}
	if 2*kind < len(j.sents) || kind < 3 || formulas < 2 {
		return
	}
	last := int(j.rd.sentences[len(j.sents)-1].to)
	j.row("kind-wall", 0, last, 1)
	j.hold("kind words, and nothing of this case in them")
}

// formula says whether a sentence is a line said to everybody; office words alone
// do not make it one.
func (j *judge) formula(i int) bool {
	f := j.rd.sentences[i].frames
	return f&bit(frStock, frStockSorry) != 0 || j.sents[i].filler && f&bit(frOffice, frClerical) == 0
}

// hold keeps a score down, with the reason.
func (j *judge) hold(why string) {
	if j.held == "" {
		j.held = why
	}
}

// note adds advice of the sheet at bytes of the text.
func (j *judge) note(id string, from, to int) {
	at, ok := j.sheet.index[id]
	if !ok || j.sheet.rows[at].off || to <= from {
		return
	}
	r := &j.sheet.rows[at]
	f := Finding{Behaviour: r.behaviour, Name: r.name, Rule: r.full, Side: Advice, Dimension: r.dimension, Why: r.why, Instead: r.instead, Start: from, End: to, Text: j.rd.text[from:to]}
	j.message(&f, r.message, 1)
	j.found = append(j.found, f)
}
