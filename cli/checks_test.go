package cli_test

import (
	"os"
	"path/filepath"
	"testing"

	"coolhead/catalog"
	"coolhead/scenarios"
)

// docs/checks.md is written by this test with COOLHEAD_WRITE=1.
func TestThePageOfChecksIsMadeFromTheRegistry(t *testing.T) {
	file := filepath.Join("..", "docs", "checks.md")
	if os.Getenv("COOLHEAD_WRITE") != "" {
		if err := os.WriteFile(file, []byte(scenarios.Page()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != scenarios.Page() {
		t.Error("docs/checks.md is not what the registry says: COOLHEAD_WRITE=1 go test ./cli -run PageOfChecks")
	}
}

// What is raised by looking for files is tried with files.
func TestCodesOfFilesAreRaisedByTheirExamples(t *testing.T) {
	for _, code := range scenarios.Codes() {
		if code.By != scenarios.Disk {
			continue
		}
		for text, want := range map[string]bool{code.Bad: true, code.Good: false} {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "it.yaml"), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			c, err := catalog.Open(catalog.Options{})
			if err != nil {
				t.Fatal(err)
			}
			raised := false
			_, err = c.Lint([]string{dir}, 2026, func(_ int, file catalog.Checked) {
				for _, p := range file.Problems {
					raised = raised || p.Code == code.Code
				}
			})
			if err != nil || raised != want {
				t.Errorf("%s: raised %v, want %v (%v)", code.Code, raised, want, err)
			}
		}
	}
}
