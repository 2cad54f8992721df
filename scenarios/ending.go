package scenarios

// Good, between and bad endings, in the order authors should write them: worst first.
const (
	StormedOff     = "stormed-off"
	LeftSilently   = "left-silently"
	KindButUseless = "kind-but-useless"
	SolvedButLost  = "solved-but-lost"
	Recovered      = "recovered"
	Exceeded       = "exceeded"
	Escalated      = "escalated"
	EndedForAbuse  = "ended-for-abuse"
)

// Verdict ranks an ending.
type Verdict int

const (
	Bad Verdict = iota
	Between
	Good
)

// String gives the verdict's word.
func (v Verdict) String() string { return [...]string{"bad", "between", "good"}[v] }

// Endings are all endings, worst first.
func Endings() []string {
	return []string{StormedOff, LeftSilently, KindButUseless, SolvedButLost, Recovered, Exceeded, Escalated, EndedForAbuse}
}

// VerdictOf ranks an ending; an unknown one is Bad.
func VerdictOf(end string) Verdict {
	switch end {
	case Recovered, Exceeded, Escalated, EndedForAbuse:
		return Good
	case SolvedButLost, KindButUseless:
		return Between
	}
	return Bad
}
