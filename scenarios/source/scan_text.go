package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// plain reads unquoted text in a block, from a byte to the end of the line.
func (s *scanner) plain(i, from int, kind textKind, key string) {
	line := s.lines[i]
	text := line[from:]
	hash := commentAt(text)
	if kind == textLine && hash >= 0 && hashText(text[hash:]) {
		// “#4411” is lost speech; a “# ” after it is a comment all the same.
		for at := hash; ; {
			next := commentAt(text[at+1:])
			if next < 0 {
				break
			}
			if at += 1 + next; !hashText(text[at:]) {
				text = text[:at]
				break
			}
		}
	} else if hash >= 0 {
		text, hash = text[:hash], -1
	}
	text = strings.TrimRight(text, " \t")
	end := from + len(text)
	if text == "" {
		return
	}
	if s.starts(i, from, end, text, kind, key) {
		return
	}
	if strayQuote(text) {
		s.notOpened(i, from, end, text, key)
		return
	}
	colon := keyEnd(text)
	switch {
	case hash >= 0:
		if colon >= 0 {
			s.colonInText(i, from, end, text[:colon], key)
		}
		s.lost(i, from+hash, end, key, text)
		s.quote(i, from, end, text)
	case colon >= 0 && key != "":
		s.colonInText(i, from, end, text[:colon], key)
	case kind == textLine && colon < 0 && s.speaks(key):
		s.spoken[i] = append(s.spoken[i], utterance{from, end})
	}
}

// strayQuote says that unquoted text ends with a quote that nothing opened.
func strayQuote(text string) bool {
	return len(text) > 1 && strings.HasSuffix(text, `"`) && strings.Count(text, `"`) == 1
}

func (s *scanner) notOpened(i, from, end int, text, key string) {
	inner := strings.TrimSuffix(text, `"`)
	s.problem(i, end-1, end, "CH005", "The quote at the end of this text was never opened.", "closes nothing", "open it:  "+keyPart(key)+quoteFor(shorten(inner, 100)))
	s.quote(i, from, end, inner)
}

// starts handles text whose first character means something else to YAML; true
// if it was reported and put in quotes.
func (s *scanner) starts(i, from, end int, text string, kind textKind, key string) bool {
	r, size := utf8.DecodeRuneInString(text)
	message := ""
	switch r {
	case '*', '&':
		name := firstWord(text[1:])
		if kind != textLine && name != "" || s.aliased(name) {
			return false
		}
		what := "a reference to another place"
		if r == '&' {
			what = "a label"
		}
		message = fmt.Sprintf("This text starts with “%c”, which YAML takes as %s.", r, what)
	case '!':
		message = "This text starts with “!”, which YAML takes as the kind of a value."
	case '@', '%', '`':
		message = fmt.Sprintf("Text must not start with “%c” unless it is in quotes.", r)
	case '|', '>':
		message = fmt.Sprintf("This text starts with “%c”, which YAML takes as the beginning of a longer text below.", r)
	case '}', ']', ',':
		message = fmt.Sprintf("Text must not start with “%c” unless it is in quotes.", r)
	case '-':
		if key == "" || !strings.HasPrefix(text, "- ") {
			return false
		}
		s.problem(i, from, from+1, "CH016", "A dash begins an item only on a line of its own.", "", "begin the list on the next line, or put the text in quotes")
		s.quote(i, from, end, text)
		return true
	case '?':
		if !strings.HasPrefix(text, "? ") {
			return false
		}
		message = "Text must not start with “? ” unless it is in quotes."
	case '“', '”', '„', '«', '‘':
		return s.curly(i, from, end, text, size)
	default:
		return false
	}
	s.problem(i, from, from+size, "CH004", message, "", s.quoteHelp(key, text))
	s.quote(i, from, end, text)
	return true
}

var label = regexp.MustCompile(`[&*][A-Za-z0-9_-]+`)

// aliased says that a name is both set (&name) and used (*name) in the file, so
// that its author knows what it is.
func (s *scanner) aliased(name string) bool {
	if s.labels == nil {
		s.labels = map[string]bool{}
		for _, l := range s.lines {
			for _, hit := range label.FindAllString(l, -1) {
				s.labels[hit] = true
			}
		}
	}
	return s.labels["&"+name] && s.labels["*"+name]
}

// curly reports a text in the quotes of word processors.
func (s *scanner) curly(i, from, end int, text string, size int) bool {
	last, lastSize := utf8.DecodeLastRuneInString(text)
	if !strings.ContainsRune("”“»’‟", last) || len(text) <= size+lastSize {
		return false // a text that begins with what somebody said
	}
	inner := text[size : len(text)-lastSize]
	if strings.ContainsAny(inner, "“”„«»") {
		return false
	}
	s.problem(i, from, end, "CH017", "These quotes are curly, so YAML takes them as part of the text and does not protect it.", "", "use straight quotes:  "+quoteFor(inner))
	s.quote(i, from, end, inner)
	return true
}

