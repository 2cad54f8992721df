package scoring

// Sum is how the score of a reply outside a call comes about, so that it can be
// followed with a pencil.
type Sum struct {
	Columns [Dimensions]Column
	Product int // each dimension times its weight, in tenths
	Weights int
	Mean    Tenths // product ÷ weights, rounded
	Score   Tenths // the mean, or what it was held down to
	Capped  string // why it was
}

// Column is one dimension of a sum: where it begins, what each finding adds, and
// what stands below the line.
type Column struct {
	Start  Tenths
	Parts  []Part
	Total  Tenths // before it is held within 0 and 100
	Value  Tenths
	Weight int
}

// Part is one finding of a column.
type Part struct {
	Name   string
	Points Tenths
}

// Sum adds up an assessment as Judge did.
func (r *Reader) Sum(a Assessment) Sum {
	s := Sum{Score: a.Score, Capped: a.Capped}
	for d := range Dimensions {
		s.Columns[d] = Column{Start: r.sheet.start[d], Total: r.sheet.start[d], Weight: r.sheet.weights[d]}
	}
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Points == 0 || f.Void || f.Side == Advice {
			continue
		}
		c := &s.Columns[f.Dimension]
		c.Parts = append(c.Parts, Part{f.Name, f.Points})
		c.Total += f.Points
	}
	for d := range Dimensions {
		c := &s.Columns[d]
		c.Value = min(max(c.Total, 0), 1000)
		s.Product += int(c.Value) * c.Weight
		s.Weights += c.Weight
	}
	if s.Weights > 0 {
		s.Mean = Tenths((s.Product + s.Weights/2) / s.Weights)
	}
	return s
}
