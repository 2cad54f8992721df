package scoring

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Harsh words in disguise: s t u p i d, f*ck, 1diot. What hides such a word is
// taken off before anything else is read; a word that is none of them stays as it
// was typed.

// harshWord is an insult or a swear word of the language.
type harshWord struct {
	text string
	id   wordID
}

// harshWords are what somebody may want to hide, swear words before insults.
func (g *language) harshWords() []harshWord {
	swear, insult := g.set("swear"), g.set("insult")
	var list []harshWord
	for id, c := range g.lex.classes {
		if w := g.lex.words[id]; c&(swear|insult) != 0 && len(w) > 2 {
			list = append(list, harshWord{w, wordID(id)})
		}
	}
	slices.SortFunc(list, func(a, b harshWord) int {
		as, bs := g.lex.classes[a.id]&swear != 0, g.lex.classes[b.id]&swear != 0
		switch {
		case as && !bs:
			return -1
		case bs && !as:
			return 1
		}
		return strings.Compare(a.text, b.text)
	})
	return list
}

const (
	anyLetter = '*'
	iOrL      = '1'
)

// isCut says whether a mark inside a word may hide a letter of it, or part two.
func isCut(r rune) bool {
	switch r {
	case '*', '@', '$', '!', '_', '.', '#', '%', '&', '|', '+', '~', '·', '•', '-':
		return true
	}
	return false
}

// like gives the letter that a mark or a digit stands for, 0 for nothing.
func like(r rune) (rune, bool) {
	switch r {
	case '*', '#', '%', '&':
		return anyLetter, true
	case '1', '!', '|':
		return iOrL, true
	case '0':
		return 'o', true
	case '3':
		return 'e', true
	case '4', '@':
		return 'a', true
	case '5', '$':
		return 's', true
	case '7', '+':
		return 't', true
	case '_', '.', '~', '·', '•', '-':
		return 0, true
	}
	return 0, false
}

// undisguise puts harsh words in the place of what hides them.
func (s *scanner) undisguise(text string) {
	if s.marks.cut {
		s.uncut(text)
	}
	for i := 0; i < len(s.toks); i++ {
		k := i
		for k < len(s.toks) && s.single(text, k) && (k == i || s.toks[k].before < gapComma) {
			k++
		}
		if k-i > 2 {
			s.spelt(text, i, k)
			continue
		}
		if i+1 < len(s.toks) && (s.toks[i].word == 0 || s.toks[i+1].word == 0) && s.toks[i+1].before < gapComma {
			s.halved(text, i)
		}
	}
}

// single says whether a token is one letter by itself.
func (s *scanner) single(text string, i int) bool {
	t := &s.toks[i]
	if t.flags&flagPart != 0 || t.end-t.start > 4 {
		return false
	}
	r, size := utf8.DecodeRuneInString(text[t.start:])
	return int(t.end-t.start) == size && isLetter(fold(r))
}

// spelt looks for a harsh word in a run of single letters.
func (s *scanner) spelt(text string, from, to int) {
	var buf [len(s.buf)]byte
	for i := from; i < to; i++ {
		n := 0
		for k := i; k < to && n < len(buf)-utf8.UTFMax; k++ {
			r, _ := utf8.DecodeRuneInString(text[s.toks[k].start:])
			n += utf8.EncodeRune(buf[n:], s.plain(r))
		}
		for _, h := range s.lang.harsh {
			if len(h.text) <= n && string(buf[:len(h.text)]) == h.text {
				s.replace(i, i+utf8.RuneCountInString(h.text), h.id)
				return
			}
		}
	}
}

// plain gives a letter as words are compared.
func (s *scanner) plain(r rune) rune {
	r = unicode.ToLower(fold(r))
	if c, ok := lookalike(r); ok {
		return rune(c)
	}
	if b := bare(r); b != 0 {
		return b
	}
	return r
}

// halved looks for a harsh word cut in two, of which a half is no word.
func (s *scanner) halved(text string, i int) {
	a, b := &s.toks[i], &s.toks[i+1]
	if (a.flags|b.flags)&(flagDigits|flagPart) != 0 || b.end-a.start > 24 {
		return
	}
	whole := strings.ToLower(text[a.start:a.end] + text[b.start:b.end])
	for _, h := range s.lang.harsh {
		if len(h.text) > 4 && h.text == whole {
			s.replace(i, i+2, h.id)
			return
		}
	}
}

// uncut looks for harsh words with marks or digits among their letters.
func (s *scanner) uncut(text string) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r <= ' ' || r == 0xA0 {
			i += size
			continue
		}
		end := i
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if r <= ' ' || r == 0xA0 {
				break
			}
			end += size
		}
		if end-i < 4*len(s.buf) {
			s.chunk(text, i, end)
		}
		i = end
	}
}

// chunk looks at what stands between two spaces.
func (s *scanner) chunk(text string, from, to int) {
	var pattern [len(s.buf)]rune
	n, letters, marks, digits := 0, 0, 0, 0
	last, first := from, -1
	for i, r := range text[from:to] {
		r = fold(r)
		if r == 0 {
			continue
		}
		size := utf8.RuneLen([]rune(text[from+i:])[0])
		c, masks := like(r)
		switch {
		case isLetter(r):
			c = s.plain(r)
			letters++
			last = from + i + size
		case !masks || n == 0 && r != '$' && r != '@' && r != '*' && !(r >= '0' && r <= '9'):
			if n == 0 {
				continue // a quotation mark, a bracket before the word
			}
			goto done
		case r >= '0' && r <= '9':
			digits++
			last = from + i + size
		default:
			marks++
			if c == anyLetter {
				last = from + i + size
			}
		}
		if first < 0 {
			first = from + i
		}
		if c != 0 && n < len(pattern) {
			pattern[n] = c
			n++
		}
	}
done:
	if letters == 0 || marks+digits == 0 || n < 3 {
		return
	}
	for n > 3 && pattern[n-1] == iOrL { // an exclamation mark at the end
		n--
	}
	for _, h := range s.lang.harsh {
		if !fits(pattern[:n], h.text) || digits > 0 && (n < 4 || letters < 2) {
			continue
		}
		a, b := -1, -1
		for i := range s.toks {
			if t := &s.toks[i]; int(t.end) > first && int(t.start) < last {
				if a < 0 {
					a = i
				}
				b = i + 1
			}
		}
		if a >= 0 {
			s.replace(a, b, h.id)
			t := &s.toks[a]
			t.start, t.end = int32(first), int32(max(last, int(t.end)))
		}
		return
	}
}

// fits says whether a pattern may be a word.
func fits(pattern []rune, word string) bool {
	if len(pattern) != utf8.RuneCountInString(word) {
		return false
	}
	i := 0
	for _, c := range word {
		switch p := pattern[i]; {
		case p == anyLetter, p == c, p == iOrL && (c == 'i' || c == 'l'):
		default:
			return false
		}
		i++
	}
	return true
}

// replace puts one word in the place of several tokens.
func (s *scanner) replace(from, to int, id wordID) {
	lex := s.lang.lex
	a, b := s.toks[from], s.toks[to-1]
	a.word, a.hash, a.stem, a.class, a.value, a.looks = id, hashString(lex.words[id]), lex.stems[id], lex.classes[id], -1, 0
	a.end = b.end
	a.flags = a.flags&^(flagDigits|flagPart|flagConcrete|flagMoney|flagHandle) | b.flags&(flagQuestion|flagExclaim)
	s.toks[from] = a
	s.toks = append(s.toks[:from+1], s.toks[to:]...)
}
