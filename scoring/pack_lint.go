package scoring

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

const (
	leastExamples = 2 // that must hit, and as many that must not
	mostWrong     = 1 // good replies that a minus rule may hit before its precision is in doubt
)

// CheckPack is what is wrong with the rules of one pack of this reader: examples
// that do not behave, phrases that find too much or nothing, and rules that do not
// say what to do instead. good are replies known to be good.
func (r *Reader) CheckPack(p *Pack, good []string) []source.Problem {
	var all []source.Problem
	wrong := r.foundIn(p, good)
	for i := range r.rules {
		rule := &r.rules[i]
		if !slices.ContainsFunc(p.Rules, func(own Rule) bool { return own.At == rule.At && own.ID == rule.ID }) || !strings.HasPrefix(rule.full, p.ID+"/") {
			continue
		}
		all = append(all, r.checkExamples(rule)...)
		all = append(all, r.checkPhrases(rule)...)
		if r.table[i].points < 0 && !rule.Banned && (rule.Why == "" || len(rule.Instead) == 0) {
			lacks := "why it hurts"
			if rule.Why != "" {
				lacks = "what to say instead"
			}
			all = append(all, problemAt("PK009", source.Warning, rule.At, fmt.Sprintf("“%s” takes points and does not say %s.", rule.ID, lacks), "add:  why: …  and  instead: [\"…\"]"))
		}
		if hits := wrong[rule.full]; len(hits) > mostWrong {
			all = append(all, problemAt("PK008", source.Warning, rule.At, fmt.Sprintf("“%s” also takes points from %d replies that are known to be good, such as “%s”.", rule.ID, len(hits), hits[0]), "make its phrases narrower, or add  unless: {phrase: [\"…\"]}"))
		}
	}
	for id, b := range p.Behaviours {
		if !r.Shows(id) {
			all = append(all, problemAt("CH209", source.Advice, source.Place{File: p.File, Line: 1, Col: 1}, fmt.Sprintf("No rule shows “%s”, so it can never come.", b.ID), "add a rule with  shows: "+b.ID))
		}
	}
	source.Sort(all)
	return all
}

func problemAt(code string, s source.Severity, at source.Place, message, help string) source.Problem {
	return source.Problem{Code: code, Severity: s, Place: at, Message: message, Help: help}
}

// foundIn is where the minus rules of a pack hit good replies, by rule.
func (r *Reader) foundIn(p *Pack, good []string) map[string][]string {
	found := map[string][]string{}
	for _, reply := range good {
		a := r.Judge(r.Read(reply), r.Moment(Context{}))
		for i := range a.Findings {
			if f := &a.Findings[i]; f.Points < 0 && strings.HasPrefix(f.Rule, p.ID+"/") {
				found[f.Rule] = append(found[f.Rule], reply)
			}
		}
	}
	return found
}

// checkExamples tries a rule's own examples.
func (r *Reader) checkExamples(rule *rule) []source.Problem {
	if rule.Banned {
		return nil
	}
	var all []source.Problem
	if len(rule.Hit) < leastExamples || len(rule.Miss) < leastExamples {
		all = append(all, problemAt("PK001", source.Warning, rule.At, fmt.Sprintf("“%s” has %s that must hit and %s that must not; it needs two of each.", rule.ID, countExamples(len(rule.Hit)), countExamples(len(rule.Miss))), "add them below the rule:  examples: {hit: [\"…\", \"…\"], miss: [\"…\", \"…\"]}"))
	}
	for _, e := range rule.Hit {
		if !r.finds(rule.full, e) {
			all = append(all, problemAt("PK002", source.Error, e.At, fmt.Sprintf("“%s” should hit here and does not.", rule.ID), "add a phrase that says it so, or mend the example"))
			continue
		}
		all = append(all, r.opposite(rule, e)...)
	}
	for _, e := range rule.Miss {
		if r.finds(rule.full, e) {
			all = append(all, problemAt("PK002", source.Error, e.At, fmt.Sprintf("“%s” still hits here, and should not.", rule.ID), "add to the rule:  unless: {negated: true}  or  unless: {phrase: [\"…\"]}"))
		}
	}
	return all
}

func countExamples(n int) string {
	if n == 1 {
		return "one example"
	}
	return fmt.Sprintf("%d examples", n)
}

// opposite reports another rule that finds the same words good where this one
// finds them bad, or the other way round.
func (r *Reader) opposite(rule *rule, e Example) []source.Problem {
	a := r.Judge(r.Read(e.Reply), r.Moment(e.Context()))
	for i := range a.Findings {
		own := &a.Findings[i]
		if own.Rule != rule.full || own.Text == "" {
			continue
		}
		for j := range a.Findings {
			other := &a.Findings[j]
			if other.Rule != own.Rule && !strings.HasPrefix(other.Rule, "engine/") && other.Start == own.Start && other.End == own.End && own.Points*other.Points < 0 {
				return []source.Problem{problemAt("PK004", source.Warning, e.At, fmt.Sprintf("Two rules judge “%s”: “%s” gives %s points, “%s” gives %s.", own.Text, own.Rule, own.Points, other.Rule, other.Points), "keep one of them, or make one narrower")}
			}
		}
	}
	return nil
}

var (
	patternSigns = regexp.MustCompile(`\\[a-zA-Z.]|\.\*|\.\+|\[[^\]]*\]|\{\d`)
	punctuation  = regexp.MustCompile(`[a-z][,;:!"“”] |[a-z]\. |[a-z][,;:!.]$`)
)

// commonWords are words that stand in every second reply.
func commonWords() []string {
	return strings.Fields("a an the i you we he she they it me us my your our this that is are was were be been do does did have has had can could will would should may and or but so if of to in on at for with from by as no not yes please thanks just here there what when how all any some one now then")
}

// checkPhrases looks at phrases as their author wrote them.
func (r *Reader) checkPhrases(rule *rule) []source.Problem {
	var all []source.Problem
	for _, phrase := range rule.Phrases {
		switch {
		case patternSigns.MatchString(phrase):
			all = append(all, problemAt("PK007", source.Warning, rule.At, fmt.Sprintf("“%s” looks like a regular expression, and phrases are words.", phrase), "write words, with (this|that) for a choice, ? for what may be left out, ... for up to four words"))
		case punctuation.MatchString(phrase):
			all = append(all, problemAt("PK003", source.Warning, rule.At, fmt.Sprintf("“%s” has punctuation in it, which the reader does not see.", phrase), "leave it out; write ... where something may stand between"))
		case slices.Contains(commonWords(), strings.ToLower(strings.TrimSpace(phrase))):
			all = append(all, problemAt("PK006", source.Warning, rule.At, fmt.Sprintf("“%s” is a word of nearly every reply.", phrase), "add the words around it"))
		}
	}
	return append(all, r.shadowed(rule)...)
}

// shadowed reports a phrase that one of the same rule's unless always takes back.
func (r *Reader) shadowed(rule *rule) []source.Problem {
	for _, phrase := range rule.Phrases {
		if slices.Contains(rule.Unless.Phrase, phrase) {
			return []source.Problem{problemAt("PK003", source.Warning, rule.At, fmt.Sprintf("“%s” can never hit: the rule's own “unless” takes it back.", phrase), "delete it in one of the two places")}
		}
	}
	return nil
}

// TidyPack is a pack as a formatter writes it.
func TidyPack(name string, data []byte) source.Tidied { return source.Tidy(name, data, &packFile{}) }
