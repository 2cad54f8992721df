package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"coolhead/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"coolhead": func() { os.Exit(cli.Main()) },
	})
}

// TestScripts runs the commands as a shell would. Every script has its own
// folders for what is kept, and a small call that no rule of the engine can
// surprise: calls/tea.yaml.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			for name, folder := range map[string]string{"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "HOME": "home"} {
				env.Setenv(name, filepath.Join(env.WorkDir, folder))
			}
			env.Setenv("COOLHEAD_LIBRARY", "")
			return os.CopyFS(filepath.Join(env.WorkDir, "calls"), os.DirFS(filepath.Join("testdata", "calls")))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fill":  fill,
			"exits": exits,
			"big":   big,
		},
	})
}

// fill writes N copies of a file, each with an id of its own: fill N FILE FOLDER.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	text := ts.ReadFile(args[1])
	ts.Check(os.MkdirAll(ts.MkAbs(args[2]), 0o755))
	for i := range n {
		name := fmt.Sprintf("call-%04d", i)
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[2]), name+".yaml"), []byte(strings.Replace(text, "id: tea", "id: "+name, 1)), 0o644))
	}
}

// exits runs a command and wants its exit code: exits CODE command args….
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want := args[0]
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != want {
		ts.Fatalf("%s ended with %s, want %s", strings.Join(args[1:], " "), got, want)
	}
}

// big writes a file of N letters: big N FILE.
func big(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Repeat("x", n)), 0o644))
}
