package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
)

// linting is one run over many files. What they share (personas, facts, names) is
// read once for the run, since nobody edits while it goes.
type linting struct {
	c    *Catalog
	year int

	mu     sync.Mutex
	shared map[string]*shared // by the folder a file stands in
	good   []string
	reread sync.Once
}

// shared is what all files of one folder may name.
type shared struct {
	once     sync.Once
	chain    []*shelf
	known    scenarios.Known
	facts    []scenarios.Fact
	mu       sync.Mutex
	personas map[string]scenarios.Persona
}

// Lint looks at files and whole folders on every core; no paths: everything in the
// binary. Each file is given to done with its place in order, from any goroutine,
// and is not kept; a file whose id another one has already comes a second time, with
// that problem alone. It gives how many files there are. year is this year.
func (c *Catalog) Lint(paths []string, year int, done func(i int, file Checked)) (int, error) {
	l := &linting{c: c, year: year, shared: map[string]*shared{}}
	entries, err := l.entries(paths)
	if err != nil {
		return 0, err
	}
	ids := make([]named, len(entries))
	c.each(entries, func(i int, e *entry) {
		e.read()
		file := l.check(e)
		file.Problems = source.Excerpt(e.data, file.Problems)
		if file.Kind == "scenario" {
			ids[i] = nameOf(e)
		}
		done(i, file)
		e.data = nil
	})
	first := map[string]int{}
	for i, n := range ids {
		if n.id == "" {
			continue
		}
		j, twice := first[n.id]
		if !twice {
			first[n.id] = i
			continue
		}
		done(i, Checked{Path: entries[i].name(), Kind: "scenario", Problems: []source.Problem{{
			Code: "CH007", Severity: source.Warning, Place: source.Place{File: entries[i].name(), Line: n.line, Col: 1, Width: utf8.RuneCountInString(n.text)}, Line0: n.text,
			Message: fmt.Sprintf("Two scenarios have the id “%s”; the other is %s. Only one of them can be found by it.", n.id, entries[j].name()), Help: "give this one another id",
		}}})
	}
	return len(entries), nil
}

// named is the id that a file gives itself, and where.
type named struct {
	id, text string
	line     int
}

func nameOf(e *entry) named {
	m := idLine.FindSubmatchIndex(e.data)
	if m == nil {
		return named{}
	}
	text, _, _ := bytes.Cut(e.data[m[0]:], []byte("\n"))
	return named{string(e.data[m[2]:m[3]]), strings.TrimRight(string(text), "\r "), 1 + bytes.Count(e.data[:m[0]], []byte("\n"))}
}

// entries lists the files without reading those of folders.
func (l *linting) entries(paths []string) ([]*entry, error) {
	if len(paths) == 0 {
		return l.c.shelves[len(l.c.shelves)-1].list()
	}
	var all []*entry
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || !info.IsDir() {
			if err == nil && !isPath(p) && p != Pipe {
				p = "." + string(filepath.Separator) + p // a file that is there is no id
			}
			e, err := l.c.locateAny(p)
			if err != nil {
				return nil, err
			}
			all = append(all, e)
			continue
		}
		s, err := folder(p)
		if err != nil {
			return nil, fmt.Errorf("I could not look into %s: %w", p, err)
		}
		more, err := s.list()
		if err != nil {
			return nil, err
		}
		if len(more) == 0 {
			return nil, fmt.Errorf("there is no .yaml file in %s", p)
		}
		all = append(all, more...)
	}
	return all, nil
}

// beside is what the files of an entry's folder share.
func (l *linting) beside(e *entry) *shared {
	chain := l.c.chain(e)
	l.mu.Lock()
	s := l.shared[chain[0].root]
	if s == nil {
		s = &shared{chain: chain, personas: map[string]scenarios.Persona{}}
		l.shared[chain[0].root] = s
	}
	l.mu.Unlock()
	s.once.Do(func() {
		s.known = l.c.known(chain)
		s.known.Packs = names(chain, "packs")
		s.known.Year = l.year
		s.facts, _ = factsOf(chain)
	})
	return s
}

