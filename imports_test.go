package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms are the packages of the house, from left to right: a package imports
// only what stands to its right. Those in one row do not import each other; what
// lies in a folder below belongs to its room.
var rooms = [][]string{
	{"bench"}, // measures the others; nothing imports it
	{"cli"},
	{"host"},
	{"ui"},
	{"report"},
	{"catalog", "store"},
	{"draft", "chart"},
	{"room", "sim/check"},
	{"sim"},
	{"scoring", "scenarios"},
	{"scenarios/source"},
}

// pure rooms have no terminal, network, disk, clock or global random.
var pure = []string{"scenarios", "scoring", "sim", "room", "draft", "chart"}

// outside are imports that no pure package has: these, and all below them.
var outside = []string{
	"os", "net", "syscall", "io/ioutil", "path/filepath", "math/rand", "crypto/rand", "database/sql", "log",
	"github.com/charmbracelet", "github.com/spf13/cobra", "github.com/adrg/xdg", "golang.org/x/term", "golang.org/x/sys",
}

// clocks are the functions of package time that read or wait for the clock.
var clocks = []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "Sleep", "NewTimer", "NewTicker"}

func below(pkg, folder string) bool { return pkg == folder || strings.HasPrefix(pkg, folder+"/") }

// roomOf is the row and the name of a package's room; the longest name counts.
func roomOf(pkg string) (row int, name string) {
	row = -1
	for i, names := range rooms {
		for _, n := range names {
			if below(pkg, n) && len(n) > len(name) {
				row, name = i, n
			}
		}
	}
	return row, name
}

// wrongWay says why a package of the house must not import another, "" if it may.
func wrongWay(from, to string) string {
	if from == "" {
		if to != "cli" {
			return "main.go calls cli.Main and nothing else"
		}
		return ""
	}
	fromRow, fromRoom := roomOf(from)
	toRow, toRoom := roomOf(to)
	switch {
	case fromRow < 0:
		return from + " has no place in the house: give it one in rooms"
	case toRow < 0:
		return to + " has no place in the house: give it one in rooms"
	case fromRoom == toRoom || fromRow < toRow:
		return ""
	case fromRow == toRow:
		return fromRoom + " and " + toRoom + " stand side by side and do not know each other"
	}
	return toRoom + " stands to the left of " + fromRoom
}

// impure says what a file of a pure package must not have.
func impure(file *ast.File) []string {
	var found []string
	clock := ""
	for _, spec := range file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		for _, o := range outside {
			if below(name, o) {
				found = append(found, "imports "+name)
			}
		}
		if name == "time" {
			clock = "time"
			if spec.Name != nil {
				clock = spec.Name.Name
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || clock == "" {
			return true
		}
		if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == clock && slices.Contains(clocks, sel.Sel.Name) {
			found = append(found, "calls time."+sel.Sel.Name)
		}
		return true
	})
	return found
}

func TestDataFallsOneWay(t *testing.T) {
	seen := map[string]bool{}
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if name != "." && (strings.HasPrefix(e.Name(), ".") || e.Name() == "testdata") {
				return fs.SkipDir
			}
			if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil && name != "." {
				return fs.SkipDir // a module of its own, outside the house
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg := path.Dir(filepath.ToSlash(name))
		if pkg == "." {
			pkg = ""
		}
		seen[pkg] = true
		for _, spec := range file.Imports {
			to, _ := strconv.Unquote(spec.Path.Value)
			if to, ok := strings.CutPrefix(to, "coolhead/"); ok {
				if why := wrongWay(pkg, to); why != "" {
					t.Errorf("%s imports %s: %s", name, to, why)
				}
			}
		}
		if strings.HasSuffix(name, "_test.go") {
			return nil
		}
		for _, p := range pure {
			if below(pkg, p) {
				for _, what := range impure(file) {
					t.Errorf("%s %s, and %s is pure", name, what, p)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range []string{"cli", "store", "sim", "scoring", "scenarios/source"} {
		if !seen[pkg] {
			t.Errorf("no file of %s was looked at", pkg)
		}
	}
}

func TestTheOrderOfRoomsIsSeen(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		allowed        bool
	}{
		{"main calls cli", "", "cli", true},
		{"main reaches past cli", "", "sim", false},
		{"cli uses a screen", "cli", "ui/app", true},
		{"a screen uses another part of ui", "ui/app", "ui/home", true},
		{"the engine uses a screen", "sim", "ui/plain", false},
		{"the catalog uses the store", "catalog", "store", false},
		{"the check uses the engine", "sim/check", "sim", true},
		{"the engine uses its check", "sim", "sim/check", false},
		{"scoring uses scenarios", "scoring", "scenarios", false},
		{"scoring reads YAML with places", "scoring", "scenarios/source", true},
		{"the library knows scenarios", "scenarios/library", "scenarios", true},
		{"a package without a place", "helpers", "sim", false},
	} {
		if why := wrongWay(c.from, c.to); (why == "") != c.allowed {
			t.Errorf("%s: allowed %v, said %q", c.name, why == "", why)
		}
	}
}

func TestImpureFilesAreSeen(t *testing.T) {
	for src, want := range map[string]int{
		`package p; import "time"; var d time.Duration`:                             0,
		`package p; import "time"; var d = time.Now()`:                              1,
		`package p; import clock "time"; func f() { clock.Sleep(1) }`:               1,
		`package p; import "os"`:                                                    1,
		`package p; import ("net/http"; "math/rand/v2")`:                            2,
		`package p; import ("strings"; "io/fs"; "math/bits")`:                       0,
		`package p; import tea "github.com/charmbracelet/bubbletea"; var m tea.Msg`: 1,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "p.go", src, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := impure(file); len(got) != want {
			t.Errorf("%s: found %q, want %d", src, got, want)
		}
	}
}
