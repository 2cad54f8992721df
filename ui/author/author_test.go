package author

import (
	"fmt"
	"strings"
	"testing"

	"coolhead/catalog"
	"coolhead/scenarios/source"
	"coolhead/ui/edit"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/uitest"
)

func opened(th *theme.Theme, w, h int, items []catalog.Item) *Screen {
	s := New(uitest.Env(th, w, h))
	s.Update(listMsg(items))
	return s
}

// own are two calls of one's own, one of them broken.
func own() []catalog.Item {
	call := uitest.Items()[0]
	call.Path = "library/third-call.yaml"
	return []catalog.Item{call, uitest.Broken()}
}

func TestThePage(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {48, 16}} {
		uitest.Golden(t, fmt.Sprintf("author-%dx%d", size[0], size[1]), opened(uitest.Plain(), size[0], size[1], own()).View())
	}
	uitest.Golden(t, "author-80x24-colour", opened(uitest.Colour(), 80, 24, own()).View())
	ascii := uitest.ASCII()
	uitest.Golden(t, "author-80x24-ascii", ascii.Cells(opened(ascii, 80, 24, own()).View()))
	uitest.Golden(t, "none-80x24", opened(uitest.Plain(), 80, 24, nil).View())
}

func TestOnlyOnesOwnIsListed(t *testing.T) {
	list := Own(append(uitest.Items(), own()...))
	for _, item := range list {
		if strings.HasPrefix(item.Path, "built-in") {
			t.Errorf("%s is part of coolhead itself", item.Path)
		}
	}
	if len(list) != 3 {
		t.Errorf("%d are listed, of three", len(list))
	}
}

func TestKeysOfThePage(t *testing.T) {
	s := opened(uitest.Plain(), 80, 24, own())
	uitest.Sendable(t, s.Help(), s.env.Theme.Glyphs)
	for _, c := range []struct {
		keys string
		want int
	}{{"down", 1}, {"j", 1}, {"up", 0}, {"k", 0}, {"end", 1}, {"home", 0}, {"pgdown", 1}, {"pgup", 0}} {
		for _, k := range uitest.Keys(c.keys) {
			s.Update(k)
		}
		if s.finger != c.want {
			t.Errorf("%s: finger %d", c.keys, s.finger)
		}
	}
	_, cmd := s.Update(uitest.Keys("enter")[0])
	if open, ok := cmd().(screen.OpenMsg); !ok {
		t.Error("enter opens nothing")
	} else if _, ok := open.Screen.(*edit.Screen); !ok {
		t.Errorf("enter opens %T", open.Screen)
	}
	_, cmd = s.Update(uitest.Keys("esc")[0])
	if _, back := cmd().(screen.BackMsg); !back {
		t.Error("esc does not go back")
	}
}

func TestManyFitEveryWindow(t *testing.T) {
	var many []catalog.Item
	for i := range 80 {
		item := own()[i%2]
		item.Title = fmt.Sprintf("Number %d, a title that goes on for quite some time before it ends", i)
		item.Problems = append([]source.Problem(nil), item.Problems...)
		many = append(many, item)
	}
	for _, size := range uitest.Sizes() {
		s := opened(uitest.Plain(), size[0], size[1], many)
		s.Update(uitest.Keys("end")[0])
		uitest.Fits(t, s.View(), size[0], size[1])
		if !strings.Contains(s.View(), "Number 79") {
			t.Errorf("%v: the last one is not shown", size)
		}
	}
}
