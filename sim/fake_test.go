package sim

import (
	"strings"
	"testing"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// wordJudge hears a behaviour in each word that is its id: “owns-it repair”. A word
// with ! before it ends the score.
type wordJudge struct{ reader }

func (wordJudge) Read(text string) any { return text }
func (wordJudge) Moment(m moment) any  { return m }

func (j wordJudge) Judge(reading, _ any, grants []string) scoring.Assessment {
	text := reading.(string)
	a := scoring.Assessment{}
	for d := range scoring.Dimensions {
		a.Dimensions[d] = 500
	}
	a.Dimensions[scoring.Argument] = 1000
	add := func(id string, at, size int) {
		ends := strings.HasPrefix(id, "!")
		b, ok := scoring.BehaviourOf(strings.TrimPrefix(id, "!"))
		if !ok {
			return
		}
		side := b.Side
		if ends {
			side = scoring.Ends
		}
		a.Has[b.Dimension] = true
		a.Dimensions[b.Dimension] = min(max(a.Dimensions[b.Dimension]+b.Points, 0), 1000)
		a.Findings = append(a.Findings, scoring.Finding{
			Behaviour: b.ID, Name: b.Name, Side: side, Dimension: b.Dimension, Points: b.Points,
			Start: at, End: at + size, Text: text[at : at+size],
		})
	}
	at := 0
	for _, w := range strings.Split(text, " ") {
		add(w, at, len(w))
		at += len(w) + 1
	}
	for _, id := range grants {
		add(id, 0, 0)
	}
	a.Score = weighted(a.Dimensions, a.Has)
	return a
}

// turn makes a turn with one line.
func turn(id, line string, needs ...string) scenarios.Turn {
	return scenarios.Turn{ID: id, Says: []scenarios.Entry{{Say: []string{line}}}, Needs: scenarios.Needs{All: needs}}
}

// closing makes a turn that ends the call.
func closing(id, end string) scenarios.Turn {
	return scenarios.Turn{ID: id, Says: []scenarios.Entry{{Say: []string{"line of " + id}}}, End: end}
}

// cast makes a cast of turns, opening in a mood.
func castOf(mood scenarios.Mood, turns ...scenarios.Turn) Cast {
	return Cast{
		Scenario: &scenarios.Scenario{ID: "tried", Title: "Tried", Turns: turns, Customer: scenarios.Customer{Name: "Dana", Mood: mood}},
		ears:     wordJudge{},
	}
}

// say replies and fails the test if it cannot be said.
func say(t *testing.T, c *Call, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if _, err := c.Reply(text); err != nil {
			t.Fatalf("saying %q: %v", text, err)
		}
	}
}

// at fails the test unless the call stands in that turn.
func at(t *testing.T, c *Call, id string) {
	t.Helper()
	if c.Turn() == nil {
		end, _ := c.Ended()
		t.Fatalf("the call has ended (%s), not come to %s", end, id)
	}
	if c.Turn().ID != id {
		t.Fatalf("the call stands in %s, not in %s", c.Turn().ID, id)
	}
}

// ended fails the test unless the call came to that end.
func ended(t *testing.T, c *Call, end string) {
	t.Helper()
	if got, over := c.Ended(); !over || got != end {
		t.Fatalf("ended %q (over: %v), want %q", got, over, end)
	}
}

// heatOf is the heat after one reply from a mood, in a turn that needs what is given.
func afterOne(t *testing.T, cast Cast, text string) State {
	t.Helper()
	c := Start(cast, Options{})
	say(t, c, text)
	return c.State()
}

func mood(m scenarios.Mood, or string) scenarios.Condition {
	return scenarios.Condition{Clauses: []scenarios.Clause{{Kind: scenarios.IfMood, Mood: m, Or: or}}, Text: "mood"}
}

func clause(kind scenarios.ClauseKind, behaviour string, n int) scenarios.Condition {
	return scenarios.Condition{Clauses: []scenarios.Clause{{Kind: kind, Behaviour: behaviour, N: n}}, Text: string(kind)}
}

func lastLine(c *Call) string {
	lines := c.Lines()
	if len(lines) == 0 {
		return ""
	}
	return lines[len(lines)-1].Text
}
