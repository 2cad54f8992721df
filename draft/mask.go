package draft

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Mask is one thing that was replaced, wherever it stood.
type Mask struct {
	Kind  string // name, mail, phone, card, IBAN, number, address, postcode, link, birthday
	From  string // as it was; for the screen alone
	To    string
	Times int
}

// masker replaces what may tell who somebody is, the same thing always by the same.
type masker struct {
	masks []*Mask
	by    map[string]*Mask // by kind and what it was, spaces and case left out
	kinds map[string]int
	parts map[string]string // a part of a name, in small letters: what stands for it
	exact map[string]bool   // parts of names as they were written
	// numbers are those that were called a number of something.
	numbers map[string]bool
}

var (
	mailShape     = regexp.MustCompile(`(?i)[\pL\pN._%+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)
	linkShape     = regexp.MustCompile(`(?i)\b(?:https?://|www\.)\S+`)
	ibanShape     = regexp.MustCompile(`\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,4})?\b`)
	digitsShape   = regexp.MustCompile(`\b\d(?:[ -]?\d){12,18}\b`)
	birthdayShape = regexp.MustCompile(`(?i)\b(?:born(?: on)?|birthday(?: is)?|date of birth(?: is)?|d\.?o\.?b\.?)[: ]+(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]+,? \d{4}|[a-z]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4})`)
	phoneShape    = regexp.MustCompile(`(?:\+|\b00)\d[\d ()./-]{6,18}\d\b|\(0?\d{2,5}\) ?\d[\d -]{4,12}\d\b|\b0\d[\d ()/-]{6,14}\d\b|\b\d{3}[ .-]\d{3}[ .-]\d{4}\b`)
	shortPhone    = regexp.MustCompile(`\b\d{3}-\d{4}\b`)
	addressShape  = regexp.MustCompile(`\b(?:(?i:flat|apartment|apt\.?|unit) ?\d+[a-zA-Z]?,? )?\d{1,5}[a-zA-Z]?,? (?:[\p{Lu}][\pL'’.-]+ ){1,3}(?i:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|way|place|pl|square|terrace|crescent|boulevard|blvd|gardens|grove|hill|row|mews|parade|highway|strasse|straße)\b\.?|\b[\p{Lu}][\pL-]+(?:straße|strasse|str\.|weg|gasse|platz|allee) ?\d{1,4}[a-z]?\b`)
	postcodeShape = regexp.MustCompile(`\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b`)
	namedNumber   = regexp.MustCompile(`(?i)\b(?:order|ticket|case|booking|reservation|invoice|account|customer|policy|tracking|parcel|contract|claim|reference|ref|confirmation|membership|member|serial|meter|licence|license|passport|id|number|no|nr|pin|code)\b(?:\s*(?:number|no\.?|nr\.?|id|code|is|was|reference|ref|it's|:|#|=))*[\s#:]*((?:[A-Za-z]{1,5}[- ]?)?\d[A-Za-z\d]*(?:[-/][A-Za-z\d]+)*)`)
	hashNumber    = regexp.MustCompile(`#\s?([A-Za-z]{0,4}-?\d[\dA-Za-z-]{2,})`)
	codeShape     = regexp.MustCompile(`\b(?:[A-Z]{1,5}-?\d{4,}[A-Z\d-]*|[A-Z]+\d+[A-Z\d]*\d{2,}[A-Z\d]*|\d{6,})\b`)
)

func newMasker() *masker {
	return &masker{by: map[string]*Mask{}, kinds: map[string]int{}, parts: map[string]string{}, exact: map[string]bool{}, numbers: map[string]bool{}}
}

// put gives what stands for one thing.
func (m *masker) put(kind, from string, make func(n int) string) string {
	key := kind + " " + strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '@' || r == '+' {
			return r
		}
		return -1
	}, from))
	if m.by[key] == nil {
		m.kinds[kind]++
		m.by[key] = &Mask{Kind: kind, From: from, To: make(m.kinds[kind])}
		m.masks = append(m.masks, m.by[key])
	}
	m.by[key].Times++
	return m.by[key].To
}

