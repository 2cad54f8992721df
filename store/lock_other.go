//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package store

import "os"

// openLocked opens a file. This system has no lock that goes with the program.
func openLocked(path string) (handle, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
}

// full cannot be told here; the error's own words are shown.
func full(error) bool { return false }
