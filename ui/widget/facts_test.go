package widget_test

import (
	"testing"

	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

func TestWhatIsNotKnownIsNoFact(t *testing.T) {
	for _, c := range []struct {
		facts []string
		want  string
	}{
		{[]string{"call", "phone", widget.Level(3)}, "call · phone · level 3"},
		{[]string{"call", "", widget.Level(0)}, "call"},
		{nil, ""},
	} {
		if got := widget.Facts(uitest.Plain(), c.facts...); got != c.want {
			t.Errorf("%q: %q, not %q", c.facts, got, c.want)
		}
	}
}
