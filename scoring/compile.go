package scoring

import (
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// Reader reads replies with a set of packs. It never changes once made, so many
// may use it at once.
type Reader struct {
	lang  *compiled
	rules []rule
	waits []int32   // the rules that are found without phrases
	table []setting // by rule
	sheet *sheet
	allow []allowance
	known map[string]Behaviour
	apart bool // every row of the sheet for itself

	tongues []*Reader // the same for the other languages there are packs for
	fixed   bool      // what is not in this language is not read
}

// Apart gives a reader that joins no findings of the engine: each row stands for
// itself, as one who sets their points wants to see them.
func (r *Reader) Apart() *Reader {
	c := *r
	c.apart = true
	return &c
}

// compiled is one language with all the phrases of its packs.
type compiled struct {
	*language
	auto *automaton
}

// rule is a Rule with its behaviour looked up.
type rule struct {
	*Rule
	full       string
	behaviour  Behaviour
	stance     Stance
	fatal      bool
	quoted     bool // quotation shields it
	negated    bool // negation shields it
	guarded    bool // has unless phrases
	asksOf     bool // has a condition on the customer's line
	structural bool // found without phrases
}

type setting struct {
	off    bool
	points Tenths
}

// RuleChange is what a scenario does to a rule or to all of a pack ("en/tone/*").
type RuleChange struct {
	Off    bool
	Points *Tenths
}

// Allowance lets a phrase stand that a rule would find.
type Allowance struct{ Rule, Phrase string }

type allowance struct {
	rule   int32 // -1: any
	tokens []uint64
}

// Compile makes a reader of packs. A phrase that cannot be read is left out and
// reported; the others stand.
func Compile(all []*Pack) (*Reader, []source.Problem) {
	var first *Reader
	var problems []source.Problem
	for _, w := range languagesOf(all) {
		r, found := compileIn(w, all)
		problems = append(problems, found...)
		switch {
		case r == nil:
		case first == nil:
			first = r
		default:
			first.tongues = append(first.tongues, r)
		}
	}
	if first == nil && len(problems) == 0 {
		problems = []source.Problem{{Message: "The words of the language are missing from the program."}}
	}
	first.meet()
	return first, problems
}

// compileIn makes a reader of the packs in one language.
func compileIn(w words, all []*Pack) (*Reader, []source.Problem) {
	var problems []source.Problem
	g, err := readLanguage(w.data)
	if err != nil {
		return nil, []source.Problem{{Place: source.Place{File: w.file, Line: 1, Col: 1}, Message: "The words of the language cannot be read: " + err.Error()}}
	}
	r := &Reader{lang: &compiled{g, newAutomaton()}, known: map[string]Behaviour{}}
	shipped, _ := catalogue()
	for id, b := range shipped {
		r.known[id] = b
	}
	r.sheet, problems = readSheet(r.known)
	for i, name := range frameNames {
		for _, phrase := range g.Frames[name] {
			if err := r.addPhrase(phrase, output{kind: outFrame, index: int32(i)}); err != nil {
				problems = append(problems, source.Problem{Message: "Frame “" + name + "”, “" + phrase + "”: " + err.Error()})
			}
		}
	}
	for name := range g.Frames {
		if !slices.Contains(frameNames[:], name) {
			problems = append(problems, source.Problem{Message: "The engine knows no frame “" + name + "”."})
		}
	}
	problems = append(problems, r.addQuestions()...)
	for _, p := range all {
		if p.Language != g.Language {
			continue
		}
		for id, b := range p.Behaviours {
			r.known[id] = b
		}
		for _, name := range sortedKeys(p.Classes) {
			if _, taken := g.lex.names[name]; !taken {
				g.spelt[name] = nil
				for _, w := range p.Classes[name] {
					g.spelt[name] = append(g.spelt[name], g.lex.intern(g.bare(strings.ToLower(w))))
				}
			}
		}
		for i := range p.Rules {
			problems = append(problems, r.addRule(p, &p.Rules[i])...)
		}
	}
	for id, word := range g.lex.words {
		if id > 0 {
			g.lex.stems[id] = g.stemOf([]byte(word))
		}
	}
	return r, problems
}

func (r *Reader) addPhrase(phrase string, out output) error {
	els, err := r.lang.parsePhrase(phrase)
	if err != nil {
		return err
	}
	return r.lang.auto.add(els, out)
}

func (r *Reader) addRule(p *Pack, from *Rule) []source.Problem {
	var problems []source.Problem
	b := r.known[from.Shows]
	made := rule{Rule: from, full: p.ID + "/" + from.ID, behaviour: b, stance: from.Stance, fatal: b.Fatal}
	if made.stance == NoStance {
		made.stance = b.Stance
	}
	made.quoted = b.Side == Hurts
	made.negated = true
	if from.Banned {
		made.negated = false
	}
	if v := from.Unless.Quoted; v != nil {
		made.quoted = *v
	}
	if v := from.Unless.Negated; v != nil {
		made.negated = *v
	}
	made.structural = len(from.Phrases) == 0
	index := int32(len(r.rules))
	add := func(phrases []string, kind outputKind) {
		for _, phrase := range phrases {
			if err := r.addPhrase(phrase, output{kind: kind, index: index}); err != nil {
				problems = append(problems, source.Problem{
					Code: "PK106", Place: from.At, Message: "Rule “" + made.full + "”, phrase “" + phrase + "”: " + err.Error(),
				})
			}
		}
	}
	add(from.Phrases, outRule)
	add(from.Unless.Phrase, outGuard)
	add(from.Needs.Customer, outCustomer)
	made.guarded = len(from.Unless.Phrase) > 0
	made.asksOf = len(from.Needs.Customer) > 0
	points := b.Points
	if from.Points != nil {
		points = *from.Points
	}
	if from.Banned && from.Points != nil {
		made.fatal = true
	}
	if from.Sureness == 1 {
		points = 0
	}
	if made.structural {
		r.waits = append(r.waits, index)
	}
	r.rules = append(r.rules, made)
	r.table = append(r.table, setting{points: points})
	return problems
}

// With gives a reader whose rules a scenario has changed. It shares everything
// else with the one it comes from. A name ending in * means all rules so begun.
func (r *Reader) With(changes map[string]RuleChange, allow []Allowance) *Reader {
	if len(changes) == 0 && len(allow) == 0 {
		return r
	}
	c := r.with(changes, allow)
	c.tongues = nil
	for _, t := range r.tongues {
		c.tongues = append(c.tongues, t.with(changes, allow))
	}
	c.meet()
	return c
}

// with does what With does, in one language.
func (r *Reader) with(changes map[string]RuleChange, allow []Allowance) *Reader {
	c := *r
	c.table = slices.Clone(r.table)
	names := make([]string, 0, len(changes))
	for name := range changes {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return len(a) - len(b) }) // the narrower name last
	for _, name := range names {
		change := changes[name]
		for i := range r.rules {
			full := r.rules[i].full
			prefix, all := strings.CutSuffix(name, "*")
			if full != name && !(all && strings.HasPrefix(full, prefix)) {
				continue
			}
			c.table[i].off = change.Off
			if change.Points != nil {
				c.table[i].points = *change.Points
			}
		}
		c.sheet = c.sheet.with(name, change)
	}
	c.allow = slices.Clone(r.allow)
	for _, a := range allow {
		s := scanner{lang: r.lang.language}
		s.scan(a.Phrase)
		made := allowance{rule: -1}
		for i := range r.rules {
			if r.rules[i].full == a.Rule {
				made.rule = int32(i)
			}
		}
		if made.rule < 0 && a.Rule != "" && a.Rule != "*" {
			continue // no such rule here
		}
		for _, t := range s.toks {
			made.tokens = append(made.tokens, t.hash)
		}
		if len(made.tokens) > 0 {
			c.allow = append(c.allow, made)
		}
	}
	return &c
}

// Rules gives the full names of all rules, with the engine's own.
func (r *Reader) Rules() []string {
	names := r.sheet.names()
	for i := range r.rules {
		names = append(names, r.rules[i].full)
	}
	for _, t := range r.tongues {
		for i := range t.rules {
			names = append(names, t.rules[i].full)
		}
	}
	return names
}
