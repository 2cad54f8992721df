// Package packtest tries the rules of a pack: on their own examples, on changed
// ones, against each other, and on replies that people have labelled.
//
// Its rule: what a rule must do with a changed example follows from the rule
// itself. Nothing here judges a reply in another way than a call does.
package packtest

import (
	"cmp"
	"slices"
	"strings"

	"coolhead/scoring"
)

// Report is what trying some packs told.
type Report struct {
	Rules    []Rule    `json:"rules"`
	Overlaps []Overlap `json:"overlaps"`
	Replies  int       `json:"replies"` // of the corpus
}

// Rule is how one rule did.
type Rule struct {
	ID        string   `json:"rule"`
	Shows     string   `json:"shows"`
	Hits      int      `json:"hits"`
	Misses    int      `json:"misses"`
	Changed   int      `json:"changed"` // examples made from its hits
	Failed    []Case   `json:"failed"`
	Steps     int      `json:"steps"` // it adds to reading its pack's examples
	Corpus    *Measure `json:"corpus,omitempty"`
	Unlabeled []string `json:"wrongly,omitempty"` // first replies of the corpus it finds and people do not
}

// Case is an example, or a changed one, that a rule does not keep.
type Case struct {
	Kind  string `json:"kind"` // hit, miss, or the change
	Reply string `json:"reply"`
	Want  bool   `json:"want"` // it should have hit
}

// Measure counts a rule's findings on labelled replies.
type Measure struct {
	Found    int `json:"found"`    // replies it finds something in
	Right    int `json:"right"`    // of these, with its behaviour in their labels
	Labelled int `json:"labelled"` // replies with its behaviour in their labels
}

// Precision is the share of its findings that people confirm, in percent.
func (m Measure) Precision() int { return percent(m.Right, m.Found) }

// Recall is the share of the labelled replies that it finds, in percent.
func (m Measure) Recall() int { return percent(m.Right, m.Labelled) }

func percent(part, all int) int {
	if all == 0 {
		return 0
	}
	return (100*part + all/2) / all
}

// Overlap is a place that one rule finds good and another bad.
type Overlap struct {
	Reply  string         `json:"reply"`
	Text   string         `json:"text"`
	Rule   string         `json:"rule"`
	Points scoring.Tenths `json:"-"`
	Other  string         `json:"other"`
	Theirs scoring.Tenths `json:"-"`
}

// Faults is how many cases of all rules fail.
func (r Report) Faults() int {
	n := 0
	for i := range r.Rules {
		n += len(r.Rules[i].Failed)
	}
	return n
}

// Slowest are the rules that add the most steps, at most n of them.
func (r Report) Slowest(n int) []Rule {
	all := slices.Clone(r.Rules)
	slices.SortStableFunc(all, func(a, b Rule) int { return cmp.Compare(b.Steps, a.Steps) })
	all = slices.DeleteFunc(all, func(r Rule) bool { return r.Steps <= 0 })
	return all[:min(n, len(all))]
}

// Run tries the rules of some packs with a reader that has them, and measures them
// on labelled replies, if there are any.
func Run(reader *scoring.Reader, packs []*scoring.Pack, corpus []Reply) Report {
	report := Report{Replies: len(corpus)}
	for _, p := range packs {
		for i := range p.Rules {
			rule := &p.Rules[i]
			report.Rules = append(report.Rules, try(reader, p.ID+"/"+rule.ID, rule))
			report.Overlaps = append(report.Overlaps, overlaps(reader, p.ID+"/"+rule.ID, rule)...)
		}
		weigh(p, report.Rules[len(report.Rules)-len(p.Rules):])
	}
	measure(reader, report.Rules, corpus)
	return report
}

// try runs a rule's examples, and what can be made of those that it hits.
func try(reader *scoring.Reader, id string, rule *scoring.Rule) Rule {
	done := Rule{ID: id, Shows: rule.Shows, Failed: []Case{}}
	traits, ok := reader.Traits(id)
	if !ok || traits.Off {
		return done
	}
	hits := rule.Hit
	if rule.Banned {
		hits = []scoring.Example{{Reply: spoken(rule.Phrases[0])}}
	}
	for _, e := range hits {
		done.Hits++
		if !reader.Finds(id, e) {
			done.Failed = append(done.Failed, Case{"hit", e.Reply, true})
			continue
		}
		if !traits.Phrases {
			continue
		}
		for _, c := range changes(reader, id, traits, e) {
			done.Changed++
			if reader.Finds(id, c.example) != c.want {
				done.Failed = append(done.Failed, Case{c.kind, c.example.Reply, c.want})
			}
		}
	}
	for _, e := range rule.Miss {
		done.Misses++
		if reader.Finds(id, e) {
			done.Failed = append(done.Failed, Case{"miss", e.Reply, false})
		}
	}
	return done
}

// overlaps are the places of a rule's hits that another rule gives the other sign.
func overlaps(reader *scoring.Reader, id string, rule *scoring.Rule) []Overlap {
	var all []Overlap
	seen := map[string]bool{}
	for _, e := range rule.Hit {
		a := reader.Judge(reader.Read(e.Reply), reader.Moment(e.Context()))
		for i := range a.Findings {
			own := &a.Findings[i]
			if own.Rule != id || own.Text == "" {
				continue
			}
			for j := range a.Findings {
				o := &a.Findings[j]
				if o.Rule != id && !strings.HasPrefix(o.Rule, "engine/") && o.Start == own.Start && o.End == own.End && o.Points*own.Points < 0 && !seen[o.Rule] {
					seen[o.Rule] = true
					all = append(all, Overlap{e.Reply, own.Text, id, own.Points, o.Rule, o.Points})
				}
			}
		}
	}
	return all
}

// weighed is how many rules of a pack are weighed one by one; each is compiled
// alone.
const weighed = 60

// weigh counts the steps that each rule alone adds to reading all hits of its pack.
func weigh(p *scoring.Pack, rules []Rule) {
	if len(p.Rules) > weighed {
		return
	}
	var texts []string
	for i := range p.Rules {
		for _, e := range p.Rules[i].Hit {
			texts = append(texts, e.Reply)
		}
	}
	steps := func(with []scoring.Rule) int {
		one := *p
		one.Rules = with
		r, _ := scoring.Compile([]*scoring.Pack{&one})
		n := 0
		for _, text := range texts {
			n += r.Read(text).Steps()
		}
		return n
	}
	bare := steps(nil)
	for i := range rules {
		rules[i].Steps = steps(p.Rules[i:i+1]) - bare
	}
}
