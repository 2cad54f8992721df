package cli

import (
	"fmt"
	"strings"

	"coolhead/scenarios"
)

// codeText explains one code, with a file that raises it and the same one mended.
func codeText(code string) (string, bool) {
	c, ok := scenarios.CodeOf(code)
	if !ok {
		return "", false
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s: %s\n\n%s\n", c.Code, c.Severity, c.Title, c.Explain)
	bad, good := scenarios.Differing(c.Bad, c.Good)
	example(&b, "This raises it:", bad)
	example(&b, "This does not:", good)
	return b.String(), true
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
