// Package sim is the call: a pure state machine. A reply goes in; the customer's
// answer and the new state come out.
//
// Its rule: a Call is the fold of its events, and nothing else. No clock, disk,
// terminal or running random generator; integers only, so that two machines
// agree. Folding the inputs again (what was replied, waited, rewound) must give
// the recorded call: that is what Verify does.
package sim

import (
	"coolhead/scenarios"
	"coolhead/scoring"
)

// Mode is how a call is played.
type Mode string

const (
	Practice Mode = "practice" // coach, hints, rewind, what if
	Score    Mode = "score"    // notes at the end
	Test     Mode = "test"     // no help, attempts limited, pass mark
)

// EventType names what happened.
type EventType string

const (
	Started EventType = "started"
	Spoke   EventType = "spoke"
	Replied EventType = "replied"
	Waited  EventType = "waited"
	Hinted  EventType = "hinted"
	Rewound EventType = "rewound"
	Ended   EventType = "ended"
)

// Event is one step of a call, as it is kept. Only the fields of its type are set.
type Event struct {
	V    int       `json:"v"` // version of the event format: 1
	Type EventType `json:"type"`

	// started
	Scenario string   `json:"scenario,omitempty"` // id
	Title    string   `json:"title,omitempty"`
	Hashes   []string `json:"hashes,omitempty"` // scenario, persona and packs, as the store keeps them
	Program  string   `json:"program,omitempty"`
	Seed     int64    `json:"seed,omitempty"`
	Mode     Mode     `json:"mode,omitempty"`
	AtTurn   string   `json:"at_turn,omitempty"`
	Mood     string   `json:"mood,omitempty"`
	Attempt  int      `json:"attempt,omitempty"` // from 1
	About    *About   `json:"about,omitempty"`

	// spoke
	Turn  string `json:"turn,omitempty"`
	Line  string `json:"line,omitempty"`
	Does  string `json:"does,omitempty"`
	Bait  bool   `json:"bait,omitempty"`
	Abuse int    `json:"abuse,omitempty"`
	Why   string `json:"why,omitempty"` // which entry or anytime rule chose this line: for the author's inspector

	// replied
	Text       string              `json:"text,omitempty"`
	Pick       int                 `json:"pick,omitempty"` // from 1, in the file's order; 0: typed
	Assessment *scoring.Assessment `json:"assessment,omitempty"`
	Effects    []Effect            `json:"effects,omitempty"`
	Met        bool                `json:"met,omitempty"`   // the turn's need is met now
	Typed      bool                `json:"typed,omitempty"` // typed, and the same words as Pick

	// waited, in seconds
	Seconds int `json:"seconds,omitempty"`

	// hinted: 1–3
	Hint int `json:"hint,omitempty"`

	// rewound: the number of the reply (from 1) that is to be said again
	To int `json:"to,omitempty"`

	// ended
	End   string `json:"end,omitempty"`
	After *After `json:"after,omitempty"`

	// State after this event (started, replied, waited, spoke, ended).
	State *State `json:"state,omitempty"`
}

// version is the version of the event format that this program writes.
const version = 1

// About is what a record shows of the exercise without its scenario.
type About struct {
	Customer string `json:"customer,omitempty"`
	Channel  string `json:"channel,omitempty"`
	Level    int    `json:"level,omitempty"`
	Silent   bool   `json:"silent,omitempty"` // the customer's heat does not show
	Pass     int    `json:"pass,omitempty"`
	Attempts int    `json:"attempts,omitempty"`
}

// After is what may be told once a call has ended. It is not in the record of a
// call that still runs.
type After struct {
	Sentence  string            `json:"sentence,omitempty"` // of the ending, naming the customer
	Backstory string            `json:"backstory,omitempty"`
	Felt      map[string]string `json:"felt,omitempty"` // behaviour → what the customer felt at it
	Models    map[string]string `json:"models,omitempty"`
	CSAT      int               `json:"csat"`
	Ripple    *Ripple           `json:"ripple,omitempty"`
	Facts     []Fact            `json:"facts,omitempty"`
}

// Fact is a claim with its source, as it is shown.
type Fact struct {
	ID       string `json:"id"`
	Claim    string `json:"claim"`
	Source   string `json:"source"`
	Year     int    `json:"year"`
	Folklore bool   `json:"folklore,omitempty"`
}

// Ripple is how many people this customer will tell.
type Ripple struct {
	People    int  `json:"people"`
	Kindly    bool `json:"kindly"`
	Fact      Fact `json:"fact"`
	Otherwise int  `json:"otherwise,omitempty"` // how many, had it ended the other way
}

// State is the customer's state and the trainee's cool, 0–100 each.
type State struct {
	Heat     int `json:"heat"`
	Trust    int `json:"trust"`
	Patience int `json:"patience"` // starts at 60, which is a whole fuse
	Progress int `json:"progress"`
	Cool     int `json:"cool"`
}

// Mood is the customer's true mood.
func (s State) Mood() scenarios.Mood { return scenarios.MoodOf(s.Heat) }

// Effect is one line of the receipt of a reply: what moved the customer.
type Effect struct {
	Behaviour string `json:"behaviour"`
	Name      string `json:"name"`
	Heat      int    `json:"heat"`
	Trust     int    `json:"trust"`
	Patience  int    `json:"patience"`
	Cool      int    `json:"cool"`
	Note      string `json:"note,omitempty"` // "kept to −10", "second time: half"
}
