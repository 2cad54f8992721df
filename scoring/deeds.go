package scoring

// deeds turns predicates into frames: who did, does or will do what, and to whom.
// It knows senses and tenses, and no word.
func (rd *Reading) deeds() {
	for i := range rd.preds {
		p := &rd.preds[i]
		t := &rd.toks[p.verb]
		if t.flags&(flagQuoted|flagReported) != 0 {
			continue
		}
		var f frame
		var ok bool
		switch p.subject {
		case byUs:
			f, ok = rd.ofUs(p)
		case byYou:
			f, ok = rd.ofYou(p)
		case bySomeone, byOther:
			f, ok = rd.ofOthers(p)
		case byThing:
			f, ok = rd.ofThings(p)
		case byNobody:
			switch {
			case p.tense != isPast && p.tense != isDone:
			case p.sense&(senseSay|senseHelp|senseArrive) == 0:
			case rd.youAfter(p) || p.sense&senseSay == 0:
				f, ok = frFault, true // nobody came, nobody told you
			default:
				f, ok = frDenyOpen, true // nobody said that
			}
		case byFolk:
			if p.tense == isPresent && !p.question && !p.if_ && !p.negated {
				f, ok = frClass, true
			}
		default:
			f, ok = rd.ofOrders(p)
		}
		if ok {
			rd.hits = append(rd.hits, hit{kind: outFrame, index: int32(f), start: p.from, end: p.to, deed: true})
		}
	}
}

func (rd *Reading) ofUs(p *predicate) (frame, bool) {
	helps := p.sense&(senseHelp|senseWork) != 0
	if p.open && !p.passive && (p.tense == isWill || p.tense == isDoing) && rd.after(p, rd.lang.definite|rd.lang.you|1<<className, 2) {
		helps = true // what we will do to something of theirs, in a word no list knows
	}
	if p.wish && rd.toks[p.verb].is(rd.lang.idle) {
		return 0, false // who would love to help has not helped
	}
	if helps && p.sense&senseLight != 0 && !p.negated && (p.tense == isDone || p.tense == isWill || p.tense == isDoing) && rd.filed(p) {
		return frClerical, true // what goes on a list is not done yet
	}
	switch {
	case p.perfect:
		return frFault, !p.if_ // we should have rung
	case p.if_:
		return 0, false
	case p.stressed && p.tense == isPast:
		return frAgree, true // we did promise it
	case p.passive && p.sense&senseSay == 0:
		return 0, false
	case p.tense == isWeak || p.tense == isHope:
		switch {
		case p.question || p.wish:
			return frAct, helps && !p.negated
		case p.negated:
			return 0, false
		}
		return frModal, helps || p.sense&(senseHave|senseArrive) != 0
	case p.negated:
		switch p.tense {
		case isWill, isDoing:
			return frOff, p.sense&senseCharge != 0
		case isPast, isDone:
			switch {
			case p.sense&(senseHelp|senseSay|senseArrive|senseMishap|senseWork) != 0 && p.sense&senseHave == 0 || rd.youAfter(p):
				return frFault, true // we never rang
			}
			return 0, false
		case isCan, isPresent, isMust:
			return frNo, p.sense != senseBe && p.sense&senseSelf == 0
		}
		return 0, false
	case (p.tense == isPast || p.tense == isDone) && (p.sense&senseMishap != 0 && !helps || p.sense&(senseSelf|senseBe) == 0 && rd.wrongAfter(p)):
		return frFault, true
	case p.tense == isPast:
		return frAct, helps && rd.toks[p.from].is(rd.lang.alone)
	case p.sense&senseSelf != 0 && p.sense&senseHelp == 0:
		return frSelf, p.tense != isWill && p.tense != isCan
	case helps && p.tense != isPresent:
		return frAct, p.tense != isMust || p.question
	case p.sense&senseClerical != 0:
		return frClerical, p.tense != isPresent
	}
	return 0, false
}

