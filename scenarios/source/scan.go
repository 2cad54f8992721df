package source

import (
	"fmt"
	"strings"
)

// scanner walks the raw lines before the parser does. It knows only as much of
// YAML as is needed to see where a value begins and ends; with that it finds what
// the parser would swallow in silence or blame on another line, says so, and
// mends the line so that the rest of the file can be read.
type scanner struct {
	d      *Document
	v      *vocabulary
	lines  []string
	levels []level
	edits  map[int][]edit
	spoken map[int][]utterance
	code   string // of the problem reported last
	flow   []bracket
	// block is the text block being passed over, if inBlock.
	block   textBlock
	inBlock bool
	// last says how the line before ended, for lines that stand too far right.
	last lastValue
	// labels are all &name and *name of the file, once asked for.
	labels map[string]bool
}

// level is an open block: a list, or a mapping with its current key.
type level struct {
	indent int
	list   bool
	key    string
	base   textKind // of what stands in the block
	kind   textKind // of what stands below its current key
	line   int
	open   bool // the key or dash still waits for its value
}

// textBlock is a text after | or >.
type textBlock struct {
	parent int // indent of its key
	indent int // of its text, 0 until the first line
	line   int
	key    string
}

type valueEnd int

const (
	nothingYet  valueEnd = iota
	plainValue           // unquoted text: deeper lines go on with it
	closedValue          // quoted or in brackets: nothing may follow
	blockValue           // a text after |
)

type lastValue struct {
	end  valueEnd
	line int
	kind textKind
	key  string
}

// edit replaces bytes from–to of a line.
type edit struct {
	from, to int
	with     string
	code     string // what it mends
	text     string // the sentence it puts in quotes
	quotes   bool
}

// utterance is unquoted speech that nothing is wrong with, as bytes of a line.
type utterance struct{ from, to int }

// scan gives the lines as the parser shall read them.
func (d *Document) scan(lines []string, v *vocabulary) []string {
	return d.scanned(lines, v).apply()
}

// scanned reads all lines.
func (d *Document) scanned(lines []string, v *vocabulary) *scanner {
	s := &scanner{d: d, v: v, lines: lines, edits: map[int][]edit{}, spoken: map[int][]utterance{}}
	out := s.conflicts(lines)
	s.lines = out
	for i := 0; i < len(s.lines); i++ {
		if d.full() {
			break
		}
		if next := s.line(i); next > i {
			i = next
		}
	}
	s.closeFlow(len(s.lines) - 1)
	return s
}

// line reads the line and gives the last line it used.
func (s *scanner) line(i int) int {
	text := s.lines[i]
	body := strings.TrimLeft(text, " ")
	indent := len(text) - len(body)
	if s.inBlock && s.inText(i, indent, body) {
		return i
	}
	if strings.TrimSpace(body) == "" {
		return i
	}
	if len(s.flow) > 0 {
		if s.flowLost(indent, body) {
			s.closeFlow(i - 1)
		} else {
			return s.inFlow(i, indent)
		}
	}
	if body[0] == '\t' {
		indent, body = s.tab(i, -1)
		if body == "" {
			return i
		}
	}
	if body[0] == '#' {
		return i
	}
	if indent == 0 && (strings.HasPrefix(body, "---") || body == "...") && s.document(i, body) {
		return i
	}
	if indent == 0 && body[0] == '%' && len(s.levels) == 0 {
		return i // a directive, which the parser reads
	}
	start := len(text) - len(body) // differs from indent after a tab
	indent, ok := s.settle(i, indent, body)
	if !ok {
		return i
	}
	return s.entry(i, start, indent)
}

// inText passes over the lines of a text block. False: the block is over.
func (s *scanner) inText(i, indent int, body string) bool {
	b := &s.block
	if strings.TrimSpace(body) == "" {
		return true
	}
	if body[0] == '\t' && indent <= b.parent {
		s.tab(i, max(b.indent, b.parent+2))
		return true
	}
	if indent > b.parent {
		if b.indent == 0 {
			b.indent = indent
			if next := s.nextIndent(i); next > b.parent && next < indent {
				s.problem(i, 0, indent, "CH016", fmt.Sprintf("The first line of this text stands further right than the next one (line %d).", i+2), "", fmt.Sprintf("put %s before it", countSpaces(next)))
				s.replace(i, 0, indent, spaces(next))
				b.indent = next
			}
		}
		if indent < b.indent {
			s.problem(i, indent, indent+1, "CH016", fmt.Sprintf("This line stands further left than the text it belongs to, which began on line %d.", b.line+2), "",
				fmt.Sprintf("put %d spaces before it, as before the other lines", b.indent))
			s.replace(i, 0, indent, spaces(b.indent))
		}
		return true
	}
	if s.looksLikeText(body) {
		want := max(b.indent, b.parent+2)
		s.problem(i, indent, indent+1, "CH016", fmt.Sprintf("This line is not part of “%s”: it is not further right than its name.", b.key), "",
			fmt.Sprintf("put %d spaces before it", want))
		s.replace(i, 0, indent, spaces(want))
		return true
	}
	s.inBlock = false
	s.last = lastValue{end: blockValue, line: b.line}
	return false
}

