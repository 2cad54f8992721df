package edit

import (
	"bytes"
	"errors"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/catalog"
	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/sim"
	"coolhead/sim/check"
)

// version is one save that can be played. It never changes.
type version struct {
	cast  sim.Cast
	stage *sim.Stage
	data  []byte
	at    time.Time
}

// looked is what was found in one save.
type looked struct {
	save     int
	at       time.Time
	took     time.Duration
	kind     string // scenario, persona, pack or facts; "" where nothing could be read
	data     []byte
	problems []source.Problem
	version  *version       // nil where it cannot be played
	checker  *check.Checker // of version; the walk has it next
	err      error
}

// readSave reads and checks the file, in a command. A walk of an older save stops.
func (s *Screen) readSave() tea.Cmd {
	s.walk.end()
	s.save++
	save, file, c, now := s.save, s.file, s.env.Catalog, s.env.Now
	return func() tea.Msg {
		from := now()
		l := look(c, file, from.Year())
		l.save, l.at, l.took = save, from, now().Sub(from)
		if l.version != nil {
			l.version.at = from
		}
		return l
	}
}

// look reads and checks a file: what lies between a save and its findings.
func look(c *catalog.Catalog, file string, year int) looked {
	if c == nil {
		return looked{err: errors.New("there is no catalogue here to read it with")}
	}
	var l looked
	_, err := c.Lint([]string{file}, year, func(_ int, f catalog.Checked) {
		l.kind, l.data = f.Kind, f.Data
		l.problems = append(l.problems, f.Problems...)
		if f.Cast != nil {
			l.checker = check.New(*f.Cast)
			l.problems = append(l.problems, source.Excerpt(f.Data, l.checker.Lint())...)
			l.version = &version{cast: *f.Cast, stage: l.checker.Stage(), data: f.Data}
		}
	})
	l.err = err
	return l
}

// inOrder puts errors before warnings before advice; each in the file's order.
func inOrder(problems []source.Problem) {
	source.Sort(problems)
	slices.SortStableFunc(problems, func(a, b source.Problem) int { return int(a.Severity - b.Severity) })
}

// changed is the turn in which two versions first differ, "" where that is in none.
func changed(before, now []byte, s *scenarios.Scenario) string {
	if before == nil || bytes.Equal(before, now) {
		return ""
	}
	n := min(len(before), len(now))
	at := 0
	for at < n && before[at] == now[at] {
		at++
	}
	return turnAt(s, 1+bytes.Count(now[:at], []byte("\n")))
}
