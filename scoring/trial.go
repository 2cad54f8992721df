package scoring

// Finds says whether a rule, by its full name, has a finding in an example.
func (r *Reader) Finds(rule string, e Example) bool { return r.home(rule).finds(rule, e) }

// home is the reader of the language that a rule is in.
func (r *Reader) home(rule string) *Reader {
	for _, t := range r.tongues {
		for i := range t.rules {
			if t.rules[i].full == rule {
				c := *t
				c.fixed = true
				return &c
			}
		}
	}
	return r
}

// Traits are what decides how a rule takes a changed example.
type Traits struct {
	Phrases  bool // found by phrases, not by structure
	Negated  bool // a negation takes a hit back
	Quoted   bool // quotation takes a hit back
	Language string
	Points   Tenths
	Off      bool
	Anchored bool // stands at one place of the reply
}

// Traits gives the traits of a rule by its full name.
func (r *Reader) Traits(rule string) (Traits, bool) {
	h := r.home(rule)
	for i := range h.rules {
		if own := &h.rules[i]; own.full == rule {
			return Traits{
				Phrases: !own.structural, Negated: own.negated, Quoted: own.quoted,
				Language: h.lang.Language, Points: h.table[i].points, Off: h.table[i].off, Anchored: own.Where != "any" && own.Where != "",
			}, true
		}
	}
	return Traits{}, false
}

// Match is where a rule's first hit stands in a text, in bytes.
func (r *Reader) Match(rule, text string) (start, end int, ok bool) {
	h := r.home(rule)
	rd := h.Read(text)
	for i := range rd.hits {
		if hit := &rd.hits[i]; hit.kind == outRule && h.rules[hit.index].full == rule {
			start, end = rd.span(int(hit.start), int(hit.end))
			return start, end, true
		}
	}
	return 0, 0, false
}
