package catalog

import (
	"errors"
	"os"
	"path/filepath"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/sim"
)

// Checked is one file that was looked at, with all that is wrong with it.
type Checked struct {
	Path     string
	Kind     string // scenario, persona, pack or facts
	Data     []byte
	Problems []source.Problem
	// Unread says that the fault is not the file's: it could not be read at all.
	Unread bool
	// Cast is what the engine can try; nil where the file is no scenario or
	// cannot be played.
	Cast *sim.Cast
}

// Check reads files and whole folders; no paths: everything in the binary. A
// folder is looked in as a library: its packs, personas and facts are found.
func (c *Catalog) Check(paths []string) ([]Checked, error) {
	l := &linting{c: c}
	entries, err := l.entries(paths)
	if err != nil {
		return nil, err
	}
	all := make([]Checked, len(entries))
	c.each(entries, func(i int, e *entry) {
		e.read()
		all[i] = c.check(e)
	})
	return all, nil
}

// locateAny is a file or an id. A file that is there and cannot be read is an
// entry all the same: its problem is told beside those of the others.
func (c *Catalog) locateAny(name string) (*entry, error) {
	e, err := c.locate(name)
	var missing *NotFound
	if errors.As(err, &missing) && missing.Err != nil {
		if _, absent := missing.Err.(notThere); !absent {
			dir, base := filepath.Split(name)
			return &entry{shelf: &shelf{root: filepath.Clean(dir), files: os.DirFS(filepath.Clean(dir))}, file: base, err: missing.Err}, nil
		}
	}
	return e, err
}

// unread says that nothing of an entry could be looked at.
func (f *Checked) unread(e *entry) {
	f.Problems = []source.Problem{unreadable(e.name(), e.err)}
	f.Unread = e.err != errTooLarge
}

// check looks at one file as what its place says it is.
func (c *Catalog) check(e *entry) Checked {
	done := Checked{Path: e.name(), Kind: "scenario", Data: e.data}
	if e.err != nil {
		done.unread(e)
		return done
	}
	switch e.role() {
	case aPersona:
		done.Kind = "persona"
		_, done.Problems = scenarios.LoadPersona(e.name(), e.data)
	case aPack:
		done.Kind = "pack"
		_, done.Problems = loadPack(e.name(), e.data)
	case facts:
		done.Kind = "facts"
		_, done.Problems = scenarios.LoadFacts(e.name(), e.data)
	default:
		var cast sim.Cast
		var err error
		cast, done.Problems, err = c.cast(e)
		var other *NotACall
		switch {
		case err == nil:
			done.Cast = &cast
		case errors.As(err, &other) || hasErrors(done.Problems):
		default:
			done.Problems = append(done.Problems, source.Problem{Code: CodeUnread, Place: source.Place{File: e.name(), Line: 1, Col: 1}, Message: err.Error() + "."})
		}
	}
	return done
}
