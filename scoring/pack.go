package scoring

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/scoring/packs"
)

// Pack is one file of rules: how behaviours are found in words.
type Pack struct {
	ID, Language, Title string
	File                string
	Behaviours          map[string]Behaviour // its own, besides the catalogue's
	Classes             map[string][]string  // word classes of its own
	Rules               []Rule
	Override            Override // what it changes in the rules of other packs

	words []byte // of a language.yaml
}

// Rule is one way a behaviour shows in words.
type Rule struct {
	At       source.Place
	ID       string // within its pack
	Shows    string
	Points   *Tenths // nil: the behaviour's own
	Sureness int     // 1 advises without points
	Stance   Stance
	Where    string // first, last, any
	Message  string
	Why      string
	Instead  []string
	Source   string
	Phrases  []string
	Unless   Unless
	Needs    Conditions
	Count    *Count
	Order    *Order
	Missing  string // a behaviour whose absence is the finding
	Repeat   bool   // the same reply, or the same sentence, as before
	Banned   bool   // from a list of banned phrases
	Hit      []Example
	Miss     []Example
}

// Unless is what takes a hit back.
type Unless struct {
	Phrase   []string
	Negated  *bool // nil: the default of the behaviour's side
	Quoted   *bool
	Question bool
	Help     bool // a help clause follows in the same or the next sentence
	Concrete bool // a time, a number or a name in the same sentence
}

// Conditions are what must hold of the moment.
type Conditions struct {
	Customer []string
	Question bool
	Bait     bool
	Abuse    bool
	Heat     int
	Turn     int // at least so many replies before this one
}

// Count finds too many of something.
type Count struct {
	Of  string `yaml:"of"`
	Max int    `yaml:"max"`
}

// Order finds one behaviour before another.
type Order struct {
	First string `yaml:"first"`
	Then  string `yaml:"then"`
}

// Example is a reply that a rule must hit, or must not, with what surrounds it.
type Example struct {
	At       source.Place
	Customer string   `yaml:"customer"`
	Reply    string   `yaml:"reply"`
	Said     []string `yaml:"said"`
	Earlier  []string `yaml:"earlier"`
	Name     string   `yaml:"name"`
	Card     []string `yaml:"card"`
	Channel  string   `yaml:"channel"`
	Heat     int      `yaml:"heat"`
	Turn     int      `yaml:"turn"`
	Bait     bool     `yaml:"bait"`
	Abuse    int      `yaml:"abuse"`
	Abused   int      `yaml:"abused"`
}

type exampleFields Example

// DecodeSource reads a reply alone, or a mapping with what surrounds it.
func (e *Example) DecodeSource(n *source.Node) {
	if n.Kind() == source.Mapping {
		n.Decode((*exampleFields)(e))
	} else {
		e.Reply = n.Text()
	}
	e.At = n.Place()
}

// Context gives the moment an example stands in.
func (e Example) Context() Context {
	return Context{
		Channel: e.Channel, Customer: e.Customer, Name: e.Name, Card: e.Card, Earlier: e.Earlier, Said: e.Said,
		Turn: max(e.Turn, len(e.Said)), Heat: e.Heat, Bait: e.Bait, Abuse: e.Abuse, Abused: e.Abused,
	}
}

type packFile struct {
	Version    int                      `yaml:"coolhead_pack"`
	ID         string                   `yaml:"id"`
	Language   string                   `yaml:"language"`
	Title      string                   `yaml:"title"`
	About      string                   `yaml:"about"`
	Source     string                   `yaml:"source"`
	Behaviours map[string]behaviourFile `yaml:"behaviours"`
	Classes    map[string][]string      `yaml:"classes"`
	Rules      []ruleFile               `yaml:"rules"`
	Phrases    []bannedFile             `yaml:"phrases"`
	Change     map[string]RuleChange    `yaml:"change"`
	Allow      []Permit                 `yaml:"allow"`
}

