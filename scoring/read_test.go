package scoring

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

// shows says whether a reply shows a behaviour by a rule, alone in the world.
func shows(r *Reader, customer, reply, behaviour string) bool {
	return r.Judge(r.Read(reply), r.Moment(Context{Customer: customer})).Shows(behaviour)
}

func TestWhatIsDeniedQuotedOrReportedIsNoHarm(t *testing.T) {
	r := builtin(t)
	for _, c := range []struct {
		name, reply, behaviour string
		want                   bool
	}{
		{"an order to be calm", "You need to calm down.", "calm-down", true},
		{"told by somebody else", "He told you to calm down, and that was rude of him.", "calm-down", false},
		{"never said", "I would never tell you to calm down.", "calm-down", false},
		{"in straight quotes", `He wrote "calm down" in the notes and he shouldn't have.`, "calm-down", false},
		{"in curly quotes", "He wrote “calm down” in the notes and he shouldn’t have.", "calm-down", false},
		{"in single quotes", "He wrote ‘calm down’ in the notes.", "calm-down", false},
		{"curly apostrophes are apostrophes", "It’s your fault.", "blames-customer", true},
		{"no apostrophes at all", "its your own fault", "blames-customer", true},
		{"a fault denied", "That's not your fault.", "blames-customer", false},
		{"stretched words", "caaaalm downnnn please", "calm-down", true},
		{"letters of another alphabet", "cаlm dоwn", "calm-down", true},
		{"letters with nothing between them", "ca\u200blm down", "calm-down", true},
		{"full width", "ｃａｌｍ ｄｏｗｎ", "calm-down", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shows(r, "", c.reply, c.behaviour); got != c.want {
				t.Errorf("%q shows %s: %v, want %v", c.reply, c.behaviour, got, c.want)
			}
		})
	}
}

func TestSentencesEndWhereAPersonWouldEndThem(t *testing.T) {
	r := builtin(t)
	for _, c := range []struct {
		reply string
		want  int
	}{
		{"Mr. Rao will ring you. It's done.", 2},
		{"It comes at 3.30 p.m. today.", 1},
		{"One\nTwo", 2},
		{"ok i see 😞 your van is on its way", 2},
		{"That's £12.99, back on your card!! Anything you need?", 2},
		{"e.g. the blue one", 1},
	} {
		if got := len(r.Read(c.reply).sentences); got != c.want {
			t.Errorf("%q has %d sentences, want %d", c.reply, got, c.want)
		}
	}
}

func TestGreetingsAndNamesAreNotTheFirstThingSaid(t *testing.T) {
	r := builtin(t)
	for _, c := range []struct{ reply, first string }{
		{"Dear Mr. Tolland, Everybody in your street would say so.", "Everybody"},
		{"hello pavel, thank you for the photo", "thank"},
		{"Hi Lena 💔 your seat is held", "your"},
		{"Oh no, that's awful.", "that"},
		{"Sir, it won't happen again.", "it"},
		{"You were given the wrong key.", "You"},
	} {
		rd := r.Read(c.reply)
		s := rd.sentences[rd.firstSentence()]
		tok := rd.toks[s.begin]
		if got := c.reply[tok.start:tok.end]; got != c.first {
			t.Errorf("%q begins with %q, want %q", c.reply, got, c.first)
		}
	}
}

