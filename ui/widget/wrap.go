package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Row is one row of wrapped text and where it stands in that text. Start and End
// are bytes; what Text leaves out (the space a row breaks at, a new line) lies
// between End and the next Start.
type Row struct {
	Text       string
	Start, End int
}

// Rows wraps plain text by the line-breaking rules of its script, and cuts words
// that are wider than a row at grapheme borders. There is always one row, and a
// new line at the end opens another.
func Rows(text string, width int) []Row {
	width = max(width, 1)
	var rows []Row
	at := 0
	for {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			return paragraph(rows, text[at:], at, width)
		}
		rows = paragraph(rows, text[at:at+end], at, width)
		at += end + 1
	}
}

func paragraph(rows []Row, text string, at, width int) []Row {
	if Width(text) <= width {
		return append(rows, Row{Text: text, Start: at, End: at + len(text)})
	}
	b := breaker{rows: rows, text: text, at: at, width: width}
	state := -1
	for rest := text; rest != ""; {
		var word string
		word, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		b.add(word)
	}
	b.flush()
	return b.rows
}

// breaker fills rows of one paragraph. The row being filled is text[from:to],
// used cells wide; what follows to has been seen but is only spaces.
type breaker struct {
	rows     []Row
	text     string
	at       int // where the paragraph stands in the whole
	width    int
	from, to int
	seen     int // how far the text has been read, spaces at the end included
	used     int // cells of text[from:seen]
}

// add puts a word with its spaces on the row, or on a new one.
func (b *breaker) add(segment string) {
	word := strings.TrimRight(segment, " ")
	w := Width(word)
	if b.used > 0 && b.used+w > b.width {
		b.flush()
	}
	for w > b.width {
		cells, fits := 0, 0
		for rest := word; rest != ""; {
			c, r, cw := cluster(rest)
			if cells > 0 && cells+cw > b.width {
				break
			}
			rest, cells, fits = r, cells+cw, fits+len(c)
		}
		b.seen += fits
		b.to, b.used = b.seen, cells
		b.flush()
		word, segment = word[fits:], segment[fits:]
		w = Width(word)
	}
	b.to = b.seen + len(word)
	b.seen += len(segment)
	b.used += Width(segment)
}

func (b *breaker) flush() {
	if b.seen > b.from || len(b.rows) == 0 {
		b.rows = append(b.rows, Row{Text: b.text[b.from:b.to], Start: b.at + b.from, End: b.at + b.to})
	}
	b.from, b.to, b.used = b.seen, b.seen, 0
}

// Wrap gives the rows of text alone. Colours may be in it: a row then closes what
// it opened, and the next row opens it again.
func Wrap(text string, width int) []string {
	if strings.IndexByte(text, 0x1b) >= 0 {
		return carry(strings.Split(ansi.Wrap(text, max(width, 1), ""), "\n"))
	}
	rows := Rows(text, width)
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.Text
	}
	return out
}

const reset = "\x1b[0m"

// carry takes the colours that are open at a row's end over to the next row.
func carry(rows []string) []string {
	open := ""
	for i, row := range rows {
		full := open + row
		open = openAfter(open, row)
		if open != "" {
			full += reset
		}
		rows[i] = full
	}
	return rows
}

// openAfter is what is switched on after a row: every sequence since a reset.
func openAfter(open, row string) string {
	for {
		i := strings.Index(row, "\x1b[")
		if i < 0 {
			return open
		}
		row = row[i:]
		end := strings.IndexByte(row, 'm')
		if end < 0 {
			return open
		}
		if seq := row[:end+1]; seq == reset || seq == "\x1b[m" {
			open = ""
		} else {
			open += seq
		}
		row = row[end+1:]
	}
}
