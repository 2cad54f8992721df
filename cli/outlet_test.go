package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// full takes nothing, as a full disk does.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "/somewhere", Err: errors.New("no space left")}
}

func TestNoCommandEndsWellWhereItsOutputIsLost(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.yaml")
	if err := os.WriteFile(bad, []byte("coolhead: 1\ncustommer: Ana\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{
		"list", "lint", "lint --format json", "lint --format sarif", "lint BAD --format github", "explain CH003", "explain codes",
		"schema", "map gate-agent", "score --format text", "test gate-agent --walks 0 --states 0", "test gate-agent --walks 0 --states 0 --format junit",
	} {
		t.Run(args, func(t *testing.T) {
			var said bytes.Buffer
			code := Run(context.Background(), strings.Fields(strings.ReplaceAll(args, "BAD", bad)), World{
				In: strings.NewReader("I will ring you by four.\n"), Out: full{}, Err: &said,
				Getenv: func(string) string { return "" }, Data: t.TempDir(), Config: t.TempDir(), Now: time.Now,
			})
			if code != disk || !strings.Contains(said.String(), "I could not write all of what this shows: no space left.") {
				t.Errorf("exit code %d, stderr %q", code, said.String())
			}
		})
	}
}
