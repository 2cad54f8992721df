package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"coolhead/cli"
)

// desk is a place to run commands in, with folders of its own.
type desk struct {
	dir string
	ids int
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{dir: t.TempDir()}
	if err := os.CopyFS(filepath.Join(d.dir, "calls"), os.DirFS(filepath.Join("testdata", "calls"))); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) world(in io.Reader, out, errs io.Writer) cli.World {
	clock := time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC)
	return cli.World{
		In: in, Out: out, Err: errs,
		Getenv: func(string) string { return "" },
		Data:   filepath.Join(d.dir, "data"), Config: filepath.Join(d.dir, "config"),
		Now:  func() time.Time { clock = clock.Add(time.Second); return clock },
		ID:   func() string { d.ids++; return strings.Repeat(string(rune('a'+d.ids)), 6) },
		Seed: func() int64 { return 5 },
	}
}

// run does one command and gives what it printed.
func (d *desk) run(in string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = cli.Run(context.Background(), args, d.world(strings.NewReader(in), &o, &e))
	return code, o.String(), e.String()
}

// talk is a call that is being played through two pipes.
type talk struct {
	say  *io.PipeWriter
	hear *bufio.Scanner
	code chan int
	errs bytes.Buffer
}

func (d *desk) play(args ...string) *talk {
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	t := &talk{say: inW, hear: bufio.NewScanner(outR), code: make(chan int, 1)}
	world := d.world(inR, outW, &t.errs)
	go func() {
		t.code <- cli.Run(context.Background(), append([]string{"play"}, args...), world)
		outW.Close()
	}()
	return t
}

// until reads lines up to one that begins so.
func (k *talk) until(t *testing.T, start string) {
	t.Helper()
	for k.hear.Scan() {
		if strings.HasPrefix(k.hear.Text(), start) {
			return
		}
	}
	t.Fatalf("%q was never said; stderr: %s", start, k.errs.String())
}

// end hangs up and reads what is left.
func (k *talk) end() int {
	k.say.Close()
	for k.hear.Scan() {
	}
	return <-k.code
}

func TestACallGoesOnWhenItsFileIsDeletedWhileItIsPlayed(t *testing.T) {
	d := newDesk(t)
	path := filepath.Join(d.dir, "calls", "tea.yaml")
	call := d.play(path, "--seed", "1")
	call.until(t, "Ana, upset: ")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	io.WriteString(call.say, "Forty minutes and then cold: that is our mistake, and I'm sorry.\n")
	call.until(t, "coach: ")
	if code := call.end(); code != 0 {
		t.Fatalf("ended with %d: %s", code, call.errs.String())
	}
	code, out, errs := d.run("I'll bring you a new pot myself, within five minutes.\n", "play", "--continue")
	if code != 0 || !strings.Contains(out, "1 reply so far") || !strings.Contains(out, "Reply 2, ") {
		t.Errorf("going on ended with %d:\n%s%s", code, out, errs)
	}
}

func TestACallThatIsOpenInOneWindowIsNotGoneOnWithInAnother(t *testing.T) {
	d := newDesk(t)
	call := d.play(filepath.Join(d.dir, "calls", "tea.yaml"), "--seed", "1")
	call.until(t, "Ana, upset: ")
	io.WriteString(call.say, "That is our mistake, and I'm sorry.\n")
	call.until(t, "coach: ")
	code, _, errs := d.run("Well.\n", "play", "--continue")
	if code != 2 || !strings.Contains(errs, "The cold tea is open in another window") {
		t.Errorf("the second window ended with %d: %s", code, errs)
	}
	call.end()
	if code, _, errs := d.run("Well.\n", "play", "--continue"); code != 0 {
		t.Errorf("after the first was closed: %d, %s", code, errs)
	}
}

func TestTheReadmesScenarioPlaysToAGoodEnd(t *testing.T) {
	d := newDesk(t)
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "```yaml\n")
	yaml, _, closed := strings.Cut(rest, "```\n")
	if !ok || !closed {
		t.Fatal("README.md has no scenario")
	}
	if n := strings.Count(yaml, "\n"); n > 15 {
		t.Errorf("it has %d lines", n)
	}
	path := filepath.Join(d.dir, "cold-soup.yaml")
	if err := os.WriteFile(path, []byte(yaml), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := d.run("", "lint", path, "--strict"); code != 0 {
		t.Errorf("lint ended with %d:\n%s%s", code, out, errs)
	}
	if code, out, errs := d.run("", "play", path, "--path", "1"); code != 0 || !strings.Contains(out, "Ending: recovered") {
		t.Errorf("the model pick ended with %d:\n%s%s", code, out, errs)
	}
	if code, out, errs := d.run("", "play", path, "--path", "2,2"); code != 0 || !strings.Contains(out, "Ending: stormed-off") {
		t.Errorf("the trap ended with %d:\n%s%s", code, out, errs)
	}
}

func TestTheReadmeNamesCommandsThatAreThere(t *testing.T) {
	d := newDesk(t)
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for line := range strings.Lines(string(readme)) {
		row, ok := strings.CutPrefix(line, "| `")
		if !ok {
			continue
		}
		named++
		command, _, _ := strings.Cut(row, "`")
		command, _, _ = strings.Cut(command, " ")
		if code, _, errs := d.run("", command, "--help"); code != 0 {
			t.Errorf("%s --help ended with %d: %s", command, code, errs)
		}
	}
	if named == 0 {
		t.Error("README.md names no commands")
	}
}
