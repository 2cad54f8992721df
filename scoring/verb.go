package scoring

// verb reads a verb group at a token and gives where it ends, or i when there is
// none. after says that the subject is the one before "and".
func (p *clauseParser) verb(i int, after bool) int {
	toks, g := p.rd.toks, p.g
	pr := predicate{sentence: p.sentence, from: int16(i), verb: -1, if_: p.cond, subject: p.subject, ours: p.ours, yours: p.yours, record: p.record, negated: p.negated, under: p.under}
	if p.subject != noSubject {
		pr.from = int16(p.at)
	}
	var modal role
	have, be, do, was, had, led, going, to := false, false, false, false, false, false, false, false
	start := i
	neg := g.neg
scan:
	for ; i < p.limit; i++ {
		t := &toks[i]
		if i > start && t.before >= gapComma {
			break
		}
		k := g.knows(t)
		if i == start && t.word == g.possess && p.fresh && i+1 < p.limit && g.knows(&toks[i+1]).form&formIng != 0 {
			be, led = true, true // "the depot's holding it"
			pr.verb, pr.sense = int16(i), senseBe
			continue
		}
		if t.is(neg) && k.role != roleNobody {
			if i == start && !p.fresh {
				return start
			}
			pr.negated = true
			continue
		}
		switch k.role {
		case roleAside:
			if i == start {
				return start
			}
			continue
		case roleWill, roleCan, roleWeak, roleOught, roleMust:
			modal, led = k.role, true
			if k.role == roleOught {
				modal, pr.ought = roleWeak, true
			}
			continue
		case roleBe, roleBeen:
			be, led = true, true
			pr.verb, pr.sense = int16(i), senseBe
			continue
		case roleWas:
			be, was, led = true, true, true
			pr.verb, pr.sense = int16(i), senseBe
			continue
		case roleHave:
			have, led = true, true
			pr.verb, pr.sense = int16(i), senseHave
			continue
		case roleHad:
			have, had, led = true, true, true
			pr.verb, pr.sense = int16(i), senseHave
			continue
		case roleDo, roleDid:
			do, led = true, true
			was = was || k.role == roleDid
			pr.verb, pr.sense = int16(i), 0
			if modal == roleWill || modal == roleCan {
				pr.sense = senseHelp // "I'll do it": the verb itself
			}
			continue
		case roleLet:
			if i+1 < p.limit && p.rd.lang.is(toks[i+1]) {
				modal, led = roleCan, true
				pr.subject, pr.from = byUs, int16(i)
				i++
				continue
			}
			return start
		case roleTo:
			if led && (have && pr.sense == senseHave || be && pr.sense == senseBe || going || pr.wish || pr.tense == isHope || pr.tense == isMust) {
				if have && pr.sense == senseHave && !going && !pr.wish && pr.tense == isPresent {
					pr.tense = isMust
				}
				to = true
				continue
			}
			break scan
		case roleWe, roleYou, roleThey, roleThing, roleNobody:
			// the subject stands after its auxiliary: a question
			if led && !to && i == start+1 && !p.fresh {
				pr.question = true
				switch k.role {
				case roleWe:
					pr.subject = byUs
				case roleYou:
					pr.subject = byYou
				case roleThey:
					pr.subject = bySomeone
				case roleNobody:
					pr.subject = byNobody
				default:
					pr.subject = byThing
				}
				continue
			}
			break scan
		case roleNone:
			if led && k.form == 0 && t.looks&formAside != 0 {
				continue // "I can quietly change it"
			}
		case roleOurs, roleYours, roleDet:
			// "does my ticket count": the subject is a thing of theirs
			pr.question = pr.question || led && i == start+1 && !p.fresh && pr.subject == noSubject
			break scan
		default:
			break scan
		}
		f, s := k.form, k.sense
		if f == 0 {
			// a word no list knows, in a place where only a verb can stand
			switch {
			case led:
				f = t.looks &^ formAside
				if f == 0 && (do || modal != roleNone) && !t.is(g.stop) && t.class&(1<<className|1<<classNumber|1<<classTime) == 0 {
					f = formBase // after "did" and "will" only a verb is left
				}
				pr.open = k.sense == 0
			case p.fresh && p.noun < 0 && p.subject != byThing && p.subject != byFolk && p.subject != byNobody && !t.is(g.stop) && t.class&(1<<className|1<<classNumber|1<<classTime) == 0:
				f = formPast | formBase // right after "you" only a verb is left
			}
			if f == 0 {
				if i == start {
					return start
				}
				break
			}
		}
		next := p.after(i + 1)
		switch {
		case s&senseGo != 0 && f&formIng != 0 && be && next == roleTo:
			going, led = true, true
			modal = roleWill
			continue
		case s&senseIntend != 0 && next == roleTo:
			pr.tense, led = isHope, true
			pr.verb = int16(i)
			continue
		case s&senseNeed != 0 && next == roleTo:
			pr.tense, led = isMust, true
			pr.verb = int16(i)
			continue
		case s&senseWant != 0 && next == roleTo:
			pr.wish, led = true, true
			pr.verb = int16(i)
			continue
		}
		if !led && !p.takesPlain(f, after) {
			if i == start {
				return start
			}
			break
		}
		pr.verb = int16(i)
		pr.sense = s
		if have && t.is(g.got) { // has got: it is there, nobody fetched it
			have, pr.sense = false, senseHave
			f = formBase
			if pr.subject == byUs && p.causes(i+1) {
				f, have, pr.sense = formPast, true, senseHelp
			}
		} else if s&senseHave != 0 && pr.subject == byUs && p.causes(i+1) {
			pr.sense |= senseHelp
		}
		plain := !led
		p.shape(&pr, f, modal, have, be, do, was, had, to)
		if plain && after && p.goesOn(f) {
			pr.tense = p.lastIs
		}
		p.finish(&pr, i+1)
		return i + 1
	}
	if pr.verb < 0 {
		if modal != roleNone && pr.subject != noSubject { // "I will.", "you should"
			pr.verb = int16(i - 1)
			p.shape(&pr, formBase, modal, have, false, do, was, had, to)
			p.finish(&pr, i)
			return i
		}
		if modal != roleNone {
			return i
		}
		return start
	}
	// the auxiliary is the verb: "it is yours", "you have it"
	f := formThird
	if was || had {
		f = formPast
	}
	if do && pr.sense&^senseHelp == 0 {
		p.shape(&pr, f, modal, false, false, false, was, had, to)
	} else {
		p.shape(&pr, f, modal, false, false, do, was, had, to)
	}
	p.finish(&pr, i)
	return max(i, start+1)
}