type ruleFile struct {
	At       source.Place
	ID       string      `yaml:"id"`
	Shows    string      `yaml:"shows"`
	Points   *Tenths     `yaml:"points"`
	Sureness int         `yaml:"sureness"`
	Stance   Stance      `yaml:"stance"`
	Where    string      `yaml:"where"`
	Message  string      `yaml:"message,text"`
	Why      string      `yaml:"why"`
	Instead  []string    `yaml:"instead"`
	Source   string      `yaml:"source"`
	Phrases  []string    `yaml:"phrases,text"`
	Unless   *unlessFile `yaml:"unless"`
	Needs    *needsFile  `yaml:"needs"`
	Count    *Count      `yaml:"count"`
	Order    *Order      `yaml:"order"`
	Missing  string      `yaml:"missing"`
	Repeat   bool        `yaml:"repeat"`
	Examples struct {
		Hit  []Example `yaml:"hit"`
		Miss []Example `yaml:"miss"`
	} `yaml:"examples"`
}

type unlessFile struct {
	Phrase   []string `yaml:"phrase"`
	Negated  *bool    `yaml:"negated"`
	Quoted   *bool    `yaml:"quoted"`
	Question bool     `yaml:"question"`
	Help     bool     `yaml:"help"`
	Concrete bool     `yaml:"concrete"`
}

type needsFile struct {
	Customer []string `yaml:"customer"`
	Question bool     `yaml:"question"`
	Bait     bool     `yaml:"bait"`
	Abuse    bool     `yaml:"abuse"`
	Heat     int      `yaml:"heat"`
	Turn     int      `yaml:"turn"`
}

// bannedFile is one entry of a phrase list: the phrase alone or with its reason.
type bannedFile struct {
	At       source.Place
	Phrase   string   `yaml:"phrase"`
	Severity int      `yaml:"severity"` // 1 advice, 2 slip, 3 fatal
	Instead  []string `yaml:"instead"`
	Reason   string   `yaml:"reason"`
	Source   string   `yaml:"source"`
}

type bannedFields bannedFile

// DecodeSource reads a phrase alone, or a mapping.
func (b *bannedFile) DecodeSource(n *source.Node) {
	if n.Kind() == source.Mapping {
		n.Decode((*bannedFields)(b))
	} else {
		b.Phrase = n.Text()
	}
	b.At = n.Place()
}

// LoadPack reads one pack. The pack is nil only where nothing in it can be used;
// a broken rule is left out, the others stand.
func LoadPack(name string, data []byte) (*Pack, []source.Problem) {
	if isLanguage(data) {
		return loadWords(name, data)
	}
	var f packFile
	problems := source.Decode(name, data, &f)
	known, _ := catalogue()
	p := &Pack{ID: cmp.Or(f.ID, strings.TrimSuffix(name, ".yaml")), Language: cmp.Or(f.Language, "en"), Title: f.Title, File: name, Classes: f.Classes, Behaviours: map[string]Behaviour{}, Override: Override{f.Change, f.Allow}}
	for id, b := range f.Behaviours {
		made, more := makeBehaviour(id, b, known)
		p.Behaviours[id] = made
		problems = append(problems, more...)
	}
	seen := map[string]bool{}
	for _, r := range f.Rules {
		rule := r.rule()
		more := p.checkRule(&rule, known, seen)
		problems = append(problems, more...)
		if len(more) == 0 {
			p.Rules = append(p.Rules, rule)
		}
		seen[r.ID] = true
	}
	for _, b := range f.Phrases {
		if b.Phrase == "" {
			problems = append(problems, source.Problem{Code: "PK101", Place: b.At, Message: "This entry of the list has no phrase.", Help: "phrase: no worries"})
			continue
		}
		p.Rules = append(p.Rules, b.rule())
	}
	if len(p.Rules) == 0 && len(f.Change) == 0 && len(f.Allow) == 0 && len(problems) > 0 {
		return nil, problems
	}
	return p, problems
}

