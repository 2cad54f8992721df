package sim

import (
	"strings"
	"unicode"

	"coolhead/scoring"
)

// reader is the reply reader as a call uses it.
type reader struct{ r *scoring.Reader }

func (r reader) Read(text string) any { return r.r.Read(text) }

func (r reader) Moment(m moment) any { return r.r.Moment(m.context()) }

func (m moment) context() scoring.Context {
	return scoring.Context{
		Channel: m.Channel, Customer: m.Customer, Name: m.Name, Card: m.Card, Earlier: m.Earlier, Said: m.Said,
		Turn: m.Turn, Heat: m.Heat, Bait: m.Bait, Abuse: m.Abuse, Abused: m.Abused,
		Needs: scoring.Needs{All: m.All, Any: m.Any}, InCall: true, Hears: m.Hears,
	}
}

func (r reader) Judge(reading, prepared any, grants []string) scoring.Assessment {
	m := prepared.(*scoring.Moment)
	if len(grants) > 0 {
		with := *m
		with.Grants = grants
		m = &with
	}
	return r.r.Judge(reading.(*scoring.Reading), m)
}

func (r reader) Behaviour(id string) behaviour {
	b, ok := scoring.BehaviourOf(id)
	if !ok {
		return behaviour{Name: id}
	}
	return behaviour{Name: b.Name, Helps: b.Side == scoring.Helps, Hints: b.Hints[:], Felt: b.Felt, Like: b.Like}
}

// Same says whether two texts are the same words: case, kinds of quotes, spaces and
// punctuation at a word's edges do not count.
func (r reader) Same(a, b string) bool {
	p := plain(a)
	return p != "" && p == plain(b)
}

func plain(text string) string {
	var words []string
	for w := range strings.FieldsSeq(strings.ReplaceAll(strings.ToLower(text), "’", "'")) {
		if w = strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }); w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// weights are how much each dimension counts: those of one reply (a test holds
// them equal to scoring/packs/engine.yaml), so that a call of one reply scores as it.
var weights = [scoring.Dimensions]int{
	scoring.Tone: 20, scoring.Deescalation: 22, scoring.Argument: 18, scoring.Listening: 20, scoring.Resolution: 20,
}

// weighted is the weighted mean of the dimensions there are.
func weighted(dims [scoring.Dimensions]scoring.Tenths, has [scoring.Dimensions]bool) scoring.Tenths {
	total, by := 0, 0
	for d, w := range weights {
		if has[d] {
			total += w * int(dims[d])
			by += w
		}
	}
	if by == 0 {
		return 0
	}
	return scoring.Tenths((2*total + by) / (2 * by))
}