// looksLikeText says that a line is a sentence and no key, dash or comment.
func (s *scanner) looksLikeText(body string) bool {
	if strings.ContainsRune("#-{}[]\"'", rune(body[0])) || strings.HasPrefix(body, "...") {
		return false
	}
	colon := keyEnd(body)
	if colon < 0 {
		return strings.Contains(strings.TrimSpace(body), " ")
	}
	key := body[:colon]
	return !s.v.known(key) && strings.Contains(key, " ")
}

// tab reports a tab before a line and gives the line's indent without it: the one
// wanted, or if that is not known (-1) the likeliest.
func (s *scanner) tab(i, want int) (int, string) {
	text := s.lines[i]
	body := strings.TrimLeft(text, " \t")
	white := text[:len(text)-len(body)]
	if body == "" || body[0] == '#' {
		s.code = "CH002"
		s.replace(i, 0, len(white), "")
		return 0, ""
	}
	at := strings.IndexByte(white, '\t')
	start := "starts with a tab"
	if at > 0 {
		start = "has a tab before its first word"
	}
	s.problem(i, at, at+1, "CH002", fmt.Sprintf("Line %d %s.", i+1, start), "a tab", "use spaces; 2 per level")
	if want >= 0 {
		s.replace(i, 0, len(white), spaces(want))
		return want, body
	}
	indent := len(strings.ReplaceAll(white, "\t", "  "))
	if s.waiting() && indent <= s.levels[len(s.levels)-1].indent {
		// One tab may stand for more than two spaces: the next line without tabs
		// says how many.
		if next := s.nextIndent(i); next > s.levels[len(s.levels)-1].indent {
			indent = next
		}
	}
	// The nearest open level is what was most likely meant, among those whose keys
	// are known or not as this line's is.
	indent = s.levelFor(body, s.nearestLevel(indent, s.waiting()), indent)
	s.replace(i, 0, len(white), spaces(indent))
	return indent, body
}

// nextIndent is the indent of the next line that says something, -1 if that line
// has tabs too.
func (s *scanner) nextIndent(i int) int {
	for _, text := range s.lines[i+1:] {
		body := strings.TrimLeft(text, " ")
		if body != "" && body[0] == '\t' {
			return -1
		}
		if body != "" && body[0] != '#' {
			return len(text) - len(body)
		}
	}
	return -1
}

func (s *scanner) waiting() bool {
	return len(s.levels) > 0 && s.levels[len(s.levels)-1].open
}

// nearestLevel is the indent of the open level next to indent; deeper is fine
// where a value is waited for.
func (s *scanner) nearestLevel(indent int, deeper bool) int {
	if len(s.levels) == 0 {
		return 0
	}
	top := s.levels[len(s.levels)-1]
	if deeper && indent > top.indent {
		return indent
	}
	best := top.indent
	for _, l := range s.levels {
		if abs(l.indent-indent) < abs(best-indent) {
			best = l.indent
		}
	}
	return best
}

// levelFor is the open level next to indent that a line with a key may belong to,
// or near itself.
func (s *scanner) levelFor(body string, near, indent int) int {
	colon := keyEnd(body)
	if colon < 0 || body[0] == '-' || s.waiting() && near > s.levels[len(s.levels)-1].indent {
		return near
	}
	known := s.v.known(unquoteKey(body[:colon]))
	best, found := near, false
	for _, l := range s.levels {
		if l.list || s.v.known(l.key) != known {
			continue
		}
		if !found || abs(l.indent-indent) <= abs(best-indent) {
			best, found = l.indent, true
		}
	}
	return best
}

// document handles --- and ... lines; true if the line is used up.
func (s *scanner) document(i int, body string) bool {
	if body != "..." && len(body) > 3 && body[3] != ' ' {
		return false
	}
	if len(s.levels) == 0 && s.last.end == nothingYet {
		return body != "..." // the start of the first document
	}
	rest := s.lines[i+1:]
	another := false
	something := false
	for _, l := range rest {
		another = another || strings.HasPrefix(l, "coolhead:") || strings.HasPrefix(l, "kind:")
		something = something || strings.TrimSpace(l) != "" && !strings.HasPrefix(l, "#")
	}
	if something {
		s.problem(i, 0, len(body), "CH013", "A second document begins here. Only the first of a file is read.", "", "put it into a file of its own, or delete this line")
	}
	s.replace(i, 0, len(body), "")
	if another {
		for j := i + 1; j < len(s.lines); j++ {
			s.lines[j] = ""
		}
	}
	return true
}

func (s *scanner) kindBelow() textKind {
	if len(s.levels) == 0 {
		return notText
	}
	return s.levels[len(s.levels)-1].kind
}

// kindOf is how the value of a key holds speech, below a level of that kind.
func (s *scanner) kindOf(key string, below textKind) textKind {
	if k, ok := s.v.keys[key]; ok {
		return k
	}
	if below == textMap {
		return textLine
	}
	return notText
}
