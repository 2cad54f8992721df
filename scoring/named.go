package scoring

// Rule is the rule of that full name.
func (r *Reader) Rule(name string) (Rule, bool) {
	h := r.home(name)
	for i := range h.rules {
		if h.rules[i].full == name {
			return *h.rules[i].Rule, true
		}
	}
	return Rule{}, false
}

// EngineRule is a finding of the engine itself: what follows from how a reply is
// built and not from a list of words.
type EngineRule struct {
	ID, Name, Shows       string
	Dimension             Dimension
	Points                Tenths
	Message, Why, Because string
	Instead               []string
}

// Engine is the engine's rule of that name, engine/opens-with-them.
func (r *Reader) Engine(name string) (EngineRule, bool) {
	for i := range r.sheet.rows {
		if w := &r.sheet.rows[i]; w.full == name {
			return EngineRule{w.full, w.name, w.behaviour, w.dimension, w.points, w.message, w.why, w.because, w.instead}, true
		}
	}
	return EngineRule{}, false
}
