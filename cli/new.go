package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/draft"
)

func (p *program) newScenario() *cobra.Command {
	var yes bool
	given := map[string]*string{}
	cmd := &cobra.Command{
		Use:   "new [FILE]",
		Short: "Write a new scenario: a whole example to change",
		Long: `Asks a few questions and writes a scenario that can be played, tested and changed
line by line: the customer talks as the persona does, every key has its comment,
lint finds nothing and every test holds. Enter takes the answer in brackets. An answer that
a flag gives is not asked for; --yes asks nothing. FILE is never overwritten.`,
		Example: `  coolhead new refund.yaml
  coolhead new refund.yaml --persona know-it-all --channel chat --yes
  coolhead new refund.yaml --trouble "You charged me for a coat I sent back"`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			a := draft.Usual()
			file := ""
			if len(args) > 0 {
				file = args[0]
				if err := newFile(file); err != nil {
					return err
				}
				a.ID = idOf(file)
			}
			var open []string
			for _, key := range append([]string{"kind"}, draft.Questions()...) {
				if cmd.Flags().Changed(key) {
					if err := a.Set(key, *given[key]); err != nil {
						return misused("--%s: %v", key, err)
					}
				} else if key != "kind" {
					open = append(open, key)
				}
			}
			if !yes {
				if err := p.ask(cmd.Context(), &a, open); err != nil {
					return err
				}
			}
			if file == "" {
				file = a.File()
			}
			if err := place(file, draft.Write(a)); err != nil {
				return err
			}
			fmt.Fprintf(p.Out, "%s is written, and can be played as it stands.\n\n  coolhead play %[2]s\n  coolhead test %[2]s\n  coolhead map  %[2]s\n", file, quoted(shown(file)))
			return nil
		},
	}
	for _, f := range [][2]string{
		{"kind", "call; other kinds when this program plays them"},
		{"persona", "who the customer is: " + strings.Join(draft.Personas(), ", ")},
		{"name", "what the customer is called"},
		{"trouble", "what went wrong: a word of the list, or a sentence in the customer's words"},
		{"sector", "where: retail, travel, bank … or a line of business of your own"},
		{"firm", "what the firm is called, in a sector of your own"},
		{"channel", "phone, chat, email, social, desk or review"},
		{"level", "1 is easy, 5 a horror story"},
		{"practise", "behaviours, with commas: owns-it,options"},
	} {
		given[f[0]] = cmd.Flags().String(f[0], "", f[1])
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "ask nothing: take the usual answer where no flag gives one")
	return cmd
}

// idOf is the id that a file's name gives its scenario.
func idOf(file string) string {
	return draft.Slug(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)))
}

// ask puts the open questions one after another. Nothing is written before all
// have an answer.
func (p *program) ask(ctx context.Context, a *draft.Answers, keys []string) error {
	lines := p.lines(ctx)
	for _, key := range keys {
		if !a.Asks(key) {
			continue
		}
		q := a.Question(key)
		p.put(q)
		for {
			fmt.Fprintf(p.Out, "[%s] ", q.Usual)
			line, err := lines()
			if err != nil {
				fmt.Fprintln(p.Out)
				return err
			}
			if err = a.Set(key, line); err == nil {
				break
			}
			fmt.Fprintf(p.Out, "%s\n", sentence(clean(err.Error())))
		}
	}
	fmt.Fprintln(p.Out)
	return nil
}

func (p *program) put(q draft.Question) {
	fmt.Fprintf(p.Out, "\n%s\n", q.Ask)
	var rows [][]string
	for i, c := range q.Choices {
		number := fmt.Sprintf("  %2d", i+1)
		if q.Key == "level" || q.Key == "practise" {
			number = "   "
		}
		rows = append(rows, []string{number, c.Word, c.Means})
	}
	writeColumns(p.Out, rows)
	if q.Own != "" && len(q.Choices) > 0 {
		fmt.Fprintf(p.Out, "      or %s\n", q.Own)
	}
}

// errStopped ends the questions.
var errStopped error = &exit{usage, "stopped before all questions had an answer, and nothing was written. --yes takes the usual answers"}

// lines reads answers until there are no more, or until ctrl+c.
func (p *program) lines(ctx context.Context) func() (string, error) {
	in := bufio.NewReaderSize(p.In, 4096)
	type answer struct {
		text string
		err  error
	}
	return func() (string, error) {
		got := make(chan answer, 1)
		go func() {
			text, err := line(in)
			got <- answer{text, err}
		}()
		select {
		case <-ctx.Done():
			return "", errStopped
		case a := <-got:
			return a.text, a.err
		}
	}
}

// line is one line of at most 4,096 bytes; what is longer is no answer.
func line(in *bufio.Reader) (string, error) {
	text, err := in.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return "", &exit{usage, "that answer is too long, and nothing was written"}
	case errors.Is(err, io.EOF) && len(text) == 0:
		return "", errStopped
	case err != nil && !errors.Is(err, io.EOF):
		return "", &exit{disk, fmt.Sprintf("I could not read the answer: %v", err)}
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}
