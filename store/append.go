package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"coolhead/sim"
)

// handle is the file behind an attempt; a test puts a full disk in its place.
type handle interface {
	io.Reader
	io.WriterAt
	Truncate(size int64) error
	Sync() error
	Close() error
}

// NotKept says that events are not on disk yet. They are held, and written with
// the next Append or Flush.
type NotKept struct {
	Events int
	Err    error
}

func (e *NotKept) Error() string {
	if full(e.Err) {
		return "This reply is not on disk yet: the disk is full. The call goes on; free some space and it is kept."
	}
	return fmt.Sprintf("This reply is not on disk yet: %v. The call goes on, and it is tried again with your next reply.", cause(e.Err))
}

func (e *NotKept) Unwrap() error { return e.Err }

// cause is an error without the Go name of the call that met it.
func cause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return fmt.Errorf("%s: %w", path.Path, path.Err)
	}
	return err
}

// Append adds events to an attempt, which is made by its first event and stays
// open, and closed to other programs, until Release or Close. A *NotKept error
// leaves nothing half-written and loses nothing.
func (s *Store) Append(id string, events []sim.Event) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.open[id]
	if a == nil {
		a = &attempt{}
		s.open[id] = a
	}
	a.pending = append(a.pending, events...)
	err := s.flush(id, a)
	if errors.Is(err, ErrBusy) || errors.Is(err, ErrNotThere) {
		delete(s.open, id) // it will never be ours to write
		return err
	}
	if err != nil {
		return &NotKept{Events: len(a.pending), Err: err}
	}
	return nil
}

// flush writes what is pending as whole lines, or nothing.
func (s *Store) flush(id string, a *attempt) error {
	if len(a.pending) == 0 {
		return nil
	}
	if a.file == nil {
		if err := s.begin(id, a); err != nil {
			return err
		}
	}
	var lines bytes.Buffer
	for i := range a.pending {
		line, err := seal(a.pending[i], s.o.Now())
		if err != nil {
			return err
		}
		lines.Write(line)
	}
	n, err := a.file.WriteAt(lines.Bytes(), a.size)
	if err != nil {
		a.file.Truncate(a.size) // best effort: Load drops a torn line anyway
		return err
	}
	a.size += int64(n)
	a.dirty = true
	ended := false
	for _, e := range a.pending {
		ended = ended || e.Type == sim.Ended
	}
	a.pending = nil
	if ended {
		return s.sync(a)
	}
	return nil
}

func (s *Store) sync(a *attempt) error {
	if a.file == nil || !a.dirty {
		return nil
	}
	a.dirty = false
	return a.file.Sync()
}

// begin opens and locks the file, and finds where its whole lines end.
func (s *Store) begin(id string, a *attempt) error {
	path, err := s.path("attempts", id, ".jsonl")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := s.file(path)
	if err != nil {
		return err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxAttempt))
	if err != nil {
		f.Close()
		return err
	}
	whole := wholeLines(data)
	if len(whole) < len(data) {
		if err := f.Truncate(int64(len(whole))); err != nil {
			f.Close()
			return err
		}
	}
	a.file, a.size = f, int64(len(whole))
	return nil
}

// wholeLines is the part of a file that ends with a line's end: what comes
// after it was torn off by a crash.
func wholeLines(data []byte) []byte {
	return data[:bytes.LastIndexByte(data, '\n')+1]
}

// Hold opens an attempt for writing before anything is appended, so that going
// on with one that another program plays fails at once, with ErrBusy.
func (s *Store) Hold(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.open[id]; a != nil {
		return nil
	}
	path, err := s.path("attempts", id, ".jsonl")
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("attempt %s: %w", id, ErrNotThere)
	}
	a := &attempt{}
	if err := s.begin(id, a); err != nil {
		return err
	}
	s.open[id] = a
	return nil
}

// Flush tries again to write what an earlier Append could not.
func (s *Store) Flush(id string) error { return s.Append(id, nil) }

// Release writes what is held and gives the attempt free for other programs.
func (s *Store) Release(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.release(id)
}

func (s *Store) release(id string) error {
	a := s.open[id]
	if a == nil {
		return nil
	}
	delete(s.open, id)
	err := s.flush(id, a)
	if err != nil {
		err = &NotKept{Events: len(a.pending), Err: err}
	}
	if a.file == nil {
		return err
	}
	return errors.Join(err, s.sync(a), a.file.Close())
}

// Close releases every attempt.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for id := range s.open {
		errs = append(errs, s.release(id))
	}
	return errors.Join(errs...)
}

// marshal is JSON as it is kept: < and & stay readable.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}
