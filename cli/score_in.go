package cli

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// maxLine is the most that is read of one line. The reader of replies looks at
// 2,000 characters; what is longer than this is not a reply but a wrong file.
const maxLine = 1 << 20

// reply is one line of what goes in.
type reply struct {
	line     int
	id       json.RawMessage // as it came: words or a number
	channel  string
	customer string
	text     string
}

// replies gives one reply after another: io.EOF after the last, a *lineFault for
// a line that is left out.
type replies interface {
	next() (reply, error)
}

// lineFault is what is wrong with one line; those after it are read.
type lineFault struct {
	line int
	what string
}

func (e *lineFault) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.what) }

// newReplies reads by the form named, or as the ending or the first line tells.
func newReplies(in io.Reader, title, from string) (replies, error) {
	b := bufio.NewReaderSize(in, 64<<10)
	if mark, _ := b.Peek(3); bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		b.Discard(3)
	}
	if mark, _ := b.Peek(2); bytes.Equal(mark, []byte("\xff\xfe")) || bytes.Equal(mark, []byte("\xfe\xff")) {
		return nil, &exit{faulty, title + " is written in UTF-16. Save it as UTF-8 (in a table program: “CSV UTF-8”) and try again"}
	}
	if from == "" {
		from = formOf(b, title)
	}
	l := &lineReader{in: b}
	switch from {
	case "csv":
		return newCSVReplies(b)
	case "text":
		return &textReplies{l}, nil
	}
	return &jsonReplies{l}, nil
}

func formOf(b *bufio.Reader, title string) string {
	switch strings.ToLower(filepath.Ext(title)) {
	case ".csv":
		return "csv"
	case ".jsonl", ".ndjson", ".json":
		return "jsonl"
	case ".txt", ".text":
		return "text"
	}
	start, _ := b.Peek(1) // waits for the first byte of a pipe, and for no more
	if len(start) == 1 && start[0] == '{' {
		return "jsonl"
	}
	start, _ = b.Peek(b.Buffered())
	first, _, _ := bytes.Cut(start, []byte("\n"))
	if bytes.HasPrefix(bytes.TrimSpace(first), []byte("{")) {
		return "jsonl"
	}
	head := strings.ToLower(strings.TrimSpace(string(first)))
	columns := strings.Split(head, string(dividerOf(head)))
	if len(columns) > 1 && slices.Contains(columns, "reply") {
		return "csv"
	}
	return "text"
}

// lineReader gives whole lines, in bounded memory.
type lineReader struct {
	in *bufio.Reader
	n  int
}

// next is the next line that is not empty, without its end.
func (l *lineReader) next() ([]byte, error) {
	for {
		line, err := l.one()
		if err != nil || len(bytes.TrimSpace(line)) > 0 {
			return line, err
		}
	}
}

func (l *lineReader) one() ([]byte, error) {
	l.n++
	var line []byte
	for {
		part, err := l.in.ReadSlice('\n')
		if len(line) <= maxLine {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if len(line) > maxLine {
			return nil, &lineFault{l.n, "it is longer than 1 MiB, and no reply is. It is left out"}
		}
		if err != nil && (len(line) == 0 || !errors.Is(err, io.EOF)) {
			return nil, err
		}
		return bytes.TrimRight(line, "\r\n"), nil
	}
}

// textReplies has one reply a line.
type textReplies struct{ lines *lineReader }

func (t *textReplies) next() (reply, error) {
	line, err := t.lines.next()
	if err != nil {
		return reply{}, err
	}
	return reply{line: t.lines.n, id: number(t.lines.n), text: string(line)}, nil
}

// number is the id of a reply that came without one: its line.
func number(line int) json.RawMessage {
	return json.RawMessage(strconv.Quote(strconv.Itoa(line)))
}

// jsonReplies has one object a line.
type jsonReplies struct{ lines *lineReader }

func (j *jsonReplies) next() (reply, error) {
	line, err := j.lines.next()
	if err != nil {
		return reply{}, err
	}
	n := j.lines.n
	if line[0] == '[' {
		return reply{}, &exit{faulty, fmt.Sprintf("line %d begins a list of JSON, and one object a line is needed. jq -c '.[]' makes one of the other", n)}
	}
	var row struct {
		ID       json.RawMessage `json:"id"`
		Channel  string          `json:"channel"`
		Customer string          `json:"customer"`
		Reply    *string         `json:"reply"`
	}
	if err := json.Unmarshal(line, &row); err != nil {
		return reply{}, &lineFault{n, notJSON(line, err)}
	}
	if row.Reply == nil {
		return reply{}, &lineFault{n, `it has no "reply". It is left out`}
	}
	id := row.ID
	if len(id) == 0 || string(id) == "null" {
		id = number(n)
	}
	if id[0] == '{' || id[0] == '[' {
		return reply{}, &lineFault{n, `its "id" is neither words nor a number. It is left out`}
	}
	return reply{n, id, row.Channel, row.Customer, *row.Reply}, nil
}

// notJSON says what is wrong with a line, without a Go type.
func notJSON(line []byte, err error) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("%q is %s, and words in quotes are needed. It is left out", kind.Field, article(kind.Value))
	case errors.As(err, &kind):
		return `it is no object like {"reply": "…"}. It is left out`
	case errors.As(err, &syntax) && int(syntax.Offset) >= len(line):
		return "it ends before its JSON is complete. It is left out"
	case errors.As(err, &syntax):
		return fmt.Sprintf("it is not JSON from character %d on. It is left out", syntax.Offset)
	}
	return "it is not JSON. It is left out"
}

