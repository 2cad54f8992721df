package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Most is the largest file that is read, in bytes.
const Most = 1 << 20

func (d *Document) read(data []byte, v *vocabulary) {
	text, ok := d.decodeBytes(data)
	if !ok {
		return
	}
	d.lines = strings.Split(text, "\n")
	if d.foreign(v) {
		d.broken = true
		return
	}
	d.parse(d.scan(d.lines, v))
}

// patience is how many bytes may go through the parser for one file, all tries
// together, so that reading ends soon whatever the file is.
const patience = 12 << 20

// parse reads the mended lines. Where YAML still does not hold together, the line
// is reported and left out, and the rest is tried again.
func (d *Document) parse(lines []string) {
	left := patience
	for {
		n, err := d.try(lines, &left)
		if err == nil {
			if n != nil && len(n.Content) > 0 {
				d.root = n.Content[0]
			}
			return
		}
		d.broken = true
		at, message, help := faultOf(err.Error())
		if at = d.firstFault(lines, at, &left); at < 0 || left < 0 {
			if len(d.problems) == 0 {
				d.Add(Problem{Code: "CH016", Place: Place{Line: 1, Col: 1}, Message: message, Help: help})
			}
			return
		}
		indent := len(lines[at]) - len(strings.TrimLeft(lines[at], " "))
		if !d.toldLine(at + 1) {
			code := "CH016"
			if message == tooDeeply {
				code = "CH011"
			}
			d.Add(Problem{Code: code, Place: Place{Line: at + 1, Col: indent + 1, Width: max(1, len([]rune(lines[at]))-indent)}, Message: message, Help: help})
		}
		lines[at] = ""
	}
}

// firstFault is the first line with which the file can no longer be read: the
// parser itself names the beginning of the part that the fault is in.
func (d *Document) firstFault(lines []string, named int, left *int) int {
	low, high := 0, len(lines) // lines[:low] can be read, lines[:high] cannot
	for high-low > 1 && *left > 0 {
		middle := (low + high) / 2
		if _, err := d.try(lines[:middle], left); err != nil {
			high = middle
		} else {
			low = middle
		}
	}
	if high-low > 1 {
		return lineNear(lines, named)
	}
	return lineNear(lines, high-1)
}

// try parses and counts what it costs.
func (d *Document) try(lines []string, left *int) (*yaml.Node, error) {
	for _, l := range lines {
		*left -= len(l) + 1
	}
	return parseOnce(lines)
}

// parseOnce is the parser, with whatever it may do to a stranger's bytes turned
// into an error.
func parseOnce(lines []string) (n *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			n, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	n = &yaml.Node{}
	err = yaml.Unmarshal([]byte(strings.Join(lines, "\n")), n)
	return n, err
}

const tooDeeply = "This is nested too deeply to be read."

var yamlLine = regexp.MustCompile(`line (\d+): `)

// faultOf turns what the parser says into a line (from 0) and a sentence.
func faultOf(e string) (line int, message, help string) {
	line = -1
	if m := yamlLine.FindStringSubmatch(e); m != nil {
		line, _ = strconv.Atoi(m[1])
		line--
	}
	for _, f := range []struct{ has, message, help string }{
		{"unknown anchor", "“*” points to a label that is not in this file.", "put the text in quotes"},
		{"exceeded max depth", tooDeeply, "use fewer levels of brackets and dashes"},
		{"anchor", "“&” or “*” is used here in a way that YAML does not know.", "put the text in quotes"},
		{"mapping values are not allowed", "There is a colon here where no name can stand.", "if this is a sentence, put it in quotes; if it is a key, put it on a line of its own"},
		{"could not find expected ':'", "A name with a colon is missing here, or a line above is not closed.", "look at the quotes and the spaces before this line"},
		{"did not find expected key", "This line does not fit the lines around it.", "look at the spaces before it, and at quotes and brackets in the lines above"},
		{"did not find expected '-' indicator", "This line does not fit the list it stands in.", "begin it with a dash, or move it to the left"},
		{"did not find expected ',' or", "A comma or a closing bracket is missing here.", "put a comma between the parts, and texts in quotes"},
		{"did not find expected node content", "Something is missing here.", "look for two commas in a row, or a bracket too many"},
		{"block sequence entries are not allowed", "A dash begins an item only on a line of its own.", "begin the list on the next line"},
		{"cannot start any token", "A character stands here that must be in quotes.", "put the text in quotes"},
		{"unexpected end of stream", "A quote or a bracket that was opened here never closes.", "close it"},
		{"tag", "“!” begins something else in YAML.", "put the text in quotes"},
	} {
		if strings.Contains(e, f.has) {
			return line, f.message, f.help
		}
	}
	return line, "This line does not fit the lines around it.", "look at the spaces before it, and at its quotes and colons"
}

// lineNear is the line at or before at that has something on it, -1 if none has.
func lineNear(lines []string, at int) int {
	at = min(at, len(lines)-1)
	for i := at; i >= 0; i-- {
		if t := strings.TrimSpace(lines[i]); t != "" && t[0] != '#' {
			return i
		}
	}
	for i := max(at, 0); i < len(lines); i++ {
		if t := strings.TrimSpace(lines[i]); t != "" && t[0] != '#' {
			return i
		}
	}
	return -1
}

func (d *Document) toldLine(line int) bool {
	for _, p := range d.problems {
		if p.Line == line && p.Severity == Error {
			return true
		}
	}
	return false
}

func keyNode(n *yaml.Node, key string) *yaml.Node {
	n = resolve(n)
	if n != nil && n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i]
			}
		}
	}
	return n
}

// toldAt says whether a problem at this node has been reported already.
func (d *Document) toldAt(n *yaml.Node) bool {
	return n != nil && d.toldLine(d.placeOf(n).Line)
}
