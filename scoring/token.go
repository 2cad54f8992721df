package scoring

import (
	"unicode"
	"unicode/utf8"
)

// token is one word of a text after normalising. Its span lies in the text as
// typed; "don't" becomes the tokens do and not, each with its own part of the span.
type token struct {
	hash, stem uint64
	class      classSet
	word       wordID
	start, end int32
	before     gap // what stands between the word before and this one
	flags      flag
	sentence   int16
	clause     int16
	value      int32 // of a number, -1 otherwise
	looks      form  // the verb form its ending gives it
}

// gap is the strongest mark between two words.
type gap uint8

const (
	gapNone gap = iota
	gapHyphen
	gapComma // , and brackets
	gapDash
	gapColon
	gapStop // . ! ? ; … a new line, an emoji: a sentence ends here
)

type flag uint16

const (
	flagCapital  flag = 1 << iota // first letter is a capital
	flagShouted                   // more than one letter, all capitals
	flagDigits                    // has a digit
	flagMoney                     // a currency mark stands at it
	flagQuoted                    // inside quotation marks
	flagReported                  // what somebody else said, told, asked
	flagPart                      // the second part of a contraction
	flagHandle                    // @name or #tag
	flagQuestion                  // a question mark ends its sentence
	flagExclaim
	flagPossess // the 's of a noun
	flagConcrete
)

func (t *token) is(c classSet) bool { return t.class&c != 0 }

// MaxText is how many characters of a reply are read.
const MaxText = 2000

// scanner walks a text once and gives normalised words. It keeps no words of
// the text, only hashes, so that reading allocates nothing for each word.
type scanner struct {
	lang  *language
	toks  []token
	buf   [64]byte // the word being read, normalised
	n     int
	learn bool // new words join the vocabulary: for phrases
	marks marks
	// apostropheBytes is how long the last apostrophe is as typed
	apostropheBytes int
	unsure          unsure
}

// marks counts what is not words.
type marks struct {
	maskedAt         int  // the first of them
	masked           int  // words with letters of another alphabet among their own
	cut              bool // something stands inside a word that is no letter
	letters, foreign int  // letters; letters of a script the language does not use
	exclaims, emoji  int
}

// scan reads text into tokens. Text beyond MaxText characters is left unread.
func (s *scanner) scan(text string) {
	var (
		pending               = gapStop
		start                 = -1
		flags                 flag
		last                  rune // last rune taken into the word
		repeat                int
		letters, capitals     int
		chars                 int
		money, handle, dotted bool
		quoteOpen             bool
		curly                 int
	)
	finish := func(end int) {
		if start < 0 {
			return
		}
		if s.n > 0 && s.buf[s.n-1] == '\'' {
			s.n--
			end--
		}
		if s.n > 0 {
			if letters > 1 && capitals == letters {
				flags |= flagShouted
			}
			if money {
				flags |= flagMoney
			}
			if handle {
				flags |= flagHandle
			}
			if quoteOpen || curly > 0 {
				flags |= flagQuoted
			}
			s.word(start, end, pending, flags)
			pending = gapNone
		}
		start, s.n, flags, letters, capitals, repeat = -1, 0, 0, 0, 0, 0
		money, handle, dotted = false, false, false
	}
	mark := func(g gap) {
		if g > pending {
			pending = g
		}
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if chars++; chars > MaxText {
			break
		}
		next := i + size
		r = fold(r)
		switch {
		case r == 0: // zero width: as if it were not there
		case r >= 0x300 && r <= 0x36F && s.lang.barely && start >= 0: // an accent by itself
			if r == 0x303 && last == 'n' && s.n > 0 && s.n < len(s.buf) {
				s.n--
				s.put('ñ')
			}
		case isLetter(r) || r >= '0' && r <= '9':
			lower := r
			if r >= 'A' && r <= 'Z' {
				lower = r + 32
			} else if r >= utf8.RuneSelf {
				lower = lowered(r)
			}
			capital := lower != r
			if s.lang.barely && lower >= 0xC0 {
				if b := bare(lower); b != 0 {
					lower = b
				}
			}
			if start < 0 {
				start = i
				last, repeat = 0, 0
				if capital {
					flags |= flagCapital
				}
			}
			if r >= '0' && r <= '9' {
				flags |= flagDigits
			} else {
				letters++
				s.marks.letters++
				if capital {
					capitals++
				}
				if r > 0x24F && !unicode.Is(unicode.Mn, r) {
					s.marks.foreign++
				}
			}
			if lower == last && r > '9' {
				repeat++
			} else {
				repeat = 0
			}
			last = lower
			if repeat < 2 { // "sooo" is read as "soo"; word() tries "so" as well
				s.put(lower)
			}
		case r == '\'' && start >= 0 && nextIsLetter(text, next):
			s.put('\'')
			s.apostropheBytes = size
			last, repeat = 0, 0
		case (r == '.' || r == ',' || r == ':') && start >= 0 && flags&flagDigits != 0 && nextIsDigit(text, next) && i > 0 && text[i-1] >= '0' && text[i-1] <= '9':
			s.put(r)
			last = 0
		default:
			if r == '.' && start >= 0 && letters == 1 && s.n == 1 && nextIsLetter(text, next) {
				// a.m., e.g.: the dots vanish, the letters stay one word
				dotted = true
				break
			}
			abbreviation := r == '.' && start >= 0 && (s.lang.abbreviates(s.buf[:s.n]) || dotted && !capitalFollows(text[next:]))
			if isCut(r) && next < len(text) && text[next] > ' ' && (start >= 0 || r == '$' || r == '@') && (r != '-' || letters == 1) {
				s.marks.cut = true
			}
			finish(i)
			switch {
			case r == '.' || r == '…':
				if !abbreviation {
					mark(gapStop)
				}
			case r == '!':
				mark(gapStop)
				s.marks.exclaims++
				s.endsWith(flagExclaim)
			case r == '?':
				mark(gapStop)
				s.endsWith(flagQuestion)
			case r == ';' || r == '\n' || r == '\r':
				mark(gapStop)
			case r == ',' || r == '¿' || r == '¡' || r == '(' || r == ')' || r == '[' || r == ']' || r == '/':
				mark(gapComma)
			case r == ':':
				mark(gapColon)
			case r == '–' || r == '—':
				mark(gapDash)
			case r == '-':
				if i > 0 && text[i-1] == ' ' {
					mark(gapDash)
				} else {
					mark(gapHyphen)
				}
			case r == '"':
				quoteOpen = !quoteOpen
				mark(gapComma)
			case r == '“' || r == '«':
				curly++
				mark(gapComma)
			case r == '”' || r == '»':
				if curly > 0 {
					curly--
				}
				mark(gapComma)
			case r == '\'':
				// an opening or closing single mark: a quotation only when it opens
				// before a word and another closes it
				if !quoteOpen && nextIsLetter(text, next) && closesSingle(text[next:], s.lang.clingsTo) {
					curly++
					mark(gapComma)
				} else if curly > 0 && !nextIsLetter(text, next) {
					curly--
					mark(gapComma)
				}
			case r == '£' || r == '$' || r == '€' || r == '₹' || r == '¥':
				money = true
				s.endsWith(0)
			case r == '@' || r == '#':
				handle = true
			case r >= 0x2190 && unicode.In(r, unicode.So, unicode.Sk):
				s.marks.emoji++
				mark(gapStop)
			}
		}
		i = next
		if i >= len(text) {
			finish(i)
		}
	}
	if start >= 0 {
		finish(len(text))
	}
}

