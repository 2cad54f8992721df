package scenarios

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"coolhead/scenarios/source"
)

// checker looks at a scenario that has been read. What it reports stands at the
// place of the fault, found again in the document.
type checker struct {
	doc   *source.Document
	s     *Scenario
	known Known
}

func (c *checker) add(s source.Severity, code string, at source.Place, message, help string) {
	if s != source.Error && c.doc.Broken() {
		return // what seems odd may follow from the lines that could not be read
	}
	c.doc.Add(source.Problem{Code: code, Severity: s, Place: at, Message: message, Help: help})
}

// head checks what all kinds have.
func (c *checker) head() {
	s := c.s
	c.word("kind", s.Kind, Kinds())
	c.word("channel", s.Channel, Channels())
	c.word("cause", s.Cause, Causes())
	c.within("level", s.Level, 1, 5)
	c.within("minutes", s.Minutes, 1, 180)
	c.within("pass", s.Pass, 1, 100)
	c.within("attempts", s.Attempts, 1, 20)
	if s.ID != "" && !idShape.MatchString(s.ID) {
		c.add(source.Error, "CH008", c.doc.Find(s.At, "", "id"), fmt.Sprintf("“id” wants small letters, digits and hyphens; it is “%s”.", s.ID), "write:  id: "+slug(s.ID))
	}
	c.behaviours(s.At, s.Teaches, "teaches")
	c.sector()
	c.packs()
	for end := range s.Ends {
		c.ending(c.doc.Find(s.At, end, "ends"), end)
	}
	for _, a := range s.Allow {
		if strings.TrimSpace(a.Reason) == "" {
			c.add(source.Error, "CH412", a.At, "This allows a phrase without saying why.", "add:  reason: legal asked for these words")
		} else if !s.speaks(a.Phrase) {
			c.add(source.Advice, "CH412", a.At, fmt.Sprintf("No pick and no test says “%s”, so nothing shows that this is still needed.", a.Phrase), "delete it, or add a pick or a test that says it")
		}
	}
	c.texts()
	c.words()
	c.whispers()
	c.facts()
}

// sector advises where a sector is one slip of the finger off a usual one: a list
// sorts by it. Any other word is a sector of the trainer's own, and so is one with
// another first letter, which is where people slip least: a tank is no bank.
func (c *checker) sector() {
	word := c.s.Sector
	for _, near := range Sectors() {
		if word == "" || word[0] != near[0] || source.Slips(word, near) != 1 {
			continue
		}
		c.add(source.Advice, "CH311", c.doc.Find(c.s.At, "", "sector"), fmt.Sprintf("“%s” is no sector that others use. Did you mean “%s”?", word, near), "write:  sector: "+near)
	}
}

