package keys_test

import (
	"fmt"
	"strings"
	"testing"

	"coolhead/ui/keys"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

// inACall is what a call's screen would say of its keys.
func inACall() widget.Help {
	return widget.Help{
		Title: "in a call, typing",
		Esc:   "esc pause",
		Keys: []widget.Key{
			{Key: "enter", Short: "say it"},
			{Key: "ctrl+j", Short: "line", Long: "a new line (alt+enter too)"},
			{Key: "tab", Short: "pick", Long: "pick instead"},
			{Key: "ctrl+g", Short: "hint", Long: "a hint; again for more"},
			{Key: "ctrl+y", Long: "why: the rule behind a mark", Off: true},
			{Key: "ctrl+r", Long: "rewind, and what if", Off: true},
			{Key: "pgup pgdn", Long: "read back", Off: true},
			{Key: "f1", Short: "keys", Long: "these keys (? on an empty line)"},
		},
	}
}

func TestTheKeysPage(t *testing.T) {
	themes := map[string]*theme.Theme{"": uitest.Plain(), "-colour": uitest.Colour(), "-ascii": uitest.ASCII()}
	for suffix, th := range themes {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
			if suffix != "" && size[0] != 80 {
				continue
			}
			page, _ := keys.View(th, size[0], size[1], inACall(), 0)
			uitest.Golden(t, fmt.Sprintf("keys-%dx%d%s", size[0], size[1], suffix), page)
			uitest.Fits(t, page, size[0], size[1])
		}
	}
}

func TestEveryKeyOfTheScreenIsTold(t *testing.T) {
	page, below := keys.View(uitest.Plain(), 80, 24, inACall(), 0)
	if below != 0 {
		t.Errorf("%d rows do not fit at 80×24", below)
	}
	for _, k := range inACall().Keys {
		if !strings.Contains(page, k.Key) {
			t.Errorf("%s is not told", k.Key)
		}
	}
	if !strings.Contains(page, "esc         pause") {
		t.Error("what esc does is not told")
	}
}

func TestOnASmallPageTheRestIsScrolledTo(t *testing.T) {
	th := uitest.Plain()
	seen := ""
	from, below := 0, 1
	for below > 0 {
		var page string
		page, below = keys.View(th, 48, 16, inACall(), from)
		uitest.Fits(t, page, 48, 16)
		seen += page
		if from++; from > 60 {
			t.Fatal("the page never ends")
		}
	}
	for _, want := range []string{"enter       say it", "twice: leave; kept", "it burns."} {
		if !strings.Contains(seen, want) {
			t.Errorf("%q is never shown", want)
		}
	}
}

func TestItFitsEverySize(t *testing.T) {
	for _, th := range []*theme.Theme{uitest.Plain(), uitest.Colour(), uitest.ASCII()} {
		for _, size := range uitest.Sizes() {
			page, _ := keys.View(th, size[0], size[1], inACall(), 0)
			uitest.Fits(t, page, size[0], size[1])
		}
	}
}
