package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"coolhead/scoring"
)

type scoreFlags struct {
	format, from string
	packs        []string
	explain      bool
	language     string
}

func (p *program) score() *cobra.Command {
	var f scoreFlags
	cmd := &cobra.Command{
		Use:   "score [FILE]",
		Short: "Read replies you have, each with its score and the words that earned it",
		Long: `Reads replies from FILE or a pipe (-), one at a time, and prints an assessment of
each, in order. What goes in is one of

  jsonl   one JSON object a line: {"id", "channel", "customer", "reply"}
  csv     with columns of those names; only reply must be there
  text    one reply a line

and is told by the file's ending or its first line; --from says it. A line that
cannot be read is named on stderr and left out, and the exit code is 1.`,
		Example: `  coolhead score replies.csv --format text
  echo "That's our policy." | coolhead score --explain
  coolhead score --packs house-rules.yaml chats.jsonl > scores.jsonl`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", f.format, "jsonl", "csv", "text"); err != nil {
				return err
			}
			if f.from != "" {
				if err := oneOf("from", f.from, "jsonl", "csv", "text"); err != nil {
					return err
				}
			}
			if f.explain && f.format != "text" {
				if cmd.Flags().Changed("format") {
					return misused("--explain is for people, and goes with --format text; the other forms have it all")
				}
				f.format = "text"
			}
			name := "-"
			if len(args) == 1 {
				name = args[0]
			}
			return p.scoreFile(cmd.Context(), name, f)
		},
	}
	cmd.Flags().StringVar(&f.format, "format", "jsonl", "what comes out: jsonl, csv or text")
	cmd.Flags().StringVar(&f.from, "from", "", "what goes in: jsonl, csv or text")
	cmd.Flags().StringArrayVar(&f.packs, "packs", nil, "house rules: a pack's `name`, its file, a list of phrases (.csv) or a folder; may be given again")
	cmd.Flags().StringVar(&f.language, "language", "", "the `language` all replies are in, as en or es; without it each reply tells")
	cmd.Flags().BoolVar(&f.explain, "explain", false, "as text: why each finding counts, what to say instead, and how the score adds up")
	return cmd
}

func (p *program) scoreFile(ctx context.Context, name string, f scoreFlags) error {
	in, title, err := p.openReplies(name)
	if err != nil {
		return err
	}
	defer in.Close()
	c, err := p.catalog(nil)
	if err != nil {
		return err
	}
	reader, problems, err := c.Reader(f.packs)
	if err != nil {
		return err
	}
	p.problems(problems)
	if f.language != "" {
		in, ok := reader.In(f.language)
		if !ok {
			return misused("there are no rules for the language “%s”; there are for %s", f.language, strings.Join(reader.Languages(), " and "))
		}
		reader = in
	}
	replies, err := newReplies(in, title, f.from)
	if err != nil {
		return err
	}
	var explain *scoring.Reader
	if f.explain {
		explain = reader
	}
	out := newAssessed(p.Out, f.format, explain)
	faults := &lineFaults{to: p.Err, title: title}
	told := p.progress()
	err = assess(ctx, replies, faults, runtime.GOMAXPROCS(0), func(r reply) judged { return judge(reader, r) }, func(j judged) error {
		told.one()
		return out.write(j)
	})
	told.end()
	if ferr := out.flush(); err == nil {
		err = ferr
	}
	var said *exit
	if err != nil && !errors.As(err, &said) {
		return fmt.Errorf("after line %d of %s: %w", faults.last, title, err)
	}
	if err != nil {
		return err
	}
	return faults.result()
}

func (p *program) openReplies(name string) (io.ReadCloser, string, error) {
	if name == "-" {
		if p.InTerminal {
			return nil, "", misused("there are no replies. Give a FILE, or type them: `coolhead score -` reads what is piped in, as in  echo \"That's our policy.\" | coolhead score")
		}
		return io.NopCloser(p.In), "stdin", nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, "", unread(name, err)
	}
	if info.IsDir() {
		return nil, "", &exit{disk, fmt.Sprintf("I could not read %s: it is a folder", name)}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, "", unread(name, err)
	}
	return f, name, nil
}

// unread says why a file could not be read.
func unread(name string, err error) error {
	why := err
	var path *fs.PathError
	if errors.As(err, &path) {
		why = path.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		why = errors.New("the file is not there")
	}
	if errors.Is(err, fs.ErrPermission) {
		why = errors.New("this program may not read it")
	}
	return &exit{disk, fmt.Sprintf("I could not read %s: %v", name, why)}
}

// judged is a reply with its assessment.
type judged struct {
	reply
	assessment scoring.Assessment
}

// judge reads one reply in the moment its line tells of.
func judge(reader *scoring.Reader, r reply) judged {
	channel := r.channel
	if channel == "counter" {
		channel = "desk"
	}
	moment := reader.Moment(scoring.Context{Channel: channel, Customer: r.customer})
	return judged{r, reader.Judge(reader.Read(r.text), moment)}
}

// progress counts replies on a terminal's stderr, and is silent elsewhere.
type progress struct {
	to    io.Writer
	now   func() time.Time
	n     int
	shown time.Time
}

func (p *program) progress() *progress {
	if !p.ErrTerminal || p.OutTerminal {
		return &progress{}
	}
	return &progress{to: p.Err, now: p.Now, shown: p.Now()}
}

func (t *progress) one() {
	if t.n++; t.to == nil || t.n%64 != 0 {
		return
	}
	if now := t.now(); now.Sub(t.shown) > 200*time.Millisecond {
		t.shown = now
		fmt.Fprintf(t.to, "\r%d replies read", t.n)
	}
}

func (t *progress) end() {
	if t.to != nil {
		fmt.Fprintf(t.to, "\r%d replies read\n", t.n)
	}
}