// check looks at one file as what its place says it is.
func (l *linting) check(e *entry) Checked {
	done := Checked{Path: e.name(), Kind: "scenario", Data: e.data}
	if e.err != nil {
		done.unread(e)
		return done
	}
	switch e.role() {
	case aPersona:
		done.Kind = "persona"
		done.Problems = scenarios.CheckPersona(e.name(), e.data, l.beside(e).known)
	case aPack:
		done.Kind = "pack"
		done.Problems = l.pack(e)
	case facts:
		done.Kind = "facts"
		done.Problems = scenarios.CheckFacts(e.name(), e.data, scenarios.Known{Year: l.year})
	default:
		l.scenario(e, &done)
	}
	return done
}

// scenario reads one scenario, and casts it if it can be played.
func (l *linting) scenario(e *entry, done *Checked) {
	near := l.beside(e)
	s, problems := scenarios.Load(e.name(), e.data, near.known)
	done.Problems = problems
	if s == nil || hasErrors(problems) || s.Kind != "call" {
		return
	}
	cast := sim.Cast{Scenario: s, Facts: near.facts, Program: l.c.o.Program}
	fail := func(err error) {
		done.Problems = append(done.Problems, source.Problem{Code: CodeUnread, Place: source.Place{File: e.name(), Line: 1, Col: 1, Width: 1}, Message: capital(err.Error()) + "."})
	}
	var err error
	if cast.Persona, err = near.persona(s.Customer.Type); err != nil {
		fail(err)
		return
	}
	var parts []part
	for _, name := range slices.Concat(l.c.o.Packs, s.Packs) {
		more, err := l.c.packsAt(near.chain, name)
		if err != nil {
			fail(fmt.Errorf("this needs the pack %s: %w", name, err))
			return
		}
		parts = append(parts, more...)
	}
	parts = append(parts, l.c.house()...)
	reader, _, err := l.c.compile(parts) // a pack's own problems are told with the pack
	if err != nil {
		var broken *Unplayable
		if errors.As(err, &broken) {
			err = fmt.Errorf("this needs the pack %s, and that has faults: coolhead lint %s", parts[0].name, broken.Path)
		}
		fail(err)
		return
	}
	cast.Reader = with(reader, s)
	done.Cast = &cast
}

// persona reads a persona once for all who name it.
func (s *shared) persona(name string) (scenarios.Persona, error) {
	if name == "" {
		return scenarios.Persona{}, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, ok := s.personas[name]; ok {
		return p, nil
	}
	at, data, err := find(s.chain, "personas/"+name+".yaml")
	if err != nil {
		return scenarios.Persona{}, fmt.Errorf("this needs the persona %s: I could not read %s: %w", name, at, err)
	}
	p, _ := scenarios.LoadPersona(at, data)
	s.personas[name] = p
	return p, nil
}

// pack tries a pack's rules beside those of the binary.
func (l *linting) pack(e *entry) []source.Problem {
	p, problems := loadPack(e.name(), e.data)
	if p == nil {
		return problems
	}
	builtin, _ := scoring.Builtin()
	reader, more := scoring.Compile(append(builtin, p))
	for _, q := range more {
		if q.File == e.name() {
			problems = append(problems, q)
		}
	}
	if reader != nil {
		l.reread.Do(func() { l.good = l.c.models() })
		problems = append(problems, reader.CheckPack(p, l.good)...)
		problems = append(problems, reader.CheckOverride(source.Place{File: e.name(), Line: 1, Col: 1, Width: 1}, p.Override)...)
	}
	source.Sort(problems)
	return problems
}

// models are the model picks of the calls in the binary: replies known to be good.
func (c *Catalog) models() []string {
	var good []string
	s := c.shelves[len(c.shelves)-1]
	files, _ := s.walk()
	for _, file := range files {
		if roleOf(file) != aScenario {
			continue
		}
		data, err := s.read(file)
		if err != nil {
			continue
		}
		call, _ := scenarios.Load(file, data, scenarios.Known{})
		if call == nil {
			continue
		}
		for i := range call.Turns {
			for _, p := range call.Turns[i].Picks {
				if p.Kind == scenarios.Model {
					good = append(good, p.Text)
				}
			}
		}
	}
	return good
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
