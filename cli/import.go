package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/draft"
	"coolhead/scenarios"
)

func (p *program) importTalk() *cobra.Command {
	var r draft.Reading
	var channel, names string
	cmd := &cobra.Command{
		Use:   "import FILE [NEW.yaml]",
		Short: "A real talk becomes a draft of a scenario",
		Long: `Reads a transcript: CSV, JSON lines, or text with lines such as “Customer: …” and
“Agent: …”; - is stdin. What the customer said becomes the turns, what was replied
the picks, rated by the rules; the worst is marked as a trap, and beside a poor one
stands a better one where the rules know one. Names, mails, phones, cards, order
numbers and addresses are replaced by made-up ones, and listed. Columns are guessed
and shown. At most 16 MiB are read. NEW.yaml is never overwritten.`,
		Example: `  coolhead import chat.csv
  coolhead import chat.csv refund.yaml --agent "Sam T."
  coolhead import export.jsonl --talk 4711 --channel chat`,
		Args: atMost(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if r.From != "" {
				if err := oneOf("from", r.From, "csv", "jsonl", "text"); err != nil {
					return err
				}
			}
			if err := oneOf("channel", channel, scenarios.Channels()...); err != nil {
				return err
			}
			if len(args) == 0 {
				return misused("import what? A transcript: coolhead import chat.csv")
			}
			file := importedFile(args)
			if err := newFile(file); err != nil {
				return err
			}
			people := listed(names)
			if cmd.Flags().Changed("names") && len(people) == 0 {
				return misused("--names wants names, with commas: --names \"Anna,Kowalski\"")
			}
			talk, err := p.readTalk(args[0], r)
			if err != nil {
				return err
			}
			talk.Names = people
			c, err := p.catalog(nil)
			if err != nil {
				return err
			}
			reader, _, err := c.Reader(nil)
			if err != nil {
				return err
			}
			made := draft.Import(talk, reader, idOf(file), channel)
			if err := place(file, made.YAML); err != nil {
				return err
			}
			p.importReport(talk, made, file)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&r.From, "from", "", "csv, jsonl or text; guessed if it is left out")
	flags.StringVar(&r.Speaker, "speaker", "", "the `column` that says who speaks")
	flags.StringVar(&r.Text, "text", "", "the `column` that says what")
	flags.StringVar(&r.Agent, "agent", "", "the `name` of the speaker who is the agent")
	flags.StringVar(&r.Talk, "talk", "", "the `id` of one talk, in a file of several")
	flags.StringVar(&names, "names", "", "more `names` to mask, with commas: those that the report asks about")
	flags.StringVar(&channel, "channel", "chat", "phone, chat, email, social, desk or review")
	return cmd
}

// listed are the words between commas.
func listed(s string) []string {
	var all []string
	for _, w := range strings.Split(s, ",") {
		if w = strings.TrimSpace(w); w != "" {
			all = append(all, w)
		}
	}
	return all
}

// importedFile is where the draft goes: as told, else beside where we stand, by
// the transcript's name.
func importedFile(args []string) string {
	if len(args) > 1 {
		return args[1]
	}
	id := "talk"
	if args[0] != "-" {
		if made := idOf(args[0]); made != "" {
			id = made
		}
	}
	return id + ".yaml"
}

func (p *program) readTalk(file string, r draft.Reading) (*draft.Transcript, error) {
	in, name := p.In, "stdin"
	if file != "-" {
		info, err := os.Stat(file)
		if err != nil {
			return nil, noTranscript(file, err)
		}
		if info.IsDir() {
			return nil, &exit{disk, fmt.Sprintf("%s is a folder; one transcript at a time", file)}
		}
		if !info.Mode().IsRegular() {
			return nil, &exit{disk, fmt.Sprintf("%s is not a plain file", file)}
		}
		f, err := os.Open(file)
		if err != nil {
			return nil, noTranscript(file, err)
		}
		defer f.Close()
		in, name = io.Reader(f), file
		r.Name = filepath.Base(file)
	}
	talk, err := draft.ReadTalk(in, r)
	if err != nil {
		return nil, &exit{faulty, fmt.Sprintf("I could not make anything of %s, and nothing was written: %v", name, err)}
	}
	return talk, nil
}

// noTranscript says why a file could not be read.
func noTranscript(file string, err error) error {
	why := err.Error()
	switch {
	case os.IsNotExist(err):
		why = "it is not there"
	case os.IsPermission(err):
		why = "this program may not read it"
	}
	return &exit{disk, fmt.Sprintf("I could not read %s: %s", file, why)}
}

// importReport tells what was guessed, how the replies were rated, and what was
// masked. What was masked is shown here and nowhere else.
func (p *program) importReport(talk *draft.Transcript, made *draft.Imported, file string) {
	for _, note := range talk.Notes {
		fmt.Fprintln(p.Out, clean(note))
	}
	fmt.Fprintln(p.Out)
	var rows [][]string
	for i := range made.Rated {
		x := &made.Rated[i]
		mark := string(x.Kind())
		if x.Worst {
			mark += ", the worst"
		}
		if x.Better != "" {
			mark += "; beside it a better one, " + x.BetterScore.String()
		}
		rows = append(rows, []string{fmt.Sprintf("  turn-%d", i+1), fmt.Sprintf("%5s", x.Score), mark, x.Cost})
	}
	writeColumns(p.Out, clear(rows))
	fmt.Fprintln(p.Out)
	if len(made.Masks) == 0 {
		fmt.Fprintln(p.Out, "Nothing looked like personal data. Read it all the same before you pass it on.")
	} else {
		fmt.Fprintln(p.Out, "Masked, here and nowhere else with what it was:")
		rows = nil
		for _, m := range made.Masks {
			times := ""
			if m.Times > 1 {
				times = fmt.Sprintf("%d times", m.Times)
			}
			rows = append(rows, []string{"  " + m.Kind, m.From, m.To, times})
		}
		writeColumns(p.Out, clear(rows))
	}
	if len(made.Left) > 0 {
		list := made.Left[:min(len(made.Left), 20)]
		fmt.Fprintf(p.Out, "Left as they are, with a capital: %s. Is one of them a person? --names \"…\" masks those you name.\n", clean(strings.Join(list, ", ")))
	}
	fmt.Fprintf(p.Out, "\n%s is written: %s.\n\n  coolhead play %s\n  coolhead test %s\n", file, count(len(made.Rated), "turn"), quoted(shown(file)), quoted(shown(file)))
}

// clear makes every cell one line in which nothing acts on a terminal.
func clear(rows [][]string) [][]string {
	for _, row := range rows {
		for i := range row {
			row[i] = clean(row[i])
		}
	}
	return rows
}
