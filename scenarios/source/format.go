package source

import (
	"fmt"
	"strings"
)

// Format is a problem as lint prints it: the place and the sentence, the line
// with a caret under the fault, and the smallest fix.
//
//	refund.yaml:14:13  error  CH003  Everything after "#4411" is lost …
//	   14 |     says: My order #4411 never came
//	      |                    ^^^^^^^^^^^^^^^^ not part of the text
//	   help: put the sentence in quotes:  says: "My order #4411 never came"
func Format(p Problem) string {
	var b strings.Builder
	if p.Line > 0 {
		fmt.Fprintf(&b, "%s:%d:%d  %s  %s  %s\n", visible(p.File), p.Line, p.Col, p.Severity, p.Code, visible(p.Message))
	} else {
		fmt.Fprintf(&b, "%s  %s  %s  %s\n", visible(p.File), p.Severity, p.Code, visible(p.Message))
	}
	if p.Line > 0 && p.Line0 != "" {
		line := []rune(p.Line0)
		from := max(p.Col-1, 0)
		width := max(p.Width, 1)
		// A fault far to the right is shown with what stands around it.
		cut := 0
		if from > 100 {
			cut = from - 60
		}
		if from <= len(line) {
			shown := line[min(cut, len(line)):]
			lead := ""
			if cut > 0 {
				lead = "…"
			}
			fmt.Fprintf(&b, "%5d | %s%s\n", p.Line, lead, visible(string(shown)))
			width = min(width, max(len(shown)-(from-cut), 1))
			gap := strings.Repeat(" ", len([]rune(lead))+from-cut)
			note := ""
			if p.Note != "" {
				note = " " + visible(p.Note)
			}
			fmt.Fprintf(&b, "      | %s%s%s\n", gap, strings.Repeat("^", width), note)
		} else {
			fmt.Fprintf(&b, "%5d | %s\n", p.Line, visible(p.Line0))
		}
	}
	if p.Help != "" {
		fmt.Fprintf(&b, "   help: %s\n", visible(p.Help))
	}
	return b.String()
}

// visible turns what a terminal would obey, or not show at all, into a mark of
// one column, so that carets stay under their place.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0):
			return '·'
		case isBidi(r) || r == 0xfeff:
			return '·'
		}
		return r
	}, s)
}
