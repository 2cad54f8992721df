package scoring

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"coolhead/scenarios/source"
)

// listColumns are the columns of a phrase list, with other words people give them.
func listColumns() map[string]string {
	return map[string]string{
		"phrase": "phrase", "phrases": "phrase", "words": "phrase", "banned": "phrase",
		"severity": "severity", "level": "severity",
		"instead": "instead", "say instead": "instead", "better": "instead", "alternative": "instead",
		"reason": "reason", "why": "reason",
		"source": "source",
	}
}

// LoadPhraseList reads phrases not to use from a sheet saved as CSV: the columns
// phrase, severity (1 advice, 2 slip, 3 fatal; 2 if it is empty), instead (several
// with | between them), reason, source, in any order below a first row that names
// them, or the first three without one. A line that cannot be used is named and
// left out; the pack is nil only where none can.
func LoadPhraseList(name string, data []byte) (*Pack, []source.Problem) {
	id := strings.TrimSuffix(path.Base(strings.ReplaceAll(name, `\`, "/")), path.Ext(name))
	p := &Pack{ID: cmp.Or(slug(id), "list"), Language: "en", Title: id, File: name, Behaviours: map[string]Behaviour{}}
	l := &phraseList{name: name, pack: p, ids: map[string]int{}}
	if problem := l.unlike(data); problem != nil {
		return nil, []source.Problem{*problem}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	lines := strings.Split(strings.ReplaceAll(string(data), "\r", "\n"), "\n")
	l.comma = separator(lines)
	for i := 0; i < len(lines); {
		i += l.take(lines, i)
	}
	if len(p.Rules) == 0 {
		if len(l.problems) == 0 {
			l.say("PK101", 1, "There is no phrase in this list.", "one phrase a line:  no worries,1,You're welcome.")
		}
		return nil, l.problems
	}
	return p, l.problems
}

// phraseList is a list being read.
type phraseList struct {
	name     string
	pack     *Pack
	comma    rune
	columns  []string
	ids      map[string]int // the line each rule stands on
	problems []source.Problem
	begun    bool
}

func (l *phraseList) say(code string, line int, message, help string) {
	l.problems = append(l.problems, source.Problem{Code: code, Place: source.Place{File: l.name, Line: line, Col: 1, Width: 1}, Message: message, Help: help})
}

// unlike says why a file is no CSV at all.
func (l *phraseList) unlike(data []byte) *source.Problem {
	at := source.Place{File: l.name, Line: 1, Col: 1, Width: 1}
	const help = "in your spreadsheet: Save as, then “CSV UTF-8”"
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return &source.Problem{Code: "PK106", Place: at, Message: "This is a workbook or a zip file, not a CSV.", Help: help}
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.IndexByte(data, 0) >= 0:
		return &source.Problem{Code: "PK106", Place: at, Message: "This file is not saved as UTF-8 text.", Help: help}
	}
	return nil
}

// separator is what most of the first lines have between their cells.
func separator(lines []string) rune {
	best, most := ',', 0
	for _, r := range ",;\t" {
		n := 0
		for _, line := range lines[:min(len(lines), 20)] {
			if strings.ContainsRune(line, r) {
				n++
			}
		}
		if n > most {
			best, most = r, n
		}
	}
	return best
}

// longest is how many lines a cell in quotes may go over.
const longest = 6

// take reads the row that begins on line i and says how many lines it has.
func (l *phraseList) take(lines []string, i int) int {
	if strings.TrimSpace(lines[i]) == "" {
		return 1
	}
	if !utf8.ValidString(lines[i]) {
		l.say("PK106", i+1, "This line has letters that are not UTF-8, and is left out.", "in your spreadsheet: Save as, then “CSV UTF-8”")
		return 1
	}
	for n := 1; n <= longest && i+n <= len(lines); n++ {
		text := strings.Join(lines[i:i+n], "\n")
		if strings.Count(text, `"`)%2 == 1 {
			continue // a cell goes on
		}
		if cells, ok := l.cells(text); ok {
			l.row(i+1, cells)
			return n
		}
		break
	}
	l.say("PK106", i+1, "A quote on this line is not closed, or stands in the middle of a cell. The line is left out.", `a cell with quotes in it:  "say ""sorry"" once"`)
	return 1
}

func (l *phraseList) cells(text string) ([]string, bool) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.TrimLeadingSpace = l.comma, -1, true
	cells, err := r.Read()
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells, err == nil
}

