package cli

import (
	"context"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/app"
	"coolhead/ui/brief"
	"coolhead/ui/call"
	"coolhead/ui/screen"
)

// onScreen says whether pages can be drawn: both ends are a terminal, and one
// that has more than lines.
func (p *program) onScreen() bool {
	return p.InTerminal && p.OutTerminal && p.Getenv("TERM") != "dumb"
}

// open draws pages until they are left; first is the one to begin with, nil home.
func (p *program) open(ctx context.Context, c *catalog.Catalog, st *store.Store, s *catalog.Settings, f playFlags, first func(screen.Env) screen.Screen) error {
	theme, getenv := s.Theme, p.Getenv
	if theme == "mono" {
		theme, getenv = "", func(name string) string {
			if name == "NO_COLOR" {
				return "1"
			}
			return p.Getenv(name)
		}
	}
	seed := p.Seed
	if f.seeded {
		seed = func() int64 { return f.seed }
	}
	return app.Run(ctx, app.Config{
		In: p.In, Out: p.Out, Getenv: getenv, Theme: theme, ASCII: f.ascii || s.ASCII, First: first,
		Env: screen.Env{
			Catalog: c, Store: st, Name: s.Name, Now: p.Now, Seed: seed,
			Mode: sim.Mode(f.mode), Pauses: s.Pauses, Choice: &screen.Choice{Mode: sim.Mode(f.mode)},
			Author: &screen.Author{Editor: p.editor()},
		},
	})
}

// home opens the first page.
func (p *program) home(ctx context.Context, ascii bool) error {
	settings := p.settings()
	c, err := p.catalog(&settings)
	if err != nil {
		return err
	}
	st := p.store()
	defer st.Close()
	return p.open(ctx, c, st, &settings, playFlags{mode: string(sim.Practice), ascii: ascii}, nil)
}

// playOnScreen opens the briefing of a scenario that was named by its id; a file,
// and a call that does not begin at its beginning, open on the call itself.
func (p *program) playOnScreen(ctx context.Context, c *catalog.Catalog, st *store.Store, settings *catalog.Settings, args []string, f playFlags) error {
	if len(args) == 1 && !f.goOn && f.at == "" && f.mood == "" && f.path == "" && !f.saves {
		item, err := c.Item(args[0])
		if err != nil {
			return err
		}
		if item.ID == args[0] {
			return p.open(ctx, c, st, settings, f, func(env screen.Env) screen.Screen { return brief.New(env, item) })
		}
	}
	s, err := p.begin(c, st, args, f)
	if err != nil {
		return err
	}
	draft, _ := st.Draft(s.id) // what was said counts; half a reply can be typed again
	err = p.open(ctx, c, st, settings, f, func(env screen.Env) screen.Screen {
		o := call.Options{Call: s.call, Attempt: s.id, Draft: draft, Sim: s.options}
		if len(args) == 1 {
			o.File = args[0]
		}
		return call.New(env, s.call.Stage().Cast(), o)
	})
	if err == nil && f.saves {
		err = p.saveTest(c, s.call, args, f)
	}
	return err
}
