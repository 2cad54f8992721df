package source

import (
	"strings"
	"testing"
)

type entry struct {
	If   string `yaml:"if"`
	Say  string `yaml:"say,text"`
	Trap string `yaml:"trap,text"`
	Go   string `yaml:"go"`
}

type turn struct {
	ID    string  `yaml:"-"`
	Says  lines   `yaml:"says,text,required"`
	Needs string  `yaml:"needs"`
	Tries int     `yaml:"tries"`
	Bait  bool    `yaml:"bait"`
	Picks []entry `yaml:"picks"`
	At    Place   `yaml:"-"`
}

func (turn) SourceNoun() string { return "a turn" }

// lines are speech or entries, as in a scenario.
type lines []entry

func (lines) SourceShape() any { return entry{} }

func (l *lines) DecodeSource(n *Node) {
	for _, item := range n.Items() {
		var e entry
		if item.Kind() == Mapping {
			item.Decode(&e)
		} else {
			e.Say = item.Text()
		}
		*l = append(*l, e)
	}
}

type file struct {
	Kind  string            `yaml:"kind"`
	Title string            `yaml:"title,text"`
	Mood  string            `yaml:"mood"`
	Brief string            `yaml:"brief,text"`
	Knows []string          `yaml:"knows,text"`
	Ends  map[string]string `yaml:"ends,text"`
	Turns []turn            `yaml:"turns,keyed"`
}

type broken struct {
	name  string
	yaml  string
	want  []string // "line:col code words", all of the problems, in order
	still string   // what must have been read all the same
}

// turnsOf puts lines below a turn: they begin on line 4.
func turnsOf(body string) string { return "kind: call\nturns:\n  opening:\n" + body }

