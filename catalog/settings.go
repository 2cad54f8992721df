package catalog

import (
	"errors"
	"io/fs"
	"path/filepath"

	"coolhead/scenarios/source"
)

// Settings is what a person has chosen for all calls: config.yaml.
type Settings struct {
	Name      string   `yaml:"name"`      // the trainee's
	Theme     string   `yaml:"theme"`     // dark, light, mono; "" asks the terminal
	ASCII     bool     `yaml:"ascii"`     // drawing characters of ASCII only
	Pauses    bool     `yaml:"pauses"`    // a customer's pauses are waited for
	Packs     []string `yaml:"packs"`     // house packs that count in every call
	Libraries []string `yaml:"libraries"` // folders of scenarios
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
