package sim

import (
	"strings"
	"testing"

	"coolhead/scenarios"
)

func TestACustomerIsSpokenOfByTheFirstNameOrWithTheTitle(t *testing.T) {
	for name, want := range map[string]string{
		"Dana Roth": "Dana", "Dana": "Dana", " Dana  Roth ": "Dana", "Ana María Ruiz": "Ana",
		"Mr Osei": "Mr Osei", "Dr. Lin": "Dr. Lin", "the Kowalskis": "the Kowalskis", "": "",
	} {
		if got := Called(name); got != want {
			t.Errorf("%q is called %q, not %q", name, got, want)
		}
	}
}

func TestEveryBuiltEndingSpeaksOfTheCustomerAsTheScreensDo(t *testing.T) {
	for _, end := range []string{
		scenarios.StormedOff, scenarios.LeftSilently, scenarios.KindButUseless, scenarios.SolvedButLost,
		scenarios.Recovered, scenarios.Exceeded, scenarios.Escalated, scenarios.EndedForAbuse, "",
	} {
		if got := built("Dana Roth", end); strings.Contains(got, "Roth") {
			t.Errorf("%s: %s", end, got)
		}
	}
	if got := built("", scenarios.Recovered); !strings.Contains(got, "The customer has") {
		t.Errorf("without a name: %s", got)
	}
}
