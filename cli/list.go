package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"coolhead/catalog"
	"coolhead/scenarios/source"
)

func (p *program) list() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "What there is to practise",
		Long: `Every scenario that can be found: in folders given by --library or
COOLHEAD_LIBRARY, in your own library, and in coolhead itself. Files that cannot
be played are named below the others, with what is wrong.`,
		Example: `  coolhead list
  coolhead list --library ~/our-calls
  coolhead list --format json | jq -r '.[].id'`,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			c, err := p.catalog(nil)
			if err != nil {
				return err
			}
			items := c.List()
			for _, fault := range c.Faults() {
				fmt.Fprintf(p.Err, "coolhead list: %s\n", sentence(clean(fault.Error())))
			}
			if format == "json" {
				return p.listJSON(items)
			}
			return p.listText(items)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// listJSON prints what can be played; the rest is told on stderr.
func (p *program) listJSON(items []catalog.Item) error {
	playable := []catalog.Item{}
	for _, i := range items {
		if i.Playable() {
			playable = append(playable, i)
		}
	}
	writeBroken(p.Err, items)
	return p.json(playable)
}

// json prints a value the way people can read it too.
func (p *program) json(v any) error {
	enc := json.NewEncoder(p.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func (p *program) listText(items []catalog.Item) error {
	kinds := []string{}
	byKind := map[string][]catalog.Item{}
	for _, i := range items {
		if !i.Playable() {
			continue
		}
		if byKind[i.Kind] == nil {
			kinds = append(kinds, i.Kind)
		}
		byKind[i.Kind] = append(byKind[i.Kind], i)
	}
	for n, kind := range kinds {
		if n > 0 {
			fmt.Fprintln(p.Out)
		}
		p.listKind(kind, byKind[kind])
	}
	if len(kinds) == 0 {
		fmt.Fprintln(p.Out, "Nothing here can be played.")
	}
	for _, i := range items {
		for _, hidden := range i.Hides {
			fmt.Fprintf(p.Out, "\n%s is found in %s first; %s is not used.\n", clean(i.ID), clean(i.Path), clean(hidden))
		}
	}
	writeBroken(p.Out, items)
	return nil
}

// plurals are the kinds as a heading names them.
var plurals = map[string]string{"call": "Calls", "story": "Stories", "drill": "Drills", "round": "Rounds"}

func (p *program) listKind(kind string, items []catalog.Item) {
	heading := plurals[kind]
	if heading == "" {
		heading = kind
	}
	fmt.Fprintln(p.Out, heading)
	rows := make([][]string, len(items))
	for n, i := range items {
		rows[n] = []string{"  " + clean(i.ID), clean(i.Title), level(i.Level), clean(i.Sector), clean(strings.Join(i.Teaches, ", "))}
	}
	writeColumns(p.Out, rows)
}

// level is how hard a scenario says it is, if it says so.
func level(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("level %d", n)
}

// writeColumns sets rows in columns, two cells apart; the last is not padded.
func writeColumns(w io.Writer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for c, cell := range row {
			if c == len(widths) {
				widths = append(widths, 0)
			}
			widths[c] = max(widths[c], uniseg.StringWidth(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for c, cell := range row {
			b.WriteString(cell)
			if c < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[c]-uniseg.StringWidth(cell)+2))
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}

// writeBroken names each file that cannot be played with its first fault.
func writeBroken(w io.Writer, items []catalog.Item) {
	var broken []catalog.Item
	for _, i := range items {
		if !i.Playable() {
			broken = append(broken, i)
		}
	}
	if len(broken) == 0 {
		return
	}
	fmt.Fprintf(w, "\nNot yet playable: %d. `coolhead lint FILE` shows all that is wrong with one.\n", len(broken))
	for _, i := range broken {
		first, n := firstError(i.Problems)
		more := ""
		if n > 1 {
			more = fmt.Sprintf(" (and %d more)", n-1)
		}
		fmt.Fprintf(w, "  %s:%d:%d  %s  %s%s\n", clean(first.File), first.Line, first.Col, first.Code, clean(first.Message), more)
	}
}

// firstError is the first problem that stops a file from being played, and how
// many there are.
func firstError(problems []source.Problem) (first source.Problem, n int) {
	for _, p := range problems {
		if p.Severity == source.Error {
			if n == 0 {
				first = p
			}
			n++
		}
	}
	return first, n
}
