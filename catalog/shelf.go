package catalog

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

const (
	maxFile    = 1 << 20 // bytes read of one file
	maxEntries = 100_000 // files and folders looked at on one shelf
	maxDepth   = 16      // folders within folders
)

// shelf is one place of the catalog: a library folder, the folder of a file, or
// the library inside the binary.
type shelf struct {
	root   string // as people wrote it
	files  fs.FS
	inside bool // in the binary
}

// name is how a file of this shelf is called to people, and found again by Find.
func (s *shelf) name(file string) string {
	if s.inside {
		return s.root + "/" + file
	}
	return filepath.Join(s.root, filepath.FromSlash(file))
}

// errTooLarge is told apart since the fault is in the file, not the disk.
var errTooLarge = errors.New("it is larger than 1 MiB, and no scenario is")

// read gives a plain file's bytes, at most maxFile of them. Folders, devices and
// pipes are refused before they are opened: opening a pipe would wait for ever.
func (s *shelf) read(file string) ([]byte, error) {
	info, err := fs.Stat(s.files, file)
	if err != nil {
		return nil, reason(err)
	}
	if info.IsDir() {
		return nil, errors.New("it is a folder")
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a plain file")
	}
	f, err := s.files.Open(file)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, reason(err)
	}
	if len(data) > maxFile {
		return nil, errTooLarge
	}
	return data, nil
}

// role is what a file of a library is, told by where it stands.
type role int

const (
	aScenario role = iota
	aPersona
	aPack
	facts
)

func roleOf(file string) role {
	dir, name := path.Split(file)
	switch path.Base(path.Clean("/" + dir)) {
	case "packs":
		return aPack
	case "personas":
		return aPersona
	}
	switch {
	case name == "facts.yaml":
		return facts
	case isList(name):
		return aPack
	}
	return aScenario
}

// isList says whether a file is a list of phrases from a spreadsheet.
func isList(file string) bool { return strings.ToLower(path.Ext(file)) == ".csv" }

func isYAML(file string) bool {
	ext := strings.ToLower(path.Ext(file))
	return ext == ".yaml" || ext == ".yml"
}

// walk lists the YAML files of a shelf, and the lists of phrases among its packs.
func (s *shelf) walk() ([]string, error) {
	return s.walkFor(func(file string) bool {
		return isYAML(file) || isList(file) && path.Base(path.Dir(file)) == "packs"
	})
}

// blocked is a file or folder that a walk could not look into.
type blocked struct {
	file, name string
	err        error
}

func (e *blocked) Error() string { return e.name + ": " + e.err.Error() }
func (e *blocked) Unwrap() error { return e.err }

// list is every file of a shelf as an entry that is not read yet. What could not
// be looked into is an entry too: it is told beside the others, and stops none.
func (s *shelf) list() ([]*entry, error) {
	files, err := s.walk()
	all := make([]*entry, 0, len(files))
	for _, file := range files {
		all = append(all, &entry{shelf: s, file: file})
	}
	var rest []error
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, fault := range many.Unwrap() {
			var b *blocked
			if !errors.As(fault, &b) {
				rest = append(rest, fault)
				continue
			}
			all = append(all, &entry{shelf: s, file: b.file, err: b.err})
		}
	}
	return all, errors.Join(rest...)
}

// walkFor lists files of a shelf in order of their paths. Hidden folders, links
// and all that is not a plain file are passed by. What could not be looked into
// comes back as one error beside the files.
func (s *shelf) walkFor(wanted func(file string) bool) ([]string, error) {
	var files []string
	var faults []error
	seen := 0
	err := fs.WalkDir(s.files, ".", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			faults = append(faults, &blocked{file: file, name: s.name(file), err: reason(err)})
			if e != nil && e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if seen++; seen > maxEntries {
			faults = append(faults, fmt.Errorf("%s has more than %d files; those after %s are not looked at", s.root, maxEntries, file))
			return fs.SkipAll
		}
		if e.IsDir() {
			if file != "." && (strings.HasPrefix(e.Name(), ".") || strings.Count(file, "/") >= maxDepth) {
				return fs.SkipDir
			}
			return nil
		}
		if e.Type().IsRegular() && wanted(file) && !strings.HasPrefix(e.Name(), ".") {
			files = append(files, file)
		}
		return nil
	})
	return files, errors.Join(append(faults, err)...)
}

// named lists what a folder of a shelf has, without the ending.
func (s *shelf) named(dir string) []string {
	entries, err := fs.ReadDir(s.files, dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		for _, ext := range [...]string{".yaml", ".csv"} {
			if name, ok := strings.CutSuffix(e.Name(), ext); ok && !e.IsDir() {
				names = append(names, name)
			}
		}
	}
	return names
}

// sub is the shelf of a folder within this one.
func (s *shelf) sub(dir string) (*shelf, bool) {
	if dir == "." || dir == "" {
		return s, false
	}
	files, err := fs.Sub(s.files, dir)
	if err != nil {
		return s, false
	}
	return &shelf{root: s.name(dir), files: files, inside: s.inside}, true
}
