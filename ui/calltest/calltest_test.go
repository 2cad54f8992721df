package calltest

import (
	"testing"

	"coolhead/sim"
)

func TestTheCallPlaysToItsEnd(t *testing.T) {
	c := sim.Start(Cast(t), sim.Options{Seed: 1})
	for _, reply := range []string{
		"Three calls for one refund is on us, Dana.", "You're right, that is three weeks late.", "I'll ring you on Friday at ten.",
	} {
		if _, err := c.Reply(reply); err != nil {
			t.Fatal(err)
		}
	}
	if end, over := c.Ended(); end != "recovered" || !over {
		t.Errorf("ended %q %v", end, over)
	}
	a := sim.Start(Cast(t), sim.Options{}).Coach("I understand that's frustrating, but the system shows it as sent.")
	if len(a.Findings) < 3 {
		t.Errorf("found %v", a.Findings)
	}
}
