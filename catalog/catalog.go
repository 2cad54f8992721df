// Package catalog is the one place that finds scenarios, packs, personas and
// facts, in the binary and in folders, and puts them together into a cast that
// can be played. It is the disk side of the pure packages.
//
// Its rule: the first place that has a thing wins, in the order file's own
// folder, libraries as given, the trainer's own library, the binary. Reading is
// bounded: plain files only, of at most 1 MiB. A file that cannot be used hides
// no other; it is named, with its problems.
package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"coolhead/scenarios/library"
	"coolhead/scoring"
)

// Options is what a catalog is given from outside.
type Options struct {
	Libraries []string // folders in the order they were given; each must be there
	Own       string   // the trainer's own library; may be absent
	Packs     []string // house packs that count in every call: names or paths
	House     []byte   // a pack of what the settings change in rules, see Settings.House
	Program   string   // this program and its version, for the record of a call
}

// Catalog knows every place things are found in. It is safe for use by several
// goroutines, and reads the disk anew at each List and Find, so that an edit is
// seen; what a Find gave stays as it was.
type Catalog struct {
	o       Options
	shelves []*shelf
	piped   *entry // what came in through a pipe; nil if nothing did

	mu    sync.Mutex
	kept  map[string][]byte  // bytes of all that was put into a cast, by hash
	packs []*scoring.Pack    // built in
	read  map[string]readers // compiled packs, by the hashes of those not built in
}

// Open is a catalog over the folders. Only that they are there is looked at.
func Open(o Options) (*Catalog, error) {
	c := &Catalog{o: o, kept: map[string][]byte{}, read: map[string]readers{}}
	for _, dir := range o.Libraries {
		s, err := folder(dir)
		if err != nil {
			return nil, fmt.Errorf("I could not open the library %s: %w", dir, err)
		}
		c.shelves = append(c.shelves, s)
	}
	if o.Own != "" {
		s, err := folder(o.Own)
		if err == nil {
			c.shelves = append(c.shelves, s)
		} else if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
			return nil, fmt.Errorf("I could not open your library %s: %w", o.Own, err)
		}
	}
	c.shelves = append(c.shelves, &shelf{root: builtIn, files: library.FS, inside: true})
	return c, nil
}

// builtIn stands where the path of a shelf on disk would stand.
const builtIn = "built-in"

// folder is a shelf over a folder on disk.
func folder(dir string) (*shelf, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, reason(err)
	}
	if !info.IsDir() {
		return nil, errors.New("it is a file, and a library is a folder")
	}
	// The folder itself may be a link; links inside it are not followed.
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, reason(err)
	}
	return &shelf{root: dir, files: os.DirFS(real)}, nil
}

// reason is an error without the path and the name of the Go call, for a
// sentence that has named the path already.
func reason(err error) error {
	var path *fs.PathError
	if !errors.As(err, &path) {
		return err
	}
	if errors.Is(path.Err, fs.ErrNotExist) {
		return notThere{}
	}
	if errors.Is(path.Err, fs.ErrPermission) {
		return errors.New("this program may not read it")
	}
	return path.Err
}

// notThere is fs.ErrNotExist in words.
type notThere struct{}

func (notThere) Error() string        { return "it is not there" }
func (notThere) Is(target error) bool { return target == fs.ErrNotExist }
