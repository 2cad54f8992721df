package catalog

import (
	"runtime"
	"sync"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/sim"
)

// Item is one scenario of a list.
type Item struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Title   string   `json:"title"`
	Sector  string   `json:"sector"`
	Level   int      `json:"level"`
	Channel string   `json:"channel"`
	Teaches []string `json:"teaches"`
	Minutes int      `json:"minutes"`
	Path    string   `json:"path"`

	// Scenario is nil where the file cannot be played; Problems say why.
	Scenario *scenarios.Scenario `json:"-"`
	Problems []source.Problem    `json:"-"`
	// Hides are the files with the same id that this one stands before.
	Hides []string `json:"-"`
}

// Playable says that a call can begin: nothing in the file is an error.
func (i Item) Playable() bool { return i.Scenario != nil && !hasErrors(i.Problems) }

// Length is how long the scenario takes, in words: 8 minutes.
func (i Item) Length() string { return sim.Lasts(i.Minutes) }

func hasErrors(problems []source.Problem) bool {
	for _, p := range problems {
		if p.Severity == source.Error {
			return true
		}
	}
	return false
}

// List is every scenario, in the order of the places and their paths. What
// cannot be played is in it, with its problems; Faults tells of folders that
// could not be looked into.
func (c *Catalog) List() []Item {
	entries, _ := c.index()
	var first []*entry
	hides := map[string][]string{}
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[e.id] {
			hides[e.id] = append(hides[e.id], e.name())
			continue
		}
		seen[e.id] = true
		first = append(first, e)
	}
	items := make([]Item, len(first))
	c.each(first, func(i int, e *entry) {
		items[i] = c.item(e)
		items[i].Hides = hides[e.id]
	})
	return items
}

// Faults is what could not be looked into, a sentence each.
func (c *Catalog) Faults() []error {
	_, faults := c.index()
	return faults
}

// each does the entries on every core; f writes only to its own place.
func (c *Catalog) each(entries []*entry, f func(int, *entry)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				f(i, entries[i])
			}
		})
	}
	for i := range entries {
		next <- i
	}
	close(next)
	wg.Wait()
}

func (c *Catalog) item(e *entry) Item {
	s, problems := c.load(e)
	item := Item{ID: e.id, Path: e.name(), Teaches: []string{}, Scenario: s, Problems: problems}
	if s == nil {
		return item
	}
	item.Kind, item.Title, item.Sector, item.Level = s.Kind, s.Title, s.Sector, s.Level
	item.Channel, item.Minutes = s.Channel, sim.Minutes(s)
	item.Teaches = append(item.Teaches, s.Teaches...)
	return item
}

// load reads one scenario with the names it may use.
func (c *Catalog) load(e *entry) (*scenarios.Scenario, []source.Problem) {
	if e.err != nil {
		return nil, []source.Problem{unreadable(e.name(), e.err)}
	}
	return scenarios.Load(e.name(), e.data, c.known(c.chain(e)))
}

// unreadable is the problem of a file that could not be read at all.
func unreadable(name string, err error) source.Problem {
	p := source.Problem{Code: CodeUnread, Place: source.Place{File: name, Line: 1, Col: 1}, Message: "I could not read this file: " + err.Error() + "."}
	if err == errTooLarge {
		p.Code = CodeTooLarge
		p.Help = "is this the right file? A long call has a few hundred lines"
	}
	return p
}

// Codes of what is wrong with a file before its text is looked at.
const (
	CodeUnread   = "CH000"
	CodeTooLarge = "CH011"
)
