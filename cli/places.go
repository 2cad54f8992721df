package cli

import (
	"fmt"
	"path/filepath"
	"slices"

	"coolhead/catalog"
	"coolhead/store"
)

// settings reads config.yaml. What is wrong in it is told and the rest counts.
func (p *program) settings() catalog.Settings {
	s, problems := catalog.LoadSettings(filepath.Join(p.Config, "config.yaml"))
	p.problems(problems)
	return s
}

// catalog is everything that can be found: flags before COOLHEAD_LIBRARY before
// the settings.
func (p *program) catalog(s *catalog.Settings) (*catalog.Catalog, error) {
	if s == nil {
		read := p.settings()
		s = &read
	}
	libraries := append([]string{}, p.libraries...)
	libraries = append(libraries, filepath.SplitList(p.Getenv("COOLHEAD_LIBRARY"))...)
	return catalog.Open(catalog.Options{
		Libraries: append(libraries, s.Libraries...),
		Own:       filepath.Join(p.Data, "library"),
		Packs:     s.Packs,
		House:     s.House(),
		Program:   programName(),
	})
}

// catalogWith is the catalog for some paths: - among them is what comes in through
// a pipe.
func (p *program) catalogWith(paths []string) (*catalog.Catalog, error) {
	c, err := p.catalog(nil)
	if err != nil || !slices.Contains(paths, catalog.Pipe) {
		return c, err
	}
	if err := c.Take(p.In); err != nil {
		return nil, &exit{disk, fmt.Sprintf("I could not read what came in: %v", err)}
	}
	return c, nil
}

func (p *program) store() *store.Store {
	return store.Open(store.Options{Dir: p.Data, Now: p.Now, ID: p.ID})
}
