package scoring

import (
	"unicode"
	"unicode/utf8"
)

// Letters that are not what they seem. What looks the same to a reader is the same
// to a rule: letters of other alphabets inside a word, accents nobody writes, and
// characters that cannot be seen.

// unmasked gives a word with the letters it looks as if it had. A word all of
// whose letters are of another alphabet is one of that alphabet, unless it then
// reads as a word of this language that is longer than two letters.
func (s *scanner) unmasked(w []byte) []byte {
	latin, foreign, alike := false, 0, true
	for i := 0; i < len(w); {
		r, size := utf8.DecodeRune(w[i:])
		if r < utf8.RuneSelf {
			latin = latin || r >= 'a' && r <= 'z'
		} else if r > 0x24F && !unicode.Is(unicode.Mn, r) {
			foreign++
			_, ok := lookalike(r)
			alike = alike && ok
		}
		i += size
	}
	if foreign > 0 && (latin || alike && foreign > 2) {
		var plain [len(s.buf)]byte
		c := plain[:unmask(plain[:], w)]
		if latin || s.lang.lex.find(c, hashBytes(c)) != 0 {
			if s.marks.masked == 0 {
				s.marks.maskedAt = len(s.toks)
			}
			s.marks.masked++
			s.marks.foreign -= foreign
			w = s.buf[:copy(s.buf[:], c)]
		}
	}
	if !hasHigh(w) || s.lang.barely {
		s.n = len(w)
		return w
	}
	// an accent too many: the word without it, where that is known and this is not
	if s.lang.lex.find(w, hashBytes(w)) == 0 {
		var plain [len(s.buf)]byte
		n := 0
		for i := 0; i < len(w); {
			r, size := utf8.DecodeRune(w[i:])
			if b := bare(r); b != 0 {
				n += utf8.EncodeRune(plain[n:], b)
			}
			i += size
		}
		if c := plain[:n]; s.lang.lex.find(c, hashBytes(c)) != 0 {
			w = s.buf[:copy(s.buf[:], c)]
		}
	}
	s.n = len(w)
	return w
}

// lowered gives the small form of a letter. Capitals that look like another Latin
// letter than their small form does become the letter they look like.
func lowered(r rune) rune {
	switch r {
	case 'Υ':
		return 'у'
	case 'Η':
		return 'н'
	case 'Ν':
		return 'ո'
	case 'Μ':
		return 'м'
	case 'Β':
		return 'в'
	}
	return unicode.ToLower(r)
}

// unmask turns Cyrillic and Greek letters that pass for Latin ones into these.
func unmask(to, w []byte) int {
	n := 0
	for i := 0; i < len(w); {
		r, size := utf8.DecodeRune(w[i:])
		if c, ok := lookalike(r); ok {
			to[n] = c
			n++
		} else {
			n += copy(to[n:], w[i:i+size])
		}
		i += size
	}
	return n
}

// bare gives a letter without its accent, 0 for an accent alone. The tilde of ñ is
// no accent.
func bare(r rune) rune {
	switch {
	case r < 0xC0:
		return r
	case r >= 0x300 && r <= 0x36F:
		return 0
	case r > 0x17F:
		return r
	}
	switch r {
	case 'á', 'à', 'â', 'ä', 'ã', 'å', 'ā', 'ă', 'ą':
		return 'a'
	case 'ç', 'ć', 'č':
		return 'c'
	case 'é', 'è', 'ê', 'ë', 'ē', 'ę', 'ě':
		return 'e'
	case 'í', 'ì', 'î', 'ï', 'ī', 'į':
		return 'i'
	case 'ó', 'ò', 'ô', 'ö', 'õ', 'ø', 'ō', 'ő':
		return 'o'
	case 'ú', 'ù', 'û', 'ü', 'ū', 'ů', 'ű':
		return 'u'
	case 'ý', 'ÿ':
		return 'y'
	case 'š', 'ś':
		return 's'
	case 'ž', 'ź', 'ż':
		return 'z'
	case 'ł', 'ĺ', 'ľ':
		return 'l'
	}
	return r
}

// bare gives a word as this language compares it.
func (g *language) bare(word string) string {
	if !g.barely {
		return word
	}
	return string(unaccent([]byte(word)))
}

func unaccent(text []byte) []byte {
	made := make([]byte, 0, len(text))
	for _, r := range string(text) {
		if b := bare(r); b != 0 {
			made = utf8.AppendRune(made, b)
		}
	}
	return made
}

// unseen says whether a character leaves no mark: zero widths, joiners, directions,
// fillers, variation selectors, tags.
func unseen(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x3164, r == 0xFFA0:
		return true
	case r >= 0x180B && r <= 0x180E, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}

// drawn gives the letter that a mathematical or enclosed one is drawn as.
func drawn(r rune) (rune, bool) {
	switch {
	case r >= 0x1D400 && r <= 0x1D6A3:
		n := (r - 0x1D400) % 52
		if n < 26 {
			return 'A' + n, true
		}
		return 'a' + n - 26, true
	case r >= 0x24B6 && r <= 0x24CF:
		return 'A' + r - 0x24B6, true
	case r >= 0x24D0 && r <= 0x24E9:
		return 'a' + r - 0x24D0, true
	case r >= 0x1F130 && r <= 0x1F149:
		return 'A' + r - 0x1F130, true
	}
	return 0, false
}

func lookalike(r rune) (byte, bool) {
	switch r {
	case 'а', 'α':
		return 'a', true
	case 'в', 'β', 'ь':
		return 'b', true
	case 'с', 'ϲ':
		return 'c', true
	case 'ԁ':
		return 'd', true
	case 'е', 'ε':
		return 'e', true
	case 'һ', 'н', 'ћ':
		return 'h', true
	case 'і', 'ι', 'ı':
		return 'i', true
	case 'ј':
		return 'j', true
	case 'κ', 'к':
		return 'k', true
	case 'ո', 'η':
		return 'n', true
	case 'м':
		return 'm', true
	case 'ԛ':
		return 'q', true
	case 'г':
		return 'r', true
	case 'ӏ', 'ǀ':
		return 'l', true
	case 'о', 'ο', 'σ':
		return 'o', true
	case 'р', 'ρ':
		return 'p', true
	case 'ѕ':
		return 's', true
	case 'т', 'τ':
		return 't', true
	case 'υ', 'μ':
		return 'u', true
	case 'ν', 'ѵ':
		return 'v', true
	case 'ԝ', 'ω':
		return 'w', true
	case 'х', 'χ':
		return 'x', true
	case 'у', 'γ':
		return 'y', true
	}
	return 0, false
}
