//go:build unix

package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"

	"coolhead/ui/screen"
)

// TestMain lets this program be the child of the tests below: on a terminal, with
// one page, or ending at once as --help does.
func TestMain(m *testing.M) {
	switch os.Getenv("APP_CHILD") {
	case "":
		os.Exit(m.Run())
	case "help":
		fmt.Println("help")
	case "page":
		told := []string{}
		err := Run(context.Background(), Config{First: func(env screen.Env) screen.Screen {
			return &page{env: env, name: "a", told: &told}
		}})
		var fault *Fault
		if errors.As(err, &fault) {
			fmt.Println("fault:", err)
		}
		fmt.Println("after the page")
	}
}

// child runs this program on a terminal that never answers a question.
func child(t *testing.T, what string) (tty *os.File, cmd *exec.Cmd) {
	t.Helper()
	cmd = exec.Command(os.Args[0])
	cmd.Env = []string{"APP_CHILD=" + what, "TERM=xterm-256color", "LANG=en_GB.UTF-8"}
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Skipf("no terminal to be had: %v", err)
	}
	t.Cleanup(func() { tty.Close(); _ = cmd.Process.Kill() })
	return tty, cmd
}

// until reads what a terminal is sent until it holds some words; a limit far above
// anything that is promised keeps a fault from hanging the tests.
func until(t *testing.T, tty *os.File, seen *strings.Builder, words string) {
	t.Helper()
	_ = tty.SetReadDeadline(time.Now().Add(20 * time.Second))
	buf := make([]byte, 4096)
	for !strings.Contains(seen.String(), words) {
		n, err := tty.Read(buf)
		seen.Write(buf[:n])
		if err != nil {
			if strings.Contains(seen.String(), words) {
				return
			}
			t.Fatalf("%q never came (%v): %q", words, err, seen.String())
		}
	}
}

func TestNothingIsAskedBeforeAPageIsOpened(t *testing.T) {
	tty, _ := child(t, "help")
	var seen strings.Builder
	until(t, tty, &seen, "help\r\n")
	if seen.String() != "help\r\n" {
		t.Errorf("the terminal was sent %q", seen.String())
	}
}

func TestATerminalThatNeverAnswersSeesThePageAndIsGivenBack(t *testing.T) {
	tty, cmd := child(t, "page")
	before, err := term.GetState(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	var seen strings.Builder
	until(t, tty, &seen, "the body of a")
	if n := strings.Count(seen.String(), question); n != 1 {
		t.Errorf("asked %d times", n)
	}
	_, _ = tty.Write([]byte("\x03"))
	until(t, tty, &seen, "Once more to leave.")
	_, _ = tty.Write([]byte("\x03"))
	until(t, tty, &seen, "after the page")
	given(t, tty, cmd, seen.String(), before)
}

func TestAFaultGivesTheTerminalBackAndShowsNoTrace(t *testing.T) {
	for _, key := range []string{"x", "X"} {
		tty, cmd := child(t, "page")
		before, err := term.GetState(int(tty.Fd()))
		if err != nil {
			t.Fatal(err)
		}
		var seen strings.Builder
		until(t, tty, &seen, "the body of a")
		_, _ = tty.Write([]byte(key))
		until(t, tty, &seen, "after the page")
		if s := seen.String(); !strings.Contains(s, "fault: coolhead stopped") || strings.Contains(s, "goroutine") {
			t.Errorf("%s: %q", key, s)
		}
		given(t, tty, cmd, seen.String(), before)
	}
}

// given holds that a terminal is as it was: the page's screen left, the cursor
// shown, keys echoed again.
func given(t *testing.T, tty *os.File, cmd *exec.Cmd, sent string, before *term.State) {
	t.Helper()
	for name, sequence := range map[string]string{"the other screen": "\x1b[?1049l", "the cursor": "\x1b[?25h", "pasting": "\x1b[?2004l"} {
		if !strings.Contains(sent, sequence) {
			t.Errorf("%s was not given back", name)
		}
	}
	after, err := term.GetState(int(tty.Fd()))
	if err == nil && fmt.Sprint(*after) != fmt.Sprint(*before) {
		t.Errorf("the terminal's settings differ: %v, before %v", *after, *before)
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}
