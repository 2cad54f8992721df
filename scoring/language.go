package scoring

import (
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// languageFile is packs/LANG/language.yaml: everything word-like that reading
// the structure of a reply needs. Another language is another file.
type languageFile struct {
	Version       int                 `yaml:"coolhead_language"`
	Language      string              `yaml:"language"`
	Function      []string            `yaml:"function"` // the commonest words: they tell the language
	Contractions  map[string]string   `yaml:"contractions"`
	Suffixes      map[string]string   `yaml:"suffixes"`
	Possessive    string              `yaml:"possessive"`
	IsHosts       []string            `yaml:"is-hosts"` // words whose 's is "is"
	Is            []string            `yaml:"is"`       // [is, has, would, had]: what 's and 'd may be
	AfterHas      []string            `yaml:"after-has"`
	AfterHad      []string            `yaml:"after-had"`
	Then          []thenFile          `yaml:"then"` // a word that means another before or after certain words
	Abbreviations []string            `yaml:"abbreviations"`
	Numbers       map[string]int      `yaml:"numbers"`
	NumberUnits   []string            `yaml:"number-units"` // letters that may stick to digits: 3pm, 14th
	Classes       map[string][]string `yaml:"classes"`
	Verbs         map[string][]string `yaml:"verbs"`
	Senses        map[string][]string `yaml:"senses"`  // verbs by what they mean for a reply
	Grammar       map[string][]string `yaml:"grammar"` // words by what they do in a clause
	Records       []string            `yaml:"records"` // things that write down what happened
	Looks         map[string]string   `yaml:"looks"`   // endings that make a verb of a word no list knows
	Irregular     map[string][]string `yaml:"irregular"`
	Double        []string            `yaml:"double"`
	Inflect       []inflectFile       `yaml:"inflect"`
	Stem          []stemFile          `yaml:"stem"`
	Frames        map[string][]string `yaml:"frames"`
	Names         string              `yaml:"names"` // capitals: a capital inside a sentence is a name
	Questions     map[string][]string `yaml:"questions"`
	Answers       map[string][]string `yaml:"answers"`
	Accents       string              `yaml:"accents"`   // optional: words are the same with and without
	Strangers     []string            `yaml:"strangers"` // the commonest words of languages it could be taken for
}

type thenFile struct {
	Word   string   `yaml:"word"`
	As     string   `yaml:"as"`
	Before []string `yaml:"before"` // only before one of these
	Not    []string `yaml:"not-after"`
}

// inflectFile is one way to make forms: the first whose ending fits is used.
type inflectFile struct {
	Ends  []string `yaml:"ends"`
	Drop  int      `yaml:"drop"`
	Third string   `yaml:"third"`
	Past  string   `yaml:"past"`
	Ing   string   `yaml:"ing"`
}

type stemFile struct {
	Ends    string `yaml:"ends"`
	Becomes string `yaml:"becomes"`
	Least   int    `yaml:"least"` // letters that must be left
}

// language is a languageFile made ready.
type language struct {
	*languageFile
	lex        *lexicon
	expansions map[wordID][]wordID
	suffixes   map[wordID]wordID // by the suffix after the apostrophe
	then       map[wordID]thenRule
	abbrev     map[uint64]bool
	values     map[wordID]int32
	isHost     map[wordID]bool
	possess    wordID
	function   map[wordID]bool
	usual      map[uint64]bool // the same, by hash
	strangers  map[uint64]bool
	harsh      []harshWord
	clingsTo   rune // ends a word before an apostrophe that closes no quotation
	barely     bool // accents make no difference
	ambiguous  map[wordID]bool
	afterHas   map[wordID]bool // after these 's is "has"
	afterHad   map[wordID]bool
	units      map[string]bool
	spelt      map[string][]wordID // classes without a bit of their own
	is, has    wordID
	would, had wordID
	bases      map[string]string // any form of an irregular verb → its base

	neg, stop, clauseWord, turning                     classSet
	timeClass, timeUnit, clockUnit, dateUnit           classSet
	timeBefore, within, month                          classSet
	greeting, title, interjection, opener, notName     classSet
	pronoun, definite, you, first, be, judging, modals classSet
	us, alone, wrong, got, purpose, idle, drawer, away classSet

	know    []knowledge // by wordID
	endings []ending
}

type thenRule struct {
	as     []wordID
	before map[wordID]bool
	not    map[wordID]bool
}

func readLanguage(data []byte) (*language, error) {
	var f languageFile
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil {
		return nil, err
	}
	if f.Accents == "optional" {
		d := yaml.NewDecoder(bytes.NewReader(unaccent(data)))
		words := f.Strangers
		f = languageFile{}
		if err := d.Decode(&f); err != nil {
			return nil, err
		}
		f.Strangers = append(f.Strangers, words...)
	}
	g := &language{
		clingsTo: lastRune(f.Possessive), barely: f.Accents == "optional", usual: map[uint64]bool{}, strangers: map[uint64]bool{},
		languageFile: &f, lex: newLexicon(),
		expansions: map[wordID][]wordID{}, suffixes: map[wordID]wordID{}, then: map[wordID]thenRule{},
		abbrev: map[uint64]bool{}, values: map[wordID]int32{}, isHost: map[wordID]bool{},
		function: map[wordID]bool{}, bases: map[string]string{}, spelt: map[string][]wordID{},
	}
	for base, forms := range f.Irregular {
		for _, form := range forms {
			g.bases[form] = base
		}
	}
	ids := func(words []string) map[wordID]bool {
		m := map[wordID]bool{}
		for _, w := range words {
			m[g.lex.intern(w)] = true
		}
		return m
	}
	for short, long := range f.Contractions {
		var to []wordID
		for w := range strings.FieldsSeq(long) {
			to = append(to, g.lex.intern(w))
		}
		g.expansions[g.lex.intern(short)] = to
	}
	for suffix, word := range f.Suffixes {
		g.suffixes[g.lex.intern(suffix)] = g.lex.intern(word)
	}
	for _, t := range f.Then {
		r := thenRule{before: ids(t.Before), not: ids(t.Not)}
		for w := range strings.FieldsSeq(t.As) {
			r.as = append(r.as, g.lex.intern(w))
		}
		g.then[g.lex.intern(t.Word)] = r
	}
	g.ambiguous = map[wordID]bool{}
	for id := range g.then {
		g.ambiguous[id] = true
	}
	g.afterHas, g.afterHad = ids(f.AfterHas), ids(f.AfterHad)
	g.units = map[string]bool{}
	for _, u := range f.NumberUnits {
		g.units[u] = true
	}
	if len(f.Is) == 4 {
		g.is, g.has, g.would, g.had = g.lex.intern(f.Is[0]), g.lex.intern(f.Is[1]), g.lex.intern(f.Is[2]), g.lex.intern(f.Is[3])
	}
	for _, a := range f.Abbreviations {
		g.abbrev[hashString(a)] = true
	}
	for word, n := range f.Numbers {
		id := g.lex.intern(word)
		g.values[id] = int32(n)
		g.lex.classes[id] |= 1 << classNumber
	}
	g.isHost = ids(f.IsHosts)
	g.function = ids(f.Function)
	for _, w := range f.Function {
		g.usual[hashString(w)] = true
	}
	for _, w := range f.Strangers {
		g.strangers[hashString(w)] = true
	}
	g.possess = g.lex.intern(f.Possessive)
	for _, name := range sortedKeys(f.Classes) {
		g.addClass(name, f.Classes[name])
	}
	for _, name := range sortedKeys(f.Verbs) {
		for _, v := range f.Verbs[name] {
			third, past, ing := g.forms(v)
			g.addClass(name, []string{v})
			g.addClass(name+"s", []string{third})
			g.addClass(name+"ed", past)
			g.addClass(name+"ing", []string{ing})
		}
	}
	g.neg = g.set("neg")
	g.stop = g.set("stop")
	g.clauseWord = g.set("clause")
	g.timeClass = 1 << classTime
	g.timeUnit = g.set("timeunit")
	g.timeBefore = g.set("before-time")
	g.turning = g.set("turning")
	g.clockUnit, g.dateUnit = g.set("clock"), g.set("date")
	g.within, g.month = g.set("within"), g.set("month")
	g.greeting, g.title, g.interjection, g.opener = g.set("greeting"), g.set("title"), g.set("interjection"), g.set("opener")
	g.notName = g.set("not-name")
	g.pronoun, g.definite, g.you, g.first = g.set("pronoun"), g.set("definite"), g.set("you"), g.set("first")
	g.be, g.judging, g.modals = g.set("be"), g.set("judging"), g.set("modal")
	g.purpose = g.set("purpose")
	g.idle, g.drawer, g.away = g.set("idle"), g.set("drawer"), g.set("away")
	g.us, g.alone, g.wrong, g.got = g.set("us"), g.set("alone"), g.set("wrong"), g.set("got")
	g.learn()
	g.harsh = g.harshWords()
	return g, nil
}

func lastRune(s string) rune {
	var last rune
	for _, r := range s {
		last = r
	}
	return last
}

func (g *language) set(class string) classSet {
	n := g.lex.class(class)
	if n < 0 {
		return 0
	}
	return 1 << n
}

func (g *language) addClass(name string, words []string) {
	n := g.lex.class(name)
	for _, w := range words {
		id := g.lex.intern(w)
		if n < 0 { // no bit left: phrases spell the class out
			g.spelt[name] = append(g.spelt[name], id)
			continue
		}
		g.lex.classes[id] |= 1 << n
	}
}

// forms gives the third person, the past forms and the -ing form of a verb.
func (g *language) forms(verb string) (third string, past []string, ing string) {
	if forms, ok := g.Irregular[verb]; ok && len(forms) >= 3 {
		return forms[0], forms[1 : len(forms)-1], forms[len(forms)-1]
	}
	if slices.Contains(g.Double, verb) {
		return g.inflected(verb, verb+verb[len(verb)-1:], true)
	}
	return g.inflected(verb, verb, false)
}

// inflected makes the forms by the first way whose ending fits. A doubled verb
// keeps its letter and takes the last way, which fits all.
func (g *language) inflected(verb, root string, double bool) (third string, past []string, ing string) {
	for _, r := range g.Inflect {
		if double {
			if slices.Contains(r.Ends, "") {
				return verb + r.Third, []string{root + r.Past}, root + r.Ing
			}
			continue
		}
		for _, end := range r.Ends {
			if strings.HasSuffix(verb, end) && len(verb) > r.Drop {
				root := verb[:len(verb)-r.Drop]
				return root + r.Third, []string{root + r.Past}, root + r.Ing
			}
		}
	}
	return verb, []string{verb}, verb
}

// stemOf cuts a word to what echo compares: "waited" and "waiting" are the same.
func (g *language) stemOf(w []byte) uint64 {
	if base, ok := g.bases[string(w)]; ok {
		var scratch [64]byte
		return g.cut(append(scratch[:0], base...))
	}
	return g.cut(w)
}

func (g *language) cut(w []byte) uint64 {
	n := len(w)
	h := uint64(fnvOffset)
	add := ""
	for i := range g.Stem {
		s := &g.Stem[i]
		if k := n - len(s.Ends); k >= s.Least && string(w[k:]) == s.Ends {
			n, add = k, s.Becomes
			break
		}
	}
	if add == "" && n > 3 && w[n-1] == w[n-2] { // stopp(ed) → stop
		n--
	}
	if add == "" && n > 3 && w[n-1] == 'e' {
		n--
	}
	for _, c := range w[:n] {
		h = (h ^ uint64(c)) * fnvPrime
	}
	for i := range len(add) {
		h = (h ^ uint64(add[i])) * fnvPrime
	}
	return h
}

func (g *language) abbreviates(w []byte) bool { return g.abbrev[hashBytes(w)] }
