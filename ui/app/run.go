package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/ui/home"
	"coolhead/ui/screen"
)

// Config is what a program on a terminal is given.
type Config struct {
	In     io.Reader           // nil: standard input
	Out    io.Writer           // nil: standard output
	Getenv func(string) string // nil: the environment of this process
	Theme  string              // "dark", "light", "" to find out
	ASCII  bool
	Env    screen.Env // theme and size are set here
	// First is the screen to begin with; nil is home. Leaving it ends the program.
	First func(screen.Env) screen.Screen
}

// Run opens the program on a terminal and returns when it has been left. The
// terminal is given back as it was, whatever happened.
func Run(ctx context.Context, c Config) error {
	if c.In == nil {
		c.In = os.Stdin
	}
	if c.Out == nil {
		c.Out = os.Stdout
	}
	if c.Getenv == nil {
		c.Getenv = os.Getenv
	}
	if c.First == nil {
		c.First = func(env screen.Env) screen.Screen { return home.New(env) }
	}
	m := New(c.Env, TerminalFor(c.Getenv, c.Theme, c.ASCII), c.Out, c.First)
	p := tea.NewProgram(m, Options(ctx, c.In, c.Out)...)
	_, err := p.Run()
	if fault := m.Err(); fault != nil {
		return fault
	}
	if errors.Is(err, tea.ErrInterrupted) || ctx.Err() != nil {
		return nil // asked to end from outside
	}
	if err != nil {
		return fmt.Errorf("draw on this terminal: %w", err)
	}
	return nil
}

// Options are those of every program, here or for a guest: thirty pictures a
// second are enough for a page that does not move.
func Options(ctx context.Context, in io.Reader, out io.Writer) []tea.ProgramOption {
	return []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out),
		tea.WithAltScreen(), tea.WithFPS(30),
	}
}
