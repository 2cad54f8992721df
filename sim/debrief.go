package sim

import (
	"coolhead/scenarios"
	"coolhead/scoring"
)

// Debrief is everything shown after a call. It is made of the record alone.
type Debrief struct {
	Scenario, Title string
	Seed            int64
	Mode            Mode
	Customer        string
	Over            bool
	End             string // "" while the call runs
	Verdict         scenarios.Verdict
	Sentence        string
	Result          Result
	Curve           []Point
	Turned, Slipped *Bend // the reply that cooled most, and the one that heated most
	Replies         []Reply
	Pencilled       []Exchange
	Last            []Line // what the customer said at the end
	State           State
	Backstory       string
	CSAT            int
	Ripple          *Ripple
	Facts           []Fact
	Hints           int
	Silent          bool // the heat did not show during the call
	Pass            Pass
}

// Bend is where the temperature changed most, and at which words.
type Bend struct {
	Reply    int
	From, To int // heat
	Words    string
	Name     string // of the behaviour, "" where only the sum moved
}

// Reply is one exchange with what the debrief adds to it.
type Reply struct {
	Exchange
	Instead []string // what could have been said: the model pick, else the rules' own words
	Heard   []Heard
}

// Heard is what the customer felt at some of the words.
type Heard struct {
	Words     string
	Behaviour string
	Felt      string
}

// Pass is how a call in test mode came out.
type Pass struct {
	Test     bool
	Mark     int // pass mark in whole points
	Passed   bool
	Attempt  int
	Attempts int
}

// Debrief is everything the debrief shows, as the record stands.
func (r *Record) Debrief() Debrief {
	d := Debrief{
		Scenario: r.start.Scenario, Title: r.start.Title, Seed: r.start.Seed, Mode: r.start.Mode,
		Customer: r.customer(), Result: r.result(), Curve: r.Curve(), Last: r.Lines(), State: r.State(),
	}
	d.End, d.Over = r.Ended()
	if a := r.start.About; a != nil {
		d.Silent = a.Silent
		d.Pass = Pass{Mark: a.Pass, Attempt: r.start.Attempt, Attempts: a.Attempts}
	}
	if d.Pass.Mark == 0 {
		d.Pass.Mark = 70
	}
	if d.Pass.Attempts == 0 {
		d.Pass.Attempts = 2
	}
	if d.Over {
		d.Verdict = scenarios.VerdictOf(d.End)
	}
	d.Pass.Test = r.start.Mode == Test
	d.Pass.Passed = d.Over && d.Verdict == scenarios.Good && d.Result.Score >= scoring.Tenths(10*d.Pass.Mark)
	after := r.end.After
	if after == nil {
		after = &After{Sentence: built(d.Customer, "")}
	}
	d.Sentence, d.Backstory, d.CSAT, d.Ripple, d.Facts = after.Sentence, after.Backstory, after.CSAT, after.Ripple, after.Facts
	for _, x := range r.exchanges {
		d.Hints += x.Hints
		if x.Pencilled {
			d.Pencilled = append(d.Pencilled, x)
		}
	}
	for _, x := range r.Said() {
		d.Replies = append(d.Replies, Reply{Exchange: x, Instead: instead(&x, after), Heard: hears(&x, after)})
	}
	d.Turned, d.Slipped = r.bends()
	return d
}

// instead is what could have been said: the model pick of that turn, unless it was
// said, else the rules' own wordings for what hurt.
func instead(x *Exchange, after *After) []string {
	if model := after.Models[x.Turn]; model != "" {
		if model == x.Reply {
			return nil
		}
		return []string{model}
	}
	var list []string
	for i := range x.Assessment.Findings {
		f := &x.Assessment.Findings[i]
		if f.Side != scoring.Helps && len(f.Instead) > 0 {
			list = append(list, f.Instead[0])
		}
	}
	return list
}

// hears are the words of a reply that meant something to the customer.
func hears(x *Exchange, after *After) []Heard {
	var list []Heard
	for i := range x.Assessment.Findings {
		f := &x.Assessment.Findings[i]
		if feeling := after.Felt[f.Behaviour]; feeling != "" && f.Text != "" && !f.Void {
			list = append(list, Heard{Words: f.Text, Behaviour: f.Behaviour, Felt: feeling})
		}
	}
	return list
}

// bends are the replies that changed the temperature most, each way.
func (r *Record) bends() (turned, slipped *Bend) {
	for _, at := range r.path {
		x := &r.exchanges[at]
		change := x.After.Heat - x.Before.Heat
		if change < 0 && (turned == nil || change < turned.To-turned.From) {
			turned = bend(x)
		}
		if change > 0 && (slipped == nil || change > slipped.To-slipped.From) {
			slipped = bend(x)
		}
	}
	return turned, slipped
}

// bend names the words of a reply that moved the heat most the way it went.
func bend(x *Exchange) *Bend {
	b := &Bend{Reply: x.N, From: x.Before.Heat, To: x.After.Heat, Words: x.Reply}
	sign := 1
	if b.To < b.From {
		sign = -1
	}
	most := 0
	for _, e := range x.Effects {
		if e.Behaviour == "" || e.Heat*sign <= most {
			continue
		}
		for i := range x.Assessment.Findings {
			f := &x.Assessment.Findings[i]
			if f.Behaviour == e.Behaviour && !f.Void && f.Text != "" {
				most, b.Words, b.Name = e.Heat*sign, f.Text, f.Name
				break
			}
		}
	}
	return b
}
