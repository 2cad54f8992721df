package check

// Row is one line of the table of what was covered: a turn, or one place in it that
// a line can come from.
type Row struct {
	Covered
	Turn   bool
	Unsaid int // how many of its lines were never said, though it spoke
}

// Rows are turns in the file's order, each with its entries where it has more than
// one, then the anytime rules.
func (s *Study) Rows() []Row {
	var rows []Row
	voices := s.c.stage.Voices()
	voice := func(i int) Row {
		r := Row{Covered: s.Voices[i]}
		if r.Picked+r.Typed > 0 {
			for _, n := range r.Lines {
				if n == 0 {
					r.Unsaid++
				}
			}
		}
		return r
	}
	for t := range s.Turns {
		row := Row{Covered: s.Turns[t], Turn: true}
		var entries []Row
		for i, v := range voices {
			if v.Turn == t {
				entries = append(entries, voice(i))
			}
		}
		if len(entries) == 1 {
			row.Lines, row.Unsaid = entries[0].Lines, entries[0].Unsaid
			entries = nil
		}
		rows = append(append(rows, row), entries...)
	}
	for i, v := range voices {
		if v.Turn < 0 {
			row := voice(i)
			row.Turn = false
			rows = append(rows, row)
		}
	}
	return rows
}
