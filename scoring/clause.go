package scoring

// A sentence is read as its predicates: who does what, and how far along it is.
// It is a shallow reading: a subject is the last pronoun, name or noun before the
// verb; what a language calls these stands in its file.

// subject is who a verb belongs to.
type subject uint8

const (
	noSubject subject = iota
	byUs              // I, we
	byYou             // the customer
	bySomeone         // a person with a name or a task
	byOther           // another party: team, bank, system
	byThing           // it, the parcel
	byNobody
	byFolk // people in general
)

// tense is how far along a deed is.
type tense uint8

const (
	isPresent tense = iota
	isPast
	isDone  // has done; is done
	isDoing // is doing
	isWill
	isCan
	isWeak  // should, may, might
	isHope  // hopes, tries, plans to
	isMust  // must, needs to
	isOrder // do it
)

// predicate is one verb with its subject.
type predicate struct {
	from, to int16 // tokens from the subject up to the verb
	verb     int16
	sentence int16
	sense    sense
	subject  subject
	tense    tense
	negated  bool
	passive  bool
	if_      bool // inside a condition
	question bool
	ours     bool // the subject is a thing or person of ours: our driver
	yours    bool // your parcel
	wish     bool // want, like, happy to
	perfect  bool // modal + have: should have been
	bare     bool // no subject of its own
	record   bool // the subject is a record
	ought    bool // should
	open     bool // a verb no list knows
	stressed bool // did do it
	under    bool // inside "how", "because", "which"
}

// parse finds the predicates of every sentence.
func (rd *Reading) parse() {
	for i := range rd.sentences {
		s := &rd.sentences[i]
		p := clauseParser{rd: rd, g: rd.lang.language, sentence: int16(i), limit: int(s.to)}
		p.sentenceFrom(int(s.begin))
	}
}

type clauseParser struct {
	rd       *Reading
	g        *language
	sentence int16
	limit    int

	subject  subject
	at       int // token of the subject
	fresh    bool
	ours     bool
	yours    bool
	record   bool
	negated  bool // a negator stands between the subject and its verb
	noun     int  // nouns read since a determiner, -1 outside a noun phrase
	cond     bool // inside a condition
	under    bool // inside a clause that hangs on another
	last     subject
	lastIs   tense
	lastOurs bool
	opens    bool // nothing read in this clause yet
}

func (p *clauseParser) clear() {
	p.subject, p.fresh, p.ours, p.yours, p.record, p.negated, p.noun = noSubject, false, false, false, false, false, -1
}

func (p *clauseParser) take(s subject, at int) {
	p.subject, p.at, p.fresh, p.noun = s, at, true, -1
	p.ours, p.yours, p.record, p.negated = false, false, false, false
}

func (p *clauseParser) sentenceFrom(at int) {
	p.clear()
	p.opens = true
	p.last = noSubject
	for i := at; i < p.limit; {
		t := &p.rd.toks[i]
		k := p.g.knows(t)
		if i > at && t.before >= gapComma {
			p.cond, p.under = false, false
			p.clear()
			p.opens = true
			// "I'll ring them, send it again and …": the subject goes on
			if k := p.g.knows(t); t.before == gapComma && p.last == byUs && k.role == roleNone && p.goesOn(k.form) {
				p.subject, p.at, p.fresh = p.last, i, true
				if j := p.verb(i, true); j > i {
					i = j
					continue
				}
			}
		}
		switch k.role {
		case roleWe:
			p.take(byUs, i)
		case roleYou:
			p.take(byYou, i)
		case roleThey:
			p.take(bySomeone, i)
		case roleThing:
			p.take(byThing, i)
			p.noun = 0 // "this parcel"
		case roleNobody:
			p.take(byNobody, i)
		case roleFolk:
			p.take(byFolk, i)
		case roleOurs, roleYours, roleDet:
			ours, yours := k.role == roleOurs, k.role == roleYours
			p.take(byThing, i)
			p.ours, p.yours, p.noun = ours, yours, 0
		case rolePerson, roleOther:
			s := bySomeone
			if k.role == roleOther {
				s = byOther
			}
			if p.noun >= 0 && p.fresh {
				p.subject = s
				p.noun++
			} else {
				p.take(s, i)
				p.noun = 1
			}
		case roleIf:
			p.clear()
			p.cond = true
			p.opens = true
		case roleLink, roleBefore:
			p.clear()
			p.opens = k.role == roleLink
			p.under = p.under || k.role == roleLink && i > at
		case roleAnd:
			p.clear()
			p.opens = true
			i++
			if i < p.limit && p.startsVerb(i) && p.last != noSubject && p.rd.toks[i].before < gapStop {
				p.subject, p.at, p.fresh, p.ours = p.last, i, true, p.lastOurs
				if j := p.verb(i, true); j > i {
					i = j
				}
			}
			continue
		case roleAside, rolePlease:
			if t.is(p.g.neg) && p.fresh {
				p.negated = true
			}
		case roleTo:
			p.clear() // an infinitive has no subject of its own
		default:
			if j := p.verb(i, false); j > i {
				i = j
				p.opens = false
				continue
			}
			switch {
			case k.record:
				if !p.fresh || p.noun < 0 {
					p.take(byThing, i)
					p.noun = 0
				}
				p.noun++
				p.record = true
			case i == at && t.word == 0 && t.flags&flagCapital != 0:
				p.take(bySomeone, i)
				p.noun = 1
			case t.class&(1<<className) != 0:
				if !p.fresh || p.subject != bySomeone {
					p.take(bySomeone, i)
				}
				p.noun = 1
			case p.noun >= 0:
				p.noun++
			case p.fresh && p.subject != noSubject:
				p.fresh = false // too far from its verb
			}
		}
		if k.role != roleAside && k.role != rolePlease && k.role != roleIf && k.role != roleLink {
			p.opens = false
		}
		i++
	}
}

// goesOn says whether a form carries on the last verb's: base after "will", past
// after "have".
func (p *clauseParser) goesOn(f form) bool {
	switch p.lastIs {
	case isWill, isCan, isMust, isWeak, isHope:
		return f&formBase != 0
	case isDone, isPast:
		return f&formPast != 0 && f&formBase == 0
	case isDoing:
		return f&formIng != 0
	}
	return false
}

// startsVerb says whether a verb group begins at a token.
func (p *clauseParser) startsVerb(i int) bool {
	for ; i < p.limit; i++ {
		k := p.g.knows(&p.rd.toks[i])
		switch k.role {
		case roleAside, rolePlease:
			continue
		case roleBe, roleWas, roleHave, roleHad, roleDo, roleDid, roleWill, roleCan, roleWeak, roleOught, roleMust, roleLet:
			return true
		case roleNone:
			return k.form != 0
		}
		return false
	}
	return false
}
