package cli_test

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"coolhead/cli"
)

var (
	inlineCommand = regexp.MustCompile("`(?:[A-Z_]+=\\S+ )?coolhead ([^`]+)`")
	flagWord      = regexp.MustCompile(`^--([a-z-]+)`)
	capitals      = regexp.MustCompile(`^[A-Z…\[]`)
)

// commands are what a page tells its reader to type, after the word coolhead.
func commands(page, text string) []string {
	var all []string
	for _, m := range inlineCommand.FindAllStringSubmatch(strings.ReplaceAll(text, "\n", " "), -1) {
		all = append(all, m[1])
	}
	for _, b := range blocks(page, text) {
		if b.kind != "text" && b.kind != "" && b.kind != "sh" {
			continue
		}
		for row := range strings.Lines(b.text) {
			for _, part := range strings.Split(row, "|") {
				part = strings.TrimPrefix(strings.TrimSpace(part), "$ ")
				if rest, ok := strings.CutPrefix(part, "coolhead "); ok && !strings.HasPrefix(rest, " ") {
					all = append(all, rest)
				}
			}
		}
	}
	return all
}

func TestEveryCommandAndFlagInThePagesExists(t *testing.T) {
	helped := map[string]string{}
	help := func(words ...string) (string, bool) {
		key := strings.Join(words, " ")
		if text, ok := helped[key]; ok {
			return text, text != ""
		}
		var out, errs bytes.Buffer
		code := cli.Run(context.Background(), append(slices.Clone(words), "--help"), worldOf(t, strings.NewReader(""), &out, &errs))
		text := out.String()
		if code != 0 || !strings.Contains(text, "coolhead "+key) {
			text = ""
		}
		helped[key] = text
		return text, text != ""
	}
	seen := 0
	for page, text := range pages(t) {
		for _, line := range commands(page, text) {
			words := strings.Fields(line)
			if capitals.MatchString(words[0]) || strings.HasPrefix(words[0], "--") {
				continue // “coolhead COMMAND --help” names no command
			}
			seen++
			told, ok := help(words[0])
			if len(words) > 1 {
				if within, is := help(words[:2]...); is {
					told = within // a command below a command: pack test
				}
			}
			if words[0] == "explain" && len(words) == 2 && words[1] != "CODE" {
				var out bytes.Buffer
				if cli.Run(context.Background(), words, worldOf(t, strings.NewReader(""), &out, &out)) != 0 {
					t.Errorf("%s names “coolhead %s”: %s", page, line, out.String())
				}
			}
			if !ok {
				t.Errorf("%s names “coolhead %s”, and there is no such command", page, line)
				continue
			}
			for _, word := range words[1:] {
				m := flagWord.FindStringSubmatch(word)
				if m != nil && m[1] != "help" && !slices.Contains(strings.Fields(told), "--"+m[1]) {
					t.Errorf("%s names “coolhead %s”, and %s has no flag --%s", page, line, words[0], m[1])
				}
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d commands were found in the pages", seen)
	}
}

func TestTheCommandsOfAPageAreFound(t *testing.T) {
	got := commands("a.md", "Say `coolhead lint refund.yaml`, or\n\n```text\n  coolhead play ./x.yaml --plain\necho hi | coolhead score\n  coolhead   The refund that never came\n```\n")
	want := []string{"lint refund.yaml", "play ./x.yaml --plain", "score"}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
