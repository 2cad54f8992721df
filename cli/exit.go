package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/ui/widget"
)

// Exit codes.
const (
	fine   = 0
	faulty = 1 // the thing checked has faults
	usage  = 2 // wrong usage
	disk   = 3 // could not read or write
)

// exit is an error with its exit code. An empty text says that all has been said.
type exit struct {
	code int
	text string
}

func (e *exit) Error() string { return e.text }

// misused says how a command is meant.
func misused(format string, args ...any) error {
	return &exit{usage, fmt.Sprintf(format, args...)}
}

// faults says that what was wrong has been printed.
var faults error = &exit{code: faulty}

// unreadFaults says that something could not be read, and that has been printed
// beside what is wrong with the rest.
var unreadFaults error = &exit{code: disk}

// codeOf is the exit code of an error.
func codeOf(err error) int {
	var e *exit
	var missing *catalog.NotFound
	var unplayable *catalog.Unplayable
	var other *catalog.NotACall
	switch {
	case err == nil:
		return fine
	case errors.As(err, &e):
		return e.code
	case errors.As(err, &missing) && missing.Err == nil, errors.As(err, &other):
		return usage
	case errors.As(err, &unplayable):
		return faulty
	}
	return disk
}

// say prints an error: what was being done first, then each problem of a file.
func (p *program) say(doing string, err error) {
	var unplayable *catalog.Unplayable
	if err.Error() == "" {
		return
	}
	fmt.Fprintf(p.Err, "%s: %s\n", doing, sentence(widget.Clean(err.Error())))
	if errors.As(err, &unplayable) {
		p.problems(unplayable.Problems)
		more := fmt.Sprintf("`coolhead lint %s` shows all; ", quoted(unplayable.Path))
		if unplayable.Pack {
			more = ""
		}
		fmt.Fprintf(p.Err, "%s`coolhead explain CODE` says more of one.\n", more)
	}
}

func (p *program) problems(list []source.Problem) {
	for _, problem := range list {
		fmt.Fprint(p.Err, source.Format(problem))
	}
}

// sentence ends a text with a full stop, if nothing ends it.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") {
		return s
	}
	return s + "."
}

// clean is one line of text in which nothing acts on a terminal.
func clean(s string) string { return strings.ReplaceAll(widget.Clean(s), "\n", " ") }

// flagFault puts what pflag says into our words.
func flagFault(cmd *cobra.Command, err error) error {
	help := fmt.Sprintf("`%s --help` shows what there is", cmd.CommandPath())
	var missing *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &missing):
		name := missing.GetSpecifiedName()
		var known []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if near, ok := source.Nearest(name, known); ok {
			return misused("there is no --%s. Did you mean --%s? %s", name, near, help)
		}
		if missing.GetSpecifiedShortnames() != "" {
			return misused("there is no -%s. %s", name, help)
		}
		return misused("there is no --%s. %s", name, help)
	case errors.As(err, &bare):
		return misused("--%s wants something after it. %s", bare.GetSpecifiedName(), help)
	case errors.As(err, &wrong):
		return misused("--%s cannot be “%s”. %s", wrong.GetFlag().Name, wrong.GetValue(), help)
	}
	return misused("%v. %s", err, help)
}

// oneOf checks a flag that has a few words to choose from.
func oneOf(flag, value string, words ...string) error {
	for _, w := range words {
		if value == w {
			return nil
		}
	}
	return misused("--%s cannot be “%s”: it is one of %s", flag, value, strings.Join(words, ", "))
}
