package check

import (
	"slices"
	"testing"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
)

// The examples of codes are played with a few rules of their own, so that no
// change of the shipped ones changes what a code means.
const house = `coolhead_pack: 1
id: house
language: en
title: House
rules:
  - {id: ours, shows: owns-it, points: 30, message: m, why: w, phrases: [on us], examples: {hit: ["It is on us.", "That is on us."], miss: ["Ask us.", "It is on you."]}}
  - {id: by-when, shows: next-step-by-when, points: 40, message: m, why: w, phrases: [by noon], examples: {hit: ["By noon.", "You have it by noon."], miss: ["At noon.", "By then."]}}
  - {id: nearly-always, shows: vague-promise, points: -40, message: m, why: w, instead: [x], phrases: [nearly always], examples: {hit: ["It nearly always comes.", "Nearly always."], miss: ["Always.", "Nearly."]}}
  - {id: in-hull, shows: plays-back, points: 40, message: m, why: w, phrases: [in hull], examples: {hit: ["In Hull.", "It is in Hull."], miss: ["Hull.", "In Leeds."]}}
  - {id: late, shows: validates, points: 40, message: m, why: w, phrases: [it is late], examples: {hit: ["It is late.", "Yes, it is late."], miss: ["Late.", "It came."]}}
  - {id: no-doubt, shows: finds-agreement, points: 40, message: m, why: w, phrases: [tomorrow], examples: {hit: ["Tomorrow.", "It is tomorrow."], miss: ["Today.", "It came."]}}
phrases:
  - {phrase: no worries, reason: nobody believes it}
`

func houseReader(t *testing.T, more ...*scoring.Pack) *scoring.Reader {
	t.Helper()
	p, problems := scoring.LoadPack("house.yaml", []byte(house))
	if len(problems) > 0 {
		t.Fatal(source.Format(problems[0]))
	}
	r, _ := scoring.Compile(append([]*scoring.Pack{p}, more...))
	return r
}

// found is every problem of an example that its raiser finds.
func foundBy(t *testing.T, by scenarios.By, name, text string) []source.Problem {
	t.Helper()
	if by == scenarios.Pack {
		p, problems := scoring.LoadPack(name, []byte(text))
		if p == nil {
			return problems
		}
		r, more := scoring.Compile([]*scoring.Pack{p})
		return append(append(problems, more...), r.CheckPack(p, []string{"It's late and that's on us. You have it by noon tomorrow.", "The van was full. It's with you by noon."})...)
	}
	s, problems := scenarios.Load(name, []byte(text), scenarios.Known{})
	if s == nil {
		return problems
	}
	c := New(sim.Cast{Scenario: s, Reader: houseReader(t)})
	if by == scenarios.Playing {
		return append(problems, c.Lint()...)
	}
	for _, p := range c.Deep(StudyOptions{Play: "./it.yaml", Own: true, Calls: 400}) {
		if p.Code[:3] == "CH4" {
			problems = append(problems, p)
		}
	}
	w := c.Walk(WalkOptions{Seed: 1, Calls: 400})
	return append(problems, c.Spread(100*w.Good()/w.Calls, []int{20, 50})...)
}

func TestEveryCodeOfTheEngineAndOfPacksIsRaisedByItsExample(t *testing.T) {
	for _, code := range scenarios.Codes() {
		if code.By == scenarios.Reading || code.By == scenarios.Disk {
			continue
		}
		t.Run(code.Code, func(t *testing.T) {
			bad := foundBy(t, code.By, code.Code+".bad.yaml", code.Bad)
			at := slices.IndexFunc(bad, func(p source.Problem) bool { return p.Code == code.Code })
			if at < 0 {
				t.Error("the bad example does not raise it")
			} else if bad[at].Severity != code.Severity {
				t.Errorf("raised as %s; the table says %s", bad[at].Severity, code.Severity)
			}
			for _, p := range bad {
				if p.Code != code.Code && code.By != scenarios.Testing {
					t.Errorf("the bad example has another problem:\n%s", source.Format(p))
				}
			}
			for _, p := range foundBy(t, code.By, code.Code+".good.yaml", code.Good) {
				if p.Code == code.Code || code.By != scenarios.Testing {
					t.Errorf("the good example has a problem:\n%s", source.Format(p))
				}
			}
		})
	}
}
