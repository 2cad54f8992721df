package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// mend is one change made to a line so that reading could go on: characters
// from–to of the author's line stand, in the mended line, as width characters.
type mend struct {
	from, to, width int // columns from 0, in characters of the author's line
}

func (d *Document) mended(line int) bool { return len(d.mends[line]) > 0 }

// unmend turns a column of a mended line into one of the author's own line.
func (d *Document) unmend(line, col int) int {
	c := col - 1 // in the mended line, from 0
	shift := 0   // mended minus own, so far
	for _, m := range d.mends[line] {
		start := m.from + shift
		if c < start {
			break
		}
		if c < start+m.width {
			return m.from + min(c-start, max(m.to-m.from-1, 0)) + 1
		}
		shift += m.width - (m.to - m.from)
	}
	return max(c-shift, 0) + 1
}

// replace makes the parser read with instead of bytes from–to of a line. What
// overlaps an earlier change of the line is left out: the first one stands.
func (s *scanner) replace(i, from, to int, with string) {
	for _, e := range s.edits[i] {
		if from < e.to && to > e.from {
			return
		}
	}
	s.edits[i] = append(s.edits[i], edit{from: from, to: to, with: with, code: s.code})
}

// edited is how many changes a line has.
func (s *scanner) edited(i int) int { return len(s.edits[i]) }

// apply gives the mended lines.
func (s *scanner) apply() []string {
	out := slices.Clone(s.lines)
	for i, edits := range s.edits {
		slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
		line := s.lines[i]
		var b strings.Builder
		at := 0
		for _, e := range edits {
			from, to := max(e.from, at), max(e.to, at)
			to = min(to, len(line))
			from = min(from, to)
			b.WriteString(line[at:from])
			b.WriteString(e.with)
			at = to
			s.d.mends[i+1] = append(s.d.mends[i+1], mend{utf8.RuneCountInString(line[:from]), utf8.RuneCountInString(line[:to]), utf8.RuneCountInString(e.with)})
		}
		b.WriteString(line[at:])
		out[i] = b.String()
	}
	return out
}

// problem reports bytes from–to of a line.
func (s *scanner) problem(i, from, to int, code, message, note, help string) {
	line := s.lines[i]
	s.code = code
	from, to = min(max(from, 0), len(line)), min(max(to, 0), len(line))
	s.d.Add(Problem{Code: code, Message: message, Note: note, Help: help,
		Place: Place{Line: i + 1, Col: utf8.RuneCountInString(line[:from]) + 1, Width: max(1, utf8.RuneCountInString(line[from:max(from, to)]))}})
}

// conflicts reports the marks that git leaves where two people changed the same
// lines, and goes on with the first of the two versions.
func (s *scanner) conflicts(lines []string) []string {
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "<<<<<<<") }) {
		return slices.Clone(lines)
	}
	out := slices.Clone(lines)
	start := -1
	second := false
	for i, l := range lines {
		switch {
		case strings.HasPrefix(l, "<<<<<<<"):
			start, second = i, false
			out[i] = ""
		case start >= 0 && (strings.HasPrefix(l, "|||||||") || strings.TrimRight(l, " ") == "======="):
			second = true
			out[i] = ""
		case start >= 0 && strings.HasPrefix(l, ">>>>>>>"):
			s.d.Add(Problem{Code: "CH015", Place: Place{Line: start + 1, Col: 1, Width: 7}, Message: fmt.Sprintf("Two versions of these lines stand here (to line %d): git could not join them.", i+1), Help: "keep one of the two and delete the lines with <<<<<<<, ======= and >>>>>>>"})
			start, second = -1, false
			out[i] = ""
		case second:
			out[i] = ""
		}
	}
	if start >= 0 {
		s.d.Add(Problem{Code: "CH015", Place: Place{Line: start + 1, Col: 1, Width: 7}, Message: "git left a mark here: two people changed these lines.", Help: "keep one version and delete the lines with <<<<<<<, ======= and >>>>>>>"})
	}
	return out
}
