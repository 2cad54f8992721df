package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// place writes a new file as a whole or not at all. A file that is there already
// is never touched.
func place(file string, data []byte) error {
	failed := func(err error) error {
		var at *fs.PathError
		var link *os.LinkError
		switch {
		case errors.Is(err, fs.ErrExist):
			return &exit{disk, fmt.Sprintf("%s is there already, and nothing was written. Name another file, or move that one away", file)}
		case errors.Is(err, fs.ErrNotExist):
			return &exit{disk, fmt.Sprintf("I could not write %s: the folder %s is not there", file, filepath.Dir(file))}
		case errors.Is(err, fs.ErrPermission):
			return &exit{disk, fmt.Sprintf("I could not write %s: this program may not write in %s", file, filepath.Dir(file))}
		case errors.As(err, &at):
			err = at.Err
		case errors.As(err, &link):
			err = link.Err
		}
		return &exit{disk, fmt.Sprintf("I could not write %s: %v", file, err)}
	}
	if _, err := os.Lstat(file); err == nil {
		return failed(fs.ErrExist)
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".coolhead-*")
	if err != nil {
		return failed(err)
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(data)
	if cerr := temp.Chmod(0o644); err == nil {
		err = cerr
	}
	if serr := temp.Sync(); err == nil {
		err = serr
	}
	if cerr := temp.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return failed(err)
	}
	// A link, unlike a rename, never replaces what came in between.
	if err := os.Link(temp.Name(), file); err == nil || errors.Is(err, fs.ErrExist) {
		if err != nil {
			return failed(err)
		}
		return nil
	}
	if _, err := os.Lstat(file); err == nil {
		return failed(fs.ErrExist)
	}
	if err := os.Rename(temp.Name(), file); err != nil {
		return failed(err)
	}
	return nil
}

// newFile checks the name of a scenario that is to be written.
func newFile(file string) error {
	if info, err := os.Stat(file); strings.HasSuffix(file, "/") || err == nil && info.IsDir() {
		return misused("%s is a folder. Name the file too: %s", file, filepath.ToSlash(filepath.Join(file, "refund.yaml")))
	}
	ext := strings.ToLower(filepath.Ext(file))
	if strings.HasPrefix(filepath.Base(file), ".") {
		return misused("%s begins with a dot, and such files are hidden: no list would show it. Name it without", file)
	}
	if ext != ".yaml" && ext != ".yml" {
		return misused("a scenario's file ends in .yaml: %s.yaml", strings.TrimSuffix(file, filepath.Ext(file)))
	}
	if _, err := os.Lstat(file); err == nil {
		return &exit{disk, fmt.Sprintf("%s is there already, and nothing was written. Name another file, or move that one away", file)}
	}
	return nil
}

// shown is a path as commands take it: with a slash, so that it is no id.
func shown(file string) string {
	if strings.ContainsAny(file, `/\`) {
		return file
	}
	return "./" + file
}

// quoted is a path as it can be copied from a message into a shell: in quotes if
// it has a space or another letter that means something there.
func quoted(file string) string {
	if strings.ContainsFunc(file, func(r rune) bool { return r < 0x80 && !plainInShell(r) }) {
		return "'" + strings.ReplaceAll(file, "'", `'\''`) + "'"
	}
	return file
}

func plainInShell(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/\\.:-_+,=@%", r)
}