func article(kind string) string {
	kind, _, _ = strings.Cut(kind, " ")
	switch kind {
	case "array", "object":
		return "an " + kind
	case "bool":
		return "true or false"
	}
	return "a " + kind
}

// dividerOf is what stands between the columns of a first row: a comma, or what
// table programs write where a comma is the decimal point.
func dividerOf(head string) rune {
	for _, d := range ",;\t" {
		if strings.ContainsRune(head, d) {
			return d
		}
	}
	return ','
}

// csvReplies has its columns named in the first row.
type csvReplies struct {
	rows    *csv.Reader
	bound   *bounded
	columns map[string]int
	open    int // the line of a row whose last cell goes on over line ends
}

func newCSVReplies(b *bufio.Reader) (replies, error) {
	b.Peek(1)
	start, _ := b.Peek(b.Buffered())
	first, _, _ := bytes.Cut(start, []byte("\n"))
	bound := &bounded{in: b, left: maxLine}
	rows := csv.NewReader(bound)
	rows.Comma = dividerOf(string(first))
	rows.FieldsPerRecord = -1
	rows.LazyQuotes = true
	rows.ReuseRecord = true
	head, err := rows.Read()
	if errors.Is(err, io.EOF) {
		return &textReplies{&lineReader{in: b}}, nil
	}
	if err != nil {
		return nil, &exit{faulty, fmt.Sprintf("I could not read the first row of the CSV: %v", err)}
	}
	columns := map[string]int{}
	for i, name := range head {
		columns[strings.ToLower(strings.TrimSpace(name))] = i
	}
	if _, ok := columns["reply"]; !ok {
		return nil, &exit{faulty, fmt.Sprintf("the CSV has no column “reply”. Its first row is: %s", strings.Join(head, ", "))}
	}
	return &csvReplies{rows: rows, bound: bound, columns: columns}, nil
}

func (c *csvReplies) next() (reply, error) {
	c.bound.left = maxLine
	record, err := c.rows.Read()
	line, _ := c.rows.FieldPos(0)
	if errors.Is(err, errEndless) {
		return reply{}, fmt.Errorf("the row that begins after line %d is longer than 1 MiB: is a quote never closed?", line)
	}
	if errors.Is(err, io.EOF) && c.open > 0 && c.bound.last != '"' {
		fault := &lineFault{c.open, "a quote is opened in this row and never closed, so all that stands below was read as one reply"}
		c.open = 0
		return reply{}, fault
	}
	if err != nil {
		return reply{}, err
	}
	c.open = 0
	if len(record) > 0 && strings.Contains(record[len(record)-1], "\n") {
		c.open = line
	}
	cell := func(name string) (string, bool) {
		i, ok := c.columns[name]
		if !ok || i >= len(record) {
			return "", false
		}
		return strings.Clone(record[i]), true
	}
	text, ok := cell("reply")
	if !ok {
		return reply{}, &lineFault{line, "its row ends before the column “reply”. It is left out"}
	}
	r := reply{line: line, id: number(line), text: text}
	r.channel, _ = cell("channel")
	r.customer, _ = cell("customer")
	if id, _ := cell("id"); id != "" {
		r.id, _ = json.Marshal(id)
	}
	return r, nil
}

var errEndless = errors.New("a row without an end")

// bounded lets one row be read, not a whole file that lacks a closing quote.
type bounded struct {
	in   io.Reader
	left int
	last byte // the last one read that is no space
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errEndless
	}
	n, err := b.in.Read(p)
	b.left -= n
	if text := bytes.TrimSpace(p[:n]); len(text) > 0 {
		b.last = text[len(text)-1]
	}
	return n, err
}
