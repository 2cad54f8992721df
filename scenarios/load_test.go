package scenarios

import (
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"coolhead/scenarios/library"
	"coolhead/scenarios/source"
)

// callWith is a whole call with these lines in place of its turns and after.
func callWith(body string) string {
	return "coolhead: 1\nkind: call\nid: x\ntitle: X\ncustomer: {name: Mo, type: pessimist, mood: upset}\n" + body
}

// turnsWith is a call whose first turn has these lines; they begin on line 8.
func turnsWith(turn string) string {
	return callWith("turns:\n  one:\n" + turn + "  bye:\n    says:\n      - {if: mood upset or better, say: \"a\", end: recovered}\n      - {say: \"b\", end: stormed-off}\n")
}

func show(problems []source.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(source.Format(p))
	}
	return b.String()
}

func TestEveryPartOfACallIsRead(t *testing.T) {
	s, problems := Load("x.yaml", []byte(callWith(`level: 3
minutes: 8
teaches: [owns-it]
rules: {en/arguing/as-i-said: off, en/tone/fine: -2, en/tone/ok: {points: 3}}
allow: [{rule: en/legal/terms, phrase: "as per", reason: legal wording}]
card: {knows: [a, "b: c"], may-not: [d]}
turns:
  one:
    bait: true
    says:
      - {if: again and mood angry or worse, say: "a"}
      - {if: again, say: ["b", "c"]}
      - {if: not heard can-do and silence 1m30s, say: d, abuse: 1}
      - ["odd"]
      - {does: "He waits.", say: No}
    needs: {any: [owns-it, can-do]}
    tries: 3
    missed: two
    sends: {plays-back: three, owns-it: two}
    hears: {can-do: ["write to Ana"]}
    picks:
      - {model: "m", go: two}
      - {say: "s as per", shows: robotic}
      - {trap: "t", shows: [shrug, argues]}
    hint: h
    pause: 2s
  two:
    says: [12.10, "~", yes]
    needs: owns-it
  three:
    says: "e"
    end: recovered
  four: {says: f, end: stormed-off}
anytime:
  - {if: mood furious, go: four, once: false}
  - {if: mood furious, detour: two, once: true}
  - {if: silence 60s, say: "hello?"}
facts: [repeat-contact]
ends: {recovered: It came.}
tests:
  - name: n
    replies: ["words", {pick: 2}, {silence: 60s}]
    expect: {end: [recovered, kind-but-useless], score: below 40, heard: owns-it, not-heard: [shrug]}
`)), Known{})
	if len(problems) != 1 || problems[0].Code != "CH008" || problems[0].Line != 19 {
		t.Fatalf("only the odd entry on line 19 should be reported:\n%s", show(problems))
	}
	one := s.Turns[0]
	want := Entries{
		{If: one.Says[0].If, Say: []string{"a"}, At: one.Says[0].At},
		{If: one.Says[1].If, Say: []string{"b", "c"}, At: one.Says[1].At},
		{If: one.Says[2].If, Say: []string{"d"}, Abuse: 1, At: one.Says[2].At},
		{Does: "He waits.", Say: []string{"No"}, At: one.Says[3].At},
	}
	if !reflect.DeepEqual(one.Says, want) {
		t.Errorf("entries: %+v", one.Says)
	}
	if got := one.Says[0].If.Clauses; !reflect.DeepEqual(got, []Clause{{Kind: IfAgain}, {Kind: IfMood, Mood: Angry, Or: "worse"}}) {
		t.Errorf("condition: %+v", got)
	}
	if got := one.Says[2].If.Clauses; !reflect.DeepEqual(got, []Clause{{Kind: IfNotHeard, Behaviour: "can-do"}, {Kind: IfSilence, N: 90}}) {
		t.Errorf("condition: %+v", got)
	}
	if !slices.Equal(one.Needs.Any, []string{"owns-it", "can-do"}) || one.Tries != 3 || one.Missed != "two" || !one.Bait || one.Pause != 2 {
		t.Errorf("turn: %+v", one)
	}
	if len(one.Sends) != 2 || one.Sends[0].Behaviour != "plays-back" || one.Sends[1].Go != "two" {
		t.Errorf("sends: %+v", one.Sends)
	}
	if len(one.Picks) != 3 || one.Picks[0].Kind != Model || one.Picks[0].Go != "two" || one.Picks[1].Kind != Plain || one.Picks[2].Kind != Trap || len(one.Picks[2].Shows) != 2 {
		t.Errorf("picks: %+v", one.Picks)
	}
	if got := s.Turns[1]; got.Tries != 2 || !slices.Equal(got.Says[0].Say, []string{"12.10", "~", "yes"}) || !slices.Equal(got.Needs.All, []string{"owns-it"}) {
		t.Errorf("second turn: %+v", got)
	}
	if s.Pass != 70 || s.Attempts != 2 || s.Language != "en" || s.Customer.Mood != Upset {
		t.Errorf("what was left out: %+v", s)
	}
	if c := s.Rules["en/arguing/as-i-said"]; !c.Off {
		t.Errorf("rules: %+v", s.Rules)
	}
	if a, b := s.Rules["en/tone/fine"].Points, s.Rules["en/tone/ok"].Points; a != -2 || b != 3 {
		t.Errorf("points: %d %d", a, b)
	}
	x := s.Tests[0]
	if x.Replies[0].Text != "words" || x.Replies[1].Pick != 2 || x.Replies[2].Silence != 60 || *x.Expect.Score != (Bound{N: 40}) || len(x.Expect.End) != 2 || x.Expect.Heard[0] != "owns-it" {
		t.Errorf("test: %+v", x)
	}
	if s.Card.Knows[1] != "b: c" || s.Card.MayNot[0] != "d" || s.Ends["recovered"] != "It came." || s.Facts.IDs[0] != "repeat-contact" {
		t.Errorf("head: %+v", s)
	}
	if s.Anytime[0].Go != "four" || s.Anytime[1].Detour != "two" || !s.Anytime[1].Once || s.Anytime[2].Say[0] != "hello?" {
		t.Errorf("anytime: %+v", s.Anytime)
	}
}

