package scenarios

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"coolhead/scenarios/source"
)

// said is one text of a file with the key it stands under.
type said struct {
	node *source.Node
	text string
}

// speech says that a key holds words that a customer or a trainee speaks.
func speech(key string) bool {
	switch key {
	case "say", "says", "model", "trap", "replies":
		return true
	}
	return false
}

// words looks at every text of the file as a reader would.
func (c *checker) words() {
	var all []said
	c.doc.Scalars(func(n *source.Node) { all = append(all, said{n, strings.TrimSpace(n.Text())}) })
	strong := strings.TrimSpace(c.s.Content) != "" ||
		!c.doc.Mentions("fuck", "shit", "cunt", "wank", "bastard", "bitch", "arsehole", "asshole", "bollocks", "prick", "dickhead", "twat", "slag", "piss")
	for _, t := range all {
		c.private(t)
		if speech(t.node.Name()) {
			c.directions(t)
			if !strong {
				strong = c.profane(t)
			}
		}
	}
	c.misnamed(all)
	c.longBrief()
}

// atWord warns at one word of a text.
func (c *checker) atWord(t said, word, code, message, help string) {
	c.add(source.Warning, code, c.doc.Word(t.node.Place(), word), message, help)
}

// swears are words that some people do not want to read at work. A list, not a
// judgement: a file that says so in its head may have them.
var swears = regexp.MustCompile(`(?i)\b(fuck\w*|shit\w*|bullshit|cunts?|wank\w*|bastards?|bitch\w*|arseholes?|assholes?|bollocks|pricks?|dickheads?|twats?|motherfuck\w*|slags?|piss(?:ed)? off)\b`)

// profane reports the first strong word of a file that does not say it has some.
func (c *checker) profane(t said) bool {
	hit := swears.FindString(t.text)
	if hit == "" {
		return false
	}
	c.atWord(t, hit, "CH306", fmt.Sprintf("“%s” is a strong word, and nothing at the top of the file says that there are any.", hit), "add a line at the top:  content: strong language")
	return true
}

var (
	bracketed  = regexp.MustCompile(`[(\[*]([a-z][a-z' ]{2,40})[)\]*]`)
	directives = []string{"sigh", "laugh", "pause", "silence", "shout", "cries", "crying", "sob", "whisper", "mutter", "slam", "hang", "click", "breathe", "cough", "snort", "scoff", "yell", "groan", "smile", "roll", "angrily", "quietly", "sarcastically", "loudly", "typing", "waits"}
)

// directions reports a stage direction in the middle of speech.
func (c *checker) directions(t said) {
	if !strings.ContainsAny(t.text, "*([") {
		return
	}
	hit := ""
	for _, m := range bracketed.FindAllStringSubmatch(t.text, -1) {
		if slices.ContainsFunc(directives, func(d string) bool { return strings.HasPrefix(m[1], d) || strings.Contains(m[1], " "+d) }) {
			hit = m[0]
			break
		}
	}
	if hit == "" {
		return
	}
	c.atWord(t, hit, "CH309", fmt.Sprintf("“%s” is something to see, and it stands among the words that are spoken.", hit), "take it out of the words and write it beside them:  does: "+strings.Trim(hit, "*()[]"))
}

var (
	cardNumber = regexp.MustCompile(`\b\d(?:[ -]?\d){12,18}\b`)
	iban       = regexp.MustCompile(`\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b`)
	mail       = regexp.MustCompile(`[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)`)
)

// private reports what may belong to somebody who is not invented.
func (c *checker) private(t said) {
	if len(digits(t.text)) >= 8 {
		for _, hit := range cardNumber.FindAllString(t.text, -1) {
			if luhn(digits(hit)) {
				c.atWord(t, hit, "CH307", fmt.Sprintf("“%s” passes the check of card numbers, so it may be somebody's.", hit), "use one that fails it, such as "+wrongCard(hit))
			}
		}
		for _, hit := range iban.FindAllString(t.text, -1) {
			if ibanHolds(strings.ReplaceAll(hit, " ", "")) {
				c.atWord(t, hit, "CH307", fmt.Sprintf("“%s” passes the check of bank accounts, so it may be somebody's.", hit), "change one digit")
			}
		}
	}
	if !strings.Contains(t.text, "@") {
		return
	}
	for _, m := range mail.FindAllStringSubmatch(t.text, -1) {
		if domain := strings.ToLower(m[1]); !reserved(domain) {
			c.atWord(t, m[0], "CH307", fmt.Sprintf("“%s” may be a real address.", m[0]), "use a name that nobody can own:  "+strings.Split(m[0], "@")[0]+"@"+strings.Split(domain, ".")[0]+".example")
		}
	}
}

