package draft

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Made-up people, who stand for those in a talk. They are drawn in order.
func madeUp() []string {
	return []string{
		"Robin Vale", "Kim Arden", "Noa Falk", "Sasha Mirov", "Alex Thorne", "Jo Lindgren", "Rene Castle", "Mika Solano",
		"Toni Hale", "Andrea Quist", "Sam Okoro", "Lou Ferrant", "Dana Whitlow", "Chris Ebel", "Pat Moreno", "Nico Strand",
	}
}

var (
	// Where people say names. What follows must look like one.
	saysName = regexp.MustCompile(`(?:^|[^\pL])(?i:my name(?:'s| is)|name is|name's|name:|i am called|call me|this is|you(?:'re| are) (?:speaking|talking|chatting) (?:to|with)|i(?:'m| am)|spoke (?:to|with)|speaking (?:to|with)|talked (?:to|with)|told by|named|called|colleague|manager|supervisor|agent|signed|regards,?|wishes,?|sincerely,?|dear|hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you|sorry|welcome|bye|goodbye),? ([\p{Lu}][\pL'’-]+(?: [\p{Lu}][\pL'’-]+)?)`)
	titled   = regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Sir|Madam|Señora?|Mme|Monsieur|Madame)\.? ([\p{Lu}][\pL'’-]+(?: [\p{Lu}][\pL'’-]+)?)`)
	// In a chat a name may come in small letters, but only after these words.
	smallName = regexp.MustCompile(`(?i)\bmy name(?:'s| is) ([\pL][\pL'’-]+(?: [\pL][\pL'’-]+)?)`)
	wordShape = regexp.MustCompile(`[\pL][\pL'’-]*`)
)

// noNames are words with a capital that are nobody's name.
func noNames() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`i i'm i've i'd i'll sir madam ma'am there all everyone everybody team again so and but or the a an this that it is
		was no not yes ok okay sorry thanks thank you please well just now still here what when where why who how which hello hi hey dear good
		morning afternoon evening monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
		october november december today tomorrow yesterday customer agent support service manager supervisor guest client bot system order ticket my your his her
		our their we he she they me him us them if for from with about at on in to of as by calling speaking going trying waiting very really also then
		because after before since until while never always every everything nothing something somebody nobody anyone anything one two three mr mrs ms miss dr
		english german french spanish american british christmas easter happy glad afraid sure done fine right writing looking getting having being doing
		live help let could can would should do does did have has had are be been only even more much many same other another new old last next first`) {
		words[w] = true
	}
	return words
}

// alsoWords are names that are words as well: they are taken for names only with
// a capital.
func alsoWords(w string) bool {
	return slices.Contains(strings.Fields(`will mark may grace hope rose art bill jack sue pat rob frank dawn faith joy june april summer
		chase grant miles rich lance drew wade dean ray bob nick don gene sandy ruby olive daisy ivy iris holly heather penny king
		young long short brown black white green gray grey small stone wood woods hill field park price cook baker page day love wise`), w)
}

// learn finds the names of people in all that was said, and chooses who stands
// for them. Full names come first, so that their parts are known later.
func (m *masker) learn(lines []string, speakers []string) {
	none := noNames()
	var full []string
	add := func(name string) {
		var words []string
		for _, w := range strings.Fields(name) {
			w = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, "'’-."), "'s"), "’s")
			if none[strings.ToLower(w)] || utf8.RuneCountInString(w) < 2 {
				break
			}
			words = append(words, w)
		}
		if name = strings.Join(words, " "); name != "" && !slices.Contains(full, name) {
			full = append(full, name)
		}
	}
	for _, who := range speakers {
		add(who)
	}
	for _, l := range lines {
		for _, shape := range []*regexp.Regexp{saysName, titled, smallName} {
			for _, found := range shape.FindAllStringSubmatch(l, -1) {
				add(found[1])
			}
		}
	}
	slices.SortStableFunc(full, func(a, b string) int { return len(strings.Fields(b)) - len(strings.Fields(a)) })
	people := madeUp()
	next := 0
	for _, name := range full {
		words := strings.Fields(name)
		person := strings.Fields(people[next%len(people)])
		used := false
		for i, w := range words {
			low := strings.ToLower(w)
			if m.parts[low] != "" {
				continue
			}
			used = true
			m.parts[low] = person[min(i, 1)]
		}
		if used {
			next++
		}
	}
	for _, name := range full {
		for _, w := range strings.Fields(name) {
			m.exact[w] = true
		}
	}
}

// name masks one word, if it is part of a name.
func (m *masker) name(word string) string {
	stem, rest := word, ""
	for _, tail := range []string{"'s", "’s", "'", "’"} {
		if strings.HasSuffix(word, tail) {
			stem, rest = strings.TrimSuffix(word, tail), tail
			break
		}
	}
	low := strings.ToLower(stem)
	to := m.parts[low]
	if to == "" || alsoWords(low) && !m.exact[stem] {
		return word
	}
	if stem == low && !m.exact[stem] && utf8.RuneCountInString(stem) < 3 {
		return word
	}
	return made + m.put("name", stem, func(int) string { return to }) + made + rest
}

// capitals are words in the middle of sentences with a capital that were left as
// they are: the trainer looks at them before the file is passed on.
func capitals(lines []string) []string {
	none := noNames()
	people := strings.Join(madeUp(), " ")
	var all []string
	for _, l := range lines {
		for _, at := range wordShape.FindAllStringIndex(l, -1) {
			w := l[at[0]:at[1]]
			before := strings.TrimRight(l[:at[0]], " \"“‘'(")
			first, _ := utf8.DecodeRuneInString(w)
			if before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:") || !unicode.IsUpper(first) || w == strings.ToUpper(w) {
				continue
			}
			if none[strings.ToLower(w)] || strings.Contains(people, w) || w == "Sample" || w == "Street" || slices.Contains(all, w) {
				continue
			}
			all = append(all, w)
		}
	}
	return all
}