func (rd *Reading) ofYou(p *predicate) (frame, bool) {
	switch {
	case p.perfect && !p.if_:
		switch {
		case p.negated && p.ought && !p.passive && (p.open || p.sense&senseDuty != 0) && p.sense&(senseSuffer|senseHave|senseBe) == 0:
			return frBlame, true // you should not have shared it
		case p.passive, p.negated, p.sense&(senseBe|senseHave) != 0 && p.sense&senseDuty == 0:
			return frRight, p.ought // you should have been told
		case !p.ought:
			return frDoubt, true // you may have missed it
		}
		return frBlame, true // you should have read it
	case p.if_:
		return 0, false
	}
	switch p.tense {
	case isMust:
		switch {
		case p.question:
			return 0, false
		case p.negated:
			return frOff, true
		}
		if p.passive {
			return frRight, true // you have to be told
		}
		return frBurden, p.sense&(senseTask|senseDuty) != 0
	case isWeak, isHope:
		switch {
		case p.question:
			return 0, false
		case p.negated:
			return frRight, p.ought // you should not have to
		case p.sense&senseTask != 0:
			return frBurden, true
		}
		return frModal, p.sense&(senseHave|senseArrive) != 0
	case isWill, isCan:
		switch {
		case p.question:
			return 0, false
		case p.negated:
			return frOff, p.tense == isWill && p.sense&(senseSuffer|senseCharge|senseTask) != 0
		case p.sense&(senseHave|senseArrive|senseBe) != 0:
			return frOutcome, true
		case p.sense&senseTask != 0 && !rd.purpose(p):
			return frBurden, true
		}
		return frOutcome, p.tense == isCan && p.sense&senseHelp != 0
	case isPast, isDone:
		switch {
		case p.question:
			return frDoubt, p.tense == isPast && p.sense&senseDuty != 0
		case p.passive:
			return frTold, true // you were told
		case p.negated:
			return frBlame, p.sense&senseDuty != 0
		case p.stressed:
			return frAgree, true // you did send it
		case p.sense&senseDoubt != 0:
			return frDoubt, true
		case p.sense&senseMishap != 0 && p.sense&(senseHelp|senseSuffer) == 0, p.sense&senseCommit != 0,
			p.sense&(senseSay|senseSuffer|senseHave|senseBe|senseSelf) == 0 && rd.wrongAfter(p):
			return frBlame, true
		}
		return frTold, p.sense&(senseSay|senseSuffer|senseHave|senseHelp|senseDuty) != 0
	case isPresent:
		switch {
		case p.question:
			return 0, false
		case p.sense&senseDoubt != 0:
			return frDoubt, true
		case p.sense&(senseSelf|senseWant) != 0 && p.sense&senseHave == 0 || p.wish:
			return frReflect, true // you feel, you want
		case p.sense&senseHave != 0 && !p.negated:
			return frOutcome, p.sense&senseHelp != 0
		}
	}
	return 0, false
}

func (rd *Reading) ofOthers(p *predicate) (frame, bool) {
	if p.if_ || p.negated || p.question {
		return 0, false
	}
	helps := p.sense&(senseHelp|senseWork|senseArrive) != 0
	switch p.tense {
	case isWill, isCan, isDoing, isDone:
		if p.subject == byOther {
			return frHandOff, helps || p.sense&(senseClerical|senseSay) != 0
		}
		return frThird, helps && !p.passive
	case isPresent:
		return frThird, helps && p.subject == bySomeone
	case isWeak, isHope:
		return frModal, (helps || p.sense&senseBe != 0) && !p.perfect
	}
	return 0, false
}

