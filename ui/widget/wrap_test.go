package widget_test

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

func TestWrapBreaksWhereAScriptAllowsIt(t *testing.T) {
	cases := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"nothing is one empty row", "", 10, []string{""}},
		{"short text stays as it is", "It is late.", 20, []string{"It is late."}},
		{"words move whole", "It was promised for 2 March.", 16, []string{"It was promised", "for 2 March."}},
		{"the space at a break belongs to no row", "aaa bbb", 3, []string{"aaa", "bbb"}},
		{"a long word is cut", "refund0123456789", 6, []string{"refund", "012345", "6789"}},
		{"a long word begins on a row of its own", "my refund0123", 6, []string{"my", "refund", "0123"}},
		{"new lines stay", "one\n\ntwo", 10, []string{"one", "", "two"}},
		{"a new line at the end opens a row", "one\n", 10, []string{"one", ""}},
		{"Chinese breaks between characters", "我的退款在哪里", 6, []string{"我的退", "款在哪", "里"}},
		{"a wide character never hangs over", "我的退", 5, []string{"我的", "退"}},
		{"an emoji of several parts stays whole", "ok 👩‍👩‍👧 ok", 5, []string{"ok 👩‍👩‍👧", "ok"}},
		{"flags stay whole", "🇩🇪🇫🇷🇮🇹", 4, []string{"🇩🇪🇫🇷", "🇮🇹"}},
		{"accents stay with their letters", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"Hebrew keeps its order in the row", "איפה הכסף שלי", 8, []string{"איפה", "הכסף שלי"}},
		{"a width of nothing is one cell", "ab", 0, []string{"a", "b"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := widget.Wrap(c.text, c.width)
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestNoRowIsWiderAndNothingIsLost(t *testing.T) {
	texts := []string{
		"This is my THIRD call about order #4411. Where is my money?",
		"我的退款在哪里？三个星期了！ Order 4411。",
		"👩‍👩‍👧‍👦 family 🇩🇪 flags 👍🏽 tones, and a-very-long-hyphenated-thing/with/slashes",
		"שלום, איפה ההזמנה שלי? 4411 مرحبا أين طلبي",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		"  leading   and   many    spaces  ",
		"e\u0301\u0301\u0301 combining\nnew\n\nlines\n",
	}
	for _, text := range texts {
		for width := 1; width < 30; width++ {
			rows := widget.Rows(text, width)
			at := 0
			for i, r := range rows {
				if w := widget.Width(r.Text); w > width && uniseg.GraphemeClusterCount(r.Text) > 1 {
					t.Errorf("width %d: row %q is %d cells", width, r.Text, w)
				}
				if text[r.Start:r.End] != r.Text {
					t.Errorf("width %d: row %d says %q, its place %q", width, i, r.Text, text[r.Start:r.End])
				}
				if r.Start < at || strings.Trim(text[at:r.Start], " \n") != "" {
					t.Errorf("width %d: %q lost between rows", width, text[at:r.Start])
				}
				at = r.End
			}
			if strings.Trim(text[at:], " \n") != "" {
				t.Errorf("width %d: %q lost at the end", width, text[at:])
			}
		}
	}
}

func TestColoursGoOnToTheNextRowAndEndWithTheirOwn(t *testing.T) {
	th := uitest.Colour()
	rows := widget.Wrap(th.Hurts.Render("one two")+" three", 5)
	if len(rows) != 3 {
		t.Fatalf("rows: %q", rows)
	}
	for _, r := range rows[:2] {
		if !strings.HasPrefix(r, "\x1b[") || !strings.HasSuffix(r, "\x1b[0m") {
			t.Errorf("row %q does not open and close its colour", r)
		}
	}
	if rows[2] != "three" {
		t.Errorf("colour runs on: %q", rows[2])
	}
}

func TestCleanShowsWhatWouldCommandATerminal(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"plain words stay", "Where is it?", "Where is it?"},
		{"letters of any script stay", "über 我的 👩‍👩‍👧 שלום", "über 我的 👩‍👩‍👧 שלום"},
		{"an escape is shown", "\x1b[2Jhello", "^[[2Jhello"},
		{"a bell and a delete are shown", "a\x07b\x7f", "a^Gb^?"},
		{"one of the C1 controls is shown", "a\u009b2J", `a\u009b2J`},
		{"a mark that turns the text around is shown", "a\u202eb", `a\u202eb`},
		{"a bare return is a new line", "a\rb", "a\nb"},
		{"return and new line are one", "a\r\nb", "a\nb"},
		{"a tab is four cells", "a\tb", "a    b"},
		{"a broken byte is the sign for one", "a\xffb", "a\uFFFDb"},
		{"that sign itself stays", "a\uFFFDb\x1b", "a\uFFFDb^["},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := widget.Clean(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTruncateAndPadCountCells(t *testing.T) {
	th := uitest.Plain()
	cases := []struct {
		name, text string
		width      int
		want       string
	}{
		{"what fits stays", "abc", 3, "abc"},
		{"what does not says so", "abcdef", 4, "abc…"},
		{"a wide character is not halved", "我的退款", 4, "我…"},
		{"no room at all", "abc", 0, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := widget.Truncate(th, c.text, c.width); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if got := widget.Truncate(uitest.ASCII(), "abcdef", 4); got != "a..." {
		t.Errorf("in ASCII: %q", got)
	}
	if got := widget.Pad("我", 4); got != "我  " {
		t.Errorf("Pad: %q", got)
	}
	if got := widget.PadLeft("7", 3); got != "  7" {
		t.Errorf("PadLeft: %q", got)
	}
	if got := widget.Column(th, "abcdef", 4) + "|" + widget.Column(th, "ab", 4) + "|"; got != "abc…|ab  |" {
		t.Errorf("Column: %q", got)
	}
}
