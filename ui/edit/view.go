package edit

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"coolhead/scenarios/source"
	"coolhead/sim"
	"coolhead/ui/widget"
)

// View draws the page.
func (s *Screen) View() string {
	t, w, h, g := s.env.Theme, s.env.Width, s.env.Height, s.grid
	head := widget.Head(t, w, t.Text(widget.Clean(filepath.Base(s.file))), s.when())
	note := ""
	if s.note != "" {
		note = g.Text(t, t.Asks.Render(t.Text(widget.Clean(s.note))))
	}
	foot := []string{note, widget.Foot(t, w, s.Help())}
	if s.trying {
		foot = append(s.tryLine(), foot...)
	}
	rows := max(h-len(head)-len(foot), 1)
	left := s.found(g.Talk, rows-1)
	if s.trying {
		left = s.talk(g.Talk, rows-1)
	}
	left = append([]string{""}, left...)
	if !g.Columns {
		if turn := s.turn(); turn != nil {
			who := sim.Called(s.kept.cast.Scenario.Customer.Name)
			left[0] = t.Quiet.Render(line(t, fmt.Sprintf("at “%s”, %s is %s", turn.ID, who, s.said.call.State().Mood())))
		}
		for i, r := range left {
			left[i] = g.Text(t, r)
		}
		return widget.Page(t, w, h, head, left[:min(len(left), rows)], foot...)
	}
	mood := 0
	if s.said.call != nil {
		mood = int(s.said.call.State().Mood())
	}
	margin := append([]string{""}, s.inspector(g.MarginW, rows-1)...)
	body := g.Beside(t, left, margin, widget.Upright(t, mood), rows)
	body[0] = ""
	return widget.Page(t, w, h, head, body, foot...)
}

// when says what the page shows: which save, and how long reading it took.
func (s *Screen) when() string {
	switch {
	case s.now.save == 0:
		return "reading"
	case s.now.err != nil:
		return "not read"
	}
	did, took := "read", s.now.took
	if s.walk.done != nil && !s.broken() {
		did, took = "read and walked", took+s.walk.done.took
	}
	at := "saved " + s.now.at.Format("15:04")
	if !s.grid.Columns {
		return at
	}
	return fmt.Sprintf("%s %s %s in %s", at, s.env.Theme.Glyphs.Dot, did, seconds(took))
}

// seconds is a short time in words of one place.
func seconds(d time.Duration) string {
	if d < 100*time.Millisecond {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

// sum says how much was found.
func (s *Screen) sum() string {
	if s.now.err != nil {
		return "This file cannot be read."
	}
	var n [3]int
	for _, p := range s.findings {
		n[p.Severity]++
	}
	var parts []string
	if mend := n[source.Error] + n[source.Warning]; mend > 0 {
		parts = append(parts, fmt.Sprintf("%d to mend", mend))
	}
	if think := n[source.Advice]; think > 0 {
		parts = append(parts, fmt.Sprintf("%d to think about", think))
	}
	if len(parts) == 0 {
		return "Nothing to mend."
	}
	return strings.Join(parts, ", ")
}

// state says what stands in the way of playing on, "" if nothing does.
func (s *Screen) state() string {
	switch {
	case s.now.save == 0:
		return ""
	case s.now.err != nil && s.kept != nil:
		return "As of " + s.kept.at.Format("15:04") + " it plays on here: " + s.now.err.Error()
	case s.now.err != nil:
		return s.now.err.Error()
	case s.broken():
		return "This save cannot be played; that of " + s.kept.at.Format("15:04") + " plays on."
	case s.kept == nil && s.now.kind == "scenario" && s.faulty():
		return "It cannot be played yet."
	case s.kept == nil && s.now.kind == "scenario":
		return "Only calls are played here; this is another kind."
	case s.kept == nil:
		return "Nothing is played of a file of this kind."
	}
	return ""
}

func (s *Screen) faulty() bool {
	for _, p := range s.findings {
		if p.Severity == source.Error {
			return true
		}
	}
	return false
}
