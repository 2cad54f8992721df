package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// maxBlob is the most that is read of one kept file; none larger is ever kept,
// since nothing larger is ever read as a scenario.
const maxBlob = 1 << 20

// KeepBlob keeps a scenario, persona or pack under the SHA-256 of its bytes, in
// hexadecimal. Keeping it again costs nothing.
func (s *Store) KeepBlob(hash string, data []byte) error {
	if sum(data) != hash {
		return fmt.Errorf("keep %s: its bytes have the hash %s", hash, sum(data))
	}
	path, err := s.path("blobs", hash, "")
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(data)) {
		return nil
	}
	if err := replace(path, data); err != nil {
		if full(err) {
			err = errors.New("the disk is full")
		}
		return fmt.Errorf("I could not keep a copy of what is played: %w.", cause(err))
	}
	return nil
}

// Blob gives back what was kept, byte for byte, or an error.
func (s *Store) Blob(hash string) ([]byte, error) {
	path, err := s.path("blobs", hash, "")
	if err != nil {
		return nil, err
	}
	data, err := readFile(path, maxBlob)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", hash, ErrNotThere)
	}
	if err == nil && sum(data) != hash {
		err = fmt.Errorf("%s was changed since it was kept", path)
	}
	return data, err
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
