// Package chart draws a scenario as a picture: for a terminal, as Mermaid, as DOT
// and as SVG.
//
// Its rule: it shows what the file says may happen, from the file alone; how often
// it does happen comes in from outside. The same scenario gives the same bytes.
package chart

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios"
)

// Way is why the talk goes from one place to another.
type Way int

const (
	On     Way = iota // to the next turn
	Jump              // by a pick, a behaviour or a need that was missed
	Detour            // and back again
	Over              // to an ending
)

// Edge is one way from a turn.
type Edge struct {
	From, To int // places in Nodes; From is Anywhere for anytime entries
	Way      Way
	Label    string
	entry    int // to an ending: the entry of the turn that leads there, from 1
	calls    int
}

// Anywhere is where an edge comes from that needs no turn.
const Anywhere = -1

// Node is a turn or an ending.
type Node struct {
	ID    string
	End   bool
	Says  string // the first thing that is said here
	Needs string // "owns-it", "a and b", "a or b"
	Tries int
	Picks []string // "1 trap", "2 model"
	Lead  bool     // what was said here may be followed by the turn below
	// Calls is how many walks came here; only where the map is covered.
	Calls int
}

// Remark is an anytime entry that leads nowhere: the customer speaks.
type Remark struct{ If, Says string }

// Map is a scenario as places and ways.
type Map struct {
	Title, Head string
	Nodes       []Node // turns in file order, then endings, worst first
	Edges       []Edge // by turn, in the order in which they are looked at
	Remarks     []Remark
	// Walks is how many calls were played to count with; 0: none.
	Walks int
}

// Of reads a scenario.
func Of(s *scenarios.Scenario) *Map {
	m := &Map{Title: s.Title, Head: head(s)}
	for i := range s.Turns {
		t := &s.Turns[i]
		m.Nodes = append(m.Nodes, Node{ID: t.ID, Says: first(t.Says), Needs: needs(t.Needs), Tries: t.Tries, Picks: picks(t)})
	}
	for _, end := range scenarios.Endings() {
		if ends(s, end) {
			m.Nodes = append(m.Nodes, Node{ID: end, End: true, Says: s.Ends[end]})
		}
	}
	for i := range s.Turns {
		m.turn(s, i)
	}
	for i := range s.Anytime {
		m.anytime(s, &s.Anytime[i])
	}
	return m
}

func head(s *scenarios.Scenario) string {
	parts := []string{s.ID, s.Kind, s.Channel}
	if s.Level > 0 {
		parts = append(parts, fmt.Sprintf("level %d", s.Level))
	}
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(parts, " · ")
}

// first is what stands for a turn: what is said when nothing special holds, which is
// the last entry; in a turn that ends the call, where the last is the worst, the first
// that does not wait for something to go wrong.
func first(says scenarios.Entries) string {
	if len(says) > 1 && says[len(says)-1].End != "" {
		for _, e := range says {
			if len(e.Say) > 0 && !late(e.If) {
				return e.Say[0]
			}
		}
	}
	for i := len(says) - 1; i >= 0; i-- {
		if len(says[i].Say) > 0 {
			return says[i].Say[0]
		}
	}
	for _, e := range says {
		if e.Does != "" {
			return "(" + e.Does + ")"
		}
	}
	return ""
}

// late says that a condition holds only when a turn is said again, or after a wait.
func late(c scenarios.Condition) bool {
	return slices.ContainsFunc(c.Clauses, func(c scenarios.Clause) bool {
		switch c.Kind {
		case scenarios.IfAgain, scenarios.IfTry, scenarios.IfSilence, scenarios.IfHold:
			return true
		}
		return false
	})
}

func needs(n scenarios.Needs) string {
	if len(n.Any) > 0 {
		return strings.Join(n.Any, " or ")
	}
	return strings.Join(n.All, " and ")
}

func picks(t *scenarios.Turn) []string {
	var all []string
	for i := range t.Picks {
		all = append(all, pickName(t, i))
	}
	return all
}

// pickName is a pick as people point at it: its number, and what it is.
func pickName(t *scenarios.Turn, i int) string {
	if k := t.Picks[i].Kind; k != scenarios.Plain {
		return fmt.Sprintf("%d %s", i+1, k)
	}
	return fmt.Sprintf("%d", i+1)
}

func ends(s *scenarios.Scenario, end string) bool {
	for i := range s.Turns {
		t := &s.Turns[i]
		if t.End == end || slices.ContainsFunc(t.Says, func(e scenarios.Entry) bool { return e.End == end }) {
			return true
		}
	}
	return false
}

// at is the place of a turn or an ending, −1 if there is none.
func (m *Map) at(id string, end bool) int {
	return slices.IndexFunc(m.Nodes, func(n Node) bool { return n.ID == id && n.End == end })
}

