package source

import (
	"fmt"
	"strings"
)

// entry reads what stands on a line from byte at: dashes, a key, a value. indent
// is what the line is read with.
func (s *scanner) entry(i, at, indent int) int {
	for {
		body := s.lines[i][at:]
		dash := 0
		switch {
		case body == "-" || strings.HasPrefix(body, "- "):
			dash = 1
		case s.listHere(indent) && dashless(body):
			s.problem(i, at, at+2, "CH016", "A dash needs a space after it.", "", "write:  - "+shorten(body[1:], 40))
			s.replace(i, at, at+1, "- ")
			dash = 1
		case s.listHere(indent) && bulletWidth(body) > 0:
			dash = bulletWidth(body)
			s.problem(i, at, at+dash, "CH016", fmt.Sprintf("“%s” does not begin an item here; a list is made with hyphens.", body[:dash]), "", "write:  - "+shorten(strings.TrimSpace(body[dash:]), 40))
			s.replace(i, at, at+dash, "-")
		}
		if dash == 0 {
			break
		}
		s.open(indent, true, i)
		rest := strings.TrimLeft(body[dash:], " ")
		if rest == "" || rest[0] == '#' {
			s.last = lastValue{}
			return i
		}
		s.levels[len(s.levels)-1].open = false
		step := len(body) - len(rest)
		at += step
		indent += max(step, 2)
	}
	body := s.lines[i][at:]
	colon := keyEnd(body)
	key := ""
	if colon >= 0 {
		key = unquoteKey(body[:colon])
	}
	below := s.kindAt(indent)
	if colon >= 0 && s.sentence(key, below) {
		s.colonInText(i, at, len(s.lines[i]), key, "")
		s.last = lastValue{end: plainValue, line: i, kind: below}
		s.settleValue()
		return i
	}
	if colon < 0 || !s.v.known(key) && s.keyBefore(body, colon) {
		if next, ok := s.noKey(i, at, indent, body); ok {
			return next
		}
		s.settleValue()
		return s.value(i, at, below, "")
	}
	if s.v.known(key) && unopened(body) {
		s.problem(i, at, at+1, "CH016", "This line ends with “}”, and the bracket that it closes was never opened.", "here", "write “{” before “"+key+"”, or delete the “}”")
		s.replace(i, at, at, "{")
		s.settleValue()
		s.flow = append(s.flow, bracket{mapping: true, line: i, at: at, base: indent - 1, kind: below})
		return s.inFlow(i, at)
	}
	s.open(indent, false, i)
	top := &s.levels[len(s.levels)-1]
	top.key, top.open = key, false
	top.kind = s.kindOf(key, top.base)
	return s.value(i, at+colon+1, top.kind, key)
}

// keyBefore says that a known key stands before the colon at a byte, with its own
// colon or the space after it forgotten: needs:{any: …}, calms {owns-it: 12}.
func (s *scanner) keyBefore(body string, colon int) bool {
	if name, rest, _ := strings.Cut(body, ":"); len(name) < colon && s.v.known(name) && rest[0] != ' ' {
		return true
	}
	name := firstWord(body)
	return s.v.known(name) && len(name)+1 < colon && strings.ContainsRune(`{["`, rune(body[len(name)+1])) && body[len(name)] == ' '
}

// unopened says that a line closes one brace more than it opens, texts in quotes
// left aside.
func unopened(body string) bool {
	if !strings.HasSuffix(strings.TrimRight(body, " "), "}") {
		return false
	}
	open := 0
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '"':
			if end := closing(body, i); end > 0 {
				i = end
			}
		case '[':
			if strings.IndexByte(body[i:], ']') < 0 {
				return false // it is the bracket that is closed wrongly
			}
		case '{':
			open++
		case '}':
			open--
		}
	}
	return open == -1
}

// settleValue marks that the innermost level has its value.
func (s *scanner) settleValue() {
	if len(s.levels) > 0 {
		s.levels[len(s.levels)-1].open = false
	}
}

