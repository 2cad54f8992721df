package cli

import (
	"io/fs"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/scenarios"
	"coolhead/scenarios/library"
	"coolhead/scenarios/source"
	"coolhead/scenarios/source/schema"
	"coolhead/scoring"
)

func (p *program) schema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [scenario|pack]",
		Short: "The format as a JSON Schema, for completion in editors",
		Long: `Prints the format of scenarios, or of packs, as a JSON Schema. Keep it beside your
files and begin each with the line

  # yaml-language-server: $schema=scenario.schema.json

and an editor that knows the YAML language server completes keys, shows what each
means, and marks what does not belong. lint knows more than any schema can say.`,
		Example: `  coolhead schema > scenario.schema.json
  coolhead schema pack > pack.schema.json`,
		Args:      atMost(1),
		ValidArgs: []string{"scenario", "pack"},
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := schemaOf(append(args, "scenario")[0])
			if err != nil {
				return err
			}
			_, err = p.Out.Write(s.JSON)
			return err
		},
	}
}

// schemaOf draws the format of scenarios or of packs, with the built-in names.
func schemaOf(what string) (schema.Schema, error) {
	switch what {
	case "scenario":
		return scenarios.Schema(builtInNames())
	case "pack":
		return scoring.Schema()
	}
	if near, ok := source.Nearest(what, []string{"scenario", "pack"}); ok {
		return schema.Schema{}, misused("there is no schema of “%s”. Did you mean “coolhead schema %s”?", clean(what), near)
	}
	return schema.Schema{}, misused("there is no schema of “%s”: it is scenario or pack", clean(what))
}

// builtInNames are the names of what ships inside the program.
func builtInNames() scenarios.Known {
	var k scenarios.Known
	for _, b := range scoring.Behaviours() {
		k.Behaviours = append(k.Behaviours, b.ID)
	}
	files, _ := fs.Glob(library.FS, "personas/*.yaml")
	for _, f := range files {
		k.Personas = append(k.Personas, strings.TrimSuffix(path.Base(f), ".yaml"))
	}
	if data, err := library.FS.ReadFile("facts.yaml"); err == nil {
		facts, _ := scenarios.LoadFacts("facts.yaml", data)
		for _, f := range facts {
			k.Facts = append(k.Facts, f.ID)
		}
	}
	return k
}
