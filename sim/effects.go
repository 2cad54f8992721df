package sim

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"gopkg.in/yaml.v3"
)

//go:embed effects.yaml
var effectsFile []byte

// effects is effects.yaml: what each behaviour does to the customer. Nothing about
// a single behaviour stands anywhere else in this package.
type effects struct {
	Version      int                 `yaml:"effects"`
	Acknowledges []string            `yaml:"acknowledges"`
	Repetition   []int               `yaml:"repetition"`
	Positions    map[string]position `yaml:"positions"`
	Flare        flare               `yaml:"flare"`
	Behaviours   map[string]effect   `yaml:"behaviours"`
	Pairs        []pair              `yaml:"pairs"`
}

// effect is one behaviour's row.
type effect struct {
	Heat     int         `yaml:"heat"`
	Trust    int         `yaml:"trust"`
	Patience int         `yaml:"patience"`
	Progress int         `yaml:"progress"`
	Cool     int         `yaml:"cool"`
	Position string      `yaml:"position"`
	Mends    []string    `yaml:"mends"` // once one of these was heard, a persona no longer turns the row round
	Fatal    *fatalLevel `yaml:"fatal"` // in place of the row where the finding ends the score
	Why      string      `yaml:"why"`
	Sounds   string      `yaml:"sounds"` // how it might sound, for a hint
}

type fatalLevel struct {
	Heat     int `yaml:"heat"`
	Trust    int `yaml:"trust"`
	Patience int `yaml:"patience"`
}

// position weighs a behaviour by where it stands: by the number of the reply, or
// by whether it is near an edge of the call.
type position struct {
	Replies []int  `yaml:"replies"`
	Edge    int    `yaml:"edge"`
	Middle  int    `yaml:"middle"`
	Why     string `yaml:"why"`
}

// flare is the second flare: slips soon after a peak weigh more.
type flare struct {
	Heat    int `yaml:"heat"`
	Replies int `yaml:"replies"`
	Percent int `yaml:"percent"`
}

// pair is what behaviours do to each other in one reply.
type pair struct {
	If    string   `yaml:"if"`
	With  []string `yaml:"with"`
	Voids []string `yaml:"voids"`
	Why   string   `yaml:"why"`
}

// allHelps stands under a pair's voids for everything that helped.
const allHelps = "helps"

// table is the embedded effects, read once and never changed.
var table = sync.OnceValue(func() *effects {
	t, err := readEffects(effectsFile)
	if err != nil {
		panic(err) // the file is inside the binary and a test reads it
	}
	return t
})

// readEffects decodes an effects file and checks that its names are its own rows.
func readEffects(data []byte) (*effects, error) {
	t := &effects{}
	if err := yaml.Unmarshal(data, t); err != nil {
		return nil, fmt.Errorf("reading effects.yaml: %w", err)
	}
	known := func(id, where string) error {
		if _, ok := t.Behaviours[id]; !ok {
			return fmt.Errorf("effects.yaml: %s names %q, which has no row", where, id)
		}
		return nil
	}
	for _, id := range t.Acknowledges {
		if err := known(id, "acknowledges"); err != nil {
			return nil, err
		}
	}
	for id, row := range t.Behaviours {
		if row.Why == "" {
			return nil, fmt.Errorf("effects.yaml: %q has no reason", id)
		}
		if _, ok := t.Positions[row.Position]; row.Position != "" && !ok {
			return nil, fmt.Errorf("effects.yaml: %q stands at position %q, which is not described", id, row.Position)
		}
	}
	for _, p := range t.Pairs {
		for _, id := range slices.Concat([]string{p.If}, p.With, p.Voids) {
			if id == allHelps {
				continue
			}
			if err := known(id, "pairs"); err != nil {
				return nil, err
			}
		}
	}
	return t, nil
}

// repeated is the percent a helpful behaviour keeps at its nth showing, from 1.
func (t *effects) repeated(nth int) int {
	return t.Repetition[min(max(nth, 1), len(t.Repetition))-1]
}

// percent is v × p / 100, rounded half away from nought.
func percent(v, p int) int {
	if v < 0 != (p < 0) {
		return -((abs(v)*abs(p) + 50) / 100)
	}
	return (abs(v)*abs(p) + 50) / 100
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}

func clamp(v int) int { return min(max(v, 0), 100) }
