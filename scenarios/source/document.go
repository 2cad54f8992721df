package source

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// visits is how many nodes one document may be read through. A file of the
// largest size has fewer; aliases of aliases of aliases have more.
const visits = 400_000

// Document is a file that has been read: its lines, its tree, its problems.
type Document struct {
	name     string
	lines    []string // as they stand in the file
	root     *yaml.Node
	mends    map[int][]mend // what was mended to read on, by line
	problems []Problem
	told     map[told]bool
	meant    map[string]bool // keys at the top that are there under a misspelt name
	hidden   map[string]bool // names that stand where they could not be read
	left     int             // nodes that may still be visited
	spent    bool            // the limit has been reported
	broken   bool            // the YAML did not hold together: missing keys may stand in what was lost
	// Mappings by their own place and by that of the name before them, in the
	// author's lines; made when first needed.
	byNode, byName map[[2]int]*yaml.Node
}

// Decode reads one YAML document into the struct v points to, and gives every
// problem of the file in the order of their places. A field `At` of type Place
// takes the place of its mapping.
func Decode(name string, data []byte, v any) []Problem {
	d := Read(name, data, v)
	d.Decode(v)
	return d.Problems()
}

// Read reads the lines and the tree. v (a pointer to a struct) tells which keys
// there are and which of them hold speech; it is not written to.
func Read(name string, data []byte, v any) *Document {
	d := &Document{name: name, left: visits, mends: map[int][]mend{}, told: map[told]bool{}, meant: map[string]bool{}}
	d.read(data, vocabularyOf(reflect.TypeOf(v)))
	return d
}

// Decode reads the tree into v.
func (d *Document) Decode(v any) {
	if d.root == nil {
		return
	}
	d.decodeInto(&Node{doc: d, node: d.root}, v, options{})
}

// Empty says that there was nothing to read, or nothing that could be read.
func (d *Document) Empty() bool { return d.root == nil }

// Broken says that parts of the file could not be read, so that what seems to be
// missing may only be hidden.
func (d *Document) Broken() bool { return d.broken }

// Key is the value of a key at the top of the file, nil if it is not there.
func (d *Document) Key(name string) *Node {
	if v := child(d.root, name); v != nil {
		return &Node{d, v, name}
	}
	return nil
}

// Value is the text of a key at the top of the file, "" if there is none.
func (d *Document) Value(name string) string {
	if n := d.Key(name); n != nil {
		return n.Text()
	}
	return ""
}

// Scalars gives every text of the file, keys left out.
func (d *Document) Scalars(each func(n *Node)) {
	d.scalars(d.root, "", 0, each)
}

func (d *Document) scalars(n *yaml.Node, name string, depth int, each func(n *Node)) {
	if n == nil || depth > 200 {
		return
	}
	switch n.Kind {
	case yaml.ScalarNode:
		each(&Node{d, n, name})
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			d.scalars(n.Content[i+1], n.Content[i].Value, depth+1, each)
		}
	case yaml.SequenceNode:
		for _, c := range n.Content {
			d.scalars(c, name, depth+1, each)
		}
	}
}

// Mentions says whether any line of the file has one of these words in it, in
// small letters or not: a quick look before a slow one.
func (d *Document) Mentions(words ...string) bool {
	for _, line := range d.lines {
		low := strings.ToLower(line)
		for _, w := range words {
			if strings.Contains(low, w) {
				return true
			}
		}
	}
	return false
}

// Meant says that a key stands at the top of the file under a misspelt name, so
// that it is not missing as well.
func (d *Document) Meant(key string) bool { return d.meant[key] }

// Add keeps a problem. A place is told of the same code once.
func (d *Document) Add(p Problem) {
	if p.File == "" {
		p.File = d.name
	}
	if p.Line0 == "" {
		p.Line0 = d.excerpt(p.Line)
	}
	p.Width = max(p.Width, 1)
	p.Message, p.Help = shorten(p.Message, 400), shorten(p.Help, 400)
	key := told{p.Code, p.Line, p.Col}
	if d.mended(p.Line) {
		key.col = 0
	}
	if d.told[key] || d.full() {
		return
	}
	d.told[key] = true
	d.problems = append(d.problems, p)
}

