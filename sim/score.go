package sim

import (
	"fmt"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// Result is the score of a call.
type Result struct {
	Score      scoring.Tenths
	Band       string
	Dimensions [scoring.Dimensions]scoring.Tenths
	Has        [scoring.Dimensions]bool
	Raw        scoring.Tenths // before the caps
	Caps       []Cap
	Unassessed string
}

// Cap is one line of the receipt: why the score cannot be higher.
type Cap struct {
	Most   scoring.Tenths
	Why    string
	Reply  int  // the reply that brought it, 0 for the ending
	Lowers bool // the score would have been higher
}

const (
	mostBad     scoring.Tenths = 390
	mostBetween scoring.Tenths = 690
)

// result is the mean of each dimension over the replies that have it, weighed, and
// held down by the ending and by what ends a score.
func (r *Record) result() Result {
	var out Result
	var sums, counts [scoring.Dimensions]int
	for _, at := range r.path {
		x := &r.exchanges[at]
		if x.Assessment.Unassessed != "" {
			out.Unassessed = x.Assessment.Unassessed
			continue
		}
		for d := range scoring.Dimensions {
			if x.Assessment.Has[d] {
				sums[d] += int(x.Assessment.Dimensions[d])
				counts[d]++
			}
		}
		for i := range x.Assessment.Findings {
			if f := &x.Assessment.Findings[i]; f.Side == scoring.Ends && !f.Void {
				out.Caps = append(out.Caps, Cap{Most: mostBad, Reply: x.N, Why: fmt.Sprintf("%s in reply %d: %d at most", f.Name, x.N, mostBad/10)})
				break
			}
		}
	}
	for d := range scoring.Dimensions {
		if counts[d] > 0 {
			out.Has[d] = true
			out.Dimensions[d] = scoring.Tenths((2*sums[d] + counts[d]) / (2 * counts[d]))
		}
	}
	out.Raw = weighted(out.Dimensions, out.Has)
	if end, over := r.Ended(); over {
		who := r.customer()
		switch scenarios.VerdictOf(end) {
		case scenarios.Bad:
			out.Caps = append(out.Caps, Cap{Most: mostBad, Why: fmt.Sprintf("%s was lost: %d at most", who, mostBad/10)})
		case scenarios.Between:
			out.Caps = append(out.Caps, Cap{Most: mostBetween, Why: fmt.Sprintf("%s got half of it: %d at most", who, mostBetween/10)})
		}
	}
	out.Score = out.Raw
	for i := range out.Caps {
		out.Caps[i].Lowers = out.Raw > out.Caps[i].Most
		out.Score = min(out.Score, out.Caps[i].Most)
	}
	out.Band = scoring.Assessment{Score: out.Score}.Band()
	return out
}

// Result is the score of the call as it stands.
func (r *Record) Result() Result { return r.result() }

// Result is the score of the call as it stands.
func (c *Call) Result() Result { return c.record.result() }

// customer is how the record names the customer.
func (r *Record) customer() string {
	if a := r.start.About; a != nil && a.Customer != "" {
		return a.Customer
	}
	return "The customer"
}
