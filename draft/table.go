package draft

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Names that columns have in exports, likeliest first.
var (
	textNames     = []string{"text", "message", "msg", "body", "content", "utterance", "transcript", "message_text", "chat_message", "says", "said", "line", "comment"}
	speakerNames  = []string{"speaker", "role", "from", "who", "sender", "sender_type", "author", "author_role", "participant", "party", "actor", "user_type", "channel_role", "direction", "name", "user"}
	talkNames     = []string{"conversation_id", "conversation", "conv_id", "chat_id", "call_id", "talk", "ticket_id", "ticket", "case_id", "case", "thread_id", "thread", "session_id", "session", "dialog_id", "dialogue_id", "interaction_id"}
	customerNames = []string{"customer", "client", "user", "caller", "question", "customer_message", "prompt"}
	replyNames    = []string{"reply", "agent", "response", "answer", "agent_message", "completion"}
)

// columns are where things stand in a table, −1 for nowhere.
type columns struct{ speaker, text, talk, customer, reply int }

// plan finds the columns by name.
func plan(head []string, r Reading) (columns, error) {
	norm := make([]string, len(head))
	for i, h := range head {
		norm[i] = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(h)), " ", "_")
	}
	find := func(names []string) int {
		for _, n := range names {
			if i := slices.Index(norm, n); i >= 0 {
				return i
			}
		}
		return -1
	}
	c := columns{find(speakerNames), find(textNames), find(talkNames), find(customerNames), find(replyNames)}
	for _, given := range []struct {
		flag, name string
		to         *int
	}{{"--speaker", r.Speaker, &c.speaker}, {"--text", r.Text, &c.text}} {
		if given.name == "" {
			continue
		}
		i := slices.IndexFunc(head, func(h string) bool { return strings.EqualFold(strings.TrimSpace(h), given.name) })
		if i < 0 {
			return c, fmt.Errorf("%s: there is no column “%s”. There are: %s", given.flag, given.name, few(head, 12))
		}
		*given.to = i
	}
	if c.text < 0 && c.customer >= 0 && c.reply >= 0 {
		c.speaker = -1
		return c, nil
	}
	c.customer, c.reply = -1, -1
	return c, nil
}

func (c columns) whole() bool {
	return c.text >= 0 && c.speaker >= 0 && c.text != c.speaker || c.customer >= 0 && c.reply >= 0
}

// told says which columns were taken.
func (t *Transcript) told(c columns, head []string) {
	name := func(i int) string {
		if i < len(head) && strings.TrimSpace(head[i]) != "" {
			return "“" + tidy(head[i]) + "”"
		}
		return "column " + strconv.Itoa(i+1)
	}
	var parts []string
	add := func(what string, i int) {
		if i >= 0 {
			parts = append(parts, what+" = "+name(i))
		}
	}
	add("speaker", c.speaker)
	add("text", c.text)
	add("customer", c.customer)
	add("reply", c.reply)
	add("talk", c.talk)
	t.note("Columns: %s.", strings.Join(parts, ", "))
}

// row reads one row of a table; ok is false where it is too short.
func (c columns) row(cells []string, at int) (lines []line, ok bool) {
	cell := func(i int) string {
		if i >= 0 && i < len(cells) {
			return cells[i]
		}
		return ""
	}
	if max(c.speaker, c.text, c.customer, c.reply) >= len(cells) {
		return nil, false
	}
	if c.reply >= 0 {
		return []line{{"Customer", cell(c.customer), cell(c.talk), at}, {"Agent", cell(c.reply), cell(c.talk), at}}, true
	}
	return []line{{cell(c.speaker), cell(c.text), cell(c.talk), at}}, true
}

// fromCSV reads a table whose cells are parted by commas, semicolons or tabs.
func (t *Transcript) fromCSV(s string, r Reading) ([]line, error) {
	rows := csv.NewReader(strings.NewReader(s))
	rows.FieldsPerRecord = -1
	rows.Comma = parted(s)
	var table [][]string
	var at []int
	for {
		cells, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, badCSV(err)
		}
		line, _ := rows.FieldPos(0)
		table, at = append(table, cells), append(at, line)
	}
	head := table[0]
	c, err := plan(head, r)
	if err != nil {
		return nil, err
	}
	first := 1
	if !c.whole() {
		guess, ok := byContent(table, c)
		if !ok {
			return nil, fmt.Errorf("I cannot tell which columns say who speaks and what. Say it: --speaker NAME --text NAME. The first row is: %s", few(head, 12))
		}
		if c = guess; looksLikeTalk(head, c) {
			first, head = 0, nil
		}
	}
	t.told(c, head)
	var lines []line
	var cut, over []string
	for i := first; i < len(table); i++ {
		if n := len(head); n > 0 && len(table[i]) > n && strings.TrimSpace(strings.Join(table[i][n:], "")) != "" {
			over = append(over, strconv.Itoa(at[i]))
		}
		more, ok := c.row(table[i], at[i])
		if !ok {
			cut = append(cut, strconv.Itoa(at[i]))
			continue
		}
		lines = append(lines, more...)
	}
	if len(cut) > 0 {
		t.note("%s too short and left out: line %s.", capital(count(len(cut), "row")), few(cut, 6))
	}
	if len(over) > 0 {
		t.note("%s longer than the first one, and what stands beyond its last column is left out: line %s. A text with a comma in it has to stand in quotes.", capital(count(len(over), "row")), few(over, 6))
	}
	if len(lines) == 0 {
		return nil, errors.New("it has a first row and nothing below")
	}
	return lines, nil
}

