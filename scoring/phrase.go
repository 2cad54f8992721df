package scoring

import "strings"

// The phrase language: words; (a|b|c d); ? after a word or group; ... is up to
// four words; _ one word; ~refund its forms; ^ the start of a sentence and $ its
// end; <class> a word of a class.

// element is one step of a phrase.
type element struct {
	kind     elementKind
	word     wordID
	class    int
	options  [][]element // of a group: at least one
	optional bool
}

type elementKind uint8

const (
	elWord elementKind = iota
	elClass
	elAny
	elGap
	elGroup
	elStart
	elEnd
)

// phraseError is what is wrong with a phrase, as one sentence.
type phraseError string

func (e phraseError) Error() string { return string(e) }

// parsePhrase reads a phrase. Words go through the normaliser that replies go
// through, so "you're" and "you are" are the same phrase.
func (g *language) parsePhrase(phrase string) ([]element, error) {
	p := &phraseParser{lang: g, rest: phrase}
	els, err := p.sequence(0)
	if err != nil {
		return nil, err
	}
	if p.rest != "" {
		return nil, phraseError("There is a “" + p.rest[:1] + "” that closes nothing.")
	}
	solid := false
	for _, e := range els {
		solid = solid || e.kind == elWord || e.kind == elGroup || e.kind == elClass
	}
	if !solid {
		return nil, phraseError("This phrase has no words.")
	}
	return els, nil
}

type phraseParser struct {
	lang *language
	rest string
}

const special = " \t\n()|?_~^$<>"

func (p *phraseParser) sequence(depth int) ([]element, error) {
	if depth > 4 {
		return nil, phraseError("Brackets go four deep at most.")
	}
	var els []element
	for {
		p.rest = strings.TrimLeft(p.rest, " \t\n")
		if p.rest == "" {
			return els, nil
		}
		switch p.rest[0] {
		case ')', '|':
			return els, nil
		case '(':
			p.rest = p.rest[1:]
			group := element{kind: elGroup}
			for {
				option, err := p.sequence(depth + 1)
				if err != nil {
					return nil, err
				}
				if len(option) == 0 {
					group.optional = true // "(not|)" is "not" or nothing
				} else {
					group.options = append(group.options, option)
				}
				if p.rest == "" {
					return nil, phraseError("A bracket is not closed.")
				}
				closed := p.rest[0] == ')'
				p.rest = p.rest[1:]
				if closed {
					break
				}
			}
			if len(group.options) == 0 {
				return nil, phraseError("There is nothing between these brackets.")
			}
			group.optional = p.question() || group.optional
			els = append(els, group)
		case '?':
			return nil, phraseError("A ? stands right after the word or bracket it makes optional.")
		case '^':
			p.rest = p.rest[1:]
			els = append(els, element{kind: elStart})
		case '$':
			p.rest = p.rest[1:]
			els = append(els, element{kind: elEnd})
		case '<':
			end := strings.IndexByte(p.rest, '>')
			if end < 0 {
				return nil, phraseError("A < is not closed.")
			}
			name := p.rest[1:end]
			p.rest = p.rest[end+1:]
			if words, ok := p.lang.spelt[name]; ok {
				group := element{kind: elGroup}
				for _, w := range words {
					group.options = append(group.options, []element{{kind: elWord, word: w}})
				}
				group.optional = p.question()
				els = append(els, group)
				break
			}
			n, ok := p.lang.lex.names[name]
			if !ok {
				return nil, phraseError("There is no word class “" + name + "”.")
			}
			els = append(els, element{kind: elClass, class: n, optional: p.question()})
		case '~':
			p.rest = p.rest[1:]
			word := p.take()
			if word == "" {
				return nil, phraseError("A ~ stands right before a word.")
			}
			third, past, ing := p.lang.forms(word)
			group := element{kind: elGroup}
			for _, form := range append([]string{word, third, ing}, past...) {
				group.options = append(group.options, []element{{kind: elWord, word: p.lang.lex.intern(form)}})
			}
			group.optional = p.question()
			els = append(els, group)
		default:
			if strings.HasPrefix(p.rest, "...") || strings.HasPrefix(p.rest, "…") {
				p.rest = strings.TrimPrefix(strings.TrimPrefix(p.rest, "..."), "…")
				els = append(els, element{kind: elGap})
				break
			}
			if p.rest[0] == '_' {
				p.rest = p.rest[1:]
				els = append(els, element{kind: elAny, optional: p.question()})
				break
			}
			text := p.take()
			if text == "" {
				return nil, phraseError("“" + p.rest[:1] + "” means nothing here.")
			}
			words := p.words(text)
			optional := p.question()
			switch {
			case len(words) == 0: // a comma or dash alone
			case len(words) == 1 || !optional:
				for _, w := range words {
					els = append(els, element{kind: elWord, word: w, optional: optional})
				}
			default:
				group := element{kind: elGroup, optional: true, options: [][]element{nil}}
				for _, w := range words {
					group.options[0] = append(group.options[0], element{kind: elWord, word: w})
				}
				els = append(els, group)
			}
		}
	}
}

