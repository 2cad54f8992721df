package source

import (
	"fmt"
	"strings"
)

// bracket is an open { or [.
type bracket struct {
	mapping bool
	line    int
	at      int
	base    int      // indent of the block it stands in
	kind    textKind // of what stands in it
	key     string   // the key whose value is due, "" if a key is due
	valued  bool     // the key has its value, or the item is complete
}

// inFlow reads what stands in brackets, from byte at to the end of the line or
// of the outermost bracket.
func (s *scanner) inFlow(i, at int) int {
	for at < len(s.lines[i]) {
		line := s.lines[i]
		c := line[at]
		top := s.bracket()
		switch {
		case c == ' ' || c == '\t':
			at++
		case c == '#' && (at == 0 || line[at-1] == ' ' || line[at-1] == '\t') && !(top != nil && top.textDue(s) && hashText(line[at:])):
			return i
		case c == '{' || c == '[':
			if len(s.flow) == deepest {
				s.tooNested(i, at)
				return i
			}
			s.push(i, at)
			at++
		case c == '}' || c == ']':
			if !s.pop(i, at) {
				at++
				continue
			}
			at++
			if len(s.flow) == 0 {
				s.last = lastValue{end: closedValue, line: i}
				s.afterValue(i, at)
				return i
			}
		case c == ',':
			if top.key == "" && !top.valued {
				s.problem(i, at, at+1, "CH016", "There is nothing before this comma.", "", "delete it, or put the missing part before it")
				s.replace(i, at, at+1, " ")
			}
			top.key, top.valued = "", false
			at++
		case c == ':' && top.mapping && top.key == "":
			at++ // a colon without a name; the parser's tree shows it
		case c == '"' || c == '\'':
			end, last := s.quoted(i, at, true, top.key)
			if last != i {
				i = last
			} else if rest := strings.TrimLeft(line[min(end, len(line)):], " "); top.mapping && top.key == "" && strings.HasPrefix(rest, ":") {
				top.key, top.valued = unquoteKey(line[at:end]), false
				end = len(line) - len(rest) + 1
			} else if !s.missedComma(i, end) {
				top.valued = true
			}
			at = max(end, at+1)
		default:
			at = s.flowPlain(i, at, top)
		}
	}
	return i
}

// deepest is how many brackets may stand in one another. The format needs four.
const deepest = 50

// tooNested reports brackets in brackets in brackets and reads on after them.
func (s *scanner) tooNested(i, at int) {
	first := s.flow[0]
	s.problem(first.line, first.at, first.at+1, "CH011", fmt.Sprintf("Brackets are nested more than %d deep here.", deepest), "", "three levels are enough for everything in a file")
	for j := first.line; j <= i; j++ {
		from := 0
		if j == first.line {
			from = first.at
		}
		delete(s.edits, j)
		s.replace(j, from, len(s.lines[j]), "")
	}
	s.flow = s.flow[:0]
	s.last = lastValue{end: closedValue, line: i}
}

// missedComma says that a comma was put in at this byte, so that the next part is
// due.
func (s *scanner) missedComma(i, at int) bool {
	for _, e := range s.edits[i] {
		if e.from == at && e.to == at && e.with == "," {
			return true
		}
	}
	return false
}

func (s *scanner) bracket() *bracket {
	if len(s.flow) == 0 {
		return nil
	}
	return &s.flow[len(s.flow)-1]
}

// textDue says that speech may begin here.
func (b *bracket) textDue(s *scanner) bool {
	return !b.valued && b.below(s) == textLine && (!b.mapping || b.key != "")
}

func (s *scanner) push(i, at int) {
	base := -1
	if len(s.levels) > 0 {
		base = s.levels[len(s.levels)-1].indent
	}
	kind := s.last.kind
	if top := s.bracket(); top != nil {
		kind = top.below(s)
		top.valued = true
	}
	s.flow = append(s.flow, bracket{mapping: s.lines[i][at] == '{', line: i, at: at, base: base, kind: kind})
}

// below is how a value that begins now holds speech.
func (b *bracket) below(s *scanner) textKind {
	if b.mapping && b.key != "" {
		return s.kindOf(b.key, b.kind)
	}
	return b.kind
}