func TestFaultsOfACallAreNamed(t *testing.T) {
	known := Known{Behaviours: []string{"owns-it", "can-do", "calm-down"}, Personas: []string{"pessimist"}, Facts: []string{"repeat-contact"}}
	says := "    says: [\"x\", \"y\"]\n"
	for _, c := range []struct {
		name, yaml string
		want       []string // "line code words"
	}{
		{"a target with two letters swapped", turnsWith(says + "    next: bey\n"), []string{"9 CH101 “bey” – there is no such turn. Did you mean “bye” (line 10)?"}},
		{"a target that is an ending", turnsWith(says + "    missed: stormed-off\n    needs: can-do\n"), []string{"9 CH101 no such turn"}},
		{"a need that is no behaviour", turnsWith(says + "    needs: [owns-it, can-doo]\n"), []string{"9 CH113 “can-doo”. Did you mean “can-do”?"}},
		{"a behaviour in a condition", turnsWith("    says:\n      - {if: heard ownsit, say: \"x\"}\n      - {say: \"y\"}\n"), []string{"9 CH113 Did you mean “owns-it”?"}},
		{"a behaviour in hears", turnsWith(says + "    hears: {calmdown: [\"easy\"]}\n"), []string{"9 CH113 “calmdown”"}},
		{"a mood that is none", callWith("turns:\n  one: {says: \"x\", end: cross}\n"), []string{"7 CH116 There is no ending called “cross”"}},
		{"a mood of the customer", strings.Replace(turnsWith(says), "upset}", "livid}", 1), []string{"5 CH008 “mood” wants glad, calm, wary, upset, angry or furious; it is “livid”."}},
		{"a level beyond five", strings.Replace(turnsWith(says), "title: X", "title: X\nlevel: 9", 1), []string{"5 CH008 “level” wants a number from 1 to 5; it is 9."}},
		{"an id with a space", strings.Replace(turnsWith(says), "id: x", "id: Three Calls", 1), []string{"3 CH008 small letters, digits and hyphens"}},
		{"a channel of another name", strings.Replace(turnsWith(says), "title: X", "title: X\nchannel: telephone", 1), []string{"5 CH008 “channel” wants phone, chat"}},
		{"an or in a condition", turnsWith("    says:\n      - {if: again or mood angry, say: \"x\"}\n      - {say: \"y\"}\n"), []string{"9 CH114 “again or mood angry” is not a condition"}},
		{"two faults in one condition", turnsWith("    says:\n      - {if: agian, say: \"x\"}\n      - {if: mood cross, say: \"z\"}\n      - {say: \"y\"}\n"), []string{"9 CH114 “agian”", "10 CH114 “mood cross”"}},
		{"a hidden entry", turnsWith("    says:\n      - {if: mood angry or worse, say: \"x\"}\n      - {if: mood furious, say: \"z\"}\n      - {say: \"y\"}\n"), []string{"10 CH108 “mood angry or worse” on line 9 already covers “mood furious”"}},
		{"an entry after one without a condition", turnsWith("    says:\n      - {say: \"y\"}\n      - {if: again, say: \"x\"}\n"), []string{"10 CH108 the entry above it on line 9 has no “if”"}},
		{"an entry that several others cover", turnsWith("    says:\n      - {if: mood angry or worse, say: \"x\"}\n      - {if: mood upset or better, say: \"z\"}\n      - {say: \"y\"}\n"), []string{"11 CH108 the entries above it already cover everything"}},
		{"moods that leave one out", turnsWith("    says:\n      - {if: mood angry or worse, say: \"x\"}\n      - {if: mood calm or better, say: \"z\"}\n"), []string{"9 CH109 If the mood is wary, Mo says nothing in “one”."}},
		{"moods that cover everything", turnsWith("    says:\n      - {if: mood upset or worse, say: \"x\"}\n      - {if: mood wary or better, say: \"z\"}\n"), nil},
		{"only an again", turnsWith("    says:\n      - {if: again, say: \"x\"}\n"), []string{"9 CH109 The first time, Mo says nothing"}},
		{"heard and not heard cover everything", turnsWith("    says:\n      - {if: heard can-do, say: \"x\"}\n      - {if: not heard can-do, say: \"z\"}\n"), nil},
		{"two tries", turnsWith("    says:\n      - {if: try 2, say: \"x\"}\n      - {if: again, say: \"w\"}\n      - {say: \"z\"}\n"), nil},
		{"a turn that nothing leads to", callWith("turns:\n  one: {says: [a, b], next: bye}\n  two: {says: c}\n  bye:\n    says:\n      - {if: again, say: d, end: recovered}\n      - {say: e, end: stormed-off}\n"), []string{"8 CH102 Nothing leads to “two”"}},
		{"a detour's own next is not a way", callWith("turns:\n  one: {says: [a, b], next: bye}\n  aside: {says: [c, d], needs: can-do}\n  below: {says: f}\n  bye:\n    says:\n      - {if: again, say: d, end: recovered}\n      - {say: e, end: stormed-off}\nanytime:\n  - {if: mood furious, detour: aside}\n"), []string{"9 CH102 Nothing leads to “below”"}},
		{"a last turn without an end", callWith("turns:\n  one: {says: [a, b]}\n  two:\n    says:\n      - {if: again, say: c, end: recovered}\n      - {if: mood angry or worse, say: c, end: stormed-off}\n      - {say: d}\n"), []string{"8 CH107 “two” is the last turn and has no end"}},
		{"an anytime entry that does two things", turnsWith(says) + "anytime:\n  - {if: mood furious, go: bye, say: \"x\"}\n", []string{"14 CH115 more than one"}},
		{"picks without a model", turnsWith(says + "    picks:\n      - {say: \"x\"}\n      - {trap: \"y\"}\n"), []string{"10 CH201 “one”"}},
		{"one line for two tries", turnsWith("    says: x\n    needs: owns-it\n"), []string{"8 CH303 Mo says exactly the same again"}},
		{"one line for one try", turnsWith("    says: x\n    needs: owns-it\n    tries: 1\n"), nil},
		{"a fact of the library that is not there", turnsWith(says) + "facts: [repeat-contacts]\n", []string{"13 CH403 Did you mean “repeat-contact”?"}},
		{"a fact with no source", turnsWith(says) + "facts:\n  tells: {claim: \"Nine of ten\", year: 2020}\n", []string{"14 CH401 “tells” has no source"}},
		{"a test with a bound that is none", turnsWith(says) + "tests:\n  - name: n\n    replies: [a]\n    expect: {score: 80}\n", []string{"16 CH008 “score” wants a bound"}},
		{"a customer type with a slip", strings.Replace(turnsWith(says), "pessimist", "pesimist", 1), []string{"5 CH310 Did you mean “pessimist”?"}},
		{"abuse beyond two", turnsWith(says + "    abuse: 3\n"), []string{"9 CH008 “abuse” wants a number from 0 to 2; it is 3."}},
		{"both needs", turnsWith(says + "    needs: {any: [owns-it], all: [can-do]}\n"), []string{"9 CH008 both “all” and “any”"}},
		{"a duration without a unit", turnsWith(says + "    pause: 20\n"), []string{"9 CH008 “pause” wants a time such as 60s or 2m; it is “20”."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := Load("x.yaml", []byte(c.yaml), known)
			if len(got) != len(c.want) {
				t.Fatalf("want %d problems, got %d:\n%s", len(c.want), len(got), show(got))
			}
			for i, want := range c.want {
				if line := fmt.Sprintf("%d %s %s", got[i].Line, got[i].Code, got[i].Message); !inOrder(line, strings.SplitN(want, " ", 3)) {
					t.Errorf("want %q, got:\n%s", want, source.Format(got[i]))
				}
			}
		})
	}
}

