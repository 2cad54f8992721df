package brief

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/call"
	"coolhead/ui/screen"
)

// Begin is the command that starts a call in place of the page that asks for it.
// What comes back is a ReplaceMsg, or the reason in a message of this page.
func Begin(env screen.Env, name string, attempt int) tea.Cmd {
	return func() tea.Msg {
		s, err := Start(env, name, sim.Options{Mode: env.Mode, Seed: seed(env), Attempt: attempt})
		if err != nil {
			return refusedMsg{why(err)}
		}
		return screen.ReplaceMsg{Screen: s}
	}
}

// Start is a call at its first line. It is named as the catalog finds it: by the
// path where a list told it, since another file may have the same id.
func Start(env screen.Env, name string, o sim.Options) (screen.Screen, error) {
	cast, _, err := env.Catalog.Find(name)
	if err != nil {
		return nil, err
	}
	return call.New(env, cast, call.Options{Sim: o, Typed: env.Typing, File: name}), nil
}

// Resume is a call that was left, as it stood: with the scenario it began with,
// whatever became of the file since, and with what was half typed. The attempt is
// held before it is read, so that what another window adds is not lost.
func Resume(env screen.Env, attempt string) (screen.Screen, error) {
	// A folder that cannot be written to is told of in the call, and ends nothing.
	if err := env.Store.Hold(attempt); errors.Is(err, store.ErrBusy) || errors.Is(err, store.ErrNotThere) {
		return nil, err
	}
	page, err := goOn(env, attempt)
	if err != nil {
		_ = env.Store.Release(attempt) // nothing was added to it
	}
	return page, err
}

func goOn(env screen.Env, attempt string) (screen.Screen, error) {
	whole, err := env.Store.Load(attempt)
	if err != nil {
		return nil, err
	}
	if len(whole.Events) == 0 {
		return nil, errors.New("nothing of it was kept")
	}
	first := whole.Events[0]
	cast, err := env.Catalog.Recast(first.Hashes, env.Store.Blob)
	if err != nil {
		if cast, _, err = env.Catalog.Find(first.Scenario); err != nil {
			return nil, err
		}
	}
	c, err := sim.Resume(cast, whole.Events)
	if err != nil {
		return nil, err
	}
	draft, err := env.Store.Draft(attempt)
	if err != nil {
		draft = "" // what was said counts; half a reply can be typed again
	}
	return call.New(env, cast, call.Options{
		Sim:  sim.Options{Seed: first.Seed, Mode: first.Mode, Attempt: first.Attempt},
		Call: c, Attempt: attempt, Typed: env.Typing, Draft: draft,
	}), nil
}

func seed(env screen.Env) int64 {
	if env.Seed == nil {
		return 1
	}
	return env.Seed()
}

// why is an error as this page says it.
func why(err error) string {
	var u *catalog.Unplayable
	if errors.As(err, &u) {
		return "The file has changed and cannot be played now. Find shows what is wrong."
	}
	return err.Error()
}