// open makes the level of this indent the innermost one.
func (s *scanner) open(indent int, list bool, line int) {
	for len(s.levels) > 0 {
		top := &s.levels[len(s.levels)-1]
		if top.indent < indent || top.indent == indent && !top.list && list && top.open {
			break // a list may stand as far left as the key it belongs to
		}
		if top.indent == indent && top.list == list {
			top.open, top.line = true, line
			return
		}
		s.levels = s.levels[:len(s.levels)-1]
	}
	kind := s.kindBelow()
	s.settleValue()
	s.levels = append(s.levels, level{indent: indent, list: list, base: kind, kind: kind, line: line, open: true})
}

// kindAt is how a line at this indent holds speech, before its key is known.
func (s *scanner) kindAt(indent int) textKind {
	if len(s.levels) == 0 {
		return notText
	}
	if top := s.levels[len(s.levels)-1]; top.indent == indent && !top.list && !top.open {
		return top.base
	}
	return s.kindBelow()
}

// listHere says that a list may begin or go on at this indent.
func (s *scanner) listHere(indent int) bool {
	if len(s.levels) == 0 {
		return false
	}
	top := s.levels[len(s.levels)-1]
	return top.list && top.indent == indent || top.open && indent >= top.indent
}

// dashless is a dash with its space forgotten: -{say: …}, -"…", -Hello.
func dashless(body string) bool {
	if len(body) < 2 || body[0] != '-' {
		return false
	}
	c := body[1]
	return c == '{' || c == '"' || c == '\'' || c == '[' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// bulletWidth is the width of what word processors make of a dash, 0 if none.
func bulletWidth(body string) int {
	for _, b := range []string{"–", "—", "•", "·", "*", "−"} {
		if strings.HasPrefix(body, b+" ") {
			return len(b)
		}
	}
	return 0
}

// sentence says that what looks like a key is the beginning of speech.
func (s *scanner) sentence(key string, below textKind) bool {
	if below != textLine || s.v.known(key) || key == "" {
		return false
	}
	if strings.ContainsAny(key, " ,.!?") || key != strings.ToLower(key) {
		return true
	}
	for known := range s.v.keys {
		if _, ok := Nearest(key, []string{known}); ok {
			return false // a slip in a key, which is reported as such
		}
	}
	return true
}

// noKey reads a line without a colon where a key is due.
func (s *scanner) noKey(i, at, indent int, body string) (int, bool) {
	word := firstWord(body)
	if len(s.levels) == 0 {
		name, _, _ := strings.Cut(body, ":")
		if !s.v.known(word) && !s.v.known(name) {
			return i, false
		}
		s.open(indent, false, i)
		s.levels[0].open = false
	}
	top := s.levels[len(s.levels)-1]
	if name, rest, ok := strings.Cut(body, ":"); ok && s.v.known(name) && rest != "" && (!top.list || indent != top.indent) && s.keyDue(indent) {
		s.problem(i, at+len(name), at+len(name)+1, "CH016", fmt.Sprintf("“%s:” needs a space after its colon.", name), "", "write:  "+name+": "+shorten(strings.TrimSpace(rest), 40))
		s.replace(i, at+len(name), at+len(name)+1, ": ")
		s.open(indent, false, i)
		l := &s.levels[len(s.levels)-1]
		l.key, l.open = name, false
		l.kind = s.kindOf(name, l.base)
		return s.value(i, at+len(name)+1, l.kind, name), true
	}
	if strings.ContainsRune("{}[]\"'|>&*!%@`", rune(body[0])) {
		return i, false
	}
	begins := top.open || top.list && indent > top.indent // a mapping may begin here
	if !begins && (top.list || top.indent != indent) {
		return i, false
	}
	if s.colonless(i, indent, word, body, begins) {
		rest := strings.TrimSpace(body[len(word):])
		end := at + len(word)
		if strings.HasPrefix(rest, "=") {
			end = at + strings.IndexByte(body, '=') + 1
			rest = strings.TrimSpace(rest[1:])
		}
		s.problem(i, at, at+len(word), "CH016", fmt.Sprintf("There is no colon after “%s”.", word), "", "write:  "+word+": "+shorten(rest, 40))
		s.replace(i, at+len(word), end, ":")
		s.open(indent, false, i)
		l := &s.levels[len(s.levels)-1]
		l.key, l.open, l.line = word, false, i
		l.kind = s.kindOf(word, l.base)
		return s.value(i, end, l.kind, word), true
	}
	if begins {
		return i, false
	}
	help := "put it on the line above, or give it a name with a colon"
	if s.last.end == plainValue || s.last.end == blockValue {
		help = fmt.Sprintf("if it goes on with the text of line %d, put spaces before it, so that it stands further right", s.last.line+1)
	}
	s.problem(i, at, len(s.lines[i]), "CH016", "This line has no name with a colon, so it belongs to nothing.", "", help)
	s.replace(i, at, len(s.lines[i]), "")
	return i, true
}

// colonless says that a line begins with a key whose colon was forgotten: a known
// key, or one word alone with lines of its own below it.
func (s *scanner) colonless(i, indent int, word, body string, begins bool) bool {
	alone := strings.TrimSpace(body) == word
	if word == "" {
		return false
	}
	if begins && s.kindBelow() == textLine {
		// A word alone may be speech; with a list below it is a key.
		return alone && s.v.known(word) && s.nextIndent(i) > indent && s.nextIsDash(i)
	}
	if begins && !alone && !strings.ContainsAny(body[len(word):min(len(word)+2, len(body))], "\"'[{|") {
		return s.v.known(word) && s.kindBelow() == notText
	}
	return s.v.known(word) || alone && s.nextIndent(i) > indent && s.nextIsKey(i)
}

func (s *scanner) nextIsDash(i int) bool {
	_, other := s.beside(i, 1<<20, "")
	return strings.HasPrefix(other, "- ")
}

// nextIsKey says that the next line has a known key.
func (s *scanner) nextIsKey(i int) bool {
	_, other := s.beside(i, 1<<20, "")
	colon := keyEnd(other)
	return colon > 0 && s.v.known(other[:colon])
}

// keyDue says that a key may stand at this indent: the mapping goes on, or one
// is waited for.
func (s *scanner) keyDue(indent int) bool {
	top := s.levels[len(s.levels)-1]
	return !top.list && top.indent == indent || top.open || top.list && indent > top.indent
}

// value reads what stands after a key or dash, from byte at.
func (s *scanner) value(i, at int, kind textKind, key string) int {
	line := s.lines[i]
	from := at + len(line[at:]) - len(strings.TrimLeft(line[at:], " \t"))
	rest := line[from:]
	s.last = lastValue{line: i, kind: kind, key: key}
	if rest == "" || rest[0] == '#' && !(kind == textLine && hashText(rest)) {
		if key != "" {
			s.levels[len(s.levels)-1].open = true
		}
		return i
	}
	s.last.end = closedValue
	switch c := rest[0]; {
	case c == '#':
		s.lost(i, from, len(line), key, strings.TrimRight(rest, " "))
		s.quote(i, from, len(line), rest)
		return i
	case c == '"' || c == '\'':
		end, last := s.quoted(i, from, false, key)
		if last == i {
			s.afterValue(i, end)
		}
		s.last.line = i
		return last
	case c == '{' || c == '[':
		return s.inFlow(i, from)
	case (c == '|' || c == '>') && blockHead(rest):
		s.inBlock = true
		s.block = textBlock{parent: s.blockParent(key), line: i, key: key}
		s.last.end = blockValue
		return i
	}
	s.last.end = plainValue
	s.plain(i, from, kind, key)
	return i
}

// blockParent is the indent that the lines of a text block must pass.
func (s *scanner) blockParent(key string) int {
	if len(s.levels) == 0 {
		return -1
	}
	return s.levels[len(s.levels)-1].indent
}

// blockHead is | or > with its marks and nothing else.
func blockHead(rest string) bool {
	rest = strings.TrimLeft(rest[1:], "+-0123456789")
	rest = strings.TrimLeft(rest, " ")
	return rest == "" || rest[0] == '#'
}

// afterValue reports text after a value that is complete.
func (s *scanner) afterValue(i, end int) {
	if end > len(s.lines[i]) {
		return
	}
	rest := s.lines[i][end:]
	text := strings.TrimLeft(rest, " \t")
	if text == "" || text[0] == '#' && len(text) < len(rest) {
		return
	}
	from := end + len(rest) - len(text)
	s.problem(i, from, len(s.lines[i]), "CH016", fmt.Sprintf("“%s” stands after a value that is already complete.", shorten(text, 30)), "", "delete it, or move it to a line of its own")
	s.replace(i, from, len(s.lines[i]), "")
}