func brokenFiles() []broken {
	return []broken{
		{"a hash cuts off speech", turnsOf("    says: My order #4411 never came\n"), []string{`4:19 CH003 from “#4411” on is lost`}, "My order #4411 never came"},
		{"a hash at the start of speech", turnsOf("    says: #4411 never came\n"), []string{`4:10 CH003 “#4411”`}, "#4411 never came"},
		{"a hash in a list of lines", turnsOf("    says:\n      - First\n      - Order #4411 now\n"), []string{`6:14 CH003 #4411`}, "Order #4411 now"},
		{"a hash in braces", turnsOf("    says:\n      - {say: My order #4411 never came, if: again}\n      - {say: \"x\"}\n"), []string{`5:23 CH003 #4411`}, "My order #4411 never came"},
		{"a comment after a key is a comment", turnsOf("    says: \"x\" # really\n    needs: owns-it #4\n"), nil, "x"},
		{"a comment after unquoted speech is a comment", turnsOf("    says: Where is it? # loud\n"), nil, "Where is it?"},
		{"a colon in speech", turnsOf("    says: Look: I can help\n"), []string{`4:15 CH001 reads “Look” as a key`}, "Look: I can help"},
		{"a colon in a list of lines", turnsOf("    says:\n      - Listen to me: now\n"), []string{`5:21 CH001 “Listen to me”`}, "Listen to me: now"},
		{"a colon in braces", turnsOf("    picks:\n      - {say: Look: I can help, go: opening}\n    says: x\n"), []string{`5:19 CH001 “Look”`}, "Look: I can help"},
		{"a colon in a sentence of the card", "knows:\n  - Note on file: he waited\n  - Second\n", []string{`2:17 CH001 “Note on file”`}, "Note on file: he waited|Second"},
		{"a colon in a title", "title: Two soons: a call\nkind: call\n", []string{`1:17 CH001 “Two soons”`}, "Two soons: a call"},
		{"a colon in an ending's sentence", "ends:\n  recovered: It came: at last\n  lost: No\n", []string{`2:21 CH001 “It came”`}, "It came: at last"},
		{"a tab before a key", turnsOf("\tsays: x\n    needs: y\n"), []string{`4:1 CH002 Line 4 starts with a tab`}, "x"},
		{"tabs all the way down", "kind: call\nturns:\n\topening:\n\t\tsays: x\n\tsecond:\n\t\tsays: y\n", []string{`3:1 CH002`, `4:1 CH002`, `5:1 CH002`, `6:1 CH002`}, "x|y"},
		{"speech that starts with a star", turnsOf("    says: *click*\n"), []string{`4:11 CH004 starts with “*”`}, "*click*"},
		{"speech that starts with an ampersand", turnsOf("    says: & another thing\n"), []string{`4:11 CH004 “&”`}, "& another thing"},
		{"speech that starts with an exclamation mark", turnsOf("    says: !No\n"), []string{`4:11 CH004 “!”`}, "!No"},
		{"speech that starts with an at sign", turnsOf("    says: @curlew where is my bag\n"), []string{`4:11 CH004 “@”`}, "@curlew where is my bag"},
		{"speech that starts with a per cent sign", turnsOf("    says: %50 off\n"), []string{`4:11 CH004 “%”`}, "%50 off"},
		{"speech after a bar", turnsOf("    says: | Hello there\n"), []string{`4:11 CH004 “|”`}, "| Hello there"},
		{"a quote that closes early", turnsOf("    says: \"Sure\" he said\n    needs: y\n"), []string{`4:16 CH004 after one word`}, `"Sure" he said`},
		{"a quote inside quotes", turnsOf("    says: \"He said \"no\" to me\"\n"), []string{`4:20 CH004 after 2 words`}, `He said "no" to me`},
		{"a quote inside quotes in braces", turnsOf("    says:\n      - {say: \"He said \"no\" to me\", if: again}\n"), []string{`5:24 CH004 closes the quote`}, `He said "no" to me`},
		{"an apostrophe in single quotes", turnsOf("    says: 'I can't wait'\n"), []string{`4:17 CH004 apostrophe in “can't”`}, "I can't wait"},
		{"an apostrophe in single quotes in braces", turnsOf("    says:\n      - {say: 'It's gone', if: again}\n"), []string{`5:18 CH004 apostrophe in “It's”`}, "It's gone"},
		{"a backslash in double quotes", turnsOf("    says: \"C:\\path\"\n"), []string{`4:14 CH004 “\p” is none`}, `C:\path`},
		{"an unclosed quote", turnsOf("    says: \"Where is it?\n    needs: y\n    tries: 3\n  second:\n    says: \"Well\"\n"), []string{`4:11 CH005 opened on line 4 never closes`}, "Where is it?|Well"},
		{"an unclosed quote in braces", turnsOf("    picks:\n      - {say: \"Sure, go: opening}\n      - {trap: \"No\"}\n    says: x\n"), []string{`5:15 CH005 line 5`}, "Sure|No|x"},
		{"an unclosed quote in a list", turnsOf("    says:\n      - \"One\n      - \"Two\"\n"), []string{`5:9 CH005 line 5`}, "One|Two"},
		{"an unclosed quote on the last line", turnsOf("    says: 'Where\n"), []string{`4:11 CH005 line 4`}, "Where"},
		{"a quoted text may run over two lines", turnsOf("    says: \"Where\n      is it?\"\n    needs: y\n"), nil, "Where is it?"},
		{"an unknown key", turnsOf("    says: x\n    neds: y\n"), []string{`5:5 CH006 “neds” is not a key of a turn. Did you mean “needs”?`}, "x"},
		{"an unknown key at the top", "titel: x\n", []string{`1:1 CH006 Did you mean “title”?`}, ""},
		{"a key twice", turnsOf("    says: x\n    needs: a\n    says: y\n"), []string{`6:5 CH007 (lines 4 and 6)`}, "x"},
		{"two turns of one name", turnsOf("    says: x\n  second:\n    says: y\n  opening:\n    says: z\n"), []string{`7:3 CH007 two turns called “opening” (lines 3 and 7)`}, "x|y"},
		{"a word where a number belongs", turnsOf("    says: x\n    tries: two\n"), []string{`5:12 CH008 “tries” wants a whole number; it is “two”`}, "x"},
		{"a list where text belongs", "title: [a, b]\n", []string{`1:8 CH008 “title” wants text; it is a list`}, ""},
		{"a word where yes or no belongs", turnsOf("    says: x\n    bait: maybe\n"), []string{`5:11 CH008 “bait” wants true or false`}, "x"},
		{"text where turns belong", "turns: none yet\n", []string{`1:8 CH008 “turns” wants names`}, ""},
		{"bytes of the old Windows", turnsOf("    says: \"No\x92t\"\n"), []string{`4:14 CH009 not saved as UTF-8`}, "No’t"},
		{"UTF-16", "\xff\xfe" + utf16le("kind: call\ntitle: x\nmod: y\n"), []string{`1:1 CH009 UTF-16`, `3:1 CH006 “mood”`}, ""},
		{"a byte order mark is nothing to worry about", "\xef\xbb\xbfkind: call\n", nil, ""},
		{"a control character", turnsOf("    says: \"x\x1b[31m\"\n"), []string{`4:13 CH009 a terminal would obey`}, ""},
		{"a character that turns the writing", turnsOf("    says: \"x\u202ey\"\n"), []string{`4:13 CH009 direction`}, ""},
		{"not text at all", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xfe\x00", []string{`1:1 CH009 not a text file`}, ""},
		{"too large", strings.Repeat("# x\n", 1<<19), []string{`1:1 CH011 larger than 1 MiB`}, ""},
		{"no names to an end of brackets", turnsOf("    says: x\n    picks: " + strings.Repeat("[", 12000) + "\n"), []string{`5:12 CH011 nested`}, "x"},
		{"labels that multiply", "kind: call\nknows:\n  - &a [x, x, x, x, x, x, x, x]\n  - &b [*a, *a, *a, *a, *a, *a, *a, *a]\n  - &c [*b, *b, *b, *b, *b, *b, *b, *b]\n  - &d [*c, *c, *c, *c, *c, *c, *c, *c]\n", []string{`3:5 CH008`, `4:5 CH008`, `5:5 CH008`, `6:5 CH004`}, ""},
		{"curly quotes", turnsOf("    says: “Where is it?”\n"), []string{`4:11 CH017 curly`}, "Where is it?"},
		{"curly quotes in braces", turnsOf("    says:\n      - {say: “Well, no”, if: again}\n"), []string{`5:15 CH017 curly`}, "Well, no"},
		{"a straight quote closed by a curly one", turnsOf("    says: \"Where is it?”\n    needs: y\n"), []string{`4:11 CH017 straight`}, "Where is it?"},
		{"what somebody said, at the start of speech", turnsOf("    says: “Soon” he said\n"), nil, "“Soon” he said"},
		{"a second document", "kind: call\n---\nkind: call\ntitle: y\n", []string{`2:1 CH013 second document`}, ""},
		{"a line of dashes between two parts", "kind: call\n---\ntitle: y\nturns:\n  a:\n    says: x\n", []string{`2:1 CH013 second document`}, "x"},
		{"a document may begin with dashes", "---\nkind: call\n", nil, ""},
		{"a conflict that git left", turnsOf("<<<<<<< HEAD\n    says: x\n=======\n    says: y\n>>>>>>> other\n    neds: z\n"), []string{`4:1 CH015 Two versions`, `9:5 CH006 needs`}, "x"},
		{"a dash that runs into the line above", turnsOf("    says: Hello\n      - Second\n"), []string{`5:7 CH014 runs together with the text on line 4`}, ""},
		{"a comma in braces", turnsOf("    says:\n      - {say: Sure, I can help}\n"), []string{`5:19 CH019 “, I can help” is lost`}, "Sure, I can help"},
		{"a comma in braces before another key", turnsOf("    says:\n      - {say: Sure, I can help, if: again}\n"), []string{`5:19 CH019 “, I can help” is lost`}, "Sure, I can help"},
		{"one space too few", turnsOf("    says: x\n   needs: y\n    tries: 3\n"), []string{`5:1 CH016 This line has 3 spaces before it`}, "x"},
		{"two spaces too many", turnsOf("    says: \"x\"\n      needs: y\n    tries: 3\n"), []string{`5:1 CH016 more than line 4`}, "x"},
		{"two spaces too many after unquoted speech", turnsOf("    says: Hello there\n      needs: y\n"), []string{`5:1 CH016 more than line 4`}, "Hello there"},
		{"a bracket that never closes", turnsOf("    picks:\n      - {say: \"x\"\n      - {say: \"y\"}\n    says: z\n"), []string{`5:9 CH016 opened on line 5 never closes`}, "x|y|z"},
		{"the wrong closing bracket", turnsOf("    picks:\n      - {say: \"x\"]\n    says: z\n"), []string{`5:18 CH016 wants “}”`}, "x|z"},
		{"no space after a colon", turnsOf("    says:\"x\"\n    needs: y\n"), []string{`4:9 CH016 space after its colon`}, "x"},
		{"no space after a colon in braces", turnsOf("    says:\n      - {say:\"x\", if: again}\n"), []string{`5:13 CH016 space after its colon`}, "x"},
		{"no space after a dash", turnsOf("    says:\n      -\"x\"\n      - \"y\"\n"), []string{`5:7 CH016 space after it`}, "x|y"},
		{"a bullet of a word processor", turnsOf("    says:\n      – First\n      – Second\n"), []string{`5:7 CH016 “–”`, `6:7 CH016 “–”`}, "First|Second"},
		{"a colon forgotten", "kind: call\nmood angry\ntitle: x\n", []string{`2:1 CH016 no colon after “mood”`}, "x"},
		{"a brief that is not moved to the right", "kind: call\nbrief: |\nYou are at the desk.\nIt is late.\ntitle: x\n", []string{`3:1 CH016 not part of “brief”`, `4:1 CH016 not part of “brief”`}, "You are at the desk. It is late.|x"},
		{"nothing after a dash", turnsOf("    says: x\n    picks:\n      -\n"), []string{`6:8 CH008 nothing after it`}, "x"},
		{"a turn without speech", turnsOf("    needs: y\n"), []string{`3:3 CH012 A turn has no “says”`}, ""},
		{"words that look like numbers and dates stay words", turnsOf("    says:\n      - No\n      - 12.10\n      - ~\n      - 2024-01-01\n"), nil, "No|12.10|~|2024-01-01"},
		{"one fault does not hide another", "kind: call\ntitle: Two: soons\nturns:\n\topening:\n    says: My order #44 and\n    neds: x\n  second:\n    says: \"open\n    tries: many\n",
			[]string{"2:11 CH001", "4:1 CH002", "5:19 CH003", "6:5 CH006", "8:11 CH005", "9:12 CH008"}, "My order #44 and|open"},
	}
}

func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(0)
	}
	return b.String()
}