func inOrder(line string, want []string) bool {
	return strings.HasPrefix(line, want[0]+" "+want[1]+" ") && strings.Contains(line, want[2])
}

func TestAStoryIsReadAndSaidToBeUnplayable(t *testing.T) {
	story := "coolhead: 1\nkind: story\nid: s\ntitle: S\nlevel: 3\ncause: attitude\nminutes: 5\nteaches: [owns-it]\ncast:\n  dom: {name: Dom, is: staff}\nlines:\n  - {by: dom, say: \"Hello.\", shows: [robotic]}\nturn:\n  at: x\nlesson: |\n  Believe the person.\n"
	s, problems := Load("s.yaml", []byte(story), Known{Behaviours: []string{"owns-it"}})
	if s == nil || len(problems) != 1 || problems[0].Code != "CH018" || problems[0].Severity != source.Warning {
		t.Fatalf("got %v:\n%s", s, show(problems))
	}
	if why, ok := s.Playable(); ok || !strings.Contains(why, "cannot be played yet") {
		t.Errorf("Playable: %q %v", why, ok)
	}
	_, problems = Load("s.yaml", []byte(strings.Replace(story, "level: 3", "levle: 3", 1)), Known{})
	if len(problems) != 2 || problems[1].Code != "CH006" {
		t.Errorf("a slip in the head of a story:\n%s", show(problems))
	}
}

