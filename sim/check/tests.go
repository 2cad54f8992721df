package check

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
)

// Result is how one test came out.
type Result struct {
	Code   string // of what every scenario must hold; "" for the author's own tests
	Name   string
	At     source.Place
	Passed bool
	Fault  string // one or more sentences: what was expected, what came, what was waited for
	End    string
	Score  scoring.Tenths
	Call   *sim.Call // as far as it came; nil where it is not about one call
}

// RunTests plays the tests that the author wrote.
func RunTests(cast sim.Cast) []Result { return New(cast).Tests() }

// Tests plays the tests that the author wrote.
func (c *Checker) Tests() []Result {
	all := make([]Result, len(c.s.Tests))
	for i := range c.s.Tests {
		all[i] = c.test(&c.s.Tests[i])
	}
	return all
}

func (c *Checker) test(t *scenarios.Test) Result {
	call := c.start("")
	r := Result{Name: t.Name, At: t.At, Call: call}
	var faults []string
	for i, reply := range t.Replies {
		if _, over := call.Ended(); over {
			break // replies left over are what a trainee never got to say
		}
		if err := say(call, reply); err != nil {
			faults = append(faults, fmt.Sprintf("Reply %d could not be said: %v.", i+1, err))
			break
		}
	}
	end, over := call.Ended()
	r.End, r.Score = end, call.Result().Score
	if !over && len(faults) == 0 {
		faults = append(faults, waits(call))
	}
	if want := t.Expect.End; over && len(want) > 0 && !slices.Contains(want, end) {
		faults = append(faults, fmt.Sprintf("It ended as %s, not as %s.", end, strings.Join(want, " or ")))
	}
	if b := t.Expect.Score; b != nil && !within(b, r.Score) {
		faults = append(faults, fmt.Sprintf("The score is %s, not %s%s.", r.Score, bound(b), held(call)))
	}
	for _, id := range t.Expect.Heard {
		if !call.HasHeard(id) {
			faults = append(faults, fmt.Sprintf("Nobody heard %s.", id))
		}
	}
	for _, id := range t.Expect.NotHeard {
		if n := heardIn(call, id); n > 0 {
			faults = append(faults, fmt.Sprintf("Reply %d shows %s, which nobody should hear.", n, id))
		}
	}
	r.Fault = strings.Join(faults, " ")
	r.Passed = len(faults) == 0
	return r
}

func say(call *sim.Call, reply scenarios.TestReply) error {
	var err error
	switch {
	case reply.Pick > 0:
		_, err = call.ReplyPick(reply.Pick)
	case reply.Silence > 0:
		if len(call.Silence(int(reply.Silence))) == 0 {
			err = fmt.Errorf("%d s of silence reach nothing here", reply.Silence)
		}
	default:
		_, err = call.Reply(reply.Text)
	}
	return err
}

// waits says where a call stands whose replies ran out, and what for.
func waits(call *sim.Call) string {
	turn := call.Turn()
	lines := call.Lines()
	last := ""
	if len(lines) > 0 {
		last = fmt.Sprintf(", at “%s”", lines[len(lines)-1].Text)
	}
	all, anyOf := call.Wants()
	want := strings.Join(all, " and ")
	if len(anyOf) > 0 {
		if want != "" {
			want += " and "
		}
		want += strings.Join(anyOf, " or ")
	}
	if want == "" {
		return fmt.Sprintf("The replies ran out in %s%s: one more is needed there.", turn.ID, last)
	}
	return fmt.Sprintf("The replies ran out in %s%s: the customer still waits for %s.", turn.ID, last, want)
}

func within(b *scenarios.Bound, score scoring.Tenths) bool {
	if b.AtLeast {
		return score >= scoring.Tenths(10*b.N)
	}
	return score < scoring.Tenths(10*b.N)
}

func bound(b *scenarios.Bound) string {
	if b.AtLeast {
		return fmt.Sprintf("%d or more", b.N)
	}
	return fmt.Sprintf("below %d", b.N)
}

// held says what held a score down.
func held(call *sim.Call) string {
	res := call.Result()
	for _, c := range res.Caps {
		if c.Lowers {
			return fmt.Sprintf(" (it would be %s, but %s)", res.Raw, c.Why)
		}
	}
	return ""
}

// heardIn is the first reply that showed a behaviour, 0 for none.
func heardIn(call *sim.Call, id string) int {
	for _, x := range call.Exchanges() {
		if x.Assessment.Shows(id) {
			return x.N
		}
	}
	return 0
}

// Costs is the call reply by reply: what each cost, at which words.
func (r Result) Costs() string {
	if r.Call == nil {
		return ""
	}
	var b strings.Builder
	for _, x := range r.Call.Exchanges() {
		need := ""
		if x.Met {
			need = ", what was needed"
		}
		fmt.Fprintf(&b, "%d  in %s: score %s, heat %d to %d%s", x.N, x.Turn, x.Assessment.Score, x.Before.Heat, x.After.Heat, need)
		for i := range x.Assessment.Findings {
			f := &x.Assessment.Findings[i]
			if f.Points < 0 {
				fmt.Fprintf(&b, "; %s", cost(f))
			}
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func cost(f *scoring.Finding) string {
	if f.Text == "" {
		return fmt.Sprintf("%s %s", f.Name, f.Points)
	}
	return fmt.Sprintf("“%s” %s (%s)", f.Text, f.Points, f.Name)
}
