package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"coolhead/scenarios"
)

// ErrShipped is that a scenario lies in the program itself and cannot be changed.
var ErrShipped = errors.New("it is part of coolhead. Copy it into a folder of your own first")

// AddTest adds a test to the file of a scenario, by id or path, and says which file
// that is and what the test is called there: a name that another has gets a number. The
// file is written whole or not at all.
func (c *Catalog) AddTest(name string, t scenarios.Test) (file, called string, err error) {
	e, err := c.locate(name)
	if err != nil {
		return "", "", err
	}
	if e.shelf.inside {
		return e.name(), "", fmt.Errorf("I could not add a test to %s: %w", e.name(), ErrShipped)
	}
	file = filepath.Join(e.shelf.root, filepath.FromSlash(e.file))
	data, err := os.ReadFile(file)
	if err != nil {
		return file, "", fmt.Errorf("I could not read %s: %w", file, err)
	}
	out, err := scenarios.AppendTest(file, data, t)
	if err != nil {
		return file, "", err
	}
	if err := Replace(file, out); err != nil {
		return file, "", err
	}
	after, _ := scenarios.Load(file, out, scenarios.Known{})
	return file, after.Tests[len(after.Tests)-1].Name, nil
}

// Changeable says whether the file of a scenario, by id or path, could take a test:
// what is in the binary cannot.
func (c *Catalog) Changeable(name string) bool {
	e, err := c.locate(name)
	return err == nil && !e.shelf.inside
}

// Replace writes a file whole or not at all, with the rights it had; an error is a
// sentence.
func Replace(file string, data []byte) error {
	if err := replace(file, data); err != nil {
		return fmt.Errorf("I could not write %s: %w", file, unwritten(file, err))
	}
	return nil
}

// unwritten is why a file could not be written, without the name of the one that
// was to take its place.
func unwritten(file string, err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("this program may not write in %s", filepath.Dir(file))
	case errors.As(err, &at):
		return at.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// replace writes a file beside the old one and puts it in its place.
func replace(file string, data []byte) (err error) {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real // the file that is meant stays where it is
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".coolhead-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(data)
	if serr := f.Sync(); err == nil {
		err = serr
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(f.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	return err
}
