package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/scoring"
)

// Settings is what a person has chosen for all calls: config.yaml.
type Settings struct {
	Name      string   `yaml:"name"`      // the trainee's
	Theme     string   `yaml:"theme"`     // dark, light, mono; "" asks the terminal
	ASCII     bool     `yaml:"ascii"`     // drawing characters of ASCII only
	Pauses    bool     `yaml:"pauses"`    // a customer's pauses are waited for
	Packs     []string `yaml:"packs"`     // house packs that count in every call
	Libraries []string `yaml:"libraries"` // folders of scenarios

	Rules map[string]scoring.RuleChange `yaml:"rules"` // rules switched off, or with other points
	Allow []scoring.Permit              `yaml:"allow"` // phrases that a rule lets pass
}

// House is what the settings change in rules, written as a pack; nil for nothing.
func (s *Settings) House() []byte {
	if len(s.Rules) == 0 && len(s.Allow) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString("coolhead_pack: 1\nid: settings\n")
	if len(s.Rules) > 0 {
		b.WriteString("change:\n")
	}
	for _, id := range slices.Sorted(maps.Keys(s.Rules)) {
		to := "off"
		if c := s.Rules[id]; !c.Off && c.Points != nil {
			to = c.Points.String()
		}
		fmt.Fprintf(&b, "  %q: %s\n", id, to)
	}
	if len(s.Allow) > 0 {
		b.WriteString("allow:\n")
	}
	for _, a := range s.Allow {
		fmt.Fprintf(&b, "  - {rule: %q, phrase: %q, reason: %q}\n", a.Rule, a.Phrase, a.Reason)
	}
	return []byte(b.String())
}

// LoadSettings reads the settings; a file that is not there is all defaults.
func LoadSettings(file string) (Settings, []source.Problem) {
	settings := Settings{Pauses: true}
	dir, base := filepath.Split(file)
	s, err := folder(filepath.Clean(dir))
	if err == nil {
		var data []byte
		if data, err = s.read(base); err == nil {
			return settings, source.Decode(file, data, &settings)
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return settings, nil
	}
	return settings, []source.Problem{unreadable(file, err)}
}
