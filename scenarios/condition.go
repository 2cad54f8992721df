package scenarios

import "coolhead/scenarios/source"

// ClauseKind is one of the closed set of things a condition may ask.
type ClauseKind string

const (
	IfMood     ClauseKind = "mood"      // mood M · mood M or better · mood M or worse
	IfHeard    ClauseKind = "heard"     // heard x: this call so far
	IfNotHeard ClauseKind = "not heard" // not heard x
	IfAgain    ClauseKind = "again"     // this turn has been said before
	IfTry      ClauseKind = "try"       // try 2: this is the turn's nth saying
	IfSilence  ClauseKind = "silence"   // silence 20s
	IfHold     ClauseKind = "hold"      // hold 60s
)

// Clause is one phrase of a condition.
type Clause struct {
	Kind      ClauseKind
	Mood      Mood
	Or        string // "", "better" or "worse"
	Behaviour string
	N         int // try number, or seconds
}

// Condition is clauses joined by "and". None: it always holds.
type Condition struct {
	Clauses []Clause
	Text    string // as written
	At      source.Place

	unread bool // a part of it could not be read, so what it asks is not known
}

// Empty says that the condition always holds.
func (c Condition) Empty() bool { return len(c.Clauses) == 0 }
