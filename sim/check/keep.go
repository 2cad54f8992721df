package check

import (
	"errors"
	"fmt"
	"strconv"

	"coolhead/scenarios"
	"coolhead/sim"
)

// Keep makes a test of a call that was played: the same replies, and what they come
// to. Tests begin at the beginning and choose their lines by a seed of their own, so
// what is expected is what the replies come to there. Without a name it is called
// after that.
func Keep(call *sim.Call, name string) (scenarios.Test, error) {
	t := scenarios.Test{Name: name}
	started := call.Events()[0]
	switch _, over := call.Ended(); {
	case !over:
		return t, errors.New("the call has not ended, so there is nothing yet that a test could expect")
	case started.AtTurn != "" || started.Mood != "":
		return t, errors.New("the call did not begin at its beginning, and a test does")
	}
	again := New(call.Stage().Cast()).start("")
	for i, step := range call.Path() {
		if _, over := again.Ended(); over {
			break
		}
		reply := scenarios.TestReply{Text: step.Text, Pick: step.Pick}
		if step == (sim.Step{}) {
			seconds, ok := again.NextSilence()
			if !ok {
				return t, fmt.Errorf("step %d is a silence, of which nothing comes with the lines that a test has", i+1)
			}
			reply.Silence = scenarios.Duration(seconds)
		}
		if err := say(again, reply); err != nil {
			return t, fmt.Errorf("step %d cannot be said with the lines that a test has: %w", i+1, err)
		}
		t.Replies = append(t.Replies, reply)
	}
	end, over := again.Ended()
	if !over {
		return t, fmt.Errorf("with the lines that a test has, the call has not ended: %s", waits(again))
	}
	b := about(int(again.Result().Score / 10))
	t.Expect = scenarios.Expect{End: []string{end}, Score: b}
	if t.Name == "" {
		t.Name = fmt.Sprintf("Ends as %s with %s %s", end, bound(b), by(t.Replies))
	}
	return t, nil
}

// by tells one call from another that ended alike: the picks, or how many replies.
func by(replies []scenarios.TestReply) string {
	picks := "by picks"
	for _, r := range replies {
		switch {
		case r.Pick > 0:
			picks += " " + strconv.Itoa(r.Pick)
		case r.Silence > 0:
			picks += " s"
		default:
			return fmt.Sprintf("in %d replies", len(replies))
		}
	}
	return picks
}

// about is the ten that a score stands in: a good one must not fall below it, a poor
// one not rise above it.
func about(score int) *scenarios.Bound {
	if score >= 70 {
		return &scenarios.Bound{AtLeast: true, N: score / 10 * 10}
	}
	return &scenarios.Bound{N: score/10*10 + 10}
}