func TestWhatCannotBePlayedIsNil(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":       "",
		"a newer file":  "coolhead: 2\nturns: [1]\n",
		"a comment":     "# later\n",
		"not text":      "\x89PNG\x00\x00\xff",
		"no turns":      "coolhead: 1\nkind: call\nid: x\ntitle: X\ncustomer: {name: Mo}\n",
		"a list":        "- a\n- b\n",
		"one word":      "hello\n",
		"only brackets": strings.Repeat("{", 5000),
	} {
		s, problems := Load("x.yaml", []byte(data), Known{})
		if s != nil || len(problems) == 0 {
			t.Errorf("%s: scenario %v with %d problems", name, s != nil, len(problems))
		}
	}
}

func TestTheLibraryHasNoFaults(t *testing.T) {
	var personas []string
	for _, name := range must(fs.Glob(library.FS, "personas/*.yaml")) {
		p, problems := LoadPersona(name, must(library.FS.ReadFile(name)))
		personas = append(personas, p.ID)
		if len(problems) > 0 || p.Name == "" {
			t.Errorf("%s: %+v\n%s", name, p, show(problems))
		}
	}
	facts, problems := LoadFacts("facts.yaml", must(library.FS.ReadFile("facts.yaml")))
	if len(problems) > 0 || len(facts) == 0 {
		t.Errorf("%d facts\n%s", len(facts), show(problems))
	}
	var ids []string
	for _, f := range facts {
		ids = append(ids, f.ID)
	}
	seen := map[string]string{}
	for _, name := range must(fs.Glob(library.FS, "calls/*.yaml")) {
		s, problems := Load(name, must(library.FS.ReadFile(name)), Known{Personas: personas, Facts: ids})
		for _, p := range problems {
			if p.Severity == source.Error {
				t.Error(source.Format(p))
			} else {
				t.Log(source.Format(p))
			}
		}
		if s == nil {
			t.Fatalf("%s is not read", name)
		}
		if s.ID != strings.TrimSuffix(path.Base(name), ".yaml") {
			t.Errorf("%s has the id %q", name, s.ID)
		}
		if other, twice := seen[s.ID]; twice {
			t.Errorf("%s and %s have one id", name, other)
		}
		seen[s.ID] = name
	}
	if len(seen) < 4 {
		t.Errorf("the library has %d calls", len(seen))
	}
}

