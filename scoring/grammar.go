package scoring

// sense is what a verb means for a reply, as bits. A verb may have several.
type sense uint32

const (
	senseHelp     sense = 1 << iota // does something for somebody
	senseClerical                   // writes it down, passes it on
	senseMishap                     // what goes wrong
	senseArrive                     // comes, opens, works
	senseSay                        // says, tells, asks
	senseDoubt                      // claims, believes: a word for what is not granted
	senseIntend                     // hopes, tries, plans: then comes "to" and the verb
	senseWant                       // wants, likes, is able: then comes "to"
	senseNeed                       // needs, has to: then comes "to"
	senseGo                         // going to
	senseDuty                       // what somebody may have been meant to do: read, sign, check
	senseTask                       // work: call, fill in, send
	senseHave                       // has, gets, keeps
	senseSuffer                     // waits, loses, pays: what befell somebody
	senseSelf                       // the speaker's own heart: cry, think, love
	senseCharge                     // takes from somebody: charge, bill, chase
	senseWork                       // is at work on it
	senseCommit                     // binds somebody: sign, agree, tick
	senseStep                       // a step one takes: press, open
	senseLight                      // makes, takes, gives: means little by itself
	senseBe
)

var senseNames = []string{
	"help", "clerical", "mishap", "arrive", "say", "doubt", "intend", "want", "need", "go", "duty", "task", "have", "suffer", "self", "charge", "work", "commit", "step", "light",
}

// form is the shape of a word as a verb, as bits.
type form uint8

const (
	formBase form = 1 << iota
	formThird
	formPast
	formIng
	formAside // an adverb, by its ending
)

// role is what a word does in a clause.
type role uint8

const (
	roleNone   role = iota
	roleWe          // I, we
	roleYou         // you
	roleThey        // he, she, they
	roleThing       // it, this, that, there
	roleNobody      // nobody, no one
	roleFolk        // people, everyone, most customers
	roleOurs        // our, my
	roleYours       // your
	roleDet         // the, a, his
	roleBe          // is
	roleWas         // was: a past form of be
	roleBeen        // been, being, be
	roleHave        // have, has
	roleHad         // had
	roleDo          // do, does
	roleDid         // did
	roleWill        // will, shall
	roleCan         // can
	roleWeak        // may, might, could, would
	roleOught       // should
	roleMust        // must
	roleTo          // to
	roleAnd         // and, or, then: goes on with the same subject
	roleIf          // if, unless, when, once
	roleLet         // let
	rolePlease      // please, kindly: before a request
	roleLink        // because, that, which: another clause begins
	roleAside       // adverbs inside a verb
	rolePerson      // driver, engineer
	roleOther       // team, department, system
	roleBefore      // by, at, for: what follows is no subject
	roles
)

var roleNames = [roles]string{
	"", "we", "you", "they", "thing", "nobody", "folk", "ours", "yours", "det", "be", "was", "been", "have", "had", "do", "did",
	"will", "can", "weak", "ought", "must", "to", "and", "if", "let", "please", "link", "aside", "person", "other", "before",
}

// knowledge is what the grammar knows of a word, by wordID.
type knowledge struct {
	sense  sense
	form   form
	role   role
	record bool // writes down what happened
}

// learn fills the knowledge of every word from the language's file.
func (g *language) learn() {
	at := func(word string) *knowledge {
		id := g.lex.intern(word)
		for int(id) >= len(g.know) {
			g.know = append(g.know, knowledge{})
		}
		return &g.know[id]
	}
	for i, name := range senseNames {
		verbs := g.Senses[name]
		verbs = append(verbs, g.Verbs[name]...)
		for _, v := range verbs {
			third, past, ing := g.forms(v)
			for word, f := range map[string]form{v: formBase, third: formThird, ing: formIng} {
				k := at(word)
				k.sense |= 1 << i
				k.form |= f
			}
			for _, word := range past {
				k := at(word)
				k.sense |= 1 << i
				k.form |= formPast
			}
		}
	}
	for i, name := range roleNames {
		for _, word := range g.Grammar[name] {
			at(word).role = role(i)
		}
	}
	for _, word := range g.Records {
		at(word).record = true
	}
	at("")
	for _, end := range sortedKeys(g.Looks) {
		f := formPast
		switch g.Looks[end] {
		case "ing":
			f = formIng
		case "aside":
			f = formAside
		}
		g.endings = append(g.endings, ending{end, f})
	}
}

// knows is what is known of a token's word.
func (g *language) knows(t *token) knowledge {
	if int(t.word) < len(g.know) {
		return g.know[t.word]
	}
	return knowledge{}
}

// looksLike guesses the form of a word by its ending.
func (g *language) looksLike(w []byte) form {
	for i := range g.endings {
		e := &g.endings[i]
		if len(w) > len(e.end)+2 && string(w[len(w)-len(e.end):]) == e.end {
			return e.form
		}
	}
	return 0
}

type ending struct {
	end  string
	form form
}