// endsWith marks the word just read with how its sentence ends.
func (s *scanner) endsWith(f flag) {
	if len(s.toks) > 0 {
		s.toks[len(s.toks)-1].flags |= f
	}
}

func (s *scanner) put(r rune) {
	if r < utf8.RuneSelf {
		if s.n < len(s.buf) {
			s.buf[s.n] = byte(r)
			s.n++
		}
		return
	}
	if s.n+utf8.RuneLen(r) <= len(s.buf) {
		s.n += utf8.EncodeRune(s.buf[s.n:], r)
	}
}

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xAA && unicode.IsLetter(r) || r > 0x7f && unicode.Is(unicode.Mn, r)
}

func nextIsLetter(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isLetter(fold(r))
}

func nextIsDigit(text string, i int) bool {
	return i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// capitalFollows says whether the next word begins with a capital.
func capitalFollows(text string) bool {
	for _, r := range text {
		if r != ' ' {
			return unicode.IsUpper(r)
		}
	}
	return true
}

// closesSingle says whether a single quotation mark that opens here is closed:
// a mark after a letter or stop and before a space, stop or the end.
func closesSingle(text string, clings rune) bool {
	var before rune = ' '
	for i, r := range text {
		if r == '’' || r == '\'' || r == '‘' {
			after := ' '
			if j := i + utf8.RuneLen(r); j < len(text) {
				after, _ = utf8.DecodeRuneInString(text[j:])
			}
			if before != ' ' && !isLetter(after) && (before != clings || clings == 0) {
				return true
			}
		}
		if r == '\n' {
			return false
		}
		before = r
	}
	return false
}

// fold makes one letter of the many that look alike: curly quotes, full-width
// forms, and the Cyrillic and Greek letters that pass for Latin ones. Zero-width
// characters become 0.
func fold(r rune) rune {
	if r < 0xA0 {
		if r == '`' {
			return '\''
		}
		return r
	}
	switch r {
	case '’', '‘', 'ʼ', '′', '´', '＇':
		return '\''
	case '\u00A0', '\u2009', '\u202F':
		return ' '
	case '„', '‟', '＂':
		return '"'
	case '‐', '‑':
		return '-'
	case '‒', '―':
		return '–'
	case '？', '؟':
		return '?'
	case '！':
		return '!'
	case '。':
		return '.'
	case '，', '、':
		return ','
	}
	if r >= 0xFF01 && r <= 0xFF5E {
		return r - 0xFF01 + '!'
	}
	if unseen(r) {
		return 0
	}
	if c, ok := drawn(r); ok {
		return c
	}
	return r
}
