//go:build unix

package catalog

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestAPipeIsNeverOpened(t *testing.T) {
	dir := write(t, t.TempDir(), map[string]string{"good.yaml": tea("good")})
	pipe := filepath.Join(dir, "pipe.yaml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	c := open(t, Options{Libraries: []string{dir}})
	item(t, c, "good")
	if _, _, err := c.Find(pipe); err == nil || !strings.Contains(err.Error(), "not a plain file") {
		t.Errorf("error %v", err)
	}
}

func TestAnEndlessFileIsRefused(t *testing.T) {
	if _, _, err := open(t, Options{}).Find("/dev/zero"); err == nil {
		t.Error("/dev/zero was read")
	}
}
