package scenarios

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"coolhead/scenarios/source"
)

// Sentences name things by these words.

func (Turn) SourceNoun() string      { return "a turn" }
func (Entry) SourceNoun() string     { return "an entry of what the customer says" }
func (Anytime) SourceNoun() string   { return "an anytime entry" }
func (Customer) SourceNoun() string  { return "the customer" }
func (Card) SourceNoun() string      { return "the card" }
func (Fact) SourceNoun() string      { return "a fact" }
func (Test) SourceNoun() string      { return "a test" }
func (Expect) SourceNoun() string    { return "what a test expects" }
func (Allowance) SourceNoun() string { return "an allow entry" }

// Entries are the ways a customer may speak in a turn. In YAML: a line; a list
// of lines; or entries with if, say, does, end.
type Entries []Entry

func (Entries) SourceShape() any { return Entry{} }

// DecodeSource reads a line, a list of lines, or entries. Lines that follow one
// another are one entry with several lines to choose from.
func (e *Entries) DecodeSource(n *source.Node) {
	if n.Kind() == source.Nothing {
		return
	}
	lines := false
	for _, item := range n.Items() {
		switch item.Kind() {
		case source.Mapping:
			var one Entry
			item.Decode(&one)
			*e = append(*e, one)
			lines = false
		case source.Scalar:
			if !lines {
				*e = append(*e, Entry{At: item.Place()})
				lines = true
			}
			last := &(*e)[len(*e)-1]
			last.Say = append(last.Say, item.Text())
		default:
			item.Report("CH008", "Each thing the customer says is a line of text or an entry with “say”; this is "+item.Kind().String()+".", "write:  - \"…\"   or   - {if: again, say: \"…\"}")
		}
	}
}

// Sends are ordered: the first behaviour that a reply shows decides.
type Sends []Send

// DecodeSource reads behaviour → turn, in file order.
func (s *Sends) DecodeSource(n *source.Node) {
	switch n.Kind() {
	case source.Nothing:
		return
	case source.Mapping:
	default:
		n.Report("CH008", "“sends” wants behaviours with the turns they lead to.", "write:  sends: {owns-it: thanks}")
		return
	}
	for _, p := range n.Pairs() {
		var to string
		p.Value.Decode(&to)
		*s = append(*s, Send{Behaviour: p.Name, Go: to, At: p.Key.Place()})
	}
}

// DecodeSource reads a behaviour, a list of behaviours, or {any: […]}.
func (w *Needs) DecodeSource(n *source.Node) {
	w.At = n.Place()
	if n.Kind() != source.Mapping {
		n.Decode(&w.All)
		return
	}
	for _, p := range n.Pairs() {
		switch p.Name {
		case "any":
			p.Value.Decode(&w.Any)
		case "all":
			p.Value.Decode(&w.All)
		default:
			p.Key.Report("CH006", fmt.Sprintf("“%s” is not a key of “needs”.", p.Name), "write:  needs: [owns-it, can-do]   or   needs: {any: [owns-it, can-do]}")
		}
	}
	if len(w.Any) > 0 && len(w.All) > 0 {
		n.Report("CH008", "“needs” has both “all” and “any”; only one of them can be waited for.", "keep one of them")
		w.Any = nil
	}
}

// pickFile is a pick as it stands in a file.
type pickFile struct {
	Model string   `yaml:"model,speech"`
	Say   string   `yaml:"say,speech"`
	Trap  string   `yaml:"trap,speech"`
	Go    string   `yaml:"go"`
	Shows []string `yaml:"shows"`
}

func (pickFile) SourceNoun() string { return "a pick" }

func (Pick) SourceShape() any { return pickFile{} }