func TestContractionsAreTheirWordsWithTheirOwnSpans(t *testing.T) {
	r := builtin(t)
	for _, c := range []struct{ text, want string }{
		{"don't", "do not"},
		{"You’re right", "you are right"},
		{"it's been", "it has been"},
		{"it's here", "it is here"},
		{"I'd better", "i had better"},
		{"cant", "can not"},
		{"the part's here", "the part 's here"},
	} {
		rd := r.Read(c.text)
		var words []string
		for _, k := range rd.toks {
			word := c.text[k.start:k.end]
			if k.word != 0 {
				word = r.lang.lex.words[k.word]
			}
			words = append(words, word)
		}
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("%q reads %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTimesNumbersAndNamesAreToldApart(t *testing.T) {
	r := builtin(t)
	for _, c := range []struct {
		text                  string
		times, numbers, names int
	}{
		{"It's there by 3.", 1, 0, 0},
		{"Goran comes at 8.30 on Friday.", 2, 0, 0},
		{"I've asked Goran to ring.", 0, 0, 1},
		{"You paid £12.99 twice.", 0, 1, 0},
		{"It takes three days.", 0, 1, 0},
		{"It's there within three days.", 1, 0, 0},
		{"order 48812 is on its way", 0, 1, 0},
	} {
		rd := r.Read(c.text)
		a, b, n := rd.concretes(0, len(rd.toks))
		if a != c.times || b != c.numbers || n != c.names {
			t.Errorf("%q has %d times, %d numbers, %d names; want %d, %d, %d", c.text, a, b, n, c.times, c.numbers, c.names)
		}
	}
}

func TestTextsWithNothingToAssessSaySo(t *testing.T) {
	r := builtin(t)
	m := r.Moment(Context{Customer: "Where is it?"})
	for _, text := range []string{"", "   ", "😀😀", "\x00\x01", "...", "Es tut mir leid, dass Ihre Lieferung noch nicht angekommen ist.", "Мне очень жаль, что так вышло.", "申し訳ございません"} {
		a := r.Judge(r.Read(text), m)
		if a.Unassessed == "" || a.Score != 0 {
			t.Errorf("%q: score %v, %q", text, a.Score, a.Unassessed)
		}
	}
	for _, text := range []string{"On it.", "Done, Friday at 3.", "Zxqw", "Yes."} {
		if a := r.Judge(r.Read(text), m); a.Unassessed != "" {
			t.Errorf("%q is not assessed: %s", text, a.Unassessed)
		}
	}
}

// textsOfAllKinds are replies with what makes spans go wrong.
var textsOfAllKinds = []string{
	sixty,
	"You’re right, that’s on us 👩‍👩‍👧‍👦. I’ll call you by 3 pm.",
	"cafe\u0301 is yours, it's fault\u0301 of ours\u0301",
	"Sorry\r\nwe got that wrong\r\nfriend",
	"🇬🇧 We will refund you 🇩🇪 today",
	"ca\u200dlm do\u200bwn please\ufe0f",
	"don't\u0301 calm\u0301 down",
	strings.Repeat("I am so sorry. ", 200),
	strings.Repeat("a", 5000),
	"'''' \"\" “” ‘’ 's n't 'll",
	"It’s “calm down” — he said ‘relax’… no?!",
}

func TestSpansNeverSplitAGrapheme(t *testing.T) {
	r := builtin(t)
	for _, text := range textsOfAllKinds {
		checkSpans(t, r, text)
	}
}

func checkSpans(t *testing.T, r *Reader, text string) {
	t.Helper()
	a := r.Judge(r.Read(text), r.Moment(Context{Customer: "Why is my order late, you said friday?"}))
	edges := map[int]bool{0: true}
	g := uniseg.NewGraphemes(text)
	for g.Next() {
		_, to := g.Positions()
		edges[to] = true
	}
	sums := r.sheet.start
	for _, f := range a.Findings {
		if f.Start < 0 || f.End > len(text) || f.Start > f.End || !edges[f.Start] || !edges[f.End] {
			t.Fatalf("%q: %s has the span %d–%d", text, f.Rule, f.Start, f.End)
		}
		if f.End > 0 && text[f.Start:f.End] != f.Text {
			t.Fatalf("%q: %s has the text %q", text, f.Rule, f.Text)
		}
		if f.End == 0 && f.Side != Missing {
			t.Fatalf("%q: %s has no span and is not an absence", text, f.Rule)
		}
		sums[f.Dimension] += f.Points
	}
	if a.Unassessed != "" {
		return
	}
	for d := range Dimensions {
		if want := min(max(sums[d], 0), 1000); a.Dimensions[d] != want {
			t.Fatalf("%q: %s is %v, and its findings make %v", text, d, a.Dimensions[d], want)
		}
	}
}

func TestTheSameWordsGetTheSameScore(t *testing.T) {
	one, two := builtin(t), builtin(t)
	for _, text := range textsOfAllKinds {
		c := Context{Customer: sixtyCustomer}
		a, b := one.Judge(one.Read(text), one.Moment(c)), two.Judge(two.Read(text), two.Moment(c))
		if a.Score != b.Score || a.Dimensions != b.Dimensions || len(a.Findings) != len(b.Findings) {
			t.Errorf("%q: %v and %v", text, a.Dimensions, b.Dimensions)
		}
	}
}

func TestAReadingMayBeJudgedAgain(t *testing.T) {
	r := builtin(t)
	rd := r.Read(sixty)
	m := r.Moment(Context{Customer: sixtyCustomer})
	first := r.Judge(rd, m)
	r.Judge(rd, r.Moment(Context{Customer: "Is it blue?", Heat: 80, Bait: true}))
	if again := r.Judge(rd, m); again.Score != first.Score || len(again.Findings) != len(first.Findings) {
		t.Errorf("first %v, then %v", first.Score, again.Score)
	}
}

func TestPhrasesThatDoNotOccurAddNoStep(t *testing.T) {
	few, many := padded(t, 10), padded(t, 20000)
	for _, text := range textsOfAllKinds {
		if a, b := few.Read(text).Steps(), many.Read(text).Steps(); b > a {
			t.Errorf("%q: %d steps with few phrases, %d with many", text, a, b)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range textsOfAllKinds {
		f.Add(text)
	}
	r := builtin(f)
	f.Fuzz(func(t *testing.T, text string) { checkSpans(t, r, text) })
}

func TestTenSorriesScoreBelowOne(t *testing.T) {
	r := builtin(t)
	m := r.Moment(Context{Customer: "You lost my bag."})
	one := r.Judge(r.Read("I'm sorry we lost your bag."), m)
	ten := r.Judge(r.Read(strings.Repeat("I'm sorry we lost your bag. ", 10)), m)
	if ten.Score >= one.Score {
		t.Errorf("one sorry %v, ten %v", one.Score, ten.Score)
	}
}

func TestContemptVoidsAllCredit(t *testing.T) {
	r := builtin(t)
	m := r.Moment(Context{Customer: "My bag is lost."})
	a := r.Judge(r.Read("I'm sorry we lost your bag, it'll be with you by 6 today. You idiot."), m)
	if a.Score > 390 || a.Capped == "" {
		t.Errorf("score %v, capped %q", a.Score, a.Capped)
	}
	for _, f := range a.Findings {
		if f.Points > 0 {
			t.Errorf("%s still counts %v", f.Rule, f.Points)
		}
	}
}
