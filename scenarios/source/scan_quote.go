package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// closing is the byte of the quote that closes the one at from, -1 if it does
// not close on this line.
func closing(line string, from int) int {
	q := line[from]
	for i := from + 1; i < len(line); i++ {
		switch {
		case q == '"' && line[i] == '\\':
			i++
		case line[i] != q:
		case q == '\'' && i+1 < len(line) && line[i+1] == q:
			i++
		default:
			return i
		}
	}
	return -1
}

// lookAhead is how many lines a quoted text may run over.
const lookAhead = 200

// quoted reads a text in quotes from byte from. It gives the byte after the text
// and the line that is on.
func (s *scanner) quoted(i, from int, flow bool, key string) (end, last int) {
	line := s.lines[i]
	if shut := closing(line, from); shut >= 0 {
		s.escapes(i, from, shut)
		if s.fits(line[shut+1:], flow) {
			return shut + 1, i
		}
		if flow && s.commaMissing(i, shut) {
			return shut + 1, i
		}
		return s.closesEarly(i, from, shut, flow, key), i
	}
	// Over several lines is allowed; a line that looks like the next part of the
	// file says that the quote was forgotten.
	base := -1
	if len(s.levels) > 0 {
		base = s.levels[len(s.levels)-1].indent
	}
	for j := i + 1; j < len(s.lines) && j <= i+lookAhead; j++ {
		next := s.lines[j]
		body := strings.TrimLeft(next, " \t")
		if body == "" {
			continue
		}
		if len(next)-len(body) <= base && base >= 0 || s.structure(body) {
			break
		}
		if shut := closing(line[from:from+1]+next, 0); shut >= 0 {
			if !s.fits(next[shut:], flow) {
				break
			}
			return shut, j
		}
	}
	return s.unclosed(i, from, flow, key), i
}

var nextName = regexp.MustCompile(`^ +([a-z-]+):(?: |$)`)

// commaMissing reports two parts in brackets with no comma between them: a known
// key after a text in braces, or a second text in a list.
func (s *scanner) commaMissing(i, shut int) bool {
	rest := s.lines[i][shut+1:]
	m := nextName.FindStringSubmatch(rest)
	top := s.bracket()
	switch {
	case top.mapping && m != nil && s.v.known(m[1]):
	case !top.mapping && len(rest) > 1 && rest[0] == ' ' && rest[1] == '"':
	default:
		return false
	}
	s.problem(i, shut+1, shut+2, "CH016", "A comma is missing here.", "", "put a comma between the two parts")
	s.replace(i, shut+1, shut+1, ",")
	top.key, top.valued = "", false
	return true
}

// structure says that a line begins a part of the file: an item or a known key.
func (s *scanner) structure(body string) bool {
	if strings.HasPrefix(body, "- {") || strings.HasPrefix(body, `- "`) {
		return true
	}
	body = strings.TrimPrefix(body, "- ")
	colon := keyEnd(body)
	return colon > 0 && s.v.known(body[:colon])
}

// fits says that what follows a closing quote may follow one.
func (s *scanner) fits(rest string, flow bool) bool {
	text := strings.TrimLeft(rest, " \t")
	switch {
	case text == "":
		return true
	case text[0] == '#':
		return len(text) < len(rest)
	case text[0] == ':':
		return flow || len(text) == 1 || text[1] == ' '
	case flow:
		return strings.ContainsRune(",}]", rune(text[0]))
	}
	return false
}

// escapes reports a backslash that means nothing in double quotes.
func (s *scanner) escapes(i, from, to int) {
	line := s.lines[i]
	if line[from] != '"' {
		return
	}
	for j := from + 1; j < to; j++ {
		if line[j] != '\\' {
			continue
		}
		j++
		if j < to && !strings.ContainsRune("0abtnvfre \"/\\N_LPxuU\t", rune(line[j])) {
			s.problem(i, j-1, j+1, "CH004", fmt.Sprintf("In double quotes “\\” begins a code, and “\\%c” is none.", firstRune(line[j:])), "", "write it twice:  \\\\")
			s.replace(i, j-1, j, `\\`)
		}
	}
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return ' '
}

