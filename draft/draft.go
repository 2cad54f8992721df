// Package draft writes first versions of scenarios: a whole example from a few
// answers, and a playable draft from a real talk.
//
// Its rule: what it writes can be played as it stands, every word in it is either
// meant to be kept or came from the trainer, and nothing that may be personal
// passes through unmasked. It reads readers and gives bytes; files are for others.
package draft

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"coolhead/scenarios/source"
)

//go:embed voices.yaml
var voicesFile []byte

//go:embed stories.yaml
var storiesFile []byte

// voice is how one persona talks.
type voice struct {
	ID           string   `yaml:"-"`
	Name         string   `yaml:"name,text,required"`
	Backstory    string   `yaml:"backstory,text,required"`
	Opening      []string `yaml:"opening,text,required"`
	OpeningAgain []string `yaml:"opening-again,text,required"`
	Blamed       string   `yaml:"blamed,text,required"`
	Told         []string `yaml:"told,text,required"`
	ToldAgain    string   `yaml:"told-again,text,required"`
	Now          []string `yaml:"now,text,required"`
	NowAgain     string   `yaml:"now-again,text,required"`
	Jibe         []string `yaml:"jibe,text,required"`
	JibeAgain    string   `yaml:"jibe-again,text,required"`
	When         []string `yaml:"when,text,required"`
	WhenAgain    string   `yaml:"when-again,text,required"`
	Sunday       []string `yaml:"sunday,text,required"`
	SundayAgain  string   `yaml:"sunday-again,text,required"`
	Silence      string   `yaml:"silence,text,required"`
	Exceeded     string   `yaml:"exceeded,text,required"`
	Recovered    string   `yaml:"recovered,text,required"`
	Lost         string   `yaml:"lost,text,required"`
	Useless      string   `yaml:"useless,text,required"`
	Stormed      string   `yaml:"stormed,text,required"`
}

// story is what went wrong.
type story struct {
	ID    string `yaml:"-"`
	Cause string `yaml:"cause"`
	Title string `yaml:"title,text,required"`
	About string `yaml:"about,text,required"`
	Fault string `yaml:"fault,text,required"`
	Own   string `yaml:"own,text,required"`
	Blame string `yaml:"blame,text,required"`
	Knows string `yaml:"knows,text,required"`
}

// sector is what it is about, and where.
type sector struct {
	ID    string `yaml:"-"`
	Firm  string `yaml:"firm,text,required"`
	What  string `yaml:"what,text,required"`
	Thing string `yaml:"thing,text,required"`
	Ref   string `yaml:"ref,text,required"`
}

// stock is all that examples are written from.
type stock struct {
	voices  []voice
	stories []story
	sectors []sector
}

// shelf reads the stock once: it is part of the program, and a test holds that
// nothing is wrong with it.
var shelf = sync.OnceValues(func() (*stock, []source.Problem) {
	var v struct {
		Voices []voice `yaml:"voices,keyed"`
	}
	var s struct {
		Stories []story  `yaml:"stories,keyed"`
		Sectors []sector `yaml:"sectors,keyed"`
	}
	problems := source.Decode("voices.yaml", voicesFile, &v)
	problems = append(problems, source.Decode("stories.yaml", storiesFile, &s)...)
	return &stock{v.Voices, s.Stories, s.Sectors}, problems
})

func stocked() *stock {
	s, _ := shelf()
	return s
}

// find is the item of that id, nil if there is none.
func find[T any](list []T, id func(*T) string, want string) *T {
	for i := range list {
		if id(&list[i]) == want {
			return &list[i]
		}
	}
	return nil
}

func (s *stock) voice(id string) *voice {
	return find(s.voices, func(v *voice) string { return v.ID }, id)
}
func (s *stock) story(id string) *story {
	return find(s.stories, func(v *story) string { return v.ID }, id)
}
func (s *stock) sector(id string) *sector {
	return find(s.sectors, func(v *sector) string { return v.ID }, id)
}

// Personas are the customers that examples can be written for.
func Personas() []string {
	var all []string
	for _, v := range stocked().voices {
		all = append(all, v.ID)
	}
	return all
}

// Slug makes an id of a text.
func Slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(s) {
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

// notOne says that an answer is none of those there are, with the one meant.
func notOne(answer string, words []string) error {
	if near, ok := source.Nearest(answer, words); ok {
		return fmt.Errorf("“%s” is not one of them. Did you mean %s?", answer, near)
	}
	return fmt.Errorf("“%s” is not one of them: %s", answer, strings.Join(words, ", "))
}

// split parts a list of words by commas.
func split(s string) []string {
	var all []string
	for _, w := range strings.Split(s, ",") {
		if w = strings.TrimSpace(w); w != "" && !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}
