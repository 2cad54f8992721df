package scoring

import (
	"slices"
	"strings"
	"unicode/utf8"

	"coolhead/scenarios/source"
	"coolhead/scoring/packs"
)

// sheet is packs/engine.yaml: what the engine's own findings are worth, and the
// weight of every dimension.
type sheet struct {
	weights [Dimensions]int
	start   [Dimensions]Tenths
	inCall  [Dimensions]Tenths // where a dimension begins in a call
	rows    []row
	index   map[string]int
	byFrame [frames][]int
}

// maxRows is how many rows a sheet may have.
const maxRows = 128

// row is one kind of finding of the engine.
type row struct {
	id        string
	full      string // engine/id
	behaviour string
	name      string
	side      Side
	dimension Dimension
	points    Tenths
	most      int
	message   string
	why       string
	because   string // why the points are what they are
	instead   []string
	off       bool
	equals    bool     // manners in a talk among equals: not in a call, nor where help is given
	deed      bool     // only of a verb with its subject, not of a phrase
	timeless  bool     // only in a sentence without a time
	told      bool     // only after a complaint, not after a question
	unasked   bool     // only in a text that answers no customer
	each      bool     // every finding of it stands for itself
	joins     []string // the rows one of whose findings takes its points

	// of rows that follow from a frame:
	frame    frame
	framed   bool
	in       uint8 // stances of the sentence in which it counts, as bits; 0: any
	first    bool
	last     bool
	alone    bool // no help in the same sentence
	question int8 // 1 only in questions, -1 never
	hot      int  // heat from which it counts
}

type sheetFile struct {
	Version int                   `yaml:"coolhead_engine"`
	Weights map[string]weightFile `yaml:"weights"`
	Rules   []rowFile             `yaml:"rules"`
}

type weightFile struct {
	Weight  int    `yaml:"weight"`
	Start   int    `yaml:"start"`
	Call    int    `yaml:"call"`
	Because string `yaml:"because"`
}

type rowFile struct {
	At        source.Place
	ID        string   `yaml:"id"`
	Shows     string   `yaml:"shows"`
	Name      string   `yaml:"name"`
	Side      string   `yaml:"side"`
	Dimension string   `yaml:"dimension"`
	Points    Tenths   `yaml:"points"`
	Most      int      `yaml:"most"`
	Message   string   `yaml:"message,text"`
	Why       string   `yaml:"why,text"`
	Instead   []string `yaml:"instead"`
	Because   string   `yaml:"because"`
	Frame     string   `yaml:"frame"`
	In        []Stance `yaml:"in"`
	First     bool     `yaml:"first"`
	Last      bool     `yaml:"last"`
	Alone     bool     `yaml:"alone"`
	Question  string   `yaml:"question"`
	Hot       int      `yaml:"hot"`
	Each      bool     `yaml:"each"`
	Equals    bool     `yaml:"equals"`
	Deed      bool     `yaml:"deed"`
	Timeless  bool     `yaml:"timeless"`
	Told      bool     `yaml:"told"`
	Unasked   bool     `yaml:"unasked"`
	Joins     []string `yaml:"joins"`
}

// readSheet reads the table. Rows name behaviours of the catalogue, or none.
func readSheet(known map[string]Behaviour) (*sheet, []source.Problem) {
	data, err := packs.FS.ReadFile("engine.yaml")
	if err != nil {
		return nil, []source.Problem{{Message: "The table of the engine's findings is missing from the program."}}
	}
	return loadSheet("engine.yaml", data, known)
}

func loadSheet(name string, data []byte, known map[string]Behaviour) (*sheet, []source.Problem) {
	var f sheetFile
	problems := source.Decode(name, data, &f)
	s := &sheet{index: map[string]int{}}
	for d, word := range dimensionNames {
		w := f.Weights[word]
		s.weights[d] = w.Weight
		s.start[d], s.inCall[d] = Tenths(w.Start*10), Tenths(w.Call*10)
	}
	if len(f.Rules) > maxRows {
		f.Rules = f.Rules[:maxRows]
		problems = append(problems, source.Problem{Code: "PK013", Message: "The table of the engine's findings has too many rows; the last are left out."})
	}
	for _, r := range f.Rules {
		say := func(message string) {
			problems = append(problems, source.Problem{Place: r.At, Message: message})
		}
		made := row{
			id: r.ID, full: "engine/" + r.ID, behaviour: r.Shows, name: r.Name, side: Side(r.Side), points: r.Points, most: max(r.Most, 1),
			message: r.Message, why: r.Why, because: r.Because, instead: r.Instead, first: r.First, last: r.Last, alone: r.Alone, hot: r.Hot, each: r.Each, equals: r.Equals, unasked: r.Unasked, told: r.Told, deed: r.Deed, timeless: r.Timeless,
		}
		if r.Because == "" {
			say("“" + r.ID + "” does not say why its points are what they are.")
		}
		for _, id := range r.Joins {
			made.joins = append(made.joins, "engine/"+id)
		}
		if b, ok := known[r.Shows]; ok {
			if made.name == "" {
				made.name = b.Name
			}
			if r.Dimension == "" {
				made.dimension = b.Dimension
			}
		} else if r.Shows != "" {
			say("“" + r.Shows + "” is no behaviour of the catalogue.")
		}
		if r.Dimension != "" {
			d := slices.Index(dimensionNames[:], r.Dimension)
			if d < 0 {
				say("There is no dimension “" + r.Dimension + "”.")
			} else {
				made.dimension = Dimension(d)
			}
		}
		if utf8.RuneCountInString(made.name) > 22 || made.name == "" {
			say("The name of “" + r.ID + "” has more than 22 letters, or none.")
		}
		if made.side == "" {
			made.side = Helps
			if made.points < 0 {
				made.side = Hurts
			}
		}
		switch r.Question {
		case "only":
			made.question = 1
		case "never":
			made.question = -1
		}
		for _, st := range r.In {
			made.in |= 1 << st
		}
		if r.Frame != "" {
			at := slices.Index(frameNames[:], r.Frame)
			if at < 0 {
				say("The engine knows no frame “" + r.Frame + "”.")
				continue
			}
			made.frame, made.framed = frame(at), true
			s.byFrame[at] = append(s.byFrame[at], len(s.rows))
		}
		if _, twice := s.index[r.ID]; twice {
			say("Two rows have the id “" + r.ID + "”.")
		}
		s.index[r.ID] = len(s.rows)
		s.rows = append(s.rows, made)
	}
	return s, problems
}

func (s *sheet) names() []string {
	var names []string
	for i := range s.rows {
		names = append(names, "engine/"+s.rows[i].id)
	}
	return names
}

func (s *sheet) with(name string, c RuleChange) *sheet {
	prefix, all := strings.CutSuffix(name, "*")
	if !strings.HasPrefix(prefix, "engine/") {
		return s
	}
	made := *s
	made.rows = slices.Clone(s.rows)
	for i := range made.rows {
		full := "engine/" + made.rows[i].id
		if full == name || all && strings.HasPrefix(full, prefix) {
			made.rows[i].off = c.Off
			if c.Points != nil {
				made.rows[i].points = *c.Points
			}
		}
	}
	return &made
}
