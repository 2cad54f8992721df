package catalog

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFileThatCannotBeReadIsNoHintForItself(t *testing.T) {
	dir := t.TempDir()
	huge := filepath.Join(dir, "huge.yaml")
	if err := os.WriteFile(huge, bytes.Repeat([]byte("a"), maxFile+1), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Open(Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Item(huge)
	if err == nil || strings.Contains(err.Error(), "Is it") {
		t.Errorf("it says %q", err)
	}
	_, err = c.Item(filepath.Join(dir, "hug.yaml"))
	if err == nil || !strings.Contains(err.Error(), "Is it "+huge) {
		t.Errorf("a slip in the name: it says %q", err)
	}
}