func (f ruleFile) rule() Rule {
	r := Rule{
		At: f.At, ID: f.ID, Shows: f.Shows, Points: f.Points, Sureness: f.Sureness, Stance: f.Stance, Where: f.Where,
		Message: f.Message, Why: f.Why, Instead: f.Instead, Source: f.Source, Phrases: f.Phrases,
		Count: f.Count, Order: f.Order, Missing: f.Missing, Repeat: f.Repeat,
		Hit: f.Examples.Hit, Miss: f.Examples.Miss,
	}
	if f.Unless != nil {
		r.Unless = Unless(*f.Unless)
	}
	if f.Needs != nil {
		r.Needs = Conditions(*f.Needs)
	}
	return r
}

func (f bannedFile) rule() Rule {
	r := Rule{
		At: f.At, ID: "banned/" + slug(f.Phrase), Shows: "banned-phrase", Phrases: []string{f.Phrase}, Banned: true,
		Message: "“{match}” is on the list of phrases not to use.", Why: f.Reason, Instead: f.Instead, Source: f.Source, Sureness: 3,
	}
	switch f.Severity {
	case 1:
		r.Sureness = 1
	case 3:
		fatal := Tenths(-400)
		r.Points = &fatal
	}
	return r
}

// slug makes an id of a phrase.
func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range string(unaccent([]byte(strings.ToLower(s)))) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		} else {
			dash = true
		}
	}
	return b.String()
}

func (p *Pack) checkRule(r *Rule, known map[string]Behaviour, seen map[string]bool) []source.Problem {
	var problems []source.Problem
	say := func(code, message, help string) {
		problems = append(problems, source.Problem{Code: code, Place: r.At, Message: message, Help: help})
	}
	if r.ID == "" {
		say("PK101", "This rule has no id.", "id: a-few-words-with-dashes")
	} else if seen[r.ID] {
		say("PK102", "Two rules of this pack have the id “"+r.ID+"”.", "give one of them another id")
	}
	_, own := p.Behaviours[r.Shows]
	if _, ok := known[r.Shows]; !ok && !own {
		say("PK005", "Rule “"+r.ID+"” shows “"+r.Shows+"”, and no behaviour has that name.", nearest(r.Shows, known))
	}
	if r.Sureness == 0 {
		r.Sureness = 2
	}
	if r.Sureness < 1 || r.Sureness > 3 {
		say("PK103", "Sureness is 1, 2 or 3.", "sureness: 2")
	}
	if r.Where == "" {
		r.Where = "any"
	}
	if !slices.Contains([]string{"first", "last", "any"}, r.Where) {
		say("PK103", "Where is first, last or any; this is “"+r.Where+"”.", "where: first")
	}
	kinds := 0
	for _, has := range []bool{len(r.Phrases) > 0, r.Count != nil, r.Order != nil, r.Missing != "", r.Repeat} {
		if has {
			kinds++
		}
	}
	if kinds == 0 {
		say("PK104", "Rule “"+r.ID+"” has nothing to find.", "phrases: [words to look for]")
	}
	return problems
}

// Builtin gives the packs that ship with the program.
func Builtin() ([]*Pack, []source.Problem) {
	_, problems := catalogue()
	problems = slices.Clone(problems)
	var all []*Pack
	for _, lang := range Languages() {
		entries, err := fs.ReadDir(packs.FS, lang)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if e.Name() == "language.yaml" || !strings.HasSuffix(e.Name(), ".yaml") {
				continue
			}
			name := lang + "/" + e.Name()
			data, err := packs.FS.ReadFile(name)
			if err != nil {
				continue
			}
			p, more := LoadPack(name, data)
			problems = append(problems, more...)
			if p != nil {
				all = append(all, p)
			}
		}
	}
	return all, problems
}

// Languages are those that ship with a language.yaml.
func Languages() []string {
	names, _ := fs.Glob(packs.FS, "*/language.yaml")
	for i, n := range names {
		names[i] = strings.TrimSuffix(n, "/language.yaml")
	}
	return names
}
