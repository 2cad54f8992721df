package scenarios

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"coolhead/scenarios/source"
)

// AppendTest is a scenario's file with one test more at the end of its tests. Every
// other byte stays as it is: comments, order, quotes, line ends. A name that another
// test has gets a number. The result is read again before it is given back; where
// it does not say what it should, nothing is changed.
func AppendTest(name string, data []byte, t Test) ([]byte, error) {
	before, problems := Load(name, data, Known{})
	if before == nil || hasErrors(problems) {
		return nil, fmt.Errorf("adding a test to %s: the file has faults; `coolhead lint %s` shows them", name, name)
	}
	t.Name = freeName(before.Tests, t.Name)
	out, err := withTest(data, t)
	if err != nil {
		return nil, fmt.Errorf("adding a test to %s: %w", name, err)
	}
	after, problems := Load(name, out, Known{})
	if after == nil || hasErrors(problems) || len(after.Tests) != len(before.Tests)+1 {
		return nil, fmt.Errorf("adding a test to %s: I could not find out where its tests end. Write it there by hand:\n%s", name, written(t, "  ", "\n"))
	}
	for i, got := range after.Tests {
		want := t
		if i < len(before.Tests) {
			want = before.Tests[i]
		}
		if !reflect.DeepEqual(anywhere(got), anywhere(want)) {
			return nil, fmt.Errorf("adding a test to %s: test %d would not be read as it was meant. Write it by hand:\n%s", name, i+1, written(t, "  ", "\n"))
		}
	}
	return out, nil
}

func hasErrors(problems []source.Problem) bool {
	return slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Severity == source.Error })
}

func freeName(tests []Test, name string) string {
	if name = strings.TrimSpace(name); name == "" {
		name = "A call that was played"
	}
	taken := func(n string) bool {
		return slices.ContainsFunc(tests, func(t Test) bool { return t.Name == n })
	}
	free := name
	for n := 2; taken(free); n++ {
		free = name + " " + strconv.Itoa(n)
	}
	return free
}

// anywhere is a test without the places where its parts stand.
func anywhere(t Test) Test {
	t.At, t.Expect.At = source.Place{}, source.Place{}
	t.Replies = slices.Clone(t.Replies)
	for i := range t.Replies {
		t.Replies[i].At = source.Place{}
	}
	return t
}

var errFlow = errors.New("it is written in one pair of braces; put each of its keys on a line of its own first")

// withTest puts a test where a file's tests end.
func withTest(data []byte, t Test) ([]byte, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil || len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, errors.New("it cannot be read as YAML")
	}
	root := doc.Content[0]
	if root.Style&yaml.FlowStyle != 0 {
		return nil, errFlow
	}
	f := lines(data)
	key := -1
	for i := 0; i < len(root.Content); i += 2 {
		if root.Content[i].Value == "tests" {
			key = i
		}
	}
	if key < 0 {
		at := f.end()
		return f.insert(at, "tests:"+f.eol+written(t, "  ", f.eol)), nil
	}
	tests, value := root.Content[key], root.Content[key+1]
	to := f.end()
	if key+2 < len(root.Content) {
		to = root.Content[key+2].Line - 1
	}
	switch {
	case value.Kind == yaml.SequenceNode && value.Style&yaml.FlowStyle != 0:
		return f.inFlow(tests.Line-1, to, t, len(value.Content) == 0)
	case value.Kind == yaml.SequenceNode:
		indent := value.Column - 1
		return f.insert(f.last(value.Line-1, to, indent)+1, written(t, strings.Repeat(" ", indent), f.eol)), nil
	}
	return f.insert(tests.Line, written(t, "  ", f.eol)), nil // nothing stands there yet
}

// fileLines are a file's lines, each with its end.
type fileLines struct {
	rows []string
	eol  string
}

func lines(data []byte) fileLines {
	f := fileLines{rows: strings.SplitAfter(string(data), "\n"), eol: "\n"}
	if bytes.Contains(data, []byte("\r\n")) {
		f.eol = "\r\n"
	}
	if n := len(f.rows); f.rows[n-1] == "" {
		f.rows = f.rows[:n-1]
	} else {
		f.rows[n-1] += f.eol
	}
	return f
}

// end is the line after the last that belongs to the document.
func (f fileLines) end() int {
	for i, row := range f.rows {
		if i > 0 && strings.TrimRight(row, " \t\r\n") == "..." {
			return i
		}
	}
	return len(f.rows)
}

