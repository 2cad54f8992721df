package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// Version is the newest format this program reads.
const Version = 1

// Known are names that stand outside a scenario file. A nil list is not checked.
type Known struct {
	Behaviours []string
	Personas   []string
	Facts      []string
	Packs      []string
	Year       int // this year, to tell old facts by; 0: not told
}

// Kinds are the kinds of exercise.
func Kinds() []string { return []string{"call", "story", "drill", "round"} }

// Channels are where a talk takes place.
func Channels() []string { return []string{"phone", "chat", "email", "social", "desk", "review"} }

// Sectors are the lines of business that the library knows. Another is fine, if it
// is not one of these with a slip in it.
func Sectors() []string {
	return []string{"bank", "delivery", "education", "health", "hospitality", "insurance", "public", "retail", "software", "telecom", "travel", "utility"}
}

// Causes are what made the customer angry.
func Causes() []string {
	return []string{"attitude", "slowness", "communication", "competence", "policy", "product", "access"}
}

// otherFile is a scenario that is not a call: its head is read, its body is left
// to the one who plays that kind.
type otherFile struct {
	Scenario `yaml:",inline"`
	Rest     []source.Pair
}

// Load reads a scenario and gives every problem of the file at once. The scenario
// is nil only where nothing of it could be played; with an error among the
// problems it is there for tools to look at, not to be played.
func Load(name string, data []byte, known Known) (*Scenario, []source.Problem) {
	doc := source.Read(name, data, &Scenario{})
	if doc.Empty() {
		if len(doc.Problems()) == 0 {
			doc.Add(source.Problem{Code: "CH012", Place: source.Place{Line: 1, Col: 1}, Message: "This file is empty.", Help: "begin with:  coolhead: 1"})
		}
		return nil, doc.Problems()
	}
	if newer(doc) {
		return nil, doc.Problems()
	}
	s := &Scenario{}
	c := &checker{doc: doc, s: s, known: known}
	if kind := doc.Value("kind"); kind != "" && kind != "call" && slices.Contains(Kinds(), kind) {
		other := &otherFile{}
		doc.Decode(other)
		*s = other.Scenario
		s.fill()
		c.rest(other.Rest)
		c.head()
		return s, doc.Problems()
	}
	doc.Decode(s)
	s.fill()
	c.head()
	c.call()
	problems := doc.Problems()
	if len(s.Turns) == 0 {
		return nil, problems
	}
	return s, problems
}

// newer reports a file written for a later program and says so; nothing else of
// it is read, since anything in it may mean something else.
func newer(doc *source.Document) bool {
	n := doc.Key("coolhead")
	if n == nil {
		doc.Add(source.Problem{Code: "CH012", Place: source.Place{Line: 1, Col: 1}, Message: "The file does not say which format it is written in.", Help: "begin the file with:  coolhead: 1"})
		return false
	}
	v, ok := n.Int()
	switch {
	case !ok || v < 1:
		n.Report("CH008", fmt.Sprintf("“coolhead” wants the number of the format; it is “%s”.", n.Text()), "write:  coolhead: 1")
	case v > Version:
		n.Report("CH010", fmt.Sprintf("This file is written for format %d of coolhead; this program reads format %d.", v, Version), "update coolhead, or ask the author for a file that begins with  coolhead: 1")
		return true
	}
	return false
}

// fill sets what a file may leave out.
func (s *Scenario) fill() {
	if s.Version == 0 {
		s.Version = Version
	}
	if s.Kind == "" {
		s.Kind = "call"
	}
	if s.Language == "" {
		s.Language = "en"
	}
	if s.Pass == 0 {
		s.Pass = 70
	}
	if s.Attempts == 0 {
		s.Attempts = 2
	}
	for i := range s.Turns {
		if s.Turns[i].Tries == 0 {
			s.Turns[i].Tries = 2
		}
	}
}

// Turn is the turn with this id, nil if there is none.
func (s *Scenario) Turn(id string) *Turn {
	for i := range s.Turns {
		if s.Turns[i].ID == id {
			return &s.Turns[i]
		}
	}
	return nil
}

// Playable says whether this program plays the scenario's kind; why is a
// sentence for the one who tried.
func (s *Scenario) Playable() (why string, ok bool) {
	if s.Kind == "call" {
		return "", true
	}
	return fmt.Sprintf("“%s” is a %s. This version plays calls only; a %s cannot be played yet.", s.Title, s.Kind, s.Kind), false
}

// LoadPersona reads a persona; its id is the file's name without folder and ending.
func LoadPersona(name string, data []byte) (Persona, []source.Problem) {
	var p Persona
	doc := source.Read(name, data, &p)
	doc.Decode(&p)
	p.ID = baseName(name)
	if doc.Empty() && len(doc.Problems()) == 0 {
		doc.Add(source.Problem{Code: "CH012", Place: source.Place{Line: 1, Col: 1}, Message: "This file is empty.", Help: "begin with:  name: …"})
	}
	if p.Leaves != "" && p.Leaves != LeftSilently {
		doc.Add(source.Problem{Code: "CH008", Place: doc.Find(p.At, "", "leaves"), Message: fmt.Sprintf("“leaves” is left-silently or is left out; it is “%s”.", p.Leaves)})
	}
	if p.Patience == 0 {
		p.Patience = 100
	}
	if p.Ripple == 0 {
		p.Ripple = 100
	}
	return p, doc.Problems()
}

// CheckPersona gives every problem of a persona, its behaviours among them.
func CheckPersona(name string, data []byte, known Known) []source.Problem {
	doc := source.Read(name, data, &Persona{})
	_, problems := LoadPersona(name, data)
	heat := doc.Key("heat")
	if heat == nil || known.Behaviours == nil {
		return problems
	}
	c := &checker{doc: doc, s: &Scenario{}, known: known}
	for _, p := range heat.Pairs() {
		c.behaviour(p.Key.Place(), p.Name)
	}
	for _, p := range doc.Problems() {
		if p.Code == "CH113" {
			problems = append(problems, p)
		}
	}
	source.Sort(problems)
	return problems
}

// factsFile is a library's facts.yaml: ids at the top, or below `facts:`.
type factsFile struct {
	Version int    `yaml:"coolhead"`
	Facts   []Fact `yaml:"facts,keyed"`
	Rest    []source.Pair
}

// LoadFacts reads a library's facts in file order.
func LoadFacts(name string, data []byte) ([]Fact, []source.Problem) {
	return loadFacts(name, data, Known{})
}

// CheckFacts gives every problem of a library's facts, old ones among them.
func CheckFacts(name string, data []byte, known Known) []source.Problem {
	_, problems := loadFacts(name, data, known)
	return problems
}

func loadFacts(name string, data []byte, known Known) ([]Fact, []source.Problem) {
	var f factsFile
	doc := source.Read(name, data, &f)
	doc.Decode(&f)
	facts := f.Facts
	for _, pair := range f.Rest {
		one := Fact{ID: pair.Name, At: pair.Key.Place()}
		if pair.Value.Kind() != source.Mapping {
			pair.Value.Report("CH008", fmt.Sprintf("“%s” wants a fact: claim, source and year.", pair.Name), "write:  "+pair.Name+": {claim: \"…\", source: \"…\", year: 2020}")
			continue
		}
		pair.Value.Decode(&one)
		one.ID, one.At = pair.Name, pair.Key.Place()
		facts = append(facts, one)
	}
	c := &checker{doc: doc, s: &Scenario{}, known: known}
	for i := range facts {
		c.fact(&facts[i])
	}
	return facts, doc.Problems()
}

func baseName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".yaml"), ".yml")
	return name
}
