package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeBytes turns a file into text, whatever an editor saved it as, and
// reports what will not be seen on a screen. False: there is nothing to read.
func (d *Document) decodeBytes(data []byte) (string, bool) {
	top := Place{Line: 1, Col: 1}
	if message, help := other(data); message != "" {
		d.Add(Problem{Code: "CH009", Place: top, Line0: " ", Message: message, Help: help})
		return "", false
	}
	if len(data) > Most {
		d.Add(Problem{Code: "CH011", Place: top, Message: "This file is larger than 1 MiB. It was not read.", Help: "one file holds one exercise; most have less than 20 KiB"})
		return "", false
	}
	if text, ok := fromUTF16(data); ok {
		d.lines = strings.Split(text, "\n")
		d.Add(Problem{Code: "CH009", Place: top, Message: "This file is saved as UTF-16. Other programs on the way will not be able to read it.", Help: "in your editor choose Save as, then the encoding UTF-8"})
		return d.plainSpaces(d.visibleOnly(text)), true
	}
	if mark := []byte("\xef\xbb\xbf"); bytes.HasPrefix(data, mark) {
		// A byte order mark is harmless: editors write it and nobody sees it.
		data = data[len(mark):]
	}
	if n := bytes.IndexByte(data, 0); n >= 0 && !utf8.Valid(data) || bytes.Count(data, []byte{0}) > 8 {
		d.Add(Problem{Code: "CH009", Place: top, Message: "This is not a text file; it looks like a picture, a document or a program.", Help: "save it as plain text, in UTF-8"})
		return "", false
	}
	text := string(data)
	if !utf8.ValidString(text) {
		text = d.mendUTF8(text)
	}
	return d.plainSpaces(d.visibleOnly(text)), true
}

// fromUTF16 reads text with a UTF-16 mark, or with every second byte zero.
func fromUTF16(data []byte) (string, bool) {
	if len(data) < 4 {
		return "", false
	}
	var big bool
	switch {
	case data[0] == 0xfe && data[1] == 0xff:
		big = true
	case data[0] == 0xff && data[1] == 0xfe:
	case data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0:
		big = true
	case data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0:
	default:
		return "", false
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		u := uint16(data[i]) | uint16(data[i+1])<<8
		if big {
			u = uint16(data[i])<<8 | uint16(data[i+1])
		}
		if u != 0xfeff {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units)), true
}

// mendUTF8 reads bytes that are not UTF-8 as the old Windows encoding, where
// nearly all of them come from, and reports each line that has some, once.
func (d *Document) mendUTF8(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if utf8.ValidString(line) {
			continue
		}
		var b strings.Builder
		first := 0
		for j := 0; j < len(line); {
			r, size := utf8.DecodeRuneInString(line[j:])
			if r == utf8.RuneError && size == 1 {
				if first == 0 {
					first = utf8.RuneCountInString(b.String()) + 1
				}
				r = windows(line[j])
			}
			b.WriteRune(r)
			j += size
		}
		lines[i] = b.String()
		d.Add(Problem{Code: "CH009", Place: Place{Line: i + 1, Col: first, Width: 1}, Line0: clip(strings.TrimRight(lines[i], "\r"), 200),
			Message: "This character is not saved as UTF-8, so other programs will show something else here.",
			Help:    "in your editor choose Save as, then the encoding UTF-8"})
	}
	return strings.Join(lines, "\n")
}

// windows is a byte of Windows-1252 as far as writers of speech need it.
func windows(b byte) rune {
	switch b {
	case 0x80:
		return '€'
	case 0x85:
		return '…'
	case 0x91, 0x92:
		return '’'
	case 0x93:
		return '“'
	case 0x94:
		return '”'
	case 0x96, 0x97:
		return '–'
	}
	if b < 0xa0 {
		return '\ufffd'
	}
	return rune(b)
}

// visibleOnly reports characters that a screen obeys or does not show, and takes
// them out, so that none reaches a trainee's terminal.
func (d *Document) visibleOnly(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n") // very old Macs
	if strings.IndexFunc(text, hidden) < 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		at := strings.IndexFunc(line, hidden)
		if at < 0 {
			continue
		}
		r, _ := utf8.DecodeRuneInString(line[at:])
		what, why := "a control character", "nobody can see"
		help := "delete it; it may be invisible, so retype the word around it"
		switch {
		case isBidi(r):
			what, why = "a character that turns the direction of writing", "changes what is shown"
		case r == 0x1b:
			what, why = "an escape character", "nobody can see and a terminal would obey"
		case noWidth(r):
			what = "a space of no width"
		}
		col := utf8.RuneCountInString(line[:at]) + 1
		lines[i] = strings.Map(func(r rune) rune {
			switch {
			case noWidth(r):
				return -1
			case hidden(r):
				return ' '
			}
			return r
		}, line)
		d.Add(Problem{Code: "CH009", Place: Place{Line: i + 1, Col: col, Width: 1}, Line0: clip(line, 200),
			Message: fmt.Sprintf("There is %s here (U+%04X), which %s.", what, r, why), Note: "invisible", Help: help})
	}
	return strings.Join(lines, "\n")
}

// hidden says that a character must not stand in a scenario. Joiners stay: emoji
// and several scripts are made with them.
func hidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0):
		return true
	case r == 0xfeff || r == 0x200b || r == 0x2060 || r == 0x2028 || r == 0x2029:
		return true
	}
	return isBidi(r)
}

// noWidth is a space that takes no room.
func noWidth(r rune) bool { return r == 0xfeff || r == 0x200b || r == 0x2060 }

// isBidi says that a character turns the direction of writing: what is shown is
// then not what is read.
func isBidi(r rune) bool {
	return r == 0x061c || r == 0x200e || r == 0x200f || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069)
}

func clip(s string, to int) string { return shorten(s, to) }