// last is the last line of what stands from a line on, at an indent or deeper.
// Comments nearer to the margin belong to what follows.
func (f fileLines) last(from, to, indent int) int {
	last := from
	for i := from; i < to; i++ {
		row := strings.TrimRight(f.rows[i], " \t\r\n")
		deep := len(row) - len(strings.TrimLeft(row, " "))
		if row != "" && (deep > indent || deep == indent && (indent > 0 || row[0] == '-')) {
			last = i
		}
	}
	return last
}

func (f fileLines) insert(at int, text string) []byte {
	at = min(at, len(f.rows))
	return []byte(strings.Join(f.rows[:at], "") + text + strings.Join(f.rows[at:], ""))
}

// inFlow adds to tests that stand in brackets. An empty pair makes room for lines.
func (f fileLines) inFlow(from, to int, t Test, empty bool) ([]byte, error) {
	part := strings.Join(f.rows[from:to], "")
	open, shut := brackets(part)
	if shut < 0 {
		return nil, errFlow
	}
	if empty {
		before := strings.TrimRight(part[:open], " ")
		rest, after, _ := strings.Cut(part[shut+1:], "\n")
		rest = strings.TrimRight(rest, "\r")
		return f.replace(from, to, before+rest+f.eol+written(t, "  ", f.eol)+after), nil
	}
	body := strings.TrimRight(part[:shut], " \t\r\n")
	gap := part[len(body):shut]
	if gap == "" || !strings.HasSuffix(body, ",") {
		body += ","
	}
	return f.replace(from, to, body+" "+inBraces(t)+gap+part[shut:]), nil
}

func (f fileLines) replace(from, to int, text string) []byte {
	return []byte(strings.Join(f.rows[:from], "") + text + strings.Join(f.rows[to:], ""))
}

// brackets finds the first bracket and the one that closes it, passing over quotes
// and comments; −1 where there is none.
func brackets(s string) (open, shut int) {
	open, depth := -1, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\'' || c == '"':
			for i++; i < len(s) && s[i] != c; i++ {
				if c == '"' && s[i] == '\\' {
					i++
				}
			}
		case c == '#' && i > 0 && (s[i-1] == ' ' || s[i-1] == '\t' || s[i-1] == '\n'):
			for i < len(s) && s[i] != '\n' {
				i++
			}
		case c == '[' || c == '{':
			if depth++; depth == 1 {
				open = i
			}
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return open, i
			}
		}
	}
	return open, -1
}

// written is a test as an item of a list.
func written(t Test, indent, eol string) string {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(indent + strings.Join(parts, "") + eol) }
	line("- name: ", word(t.Name))
	line("  replies:")
	for _, r := range t.Replies {
		line("    - ", reply(r))
	}
	line("  expect: ", expected(t.Expect))
	return b.String()
}

// inBraces is a test on one line.
func inBraces(t Test) string {
	list := make([]string, len(t.Replies))
	for i, r := range t.Replies {
		list[i] = reply(r)
	}
	return "{name: " + quote(t.Name) + ", replies: [" + strings.Join(list, ", ") + "], expect: " + expected(t.Expect) + "}"
}

func reply(r TestReply) string {
	switch {
	case r.Pick > 0:
		return "{pick: " + strconv.Itoa(r.Pick) + "}"
	case r.Silence > 0:
		return "{silence: " + strconv.Itoa(int(r.Silence)) + "s}"
	}
	return quote(r.Text)
}

func expected(e Expect) string {
	var parts []string
	add := func(key string, list []string) {
		switch len(list) {
		case 0:
		case 1:
			parts = append(parts, key+": "+list[0])
		default:
			parts = append(parts, key+": ["+strings.Join(list, ", ")+"]")
		}
	}
	add("end", e.End)
	if b := e.Score; b != nil {
		bound := "below " + strconv.Itoa(b.N)
		if b.AtLeast {
			bound = strconv.Itoa(b.N) + "+"
		}
		parts = append(parts, "score: "+bound)
	}
	add("heard", e.Heard)
	add("not-heard", e.NotHeard)
	return "{" + strings.Join(parts, ", ") + "}"
}

// unquoted are names that need no quotes: words with spaces between them, which
// nothing else in YAML is.
var unquoted = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*( [A-Za-z0-9'-]+)+$`)

func word(s string) string {
	if unquoted.MatchString(s) {
		return s
	}
	return quote(s)
}

// quote is text in double quotes.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f || r == 0x85 || r == 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