func (l *phraseList) row(line int, cells []string) {
	if !l.begun {
		l.begun = true
		if l.head(cells) {
			return
		}
	}
	b := bannedFile{At: source.Place{File: l.name, Line: line, Col: 1, Width: 1}}
	severity := ""
	for i, cell := range cells {
		switch {
		case i >= len(l.columns):
			if cell != "" {
				l.say("PK103", line, fmt.Sprintf("There are %d cells on this line, and %d columns. The line is left out.", len(cells), len(l.columns)), "put a cell that has the separator in it between quotes")
				return
			}
		case l.columns[i] == "phrase":
			b.Phrase = plainPhrase(cell)
		case l.columns[i] == "severity":
			severity = cell
		case l.columns[i] == "instead":
			for _, s := range strings.Split(cell, "|") {
				if s = strings.TrimSpace(s); s != "" {
					b.Instead = append(b.Instead, s)
				}
			}
		case l.columns[i] == "reason":
			b.Reason = cell
		case l.columns[i] == "source":
			b.Source = cell
		}
	}
	if b.Phrase == "" {
		l.say("PK101", line, "This line has no phrase, and is left out.", "no worries"+string(l.comma)+"1")
		return
	}
	b.Severity = 2
	if severity != "" {
		n, err := strconv.Atoi(severity)
		if err != nil || n < 1 || n > 3 {
			l.say("PK103", line, fmt.Sprintf("The severity of “%s” is “%s”, and the line is left out.", b.Phrase, severity), "1 advises, 2 is a slip, 3 ends the score")
			return
		}
		b.Severity = n
	}
	l.add(line, b)
}

func (l *phraseList) add(line int, b bannedFile) {
	r := b.rule()
	if r.ID == "banned/" {
		r.ID = "banned/line-" + strconv.Itoa(line) // letters that an id cannot have
	}
	for i := range l.pack.Rules {
		if strings.EqualFold(l.pack.Rules[i].Phrases[0], b.Phrase) {
			l.say("PK102", line, fmt.Sprintf("“%s” stands on line %d already. This line is left out.", b.Phrase, l.ids[l.pack.Rules[i].ID]), "delete one of the two")
			return
		}
	}
	if _, taken := l.ids[r.ID]; taken {
		r.ID += "-" + strconv.Itoa(line)
	}
	l.ids[r.ID] = line
	r.Where = "any"
	l.pack.Rules = append(l.pack.Rules, r)
}

// head takes the first row as the names of columns, if one of them is a name.
func (l *phraseList) head(cells []string) bool {
	known := listColumns()
	var columns []string
	for _, c := range cells {
		columns = append(columns, known[strings.ToLower(c)])
	}
	if slices.Contains(columns, "phrase") {
		l.columns = columns
		return true
	}
	l.columns = []string{"phrase", "severity", "instead", "reason", "source"}
	return false
}

// plainPhrase is a phrase as a person types it into a cell: what ends a sentence is
// no sign of the phrase language, save the ? after a bracket.
func plainPhrase(cell string) string {
	words := strings.Fields(cell)
	for i, w := range words {
		if w == "..." || w == "…" {
			words[i] = "..."
			continue
		}
		w = strings.Trim(w, `"“”„«»!¡¿,;:.…`)
		for strings.HasSuffix(w, "?") && !strings.HasSuffix(w, ")?") {
			w = strings.TrimRight(strings.TrimSuffix(w, "?"), "!,;:.")
		}
		words[i] = w
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}