// lost reports text after " #".
func (s *scanner) lost(i, hash, end int, key, text string) {
	word := firstWord(s.lines[i][hash:])
	help := "put the whole sentence in quotes"
	if text != "" {
		help = s.quoteHelp(key, text)
	}
	from := hash
	if from > 0 && s.lines[i][from-1] == ' ' {
		from--
	}
	message := fmt.Sprintf("Everything from “%s” on is lost: YAML takes “#” as a comment.", word)
	if hash+len(word) >= end {
		message = fmt.Sprintf("“%s” is lost: YAML takes “#” as a comment.", word)
	}
	s.problem(i, from, end, "CH003", message, "not part of the text", help)
}

// colonInText reports ": " in a sentence and puts it in quotes.
func (s *scanner) colonInText(i, from, end int, before, key string) {
	text := strings.TrimRight(s.lines[i][from:end], " \t")
	before = strings.TrimSpace(before)
	at := from + strings.Index(text, before) + len(before)
	message := fmt.Sprintf("This sentence has “: ” in it, so YAML reads “%s” as a key.", shorten(before, 40))
	if strings.HasSuffix(text, ":") && keyEnd(text) == len(text)-1 {
		message = fmt.Sprintf("This sentence ends with a colon, so YAML reads “%s” as a key.", shorten(before, 40))
	}
	s.problem(i, at, at+1, "CH001", message, "", s.quoteHelp(key, text))
	s.quote(i, from, from+len(text), text)
}

func (s *scanner) quoteHelp(key, text string) string {
	if key != "" {
		key += ": "
	}
	return "put the whole sentence in quotes:  " + key + quoteFor(shorten(text, 100))
}

// quoteFor puts text in the quotes that need the fewest changes.
func quoteFor(text string) string {
	switch {
	case !strings.ContainsAny(text, `"\`):
		return `"` + text + `"`
	case !strings.Contains(text, "'"):
		return "'" + text + "'"
	}
	return escape(text)
}

func escape(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", " ").Replace(text) + `"`
}

// quote makes the parser read bytes from–to of a line as this text.
func (s *scanner) quote(i, from, to int, text string) {
	before := len(s.edits[i])
	s.replace(i, from, to, escape(text))
	if len(s.edits[i]) > before {
		last := &s.edits[i][before]
		last.text, last.quotes = text, true
	}
}

// speaks says that what stands here is spoken: a line of the customer, a reply.
func (s *scanner) speaks(key string) bool {
	if s.v.known(key) {
		return s.v.speech[key]
	}
	for n := len(s.flow) - 1; n >= 0; n-- {
		if s.v.known(s.flow[n].key) {
			return s.v.speech[s.flow[n].key]
		}
	}
	for n := len(s.levels) - 1; n >= 0; n-- {
		if s.v.known(s.levels[n].key) {
			return s.v.speech[s.levels[n].key]
		}
	}
	return false
}

// hashText says that what follows a # is a word and not a comment.
func hashText(s string) bool {
	return len(s) > 1 && s[0] == '#' && s[1] != ' ' && s[1] != '#' && s[1] != '\t'
}

// commentAt is where a comment begins in unquoted text, -1 if there is none.
func commentAt(text string) int {
	for i := 0; i < len(text); i++ {
		if text[i] == '#' && (i == 0 || text[i-1] == ' ' || text[i-1] == '\t') {
			return i
		}
	}
	return -1
}

// lostAt is where text is lost after " #".
func lostAt(text string) int {
	if h := commentAt(text); h > 0 && hashText(text[h:]) {
		return h
	}
	return -1
}

// keyEnd is the place of the colon that ends a key, -1 if there is none. A key in
// quotes ends at its quote.
func keyEnd(body string) int {
	if body == "" {
		return -1
	}
	if q := body[0]; q == '"' || q == '\'' {
		end := closing(body, 0)
		if end < 0 {
			return -1
		}
		rest := strings.TrimLeft(body[end+1:], " ")
		if rest == ":" || strings.HasPrefix(rest, ": ") {
			return len(body) - len(rest)
		}
		return -1
	}
	if body[0] == '{' || body[0] == '[' {
		return -1
	}
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case ':':
			if i+1 == len(body) || body[i+1] == ' ' || body[i+1] == '\t' {
				return i
			}
		case '#':
			if i > 0 && (body[i-1] == ' ' || body[i-1] == '\t') {
				return -1
			}
		}
	}
	return -1
}

func unquoteKey(key string) string {
	key = strings.TrimSpace(key)
	if len(key) > 1 && (key[0] == '"' || key[0] == '\'') {
		return key[1 : len(key)-1]
	}
	return key
}

var word = regexp.MustCompile(`^[^\s,.;:!?{}\[\]"]+`)

func firstWord(s string) string { return word.FindString(s) }

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

func countSpaces(n int) string {
	switch n {
	case 0:
		return "no spaces"
	case 1:
		return "1 space"
	}
	return fmt.Sprintf("%d spaces", n)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
