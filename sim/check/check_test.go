package check

import (
	"strings"
	"testing"

	"coolhead/scenarios"
	"coolhead/scoring"
	"coolhead/sim"
)

// A pack of its own keeps these tests from changing with the shipped rules.
const pack = `coolhead_pack: 1
id: en/tried
language: en
title: Tried
rules:
  - id: ours
    shows: owns-it
    message: m
    why: w
    phrases: [zebra ours]
  - id: when
    shows: next-step-by-when
    message: m
    why: w
    phrases: [zebra friday]
  - id: strip
    shows: blames-customer
    message: m
    why: w
    instead: [x]
    phrases: [zebra strip]
`

const call = `coolhead: 1
kind: call
id: tried
title: Tried
level: 1
sector: retail
channel: phone
cause: policy
brief: b
customer: {name: Dana, mood: wary}
turns:
  where:
    says: "Where is it?"
    needs: owns-it
    picks:
      - {model: "It is zebra ours."}
      - {trap: "It is on the zebra strip."}
      - {say: "It is somewhere."}
  when:
    says: "And when?"
    needs: next-step-by-when
    picks:
      - {trap: "Look at the zebra strip."}
      - {model: "It comes zebra friday."}
  bye:
    says:
      - {if: mood wary or better, say: "Right.", end: recovered}
      - {say: "Keep it.", end: stormed-off}
anytime:
  - {if: silence 30s, say: "Hello?"}
tests:
`

func tried(t *testing.T, change ...string) sim.Cast {
	t.Helper()
	p, problems := scoring.LoadPack("tried.yaml", []byte(pack))
	if p == nil {
		t.Fatal(problems)
	}
	r, _ := scoring.Compile([]*scoring.Pack{p})
	s, problems := scenarios.Load("tried.yaml", []byte(strings.NewReplacer(change...).Replace(call)), scenarios.Known{})
	if s == nil {
		t.Fatal(problems)
	}
	return sim.Cast{Scenario: s, Reader: r}
}

func TestAnAuthorsTest(t *testing.T) {
	for _, x := range []struct {
		name  string
		test  string
		fault []string // what the fault says; nothing: the test passes
	}{
		{"holds", `{replies: ["zebra ours", "zebra friday"], expect: {end: recovered, heard: owns-it, not-heard: blames-customer}}`, nil},
		{"holds by picks and a silence", `{replies: [{pick: 1}, {silence: 60s}, {pick: 2}], expect: {end: [exceeded, recovered]}}`, nil},
		{"ends otherwise", `{replies: ["zebra strip", "zebra strip", "zebra strip", "zebra strip"], expect: {end: recovered}}`,
			[]string{"ended as stormed-off, not as recovered"}},
		{"runs out of replies", `{replies: ["zebra ours", "hm"], expect: {end: recovered}}`,
			[]string{"ran out in when", "And when?", "waits for next-step-by-when"}},
		{"scores too little", `{replies: ["zebra strip", "zebra strip", "zebra strip", "zebra strip"], expect: {end: stormed-off, score: 80+}}`,
			[]string{"not 80 or more"}},
		{"scores too much", `{replies: ["zebra ours", "zebra friday"], expect: {end: recovered, score: below 10}}`,
			[]string{"not below 10"}},
		{"was not heard", `{replies: ["zebra ours", "hm", "hm"], expect: {end: recovered, heard: next-step-by-when}}`,
			[]string{"Nobody heard next-step-by-when"}},
		{"heard what nobody should", `{replies: ["zebra ours", "zebra strip zebra friday"], expect: {not-heard: blames-customer}}`,
			[]string{"Reply 2 shows blames-customer"}},
		{"picks what is not there", `{replies: [{pick: 4}], expect: {end: recovered}}`,
			[]string{"Reply 1 could not be said", "3 to choose from"}},
		{"waits for nothing", `{replies: ["hm", {silence: 10s}], expect: {end: recovered}}`,
			[]string{"Reply 2 could not be said", "10 s of silence reach nothing"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			cast := tried(t, "tests:\n", "tests:\n  - {name: it, "+strings.TrimPrefix(x.test, "{")+"\n")
			all := RunTests(cast)
			if len(all) != 1 {
				t.Fatalf("%d results", len(all))
			}
			r := all[0]
			if r.Passed != (len(x.fault) == 0) {
				t.Errorf("passed: %v; %s", r.Passed, r.Fault)
			}
			for _, part := range x.fault {
				if !strings.Contains(r.Fault, part) {
					t.Errorf("the fault %q does not say %q", r.Fault, part)
				}
			}
		})
	}
}

func TestTheCostsOfATestNameReplyTurnHeatAndWords(t *testing.T) {
	cast := tried(t, "tests:\n", "tests:\n  - {name: it, replies: [zebra ours, zebra strip], expect: {end: recovered}}\n")
	costs := RunTests(cast)[0].Costs()
	for _, part := range []string{"1  in where", "what was needed", "2  in when", "“zebra strip”", "heat 40 to"} {
		if !strings.Contains(costs, part) {
			t.Errorf("the costs do not say %q:\n%s", part, costs)
		}
	}
}

func TestPicks(t *testing.T) {
	codes := func(change ...string) string {
		var all []string
		for _, p := range New(tried(t, change...)).Picks() {
			if p.Code != "CH413" { // two turns and three rules make no call of 80
				all = append(all, p.Code)
			}
		}
		return strings.Join(all, " ")
	}
	if got := codes(); got != "" {
		t.Errorf("nothing is wrong with it: %s", got)
	}
	if got := codes("It comes zebra friday.", "It comes on some day."); !strings.Contains(got, "CH202") {
		t.Errorf("a model that misses its turn: %q", got)
	}
	if got := codes("It is on the zebra strip.", "It is zebra ours, here.", "Look at the zebra strip.", "It comes here zebra friday."); !strings.Contains(got, "CH414") {
		t.Errorf("traps that end well: %q", got)
	}
	if got := codes("- {say: \"It is somewhere.\"}", "", "mood wary or better", "mood calm or better and heard next-step-by-when and not heard blames-customer"); !strings.Contains(got, "CH415") {
		t.Errorf("one way to win: %q", got)
	}
}

func TestACallOfModelsThatEndsBadlyIsAFault(t *testing.T) {
	found := false
	for _, p := range New(tried(t, "end: recovered", "end: solved-but-lost")).Picks() {
		found = found || p.Code == "CH413" && strings.Contains(p.Message, "solved-but-lost")
	}
	if !found {
		t.Error("nobody says that the models end as solved-but-lost")
	}
}