// told is what has been reported.
type told struct {
	code      string
	line, col int
}

// full says that a file has so many problems that more would help nobody.
func (d *Document) full() bool { return len(d.problems) >= 1000 }

// repeated is a name that a mapping has a second time.
type repeated struct {
	name          string
	first, second Place
}

// nameInComment is a comment that says nothing but a name with its colon.
var nameInComment = regexp.MustCompile(`^\s*#\s*[\pL\d_-]+:\s*$`)

// repeats reports the names that a mapping has twice. Two of them, or one below a
// name in a comment, are the second of two named mappings that lost its name: then
// that is the problem, and the only one.
func (d *Document) repeats(all []repeated, noun, of string) {
	if len(all) == 0 {
		return
	}
	if line := d.lostName(all[0].second.Line); of != "" && (len(all) > 1 || line > 0) {
		second := all[0].second
		help := "write a name with a colon above it, two spaces further left"
		at := second
		if line > 0 {
			row := strings.TrimRight(d.lines[line-1], " \t\r")
			name := strings.TrimLeft(row, " \t#")
			at = Place{Line: line, Col: strings.Index(row, "#") + 1, Width: utf8.RuneCountInString(strings.TrimLeft(row, " \t"))}
			help = "take the # away before “" + shorten(name, 40) + "”, or put one before each of its lines too"
		}
		d.Add(Problem{Code: "CH007", Place: at, Message: fmt.Sprintf("%s's name is missing above line %d, so what belongs to it stands twice in the one before.", capital(of), second.Line), Help: help})
		return
	}
	for _, r := range all {
		d.twice(noun, r.name, r.first, r.second)
	}
}

// lostName is the line above another, with nothing but comments and empty lines
// between, that is a name in a comment; 0 if there is none.
func (d *Document) lostName(line int) int {
	for i := line - 1; i >= 1 && i <= len(d.lines); i-- {
		row := strings.TrimSpace(d.lines[i-1])
		if row != "" && row[0] != '#' {
			return 0
		}
		if nameInComment.MatchString(row) {
			return i
		}
	}
	return 0
}

// twice reports a name that is used in two places of one mapping.
func (d *Document) twice(noun, name string, first, second Place) {
	name = shorten(name, 40)
	message := fmt.Sprintf("“%s” stands here twice (lines %d and %d). Only one of them can count.", name, first.Line, second.Line)
	if noun != "" {
		message = fmt.Sprintf("There are two %ss called “%s” (lines %d and %d). Only one could be reached.", bare(noun), name, first.Line, second.Line)
	}
	d.Add(Problem{Code: "CH007", Place: second, Message: message, Note: fmt.Sprintf("first on line %d", first.Line), Help: "delete one of the two, or give it another name"})
}

// bare is a noun without its article.
func bare(noun string) string {
	_, word, ok := strings.Cut(noun, " ")
	if !ok {
		return noun
	}
	return word
}

// Problems are all problems, in the order of their places.
func (d *Document) Problems() []Problem {
	Sort(d.problems)
	return slices.Clone(d.problems)
}

// Sort puts problems of one file in the order of their places.
func Sort(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Code, b.Code))
	})
}

// Find is the place of what stands under path in the mapping at a place: the
// value of the last key. With word, the item of that list which says word. What
// cannot be found gives the place of the mapping itself. A mapping is found by
// its own place or by that of the name before it.
func (d *Document) Find(at Place, word string, path ...string) Place {
	if d.byNode == nil {
		d.byNode, d.byName = map[[2]int]*yaml.Node{}, map[[2]int]*yaml.Node{}
		d.indexNode(d.root, 0)
	}
	here := [2]int{at.Line, at.Col}
	for _, n := range []*yaml.Node{d.byName[here], d.byNode[here]} {
		for _, key := range path {
			n = child(n, key)
		}
		if n == nil {
			continue
		}
		if hit := scalarIn(n, word, 0); word != "" && hit != nil {
			return d.placeOf(hit)
		}
		if len(path) > 0 {
			return d.placeOf(n)
		}
	}
	return at
}

