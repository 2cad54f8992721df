// Package store is attempts on disk: one file of lines per attempt, appended as
// the call goes on, beside the scenario, persona and packs it was played with.
//
// Its rule: it keeps envelopes (type, version, JSON) and adds only when each was
// written; what an event means is known by package sim. A line once written is
// never changed. Whatever cannot be written is held and written with the next
// line, so that a full disk loses nothing while the program runs.
package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"time"

	"coolhead/sim"
)

// Options is what a store is given from outside.
type Options struct {
	Dir string           // the folder that holds attempts, blobs and drafts; made when first written to
	Now func() time.Time // when a line is written
	ID  func() string    // the part of an attempt's id after its date; letters, digits and - only
}

// Store keeps attempts in one folder. It is safe for use by several goroutines;
// lines of one attempt are written in the order of the calls to Append.
type Store struct {
	o Options

	mu   sync.Mutex
	open map[string]*attempt // attempts this program writes to
	file func(path string) (handle, error)
}

// attempt is a file this program holds open and locked.
type attempt struct {
	file    handle
	size    int64       // bytes that are whole lines
	pending []sim.Event // not on disk yet
	dirty   bool        // lines were written since the last Sync
}

// Errors a caller may want to tell apart.
var (
	// ErrBusy: another program writes to this attempt.
	ErrBusy = errors.New("this attempt is open in another window")
	// ErrNotThere: no such attempt, draft or blob.
	ErrNotThere = errors.New("nothing is kept under that name")
	// ErrNewer: a newer coolhead wrote this file.
	ErrNewer = errors.New("a newer coolhead wrote this; this one cannot read it")
)

// Open is a store over a folder. Nothing is read or made until it is needed.
func Open(o Options) *Store {
	return &Store{o: o, open: map[string]*attempt{}, file: openLocked}
}

// Dir is the folder of the store.
func (s *Store) Dir() string { return s.o.Dir }

// New is the id for an attempt that begins now: DATE-ID. It is not on disk
// before its first Append.
func (s *Store) New() string {
	return s.o.Now().Format("2006-01-02") + "-" + s.o.ID()
}

var safeName = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z._-]{0,120}$`)

// path is where something named by a caller lies. Names never leave their folder.
func (s *Store) path(folder, name, ext string) (string, error) {
	if !safeName.MatchString(name) {
		return "", fmt.Errorf("%q cannot be the name of anything kept: %w", name, ErrNotThere)
	}
	return filepath.Join(s.o.Dir, folder, name+ext), nil
}

// replace writes a whole small file so that a reader sees the old one or the
// new one, never half of either.
func replace(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
	return err
}
