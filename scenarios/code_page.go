package scenarios

import (
	"fmt"
	"strings"
)

// Differing are the lines in which two files differ, with one before and after.
func Differing(a, b string) (onlyA, onlyB []string) {
	as, bs := strings.Split(strings.TrimRight(a, "\n"), "\n"), strings.Split(strings.TrimRight(b, "\n"), "\n")
	from := 0
	for from < len(as) && from < len(bs) && as[from] == bs[from] {
		from++
	}
	same := 0
	for same < len(as)-from && same < len(bs)-from && as[len(as)-1-same] == bs[len(bs)-1-same] {
		same++
	}
	cut := func(lines []string) []string {
		return lines[max(from-1, 0):min(len(lines)-same+1, len(lines))]
	}
	return cut(as), cut(bs)
}

// chapters are the parts of the page of checks, by the beginning of their codes.
func chapters() [][3]string {
	return [][3]string{
		{"CH0", "The file", "What keeps a file from being read as its author meant it."},
		{"CH1", "Where the talk goes", "Turns, targets, conditions, detours, endings."},
		{"CH2", "Picks and typed replies", "What can be replied, and whether anybody hears it."},
		{"CH3", "The customer and the words", "Who speaks, and how it reads."},
		{"CH4", "Teaching, sources, tests", "What is learned, where numbers come from, and what holds it all in place."},
		{"PK", "Packs of rules", "Rules, phrases and their examples."},
	}
}

// Page is docs/checks.md: every code with its meaning and its two examples.
func Page() string {
	var b strings.Builder
	b.WriteString(`# What coolhead checks

Every problem that ` + "`coolhead lint`" + ` tells has a code that never changes its meaning. This page is
made from the same list that the linter, ` + "`coolhead explain CODE`" + ` and the tests use: each code here
has a file that raises it and one that does not.

An **error** keeps a file from being played or used. A **warning** will surprise a learner. **Advice** could
be better; ` + "`--advice`" + ` shows it. Codes marked *whole calls* are told by ` + "`coolhead test`" + ` and ` + "`coolhead lint --deep`" + `,
since they take longer.

A warning does not keep ` + "`coolhead lint`" + ` from ending with 0, unless it is told ` + "`--strict`" + `: the file can be played. ` + "`coolhead test`" + `
asks for more: CH202 and CH415 are warnings to lint, and a test that does not hold to it, so it ends with 1.
`)
	for _, chapter := range chapters() {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", chapter[1], chapter[2])
		for _, c := range Codes() {
			if strings.HasPrefix(c.Code, chapter[0]) {
				c.page(&b)
			}
		}
	}
	return b.String()
}

func (c Code) page(b *strings.Builder) {
	whole := ""
	if c.By == Testing {
		whole = ", whole calls"
	}
	fmt.Fprintf(b, "\n### %s %s\n\n*%s%s*\n\n%s\n", c.Code, c.Title, c.Severity, whole, c.Explain)
	bad, good := Differing(c.Bad, c.Good)
	for _, part := range []struct {
		heading string
		lines   []string
	}{{"This raises it:", bad}, {"This does not:", good}} {
		if strings.TrimSpace(strings.Join(part.lines, "")) == "" {
			continue
		}
		fmt.Fprintf(b, "\n%s\n\n```\n", part.heading)
		for _, line := range part.lines {
			b.WriteString(printable(strings.TrimRight(line, " \r")) + "\n")
		}
		b.WriteString("```\n")
	}
}

// printable shows what a page would not: tabs as an arrow, hidden characters as
// their number, bytes that are no text as a mark.
func printable(line string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(line, "\ufffd") {
		switch {
		case r == '\t':
			b.WriteString("→   ")
		case r != '\n' && hiddenOnPage(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func hiddenOnPage(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x200b || r == 0xfeff || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
