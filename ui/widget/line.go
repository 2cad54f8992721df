package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/rivo/uniseg"
)

// MaxTyped is how many characters a line holds; no more of a reply is read.
const MaxTyped = 2000

// Line is the line you type on: one text of one or more rows, and a place in it.
// The text is always clean, so places in it are places on the screen. The zero
// Line is empty and ready.
type Line struct {
	text string
	at   int // byte, on a grapheme border

	rows      []Row // of text at rowsWidth
	rowsWidth int
}

// Value is what has been typed.
func (l *Line) Value() string { return l.text }

// Empty says that nothing has been typed.
func (l *Line) Empty() bool { return l.text == "" }

// At is where the cursor stands, in bytes.
func (l *Line) At() int { return l.at }

// Set replaces the text and puts the cursor at its end.
func (l *Line) Set(text string) {
	l.text, l.at = "", 0
	l.Insert(text)
}

// Reset empties the line.
func (l *Line) Reset() { l.Set("") }

// Insert puts text at the cursor, cleaned, as far as there is room.
func (l *Line) Insert(text string) {
	text = Clean(text)
	room := MaxTyped - utf8.RuneCountInString(l.text)
	text = firstRunes(text, room)
	l.set(l.text[:l.at]+text+l.text[l.at:], l.at+len(text))
}

// firstRunes cuts text to n characters, on a grapheme border.
func firstRunes(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	end, state := 0, -1
	for rest := text; rest != ""; {
		var first string
		first, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if n -= utf8.RuneCountInString(first); n < 0 {
			break
		}
		end += len(first)
	}
	return text[:end]
}

// set changes the text. The cursor is moved to a grapheme border: what is typed
// may join the character before it.
func (l *Line) set(text string, at int) {
	l.text, l.at, l.rows = text, border(text, at), nil
}

// border is the first grapheme border at or after a byte.
func border(text string, at int) int {
	if at <= 0 || at >= len(text) || text[at-1] < 0x80 && text[at] < 0x80 {
		return min(max(at, 0), len(text))
	}
	pos, state := 0, -1
	for rest := text; rest != "" && pos < at; {
		var first string
		first, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		pos += len(first)
	}
	return pos
}

// before is the border one grapheme back.
func (l *Line) before() int {
	if l.at == 0 {
		return 0
	}
	if l.at == 1 || l.text[l.at-1] < 0x80 && l.text[l.at-2] < 0x80 {
		return l.at - 1
	}
	from := strings.LastIndexByte(l.text[:l.at-1], '\n') + 1
	last, pos, state := from, from, -1
	for rest := l.text[from:l.at]; rest != ""; {
		var first string
		first, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		last = pos
		pos += len(first)
	}
	return last
}

// after is the border one grapheme on.
func (l *Line) after() int {
	if l.at >= len(l.text) {
		return len(l.text)
	}
	first, _, _ := cluster(l.text[l.at:])
	return l.at + len(first)
}

func (l *Line) wordBefore() int {
	s := strings.TrimRightFunc(l.text[:l.at], unicode.IsSpace)
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i + n
}

func (l *Line) wordAfter() int {
	rest := l.text[l.at:]
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	skip := len(rest) - len(trimmed)
	i := strings.IndexFunc(trimmed, unicode.IsSpace)
	if i < 0 {
		return len(l.text)
	}
	return l.at + skip + i
}

func (l *Line) lineStart() int { return strings.LastIndexByte(l.text[:l.at], '\n') + 1 }

func (l *Line) lineEnd() int {
	if i := strings.IndexByte(l.text[l.at:], '\n'); i >= 0 {
		return l.at + i
	}
	return len(l.text)
}

// cut takes a piece of text away; the cursor goes to where it was.
func (l *Line) cut(from, to int) { l.set(l.text[:from]+l.text[to:], from) }

// Key lets a key act on the line and says whether it did. Keys that are not the
// line's (enter, tab, esc, arrows at its edges) are left to the screen.
func (l *Line) Key(msg tea.KeyMsg) bool {
	if msg.Paste {
		l.Insert(string(msg.Runes))
		return true
	}
	if (msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace) && !msg.Alt {
		l.Insert(string(msg.Runes))
		return true
	}
	return l.edit(msg.String()) || l.move(msg.String())
}

func (l *Line) edit(key string) bool {
	switch key {
	case "ctrl+j", "alt+enter":
		l.Insert("\n")
	case "backspace", "ctrl+h":
		l.cut(l.before(), l.at)
	case "delete":
		l.cut(l.at, l.after())
	case "ctrl+w", "alt+backspace":
		l.cut(l.wordBefore(), l.at)
	case "ctrl+u":
		from := l.lineStart()
		if from == l.at && from > 0 {
			from--
		}
		l.cut(from, l.at)
	case "ctrl+k":
		to := l.lineEnd()
		if to == l.at && to < len(l.text) {
			to++
		}
		l.cut(l.at, to)
	default:
		return false
	}
	return true
}

func (l *Line) move(key string) bool {
	switch key {
	case "left":
		l.at = l.before()
	case "right":
		l.at = l.after()
	case "alt+left", "ctrl+left", "alt+b":
		l.at = l.wordBefore()
	case "alt+right", "ctrl+right", "alt+f":
		l.at = l.wordAfter()
	case "home":
		l.at = l.lineStart()
	case "end":
		l.at = l.lineEnd()
	case "up":
		return l.byRow(-1)
	case "down":
		return l.byRow(1)
	default:
		return false
	}
	return true
}

// byRow moves the cursor a row up or down, where there is one.
func (l *Line) byRow(step int) bool {
	rows := l.rows
	if rows == nil {
		return false
	}
	i, col := l.place(rows)
	if i+step < 0 || i+step >= len(rows) {
		return false
	}
	row := rows[i+step]
	pos, cells := row.Start, 0
	for rest := row.Text; rest != ""; {
		first, r, w := cluster(rest)
		if cells+w > col {
			break
		}
		pos, cells, rest = pos+len(first), cells+w, r
	}
	l.at = pos
	return true
}
