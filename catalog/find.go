package catalog

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/sim"
)

// Unplayable says that a scenario or a pack was found and has errors.
type Unplayable struct {
	Path     string
	Pack     bool // it is a pack of rules, of which nothing can be used
	Problems []source.Problem
}

func (e *Unplayable) Error() string {
	n := 0
	for _, p := range e.Problems {
		if p.Severity == source.Error {
			n++
		}
	}
	done := "played"
	if e.Pack {
		done = "used"
	}
	return fmt.Sprintf("%s cannot be %s: it has %s", e.Path, done, count(n, "fault"))
}

// NotACall says that a scenario is of a kind that is not played as a call.
type NotACall struct{ Path, Kind string }

func (e *NotACall) Error() string {
	return fmt.Sprintf("%s is a %s. This version plays calls", e.Path, e.Kind)
}

func count(n int, what string) string {
	if n == 1 {
		return "one " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// NotFound says that no scenario has this name.
type NotFound struct {
	Name   string
	Near   string // a name that is meant perhaps, "" if none is near
	Err    error  // for a path: why it could not be read
	Folder bool   // it is no scenario, but there is a folder of this name
}

func (e *NotFound) Error() string {
	if e.Err != nil {
		s := fmt.Sprintf("I could not read %s: %v.", e.Name, e.Err)
		if e.Near != "" {
			s += fmt.Sprintf(" Is it %s?", e.Near)
		}
		return s
	}
	if e.Folder {
		return fmt.Sprintf("“%s” is a folder, and one scenario is wanted here: a file in it, or an id. `coolhead list --library %s` shows what is there.", e.Name, e.Name)
	}
	if e.Near != "" {
		return fmt.Sprintf("No scenario is called “%s”. Did you mean “%s”?", e.Name, e.Near)
	}
	return fmt.Sprintf("No scenario is called “%s”. `coolhead list` shows them all.", e.Name)
}

func (e *NotFound) Unwrap() error { return e.Err }

// isPath tells a path from an id.
func isPath(name string) bool {
	return strings.ContainsAny(name, `/\`) || isYAML(name) || isList(name)
}

// Find puts together the scenario with this id, or of this file: a path has a
// slash or ends in .yaml. Problems that do not stop it from being played come
// back beside the cast; those that do, as an *Unplayable error.
func (c *Catalog) Find(name string) (sim.Cast, []source.Problem, error) {
	e, err := c.locate(name)
	if err != nil {
		return sim.Cast{}, nil, err
	}
	return c.cast(e)
}

// Item is one scenario as a list shows it, by id or path. One that cannot be
// played is an *Unplayable error.
func (c *Catalog) Item(name string) (Item, error) {
	e, err := c.locate(name)
	if err != nil {
		return Item{}, err
	}
	item := c.item(e)
	if !item.Playable() {
		return item, &Unplayable{Path: e.name(), Problems: item.Problems}
	}
	return item, nil
}

func (c *Catalog) locate(name string) (*entry, error) {
	if name == Pipe && c.piped != nil {
		e := *c.piped
		return &e, nil
	}
	if file, ok := strings.CutPrefix(name, builtIn+"/"); ok {
		s := c.shelves[len(c.shelves)-1]
		if data, err := s.read(file); err == nil {
			return &entry{id: idOf(file, data), shelf: s, file: file, data: data}, nil
		}
	}
	if isPath(name) {
		return c.locateFile(name)
	}
	entries, _ := c.index()
	ids := make([]string, 0, len(entries))
	for _, e := range entries {
		if e.id == name {
			return e, nil
		}
		ids = append(ids, e.id)
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return nil, &NotFound{Name: name, Folder: true}
	}
	near, _ := source.Nearest(name, ids)
	return nil, &NotFound{Name: name, Near: near}
}

// locateFile is the entry of a file, whose own folder is looked in first.
func (c *Catalog) locateFile(name string) (*entry, error) {
	dir, base := filepath.Split(name)
	if dir == "" {
		dir = "."
	}
	s := &shelf{root: filepath.Clean(dir), files: os.DirFS(dir)}
	data, err := s.read(base)
	if err != nil {
		if info, serr := os.Stat(name); serr == nil && info.IsDir() {
			return nil, &NotFound{Name: name, Folder: true}
		}
		fault := &NotFound{Name: name, Err: err}
		if _, absent := err.(notThere); absent {
			fault.Near = c.nearFile(s, base)
		}
		return nil, fault
	}
	return &entry{id: idOf(base, data), shelf: s, file: base, data: data}, nil
}

// nearFile is a YAML file of the folder that is meant perhaps.
func (c *Catalog) nearFile(s *shelf, base string) string {
	entries, err := os.ReadDir(s.root)
	if err != nil {
		return ""
	}
	stem := strings.TrimSuffix(base, path.Ext(base))
	var names []string
	for _, e := range entries {
		if e.IsDir() || !isYAML(e.Name()) || e.Name() == base {
			continue // what could not be read is no help for itself
		}
		if strings.TrimSuffix(e.Name(), path.Ext(e.Name())) == stem {
			return s.name(e.Name())
		}
		names = append(names, e.Name())
	}
	if near, ok := source.Nearest(base, names); ok {
		return s.name(near)
	}
	return ""
}
