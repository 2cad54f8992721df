package sim

import "coolhead/scoring"

// judge is what a call asks of the reply reader. The reading of a reply is kept
// and handed back as it came; the call never looks into it.
type judge interface {
	Read(text string) any
	Moment(m moment) any
	Judge(reading, prepared any, grants []string) scoring.Assessment // grants: what a pick shows by declaration
	Behaviour(id string) behaviour
	Same(a, b string) bool // the same words after normalising
}

// behaviour is what a call needs to know of one behaviour.
type behaviour struct {
	Name  string
	Helps bool
	Hints []string
	Felt  string
	Like  string // the built-in behaviour whose effects a pack's own takes
}

// moment is what a reply is judged in.
type moment struct {
	Channel, Customer, Name string
	Card, Earlier, Said     []string
	Turn, Heat              int
	Bait                    bool
	Abuse, Abused           int
	All, Any                []string
	Hears                   map[string][]string
}