// pop closes a bracket; false if the one that closes is of the other kind.
func (s *scanner) pop(i, at int) bool {
	top := s.bracket()
	if top.mapping == (s.lines[i][at] == '}') {
		s.flow = s.flow[:len(s.flow)-1]
		return true
	}
	want := "]"
	if top.mapping {
		want = "}"
	}
	if n := len(s.flow); n > 1 && s.flow[n-2].mapping != top.mapping {
		s.problem(i, at, at+1, "CH016", fmt.Sprintf("“%s” is missing before this “%c”.", want, s.lines[i][at]), "", "close the bracket of line "+fmt.Sprint(top.line+1)+" first:  "+want+string(s.lines[i][at]))
		s.replace(i, at, at, want)
		s.flow = s.flow[:n-2]
		return true
	}
	s.problem(i, at, at+1, "CH016", fmt.Sprintf("“%c” closes nothing here; the bracket opened on line %d wants “%s”.", s.lines[i][at], top.line+1, want), "", "write "+want)
	s.replace(i, at, at+1, want)
	s.flow = s.flow[:len(s.flow)-1]
	if len(s.flow) == 0 {
		s.last = lastValue{end: closedValue, line: i}
	}
	return len(s.flow) == 0
}

// flowPlain reads unquoted text in brackets and gives the byte after it.
func (s *scanner) flowPlain(i, at int, top *bracket) int {
	line := s.lines[i]
	if top.mapping && top.key == "" {
		return s.flowKey(i, at, top)
	}
	kind := top.below(s)
	end, colon, hash := flowEnd(line, at)
	top.valued = true
	if kind != textLine {
		if hash && end < len(line) {
			return len(line)
		}
		return max(end, at+1)
	}
	text := strings.TrimRight(line[at:end], " ")
	// In a mapping, what follows a comma is a key; if it is none that is known,
	// the comma belongs to the sentence.
	whole := end
	comma := -1
	if top.mapping && end < len(line) && (line[end] == ',' && !s.keyFollows(line[end+1:]) || hash || colon >= 0 || strings.ContainsRune("[{?", rune(line[end]))) {
		whole = s.textEnd(line, at, true)
		if line[end] == ',' {
			comma = end
		}
	} else if hash {
		whole = s.textEnd(line, at, true)
	} else if end < len(line) && line[end] == '?' {
		if whole = end + strings.IndexAny(line[end:], ",]"); whole < end {
			whole = len(line)
		}
	}
	if whole > end {
		text = strings.TrimRight(line[at:whole], " ")
	}
	if strayQuote(text) {
		s.notOpened(i, at, at+len(text), text, top.key)
		return max(whole, at+1)
	}
	if r := firstRune(text); strings.ContainsRune("*&!@%`|>“„«‘", r) && s.starts(i, at, at+len(text), text, kind, top.key) {
		return max(whole, at+1)
	}
	switch {
	case hash && lostAt(" "+line[end:]) >= 0:
		s.lost(i, end, len(line), top.key, text)
		s.quote(i, at, at+len(text), text)
	case colon >= 0:
		s.colonInText(i, at, at+len(text), line[at:colon], top.key)
	case comma >= 0:
		s.problem(i, comma, at+len(text), "CH019", fmt.Sprintf("In { } a comma ends the text, so “%s” is lost.", shorten(strings.TrimSpace(line[comma:at+len(text)]), 40)), "not part of the text", s.quoteHelp(top.key, text))
		s.quote(i, at, at+len(text), text)
	case whole > end && end < len(line):
		s.problem(i, end, end+1, "CH004", fmt.Sprintf("“%c” in a sentence means something else inside brackets.", line[end]), "", s.quoteHelp(top.key, text))
		s.quote(i, at, at+len(text), text)
	case hash:
		return len(line)
	case whole < len(line) && text != "" && s.speaks(top.key):
		s.spoken[i] = append(s.spoken[i], utterance{at, at + len(text)})
	}
	return max(whole, at+1)
}

