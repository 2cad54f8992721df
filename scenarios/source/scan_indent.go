package source

import (
	"fmt"
	"strings"
)

// settle finds the level a line belongs to and gives the indent it is read with.
// False: the line goes on with the value before it.
func (s *scanner) settle(i, indent int, body string) (int, bool) {
	if len(s.levels) == 0 {
		return indent, true
	}
	top := s.levels[len(s.levels)-1]
	if indent > top.indent {
		if top.open {
			return s.firstOfBlock(i, indent, body, top), true
		}
		return s.tooDeep(i, indent, body, top)
	}
	popped := top
	for len(s.levels) > 0 && s.levels[len(s.levels)-1].indent > indent {
		popped = s.levels[len(s.levels)-1]
		s.levels = s.levels[:len(s.levels)-1]
	}
	if n := len(s.levels); n > 0 && s.levels[n-1].indent == indent {
		if to, ok := s.keyAmongItems(i, indent, body); ok {
			return to, true
		}
		if to, ok := s.nameAtTheEdge(i, indent, body, popped); ok {
			return to, true
		}
		return indent, true
	}
	// Between two levels, or left of all of them.
	to := popped.indent
	belongs := fmt.Sprintf("the lines it belongs with have %d (line %d)", popped.indent, popped.line+1)
	if len(s.levels) > 0 {
		under := s.levels[len(s.levels)-1]
		if s.fitsBetter(body, indent, under, popped) {
			to = under.indent
		} else {
			s.levels = append(s.levels, popped)
		}
		belongs = fmt.Sprintf("the lines around it have %d (line %d) or %d (line %d)", popped.indent, popped.line+1, under.indent, under.line+1)
	} else {
		s.levels = append(s.levels, popped)
	}
	if s.edited(i) == 0 {
		s.problem(i, 0, max(indent, 1), "CH016", fmt.Sprintf("This line has %s before it; %s.", countSpaces(indent), belongs), "", fmt.Sprintf("put %s before it", countSpaces(to)))
		s.replace(i, 0, indent, spaces(to))
	}
	return to, true
}

// fitsBetter says that a line between two levels belongs to the outer one: by its
// key, which is known or is not as the keys beside it are, else by its distance.
func (s *scanner) fitsBetter(body string, indent int, outer, inner level) bool {
	colon := keyEnd(body)
	if colon > 0 && !outer.list && !inner.list {
		known := s.v.known(unquoteKey(body[:colon]))
		if a, b := s.v.known(outer.key) == known, s.v.known(inner.key) == known; a != b {
			return a
		}
	}
	if dash := body[0] == '-'; outer.list != inner.list {
		return outer.list == dash
	}
	return indent-outer.indent < inner.indent-indent
}

// firstOfBlock gives the indent of the first line of a block. Where that line is
// one space off the one after it, it is the first that is wrong, not all others.
func (s *scanner) firstOfBlock(i, indent int, body string, top level) int {
	if indent%2 == 0 || s.edited(i) > 0 {
		return indent
	}
	next, other := s.beside(i, indent, body)
	if abs(next-indent) != 1 || next <= top.indent || other == "" || (body[0] == '-') != (other[0] == '-') || keyEnd(other) < 0 && other[0] != '-' {
		return indent
	}
	s.problem(i, 0, indent, "CH016", fmt.Sprintf("This line has %s before it; the next one that belongs beside it has %d.", countSpaces(indent), next), "", fmt.Sprintf("put %s before it", countSpaces(next)))
	s.replace(i, 0, indent, spaces(next))
	return next
}

// beside is the next line that seems to belong beside this one: it stands no more
// than one space further right. What stands right below a key is its own.
func (s *scanner) beside(i, indent int, body string) (int, string) {
	trimmed := strings.TrimRight(body, " ")
	own := strings.HasSuffix(trimmed, ":") || strings.HasSuffix(trimmed, "|") || strings.HasSuffix(trimmed, ">")
	most := indent + 1
	for _, text := range s.lines[i+1 : min(i+100, len(s.lines))] {
		other := strings.TrimLeft(text, " ")
		if other == "" || other[0] == '#' {
			continue
		}
		at := len(text) - len(other)
		if own {
			own = false
			if at <= indent+1 {
				most = indent // its own lines stand one space further right
			}
			continue
		}
		if at <= most {
			return at, other
		}
	}
	return -1, ""
}

