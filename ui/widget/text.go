// Package widget is what every page is made of: its grid, its head and foot, text
// laid out in cells, meters, marks and the line you type on.
//
// Its rule: all lengths are in cells and all cuts on grapheme borders; a function
// here draws what it is given and keeps nothing, but for the typing line, which
// keeps its own text.
package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"

	"coolhead/ui/theme"
)

// Width is how many cells text takes; colours take none.
func Width(s string) int {
	if printable(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// printable says that text is plain ASCII, one cell a byte: nearly all of it is.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Pad makes text at least width cells wide.
func Pad(s string, width int) string {
	if n := width - Width(s); n > 0 {
		return s + strings.Repeat(" ", n)
	}
	return s
}

// PadLeft is Pad for figures, which align right.
func PadLeft(s string, width int) string {
	if n := width - Width(s); n > 0 {
		return strings.Repeat(" ", n) + s
	}
	return s
}

// Truncate makes text at most width cells wide and says where something is gone.
func Truncate(t *theme.Theme, s string, width int) string {
	if Width(s) <= width {
		return s
	}
	if width <= 0 {
		return ""
	}
	more := t.Glyphs.More
	if Width(more) > width {
		more = ""
	}
	return ansi.Truncate(s, width, more)
}

// Column is Truncate and Pad: a cell of a table, exactly width wide.
func Column(t *theme.Theme, s string, width int) string {
	return Pad(Truncate(t, s, width), width)
}

// Ends puts one text at the left and one at the right of a row.
func Ends(left, right string, width int) string {
	gap := width - Width(left) - Width(right)
	if gap < 1 && right != "" {
		gap = 1
	}
	return left + strings.Repeat(" ", max(gap, 0)) + right
}

// Join makes one string of rows.
func Join(rows []string) string { return strings.Join(rows, "\n") }

// Clean makes control characters, escapes and the marks that turn text around
// visible, so that nothing somebody wrote can act on a terminal. New lines stay.
func Clean(text string) string {
	if safe(text) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\r':
			if i+1 >= len(text) || text[i+1] != '\n' {
				b.WriteByte('\n')
			}
		case r == '\n':
			b.WriteByte('\n')
		case r == '\t':
			b.WriteString("    ")
		case r == utf8.RuneError && n == 1:
			b.WriteRune(utf8.RuneError)
		case r < ' ':
			b.WriteByte('^')
			b.WriteByte(byte(r) + '@')
		case r == 0x7f:
			b.WriteString("^?")
		case hidden(r):
			b.WriteString(codepoint(r))
		default:
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	return b.String()
}

// safe is the quick look: most text needs no cleaning.
func safe(text string) bool {
	for i, r := range text {
		if r < ' ' && r != '\n' || r == 0x7f || r == utf8.RuneError || hidden(r) {
			return r == utf8.RuneError && strings.HasPrefix(text[i:], "\uFFFD") && safe(text[i+3:])
		}
	}
	return true
}

// hidden are characters that command a terminal or the order of writing: C1
// controls, embeddings and overrides, isolates, line and paragraph separators.
func hidden(r rune) bool {
	return r >= 0x80 && r <= 0x9f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

func codepoint(r rune) string {
	const digits = "0123456789abcdef"
	return `\u` + string([]byte{digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]})
}

// cluster cuts the first grapheme from text and says how wide it is.
func cluster(text string) (first, rest string, width int) {
	if text[0] < 0x80 && (len(text) == 1 || text[1] < 0x80) {
		if text[0] < ' ' || text[0] == 0x7f {
			return text[:1], text[1:], 0
		}
		return text[:1], text[1:], 1
	}
	first, rest, _, _ = uniseg.FirstGraphemeClusterInString(text, -1)
	return first, rest, ansi.StringWidth(first)
}
