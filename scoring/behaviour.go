package scoring

import (
	"coolhead/scenarios/source"
	"coolhead/scoring/packs"
	"slices"
	"sync"
)

// Stance is what a sentence does. When one sentence does several things, the
// first of this order is its stance.
type Stance uint8

const (
	NoStance Stance = iota
	Harm
	Help
	Answer
	Ack
	Filler
)

var stanceNames = [...]string{"", "harm", "help", "answer", "ack", "filler"}

// String gives the stance's word.
func (s Stance) String() string { return stanceNames[s] }

// DecodeSource reads a stance by its word.
func (s *Stance) DecodeSource(n *source.Node) {
	if n.Text() == "none" {
		return
	}
	for i, name := range stanceNames {
		if i > 0 && n.Text() == name {
			*s = Stance(i)
			return
		}
	}
	n.Report("PK103", "A stance is harm, help, answer, ack, filler or none; this is “"+n.Text()+"”.", "")
}

// Behaviour is something a reply does, as the catalogue knows it.
type Behaviour struct {
	ID        string
	Name      string // at most 22 letters
	Side      Side
	Dimension Dimension
	Fatal     bool
	Points    Tenths // default of its rules
	Stance    Stance // of the sentence it stands in
	Heard     string // "that you own it"
	Hints     [2]string
	Felt      string
	Why       string
	Source    string
	Cap       int    // how many findings of it count in one reply
	Like      string // for a pack's own behaviour: the one whose effects it takes
}

type behaviourFile struct {
	At        source.Place
	Name      string   `yaml:"name"`
	Like      string   `yaml:"like"`
	Side      string   `yaml:"side"`
	Dimension string   `yaml:"dimension"`
	Fatal     bool     `yaml:"fatal"`
	Points    *Tenths  `yaml:"points"`
	Stance    Stance   `yaml:"stance"`
	Heard     string   `yaml:"heard"`
	Hints     []string `yaml:"hints"`
	Felt      string   `yaml:"felt"`
	Why       string   `yaml:"why"`
	Source    string   `yaml:"source"`
	Cap       int      `yaml:"cap"`
}

type catalogueFile struct {
	Version    int                      `yaml:"coolhead_behaviours"`
	Behaviours map[string]behaviourFile `yaml:"behaviours"`
}

// catalogue is the shipped behaviours, read once: they are part of the program.
var catalogue = sync.OnceValues(func() (map[string]Behaviour, []source.Problem) {
	data, err := packs.FS.ReadFile("behaviours.yaml")
	if err != nil {
		return nil, []source.Problem{{Message: "The catalogue of behaviours is missing from the program."}}
	}
	return loadCatalogue("behaviours.yaml", data)
})

func loadCatalogue(name string, data []byte) (map[string]Behaviour, []source.Problem) {
	var f catalogueFile
	problems := source.Decode(name, data, &f)
	all := make(map[string]Behaviour, len(f.Behaviours))
	for id, b := range f.Behaviours {
		made, p := makeBehaviour(id, b, nil)
		all[id] = made
		problems = append(problems, p...)
	}
	return all, problems
}

// makeBehaviour reads one row; like takes what it leaves out from another.
func makeBehaviour(id string, f behaviourFile, known map[string]Behaviour) (Behaviour, []source.Problem) {
	var problems []source.Problem
	say := func(message, help string) {
		problems = append(problems, source.Problem{Code: "PK105", Place: f.At, Message: message, Help: help})
	}
	var b Behaviour
	if f.Like != "" {
		base, ok := known[f.Like]
		if !ok {
			say("“"+id+"” wants to be like “"+f.Like+"”, and no behaviour has that name.", nearest(f.Like, known))
		}
		b = base
	}
	b.ID, b.Like = id, f.Like
	set(&b.Name, f.Name)
	set(&b.Heard, f.Heard)
	set(&b.Felt, f.Felt)
	set(&b.Why, f.Why)
	set(&b.Source, f.Source)
	for i := range min(len(f.Hints), 2) {
		b.Hints[i] = f.Hints[i]
	}
	switch f.Side {
	case "helps":
		b.Side = Helps
	case "hurts":
		b.Side = Hurts
	case "":
		if f.Like == "" {
			say("“"+id+"” does not say whether it helps or hurts.", "side: helps")
		}
	default:
		say("A behaviour helps or hurts; “"+f.Side+"” is neither.", "side: hurts")
	}
	if f.Dimension != "" {
		d := slices.Index(dimensionNames[:], f.Dimension)
		if d < 0 {
			say("There is no dimension “"+f.Dimension+"”.", "tone, de-escalation, argument, listening or resolution")
		} else {
			b.Dimension = Dimension(d)
		}
	} else if f.Like == "" {
		say("“"+id+"” does not say which dimension it counts in.", "dimension: tone")
	}
	if f.Points != nil {
		b.Points = *f.Points
	}
	if f.Stance != NoStance {
		b.Stance = f.Stance
	}
	b.Fatal = b.Fatal || f.Fatal
	if f.Cap > 0 {
		b.Cap = f.Cap
	}
	if b.Cap == 0 {
		b.Cap = 1
	}
	return b, problems
}

func set(to *string, from string) {
	if from != "" {
		*to = from
	}
}

func nearest(word string, known map[string]Behaviour) string {
	names := make([]string, 0, len(known))
	for id := range known {
		names = append(names, id)
	}
	slices.Sort(names)
	if n, ok := source.Nearest(word, names); ok {
		return "did you mean “" + n + "”?"
	}
	return ""
}

// Behaviours gives the shipped behaviours in the order of their ids.
func Behaviours() []Behaviour {
	all, _ := catalogue()
	list := make([]Behaviour, 0, len(all))
	for _, b := range all {
		list = append(list, b)
	}
	slices.SortFunc(list, func(a, b Behaviour) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return list
}

// BehaviourOf gives one shipped behaviour.
func BehaviourOf(id string) (Behaviour, bool) {
	all, _ := catalogue()
	b, ok := all[id]
	return b, ok
}
