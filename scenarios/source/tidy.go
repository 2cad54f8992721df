package source

import (
	"bytes"
	"cmp"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Tidied is a file as a formatter would write it.
type Tidied struct {
	Data    []byte
	Changed []int     // lines that are not as they were, from 1
	Mended  []Problem // what was wrong and is mended
	Left    []Problem // what is wrong and was left alone
}

// safe are the codes whose mends keep every character that was meant as text.
func safe(code string) bool {
	switch code {
	case "CH001", "CH002", "CH003", "CH004", "CH009", "CH017", "CH019":
		return true
	}
	return false
}

// Tidy puts speech in quotes and mends what can be mended without guessing: text
// that YAML would cut off, tabs, curly quotes, other encodings. Comments, order and
// line ends stay. v is what the file is read into. What is read of the file after it
// is what was read of it before; where that does not hold, the file stays as it is.
func Tidy(name string, data []byte, v any) Tidied {
	d := &Document{name: name, left: visits, mends: map[int][]mend{}, told: map[told]bool{}, meant: map[string]bool{}}
	words := vocabularyOf(reflect.TypeOf(v))
	text, ok := d.decodeBytes(data)
	if !ok {
		return Tidied{Data: data, Left: d.Problems()}
	}
	d.lines = strings.Split(text, "\n")
	if d.foreign(words) {
		return Tidied{Data: data, Left: d.Problems()}
	}
	s := d.scanned(d.lines, words)
	before := Read(name, data, v)
	for _, quote := range []bool{true, false} {
		lines := slices.Clone(d.lines)
		for i := range lines {
			lines[i] = s.tidied(i, quote)
		}
		out := withEnds(lines, data)
		after := Read(name, out, v)
		if !same(before.root, after.root, 0) || faults(after) > faults(before) {
			continue
		}
		done := Tidied{Data: out}
		was := strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
		for i := range lines {
			if i >= len(was) || lines[i] != was[i] {
				done.Changed = append(done.Changed, i+1)
			}
		}
		left := map[told]bool{}
		for _, p := range after.Problems() {
			left[told{p.Code, p.Line, 0}] = true
			done.Left = append(done.Left, p)
		}
		for _, p := range before.Problems() {
			if !left[told{p.Code, p.Line, 0}] {
				done.Mended = append(done.Mended, p)
			}
		}
		return done
	}
	return Tidied{Data: data, Left: before.Problems()}
}

// tidied is one line with its safe mends, and its speech in quotes. A line with a
// fault that can only be guessed at stays as it is.
func (s *scanner) tidied(i int, quote bool) string {
	line := s.lines[i]
	edits := slices.Clone(s.edits[i])
	for _, e := range edits {
		if !safe(e.code) {
			return s.d.lines[i]
		}
	}
	if s.d.lines[i] != line {
		return s.d.lines[i] // a mark of git's: left for a person
	}
	if quote {
		for _, u := range s.spoken[i] {
			if !slices.ContainsFunc(edits, func(e edit) bool { return u.from < e.to && u.to > e.from }) {
				edits = append(edits, edit{from: u.from, to: u.to, text: line[u.from:u.to], quotes: true})
			}
		}
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		from, to := max(e.from, at), min(max(e.to, at), len(line))
		b.WriteString(line[at:min(from, to)])
		with := e.with
		if e.quotes {
			with = quoteFor(e.text)
			if strings.ContainsRune(e.text, '\t') {
				with = escape(e.text)
			}
		}
		b.WriteString(with)
		at = to
	}
	b.WriteString(line[at:])
	return b.String()
}

// withEnds joins lines as the file ended its own, with an end after the last.
func withEnds(lines []string, data []byte) []byte {
	end := "\n"
	if crlf := bytes.Count(data, []byte("\r\n")); crlf > 0 && 2*crlf > bytes.Count(data, []byte("\n")) {
		end = "\r\n"
	}
	out := strings.Join(lines, end)
	if out != "" && !strings.HasSuffix(out, end) {
		out += end
	}
	return []byte(out)
}

// same says that two trees hold the same names and texts in the same order.
func same(a, b *yaml.Node, depth int) bool {
	if a == nil || b == nil || depth > 300 {
		return a == b
	}
	if a.Kind != b.Kind || a.Value != b.Value || a.Anchor != b.Anchor || len(a.Content) != len(b.Content) {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i], depth+1) {
			return false
		}
	}
	return true
}

func faults(d *Document) int {
	n := 0
	for _, p := range d.Problems() {
		if p.Severity == Error {
			n++
		}
	}
	return n
}
