package widget_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"coolhead/scoring"
	"coolhead/ui/uitest"
	"coolhead/ui/widget"
)

// typed is a line after some keys, with its cursor shown as a bar.
func typed(keys string) string {
	var l widget.Line
	for _, k := range uitest.Keys(keys) {
		l.Key(k)
	}
	return l.Value()[:l.At()] + "|" + l.Value()[l.At():]
}

func TestKeysOfTheLine(t *testing.T) {
	cases := []struct{ name, keys, want string }{
		{"letters are typed", "hello there", "hello there|"},
		{"left and right move by what is seen", "añb|left|left", "a|ñb"},
		{"backspace takes one character", "hello|backspace", "hell|"},
		{"backspace at the start does nothing", "backspace|a", "a|"},
		{"delete takes the next", "ab|home|delete", "|b"},
		{"ctrl+w takes a word", "one two|ctrl+w", "one |"},
		{"ctrl+w takes the space before it too", "one two |ctrl+w", "one |"},
		{"ctrl+u clears to the start", "one two|alt+left|ctrl+u", "|two"},
		{"ctrl+k clears to the end", "one two|alt+left|ctrl+k", "one |"},
		{"home and end", "abc|home|x|end|y", "xabcy|"},
		{"alt and an arrow move by words", "one two three|alt+left|alt+left|alt+right", "one two| three"},
		{"ctrl+j is a new line", "a|ctrl+j|b", "a\nb|"},
		{"alt+enter is a new line too", "a|alt+enter|b", "a\nb|"},
		{"home goes to the start of its line", "ab|ctrl+j|cd|home|x", "ab\nx|cd"},
		{"ctrl+u at the start of a line joins it", "ab|ctrl+j|ctrl+u", "ab|"},
		{"a whole family goes at once", "a👩‍👩‍👧|backspace", "a|"},
		{"an accent goes with its letter", "ae\u0301|backspace", "a|"},
		{"a question mark is a letter", "why?", "why?|"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := typed(c.keys); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestKeysThatAreNotTheLines(t *testing.T) {
	for _, name := range []string{"enter", "tab", "esc", "ctrl+g", "ctrl+r", "ctrl+f", "ctrl+y", "f1", "pgup", "up", "down", "ctrl+v", "ctrl+z"} {
		var l widget.Line
		l.Set("one row")
		for _, k := range uitest.Keys(name) {
			if l.Key(k) || l.Value() != "one row" {
				t.Errorf("the line took %s", name)
			}
		}
	}
}

func TestPasteKeepsNewLinesShowsControlsAndStopsAtTheLimit(t *testing.T) {
	var l widget.Line
	if !l.Key(uitest.Paste("one\r\ntwo\x1b[2J")) {
		t.Fatal("paste was not taken")
	}
	if want := "one\ntwo^[[2J"; l.Value() != want {
		t.Errorf("got %q, want %q", l.Value(), want)
	}
	l.Key(uitest.Paste(strings.Repeat("é", 3000)))
	if n := utf8.RuneCountInString(l.Value()); n != widget.MaxTyped {
		t.Errorf("%d characters, want %d", n, widget.MaxTyped)
	}
	l.Key(uitest.Keys("x")[0])
	if n := utf8.RuneCountInString(l.Value()); n != widget.MaxTyped {
		t.Errorf("a full line took another letter: %d", n)
	}
}

func TestUpAndDownMoveByRowsAndLeaveTheEdgesToTheScreen(t *testing.T) {
	th := uitest.Plain()
	var l widget.Line
	l.Set("first\nsecond\nthird")
	l.View(th, 80, nil, true)
	up, down := uitest.Keys("up")[0], uitest.Keys("down")[0]
	if l.Key(down) {
		t.Error("down at the last row is not the line's")
	}
	if !l.Key(up) || l.At() != len("first\nsecon") {
		t.Errorf("up went to byte %d", l.At())
	}
	l.View(th, 80, nil, true)
	if !l.Key(up) || l.At() != len("first") {
		t.Errorf("up again went to byte %d", l.At())
	}
	if l.Key(up) {
		t.Error("up at the first row is not the line's")
	}
}

func TestTheCursorIsAlwaysOnThePage(t *testing.T) {
	th := uitest.Colour()
	cursor := th.Cursor.Render(" ")[:4] // the sequence that reverses a cell
	texts := []string{"", "a", strings.Repeat("word ", 40), strings.Repeat("x", 300), "我的退款在哪里我的退款在哪里我的退款在哪里", "a\n\n\n\n\n\nb", "ends in spaces      ", strings.Repeat("y", 76) + "   "}
	for _, text := range texts {
		for _, width := range []int{48, 80, 120} {
			var l widget.Line
			l.Set(text)
			for {
				rows := l.View(th, width, nil, true)
				page := strings.Join(rows, "\n")
				if strings.Count(page, cursor) != 1 {
					t.Fatalf("%d wide, byte %d of %q: no one cursor in %q", width, l.At(), text, page)
				}
				if len(rows) > widget.LineRows {
					t.Fatalf("%d rows", len(rows))
				}
				for _, r := range rows {
					if ansi.StringWidth(r) > width {
						t.Fatalf("%d wide: %q", width, r)
					}
				}
				if l.At() == 0 {
					break
				}
				l.Key(uitest.Keys("left")[0])
			}
		}
	}
}

func TestMarksStandUnderTheirWords(t *testing.T) {
	find := func(text, words string, side scoring.Side) scoring.Finding {
		i := strings.Index(text, words)
		return scoring.Finding{Side: side, Start: i, End: i + len(words)}
	}
	th := uitest.Plain()
	cases := []struct {
		name, text string
		width      int
		found      [][2]string // words, side
		want       []string
	}{
		{"helped is straight, hurt is wavy", "You are right, but no", 40,
			[][2]string{{"right", "helps"}, {"but", "hurts"}}, []string{"        ─────  ~~~"}},
		{"what ends the score is double", "you idiot", 40, [][2]string{{"idiot", "ends"}}, []string{"    ═════"}},
		{"the worse mark wins the cell", "sorry but", 40,
			[][2]string{{"sorry but", "helps"}, {"but", "hurts"}}, []string{"──────~~~"}},
		{"advice over all hides nothing", "too long", 40,
			[][2]string{{"too long", "advice"}, {"long", "helps"}}, []string{"····────"}},
		{"wide characters have wide marks", "退款 ok", 40, [][2]string{{"退款", "helps"}, {"ok", "hurts"}}, []string{"──── ~~"}},
		{"an emoji is two cells", "👩‍👩‍👧 sorry", 40, [][2]string{{"sorry", "helps"}}, []string{"   ─────"}},
		{"a span that wraps is marked on both rows", "it leaves today", 10,
			[][2]string{{"leaves today", "helps"}}, []string{"   ──────", "─────"}},
		{"a row without marks is empty", "one two", 3, [][2]string{{"two", "helps"}}, []string{"", "───"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var found []scoring.Finding
			for _, f := range c.found {
				found = append(found, find(c.text, f[0], scoring.Side(f[1])))
			}
			got := widget.Marks(th, widget.Rows(c.text, c.width), found)
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestNamesPutHurtsFirstWhereNotAllFit(t *testing.T) {
	th := uitest.Plain()
	found := []scoring.Finding{
		{Side: scoring.Helps, Name: "names the feeling"}, {Side: scoring.Hurts, Name: "takes it back"}, {Side: scoring.Helps, Name: "a date"},
	}
	cases := []struct {
		width int
		want  string
	}{
		{80, "+ names the feeling   − takes it back   + a date"},
		{46, "− takes it back   + names the feeling   1 more"},
		{30, "− takes it back   2 more"},
		{10, "3 more"},
	}
	for _, c := range cases {
		if got := widget.Names(th, found, c.width); got != c.want {
			t.Errorf("%d cells: got %q, want %q", c.width, got, c.want)
		}
	}
}

func BenchmarkAKeyOnTheLine(b *testing.B) {
	th := uitest.Colour()
	var l widget.Line
	l.Set(strings.Repeat("I understand that it is late. ", 8))
	found := []scoring.Finding{{Side: scoring.Helps, Start: 0, End: 12}, {Side: scoring.Hurts, Start: 40, End: 60}}
	keys := uitest.Keys("x|backspace")
	for i := 0; b.Loop(); i++ {
		l.Key(keys[i%2])
		l.View(th, 80, found, true)
	}
}