func TestAPersonaIsNamedByItsFile(t *testing.T) {
	p, problems := LoadPersona("a/b/time-poor.yaml", []byte("name: Time poor\nheat: {wall-of-text: 150}\n"))
	if len(problems) > 0 || p.ID != "time-poor" || p.Heat["wall-of-text"] != 150 || p.Patience != 100 || p.Ripple != 100 {
		t.Errorf("%+v\n%s", p, show(problems))
	}
	_, problems = LoadPersona("x.yaml", []byte("name: X\nleaves: angrily\nheats: {a: 1}\n"))
	if len(problems) != 2 || problems[0].Line != 2 || problems[1].Code != "CH006" {
		t.Errorf("faults of a persona:\n%s", show(problems))
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Whatever a file holds, reading it ends, and what is read can be walked.
func FuzzLoad(f *testing.F) {
	for _, c := range Codes() {
		f.Add([]byte(c.Bad))
	}
	f.Add([]byte(turnsWith("    says: x\n")))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, problems := Load("f.yaml", data, exampleKnown())
		for _, p := range problems {
			if p.Code == "" || p.Message == "" || p.Line < 1 {
				t.Fatalf("a problem without a place: %+v", p)
			}
		}
		if s != nil && s.Kind == "call" && len(s.Turns) == 0 {
			t.Fatal("a call without turns was given")
		}
		LoadPersona("p.yaml", data)
		LoadFacts("facts.yaml", data)
	})
}

func BenchmarkLoadACallOf240Lines(b *testing.B) {
	data := must(library.FS.ReadFile("calls/gate-agent.yaml"))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if s, _ := Load("gate-agent.yaml", data, Known{}); s == nil {
			b.Fatal("not read")
		}
	}
}