// packs checks the names of packs. A path is looked for when the file is played.
func (c *checker) packs() {
	for _, name := range c.s.Packs {
		if c.known.Packs == nil || slices.Contains(c.known.Packs, name) || strings.ContainsAny(name, `/\`) || strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml") {
			continue
		}
		message := fmt.Sprintf("There is no pack called “%s”.", name)
		help := "put it as packs/" + name + ".yaml beside the scenario, or take it out"
		if near, ok := source.Nearest(name, c.known.Packs); ok {
			message += fmt.Sprintf(" Did you mean “%s”?", near)
			help = "write:  " + near
		}
		c.add(source.Error, "CH117", c.doc.Find(c.s.At, name, "packs"), message, help)
	}
}

var (
	idShape     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	placeholder = regexp.MustCompile(`\b(TODO|FIXME|TBD|XXX+|[Ll]orem ipsum)\b|\?\?\?`)
)

func slug(s string) string {
	s = regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(s), "-")
	if s = strings.Trim(s, "-"); s == "" {
		return "my-scenario"
	}
	return s
}

// rest takes the body of a kind that this version does not play.
func (c *checker) rest(pairs []source.Pair) {
	if n := c.doc.Key("kind"); n != nil {
		n.Warn("CH018", fmt.Sprintf("A %s cannot be played yet; this version plays calls. Only the head of this file was checked.", c.s.Kind), "keep the file: a later version will play it")
	}
	body := []string{"cast", "lines", "turn", "lesson"}
	if c.s.Kind != "story" {
		return
	}
	for _, p := range pairs {
		if slices.Contains(body, p.Name) {
			continue
		}
		if near, ok := source.Nearest(p.Name, append(headKeys(), body...)); ok {
			p.Key.Report("CH006", fmt.Sprintf("“%s” is not a key of a story. Did you mean “%s”?", p.Name, near), "write:  "+near+":")
		}
	}
}

func headKeys() []string {
	return []string{"coolhead", "kind", "id", "title", "level", "sector", "channel", "cause", "language", "minutes", "content", "teaches", "packs", "rules", "allow", "brief", "trainer", "facts"}
}

// word checks a word of a closed set; "" was left out.
func (c *checker) word(key, word string, words []string) {
	if word == "" || slices.Contains(words, word) {
		return
	}
	message, help := notOneOf(key, word, words)
	c.add(source.Error, "CH008", c.doc.Find(c.s.At, "", key), message, help)
}

// within checks a number; 0 was left out.
func (c *checker) within(key string, n, low, high int) {
	if n != 0 && (n < low || n > high) {
		c.add(source.Error, "CH008", c.doc.Find(c.s.At, "", key), fmt.Sprintf("“%s” wants a number from %d to %d; it is %d.", key, low, high, n), fmt.Sprintf("write:  %s: %d", key, min(max(n, low), high)))
	}
}

// behaviours checks names of behaviours below path in the mapping at a place.
func (c *checker) behaviours(at source.Place, names []string, path ...string) {
	for _, name := range names {
		c.behaviour(c.doc.Find(at, name, path...), name)
	}
}

func (c *checker) behaviour(at source.Place, name string) {
	if c.known.Behaviours == nil || slices.Contains(c.known.Behaviours, name) {
		return
	}
	message := fmt.Sprintf("There is no behaviour called “%s”.", name)
	help := "coolhead explain behaviours  lists them all"
	if parts := strings.Split(name, ","); len(parts) > 1 {
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
			if near, ok := source.Nearest(parts[i], c.known.Behaviours); ok {
				parts[i] = near
			}
		}
		message = fmt.Sprintf("“%s” is read as one name.", name)
		help = "a list stands in square brackets:  [" + strings.Join(parts, ", ") + "]"
	} else if near, ok := nearBehaviour(name, c.known.Behaviours); ok {
		message += fmt.Sprintf(" Did you mean “%s”?", near)
		help = "write:  " + near
	}
	c.add(source.Error, "CH113", at, message, help)
}

// ending checks the name of an ending.
func (c *checker) ending(at source.Place, end string) {
	if end == "" || slices.Contains(Endings(), end) {
		return
	}
	message := fmt.Sprintf("There is no ending called “%s”.", end)
	help := "endings are: " + strings.Join(Endings(), ", ")
	if near, ok := nearWord(end, Endings()); ok {
		message += fmt.Sprintf(" Did you mean “%s”?", near)
		help = "write:  " + near
	}
	c.add(source.Error, "CH116", at, message, help)
}

// mayBePlaceholder spares nearly every text the slower look.
func mayBePlaceholder(text string) bool {
	for _, word := range []string{"TODO", "FIXME", "TBD", "XXX", "orem ipsum", "???"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// wide is how many characters of a spoken line the screen shows well.
const wide = 280

// texts finds what somebody meant to write later, and lines that are too long.
func (c *checker) texts() {
	c.doc.Scalars(func(n *source.Node) {
		text := strings.TrimSpace(n.Text())
		if n.Name() == "tries" && text == "0" {
			n.Report("CH211", "With no tries, nothing would happen after a reply that nobody thought of.", "write how many replies the turn waits for its need:  tries: 1")
		}
		hit := ""
		if mayBePlaceholder(text) {
			hit = placeholder.FindString(text)
		}
		if hit == "" && (text == "..." || text == "…") {
			hit = text
		}
		if hit != "" {
			c.add(source.Warning, "CH304", c.doc.Word(n.Place(), hit), fmt.Sprintf("“%s” still stands here: this text is not written yet.", hit), "write the text, or delete the key")
		}
		switch n.Name() {
		case "say", "says", "model", "trap", "does", "hint":
			if size := utf8.RuneCountInString(text); size > wide {
				n.Warn("CH011", fmt.Sprintf("This line has %d characters; the screen shows %d well.", size, wide), "say less, or say it in two turns")
			}
		}
	})
}

// facts checks the scenario's facts.
func (c *checker) facts() {
	for _, id := range c.s.Facts.IDs {
		if c.known.Facts == nil || slices.Contains(c.known.Facts, id) {
			continue
		}
		message := fmt.Sprintf("There is no fact called “%s” in the library.", id)
		help := "add it to facts.yaml, or write it here with claim, source and year"
		if near, ok := source.Nearest(id, c.known.Facts); ok {
			message += fmt.Sprintf(" Did you mean “%s”?", near)
			help = "write:  " + near
		}
		c.add(source.Error, "CH403", c.doc.Find(c.s.At, id, "facts"), message, help)
	}
	for i := range c.s.Facts.Own {
		c.fact(&c.s.Facts.Own[i])
	}
}

func (c *checker) fact(f *Fact) {
	var lacks []string
	if strings.TrimSpace(f.Source) == "" {
		lacks = append(lacks, "source")
	}
	if f.Year == 0 {
		lacks = append(lacks, "year")
	}
	switch {
	case len(lacks) > 0:
		c.add(source.Error, "CH401", f.At, fmt.Sprintf("“%s” has no %s. A number without a source must not be shown to learners.", f.ID, strings.Join(lacks, " and no ")), "add:  source: …  and  year: …")
	case f.Year < 1900 || f.Year > 2100:
		c.add(source.Error, "CH008", c.doc.Find(f.At, "", "year"), fmt.Sprintf("“year” wants a year such as 2015; it is %d.", f.Year), "")
	default:
		c.aged(f)
	}
}
