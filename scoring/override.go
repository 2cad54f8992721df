package scoring

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// Override is what a house pack, or a person's settings, changes in rules that
// others wrote.
type Override struct {
	Change map[string]RuleChange // by rule, or by all of a pack: en/stock/*
	Allow  []Permit
}

// Permit lets one phrase stand that a rule would find, with the reason.
type Permit struct {
	At     source.Place `yaml:"-" json:"-"`
	Rule   string       `yaml:"rule,required"` // * is every rule
	Phrase string       `yaml:"phrase,text,required"`
	Reason string       `yaml:"reason,text"`
}

// SourceNoun is how sentences name one.
func (Permit) SourceNoun() string { return "an allow entry" }

// Allowance is the permit as a reader takes it.
func (p Permit) Allowance() Allowance { return Allowance{Rule: p.Rule, Phrase: p.Phrase} }

// DecodeSource reads `off`, points, or {points: -5}.
func (c *RuleChange) DecodeSource(n *source.Node) {
	var points Tenths
	switch {
	case n.Kind() == source.Mapping:
		var f struct {
			Points Tenths `yaml:"points"`
		}
		n.Decode(&f)
		points = f.Points
	case n.Text() == "off":
		c.Off = true
		return
	default:
		var ok bool
		if points, ok = parseTenths(n.Text()); !ok {
			n.Report("PK103", fmt.Sprintf("A rule is changed by “off” or by points; this is “%s”.", n.Text()), "write:  "+n.Name()+": off   or   "+n.Name()+": {points: -5}")
			return
		}
	}
	c.Points = &points
}

// Overridden gives a reader with each override laid over the last.
func (r *Reader) Overridden(all ...Override) *Reader {
	for _, o := range all {
		allow := make([]Allowance, len(o.Allow))
		for i, p := range o.Allow {
			allow[i] = p.Allowance()
		}
		r = r.With(o.Change, allow)
	}
	return r
}

// Spares says whether an allowance takes anything back in a text.
func (r *Reader) Spares(a Allowance, text string) bool {
	for _, t := range append([]*Reader{r}, r.tongues...) {
		bare := *t
		bare.allow = nil
		j := judge{Reader: bare.with(nil, []Allowance{a}), rd: t.scanned(text)}
		t.finish(j.rd)
		if slices.ContainsFunc(j.rd.hits, func(h hit) bool { return h.kind == outRule && !j.allowed(&h) }) {
			return true
		}
	}
	return false
}

// CheckOverride reports changes and allowances that name no rule, that nothing
// needs, or that give no reason.
func (r *Reader) CheckOverride(at source.Place, o Override) []source.Problem {
	var all []source.Problem
	for _, id := range sortedKeys(o.Change) {
		all = append(all, r.Unknown(at, id)...)
	}
	for _, p := range o.Allow {
		if p.Reason == "" {
			all = append(all, problemAt("CH412", source.Error, p.At, "This allows a phrase without saying why.", "add:  reason: legal asked for these words"))
		}
		all = append(all, r.Unneeded(p.At, p.Allowance())...)
	}
	return all
}

// Unneeded reports an allowance that names no rule, or words in which its rule
// finds nothing.
func (r *Reader) Unneeded(at source.Place, a Allowance) []source.Problem {
	if unknown := r.Unknown(at, a.Rule); len(unknown) > 0 {
		return unknown
	}
	if r.Spares(a, a.Phrase) {
		return nil
	}
	return []source.Problem{problemAt("PK011", source.Warning, at, fmt.Sprintf("Nothing needs this: “%s” finds nothing in “%s”.", a.Rule, a.Phrase), "take it out, or write the whole phrase that is found")}
}

// Unknown reports the id of a rule that no pack has.
func (r *Reader) Unknown(at source.Place, id string) []source.Problem {
	known := r.Rules()
	prefix, many := strings.CutSuffix(id, "*")
	if slices.ContainsFunc(known, func(k string) bool { return k == id || many && strings.HasPrefix(k, prefix) }) {
		return nil
	}
	message := fmt.Sprintf("No pack has a rule “%s”, so this changes nothing. The ids of rules never change; a new id is a new rule.", id)
	help := "coolhead score --explain shows the ids of rules"
	if near, ok := source.Nearest(id, known); ok {
		message += fmt.Sprintf(" Did you mean “%s”?", near)
		help = "write:  " + near
	}
	return []source.Problem{problemAt("PK010", source.Warning, at, message, help)}
}
