package scoring

// finds says whether a rule has a finding in an example.
func (r *Reader) finds(rule string, e Example) bool {
	rd := r.own(e.Reply)
	if rd.unread != "" {
		return false
	}
	j := r.judged(rd, r.Moment(e.Context()))
	for i := range rd.hits {
		h := &rd.hits[i]
		if h.kind == outRule && r.rules[h.index].full == rule && !r.table[h.index].off && j.stands(&r.rules[h.index], h) {
			return true
		}
	}
	for i := range j.found {
		if j.found[i].Rule == rule {
			return true
		}
	}
	return false
}

// Trial is one example that a rule does not keep.
type Trial struct {
	Rule    string
	Example Example
	Hit     bool // it should have hit
}

// Try runs the examples of every rule of a pack and gives those that fail.
func (r *Reader) Try() []Trial {
	var failed []Trial
	for i := range r.rules {
		rule := &r.rules[i]
		for _, e := range rule.Hit {
			if !r.finds(rule.full, e) {
				failed = append(failed, Trial{rule.full, e, true})
			}
		}
		for _, e := range rule.Miss {
			if r.finds(rule.full, e) {
				failed = append(failed, Trial{rule.full, e, false})
			}
		}
	}
	return failed
}
