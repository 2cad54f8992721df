package scenarios

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"coolhead/scenarios/source"
)

// told is a row of testdata/broken/expected.txt.
type told struct {
	line        int
	code, words string
}

func expectations(t *testing.T) (names []string, want map[string][]told) {
	t.Helper()
	want = map[string][]told{}
	text := string(must(os.ReadFile("testdata/broken/expected.txt")))
	for n, row := range strings.Split(strings.TrimSpace(text), "\n") {
		if strings.HasPrefix(row, "#") {
			continue
		}
		fields := strings.Fields(row)
		if len(fields) < 4 {
			t.Fatalf("expected.txt, row %d is no row: %q", n+1, row)
		}
		line, err := strconv.Atoi(fields[1])
		if err != nil {
			t.Fatalf("expected.txt, row %d: %v", n+1, err)
		}
		name := fields[0]
		if want[name] == nil {
			names = append(names, name)
		}
		want[name] = append(want[name], told{line, fields[2], strings.Join(fields[3:], " ")})
	}
	return names, want
}

// Every broken file is blamed on the line that a person would point at, in words
// that say what to do, and on no other.
func TestBrokenFilesOfBeginnersAreBlamedOnTheirLine(t *testing.T) {
	names, want := expectations(t)
	files := must(filepath.Glob("testdata/broken/*.yaml"))
	if len(files) != len(names) || len(names) < 60 {
		t.Errorf("%d files, %d in expected.txt; at least 60 are wanted", len(files), len(names))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			_, problems := Load(name+".yaml", must(os.ReadFile("testdata/broken/"+name+".yaml")), exampleKnown())
			shown, said := "", ""
			left := append([]told(nil), want[name]...)
			for _, p := range problems {
				shown += source.Format(p)
				said += p.Message + p.Help
				hit := -1
				for i, w := range left {
					if p.Line == w.line && p.Code == w.code && strings.Contains(p.Message, w.words) {
						hit = i
						break
					}
				}
				if hit >= 0 {
					left = append(left[:hit], left[hit+1:]...)
					if p.Help == "" {
						t.Errorf("%s on line %d offers no mend", p.Code, p.Line)
					}
				} else if p.Severity == source.Error {
					t.Errorf("nobody expected line %d, %s", p.Line, p.Code)
				}
			}
			for _, w := range left {
				t.Errorf("want line %d, %s, “%s”", w.line, w.code, w.words)
			}
			if t.Failed() {
				t.Logf("told:\n%s", shown[:min(len(shown), 3000)])
			}
			for _, word := range []string{"invalid", "unmarshal", "!!", "struct", "yaml:", "node"} {
				if strings.Contains(strings.ToLower(said), word) && name != "exclamation-mark-first" {
					t.Errorf("it says %q", word)
				}
			}
		})
	}
}

// A file may be as large as it likes: it is not read, and that is said.
func TestAHugeFileIsRefusedInASentence(t *testing.T) {
	line := []byte("  # a comment that goes on and on\n")
	_, problems := Load("huge.yaml", append([]byte("coolhead: 1\n"), bytes.Repeat(line, source.Most/len(line)+1)...), Known{})
	if len(problems) != 1 || problems[0].Code != "CH011" || problems[0].Line != 1 || !strings.Contains(problems[0].Message, "larger than 1 MiB") {
		t.Errorf("got %v", problems)
	}
}

// COOLHEAD_TABLE=1 prints the table of broken files with what was said of each.
func TestTableOfBrokenFiles(t *testing.T) {
	if os.Getenv("COOLHEAD_TABLE") == "" {
		t.Skip("COOLHEAD_TABLE is not set")
	}
	names, want := expectations(t)
	for _, name := range names {
		_, problems := Load(name+".yaml", must(os.ReadFile("testdata/broken/"+name+".yaml")), exampleKnown())
		for _, w := range want[name] {
			code, line := "wrong", "wrong"
			for _, p := range problems {
				if p.Code == w.code && strings.Contains(p.Message, w.words) {
					code = "right"
					if p.Line == w.line {
						line = "right"
					}
				}
			}
			fmt.Printf("| %s | %s %s | line %d %s |\n", name, w.code, code, w.line, line)
		}
	}
}
