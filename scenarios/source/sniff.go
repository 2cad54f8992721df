package source

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"
)

// other says what a file is that was never meant to be read here, by its first
// bytes; "" if nothing speaks for that.
func other(data []byte) (message, help string) {
	start := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 512)], "\xef\xbb\xbf \r\n\t"))
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return "This is a document of a word processor or a spreadsheet, not plain text.", "open it there, choose Save as, then plain text (UTF-8); or copy its text into an editor for plain text"
	case bytes.HasPrefix(start, []byte(`{\rtf`)):
		return "This is a document of a word processor (rich text), not plain text.", "in TextEdit choose Format, then Make Plain Text; elsewhere Save as plain text (UTF-8)"
	case bytes.HasPrefix(start, []byte("%pdf")):
		return "This is a PDF, not plain text.", "copy its text into an editor for plain text"
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "This is a document of an old word processor or spreadsheet, not plain text.", "open it there, choose Save as, then plain text (UTF-8)"
	}
	return "", ""
}

var (
	keyFirst  = regexp.MustCompile(`^[\s•–*{\["'-]*([A-Za-z][A-Za-z_-]*)["']?[ \t]*[:=]`)
	keyInside = regexp.MustCompile(`[{,]\s*["']?([A-Za-z][A-Za-z_-]*)["']?:`)
	wordFirst = regexp.MustCompile(`^([a-z][a-z-]*)(?: [^,;]*)?$`) // the colon was forgotten
)

// foreign reports text that is no file of ours at all: a table, a web page, a
// letter. One sentence about that helps more than twenty about its lines.
func (d *Document) foreign(v *vocabulary) bool {
	if v.open {
		return false
	}
	var said []int
	for i, line := range d.lines {
		t := strings.TrimSpace(line)
		if t == "" || t[0] == '#' {
			continue
		}
		if said = append(said, i); len(said) > 400 {
			return false
		}
		if m := keyFirst.FindStringSubmatch(t); m != nil && v.knows(m[1]) {
			return false
		}
		if m := wordFirst.FindStringSubmatch(t); m != nil && v.known(m[1]) {
			return false
		}
		for _, m := range keyInside.FindAllStringSubmatch(t, -1) {
			if v.known(m[1]) {
				return false
			}
		}
	}
	if len(said) == 0 {
		return false
	}
	first := strings.TrimSpace(d.lines[said[0]])
	message, help := "No line of this file begins with a name that is known here, so this is not a scenario yet.", "`coolhead new` writes a whole one to change; or look at one:  coolhead list"
	start := strings.ToLower(first)
	switch {
	case strings.HasPrefix(start, "<!doctype") || strings.HasPrefix(start, "<html") || strings.HasPrefix(start, "<?xml"):
		message, help = "This is a web page, not a scenario.", "copy the text you see there into an editor for plain text"
	case len(said) > 1 && table(first, d.lines[said[1]]):
		message, help = "This is a table (CSV), not a scenario.", "`coolhead import FILE` makes a scenario of a talk in a table; `coolhead score FILE` reads replies of one"
	}
	d.Add(Problem{Code: "CH016", Place: Place{Line: said[0] + 1, Col: 1, Width: max(1, utf8.RuneCountInString(first))}, Message: message, Help: help})
	return true
}

// table says that two lines have the same columns.
func table(a, b string) bool {
	for _, comma := range []string{",", ";", "\t", "|"} {
		if n := strings.Count(a, comma); n > 0 && strings.Count(b, comma) >= n && !strings.Contains(a, ": ") && !strings.Contains(a, comma+" ") {
			return true
		}
	}
	return false
}

// knows says that a word is a key, or nearly one.
func (v *vocabulary) knows(word string) bool {
	word = strings.ToLower(word)
	if v.known(word) {
		return true
	}
	if len(word) < 4 {
		return false
	}
	for k := range v.keys {
		if _, ok := Nearest(word, []string{k}); ok && len(k) >= 4 {
			return true
		}
	}
	return false
}

// plainSpaces reports spaces of another kind where only plain ones count: before a
// line, and after its dash or colon. Word processors and web pages leave them.
func (d *Document) plainSpaces(text string) string {
	if !strings.ContainsFunc(text, odd) {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		hit := -1
		var b strings.Builder
		structural := true // still before the first word
		var before rune
		col := 0
		for _, r := range line {
			col++
			if odd(r) && (structural || before == ':' || before == '-') {
				if hit < 0 {
					hit = col
				}
				r = ' '
			} else if r != ' ' && r != '-' {
				structural = false
			}
			before = r
			b.WriteRune(r)
		}
		if hit < 0 {
			continue
		}
		d.Add(Problem{Code: "CH009", Place: Place{Line: i + 1, Col: hit, Width: 1}, Line0: clip(line, 200),
			Message: "There is a space of another kind here, as word processors and web pages make them.", Note: "no plain space", Help: "type the space again, or run  coolhead fmt -w"})
		lines[i] = b.String()
	}
	return strings.Join(lines, "\n")
}

// odd is a space that looks like one and is another character.
func odd(r rune) bool {
	return r == 0xa0 || r == 0x1680 || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x205f || r == 0x3000
}
