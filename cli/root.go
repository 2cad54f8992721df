package cli

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/scenarios/source"
)

// program is one run: the world, and what all commands are given by flags.
type program struct {
	World
	libraries []string
}

// Run does one command and gives its exit code.
func Run(ctx context.Context, args []string, w World) int {
	lost := &outlet{to: w.Out}
	if !w.OutTerminal {
		w.Out = lost // a terminal's size and colours are asked of the file itself
	}
	p := &program{World: w}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(w.In)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	cmd, err := root.ExecuteContextC(ctx)
	if lost.err != nil {
		err = lost.fault()
	}
	if err != nil {
		p.say(cmd.CommandPath(), err)
	}
	return codeOf(err)
}

func (p *program) root() *cobra.Command {
	var ascii bool
	root := &cobra.Command{
		Use:   "coolhead",
		Short: "A flight simulator for people who answer customers",
		Long: `coolhead is a flight simulator for people who answer customers. It plays a
difficult customer in your terminal; you pick or type what you would say; the
customer's temper answers; and every point of your score can be traced to the
words that earned it. No account, no network.`,
		Example: `  coolhead                           the first page
  coolhead list                      what there is to practise
  coolhead play gate-agent --plain   a call, line by line
  coolhead score replies.txt         the same reader for replies you have`,
		Args: p.noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !p.onScreen() {
				return cmd.Help()
			}
			return p.home(cmd.Context(), ascii)
		},
		SilenceErrors:     true,
		SilenceUsage:      true,
		Version:           version(),
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetVersionTemplate("coolhead {{.Version}}\n")
	root.SetFlagErrorFunc(flagFault)
	root.Flags().BoolVar(&ascii, "ascii", false, "ASCII characters only")
	root.PersistentFlags().StringArrayVar(&p.libraries, "library", nil, "a `folder` of scenarios to look in first; may be given again (or COOLHEAD_LIBRARY)")
	root.SetHelpCommand(helpCommand())
	root.AddCommand(p.list(), p.play(), p.score(), p.lint(), p.format(), p.test(), p.explain(), p.schema(), p.mapOf(), p.newScenario(), p.importTalk(), p.edit(), p.pack())
	return root
}

// noSuchCommand answers a first word that is no command.
func (p *program) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var known []string
	for _, c := range cmd.Commands() {
		known = append(known, c.Name())
	}
	if near, ok := source.Nearest(args[0], known); ok {
		return misused("there is no command “%s”. Did you mean “coolhead %s”?", args[0], near)
	}
	if c, err := p.catalog(nil); err == nil {
		for _, item := range c.List() {
			if item.ID == args[0] {
				return misused("there is no command “%s”, but a scenario: “coolhead play %s” plays it", args[0], args[0])
			}
		}
	}
	return misused("there is no command “%s”. `coolhead --help` shows them", args[0])
}

// helpCommand is `coolhead help lint`, as some type it.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "What a command does, with examples",
		Example: "  coolhead help lint",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return misused("there is no command “%s”. `coolhead --help` shows them", strings.Join(args, " "))
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// atMost refuses arguments that a command has no use for.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return misused("“%s” is one too many. `%s --help` shows what there is", strings.Join(args[n:], " "), cmd.CommandPath())
		}
		return nil
	}
}

// version is what was built: a released version, or the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

// programName is what a call's record says it was played with.
func programName() string { return fmt.Sprintf("coolhead %s", version()) }