func (p *phraseParser) question() bool {
	if strings.HasPrefix(p.rest, "?") {
		p.rest = p.rest[1:]
		return true
	}
	return false
}

// take cuts the next run of plain letters.
func (p *phraseParser) take() string {
	i := strings.IndexAny(p.rest, special)
	if dots := strings.Index(p.rest, "..."); dots >= 0 && (i < 0 || dots < i) {
		i = dots
	}
	if i < 0 {
		i = len(p.rest)
	}
	text := p.rest[:i]
	p.rest = p.rest[i:]
	return text
}

// words normalises one written word, which may be two. The word after it settles
// what a 's is.
func (p *phraseParser) words(text string) []wordID {
	next := strings.TrimLeft(p.rest, " ")
	if i := strings.IndexAny(next, special); i >= 0 {
		next = next[:i]
	}
	s := scanner{lang: p.lang, learn: true}
	s.scan(text + " " + next)
	ids := make([]wordID, 0, 2)
	for _, t := range s.toks {
		if int(t.start) < len(text) {
			ids = append(ids, t.word)
		}
	}
	return ids
}

// maxPaths is how many places of the automaton one phrase may make.
const maxPaths = 20000

// add grows the automaton by a phrase.
func (a *automaton) add(els []element, out output) error {
	from := []int32{rootNode}
	made := len(a.nodes)
	for i, e := range els {
		switch e.kind {
		case elStart:
			if i > 0 {
				return phraseError("A ^ stands at the start of a phrase.")
			}
			from = []int32{startNode}
			continue
		case elEnd:
			if i < len(els)-1 {
				return phraseError("A $ stands at the end of a phrase.")
			}
			out.atEnd = true
			continue
		}
		from = a.step(from, e)
		if len(from) > maxPaths || len(a.nodes)-made > maxPaths {
			return phraseError("This phrase has too many ways to be said; write it as two.")
		}
	}
	for _, n := range from {
		if n == rootNode || n == startNode {
			return phraseError("Every word of this phrase is optional.")
		}
		a.finish(n, out)
	}
	return nil
}

// manyWays is how many places a phrase may stand at before they are joined.
const manyWays = 3

func (a *automaton) step(from []int32, e element) []int32 {
	if len(from) > manyWays {
		from = []int32{a.meet(from)}
	}
	var to []int32
	for _, n := range from {
		switch e.kind {
		case elWord:
			to = add1(to, a.edge(n, uint32(e.word)))
		case elClass:
			to = add1(to, a.edge(n, classEdge|uint32(e.class)))
		case elAny:
			to = add1(to, a.edge(n, anyEdge))
		case elGap:
			to = add1(to, a.edge(n, gapEdge))
		}
	}
	if e.kind == elGroup {
		for _, option := range e.options {
			ends := from
			for _, o := range option {
				ends = a.step(ends, o)
			}
			for _, n := range ends {
				to = add1(to, n)
			}
		}
	}
	if e.optional {
		for _, n := range from {
			to = add1(to, n)
		}
	}
	return to
}

func add1(to []int32, n int32) []int32 {
	if len(to) > 64 { // long lists are rare and may hold doubles
		return append(to, n)
	}
	for _, have := range to {
		if have == n {
			return to
		}
	}
	return append(to, n)
}
