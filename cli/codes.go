package cli

import (
	"fmt"
	"strings"

	"coolhead/catalog"
	"coolhead/scenarios"
	"coolhead/scenarios/source"
)

// codes are all codes there are: those of scenarios, and those of files that were
// not read far enough to have any.
func codes() []scenarios.Code {
	return append(scenarios.Codes(), scenarios.Code{
		Code: catalog.CodeUnread, Severity: source.Error, Title: "A file that cannot be read",
		Explain: `The file is not there, is a folder or a device, may not be read by you, or needs another
file that is not there. The message says which. Nothing in the file was looked at.`,
	})
}

// codeText explains one code, with a file that raises it and the same one mended.
func codeText(code string) (string, bool) {
	for _, c := range codes() {
		if c.Code != code {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "%s, %s: %s\n\n%s\n", c.Code, c.Severity, c.Title, c.Explain)
		bad, good := differing(c.Bad, c.Good)
		example(&b, "This raises it:", bad)
		example(&b, "This does not:", good)
		return b.String(), true
	}
	return "", false
}

// differing are the lines in which two files differ, with one before and after.
func differing(a, b string) (onlyA, onlyB []string) {
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

func example(b *strings.Builder, heading string, lines []string) {
	if strings.TrimSpace(strings.Join(lines, "")) == "" {
		return
	}
	fmt.Fprintf(b, "\n%s\n\n", heading)
	for _, line := range lines {
		b.WriteString(strings.TrimRight("    "+clean(line), " ") + "\n")
	}
}