// reserved says that a domain can belong to nobody.
func reserved(domain string) bool {
	for _, end := range []string{".example", ".test", ".invalid", ".localhost", "example.com", "example.org", "example.net"} {
		if domain == strings.TrimPrefix(end, ".") || strings.HasSuffix(domain, end) {
			return true
		}
	}
	return false
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// luhn is the check that card numbers pass.
func luhn(d string) bool {
	sum := 0
	for i := range len(d) {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0 && strings.Trim(d, d[:1]) != ""
}

// wrongCard is a card number with its last digit changed.
func wrongCard(s string) string {
	last := s[len(s)-1]
	return s[:len(s)-1] + string('0'+(last-'0'+1)%10)
}

// ibanHolds is the check that account numbers pass: 1 left over 97.
func ibanHolds(s string) bool {
	rest := 0
	for _, r := range s[4:] + s[:4] {
		switch {
		case r >= '0' && r <= '9':
			rest = (rest*10 + int(r-'0')) % 97
		default:
			rest = (rest*100 + int(r-'A') + 10) % 97
		}
	}
	return rest == 1
}

var capitalised = regexp.MustCompile(`\p{Lu}\p{Ll}{3,}`)

// misnamed finds a name that is nearly the customer's: Diana for Dana. A name
// that stands in several places is another person.
func (c *checker) misnamed(all []said) {
	var parts []string
	for _, p := range strings.Fields(c.s.Customer.Name) {
		if utf8.RuneCountInString(p) >= 4 {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return
	}
	times := map[string]int{}
	first := map[string]said{}
	for _, t := range all {
		for _, at := range capitalised.FindAllStringIndex(t.text, -1) {
			w := t.text[at[0]:at[1]]
			if times[w]++; times[w] == 1 && midSentence(t.text[:at[0]]) {
				first[w] = t
			}
		}
	}
	for w, n := range times {
		if _, mid := first[w]; n > 1 || !mid || slices.Contains(parts, w) {
			continue
		}
		for _, p := range parts {
			if w[0] != p[0] || strings.HasPrefix(w, p) || strings.HasPrefix(p, w) || source.Slips(w, p) != 1 {
				continue
			}
			c.atWord(first[w], w, "CH305", fmt.Sprintf("“%s” stands here, and the customer is called %s.", w, c.s.Customer.Name), fmt.Sprintf("write “%s”, unless this is somebody else", p))
			break
		}
	}
}

// midSentence says that a text does not end where a sentence does: a capital after
// it is a name's.
func midSentence(before string) bool {
	before = strings.TrimRight(before, " \n\"'“‘(")
	return before != "" && !strings.ContainsAny(before[len(before)-1:], ".?!:;-") && !strings.HasSuffix(before, "…") && !strings.HasSuffix(before, "–")
}

// longSentence is how many words of one sentence are read in one go by somebody
// whose call is about to begin.
const longSentence = 32

// longBrief advises where a brief must be read twice.
func (c *checker) longBrief() {
	for _, s := range strings.FieldsFunc(c.s.Brief, func(r rune) bool { return r == '.' || r == '!' || r == '?' || r == ';' }) {
		if n := len(strings.Fields(s)); n > longSentence {
			at := c.doc.Find(c.s.At, "", "brief")
			c.add(source.Advice, "CH308", at, fmt.Sprintf("A sentence of the brief has %d words: “%s …”. It will be read in a hurry.", n, strings.Join(strings.Fields(s)[:4], " ")), "make two sentences of it")
			return
		}
	}
}