// DecodeSource reads one pick: exactly one of model, say and trap.
func (p *Pick) DecodeSource(n *source.Node) {
	p.At = n.Place()
	if n.Kind() == source.Scalar {
		n.Report("CH008", "A pick says what it is: model, say or trap.", "write:  - {say: \"…\"}")
		p.Kind, p.Text = Plain, n.Text()
		return
	}
	var f pickFile
	n.Decode(&f)
	p.Go, p.Shows = f.Go, f.Shows
	var kinds []string
	for _, have := range []struct {
		kind PickKind
		text string
	}{{Model, f.Model}, {Plain, f.Say}, {Trap, f.Trap}} {
		if have.text == "" {
			continue
		}
		if len(kinds) == 0 {
			p.Kind, p.Text = have.kind, have.text
		}
		kinds = append(kinds, "“"+string(have.kind)+"”")
	}
	switch {
	case len(kinds) > 1:
		n.Report("CH014", fmt.Sprintf("This pick has %s in one: they have run together.", strings.Join(kinds, " and ")), "begin each pick with its own dash:  - {say: \"…\"}")
	case len(kinds) == 0 && n.Kind() == source.Mapping:
		n.Report("CH012", "This pick has no words: it needs “model”, “say” or “trap”.", "write:  - {say: \"…\"}")
	}
}

// DecodeSource reads ids of library facts, or a mapping id → fact.
func (f *FactRefs) DecodeSource(n *source.Node) {
	if n.Kind() == source.Mapping {
		n.DecodeKeyed(&f.Own)
		return
	}
	n.Decode(&f.IDs)
}

func (FactRefs) SourceShape() any { return Fact{} }

// replyFile is a reply of a test that is not words.
type replyFile struct {
	Pick    int      `yaml:"pick"`
	Silence Duration `yaml:"silence"`
}

func (replyFile) SourceNoun() string { return "a reply of a test" }

func (TestReply) SourceShape() any { return replyFile{} }

// DecodeSource reads words, {pick: 2} or {silence: 60s}.
func (r *TestReply) DecodeSource(n *source.Node) {
	r.At = n.Place()
	if n.Kind() != source.Mapping {
		n.Decode(&r.Text)
		return
	}
	var f replyFile
	n.Decode(&f)
	r.Pick, r.Silence = f.Pick, f.Silence
	if (f.Pick > 0) == (f.Silence > 0) {
		n.Report("CH008", "A reply of a test is words, {pick: 2} or {silence: 60s}; this is not one of them.", "picks count from 1")
	}
}

// DecodeSource reads seconds: 60s, 2m or 1m30s.
func (d *Duration) DecodeSource(n *source.Node) {
	if n.Kind() == source.Nothing {
		return
	}
	secs, ok := parseSeconds(n.Text())
	if n.Kind() != source.Scalar || !ok {
		help := "write seconds with an s:  60s"
		if i, number := n.Int(); number && i > 0 {
			help = fmt.Sprintf("write the unit:  %ds", i)
		}
		n.Report("CH008", fmt.Sprintf("“%s” wants a time such as 60s or 2m; it is “%s”.", n.Name(), n.Text()), help)
		return
	}
	*d = Duration(secs)
}

// parseSeconds reads 20s, 2m and 1m30s, up to an hour.
func parseSeconds(s string) (int, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), " ", "")
	total := 0
	if m, rest, ok := strings.Cut(s, "m"); ok {
		n, err := strconv.Atoi(m)
		if err != nil || n < 0 || n > 60 {
			return 0, false
		}
		total, s = n*60, rest
		if s == "" {
			return total, total > 0
		}
	}
	n, err := strconv.Atoi(strings.TrimSuffix(s, "s"))
	if err != nil || !strings.HasSuffix(s, "s") || n < 0 || total+n < 1 || total+n > 3600 {
		return 0, false
	}
	return total + n, true
}

// DecodeSource reads a mood's word.
func (m *Mood) DecodeSource(n *source.Node) {
	if n.Kind() == source.Nothing {
		return
	}
	if mood, ok := ParseMood(n.Text()); ok && n.Kind() == source.Scalar {
		*m = mood
		return
	}
	oneOf(n, MoodNames())
}

