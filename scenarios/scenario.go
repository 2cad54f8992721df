// Package scenarios is the scenario format, version 1: what a file may say, what
// each part means, and what is wrong with a file that says something else.
//
// Its rule: it is pure. Bytes come in, a Scenario and every problem at once come
// out; no disk, no engine. What only the engine can tell of a scenario stands in
// sim/check.
package scenarios

import "coolhead/scenarios/source"

// Scenario is one YAML file: one exercise.
type Scenario struct {
	Version  int                   `yaml:"coolhead"`
	Kind     string                `yaml:"kind,required"` // call, story, drill or round
	ID       string                `yaml:"id,required"`
	Title    string                `yaml:"title,text,required"`
	Level    int                   `yaml:"level"` // 1 easy … 5 horror story
	Sector   string                `yaml:"sector"`
	Channel  string                `yaml:"channel"`
	Cause    string                `yaml:"cause"`
	Language string                `yaml:"language"` // en
	Minutes  int                   `yaml:"minutes"`
	Content  string                `yaml:"content"`
	Teaches  []string              `yaml:"teaches"` // behaviour ids
	Packs    []string              `yaml:"packs"`   // packs beside the built-in ones
	Rules    map[string]RuleChange `yaml:"rules"`
	Allow    []Allowance           `yaml:"allow"`
	Pass     int                   `yaml:"pass"`     // test mode; 70
	Attempts int                   `yaml:"attempts"` // test mode; 2
	Brief    string                `yaml:"brief,text"`
	Card     Card                  `yaml:"card"`
	Trainer  string                `yaml:"trainer,text"`
	Customer Customer              `yaml:"customer"`
	Turns    []Turn                `yaml:"turns,keyed"` // in file order; a mapping id → turn in YAML
	Anytime  []Anytime             `yaml:"anytime"`
	Ends     map[string]string     `yaml:"ends,text"` // ending → its sentence
	Facts    FactRefs              `yaml:"facts"`     // ids of library facts, or a mapping id → fact
	Tests    []Test                `yaml:"tests"`

	At source.Place `yaml:"-" json:"-"`
}

// RuleChange switches a rule off (`off`) or gives it other points.
type RuleChange struct {
	Off    bool
	Points int // whole points; only where not Off
	At     source.Place
}

// Allowance lets one phrase pass one rule, with a reason.
type Allowance struct {
	Rule   string       `yaml:"rule,required"`
	Phrase string       `yaml:"phrase,text,required"`
	Reason string       `yaml:"reason,text"`
	At     source.Place `yaml:"-" json:"-"`
}

// Card is what the trainee has before them.
type Card struct {
	Knows  []string `yaml:"knows,text"`
	May    []string `yaml:"may,text"`
	MayNot []string `yaml:"may-not,text"`
}

// Customer is who is angry, and why.
type Customer struct {
	Name      string            `yaml:"name,text,required"`
	Type      string            `yaml:"type"`   // a persona's id
	Mood      Mood              `yaml:"mood"`   // at the start
	Calms     map[string]int    `yaml:"calms"`  // behaviour → heat taken away; replaces base × persona
	Angers    map[string]int    `yaml:"angers"` // behaviour → heat added; replaces base × persona
	Backstory string            `yaml:"backstory,text"`
	Felt      map[string]string `yaml:"felt,text"` // behaviour → what the customer felt

	At source.Place `yaml:"-" json:"-"`
}

// Turn is one step of the talk: the customer speaks, the trainee answers.
type Turn struct {
	ID     string              `yaml:"-"`
	Says   Entries             `yaml:"says,speech,required"`
	Bait   bool                `yaml:"bait"`
	Abuse  int                 `yaml:"abuse"` // 0–2
	Needs  Needs               `yaml:"needs"`
	Tries  int                 `yaml:"tries"` // replies the turn waits for its need; 2 unless said
	Missed string              `yaml:"missed"`
	Next   string              `yaml:"next"`
	Sends  Sends               `yaml:"sends"`
	Hears  map[string][]string `yaml:"hears,speech"` // behaviour → words that meet the need here
	Picks  []Pick              `yaml:"picks"`
	Hint   string              `yaml:"hint,text"`
	Note   string              `yaml:"note,text"`
	Pause  Duration            `yaml:"pause"`
	End    string              `yaml:"end"`

	At source.Place `yaml:"-" json:"-"`
}

