package catalog

// File is one file as it stands on disk, with what its place says it is.
type File struct {
	Path   string
	Kind   string // scenario, persona, pack or facts
	Data   []byte
	Err    error // why it could not be read
	Inside bool  // in the binary: nobody can write it
}

// Files lists files and whole folders and reads them, without looking at what they
// say.
func (c *Catalog) Files(paths []string) ([]File, error) {
	l := &linting{c: c}
	entries, err := l.entries(paths)
	if err != nil {
		return nil, err
	}
	files := make([]File, len(entries))
	c.each(entries, func(i int, e *entry) {
		e.read()
		kind := [...]string{aScenario: "scenario", aPersona: "persona", aPack: "pack", facts: "facts"}[e.role()]
		files[i] = File{Path: e.name(), Kind: kind, Data: e.data, Err: e.err, Inside: e.shelf.inside}
	})
	return files, nil
}
