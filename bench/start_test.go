// Package bench measures the whole program from outside: how long the first page
// takes, and what a key costs, each beside the smallest Bubble Tea program built
// of the same modules.
//
// Its rule: figures are printed, never asserted.
package bench

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// program is a binary and how to bring it to a place where one can type.
type program struct {
	name  string
	bin   string
	args  []string // to its first page
	first string   // stands there
	talk  []string // arguments that lead straight to a call
	keys  []string // typed there to reach a line to type on
	ready string   // on the page with that line
}

func programs(b *testing.B) []program {
	b.Helper()
	dir := b.TempDir()
	build := func(name, pkg string) string {
		bin := filepath.Join(dir, name)
		if out, err := exec.Command("go", "build", "-o", bin, pkg).CombinedOutput(); err != nil {
			b.Fatalf("build %s: %v\n%s", pkg, err, out)
		}
		return bin
	}
	return []program{
		{name: "bare", bin: build("bare", "coolhead/bench/bare"), first: "ready", ready: "ready"},
		{
			name: "coolhead", bin: build("coolhead", "coolhead"), args: []string{"play", "gate-agent"},
			first: "gate 14", talk: []string{"play", "gate-agent", "--at", "photo"}, keys: []string{"\t"}, ready: "ctrl+j",
		},
	}
}

// session is a program on a pseudo-terminal of 80 × 24.
type session struct {
	cmd  *exec.Cmd
	tty  *os.File
	read chan []byte
}

// answers are what a terminal says when it is asked for its background and for
// the place of its cursor.
var answers = map[string]string{
	"\x1b]11;?": "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
	"\x1b[6n":   "\x1b[1;1R",
}

// start starts a program on a terminal that answers queries, or never does.
func start(b *testing.B, p program, answering bool) *session {
	b.Helper()
	cmd := exec.Command(p.bin, p.args...)
	home := b.TempDir()
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home)
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Fatal(err)
	}
	s := &session{cmd: cmd, tty: tty, read: make(chan []byte, 1024)}
	go func() {
		for {
			buf := make([]byte, 32<<10)
			n, err := tty.Read(buf)
			if n > 0 {
				s.read <- buf[:n]
			}
			for query, answer := range answers {
				if answering && bytes.Contains(buf[:n], []byte(query)) {
					_, _ = io.WriteString(tty, answer)
				}
			}
			if err != nil {
				close(s.read)
				return
			}
		}
	}()
	return s
}

// until reads until the words have been painted.
func (s *session) until(b *testing.B, words string) {
	b.Helper()
	var seen bytes.Buffer
	limit := time.After(20 * time.Second)
	for !strings.Contains(seen.String(), words) {
		select {
		case chunk, ok := <-s.read:
			if !ok {
				b.Fatalf("ended before %q was painted:\n%q", words, seen.String())
			}
			seen.Write(chunk)
		case <-limit:
			b.Fatalf("never painted %q:\n%q", words, seen.String())
		}
	}
}

// end stops the program and gives the processor time it has used.
func (s *session) end() time.Duration {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	go func() {
		for range s.read {
		}
	}()
	_ = s.cmd.Wait()
	_ = s.tty.Close()
	return s.cmd.ProcessState.UserTime() + s.cmd.ProcessState.SystemTime()
}

// BenchmarkFirstPage is the time from starting the process to its first page, on
// a terminal that answers queries and on one that never does.
func BenchmarkFirstPage(b *testing.B) {
	for _, p := range programs(b) {
		for _, answering := range []bool{true, false} {
			name := map[bool]string{true: "answering", false: "silent"}[answering]
			b.Run(p.name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					s := start(b, p, answering)
					s.until(b, p.first)
					b.StopTimer()
					s.end()
					b.StartTimer()
				}
			})
		}
	}
}

// BenchmarkKey is the processor time of one key typed, at twenty keys a second,
// with the live coach on: a run with keys less a run without.
func BenchmarkKey(b *testing.B) {
	const line = "You're right, both of them flew this morning, and that is on us. "
	for _, p := range programs(b) {
		b.Run(p.name, func(b *testing.B) {
			var busy, idle time.Duration
			for b.Loop() {
				idle += typed(b, p, "")
				busy += typed(b, p, line)
			}
			b.ReportMetric(float64((busy-idle).Microseconds())/float64(b.N*len(line)), "cpu-µs/key")
		})
	}
}

func typed(b *testing.B, p program, line string) time.Duration {
	b.Helper()
	p.args = p.talk
	s := start(b, p, true)
	s.until(b, p.first)
	for _, k := range p.keys {
		_, _ = io.WriteString(s.tty, k)
	}
	if len(p.keys) > 0 {
		s.until(b, p.ready)
	}
	const pace = 50 * time.Millisecond // people type; this is load, not a test's wait
	tick := time.NewTicker(pace)
	defer tick.Stop()
	for i := range 65 {
		<-tick.C
		if i < len(line) {
			_, _ = io.WriteString(s.tty, line[i:i+1])
		}
	}
	return s.end()
}
