// Package cli is the command line, one file a command: flags in, one call into
// the rest of the house, words or JSON out.
//
// Its rule: nothing is decided here that a screen or another program would need
// too. What a command prints is the same for every terminal, width and clock.
// An error says what was being done, what is wrong, where, and what to do.
package cli

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
	"golang.org/x/term"
)

// World is all that a command touches outside the program.
type World struct {
	In       io.Reader
	Out, Err io.Writer
	// Whether each of the three is a terminal.
	InTerminal, OutTerminal, ErrTerminal bool

	Getenv func(string) string
	Data   string // the folder for attempts and the trainer's own library
	Config string // the folder for config.yaml
	Now    func() time.Time
	ID     func() string // six letters that no other attempt has
	Seed   func() int64  // for a call that was given none
}

// Main runs coolhead with the arguments, terminal and folders of this process,
// and gives its exit code.
func Main() int {
	findHome()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second ctrl+c ends what the first one could not
	return Run(ctx, os.Args[1:], World{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		OutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		Getenv:      os.Getenv,
		Data:        filepath.Join(xdg.DataHome, "coolhead"),
		Config:      filepath.Join(xdg.ConfigHome, "coolhead"),
		Now:         time.Now,
		ID:          func() string { return letters(random()) },
		Seed:        func() int64 { return int64(random() % 1_000_000) },
	})
}

// random is a number nobody can foretell; the program cannot run where the
// system has none.
func random() uint64 {
	var b [8]byte
	rand.Read(b[:])
	return binary.LittleEndian.Uint64(b[:])
}

// letters writes a number as six letters and digits that are not mixed up when
// read aloud.
func letters(n uint64) string {
	const alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
	b := make([]byte, 6)
	for i := range b {
		b[i] = alphabet[n%uint64(len(alphabet))]
		n /= uint64(len(alphabet))
	}
	return string(b)
}
