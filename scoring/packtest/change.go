package packtest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"coolhead/scoring"
)

// change is an example made from another, and what the rule must do with it.
type change struct {
	kind    string
	example scoring.Example
	want    bool
}

// changes makes examples of one that hits. How it is typed never matters; whether
// a “not” or a quotation takes it back is the rule's own to say.
func changes(reader *scoring.Reader, id string, traits scoring.Traits, e scoring.Example) []change {
	var all []change
	add := func(kind, reply string, want bool) {
		if reply != e.Reply {
			other := e
			other.Reply = reply
			all = append(all, change{kind, other, want})
		}
	}
	add("curly quotes", strings.ReplaceAll(e.Reply, "'", "’"), true)
	lower := e
	if lower.Reply = strings.ToLower(e.Reply); reader.Finds(id, lower) { // else it hears names, which capitals hide
		add("capitals", strings.ToUpper(e.Reply), true)
	}
	add("no apostrophe", bare(e.Reply), true)
	add("extra spaces", "  "+strings.ReplaceAll(e.Reply, " ", "   ")+" ", true)
	f, ok := frameOf(traits.Language)
	if !ok {
		return all
	}
	if !traits.Anchored {
		add("in a long reply", f.before+" "+ended(e.Reply)+" "+f.after, true)
	}
	if start, ok := within(reader, id, e.Reply); ok && traits.Negated && f.not != "" {
		add("negated", e.Reply[:start]+f.not+" "+e.Reply[start:], false)
	}
	if traits.Quoted {
		add("quoted", f.wrote+" “"+strings.TrimRight(e.Reply, ".!")+"” "+f.there, false)
	}
	return all
}

// frame is what is put around an example: sentences that say nothing either way.
type frame struct{ before, after, not, wrote, there string }

// frameOf is the frame in a language; where there is none, only how an example is
// typed is changed.
func frameOf(language string) (frame, bool) {
	switch language {
	case "en":
		return frame{
			before: "Your letter has the number 4417 and two pages.", after: "The form is blue and the office is on the second floor.",
			not: "not", wrote: "Somebody wrote", there: "in the note.",
		}, true
	case "es":
		return frame{
			before: "Su carta lleva el número 4417 y tiene dos páginas.", after: "El formulario es azul y la oficina está en el segundo piso.",
			wrote: "Alguien escribió", there: "en la nota.",
		}, true
	}
	return frame{}, false
}

// within is where a match begins, if a “not” can stand before it: in the middle of
// a clause of a statement.
func within(reader *scoring.Reader, id, reply string) (int, bool) {
	start, _, ok := reader.Match(id, reply)
	if !ok || start < 2 || strings.Contains(reply, "?") || reply[start-1] != ' ' {
		return 0, false
	}
	before, first := rune(reply[start-2]), reply[start:]
	for _, little := range [...]string{"and", "but", "or", "so", "for", "because", "if", "which", "that", "i", "you", "we", "it", "could", "can", "would", "will"} {
		if w, _, _ := strings.Cut(strings.ToLower(first), " "); w == little || strings.HasPrefix(w, little+"'") {
			return 0, false
		}
	}
	return start, unicode.IsLetter(before)
}

// ended is a reply with a stop at its end.
func ended(s string) string {
	last, _ := utf8.DecodeLastRuneInString(s)
	if unicode.IsLetter(last) || unicode.IsDigit(last) {
		return s + "."
	}
	return s
}

// bare takes the apostrophes out of words that are still themselves without: don't,
// I'm, they've.
func bare(s string) string {
	return regexp.MustCompile(`(?i)\b(\pL+n|i|you|they|we)'(t|m|ve)\b`).ReplaceAllString(s, "$1$2")
}

// spoken is one way to say a phrase: the first of each choice, without what may be
// left out.
func spoken(phrase string) string {
	group := regexp.MustCompile(`\(([^()|]*)(\|[^()]*)?\)(\?)?`)
	for group.MatchString(phrase) {
		phrase = group.ReplaceAllStringFunc(phrase, func(g string) string {
			m := group.FindStringSubmatch(g)
			if m[3] == "?" {
				return ""
			}
			return m[1]
		})
	}
	words := strings.Fields(phrase)
	for i, w := range words {
		switch {
		case strings.HasSuffix(w, "?"), w == "^", w == "$":
			words[i] = ""
		case w == "...", w == "_", strings.HasPrefix(w, "<"):
			words[i] = "it"
		default:
			words[i] = strings.TrimLeft(w, "~^")
		}
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ") + "."
}