// parted is what parts the cells: what stands most often in the first row.
func parted(s string) rune {
	first, _, _ := strings.Cut(s, "\n")
	best, most := ',', 0
	for _, sep := range []rune{',', ';', '\t', '|'} {
		if n := strings.Count(first, string(sep)); n > most {
			best, most = sep, n
		}
	}
	return best
}

// badCSV is a fault of a table in words.
func badCSV(err error) error {
	var p *csv.ParseError
	if !errors.As(err, &p) {
		return err
	}
	what := "it cannot be read as a table from here on"
	switch {
	case errors.Is(p.Err, csv.ErrBareQuote):
		what = `a quote stands in the middle of a cell. A cell with quotes in it is put in quotes, and each of its own is doubled: "She said ""no"""`
	case errors.Is(p.Err, csv.ErrQuote) && p.Line > p.StartLine:
		what = fmt.Sprintf("a quote is opened in the row that begins in line %d and never closed rightly", p.StartLine)
	case errors.Is(p.Err, csv.ErrQuote):
		what = "a quote is opened and not closed before the next comma"
	}
	return fmt.Errorf("line %d: %s", p.Line, what)
}

// byContent finds the columns that have no known name: speech is long, and a few
// names come again and again, best of all words for a part.
func byContent(table [][]string, c columns) (columns, bool) {
	width := 0
	for _, row := range table {
		width = max(width, len(row))
	}
	longest, surest := 0, 0
	speaker := c.speaker
	for i := range width {
		if i == c.talk {
			continue
		}
		letters, parts, names, rows := 0, 0, map[string]bool{}, 0
		for _, row := range table {
			if i >= len(row) {
				continue
			}
			rows++
			letters += utf8.RuneCountInString(row[i])
			names[partKey(row[i])] = true
			if p := partOf(row[i]); len(row[i]) <= 25 && (p == isAgent || p == isCustomer) {
				parts++
			}
		}
		if average := letters / max(rows, 1); c.text != i && average > longest && average >= 6 && (c.text < 0 || longest > 0) {
			longest, c.text = average, i
		}
		sure := 0
		switch few := len(names) >= 2 && letters <= 25*rows; {
		case few && 2*parts >= rows:
			sure = 2
		case few && 2*len(names) <= rows && letters > digits(strings.Join(slices.Collect(maps.Keys(names)), "")):
			sure = 1
		}
		if c.speaker < 0 && sure > surest {
			surest, speaker = sure, i
		}
	}
	c.speaker = speaker
	return c, c.whole()
}

// looksLikeTalk says that a first row is no heading but something said.
func looksLikeTalk(head []string, c columns) bool {
	return c.text < len(head) && (len(strings.Fields(head[c.text])) > 2 || partOf(head[c.speaker]) != noPart && !slices.Contains(speakerNames, partKey(head[c.speaker])))
}

// fromJSON reads one object a line, a list of objects, or an object with a list.
func (t *Transcript) fromJSON(s string, r Reading) ([]line, error) {
	objects, at, err := objectsOf(s)
	if err != nil {
		return nil, err
	}
	var head []string
	for _, o := range objects {
		for k := range o {
			if !slices.Contains(head, k) {
				head = append(head, k)
			}
		}
	}
	slices.Sort(head)
	c, err := plan(head, r)
	if err != nil {
		return nil, err
	}
	if !c.whole() {
		return nil, fmt.Errorf("I cannot tell which keys say who speaks and what. Say it: --speaker NAME --text NAME. There are: %s", few(head, 12))
	}
	t.told(c, head)
	var lines []line
	for i, o := range objects {
		cells := make([]string, len(head))
		for k, name := range head {
			cells[k] = plain(o[name])
		}
		more, _ := c.row(cells, at[i])
		lines = append(lines, more...)
	}
	return lines, nil
}

// plain is a JSON value as text.
func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case map[string]any:
		for _, key := range append(slices.Clone(textNames), "name", "type", "role", "id") {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	}
	b, _ := json.Marshal(v)
	return string(b)
}

func objectsOf(s string) (objects []map[string]any, at []int, err error) {
	whole := strings.TrimSpace(s)
	var list []map[string]any
	if strings.HasPrefix(whole, "[") {
		if err := json.Unmarshal([]byte(whole), &list); err != nil {
			return nil, nil, badJSON(whole, 1, err)
		}
	} else if d := json.NewDecoder(strings.NewReader(whole)); strings.HasPrefix(whole, "{") {
		var one map[string]json.RawMessage
		if d.Decode(&one) == nil && !d.More() {
			for _, key := range []string{"messages", "transcript", "turns", "conversation", "lines", "dialogue"} {
				if json.Unmarshal(one[key], &list) == nil && len(list) > 0 {
					break
				}
			}
		}
	}
	if len(list) > 0 {
		return list, make([]int, len(list)), nil
	}
	n := 0
	for row := range strings.Lines(s) {
		n++
		if strings.TrimSpace(row) == "" {
			continue
		}
		var o map[string]any
		if err := json.Unmarshal([]byte(row), &o); err != nil {
			return nil, nil, badJSON(row, n, err)
		}
		objects, at = append(objects, o), append(at, n)
	}
	return objects, at, nil
}

func badJSON(row string, n int, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at := n + strings.Count(row[:min(int(syntax.Offset), len(row))], "\n")
		if row[min(int(syntax.Offset), len(row)-1):] == "" || int(syntax.Offset) >= len(bytes.TrimSpace([]byte(row))) {
			return fmt.Errorf("line %d ends before its JSON is complete", at)
		}
		return fmt.Errorf("line %d is not JSON from character %d on", at, syntax.Offset)
	}
	return fmt.Errorf("line %d is JSON, but no object such as {\"speaker\": \"customer\", \"text\": \"…\"}", n)
}