// closesEarly reports a quote that closes in the middle of its sentence and gives
// the byte after the sentence as it was meant.
func (s *scanner) closesEarly(i, from, shut int, flow bool, key string) int {
	line := s.lines[i]
	q := line[from : from+1]
	end := s.meantEnd(line, from, shut, flow)
	inner := line[from+1 : end]
	after := end
	switch {
	case strings.HasSuffix(inner, q):
		inner = inner[:len(inner)-1]
	case q == `"` && !strings.Contains(line[shut+1:end], q):
		inner = line[from:end] // the quotes are part of what is said: "Sure" he said
	}
	short := strings.TrimSpace(line[from+1 : shut])
	message := fmt.Sprintf("“%s” closes the quote after %s; the rest of the sentence stands outside.", lastWords(short), countWords(short))
	if short == "" {
		message = "The quote closes at once; the sentence stands outside."
	}
	if q == "'" && shut+1 < len(line) && isLetter(line[shut+1]) {
		message = fmt.Sprintf("The apostrophe in “%s” closes the single quote.", around(line, shut))
	}
	help := "use the other kind of quotes around the sentence:  " + keyPart(key) + quoteFor(shorten(unescape(inner, q), 100))
	s.problem(i, shut, shut+1, "CH004", message, "closes here", help)
	s.quote(i, from, after, unescape(inner, q))
	return after
}

func keyPart(key string) string {
	if key == "" {
		return ""
	}
	return key + ": "
}

// meantEnd is the byte after a sentence whose quote closes early at shut.
func (s *scanner) meantEnd(line string, from, shut int, flow bool) int {
	q := line[from]
	best := -1
	for j := shut + 1; j < len(line); j++ {
		if line[j] == q && s.fits(line[j+1:], flow) {
			best = j + 1
			if flow {
				break
			}
		}
	}
	if best >= 0 {
		return best
	}
	return s.textEnd(line, shut+1, flow)
}

// textEnd is the byte after a text that nothing closes: the end of the line, in
// brackets what stands before the next key or the last bracket.
func (s *scanner) textEnd(line string, from int, flow bool) int {
	end := len(strings.TrimRight(line, " \t"))
	if !flow {
		return end
	}
	if at := s.nextKey(line, from); at >= 0 {
		return at
	}
	for n := len(s.flow); n > 0 && end > from && strings.ContainsRune("}] ,", rune(line[end-1])); {
		if c := line[end-1]; c == '}' || c == ']' {
			n--
		}
		end--
	}
	return end
}

var commaKey = regexp.MustCompile(`,\s*([a-z-]+):(?:\s|$)`)

// nextKey is the comma before the next known key on the line, -1 if there is none.
func (s *scanner) nextKey(line string, from int) int {
	for _, m := range commaKey.FindAllStringSubmatchIndex(line[from:], -1) {
		if s.v.known(line[from+m[2] : from+m[3]]) {
			return from + m[0]
		}
	}
	return -1
}

// unclosed reports a quote that never closes, at the line it was opened, and
// gives the byte after the text as it was most likely meant.
func (s *scanner) unclosed(i, from int, flow bool, key string) int {
	line := s.lines[i]
	end := s.textEnd(line, from+1, flow)
	inner := line[from+1 : max(end, from+1)]
	code, message, note := "CH005", fmt.Sprintf("The quote opened on line %d never closes.", i+1), "opened here"
	if r, size := utf8.DecodeLastRuneInString(inner); size > 1 && strings.ContainsRune("”“’»", r) {
		code, note = "CH017", ""
		message = fmt.Sprintf("The quote opened on line %d is straight and the one that should close it is curly.", i+1)
		inner = inner[:len(inner)-size]
	}
	s.problem(i, from, from+1, code, message, note, "close it:  "+keyPart(key)+quoteFor(shorten(unescape(inner, line[from:from+1]), 100)))
	s.quote(i, from, max(end, from+1), unescape(inner, line[from:from+1]))
	return end
}

// unescape takes out what an author wrote to keep a quote open.
func unescape(inner, q string) string {
	if q == "'" {
		return strings.ReplaceAll(inner, "''", "'")
	}
	return strings.ReplaceAll(inner, `\"`, `"`)
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// around is the word at a byte.
func around(line string, at int) string {
	from, to := at, at
	for from > 0 && isLetter(line[from-1]) {
		from--
	}
	for to+1 < len(line) && isLetter(line[to+1]) {
		to++
	}
	return line[from : to+1]
}

func countWords(s string) string {
	if n := len(strings.Fields(s)); n != 1 {
		return fmt.Sprintf("%d words", n)
	}
	return "one word"
}

func lastWords(s string) string {
	f := strings.Fields(s)
	if len(f) > 3 {
		return "… " + strings.Join(f[len(f)-3:], " ")
	}
	return strings.Join(f, " ")
}
