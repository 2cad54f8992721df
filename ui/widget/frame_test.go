package widget_test

import (
	"strings"
	"testing"

	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

func TestTheGridIsThatOfTheDrawings(t *testing.T) {
	cases := []struct{ width, talk, upright, margin, marginW int }{
		{80, 52, 57, 60, 19},
		{120, 72, 78, 82, 37},
		{132, 72, 78, 82, 49},
		{200, 72, 78, 82, 49},
		{100, 72, 77, 80, 19},
		{48, 44, 1, 1, 0},
	}
	for _, c := range cases {
		g := widget.GridFor(c.width)
		// Drawings count columns from 1.
		if g.Talk != c.talk || g.Upright+1 != c.upright || g.Margin+1 != c.margin || g.MarginW != c.marginW {
			t.Errorf("%d wide: talk %d, upright %d, margin %d of %d", c.width, g.Talk, g.Upright+1, g.Margin+1, g.MarginW)
		}
	}
}

func TestMetersGoByHalves(t *testing.T) {
	th := uitest.Plain()
	cases := []struct {
		value int
		want  string
	}{
		{0, "············"}, {4, "▌···········"}, {50, "██████······"}, {71, "████████▌···"}, {100, "████████████"}, {-5, "············"}, {140, "████████████"},
	}
	for _, c := range cases {
		if got := widget.Meter(th, c.value); got != c.want {
			t.Errorf("%d: got %q, want %q", c.value, got, c.want)
		}
	}
}

func TestTheHeadKeepsBothSidesOnOneRow(t *testing.T) {
	th := uitest.Plain()
	for _, width := range []int{20, 48, 79, 80, 120, 200} {
		for _, left := range []string{"", "Find", strings.Repeat("A very long title ", 10)} {
			for _, right := range []string{"", "5 of 62", strings.Repeat("call · phone ", 20)} {
				rows := widget.Head(th, width, left, right)
				if len(rows) != 2 {
					t.Fatalf("%d rows", len(rows))
				}
				for _, r := range rows {
					if w := widget.Width(r); w > min(width, widget.MaxWidth) {
						t.Errorf("%d wide: %d cells: %q", width, w, r)
					}
				}
			}
		}
	}
}

func TestTheFootShowsFiveKeysAndEscAndDropsTheLast(t *testing.T) {
	th := uitest.Plain()
	help := widget.Help{Esc: "esc back"}
	for _, k := range []string{"1", "2", "3", "4", "5", "6"} {
		help.Keys = append(help.Keys, widget.Key{Key: k, Short: "word"})
	}
	help.Keys = append(help.Keys, widget.Key{Key: "h", Short: "hidden", Off: true})
	if got, want := widget.Foot(th, 80, help), "  1 word   2 word   3 word   4 word   5 word"; !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "esc back") || strings.Contains(got, "6") {
		t.Errorf("at 80: %q", got)
	}
	if got := widget.Foot(th, 48, help); strings.Contains(got, "5") || !strings.HasSuffix(got, "esc back") || widget.Width(got) > 46 {
		t.Errorf("at 48: %q", got)
	}
}

func TestAPageHasExactlyItsRows(t *testing.T) {
	th := uitest.Colour()
	for _, size := range append(uitest.Sizes(), [2]int{20, 5}, [2]int{1, 1}) {
		w, h := size[0], size[1]
		head := widget.Head(th, w, "Find", "5 of 62")
		body := strings.Split(strings.Repeat(th.Hurts.Render(strings.Repeat("我", 200))+"\n", 80), "\n")
		page := widget.Page(th, w, h, head, body, widget.Foot(th, w, widget.Help{Esc: "esc back", Keys: []widget.Key{{Key: "enter", Short: "open"}}}))
		uitest.Fits(t, page, w, h)
	}
}