// causes says whether a person is set to work after "have" or "get": "I have Ana
// looking for it".
func (p *clauseParser) causes(i int) bool {
	who, thing := false, false
	for n := 0; i < p.limit && n < 6; n, i = n+1, i+1 {
		t := &p.rd.toks[i]
		k := p.g.knows(t)
		switch {
		case t.before >= gapComma:
			return false
		case t.class&(1<<className) != 0 || k.role == rolePerson || k.role == roleThey || k.role == roleOther || k.role == roleOurs:
			who = true
		case k.role == roleDet || k.role == roleYours || n == 0 && k.role == roleNone && k.form == 0:
			thing = true
		case who && k.sense&(senseHelp|senseWork) != 0 && k.form&(formIng|formBase) != 0:
			return true
		case thing && n > 1 && k.sense&senseHelp != 0 && k.form&formPast != 0:
			return true // "I've had your address taken off"
		}
	}
	return false
}

// takesPlain says whether a verb without auxiliary can stand here.
func (p *clauseParser) takesPlain(f form, after bool) bool {
	switch {
	case after:
		return true
	case p.fresh && p.noun < 0 && p.subject != noSubject:
		return true // right after a pronoun
	case p.fresh && p.noun > 0 && f&(formThird|formPast) != 0:
		return true // after a noun
	case p.opens && p.subject == noSubject:
		return true // an order, a fragment
	}
	return false
}

// shape settles tense and voice.
func (p *clauseParser) shape(pr *predicate, f form, modal role, have, be, do, was, had, to bool) {
	pr.stressed = do && !pr.negated && !pr.question && modal == roleNone && pr.sense != 0
	hoped, must := pr.tense == isHope, pr.tense == isMust
	switch {
	case be && f&formPast != 0 && f&formIng == 0 && pr.sense != senseBe:
		pr.passive = true
		pr.tense = isDone
		if was {
			pr.tense = isPast
		}
	case be && f&formIng != 0:
		pr.tense = isDoing
		if was {
			pr.tense = isPast
		}
	case have:
		pr.tense = isDone
		if had {
			pr.tense = isPast
		}
		pr.perfect = modal == roleWeak || modal == roleMust
	case was || f&formPast != 0 && f&formBase == 0 && !do:
		pr.tense = isPast
	default:
		pr.tense = isPresent
	}
	switch modal {
	case roleWill:
		pr.tense = isWill
	case roleCan:
		pr.tense = isCan
	case roleWeak:
		pr.tense = isWeak
	case roleMust:
		pr.tense = isMust
	}
	switch {
	case hoped:
		pr.tense = isHope
	case must:
		pr.tense = isMust
	case to && pr.wish && pr.tense == isPresent:
		pr.tense = isWill
	}
	if pr.subject == noSubject {
		pr.bare = true
		switch {
		case modal != roleNone || have || be || do:
		case f&formIng != 0:
			pr.tense, pr.subject = isDoing, byUs
		case f&formBase != 0:
			pr.tense = isOrder
		case f&formPast != 0:
			pr.tense, pr.passive = isDone, true
		}
	}
	if pr.wish && pr.tense == isWeak {
		pr.tense = isWill // would be glad to
	}
}

func (p *clauseParser) finish(pr *predicate, to int) {
	pr.to = int16(to)
	if n := len(p.rd.preds); n > 0 {
		// "Keeping a deposit takes time": no deed but a subject
		was := &p.rd.preds[n-1]
		if was.bare && was.tense == isDoing && was.sentence == pr.sentence && pr.subject != byUs && !pr.bare && p.rd.toks[was.verb].clause == p.rd.toks[pr.verb].clause {
			was.subject, was.tense = byThing, isPresent
		}
	}
	p.rd.preds = append(p.rd.preds, *pr)
	p.last, p.lastOurs, p.lastIs = pr.subject, pr.ours, pr.tense
	if at := int(pr.from); at > 0 && at-1 >= int(p.rd.sentences[p.sentence].from) && p.rd.toks[at-1].is(p.g.neg) && pr.subject == byYou {
		p.rd.preds[len(p.rd.preds)-1].negated = true // nothing you need to do
	}
	p.clear()
	p.opens = false
}

// after is the role of the next word that is no adverb.
func (p *clauseParser) after(i int) role {
	for ; i < p.limit; i++ {
		if r := p.g.knows(&p.rd.toks[i]).role; r != roleAside {
			return r
		}
	}
	return roleNone
}

// is says whether a token is one of ours as an object: me, us.
func (c *compiled) is(t token) bool { return t.class&c.us != 0 }
