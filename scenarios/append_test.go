package scenarios

import (
	"strings"
	"testing"
)

const appendHead = `# A comment at the top.
coolhead: 1
kind: call
id: tried
title: Tried # and why
level: 1
sector: retail
channel: phone
cause: policy
brief: b
customer: {name: Dana, mood: wary}
turns:
  where:
    says: "Where is it?"
    picks: [{model: "Here."}, {say: "There."}]
  bye: {says: "Bye.", end: recovered}
`

const kept = `{name: Old, replies: ["a"], expect: {end: recovered}}`

// newTest is what is added below.
func newTest() Test {
	return Test{
		Name:    "Owning it",
		Replies: []TestReply{{Text: `Say "no": it's #1 — “fine”\`}, {Pick: 2}, {Silence: 60}},
		Expect:  Expect{End: []string{Recovered}, Score: &Bound{AtLeast: true, N: 80}},
	}
}

// The test as it is written, at no indent.
const written1 = `- name: Owning it
  replies:
    - "Say \"no\": it's #1 — “fine”\\"
    - {pick: 2}
    - {silence: 60s}
  expect: {end: recovered, score: 80+}
`

func indented(by string) string {
	return by + strings.ReplaceAll(strings.TrimSuffix(written1, "\n"), "\n", "\n"+by) + "\n"
}

func TestATestIsAddedAndNothingElseIsChanged(t *testing.T) {
	for name, x := range map[string]struct{ before, after string }{
		"where there are none": {appendHead, appendHead + "tests:\n" + indented("  ")},
		"after the last, with its comments": {
			appendHead + "tests:\n  # one\n  - " + kept + " # old\n  # still of the tests\n",
			appendHead + "tests:\n  # one\n  - " + kept + " # old\n  # still of the tests\n" + indented("  "),
		},
		"before what follows, and its comment": {
			appendHead + "tests:\n  - " + kept + "\n\n# What they feel.\nends: {recovered: Good.}\n",
			appendHead + "tests:\n  - " + kept + "\n" + indented("  ") + "\n# What they feel.\nends: {recovered: Good.}\n",
		},
		"at the list's own indent": {
			appendHead + "tests:\n      - " + kept + "\n",
			appendHead + "tests:\n      - " + kept + "\n" + indented("      "),
		},
		"in a list at the margin": {
			appendHead + "tests:\n- " + kept + "\n# End.\n",
			appendHead + "tests:\n- " + kept + "\n" + indented("") + "# End.\n",
		},
		"after one that ends in a folded text": {
			appendHead + "tests:\n  - name: Old\n    expect: {end: recovered}\n    replies:\n      - >\n        long\n\n        text\n",
			appendHead + "tests:\n  - name: Old\n    expect: {end: recovered}\n    replies:\n      - >\n        long\n\n        text\n" + indented("  "),
		},
		"in place of an empty list":  {appendHead + "tests: [] # none yet\n", appendHead + "tests: # none yet\n" + indented("  ")},
		"below a key with no list":   {appendHead + "tests:\nends: {recovered: Good.}\n", appendHead + "tests:\n" + indented("  ") + "ends: {recovered: Good.}\n"},
		"where the last line is cut": {strings.TrimSuffix(appendHead, "\n"), appendHead + "tests:\n" + indented("  ")},
		"before the document's end":  {appendHead + "...\n", appendHead + "tests:\n" + indented("  ") + "...\n"},
		"into brackets": {
			appendHead + "tests: [" + kept + "] # old\n",
			appendHead + "tests: [" + kept + `, {name: "Owning it", replies: ["Say \"no\": it's #1 — “fine”\\", {pick: 2}, {silence: 60s}], expect: {end: recovered, score: 80+}}] # old` + "\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := AppendTest("x.yaml", []byte(x.before), newTest())
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != x.after {
				t.Errorf("it became\n%s\nnot\n%s", got, x.after)
			}
			windows := strings.ReplaceAll(x.before, "\n", "\r\n")
			got, err = AppendTest("x.yaml", []byte(windows), newTest())
			if err != nil || string(got) != strings.ReplaceAll(x.after, "\n", "\r\n") {
				t.Errorf("with the line ends of Windows it became\n%q, %v", got, err)
			}
		})
	}
}

func TestANameThatIsTakenGetsANumber(t *testing.T) {
	data := []byte(appendHead)
	for _, want := range []string{"Owning it", "Owning it 2", "Owning it 3"} {
		var err error
		if data, err = AppendTest("x.yaml", data, newTest()); err != nil {
			t.Fatal(err)
		}
		s, _ := Load("x.yaml", data, Known{})
		if got := s.Tests[len(s.Tests)-1].Name; got != want {
			t.Errorf("it is called %q, not %q", got, want)
		}
	}
}

func TestEveryNameAndEveryReplyIsReadAsItWasSaid(t *testing.T) {
	for _, text := range []string{
		"yes", "no", "null", "12.10", "- dash", "a: b", "a #b", "'", `"`, `\`, "{x}", "[x]", "*a", "&a", "!a", "%a", "@a", "`a`", "~", "=", "on", "1e3",
		"two\nlines", "tab\tin it", "Ünï 你好 🙂", "soft\u00a0space", "line\u2028end", " trim me", "ends with colon:", "? what", "| pipe", "> fold", "<<", "...", "---",
	} {
		x := newTest()
		x.Name, x.Replies = "N "+text, []TestReply{{Text: text}}
		if _, err := AppendTest("x.yaml", []byte(appendHead), x); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAFileThatCannotTakeATestSaysWhy(t *testing.T) {
	for name, x := range map[string]struct{ data, says string }{
		"broken":        {"coolhead: 1\nkind: [", "coolhead lint x.yaml"},
		"in one brace":  {`{coolhead: 1, kind: call, id: a, title: A, level: 1, sector: retail, channel: phone, cause: policy, brief: b, customer: {name: D, mood: wary}, turns: {w: {says: "W?"}, b: {says: "B.", end: recovered}}}`, "braces"},
		"nothing in it": {"", "coolhead lint x.yaml"},
	} {
		if _, err := AppendTest("x.yaml", []byte(x.data), newTest()); err == nil || !strings.Contains(err.Error(), x.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