// Word is the place of a word of the text that stands at a place, which may run
// over several lines; the place itself where the word cannot be found.
func (d *Document) Word(at Place, word string) Place {
	for line := at.Line; line <= min(at.Line+lookAhead, len(d.lines)); line++ {
		text := d.lines[line-1]
		from := 0
		if line == at.Line {
			from = len(text) - len(strings.TrimLeft(text, " "))
			if r := []rune(text); at.Col-1 <= len(r) {
				from = len(string(r[:max(at.Col-1, 0)]))
			}
		}
		if i := strings.Index(text[from:], word); i >= 0 && word != "" {
			return Place{File: d.name, Line: line, Col: utf8.RuneCountInString(text[:from+i]) + 1, Width: utf8.RuneCountInString(word)}
		}
	}
	return at
}

func (d *Document) indexNode(n *yaml.Node, depth int) {
	if n == nil || depth > 200 {
		return
	}
	if n.Kind == yaml.MappingNode {
		at := d.placeOf(n)
		d.byNode[[2]int{at.Line, at.Col}] = n
		for i := 0; i+1 < len(n.Content); i += 2 {
			if v := resolve(n.Content[i+1]); v != nil && v.Kind == yaml.MappingNode {
				k := d.placeOf(n.Content[i])
				d.byName[[2]int{k.Line, k.Col}] = v
			}
		}
	}
	for _, c := range n.Content {
		d.indexNode(c, depth+1)
	}
}

func child(n *yaml.Node, key string) *yaml.Node {
	n = resolve(n)
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// scalarIn is the first scalar or key below n that says word.
func scalarIn(n *yaml.Node, word string, depth int) *yaml.Node {
	if n == nil || depth > 4 {
		return nil
	}
	if n.Kind == yaml.ScalarNode && n.Value == word {
		return n
	}
	for _, c := range n.Content {
		if hit := scalarIn(c, word, depth+1); hit != nil {
			return hit
		}
	}
	return nil
}

// placeOf is where a node stands in the author's own file, with what was mended
// to read it taken out again.
func (d *Document) placeOf(y *yaml.Node) Place {
	if y == nil {
		return Place{File: d.name, Line: 1, Col: 1, Width: 1}
	}
	at := Place{File: d.name, Line: max(y.Line, 1), Col: max(y.Column, 1), Width: 1}
	at.Col = d.unmend(at.Line, at.Col)
	if y.Kind == yaml.ScalarNode && y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
		width := len([]rune(y.Value))
		if y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			width += 2
		}
		if rest := len([]rune(d.excerptFull(at.Line))) - at.Col + 1; width > rest {
			width = rest
		}
		at.Width = max(width, 1)
	}
	return at
}

func (d *Document) excerptFull(line int) string {
	if line < 1 || line > len(d.lines) {
		return ""
	}
	return d.lines[line-1]
}

// excerpt is a line as it stands in the file, at most 200 characters of it.
func (d *Document) excerpt(line int) string {
	s := strings.TrimRight(d.excerptFull(line), " ")
	if r := []rune(s); len(r) > 200 {
		return string(r[:199]) + "…"
	}
	return s
}

// spend counts one visited node and says whether reading may go on.
func (d *Document) spend() bool {
	if d.left > 0 {
		d.left--
		return true
	}
	if !d.spent {
		d.spent = true
		d.Add(Problem{Code: "CH011", Place: Place{Line: 1, Col: 1},
			Message: "This file repeats itself through aliases (*name) until it has more parts than can be read.",
			Help:    "write the parts out, or use fewer aliases"})
	}
	return false
}
