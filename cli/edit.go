package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/ui/edit"
	"coolhead/ui/screen"
)

func (p *program) edit() *cobra.Command {
	var ascii bool
	cmd := &cobra.Command{
		Use:   "edit FILE",
		Short: "A page beside your editor: findings, the call, walks, at each save",
		Long: `Opens a page beside the editor you write in. Each time FILE is saved it is read and
checked, played on from the turn you work at, and walked by itself; the page says
why a line was said and what moved the heat. Where a save cannot be played, the
last one that could plays on. FILE is a path, or the id of a scenario of your own.`,
		Example: `  coolhead edit refund.yaml
  coolhead new refund.yaml && coolhead edit refund.yaml`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misused("edit which file? `coolhead edit refund.yaml` opens a page beside your editor; `coolhead new refund.yaml` writes a first one")
			}
			return p.editFile(cmd.Context(), args[0], ascii)
		},
	}
	cmd.Flags().BoolVar(&ascii, "ascii", false, "ASCII characters only")
	return cmd
}

func (p *program) editFile(ctx context.Context, name string, ascii bool) error {
	settings := p.settings()
	c, err := p.catalog(&settings)
	if err != nil {
		return err
	}
	file, err := ownFile(c, name)
	if err != nil {
		return err
	}
	if !p.onScreen() {
		return misused("edit draws a page, and this is no terminal that has pages. `coolhead lint %s` tells the findings line by line", quoted(file))
	}
	st := p.store()
	defer st.Close()
	f := playFlags{mode: string(sim.Practice), ascii: ascii}
	return p.open(ctx, c, st, &settings, f, func(env screen.Env) screen.Screen { return edit.New(env, file) })
}

// ownFile is the path of a file that its author can write: one that was named, or
// that of an id.
func ownFile(c *catalog.Catalog, name string) (string, error) {
	path := name
	item, err := c.Item(name)
	var broken *catalog.Unplayable
	var missing *catalog.NotFound
	switch {
	case err == nil:
		path = item.Path
	case errors.As(err, &broken):
		path = broken.Path
	case errors.As(err, &missing) && missing.Near == "" && errors.Is(err, fs.ErrNotExist):
		return "", &exit{disk, fmt.Sprintf("%s is not there. `coolhead new %s` writes a first one", name, quoted(name))}
	default:
		return "", err
	}
	if !edit.Own(path) {
		return "", misused("%s is part of coolhead itself and cannot be changed. `coolhead new` writes one of your own", name)
	}
	return shown(path), nil
}

// editor is the command that the author's files are opened with.
func (p *program) editor() string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if v := strings.TrimSpace(p.Getenv(name)); v != "" {
			return v
		}
	}
	return ""
}
