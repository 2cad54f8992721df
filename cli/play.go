package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/spf13/cobra"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/plain"
	"coolhead/ui/theme"
)

type playFlags struct {
	mode, at, mood, path, format string
	saveTest                     string
	seed                         int64
	seeded, goOn, plain, ascii   bool
	saves                        bool // --save-test was given
}

func (p *program) play() *cobra.Command {
	var f playFlags
	cmd := &cobra.Command{
		Use:   "play [SCENARIO]",
		Short: "Play a call",
		Long: `Plays a scenario: an id that list shows, or a path (with a slash, or ending in
.yaml). What you type is said; :help tells the commands. Replies can come from a
pipe, one a line; the call then ends with its debrief. The same scenario, seed
and replies give the same call and score on every machine.`,
		Example: `  coolhead play gate-agent --plain
  coolhead play ./refund.yaml --mode score --seed 7
  coolhead play --continue
  coolhead play gate-agent --seed 1 --format json < replies.txt`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.seeded, f.saves = cmd.Flags().Changed("seed"), cmd.Flags().Changed("save-test")
			if err := f.check(); err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			return p.playScenario(ctx, args, f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.mode, "mode", "practice", "practice, score (notes at the end) or test (no help)")
	flags.Int64Var(&f.seed, "seed", 0, "a `number` that chooses among the customer's lines")
	flags.StringVar(&f.at, "at", "", "begin at this `turn`")
	flags.StringVar(&f.mood, "mood", "", "begin in this `mood`: glad, calm, wary, upset, angry or furious")
	flags.BoolVar(&f.goOn, "continue", false, "go on with the last call that has not ended")
	flags.StringVar(&f.path, "path", "", "do these `steps` first: picks by their numbers in the file's order, s for silence, words in double quotes: 2,s,\"I see.\",3")
	flags.StringVar(&f.saveTest, "save-test", "", "add the call, once it has ended, to the tests of its file under this `name`")
	flags.BoolVar(&f.plain, "plain", false, "line by line, without a screen")
	flags.BoolVar(&f.ascii, "ascii", false, "ASCII characters only")
	flags.StringVar(&f.format, "format", "text", "text, or json: the debrief and nothing else")
	return cmd
}

func (f *playFlags) check() error {
	if err := oneOf("mode", f.mode, "practice", "score", "test"); err != nil {
		return err
	}
	if err := oneOf("format", f.format, "text", "json"); err != nil {
		return err
	}
	if f.goOn && (f.at != "" || f.mood != "" || f.path != "" || f.seeded) {
		return misused("--continue goes on with a call as it began: it takes no --at, --mood, --path or --seed")
	}
	if f.saves && strings.TrimSpace(f.saveTest) == "" {
		return misused("--save-test wants a name for the test")
	}
	if f.saves && (f.at != "" || f.mood != "") {
		return misused("--save-test keeps a call from its beginning: it takes no --at and no --mood")
	}
	return nil
}

// session is a call that is being played and where it is kept.
type session struct {
	call    *sim.Call
	id      string
	store   *store.Store
	resumed bool
	options sim.Options // as it began
}

func (p *program) playScenario(ctx context.Context, args []string, f playFlags) error {
	settings := p.settings()
	c, err := p.catalog(&settings)
	if err != nil {
		return err
	}
	if !f.seeded {
		f.seed = p.Seed()
	}
	st := p.store()
	if f.saves && len(args) == 1 && !c.Changeable(args[0]) {
		if _, err := c.Item(args[0]); err != nil {
			return err
		}
		return misused("a test cannot be added to %s: it is part of coolhead. Copy it into a folder of your own first", args[0])
	}
	if p.onScreen() && !f.plain && f.format == "text" {
		err = p.playOnScreen(ctx, c, st, &settings, args, f)
	} else if s, berr := p.begin(c, st, args, f); berr != nil {
		err = berr
	} else {
		err = p.speak(ctx, s, f, f.ascii || settings.ASCII)
		if err == nil && f.saves {
			err = p.saveTest(c, s.call, args, f)
		}
	}
	if cerr := st.Close(); err == nil && cerr != nil {
		err = &exit{disk, cerr.Error()}
	}
	return err
}

// begin starts a call, or goes on with one.
func (p *program) begin(c *catalog.Catalog, st *store.Store, args []string, f playFlags) (*session, error) {
	if f.goOn {
		return goOn(c, st, args)
	}
	if len(args) == 0 {
		return nil, misused("which scenario? `coolhead list` shows them; `coolhead play gate-agent` plays one")
	}
	cast, problems, err := c.Find(args[0])
	if err != nil {
		return nil, err
	}
	for _, problem := range problems {
		if problem.Severity == 0 {
			p.problems(problems)
			break
		}
	}
	o := sim.Options{Seed: f.seed, Mode: sim.Mode(f.mode), At: f.at, Mood: f.mood}
	if o.Mode == sim.Test {
		if o.Attempt, err = attempt(st, cast); err != nil {
			return nil, err
		}
	}
	stage := sim.Prepare(cast)
	if err := stage.Check(o); err != nil {
		return nil, &exit{usage, err.Error()}
	}
	s := &session{call: stage.Start(o), id: st.New(), store: st, options: o}
	for _, src := range c.Sources(cast.Hashes) {
		if err := st.KeepBlob(src.Hash, src.Data); err != nil {
			fmt.Fprintf(p.Err, "coolhead play: %s\n", sentence(err.Error()))
			break
		}
	}
	return s, s.walk(f.path)
}

// attempt is the number of a test: those that were begun count, since each has
// shown the customer.
func attempt(st *store.Store, cast sim.Cast) (int, error) {
	all, err := st.Attempts()
	if err != nil {
		return 0, err
	}
	begun := 0
	for _, a := range all {
		if a.Mode == sim.Test && a.Scenario == cast.Scenario.ID {
			begun++
		}
	}
	if most := cast.Scenario.Attempts; begun >= most {
		return 0, misused("%s has been taken as a test %s, and that is all there are. Practice is open: coolhead play %s",
			cast.Scenario.Title, times(begun), cast.Scenario.ID)
	}
	return begun + 1, nil
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// walk does the steps of --path before anybody else speaks.
func (s *session) walk(path string) error {
	steps, err := sim.ParsePath(path)
	if err == nil {
		err = s.call.Follow(steps)
	}
	if err != nil {
		return misused("--path: %v", err)
	}
	return nil
}

// goOn takes up the last call that has not ended, of one scenario if it is named.
func goOn(c *catalog.Catalog, st *store.Store, args []string) (*session, error) {
	all, err := st.Attempts()
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		if a.End != "" || a.Problem != "" || len(args) > 0 && a.Scenario != args[0] {
			continue
		}
		// Held before it is read, so that what another window adds is not lost.
		// Where nothing can be written the call goes on, and says so.
		switch err := st.Hold(a.ID); {
		case errors.Is(err, store.ErrBusy):
			return nil, misused("%s is open in another window. Go on with it there, or close it first", a.Title)
		case errors.Is(err, store.ErrNotThere):
			return nil, err
		}
		kept, err := st.Load(a.ID)
		if err != nil {
			return nil, err
		}
		cast, err := c.Recast(kept.Events[0].Hashes, st.Blob)
		if err != nil { // no copy was kept; the file may be as it was
			if now, _, ferr := c.Find(kept.Events[0].Scenario); ferr == nil {
				cast, err = now, nil
			}
		}
		if err != nil {
			return nil, fmt.Errorf("I could not go on with %s: %w", a.Title, err)
		}
		call, err := sim.Resume(cast, kept.Events)
		if err != nil {
			return nil, fmt.Errorf("I could not go on with %s (%s): %w", a.Title, a.ID, err)
		}
		first := kept.Events[0]
		o := sim.Options{Seed: first.Seed, Mode: first.Mode, Attempt: first.Attempt}
		return &session{call: call, id: a.ID, store: st, resumed: true, options: o}, nil
	}
	if len(args) > 0 {
		return nil, misused("no call of %s is waiting to be gone on with. coolhead play %s begins one", args[0], args[0])
	}
	return nil, misused("no call is waiting to be gone on with. `coolhead list` shows what there is to play")
}

// speak plays a call line by line. For a debrief in JSON the talk goes to stderr
// if somebody is there to see it, and stdout has the debrief alone.
func (p *program) speak(ctx context.Context, s *session, f playFlags, ascii bool) error {
	o := plain.Options{
		In: p.In, Out: p.Out, Prompt: p.InTerminal, Resume: s.resumed || f.path != "",
		Keep: func(events []sim.Event) error { return s.store.Append(s.id, events) },
	}
	asJSON := f.format == "json"
	if asJSON {
		o.Out, o.Prompt = io.Discard, p.InTerminal && p.ErrTerminal
		if o.Prompt {
			o.Out = p.Err
		}
	}
	if ascii {
		o.Text = theme.New(lipgloss.NewRenderer(io.Discard), false, theme.Options{ASCII: true, NoColor: true}).Text
	}
	err := plain.New(s.call, o).Play(ctx)
	if err == nil && asJSON {
		err = p.json(s.call.Debrief().Export())
	}
	return err
}
