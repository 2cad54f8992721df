package call

import (
	"strings"
	"testing"

	"coolhead/sim"
	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

func TestAReceiptWithoutRoomForOneNameIsLeftOut(t *testing.T) {
	r := &receipt{before: 80, now: 68, effects: []sim.Effect{
		{Behaviour: "owns-it", Name: "owns it", Heat: -20},
		{Behaviour: "next-step-by-when", Name: "says what by when", Heat: -5},
		{Name: "one reply's limit", Heat: 13, Note: "one reply takes 12 at most at this heat"},
	}}
	for height := range 10 {
		p := &pane{t: uitest.Plain(), width: 19, height: height}
		beside{name: "Dana", mode: sim.Practice, receipt: r}.slip(p)
		page := strings.Join(p.rows, "\n")
		if len(p.rows) > height {
			t.Errorf("%d rows of %d\n%s", len(p.rows), height, page)
		}
		for _, row := range p.rows {
			if widget.Width(row) > 19 {
				t.Errorf("%q is wider than the margin", row)
			}
		}
		if len(p.rows) > 0 && !strings.Contains(page, "80 to 68") {
			t.Errorf("%d rows: no sum\n%s", height, page)
		}
		if strings.Contains(page, " more") && !strings.Contains(page, "owns it") {
			t.Errorf("%d rows: a count without a name\n%s", height, page)
		}
		if height >= 7 && !strings.Contains(page, "reply's limit   +13") {
			t.Errorf("%d rows: the limit has no name\n%s", height, page)
		}
	}
}
