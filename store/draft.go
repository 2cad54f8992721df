package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// maxDraft is the most that is read back of a half-typed reply.
const maxDraft = 64 << 10

// KeepDraft keeps a half-typed reply of an attempt; an empty one removes it.
func (s *Store) KeepDraft(id, text string) error {
	path, err := s.path("drafts", id, ".txt")
	if err != nil {
		return err
	}
	if text == "" {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := replace(path, []byte(text)); err != nil {
		if full(err) {
			err = errors.New("the disk is full")
		}
		return fmt.Errorf("What you are typing is not on disk: %w.", cause(err))
	}
	return nil
}

// Draft is the half-typed reply of an attempt, "" if there is none.
func (s *Store) Draft(id string) (string, error) {
	path, err := s.path("drafts", id, ".txt")
	if err != nil {
		return "", err
	}
	data, err := readFile(path, maxDraft)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(data), err
}
