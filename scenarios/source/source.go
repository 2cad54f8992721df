// Package source reads YAML with places: every problem of a file at once, each
// with its file, line, column, excerpt, one plain sentence and the smallest fix.
//
// Its rule: a reader of these problems has never seen YAML. No message says
// "invalid", names a Go type, or stops the reading at the first fault.
package source

// Place is where something stands in a file. Line and Col count from 1; Col
// counts characters, not bytes. Width is how many characters the caret spans,
// at least 1.
type Place struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	Col   int    `json:"col"`
	Width int    `json:"width,omitempty"`
}

// Point is the place without its width: where a thing begins.
func (p Place) Point() Place {
	p.Width = 1
	return p
}

// Severity ranks a problem.
type Severity int

const (
	// Error means the file cannot be played or used.
	Error Severity = iota
	// Warning means it will surprise a learner.
	Warning
	// Advice means it could be better.
	Advice
)

// String gives the word that lint prints.
func (s Severity) String() string {
	return [...]string{"error", "warning", "advice"}[s]
}

// Problem is one thing wrong with a file.
type Problem struct {
	Code     string   `json:"code"` // CH003, PK002: stable for ever
	Severity Severity `json:"-"`
	Place
	Message string `json:"message"`        // one sentence
	Line0   string `json:"excerpt"`        // the line as it stands in the file, at most 200 characters
	Note    string `json:"note,omitempty"` // stands after the caret: "not part of the text"
	Help    string `json:"help,omitempty"` // the smallest fix
}
