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

// mostFor is the most that a call with this ending scores; "" has none yet.
func mostFor(end string) scoring.Tenths {
	if end == "" {
		return 1000
	}
	switch scenarios.VerdictOf(end) {
	case scenarios.Bad:
		return mostBad
	case scenarios.Between:
		return mostBetween
	}
	return 1000
}

// result is the mean of each dimension over the replies that have it, weighed, and
// held down by the ending and by what ends a score.
func (r *Record) result() Result {
	var out Result
	var sum totals
	for _, at := range r.path {
		x := &r.exchanges[at]
		if x.Assessment.Unassessed != "" {
			out.Unassessed = x.Assessment.Unassessed
			continue
		}
		sum.add(&x.Assessment)
		if f := fatal(&x.Assessment); f != nil {
			out.Caps = append(out.Caps, Cap{Most: mostBad, Reply: x.N, Why: fmt.Sprintf("%s in reply %d: %d at most", f.Name, x.N, mostBad/10)})
		}
	}
	out.Dimensions, out.Has = sum.mean()
	out.Raw = weighted(out.Dimensions, out.Has)
	if end, over := r.Ended(); over {
		who := r.customer()
		switch most := mostFor(end); most {
		case mostBad:
			out.Caps = append(out.Caps, Cap{Most: most, Why: fmt.Sprintf("%s was lost: %d at most", who, most/10)})
		case mostBetween:
			out.Caps = append(out.Caps, Cap{Most: most, Why: fmt.Sprintf("%s got half of it: %d at most", who, most/10)})
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

// totals are the dimensions of the replies so far.
type totals struct {
	sums, counts [scoring.Dimensions]int
}

func (t *totals) add(a *scoring.Assessment) {
	for d := range scoring.Dimensions {
		if a.Has[d] {
			t.sums[d] += int(a.Dimensions[d])
			t.counts[d]++
		}
	}
}

// mean is the mean of each dimension over the replies that have it.
func (t *totals) mean() (dims [scoring.Dimensions]scoring.Tenths, has [scoring.Dimensions]bool) {
	for d := range scoring.Dimensions {
		if t.counts[d] > 0 {
			has[d] = true
			dims[d] = scoring.Tenths((2*t.sums[d] + t.counts[d]) / (2 * t.counts[d]))
		}
	}
	return dims, has
}

// fatal is the first finding that ends the score, nil for none.
func fatal(a *scoring.Assessment) *scoring.Finding {
	for i := range a.Findings {
		if f := &a.Findings[i]; f.Side == scoring.Ends && !f.Void {
			return f
		}
	}
	return nil
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
