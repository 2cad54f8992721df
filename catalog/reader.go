package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
)

// readers is a compiled set of packs, with what is wrong in them.
type readers struct {
	*scoring.Reader
	problems []source.Problem
}

// Reader compiles the built-in packs, those named, by name or path, and what the
// settings change; a path may be a list of phrases or a folder. A rule that is
// broken is told of and left out. The reader is nil only beside an error.
func (c *Catalog) Reader(packs []string) (*scoring.Reader, []source.Problem, error) {
	parts, err := c.packParts(packs)
	if err != nil {
		return nil, nil, err
	}
	return c.compile(parts)
}

// Packs are those named, or where none is, those of the settings, or all that
// ship; with the reader that has them and what is wrong in them.
func (c *Catalog) Packs(names []string) ([]*scoring.Pack, *scoring.Reader, []source.Problem, error) {
	parts, err := c.packParts(names)
	if err != nil {
		return nil, nil, nil, err
	}
	reader, problems, err := c.compile(parts)
	if err != nil {
		return nil, nil, problems, err
	}
	given := len(parts) - len(c.house())
	if given == 0 {
		return c.packs, reader, problems, nil
	}
	var all []*scoring.Pack
	for _, p := range parts[:given] {
		if pack, _ := loadPack(p.file(), p.data); pack != nil {
			all = append(all, pack)
		}
	}
	return all, reader, problems, nil
}

// packParts are the files of the packs of every call, and of these.
func (c *Catalog) packParts(packs []string) ([]part, error) {
	var parts []part
	for _, name := range slices.Concat(c.o.Packs, packs) {
		more, err := c.packsAt(c.shelves, name)
		if err != nil {
			return nil, fmt.Errorf("read the pack %s: %w", name, err)
		}
		parts = append(parts, more...)
	}
	return append(parts, c.house()...), nil
}

// house is what the settings change, as a pack like any other: so it is kept with
// the call it counted in.
func (c *Catalog) house() []part {
	if len(c.o.House) == 0 {
		return nil
	}
	return []part{{"pack", "settings.yaml", c.o.House, "the settings"}}
}

// packsAt is the pack of that name or path, or all packs of a folder.
func (c *Catalog) packsAt(chain []*shelf, name string) ([]part, error) {
	if !isPath(name) {
		if p, err := c.pack(chain, name); err == nil {
			return []part{p}, nil
		}
	}
	if s, err := folder(name); err == nil {
		files, err := s.walkFor(func(file string) bool { return isYAML(file) || isList(file) })
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
			return nil, fmt.Errorf("there is no .yaml or .csv file in %s", name)
		}
		return parts, nil
	}
	p, err := c.pack(chain, name)
	return []part{p}, err
}

// loadPack reads a pack of rules, or a list of phrases.
func loadPack(at string, data []byte) (*scoring.Pack, []source.Problem) {
	load := scoring.LoadPack
	if isList(at) {
		load = scoring.LoadPhraseList
	} else if fault, ok := noPack(at, data); ok {
		return nil, source.Excerpt(data, []source.Problem{fault})
	}
	pack, problems := load(at, data)
	return pack, source.Excerpt(data, problems)
}

// noPack says in one sentence that a file is not a pack at all, in place of one
// for each of its keys.
func noPack(at string, data []byte) (source.Problem, bool) {
	if len(bytes.TrimSpace(data)) == 0 {
		return source.Problem{Code: "CH012", Place: source.Place{File: at, Line: 1, Col: 1}, Message: "This file is empty.", Help: "begin with:  coolhead_pack: 1"}, true
	}
	m := scenarioLine.FindIndex(data)
	if m == nil || packLine.Match(data) {
		return source.Problem{}, false
	}
	return source.Problem{
		Code: "CH006", Place: source.Place{File: at, Line: 1 + bytes.Count(data[:m[0]], []byte("\n")), Col: 1, Width: len("coolhead")},
		Message: "This file is a scenario, and a pack of rules was wanted here.", Help: "a pack begins with  coolhead_pack: 1;  coolhead lint or coolhead test reads a scenario",
	}, true
}

// compile makes a reader of the built-in packs and these, once for each set.
func (c *Catalog) compile(parts []part) (*scoring.Reader, []source.Problem, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var key strings.Builder
	for _, p := range parts {
		key.WriteString(p.hash() + "\x00" + p.at + "\x00")
	}
	if r, ok := c.read[key.String()]; ok {
		return r.Reader, r.problems, nil
	}
	if c.packs == nil {
		c.packs, _ = scoring.Builtin()
	}
	packs := slices.Clone(c.packs)
	var problems []source.Problem
	for _, p := range parts {
		pack, found := loadPack(p.file(), p.data)
		problems = append(problems, found...)
		if pack == nil {
			return nil, problems, &Unplayable{Path: p.at, Pack: true, Problems: problems}
		}
		packs = append(packs, pack)
	}
	r, found := scoring.Compile(packs)
	if r == nil {
		return nil, found, errors.New("the packs inside this program cannot be read: it was built wrongly")
	}
	for _, pack := range packs[len(c.packs):] {
		found = append(found, r.CheckOverride(source.Place{File: pack.File, Line: 1, Col: 1, Width: 1}, pack.Override)...)
		r = r.Overridden(pack.Override)
	}
	for _, problem := range found {
		// The packs in this program are held to their own tests; a rule of theirs
		// that cannot be read is left out, and stops nobody's call.
		i := slices.IndexFunc(packs[len(c.packs):], func(p *scoring.Pack) bool { return p.File == problem.File })
		if i >= 0 {
			problems = append(problems, source.Excerpt(parts[i].data, []source.Problem{problem})...)
		}
	}
	c.read[key.String()] = readers{r, problems}
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
