package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
)

// chain is where things that a scenario names are looked for: its own folder,
// the shelf it stands on, then all others in their order.
func (c *Catalog) chain(e *entry) []*shelf {
	var all []*shelf
	if own, ok := e.shelf.sub(path.Dir(e.file)); ok {
		all = append(all, own)
	}
	all = append(all, e.shelf)
	for _, s := range c.shelves {
		if s != e.shelf {
			all = append(all, s)
		}
	}
	return all
}

// find reads the first file of that name in a chain.
func find(chain []*shelf, file string) (name string, data []byte, err error) {
	err = notThere{}
	for _, s := range chain {
		data, rerr := s.read(file)
		if rerr == nil {
			return s.name(file), data, nil
		}
		if _, absent := rerr.(notThere); !absent {
			return s.name(file), nil, rerr
		}
	}
	return file, nil, err
}

// names are all names of one folder along a chain.
func names(chain []*shelf, dir string) []string {
	var all []string
	for _, s := range chain {
		all = append(all, s.named(dir)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// factsOf are the facts along a chain; the first with an id wins.
func factsOf(chain []*shelf) ([]scenarios.Fact, []source.Problem) {
	var all []scenarios.Fact
	var problems []source.Problem
	seen := map[string]bool{}
	for _, s := range chain {
		data, err := s.read("facts.yaml")
		if err != nil {
			continue
		}
		list, p := scenarios.LoadFacts(s.name("facts.yaml"), data)
		problems = append(problems, p...)
		for _, f := range list {
			if !seen[f.ID] {
				seen[f.ID] = true
				all = append(all, f)
			}
		}
	}
	return all, problems
}

// cast puts together all that a call needs, and remembers the bytes it was made of.
func (c *Catalog) cast(e *entry) (sim.Cast, []source.Problem, error) {
	s, problems := c.load(e)
	if s == nil || hasErrors(problems) {
		return sim.Cast{}, problems, &Unplayable{Path: e.name(), Problems: problems}
	}
	if s.Kind != "call" {
		return sim.Cast{}, problems, &NotACall{Path: e.name(), Kind: s.Kind}
	}
	chain := c.chain(e)
	parts := []part{{"scenario", path.Base(e.file), e.data, e.name()}}
	if s.Customer.Type != "" {
		file := "personas/" + s.Customer.Type + ".yaml"
		at, data, err := find(chain, file)
		if err != nil {
			return sim.Cast{}, problems, fmt.Errorf("%s needs the persona %s: I could not read %s: %w", e.name(), s.Customer.Type, at, err)
		}
		parts = append(parts, part{"persona", s.Customer.Type, data, at})
	}
	for _, name := range slices.Concat(c.o.Packs, s.Packs) {
		more, err := c.packsAt(chain, name)
		if err != nil {
			return sim.Cast{}, problems, fmt.Errorf("%s needs the pack %s: %w", e.name(), name, err)
		}
		parts = append(parts, more...)
	}
	parts = append(parts, c.house()...)
	all, _ := factsOf(chain)
	cast, more, err := c.assemble(e.name(), s, parts, all)
	return cast, append(problems, more...), err
}

// part is one file a cast was made of.
type part struct {
	kind, name string
	data       []byte
	at         string // the file, for what is wrong in it
}

// file is a name that tells a list of phrases from a pack, also where only the
// name of the part is left of it.
func (p part) file() string {
	if isList(p.name) && !isList(p.at) {
		return p.name
	}
	return p.at
}

// hash is how an event names a part: kind:name:SHA-256.
func (p part) hash() string {
	return p.kind + ":" + strings.ReplaceAll(p.name, ":", "-") + ":" + sum(p.data)
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

// pack reads a pack by name from packs/ along a chain, or by path.
func (c *Catalog) pack(chain []*shelf, name string) (part, error) {
	if isPath(name) {
		e, err := c.locateFile(name)
		if err != nil {
			return part{}, err
		}
		return part{"pack", path.Base(e.file), e.data, e.name()}, nil
	}
	at, data, err := find(chain, "packs/"+name+".yaml")
	if errors.As(err, new(notThere)) {
		if list, data, lerr := find(chain, "packs/"+name+".csv"); lerr == nil {
			return part{"pack", name + ".csv", data, list}, nil
		}
	}
	if err != nil {
		near, ok := source.Nearest(name, names(chain, "packs"))
		if ok {
			return part{}, fmt.Errorf("I could not read %s: %w. Did you mean “%s”?", at, err, near)
		}
		return part{}, fmt.Errorf("I could not read %s: %w", at, err)
	}
	return part{"pack", name, data, at}, nil
}

// assemble makes the cast from its parts, from disk or from what was kept.
func (c *Catalog) assemble(at string, s *scenarios.Scenario, parts []part, all []scenarios.Fact) (sim.Cast, []source.Problem, error) {
	cast := sim.Cast{Scenario: s, Facts: all, Program: c.o.Program}
	var problems []source.Problem
	var packs []part
	for _, p := range parts {
		switch p.kind {
		case "persona":
			persona, found := scenarios.LoadPersona(p.at, p.data)
			problems = append(problems, found...)
			cast.Persona = persona
		case "pack":
			packs = append(packs, p)
		}
		cast.Hashes = append(cast.Hashes, p.hash())
	}
	if hasErrors(problems) {
		return sim.Cast{}, problems, &Unplayable{Path: at, Problems: problems}
	}
	// A broken rule is told of and left out; it keeps nobody from the call.
	reader, found, err := c.compile(packs)
	problems = append(problems, slices.DeleteFunc(slices.Clone(found), func(p source.Problem) bool { return p.Severity != source.Error })...)
	if err != nil {
		return sim.Cast{}, problems, err
	}
	cast.Reader = with(reader, s)
	c.mu.Lock()
	for _, p := range parts {
		c.kept[sum(p.data)] = p.data
	}
	c.mu.Unlock()
	return cast, problems, nil
}

// with is a reader of the scenario's language, with its own rules and allowances.
func with(r *scoring.Reader, s *scenarios.Scenario) *scoring.Reader {
	if own, ok := r.In(s.Language); ok {
		r = own
	}
	if len(s.Rules) == 0 && len(s.Allow) == 0 {
		return r
	}
	rules := make(map[string]scoring.RuleChange, len(s.Rules))
	for id, change := range s.Rules {
		points := scoring.Tenths(10 * change.Points)
		rules[id] = scoring.RuleChange{Off: change.Off, Points: &points}
	}
	allow := make([]scoring.Allowance, len(s.Allow))
	for i, a := range s.Allow {
		allow[i] = scoring.Allowance{Rule: a.Rule, Phrase: a.Phrase}
	}
	return r.With(rules, allow)
}