// tooDeep reads a line that stands further right than a value that was complete.
func (s *scanner) tooDeep(i, indent int, body string, top level) (int, bool) {
	dash := strings.HasPrefix(body, "- ") || body == "-"
	colon := keyEnd(body)
	key := ""
	if colon > 0 {
		key = body[:colon]
	}
	if s.last.end == plainValue && !s.v.known(key) {
		s.goesOn(i, indent, body, dash, colon)
		return 0, false
	}
	if !dash && key == "" && s.last.end != plainValue && body[0] != '{' && body[0] != '[' {
		s.problem(i, indent, len(s.lines[i]), "CH016", fmt.Sprintf("This line belongs to nothing: the text on line %d was already closed.", s.last.line+1), "",
			"move the closing quote to the end, or delete the line")
		s.replace(i, indent, len(s.lines[i]), "")
		return 0, false
	}
	if s.edited(i) == 0 {
		s.problem(i, 0, indent, "CH016", fmt.Sprintf("This line has %s before it, more than line %d, which it does not belong to.", countSpaces(indent), s.last.line+1), "",
			fmt.Sprintf("put %s before it", countSpaces(top.indent)))
		s.replace(i, 0, indent, spaces(top.indent))
	}
	return top.indent, true
}

// goesOn reads a line that goes on with unquoted text above it.
func (s *scanner) goesOn(i, indent int, body string, dash bool, colon int) {
	first := s.last.line + 1
	delete(s.spoken, s.last.line) // one text over several lines stays as it is
	switch {
	case dash:
		s.problem(i, indent, indent+1, "CH014", fmt.Sprintf("This dash begins no new item: it runs together with the text on line %d.", first), "read as part of the text",
			fmt.Sprintf("put the text of line %d after a dash of its own, below its name", first))
	case colon > 0:
		help := "put the whole sentence in quotes"
		if n := len(s.levels); n > 0 && s.levels[n-1].line < s.last.line && s.levels[n-1].key != "" && s.last.key == "" {
			help = "write a bar after its name, and all lines below it are text:  " + s.levels[n-1].key + ": |"
		}
		s.problem(i, indent, indent+colon+1, "CH001", fmt.Sprintf("This line goes on with the sentence of line %d and has a colon in it, so YAML reads “%s” as a key.", first, shorten(body[:colon], 40)), "", help)
		s.replace(i, indent+colon, indent+colon+1, "")
	}
	if s.last.kind == textLine {
		if h := lostAt(body); h >= 0 {
			s.lost(i, indent+h, len(s.lines[i]), "", "")
			s.replace(i, indent+h-1, indent+h, "")
		}
	}
}

// keyAmongItems reads a known key that stands as far right as the items of the
// list above it: it belongs beside the list's own key.
func (s *scanner) keyAmongItems(i, indent int, body string) (int, bool) {
	n := len(s.levels)
	top := s.levels[n-1]
	colon := keyEnd(body)
	if !top.list || body[0] == '-' || colon < 0 || !s.v.known(unquoteKey(body[:colon])) || n < 2 || s.levels[n-2].list || s.levels[n-2].indent >= indent || s.edited(i) > 0 {
		return 0, false
	}
	beside := s.levels[n-2]
	s.levels = s.levels[:n-1]
	s.problem(i, 0, indent, "CH016", fmt.Sprintf("This line has %s before it; the lines it belongs with have %d (line %d).", countSpaces(indent), beside.indent, beside.line+1), "", fmt.Sprintf("put %s before it", countSpaces(beside.indent)))
	s.replace(i, 0, indent, spaces(beside.indent))
	return beside.indent, true
}

// nameAtTheEdge reads a name that nobody knows and that has its own lines below
// it, at the left edge: it belongs beside the names of the level that it closed.
func (s *scanner) nameAtTheEdge(i, indent int, body string, popped level) (int, bool) {
	top := s.levels[len(s.levels)-1]
	colon := keyEnd(body)
	if indent != 0 || top.list || popped.list || popped.indent <= indent || colon < 0 || strings.TrimSpace(body[colon+1:]) != "" || s.edited(i) > 0 {
		return 0, false
	}
	key := unquoteKey(body[:colon])
	if s.v.knows(key) || s.v.known(popped.key) || !s.v.known(top.key) || s.nextIndent(i) <= popped.indent {
		return 0, false
	}
	s.levels = append(s.levels, popped)
	s.problem(i, 0, 1, "CH016", fmt.Sprintf("This line has no spaces before it; the names it belongs with have %d (line %d).", popped.indent, popped.line+1), "", fmt.Sprintf("put %s before it", countSpaces(popped.indent)))
	s.replace(i, 0, indent, spaces(popped.indent))
	return popped.indent, true
}