// Entry is one way the customer may speak in a turn: the first whose condition
// holds is used. Say holds one or more lines; which one is a function of
// (seed, turn, times said).
type Entry struct {
	If    Condition `yaml:"if"`
	Say   []string  `yaml:"say,speech"`
	Does  string    `yaml:"does,text"` // what everybody can see, never speech
	Bait  bool      `yaml:"bait"`
	Abuse int       `yaml:"abuse"`
	End   string    `yaml:"end"`

	At source.Place `yaml:"-" json:"-"`
}

// Needs is what the customer must hear before the talk moves on: all of All,
// or one of Any. Both empty: nothing is needed.
type Needs struct {
	All []string
	Any []string
	At  source.Place
}

// Empty says that the turn needs nothing.
func (n Needs) Empty() bool { return len(n.All) == 0 && len(n.Any) == 0 }

// Send moves the talk to a turn when a reply shows a behaviour.
type Send struct {
	Behaviour string
	Go        string
	At        source.Place
}

// PickKind says what an author thinks of a pick. It reaches no trainee's screen
// before the call has ended.
type PickKind string

const (
	Model PickKind = "model"
	Plain PickKind = "say"
	Trap  PickKind = "trap"
)

// Pick is a reply the trainee may choose. The engine reads it like typed words.
type Pick struct {
	Kind  PickKind
	Text  string
	Go    string
	Shows []string // behaviours no rule can hear
	At    source.Place
}

// Anytime is looked at after every reply (and at each silence); the first whose
// condition holds acts. Exactly one of Go, Detour, Say is set.
type Anytime struct {
	If     Condition `yaml:"if,required"`
	Go     string    `yaml:"go"`
	Detour string    `yaml:"detour"`
	Say    []string  `yaml:"say,speech"`
	Does   string    `yaml:"does,text"`
	Once   bool      `yaml:"once"`

	At source.Place `yaml:"-" json:"-"`
}

// Fact is a claim with its source. A fact without source and year is never shown.
type Fact struct {
	ID       string       `yaml:"-"`
	Value    string       `yaml:"value,text"`
	Claim    string       `yaml:"claim,text,required"`
	Source   string       `yaml:"source,text"`
	Year     int          `yaml:"year"`
	Folklore bool         `yaml:"folklore"`
	At       source.Place `yaml:"-" json:"-"`
}

// FactRefs is a scenario's facts: either names of library facts or its own.
type FactRefs struct {
	IDs []string
	Own []Fact
}

// Test is an author's own test: replies in, ending and score out.
type Test struct {
	Name    string       `yaml:"name,text"`
	Replies []TestReply  `yaml:"replies,speech,required"`
	Expect  Expect       `yaml:"expect"`
	At      source.Place `yaml:"-" json:"-"`
}

// TestReply is one of: words, the nth pick of the turn (from 1), a silence.
type TestReply struct {
	Text    string
	Pick    int
	Silence Duration
	At      source.Place
}

// Expect is what a test holds true. Score "80+" is at least 80, "below 40" under it.
type Expect struct {
	End      []string     `yaml:"end"`
	Score    *Bound       `yaml:"score"`
	Heard    []string     `yaml:"heard"`
	NotHeard []string     `yaml:"not-heard"`
	At       source.Place `yaml:"-" json:"-"`
}

// Bound is a bound on a score in whole points.
type Bound struct {
	AtLeast bool // true: N or more; false: below N
	N       int
}

// Duration is whole seconds.
type Duration int

// Persona is a way of talking: how strongly behaviours act on such a customer.
type Persona struct {
	ID    string         `yaml:"-"`
	Name  string         `yaml:"name,text"`
	Talks string         `yaml:"talks,text"`
	Never string         `yaml:"never,text"`
	Thaw  string         `yaml:"thaw,text"`
	Heat  map[string]int `yaml:"heat"` // behaviour → percent of base heat (100 = as is; negative flips)
	// Patience is how fast patience drains, in percent of base.
	Patience int `yaml:"patience"`
	// Silent hides the heat: the customer's words stay polite at any mood.
	Silent bool `yaml:"silent"`
	// Leaves is how this persona goes when patience is used up: "" by mood,
	// or left-silently.
	Leaves string       `yaml:"leaves"`
	Ripple int          `yaml:"ripple"` // percent of the facts' number of people told
	At     source.Place `yaml:"-" json:"-"`
}