// flowKey reads a key in braces.
func (s *scanner) flowKey(i, at int, top *bracket) int {
	line := s.lines[i]
	if name := firstWord(line[at:]); s.v.known(name) && noColon(line[at+len(name):]) {
		s.problem(i, at, at+len(name), "CH016", fmt.Sprintf("There is no colon after “%s”.", name), "", "write:  "+name+": …")
		s.replace(i, at+len(name), at+len(name), ":")
		top.key, top.valued = name, false
		return at + len(name)
	}
	end := at
	for end < len(line) && !strings.ContainsRune(",{}[]", rune(line[end])) {
		if line[end] == ':' {
			name := strings.TrimSpace(line[at:end])
			spaced := end+1 == len(line) || strings.ContainsRune(" ,{}[]\t", rune(line[end+1]))
			if !spaced && s.v.known(name) {
				s.problem(i, end, end+1, "CH016", fmt.Sprintf("“%s:” needs a space after its colon.", name), "", "write:  "+name+": …")
				s.replace(i, end, end+1, ": ")
				spaced = true
			}
			if spaced {
				top.key, top.valued = name, false
				return end + 1
			}
		}
		if line[end] == '#' && end > 0 && line[end-1] == ' ' {
			return len(line)
		}
		end++
	}
	top.valued = true
	return max(end, at+1)
}

// noColon says that what follows a key in braces has no colon before its value.
func noColon(rest string) bool {
	if len(rest) < 2 || rest[0] != ' ' {
		return false
	}
	if strings.ContainsRune(`"'[{`, rune(rest[1])) {
		return true
	}
	end := strings.IndexAny(rest, ",:}")
	return end > 0 && rest[end] != ':' && strings.TrimSpace(rest[:end]) != ""
}

// flowEnd is the byte after unquoted text in brackets, the colon in it that YAML
// takes as a key's (-1 if none), and whether a comment ends it.
func flowEnd(line string, at int) (end, colon int, hash bool) {
	colon = -1
	for end = at; end < len(line); end++ {
		switch c := line[end]; {
		case strings.ContainsRune(",{}[]", rune(c)):
			return end, colon, false
		case c == '?': // this parser ends unquoted text in brackets here
			return end, colon, false
		case c == ':' && colon < 0 && (end+1 == len(line) || line[end+1] == ' '):
			colon = end
		case c == '#' && (end == at || line[end-1] == ' '):
			return end, colon, true
		}
	}
	return end, colon, false
}

// keyFollows says that a known key, or nothing, comes after a comma.
func (s *scanner) keyFollows(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	if rest == "" || rest[0] == '}' || rest[0] == '#' || rest[0] == '"' {
		return true
	}
	name, _, ok := strings.Cut(rest, ":")
	if !ok {
		return false
	}
	if s.v.known(name) {
		return true
	}
	return !strings.ContainsAny(name, " ,.!?}")
}

// flowLost says that a line is no part of the brackets that are still open.
func (s *scanner) flowLost(indent int, body string) bool {
	if body[0] == '}' || body[0] == ']' || body[0] == '#' {
		return false
	}
	base := s.flow[0].base
	if base < 0 {
		return false
	}
	if indent <= base {
		return true
	}
	return strings.HasPrefix(body, "- ") && s.structure(body)
}

// closeFlow reports brackets that were never closed, and closes them at the end
// of a line.
func (s *scanner) closeFlow(i int) {
	if len(s.flow) == 0 {
		return
	}
	first := s.flow[len(s.flow)-1]
	closers := ""
	for j := len(s.flow) - 1; j >= 0; j-- {
		if s.flow[j].mapping {
			closers += "}"
		} else {
			closers += "]"
		}
	}
	s.problem(first.line, first.at, first.at+1, "CH016", fmt.Sprintf("The bracket “%c” opened on line %d never closes.", s.lines[first.line][first.at], first.line+1), "opened here", "close it with "+closers)
	for i > first.line && strings.TrimSpace(s.lines[i]) == "" {
		i--
	}
	end := len(s.lines[i])
	if h := commentAt(s.lines[i]); h >= 0 && i != first.line {
		end = h
	}
	s.replace(i, end, end, closers)
	s.flow = s.flow[:0]
	s.last = lastValue{end: closedValue, line: i}
}
