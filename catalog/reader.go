package catalog

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
)

// Reader compiles the built-in packs and those named, by name or path; a path
// may be a folder of packs. The reader is nil only beside an error.
func (c *Catalog) Reader(packs []string) (*scoring.Reader, []source.Problem, error) {
	var parts []part
	for _, name := range append(append([]string{}, c.o.Packs...), packs...) {
		more, err := c.packsAt(name)
		if err != nil {
			return nil, nil, fmt.Errorf("read the pack %s: %w", name, err)
		}
		parts = append(parts, more...)
	}
	return c.compile(parts)
}

// packsAt is the pack of that name or path, or all packs of a folder.
func (c *Catalog) packsAt(name string) ([]part, error) {
	if s, err := folder(name); err == nil {
		files, err := s.walk()
		if err != nil {
			return nil, err
		}
		var parts []part
		for _, file := range files {
			data, err := s.read(file)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", s.name(file), err)
			}
			parts = append(parts, part{"pack", file, data, s.name(file)})
		}
		if len(parts) == 0 {
			return nil, fmt.Errorf("there is no .yaml file in %s", name)
		}
		return parts, nil
	}
	p, err := c.pack(c.shelves, name)
	return []part{p}, err
}

// compile makes a reader of the built-in packs and these, once for each set.
func (c *Catalog) compile(parts []part) (*scoring.Reader, []source.Problem, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var key strings.Builder
	for _, p := range parts {
		key.WriteString(p.hash())
	}
	if r := c.read[key.String()]; r != nil {
		return r, nil, nil
	}
	if c.packs == nil {
		c.packs, _ = scoring.Builtin()
	}
	packs := slices.Clone(c.packs)
	var problems []source.Problem
	for _, p := range parts {
		pack, found := scoring.LoadPack(p.at, p.data)
		problems = append(problems, found...)
		if pack != nil {
			packs = append(packs, pack)
		}
	}
	r, found := scoring.Compile(packs)
	for _, problem := range found {
		// The packs in this program are held to their own tests; a rule of theirs
		// that cannot be read is left out, and stops nobody's call.
		if slices.ContainsFunc(parts, func(p part) bool { return p.at == problem.File }) {
			problems = append(problems, problem)
		}
	}
	if r == nil && len(parts) == 0 {
		return nil, found, errors.New("the packs inside this program cannot be read: it was built wrongly")
	}
	if r == nil || hasErrors(problems) {
		return nil, problems, &Unplayable{Path: parts[0].at, Problems: problems}
	}
	c.read[key.String()] = r
	return r, problems, nil
}

// known are the names a scenario may use, along its chain.
func (c *Catalog) known(chain []*shelf) scenarios.Known {
	k := scenarios.Known{Personas: names(chain, "personas")}
	for _, b := range scoring.Behaviours() {
		k.Behaviours = append(k.Behaviours, b.ID)
	}
	all, _ := factsOf(chain)
	for _, f := range all {
		k.Facts = append(k.Facts, f.ID)
	}
	return k
}
