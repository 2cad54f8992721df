package scoring

import "slices"

// Shows says whether some rule of this reader can find the behaviour, or the
// engine itself.
func (r *Reader) Shows(behaviour string) bool {
	for i := range r.rules {
		if r.rules[i].behaviour.ID == behaviour && !r.table[i].off {
			return true
		}
	}
	return slices.ContainsFunc(r.sheet.rows, func(row row) bool { return row.behaviour == behaviour && !row.off })
}

// Shown are the behaviours that some rule of this reader can find in a reply, or
// the engine itself, in the order of their ids.
func (r *Reader) Shown() []string {
	var ids []string
	for i := range r.rules {
		if !r.table[i].off {
			ids = append(ids, r.rules[i].behaviour.ID)
		}
	}
	for i := range r.sheet.rows {
		if row := &r.sheet.rows[i]; !row.off && row.behaviour != "" {
			ids = append(ids, row.behaviour)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
