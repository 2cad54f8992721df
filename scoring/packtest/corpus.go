package packtest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/scoring/packs"
)

// Reply is a reply with the behaviours that people say it shows.
type Reply struct {
	At       source.Place `yaml:"-" json:"-"`
	Customer string       `yaml:"customer,text"`
	Reply    string       `yaml:"reply,text,required"`
	Shows    []string     `yaml:"shows"`
	Hand     string       `yaml:"hand"`
}

// SourceNoun is how sentences name one.
func (Reply) SourceNoun() string { return "a reply" }

// Shipped are the labelled replies of this program in one language.
func Shipped(language string) ([]Reply, []source.Problem) {
	name := "corpus/" + language + ".yaml"
	data, err := packs.FS.ReadFile(name)
	if err != nil {
		return nil, nil
	}
	var f struct {
		Replies []Reply `yaml:"replies"`
	}
	problems := source.Decode(name, data, &f)
	return f.Replies, problems
}

// ReadCorpus reads replies that a trainer has labelled: JSON, one object a line
// with reply, behaviours and perhaps customer; or CSV with columns of those names,
// the behaviours between spaces. A line that cannot be used is named and left out.
func ReadCorpus(name string, data []byte) ([]Reply, []source.Problem) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if strings.ToLower(path.Ext(name)) == ".csv" || !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return corpusCSV(name, data)
	}
	c := &corpus{name: name}
	for i, line := range strings.Split(string(data), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		var f struct {
			Reply, Customer               string
			Behaviours, Behaviors, Labels any
		}
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			c.say(i+1, "This line is not one whole JSON object, and is left out.", `{"reply": "It's on us.", "behaviours": ["owns-it"]}`)
			continue
		}
		var labels []string
		for _, v := range []any{f.Behaviours, f.Behaviors, f.Labels} {
			switch v := v.(type) {
			case string:
				labels = append(labels, split(v)...)
			case []any:
				for _, one := range v {
					labels = append(labels, split(fmt.Sprint(one))...)
				}
			}
		}
		c.add(i+1, f.Reply, f.Customer, labels)
	}
	return c.replies, c.problems
}

// corpus is labelled replies being read.
type corpus struct {
	name     string
	replies  []Reply
	problems []source.Problem
}

func (c *corpus) say(line int, message, help string) {
	c.problems = append(c.problems, source.Problem{Place: source.Place{File: c.name, Line: line, Col: 1, Width: 1}, Message: message, Help: help})
}

func (c *corpus) add(line int, reply, customer string, labels []string) {
	if strings.TrimSpace(reply) == "" {
		c.say(line, "This line has no reply, and is left out.", "")
		return
	}
	c.replies = append(c.replies, Reply{At: source.Place{File: c.name, Line: line, Col: 1}, Reply: reply, Customer: customer, Shows: labels})
}

// split parts labels in one cell.
func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '|' })
}

func corpusCSV(name string, data []byte) ([]Reply, []source.Problem) {
	c := &corpus{name: name}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.Comma = ';'
	}
	head, err := r.Read()
	if err != nil {
		c.say(1, "There is no first row with the names of the columns.", "reply,behaviours")
		return nil, c.problems
	}
	column := func(names ...string) int {
		return slices.IndexFunc(head, func(h string) bool { return slices.Contains(names, strings.ToLower(strings.TrimSpace(h))) })
	}
	reply, labels, customer := column("reply"), column("behaviours", "behaviors", "labels", "shows"), column("customer")
	if reply < 0 || labels < 0 {
		c.say(1, "The first row must name the columns “reply” and “behaviours”; it is: "+strings.Join(head, ", ")+".", "reply,behaviours")
		return nil, c.problems
	}
	cell := func(cells []string, i int) string {
		if i < 0 || i >= len(cells) {
			return ""
		}
		return cells[i]
	}
	for {
		cells, err := r.Read()
		line := 1
		if len(cells) > 0 {
			line, _ = r.FieldPos(0)
		}
		switch {
		case err != nil && len(cells) == 0:
			if fault, ok := err.(*csv.ParseError); ok {
				c.say(fault.StartLine, "A quote on this line is not closed, or stands in the middle of a cell; what follows is not read.", `"say ""sorry"" once"`)
			}
			return c.replies, c.problems
		case err != nil:
			c.say(line, "This line cannot be read, and is left out.", "")
		default:
			c.add(line, cell(cells, reply), cell(cells, customer), split(cell(cells, labels)))
		}
	}
}

// Unknown are labels that no behaviour of the catalogue or of these packs has.
func Unknown(replies []Reply, all []*scoring.Pack) []source.Problem {
	var problems []source.Problem
	var ids []string
	for _, b := range scoring.Behaviours() {
		ids = append(ids, b.ID)
	}
	for _, p := range all {
		for id := range p.Behaviours {
			ids = append(ids, id)
		}
	}
	told := map[string]bool{}
	for _, r := range replies {
		for _, id := range r.Shows {
			if told[id] || slices.Contains(ids, id) {
				continue
			}
			told[id] = true
			p := source.Problem{Place: r.At, Severity: source.Warning, Message: fmt.Sprintf("There is no behaviour “%s”, so no rule can find it.", id)}
			if near, ok := source.Nearest(id, ids); ok {
				p.Help = near
			}
			problems = append(problems, p)
		}
	}
	return problems
}

// shownWrong is how many replies that a rule finds wrongly are kept.
const shownWrong = 3

// measure counts the findings of rules on labelled replies.
func measure(reader *scoring.Reader, rules []Rule, replies []Reply) {
	if len(replies) == 0 {
		return
	}
	index := map[string]int{}
	for i := range rules {
		rules[i].Corpus = &Measure{}
		index[rules[i].ID] = i
	}
	for _, reply := range replies {
		for i := range rules {
			if slices.Contains(reply.Shows, rules[i].Shows) {
				rules[i].Corpus.Labelled++
			}
		}
		a := reader.Judge(reader.Read(reply.Reply), reader.Moment(scoring.Context{Customer: reply.Customer}))
		seen := map[string]bool{}
		for i := range a.Findings {
			f := &a.Findings[i]
			at, ours := index[f.Rule]
			if !ours || seen[f.Rule] || f.Void {
				continue
			}
			seen[f.Rule] = true
			rule := &rules[at]
			rule.Corpus.Found++
			if slices.Contains(reply.Shows, f.Behaviour) {
				rule.Corpus.Right++
			} else if len(rule.Unlabeled) < shownWrong {
				rule.Unlabeled = append(rule.Unlabeled, reply.Reply)
			}
		}
	}
}

// Of measures one rule on labelled replies, and gives the first that it finds and
// people do not.
func Of(reader *scoring.Reader, id, shows string, replies []Reply) (Measure, []string) {
	one := []Rule{{ID: id, Shows: shows}}
	measure(reader, one, replies)
	if one[0].Corpus == nil {
		return Measure{}, nil
	}
	return *one[0].Corpus, one[0].Unlabeled
}
