package source

import "strings"

// Excerpt gives problems that were found after reading the line they stand on,
// for those who check what has been read without the document in hand.
func Excerpt(data []byte, problems []Problem) []Problem {
	d := &Document{lines: strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")}
	for i := range problems {
		if problems[i].Line0 == "" {
			problems[i].Line0 = d.excerpt(problems[i].Line)
		}
	}
	return problems
}