// meantBy is the word of the format that people mean by another word.
func meantBy(word string) string {
	switch word {
	case "cross", "mad":
		return "angry"
	case "annoyed", "irritated", "frustrated", "sad", "worried":
		return "upset"
	case "happy", "pleased":
		return "glad"
	case "neutral", "ok", "fine":
		return "calm"
	case "sceptical", "skeptical", "doubtful":
		return "wary"
	case "livid", "enraged", "rage", "raging":
		return "furious"
	case "telephone", "call":
		return "phone"
	case "mail", "e-mail":
		return "email"
	case "counter", "in-person":
		return "desk"
	case "facebook", "twitter":
		return "social"
	case "sms", "text", "message":
		return "chat"
	case "staff", "rude", "rudeness":
		return "attitude"
	case "delay", "wait", "waiting", "slow":
		return "slowness"
	case "price", "rules":
		return "policy"
	case "bug", "fault", "defect":
		return "product"
	}
	return ""
}

// endingMeant is the ending that people mean by another word.
func endingMeant(word string) string {
	switch word {
	case "resolved", "solved", "won", "win", "happy", "good", "success", "satisfied", "calm":
		return Recovered
	case "hung-up", "lost", "hangs-up", "hung up", "hangs up", "bad", "angry", "fail", "failure", "slammed", "unhappy":
		return StormedOff
	case "left", "leaves", "gone", "silent":
		return LeftSilently
	case "delighted", "great", "wow":
		return Exceeded
	case "transferred", "handed-over", "manager":
		return Escalated
	case "abuse", "abusive":
		return EndedForAbuse
	}
	return ""
}

// oneOf reports a word that is not one of a closed set, with the one meant.
func oneOf(n *source.Node, words []string) {
	message, help := notOneOf(n.Name(), n.Text(), words)
	n.Report("CH008", message, help)
}

func notOneOf(key, word string, words []string) (message, help string) {
	list := strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
	message = fmt.Sprintf("“%s” wants %s; it is “%s”.", key, list, word)
	if near, ok := nearWord(word, words); ok {
		help = "nearest: " + near
	}
	return message, help
}

// nearWord is the known word that was meant: by spelling, or by meaning.
func nearWord(word string, words []string) (string, bool) {
	if near, ok := source.Nearest(word, words); ok {
		return near, true
	}
	low := strings.ToLower(strings.TrimSpace(word))
	if m := meantBy(low); slices.Contains(words, m) {
		return m, true
	}
	if m := endingMeant(low); slices.Contains(words, m) {
		return m, true
	}
	if parts := strings.Fields(low); len(parts) > 1 && len(parts) < 5 {
		for _, part := range parts { // “very angry”, “product defect”
			if slices.Contains(words, part) {
				return part, true
			}
		}
	}
	return "", false
}

// DecodeSource reads `80+` or `below 40`.
func (b *Bound) DecodeSource(n *source.Node) {
	text := strings.TrimSpace(n.Text())
	if num, ok := strings.CutSuffix(text, "+"); ok {
		if i, err := strconv.Atoi(strings.TrimSpace(num)); err == nil && i >= 0 && i <= 100 {
			*b = Bound{AtLeast: true, N: i}
			return
		}
	}
	if num, ok := strings.CutPrefix(text, "below "); ok {
		if i, err := strconv.Atoi(strings.TrimSpace(num)); err == nil && i > 0 && i <= 100 {
			*b = Bound{N: i}
			return
		}
	}
	help := "write:  score: 80+   or   score: below 40"
	if i, ok := n.Int(); ok && i >= 0 && i <= 100 {
		help = fmt.Sprintf("write:  score: %d+   or   score: below %d", i, i)
	}
	n.Report("CH008", fmt.Sprintf("“score” wants a bound such as 80+ or below 40; it is “%s”.", text), help)
}

// DecodeSource reads `off`, whole points, or {points: -5}.
func (c *RuleChange) DecodeSource(n *source.Node) {
	c.At = n.Place()
	switch {
	case n.Kind() == source.Mapping:
		var f struct {
			Points int `yaml:"points"`
		}
		n.Decode(&f)
		c.Points = f.Points
	case n.Text() == "off":
		c.Off = true
	default:
		points, ok := n.Int()
		if !ok {
			n.Report("CH008", fmt.Sprintf("A rule is changed by “off” or by points; this is “%s”.", n.Text()), "write:  "+n.Name()+": off   or   "+n.Name()+": {points: -5}")
		}
		c.Points = points
	}
}
