// Package scoring reads replies: text in, assessment out, every point explained.
//
// Its rule: a reading depends on the text, the packs and the moment alone, in
// integers, so the same words get the same score on every machine; and whatever
// moves a score is a finding with a span or a stated absence.
package scoring

// Dimension is one of the five a reply is judged in. The first three are the mission.
type Dimension int

const (
	Tone Dimension = iota
	Deescalation
	Argument // 100 = none
	Listening
	Resolution
	Dimensions // how many there are
)

var dimensionNames = [Dimensions]string{"tone", "de-escalation", "argument", "listening", "resolution"}

// String gives the dimension's word as screens show it.
func (d Dimension) String() string { return dimensionNames[d] }

// Side says what a finding did.
type Side string

const (
	Helps   Side = "helps"   // +
	Hurts   Side = "hurts"   // −
	Ends    Side = "ends"    // ! it ends the score: contempt, abuse, threat
	Missing Side = "missing" // · a stated absence
	Advice  Side = "advice"  // ? advice, no points
)

// Tenths is points in tenths: 72.4 points are 724. Score arithmetic is in integers
// so that the same words get the same score on every machine.
type Tenths int

// Finding is one behaviour found at one span of a reply, or a stated absence.
type Finding struct {
	Behaviour string
	Name      string // plain English, at most 22 letters: "owns it"
	Rule      string // "en/ownership/we-got-it-wrong", or "engine/…" for what structure tells
	Side      Side
	Dimension Dimension
	// Start and End are bytes in the trainee's own text, on grapheme borders;
	// both 0 for an absence.
	Start, End int
	Text       string
	Points     Tenths // what it adds to Dimension
	Void       bool   // found, but worth nothing: "the same breath takes it back"
	Message    string // one sentence about this place
	Why        string
	Instead    []string
	Source     string
}

// Assessment is all findings of a reply and its score in each dimension.
type Assessment struct {
	Score      Tenths // 0–1000
	Dimensions [Dimensions]Tenths
	// Has says which dimensions this reply gave an occasion for. Outside a call
	// all are true.
	Has        [Dimensions]bool
	Findings   []Finding // in order of Start; absences last
	Capped     string    // why the score was held down, "" if it was not
	Unassessed string    // "no pack for this language": score and dimensions are 0
}

// Band is poor below 40, fair to 69, good from 70.
func (a Assessment) Band() string {
	switch {
	case a.Score < 400:
		return "poor"
	case a.Score < 700:
		return "fair"
	}
	return "good"
}

// Shows says whether the reply showed the behaviour: a finding with a span, or
// one granted by a pick, that is not void and not an absence.
func (a Assessment) Shows(behaviour string) bool {
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Behaviour == behaviour && !f.Void && f.Side != Missing {
			return true
		}
	}
	return false
}
