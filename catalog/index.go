package catalog

import (
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// entry is one scenario file of a shelf, known by its head alone.
type entry struct {
	id    string
	shelf *shelf
	file  string
	data  []byte
	err   error // why its bytes could not be read
}

func (e *entry) name() string { return e.shelf.name(e.file) }

// role is what the file is: told by its first key if it is a pack, else by the
// folder it stands in.
func (e *entry) role() role {
	if packLine.Match(e.data) {
		return aPack
	}
	place := roleOf(path.Join(filepath.ToSlash(e.shelf.root), e.file))
	if place == aScenario && personaLine.Match(e.data) && !scenarioKey.Match(e.data) {
		return aPersona
	}
	return place
}

// A persona that does not stand in personas/ is told by its keys, so that it is not
// measured by what a scenario must have.
var (
	personaLine = regexp.MustCompile(`(?m)^(name|talks|never|thaw|heat|patience|silent|leaves|ripple)[ \t]*:`)
	scenarioKey = regexp.MustCompile(`(?m)^(coolhead|kind|id|title|turns|brief|customer)[ \t]*:`)
)

// read reads an entry's file, unless that was done or is in vain.
func (e *entry) read() {
	if e.data == nil && e.err == nil {
		e.data, e.err = e.shelf.read(e.file)
	}
}

var packLine = regexp.MustCompile(`(?m)^coolhead_pack[ \t]*:`)

var scenarioLine = regexp.MustCompile(`(?m)^coolhead[ \t]*:`)

var idLine = regexp.MustCompile(`(?m)^id[ \t]*:[ \t]*["']?([^"'\s#]+)`)

// idOf is the id a file says it has, found without reading all of it as YAML;
// the file's name where it says none.
func idOf(file string, data []byte) string {
	if m := idLine.FindSubmatch(data); m != nil {
		return string(m[1])
	}
	return strings.TrimSuffix(path.Base(file), path.Ext(file))
}

// index is every scenario file in the order in which they win, and what could
// not be looked into.
func (c *Catalog) index() ([]*entry, []error) {
	var all []*entry
	var faults []error
	for _, s := range c.shelves {
		files, err := s.walk()
		if err != nil {
			faults = append(faults, err)
		}
		for _, file := range files {
			e := &entry{shelf: s, file: file}
			if roleOf(file) != aScenario {
				continue
			}
			if e.data, e.err = s.read(file); packLine.Match(e.data) {
				continue
			}
			e.id = idOf(file, e.data)
			all = append(all, e)
		}
	}
	return all, faults
}
