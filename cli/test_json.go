package cli

import (
	"encoding/xml"
	"fmt"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/sim"
	"coolhead/sim/check"
)

// testedJSON is one scenario tried out, as other programs read it.
type testedJSON struct {
	Path     string         `json:"path"`
	Holds    bool           `json:"holds"`
	Tests    []testRow      `json:"tests"`
	Problems []told         `json:"problems"`
	States   *statesJSON    `json:"states,omitempty"`
	Picked   *balanceJSON   `json:"picked,omitempty"`
	Typed    *balanceJSON   `json:"typed,omitempty"`
	Level    int            `json:"level,omitempty"`
	Others   []int          `json:"others,omitempty"` // percent of calls that end well in others of this level
	Covered  []coveredJSON  `json:"covered,omitempty"`
	OnlyIf   []onlyIfJSON   `json:"only_if,omitempty"`
	Hears    []onlyHereJSON `json:"only_by_hears,omitempty"`
}

type testRow struct {
	Code   string      `json:"code,omitempty"` // of what every scenario must hold
	Name   string      `json:"name"`
	Line   int         `json:"line"`
	Passed bool        `json:"passed"`
	End    string      `json:"end"`
	Score  sim.Decimal `json:"score"`
	Fault  string      `json:"fault,omitempty"`
	Costs  []string    `json:"costs,omitempty"`
}

type statesJSON struct {
	Whole    bool `json:"whole"`
	Silences bool `json:"silences"`
	States   int  `json:"states"`
}

type balanceJSON struct {
	Calls   int            `json:"calls"`
	Good    int            `json:"good"` // percent
	Between int            `json:"between"`
	Bad     int            `json:"bad"`
	Ends    map[string]int `json:"ends"`
	Scores  []sim.Decimal  `json:"scores"` // least, lower quarter, middle, upper quarter, most
}

type coveredJSON struct {
	Turn   string `json:"turn,omitempty"`
	Says   string `json:"says,omitempty"` // what chose the line
	Line   int    `json:"line"`
	Tests  int    `json:"tests"`
	Picked int    `json:"picked"`
	Typed  int    `json:"typed"`
	States int    `json:"states"`
	Lines  []int  `json:"lines,omitempty"`
}

type onlyIfJSON struct {
	What  string `json:"what"`
	Needs string `json:"needs"`
	Whole bool   `json:"whole"`
	Seed  int64  `json:"seed"`
	Path  string `json:"path"`
}

type onlyHereJSON struct {
	Turn      string `json:"turn"`
	Behaviour string `json:"behaviour"`
	Text      string `json:"text"`
}

func (p *program) testJSON(all []trial) error {
	list := []testedJSON{}
	for i := range all {
		list = append(list, asJSON(&all[i]))
	}
	return p.json(list)
}

func asJSON(t *trial) testedJSON {
	out := testedJSON{Path: t.path, Holds: t.holds(), Tests: []testRow{}, Problems: []told{}, Level: t.level, Others: t.others}
	for _, p := range t.problems {
		out.Problems = append(out.Problems, told{p.Severity.String(), p})
	}
	for _, h := range t.hears {
		out.Hears = append(out.Hears, onlyHereJSON(h))
	}
	s := t.study
	if s == nil {
		return out
	}
	for i := range s.Tests {
		r := &s.Tests[i]
		row := testRow{Code: r.Code, Name: r.Name, Line: r.At.Line, Passed: r.Passed, End: r.End, Score: sim.Decimal(r.Score), Fault: r.Fault}
		if !r.Passed && r.Call != nil {
			row.Costs = strings.Split(r.Costs(), "\n")
		}
		out.Tests = append(out.Tests, row)
	}
	if e := s.Explored; e != nil {
		out.States = &statesJSON{e.Whole, e.Silences, e.States}
	}
	out.Picked, out.Typed = balanceOf(s.Picked), balanceOf(s.Typed)
	if s.Explored != nil || s.Picked != nil || s.Typed != nil {
		for _, r := range s.Rows() {
			c := coveredJSON{Line: r.At.Line, Tests: r.Tests, Picked: r.Picked, Typed: r.Typed, States: r.States, Lines: r.Lines}
			if r.Turn {
				c.Turn = r.Name
			} else {
				c.Says = r.Name
			}
			out.Covered = append(out.Covered, c)
		}
	}
	for _, o := range s.OnlyIf() {
		out.OnlyIf = append(out.OnlyIf, onlyIfJSON{o.What, o.Needs, o.Whole, o.Seed, o.Path.String()})
	}
	return out
}

func balanceOf(w *check.Walked) *balanceJSON {
	if w == nil {
		return nil
	}
	b := w.Balance()
	out := &balanceJSON{Calls: b.Calls, Good: b.Good, Between: b.Between, Bad: b.Bad, Ends: w.Ends}
	for _, score := range b.Scores {
		out.Scores = append(out.Scores, sim.Decimal(score))
	}
	return out
}

// The form that CI servers read: a suite for each scenario, a case for each test.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string     `xml:"name,attr"`
	Class   string     `xml:"classname,attr"`
	File    string     `xml:"file,attr"`
	Line    int        `xml:"line,attr"`
	Failure *junitFail `xml:"failure"`
}

type junitFail struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func (p *program) testJUnit(all []trial) error {
	var out junitSuites
	for i := range all {
		s := suiteOf(&all[i])
		out.Tests += s.Tests
		out.Failures += s.Failures
		out.Suites = append(out.Suites, s)
	}
	data, err := xml.MarshalIndent(out, "", "  ")
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(p.Out, "%s%s\n", xml.Header, data); err != nil {
		return &exit{disk, fmt.Sprintf("I could not write the results: %v", err)}
	}
	return nil
}

func suiteOf(t *trial) junitSuite {
	s := junitSuite{Name: t.path}
	add := func(name string, line int, fail *junitFail) {
		s.Tests++
		if fail != nil {
			s.Failures++
		}
		s.Cases = append(s.Cases, junitCase{Name: name, Class: t.path, File: t.path, Line: line, Failure: fail})
	}
	for _, problem := range t.problems {
		if problem.Severity == source.Error {
			add(problem.Code, problem.Line, &junitFail{problem.Message, source.Format(problem)})
		}
	}
	if t.study == nil {
		return s
	}
	for i := range t.study.Tests {
		r := &t.study.Tests[i]
		var fail *junitFail
		if !r.Passed {
			fail = &junitFail{r.Fault, r.Costs()}
		}
		add(r.Name, r.At.Line, fail)
	}
	return s
}