func TestBrokenFilesAreReportedAtTheirPlace(t *testing.T) {
	for _, c := range brokenFiles() {
		t.Run(c.name, func(t *testing.T) {
			var f file
			got := Decode("x.yaml", []byte(c.yaml), &f)
			shown := ""
			for _, p := range got {
				shown += Format(p)
			}
			if len(got) != len(c.want) {
				t.Fatalf("want %d problems, got %d:\n%s", len(c.want), len(got), shown)
			}
			for i, w := range c.want {
				if head := strings.SplitN(w, " ", 3); !holds(got[i], head) {
					t.Errorf("want %q, got:\n%s", w, Format(got[i]))
				}
			}
			all := f.Title + "\x00" + f.Brief + "\x00" + strings.Join(f.Knows, "\x00")
			for _, s := range f.Ends {
				all += "\x00" + s
			}
			for _, u := range f.Turns {
				for _, e := range append(append([]entry{}, u.Says...), u.Picks...) {
					all += "\x00" + e.Say + "\x00" + e.Trap
				}
			}
			all = strings.ReplaceAll(all, "\n", " ") + "\x00"
			for _, s := range strings.Split(c.still, "|") {
				if !strings.Contains(all, s) {
					t.Errorf("%q was not read; there is %q\n%s", s, all, shown)
				}
			}
		})
	}
}

func holds(p Problem, want []string) bool {
	if !strings.HasPrefix(at(p), want[0]) {
		return false
	}
	return len(want) < 2 || p.Code == want[1] && (len(want) < 3 || strings.Contains(p.Message, want[2]))
}

func at(p Problem) string { return itoa(p.Line) + ":" + itoa(p.Col) }

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func TestNoMessageSaysInvalidOrNamesAType(t *testing.T) {
	for _, c := range brokenFiles() {
		var f file
		for _, p := range Decode("x.yaml", []byte(c.yaml), &f) {
			for _, word := range []string{"invalid", "unmarshal", "!!", "struct", "source.", "yaml:"} {
				if strings.Contains(strings.ToLower(p.Message+p.Help), word) {
					t.Errorf("%s: %q says %q", c.name, p.Message, word)
				}
			}
		}
	}
}
