package scenarios

import (
	"embed"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// Code is one kind of problem: what it means, and what it looks like. The number
// never changes its meaning; a code that is no longer raised keeps its number.
type Code struct {
	Code     string
	Severity source.Severity // the worst it is raised with
	By       By
	Title    string
	Explain  string
	Bad      string // a file that raises it
	Good     string // the same file, mended
}

// By is who raises a code.
type By string

const (
	Reading By = ""     // reading the file alone: Load
	Playing By = "play" // hearing each pick once: coolhead lint, coolhead test
	Testing By = "test" // playing whole calls: coolhead lint --deep, coolhead test
	Pack    By = "pack" // reading a pack of rules and trying its examples
	Disk    By = "disk" // looking for files
)

//go:embed codes/*.yaml
var examples embed.FS

// Codes are all codes of scenarios, in order.
func Codes() []Code {
	all := allCodes()
	for i := range all {
		all[i].Bad = example(all[i].Code, "bad")
		all[i].Good = example(all[i].Code, "good")
	}
	return all
}

// CodeOf is one code.
func CodeOf(code string) (Code, bool) {
	for _, c := range allCodes() {
		if c.Code == code {
			c.Bad, c.Good = example(code, "bad"), example(code, "good")
			return c, true
		}
	}
	return Code{}, false
}

// allCodes are the tables of codes as one, in order.
func allCodes() []Code {
	all := slices.Concat(codeTable(), codesOfTalk(), codesOfPacks())
	slices.SortFunc(all, func(a, b Code) int { return strings.Compare(a.Code, b.Code) })
	return all
}

func example(code, which string) string {
	data, err := examples.ReadFile("codes/" + code + "." + which + ".yaml")
	if err != nil {
		return ""
	}
	return string(data)
}