func (m *Map) edge(from int, id string, way Way, label string) {
	if to := m.at(id, way == Over); to >= 0 {
		m.Edges = append(m.Edges, Edge{From: from, To: to, Way: way, Label: label})
	}
}

// turn adds the ways from one turn.
func (m *Map) turn(s *scenarios.Scenario, i int) {
	t := &s.Turns[i]
	for n, e := range t.Says {
		end := e.End
		if end == "" {
			end = t.End
		}
		if end == "" {
			continue
		}
		label := ""
		switch {
		case e.If.Text != "":
			label = "if " + e.If.Text
		case n > 0:
			label = "else"
		}
		m.edge(i, end, Over, label)
		m.Edges[len(m.Edges)-1].entry = n + 1
	}
	if over(t) {
		return
	}
	stay := []string{} // picks that lead nowhere of their own
	for n, p := range t.Picks {
		if p.Go == "" {
			stay = append(stay, pickName(t, n))
			continue
		}
		m.edge(i, p.Go, Jump, "pick "+pickName(t, n))
	}
	for _, send := range t.Sends {
		m.edge(i, send.Go, Jump, "heard "+send.Behaviour)
	}
	if t.Missed != "" && !t.Needs.Empty() {
		m.edge(i, t.Missed, Jump, fmt.Sprintf("not heard in %d", t.Tries))
	}
	label := needs(t.Needs)
	if len(stay) > 0 {
		label = strings.TrimPrefix(label+" · "+plural("pick", stay), " · ")
	}
	switch {
	case t.Next != "":
		m.edge(i, t.Next, On, label)
	case i+1 < len(s.Turns):
		m.Nodes[i].Lead = true
		m.edge(i, s.Turns[i+1].ID, On, label)
	}
}

func plural(what string, list []string) string {
	if len(list) > 1 {
		what += "s"
	}
	return what + " " + strings.Join(list, ", ")
}

// over says that the call ends whenever this turn is spoken.
func over(t *scenarios.Turn) bool {
	if t.End != "" {
		return true
	}
	for _, e := range t.Says {
		if e.End == "" {
			return false
		}
	}
	return len(t.Says) > 0
}

func (m *Map) anytime(s *scenarios.Scenario, a *scenarios.Anytime) {
	label := "if " + a.If.Text
	if a.Once {
		label += ", once"
	}
	switch {
	case a.Go != "":
		m.edge(Anywhere, a.Go, Jump, label)
	case a.Detour != "":
		m.edge(Anywhere, a.Detour, Detour, label)
	default:
		says := a.Does
		if len(a.Say) > 0 {
			says = a.Say[0]
		}
		m.Remarks = append(m.Remarks, Remark{label, says})
	}
}

// Spoken names one entry of a turn, from 1.
type Spoken struct {
	Turn  string
	Entry int
}

// Counts are what came of calls that were played: of so many, in how many a turn
// was answered, an entry was said, a call ended so.
type Counts struct {
	Calls   int
	Turns   map[string]int
	Entries map[Spoken]int
	Ends    map[string]int
}

// Cover shades the map.
func (m *Map) Cover(c Counts) {
	m.Walks = c.Calls
	said := map[string]int{}
	for e, calls := range c.Entries {
		// At the end of a call one entry is said and nothing answered; elsewhere
		// what was answered was said.
		said[e.Turn] += calls
	}
	for i := range m.Nodes {
		n := &m.Nodes[i]
		switch {
		case n.End:
			n.Calls = c.Ends[n.ID]
		case c.Turns[n.ID] > 0:
			n.Calls = c.Turns[n.ID]
		default:
			n.Calls = min(said[n.ID], c.Calls)
		}
	}
	for i := range m.Edges {
		if e := &m.Edges[i]; e.entry > 0 {
			e.calls = c.Entries[Spoken{m.Nodes[e.From].ID, e.entry}]
		}
	}
}

// Share is how many of 100 walks came to a place.
func (m *Map) Share(n *Node) int { return m.share(n.Calls) }

// share is rounded so that only what never was is 0 and only what always was is 100.
func (m *Map) share(calls int) int {
	if m.Walks == 0 {
		return 0
	}
	share := (200*calls + m.Walks) / (2 * m.Walks)
	switch {
	case calls > 0 && share == 0:
		return 1
	case calls < m.Walks && share == 100:
		return 99
	}
	return share
}

// short cuts a text to so many letters, at a word where it can.
func short(s string, to int) string {
	s = strings.Join(strings.Fields(s), " ")
	r := []rune(s)
	if len(r) <= to {
		return s
	}
	cut := string(r[:to-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:") + "…"
}