// line masks one thing that was said.
func (m *masker) line(s string) string {
	for _, step := range []func(string) string{
		m.each(mailShape, "mail", nil, func(_ string, n int) string { return fmt.Sprintf("mail%d@example.org", n) }),
		m.each(linkShape, "link", nil, func(_ string, n int) string { return fmt.Sprintf("https://example.org/%d", n) }),
		m.each(ibanShape, "IBAN", iban, func(_ string, n int) string { return fmt.Sprintf("XX00 0000 0000 0000 %04d", n%10000) }),
		m.each(digitsShape, "card", luhn, func(_ string, n int) string { return fmt.Sprintf("0000 0000 0000 %04d", n%10000) }),
		m.each(birthdayShape, "birthday", nil, func(string, int) string { return "1 January 1970" }),
		m.each(addressShape, "address", nil, func(_ string, n int) string { return fmt.Sprintf("%d Sample Street", n) }),
		m.each(postcodeShape, "postcode", nil, func(_ string, n int) string { return fmt.Sprintf("ZZ%d 0ZZ", n%10) }),
		m.each(phoneShape, "phone", phone, madePhone),
		m.again,
		m.each(namedNumber, "number", long, shape),
		m.each(hashNumber, "number", long, shape),
		m.each(shortPhone, "phone", phone, madePhone),
		m.each(codeShape, "number", nil, shape),
		func(s string) string { return wordShape.ReplaceAllStringFunc(s, m.name) },
	} {
		s = outside(s, step)
	}
	return strings.ReplaceAll(s, made, "")
}

// made stands around what was put in, so that nothing is masked twice.
const made = "\x00"

// outside does something to a text between what was put in.
func outside(s string, do func(string) string) string {
	pieces := strings.Split(s, made)
	for i := 0; i < len(pieces); i += 2 {
		pieces[i] = do(pieces[i])
	}
	return strings.Join(pieces, made)
}

// each masks what a shape finds, or what the brackets in it hold.
func (m *masker) each(found *regexp.Regexp, kind string, holds func(string) bool, to func(from string, n int) string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		at := 0
		for _, hit := range found.FindAllStringSubmatchIndex(s, -1) {
			start, end := hit[len(hit)-2], hit[len(hit)-1]
			if start < 0 || holds != nil && !holds(s[start:end]) {
				continue
			}
			from := s[start:end]
			b.WriteString(s[at:start] + made + m.put(kind, from, func(n int) string { return to(from, n) }) + made)
			at = end
		}
		return b.String() + s[at:]
	}
}

func madePhone(_ string, n int) string { return fmt.Sprintf("01632 960%03d", n%1000) }

// count learns the numbers that are called numbers of something, so that they are
// known where they stand alone.
func (m *masker) count(lines []string) {
	for _, l := range lines {
		for _, shape := range []*regexp.Regexp{namedNumber, hashNumber} {
			for _, hit := range shape.FindAllStringSubmatch(phoneShape.ReplaceAllString(l, ""), -1) {
				if digits(hit[1]) >= 4 {
					m.numbers[hit[1]] = true
				}
			}
		}
	}
}

var numberWord = regexp.MustCompile(`[\pL\d]+(?:[-/][\pL\d]+)*`)

// again masks a number that was called one elsewhere.
func (m *masker) again(s string) string {
	return numberWord.ReplaceAllStringFunc(s, func(from string) string {
		if !m.numbers[from] {
			return from
		}
		return made + m.put("number", from, func(n int) string { return shape(from, n) }) + made
	})
}

// long is a number of an order or the like, and not of a house or a day.
func long(s string) bool { return digits(s) >= 3 }

func phone(s string) bool { return digits(s) >= 7 && !dateShape.MatchString(strings.TrimSpace(s)) }

var dateShape = regexp.MustCompile(`^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})$`)

// shape is a number that looks like the one it stands for: as many letters and
// digits, none of them the same.
func shape(from string, n int) string {
	count := digits(from)
	digit := strings.Repeat("4", count) + fmt.Sprint(5200+n)
	digit = digit[len(digit)-count:]
	var b strings.Builder
	for _, r := range from {
		switch {
		case unicode.IsDigit(r):
			b.WriteByte(digit[0])
			digit = digit[1:]
		case unicode.IsLetter(r):
			b.WriteByte('X')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func digits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// luhn says whether digits are a card's: the sum that cards are made with.
func luhn(s string) bool {
	sum, n, double := 0, 0, false
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		d := int(s[i] - '0')
		if double {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
		double = !double
		n++
	}
	return n >= 13 && sum%10 == 0
}

// iban says whether a text is an account's number: its rest by 97 is 1.
func iban(s string) bool {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if len(s) < 15 || len(s) > 34 {
		return false
	}
	rest := 0
	for _, r := range s[4:] + s[:4] {
		switch {
		case r >= '0' && r <= '9':
			rest = (rest*10 + int(r-'0')) % 97
		case r >= 'A' && r <= 'Z':
			rest = (rest*100 + int(r-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}

// list is what was masked, by kind, in the order in which it came up.
func (m *masker) list() []Mask {
	kinds := []string{"name", "mail", "phone", "card", "IBAN", "number", "address", "postcode", "birthday", "link"}
	var all []Mask
	for _, mask := range m.masks {
		if mask.Times > 0 {
			all = append(all, *mask)
		}
	}
	slices.SortStableFunc(all, func(a, b Mask) int {
		return cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind))
	})
	return all
}
