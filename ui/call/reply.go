package call

import (
	"fmt"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/sim/check"
	"coolhead/ui/debrief"
	"coolhead/ui/rewind"
	"coolhead/ui/screen"
)

// say hands in what was typed.
func (s *Screen) say() tea.Cmd {
	if s.thinking > 0 {
		s.spoken()
		return nil
	}
	text := strings.TrimSpace(s.line.Value())
	if text == "" || s.env.Now().Sub(s.spokeAt) < tooSoon {
		return nil
	}
	if _, err := s.call.Reply(text); err != nil {
		s.refusal = err.Error()
		return nil
	}
	s.line.Reset()
	return s.answered()
}

// choice is one row of picks: the pick's number in the file, or silence.
type choice struct {
	pick int
	text string
}

// choices are the picks of this turn in the order of the page; saying nothing
// comes last, where the customer would do something about it.
func (s *Screen) choices() []choice {
	var all []choice
	if turn := s.call.Turn(); turn != nil {
		for _, n := range s.order {
			all = append(all, choice{n, turn.Picks[n-1].Text})
		}
	}
	if _, ok := s.call.NextSilence(); ok {
		all = append(all, choice{0, "say nothing yet"})
	}
	return all
}

// pick says what the finger is on.
func (s *Screen) pick() tea.Cmd {
	if s.thinking > 0 {
		s.spoken()
		return nil
	}
	all := s.choices()
	if s.finger >= len(all) || s.env.Now().Sub(s.spokeAt) < tooSoon {
		return nil
	}
	if all[s.finger].pick == 0 {
		if _, ok := s.call.Wait(); !ok {
			return nil
		}
		return s.step()
	}
	if _, err := s.call.ReplyPick(all[s.finger].pick); err != nil {
		s.refusal = err.Error()
		return nil
	}
	return s.answered()
}

// answered is what follows any reply: the draft on disk is the line as it now is.
func (s *Screen) answered() tea.Cmd {
	s.clock.restart()
	step := s.step()
	return tea.Batch(step, s.keep.draft(s.line.Value()))
}

// rewindTo opens the page on which a reply is said again; 0 is the last one.
func (s *Screen) rewindTo(reply int) tea.Cmd {
	if !s.practice() {
		s.refusal = fmt.Sprintf("Rewinding rests in %s mode.", s.call.Mode())
		return nil
	}
	again := rewind.New(s.env, s.call, rewind.About{
		Title: s.cast.Scenario.Title, Who: s.who(), Silent: s.cast.Persona.Silent, Later: s.after,
	}, reply)
	if again == nil {
		s.refusal = "Nothing has been said yet that could be said again."
		return nil
	}
	s.again = again
	if s.mode != paused {
		s.resume = s.mode
	}
	s.mode = rewinding
	return again.Init()
}

// playOn goes back to a reply and says it in other words.
func (s *Screen) playOn(m rewind.PlayOnMsg) tea.Cmd {
	s.again, s.mode = nil, typing
	if _, err := s.call.Rewind(m.To); err != nil {
		s.refusal = err.Error()
		return nil
	}
	if text := strings.TrimSpace(m.Text); text != "" {
		if _, err := s.call.Reply(text); err != nil {
			s.refusal = err.Error()
		}
	}
	return s.answered()
}

// openDebrief puts the debrief in place of the call, from which any reply can be
// said again.
func (s *Screen) openDebrief() tea.Cmd {
	env, cast, attempt, call, file := s.env, s.cast, s.keep.attempt, s.call, s.file
	options := []debrief.Option{debrief.Attempt(attempt), debrief.Again(func(reply int) tea.Cmd {
		if call.Mode() != sim.Practice {
			return nil
		}
		return screen.Replace(New(env, cast, Options{Call: call, Attempt: attempt, Typed: true, Again: reply, File: file}))
	})}
	return func() tea.Msg { // whose file it is stands on the disk
		if env.Catalog != nil && env.Catalog.Changeable(file) {
			options = append(options, debrief.AsTest(func() (string, error) { return asTest(env.Catalog, call, file) }))
		}
		return screen.ReplaceMsg{Screen: debrief.New(env, call, options...)}
	}
}

// asTest adds a call to the tests of its scenario's file, and says so.
func asTest(c *catalog.Catalog, call *sim.Call, file string) (string, error) {
	t, err := check.Keep(call, "")
	if err != nil {
		return "", err
	}
	at, called, err := c.AddTest(file, t)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s has the test “%s” now.", filepath.Base(at), called), nil
}
