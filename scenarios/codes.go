package scenarios

import (
	"embed"

	"coolhead/scenarios/source"
)

// Code is one kind of problem: what it means, and what it looks like. The number
// never changes its meaning; a code that is no longer raised keeps its number.
type Code struct {
	Code     string
	Severity source.Severity // the worst it is raised with
	Title    string
	Explain  string
	Bad      string // a file that raises it
	Good     string // the same file, mended
}

//go:embed codes/*.yaml
var examples embed.FS

// Codes are all codes of scenarios, in order.
func Codes() []Code {
	all := codeTable()
	for i := range all {
		all[i].Bad = example(all[i].Code, "bad")
		all[i].Good = example(all[i].Code, "good")
	}
	return all
}

// CodeOf is one code.
func CodeOf(code string) (Code, bool) {
	for _, c := range codeTable() {
		if c.Code == code {
			c.Bad, c.Good = example(code, "bad"), example(code, "good")
			return c, true
		}
	}
	return Code{}, false
}

func example(code, which string) string {
	data, err := examples.ReadFile("codes/" + code + "." + which + ".yaml")
	if err != nil {
		return ""
	}
	return string(data)
}
