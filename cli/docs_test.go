package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"coolhead/catalog"
	"coolhead/cli"
	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim/check"
)

// block is a fenced part of a page.
type block struct {
	page string
	line int    // of its first line of text
	kind string // what stands behind the fence: yaml scenario
	text string
}

func (b block) String() string { return fmt.Sprintf("%s:%d", b.page, b.line) }

// house is the folder all pages are named from.
var house = os.DirFS("..")

// pages are the files that trainers read: the front page and all of docs.
func pages(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	read := func(file string) {
		data, err := fs.ReadFile(house, file)
		if err != nil {
			t.Fatal(err)
		}
		all[file] = string(data)
	}
	read("README.md")
	err := fs.WalkDir(house, "docs", func(file string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(file, ".md") {
			read(file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// worldOf is a world with no settings, no calls and no terminal.
func worldOf(t *testing.T, in io.Reader, out, errs io.Writer) cli.World {
	t.Helper()
	return cli.World{In: in, Out: out, Err: errs, Getenv: func(string) string { return "" }, Data: t.TempDir(), Config: t.TempDir()}
}

// blocks are the fenced parts of a page, each with what stands behind its fence.
func blocks(page, text string) []block {
	var all []block
	var in *block
	for i, row := range strings.Split(text, "\n") {
		fence := strings.HasPrefix(row, "```")
		switch {
		case fence && in == nil:
			in = &block{page: page, line: i + 2, kind: strings.TrimSpace(strings.TrimPrefix(row, "```"))}
		case fence:
			all, in = append(all, *in), nil
		case in != nil:
			in.text += row + "\n"
		}
	}
	return all
}

// untried says whether nobody else tries what a page shows: the front page has a test of
// its own, and the page of checks is made from files that are tried where they are, many
// of them wrong on purpose.
func untried(page string) bool { return page != "README.md" && page != "docs/checks.md" }

// errorsIn are the problems that a trainer would have to mend.
func errorsIn(problems []source.Problem) []string {
	var told []string
	for _, p := range problems {
		if p.Severity != source.Advice {
			told = append(told, source.Format(p))
		}
	}
	return told
}

func TestEveryWholeScenarioInThePagesLoadsAndHolds(t *testing.T) {
	n := 0
	for page, text := range pages(t) {
		for _, b := range blocks(page, text) {
			whole := strings.Contains(b.text, "\nkind: ") && strings.Contains(b.text, "\nturns:")
			if b.kind != "yaml scenario" {
				if whole && untried(page) {
					t.Errorf("%s is a whole scenario and is not fenced as “yaml scenario”, so nobody tries it", b)
				}
				continue
			}
			n++
			t.Run(b.String(), func(t *testing.T) { holds(t, b.text) })
		}
	}
	if n == 0 {
		t.Error("no page has a whole scenario")
	}
}

// holds puts a scenario in a folder of its own, as a trainer would, and tries it.
func holds(t *testing.T, text string) {
	file := filepath.Join(t.TempDir(), "from-the-page.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Open(catalog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	checked, err := c.Check([]string{file})
	if err != nil {
		t.Fatal(err)
	}
	for _, told := range errorsIn(checked[0].Problems) {
		t.Error(told)
	}
	if checked[0].Cast == nil {
		t.Fatal("it cannot be played")
	}
	checker := check.New(*checked[0].Cast)
	for _, told := range errorsIn(checker.Problems()) {
		t.Error(told)
	}
	for _, r := range append(checker.Tests(), checker.Built()...) {
		if !r.Passed {
			t.Errorf("%s: %s", r.Name, r.Fault)
		}
	}
}

func TestEveryPackInThePagesLoadsAndItsExamplesHold(t *testing.T) {
	n := 0
	for page, text := range pages(t) {
		for _, b := range blocks(page, text) {
			if b.kind == "csv list" {
				t.Run(b.String(), func(t *testing.T) {
					_, problems := scoring.LoadPhraseList("from-the-page.csv", []byte(b.text))
					for _, told := range errorsIn(problems) {
						t.Error(told)
					}
				})
				continue
			}
			if b.kind != "yaml pack" {
				if strings.Contains(b.text, "coolhead_pack:") && untried(page) {
					t.Errorf("%s is a pack and is not fenced as “yaml pack”, so nobody tries it", b)
				}
				continue
			}
			n++
			t.Run(b.String(), func(t *testing.T) {
				p, problems := scoring.LoadPack("from-the-page.yaml", []byte(b.text))
				for _, told := range errorsIn(problems) {
					t.Error(told)
				}
				builtin, _ := scoring.Builtin()
				reader, problems := scoring.Compile(append(builtin, p))
				for _, told := range errorsIn(problems) {
					t.Error(told)
				}
				for _, told := range errorsIn(reader.CheckPack(p, nil)) {
					t.Error(told)
				}
			})
		}
	}
	if n == 0 {
		t.Error("no page has a pack")
	}
}

// personas and facts stand in the pages as they stand in a library folder.
func TestPersonasAndFactsInThePagesLoad(t *testing.T) {
	for page, text := range pages(t) {
		for _, b := range blocks(page, text) {
			var problems []source.Problem
			switch b.kind {
			case "yaml persona":
				problems = scenarios.CheckPersona("from-the-page.yaml", []byte(b.text), scenarios.Known{})
			case "yaml facts":
				problems = scenarios.CheckFacts("from-the-page.yaml", []byte(b.text), scenarios.Known{})
			}
			for _, told := range errorsIn(problems) {
				t.Errorf("%s: %s", b, told)
			}
		}
	}
}

// around makes a whole scenario of a part as the pages show them: names that begin a line
// belong to the scenario, those further in to its turns or to one turn.
func around(part string) string {
	const head = "coolhead: 1\nkind: call\nid: a-part\ntitle: A part\nbrief: A part.\n"
	customer, turns := "customer: {name: Ana Lund}\n", "turns:\n  somewhere: {says: [\"Yes.\", \"No.\"], end: recovered}\n"
	switch {
	case strings.HasPrefix(part, "    "):
		return head + customer + "turns:\n  somewhere:\n    says: [\"Yes.\", \"No.\"]\n    end: recovered\n" + part
	case strings.HasPrefix(part, "  "):
		return head + customer + "turns:\n" + part
	case strings.HasPrefix(part, "customer:"):
		customer = ""
	}
	return head + customer + turns + part
}

// blamed are the codes a part answers for: how it is written, its names, behaviours and
// conditions. Turns, rules and packs it speaks of may stand elsewhere.
func blamed(code string) bool {
	return strings.HasPrefix(code, "CH0") || slices.Contains([]string{"CH113", "CH114"}, code)
}

func TestThePartsOfScenariosInThePagesCanBeRead(t *testing.T) {
	var known scenarios.Known
	for _, b := range scoring.Behaviours() {
		known.Behaviours = append(known.Behaviours, b.ID)
	}
	n := 0
	for page, text := range pages(t) {
		for _, b := range blocks(page, text) {
			if b.kind != "yaml" || !untried(page) {
				continue
			}
			n++
			_, problems := scenarios.Load("from-the-page.yaml", []byte(around(b.text)), known)
			for _, p := range problems {
				if p.Severity != source.Advice && blamed(p.Code) {
					t.Errorf("%s: %s", b, source.Format(p))
				}
			}
		}
	}
	if n < 5 {
		t.Errorf("only %d parts were found in the pages", n)
	}
}

func TestEveryRuleInThePagesExists(t *testing.T) {
	packs, _ := scoring.Builtin()
	reader, _ := scoring.Compile(packs)
	for page, text := range pages(t) {
		if !untried(page) {
			continue
		}
		for _, rule := range regexp.MustCompile(`\ben/[a-z-]+/[a-z/-]+`).FindAllString(text, -1) {
			if !slices.Contains(reader.Rules(), rule) {
				t.Errorf("%s names the rule %s, and there is none", page, rule)
			}
		}
	}
}

var (
	pencilReply = regexp.MustCompile(`The customer: “([^”]+)” The reply:\n\n> (.+)\n`)
	weightRow   = regexp.MustCompile(`(?m)^\| ([a-z-]+) \| [^|]+ \| (\d+) \| (\d+) \| (\d+) \|$`)
	weightInUse = regexp.MustCompile(`(?m)^  ([a-z-]+): \{weight: (\d+), start: (\d+), call: (\d+),`)
)

func TestTheScoreAddedWithAPencilIsTheProgramsOwn(t *testing.T) {
	const page = "docs/scoring.md"
	text := pages(t)[page]
	said := pencilReply.FindStringSubmatch(text)
	if said == nil {
		t.Fatal("the page has no reply that is added up")
	}
	line, err := json.Marshal(map[string]string{"customer": said[1], "reply": said[2]})
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	code := cli.Run(context.Background(), []string{"score", "-", "--from", "jsonl", "--format", "text", "--explain"}, worldOf(t, bytes.NewReader(line), &out, &errs))
	_, sum, ok := strings.Cut(out.String(), "the sum:\n")
	if code != 0 || !ok {
		t.Fatalf("exit %d, and no sum: %s%s", code, &out, &errs)
	}
	even := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	n := 0
	for _, b := range blocks(page, text) {
		if b.kind == "text sum" {
			n++
			if even(b.text) != even(sum) {
				t.Errorf("%s says\n%s\nand the program\n%s", b, b.text, sum)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d sums are shown", n)
	}
}

func TestTheWeightsInThePagesAreThoseInUse(t *testing.T) {
	data, err := fs.ReadFile(house, "scoring/packs/engine.yaml")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string][]string{}
	for _, m := range weightInUse.FindAllStringSubmatch(string(data), -1) {
		used[m[1]] = []string{m[3], m[4], m[2]}
	}
	told := map[string][]string{}
	for _, m := range weightRow.FindAllStringSubmatch(pages(t)["docs/scoring.md"], -1) {
		told[m[1]] = m[2:5]
	}
	if len(used) != 5 || !maps.EqualFunc(used, told, slices.Equal) {
		t.Errorf("the page says %v (start, in a call, weight), the table in use %v", told, used)
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

func TestEveryLinkBetweenThePagesLeadsSomewhere(t *testing.T) {
	for page, text := range pages(t) {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			to := path.Join(path.Dir(page), m[1])
			info, err := fs.Stat(house, to)
			if err != nil {
				t.Errorf("%s leads to %s, which is not there", page, m[1])
				continue
			}
			if path.Ext(to) == ".png" && info.Size() > 150<<10 {
				t.Errorf("%s shows %s, and that has more than 150 KiB", page, m[1])
			}
		}
	}
}