func (rd *Reading) ofThings(p *predicate) (frame, bool) {
	switch {
	case p.if_:
		return 0, false
	case p.record && p.sense&(senseSay|senseHave) != 0 && !p.passive && (p.tense == isPresent || p.tense == isPast):
		return frRecord, true
	case p.perfect && p.tense == isWeak:
		if p.ought {
			return frRight, true // it should not have happened
		}
		return frDoubt, p.yours // somebody in your house may have
	case p.stressed && p.tense == isPast:
		return frAgree, p.sense&senseSay != 0
	case p.passive:
		switch {
		case p.sense&senseMishap != 0 && p.sense&senseHelp == 0:
			return frPassive, !p.negated
		case p.tense == isPast && p.sense&(senseHelp|senseClerical|senseCharge) != 0 && !p.yours:
			return frPassive, !p.negated && !p.question
		case p.negated || p.question:
			return 0, false
		case p.tense == isWeak || p.tense == isHope:
			return frModal, true
		case p.sense&senseHelp != 0 && p.sense&senseLight == 0:
			return frDone, p.tense != isPast
		}
		if p.sense == 0 && p.tense == isWill {
			return frDone, true // it will be re-run
		}
		return frClerical, p.sense&senseClerical != 0
	case p.negated || p.question:
		return 0, false
	case p.tense == isWeak || p.tense == isHope:
		return frModal, p.sense&(senseArrive|senseHave|senseBe|senseHelp) != 0
	case p.sense&senseArrive != 0:
		switch p.tense {
		case isWill, isDoing:
			return frOutcome, true
		case isPresent, isDone:
			return frOutcome, p.yours || rd.after(p, 1<<classTime, 6)
		}
	}
	return 0, false
}

func (rd *Reading) ofOrders(p *predicate) (frame, bool) {
	switch {
	case p.tense == isDone && p.bare:
		return frAct, p.sense&senseHelp != 0 && int(p.from) == int(rd.sentences[p.sentence].begin)
	case p.tense != isOrder || p.negated || p.if_:
		return 0, false
	case rd.usAfter(p):
		return frRoute, p.sense&(senseTask|senseStep|senseHelp) != 0
	case p.sense&senseStep != 0:
		return frRoute, true
	case p.sense&senseTask != 0:
		return frBurden, true
	}
	return 0, false
}

// purpose says whether a verb says what something is for: "so you can ask".
func (rd *Reading) purpose(p *predicate) bool {
	return p.from > 0 && rd.toks[p.from].sentence == rd.toks[p.from-1].sentence && rd.toks[p.from-1].is(rd.lang.purpose)
}

// filed says whether what is done to something puts it in a register or a list.
func (rd *Reading) filed(p *predicate) bool {
	clause := rd.toks[p.verb].clause
	for i := int(p.to); i < len(rd.toks) && i < int(p.to)+8 && rd.toks[i].clause == clause; i++ {
		switch {
		case rd.toks[i].is(rd.lang.away):
			return false
		case rd.toks[i].is(rd.lang.drawer):
			return true
		}
	}
	return false
}

// youAfter says whether the customer is who a verb is done to.
func (rd *Reading) youAfter(p *predicate) bool { return rd.after(p, rd.lang.you, 3) }

func (rd *Reading) usAfter(p *predicate) bool { return rd.after(p, rd.lang.us, 2) }

// wrongAfter says whether the clause of a verb says that it went wrong.
func (rd *Reading) wrongAfter(p *predicate) bool { return rd.after(p, rd.lang.wrong, 6) }

func (rd *Reading) after(p *predicate, c classSet, n int) bool {
	clause := rd.toks[p.verb].clause
	for i := int(p.to); i < len(rd.toks) && i < int(p.to)+n; i++ {
		if rd.toks[i].clause != clause {
			return false
		}
		if rd.toks[i].is(c) {
			return true
		}
	}
	return false
}

// plans says where one of us acts if something fails: "if it is late, I will …".
func (rd *Reading) plans() {
	for i := range rd.preds {
		p := &rd.preds[i]
		if !p.if_ || p.subject == byUs || p.subject == byYou {
			continue
		}
		for k := range rd.preds {
			q := &rd.preds[k]
			if k != i && q.sentence == p.sentence && q.subject == byUs && !q.negated && !q.if_ && (q.tense == isWill || q.tense == isDoing) && q.sense&senseHelp != 0 {
				rd.hits = append(rd.hits, hit{kind: outFrame, index: int32(frBackup), start: min(p.from, q.from), end: max(p.to, q.to), deed: true})
				return
			}
		}
	}
}
