package draft

import (
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Reading is how a transcript is read; what is left out is guessed.
type Reading struct {
	Name          string // the file's name, for its ending
	From          string // csv, jsonl or text
	Speaker, Text string // columns
	Agent         string // who of the speakers is the agent
	Talk          string // which talk, in a file of several
}

// line is one thing that was said.
type line struct {
	who, text, talk string
	at              int // line of the file
}

// Transcript is a talk as it was, with what was guessed of it.
type Transcript struct {
	Notes     []string   // what the file was taken for, a sentence each
	Exchanges []Exchange // what the customer said, and what was replied
	Last      string     // what the customer said at the end, without a reply
	Names     []string   // names that the trainer knows to be there
	Speakers  []string   // names of people that are no words for a part: "Maria Jensen"
	Customer  string     // the customer's name, "" if only a part is told
}

// Exchange is one turn of the talk.
type Exchange struct{ Customer, Agent string }

// most is how many exchanges a draft has; an exercise of more is three.
const most = 25

// ReadTalk reads a transcript. An error is a sentence for the one who has the file.
func ReadTalk(in io.Reader, r Reading) (*Transcript, error) {
	s, took, err := text(in)
	if err != nil {
		return nil, err
	}
	t := &Transcript{}
	if took != "" {
		t.note("The file was read as %s.", took)
	}
	form := r.From
	if form == "" {
		form = formOf(s, r.Name)
	}
	var lines []line
	switch form {
	case "csv":
		lines, err = t.fromCSV(s, r)
	case "jsonl":
		lines, err = t.fromJSON(s, r)
	default:
		lines, err = t.fromText(s)
	}
	if err != nil {
		return nil, err
	}
	if lines, err = t.oneTalk(lines, r.Talk); err != nil {
		return nil, err
	}
	agent, err := t.parts(lines, r.Agent)
	if err != nil {
		return nil, err
	}
	t.pair(lines, agent)
	if len(t.Exchanges) == 0 {
		return nil, fmt.Errorf("nobody answers the customer in it: a draft needs at least one reply of the agent (%s)", strings.Join(speakers(lines), ", "))
	}
	return t, nil
}

func (t *Transcript) note(format string, args ...any) {
	t.Notes = append(t.Notes, fmt.Sprintf(format, args...))
}

var speakerLine = regexp.MustCompile(`^\s*(?:\[[^\]\n]{1,30}\]|\(?\d{1,4}[-:./,\d ]{2,20}(?:[\s\x{202f}]*[apAP][mM])?\)?(?:\s*-)?)?\s*([\pL][\pL\pN ._'’()/-]{0,40}?)\s*(?:[\[(]\d[\d:. apm]*[\])])?\s*:(?:\s+(.*)|$)`)

// formOf tells by the ending, else by the first lines.
func formOf(s, name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv":
		return "csv"
	case ".jsonl", ".ndjson", ".json":
		return "jsonl"
	}
	first, rest, _ := strings.Cut(strings.TrimSpace(s), "\n")
	switch {
	case strings.HasPrefix(first, "{") || strings.HasPrefix(first, "["+"{") || first == "[":
		return "jsonl"
	case speakerLine.MatchString(first):
		return "text"
	}
	second, _, _ := strings.Cut(rest, "\n")
	for _, sep := range []string{",", ";", "\t"} {
		if n := strings.Count(first, sep); n > 0 && strings.Count(second, sep) >= n {
			return "csv"
		}
	}
	return "text"
}

// fromText reads lines such as “Agent: …”. A line without a name goes on with the
// one above; a name that comes once and is no word for a part is no name.
func (t *Transcript) fromText(s string) ([]line, error) {
	times := map[string]int{}
	for row := range strings.Lines(s) {
		if m := speakerLine.FindStringSubmatch(strings.TrimRight(row, "\n")); m != nil {
			times[partKey(m[1])]++
		}
	}
	var lines []line
	n := 0
	for row := range strings.Lines(s) {
		n++
		row = strings.TrimRight(row, "\n")
		m := speakerLine.FindStringSubmatch(row)
		if m != nil && (times[partKey(m[1])] > 1 || partOf(m[1]) != noPart || len(times) <= 2) {
			lines = append(lines, line{who: strings.TrimSpace(m[1]), text: m[2], at: n})
			continue
		}
		if len(lines) > 0 {
			lines[len(lines)-1].text += " " + row
		}
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("I found no lines such as “Customer: …” and “Agent: …” in it. If it is a table, say --from csv")
	}
	t.note("Lines such as “%s: …” were read as what was said.", lines[0].who)
	return lines, nil
}

// oneTalk keeps the talk that is wanted, or the first with something in it.
func (t *Transcript) oneTalk(lines []line, want string) ([]line, error) {
	var ids []string
	size := map[string]int{}
	for i := range lines {
		lines[i].text = tidy(lines[i].text)
		if size[lines[i].talk] == 0 {
			ids = append(ids, lines[i].talk)
		}
		size[lines[i].talk]++
	}
	if want == "" && len(ids) > 0 {
		want = ids[0]
		for _, id := range ids {
			if size[id] >= 4 {
				want = id
				break
			}
		}
		if len(ids) > 1 {
			t.note("The file has %d talks; this is “%s”. --talk takes another: %s.", len(ids), tidy(want), few(ids, 8))
		}
	} else if !slices.Contains(ids, want) {
		if len(ids) == 1 {
			return nil, fmt.Errorf("it has one talk only, so there is no “%s” to take", want)
		}
		return nil, fmt.Errorf("there is no talk “%s” in it. There are: %s", want, few(ids, 8))
	}
	return slices.DeleteFunc(lines, func(l line) bool { return l.talk != want || l.text == "" }), nil
}

// few names some of a list.
func few(list []string, n int) string {
	shown := make([]string, 0, n)
	for _, s := range list[:min(len(list), n)] {
		shown = append(shown, short(tidy(s), 30))
	}
	if len(list) > n {
		shown = append(shown, "…")
	}
	return strings.Join(shown, ", ")
}

// pair joins what one side said in one go, and pairs it with the answer.
func (t *Transcript) pair(lines []line, agent map[string]part) {
	left, before := 0, 0
	var now Exchange
	push := func() {
		if now.Customer != "" && now.Agent != "" {
			t.Exchanges = append(t.Exchanges, now)
		}
		now = Exchange{}
	}
	for _, l := range lines {
		switch agent[partKey(l.who)] {
		case isCustomer:
			if now.Agent != "" {
				push()
			}
			now.Customer = strings.TrimSpace(now.Customer + " " + l.text)
		case isAgent:
			if now.Customer == "" {
				before++
				continue
			}
			now.Agent = strings.TrimSpace(now.Agent + " " + l.text)
		default:
			left++
		}
	}
	if now.Agent == "" {
		t.Last = now.Customer
	}
	push()
	if before > 0 {
		t.note("The agent spoke first; a call begins with the customer, so %s of the greeting is left out.", count(before, "line"))
	}
	if left > 0 {
		t.note("%s of neither side (systems, notes) left out.", capital(count(left, "line")))
	}
	if len(t.Exchanges) > most {
		t.note("The talk has %d exchanges; the draft has the first %d.", len(t.Exchanges), most)
		t.Exchanges, t.Last = t.Exchanges[:most], ""
	}
}
