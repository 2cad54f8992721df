package draft

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

const talk = `Sam: Thank you for calling Northwind, my name is Sam Tully. How can I help?
Maria: This is Maria Jensen. My order 88-4213 never came!
Sam: You need to calm down. That's our policy.
Maria: It's 88-4213, and I'm maria.jensen@mail.example.
Sam: You're right, that's our mistake. I'll ring you by four today.
Maria: Thanks, Sam.
`

func read(t *testing.T, s string, r Reading) *Transcript {
	t.Helper()
	got, err := ReadTalk(strings.NewReader(s), r)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestATranscriptIsReadInEveryForm(t *testing.T) {
	for _, c := range []struct{ name, file, text string }{
		{"names and colons", "a.txt", "Agent: Hello.\nCustomer: Where is it?\nAgent: I'll look.\nCustomer: Well?\nAgent: It's in Hull."},
		{"times before names", "a.txt", "[10:01] Agent: Hello.\n[10:02] Customer: Where\nis it?\n[10:03] Agent: I'll look.\n[10:04] Customer: Well?\n[10:05] Agent: It's in Hull."},
		{"times behind names", "a.txt", "Agent (10:01): Hello.\nCustomer (10:02): Where is it?\nAgent (10:03): I'll look.\nCustomer (10:04): Well?\nAgent (10:05): It's in Hull."},
		{"CSV with a heading", "a.csv", "id,speaker,message\n1,agent,Hello.\n1,customer,Where is it?\n1,agent,I'll look.\n1,customer,Well?\n1,agent,It's in Hull."},
		{"CSV by semicolons", "a.csv", "from;text\nVisitor;Where is it?\nOperator;I'll look.\nVisitor;Well?\nOperator;It's in Hull."},
		{"CSV without a heading", "a.csv", "customer,Where is it?\nagent,I'll look.\ncustomer,Well?\nagent,It's in Hull."},
		{"CSV of pairs", "a.csv", "customer,reply\nWhere is it?,I'll look.\nWell?,It's in Hull."},
		{"JSON lines", "a.jsonl", `{"role":"user","content":"Where is it?"}` + "\n" + `{"role":"assistant","content":"I'll look."}` + "\n" + `{"role":"user","content":"Well?"}` + "\n" + `{"role":"assistant","content":"It's in Hull."}`},
		{"a JSON list", "a.json", `[{"speaker":"customer","text":"Where is it?"},{"speaker":"agent","text":"I'll look."},{"speaker":"customer","text":"Well?"},{"speaker":"agent","text":"It's in Hull."}]`},
		{"JSON with the talk in it", "a.json", `{"id": 4, "messages": [{"author":{"name":"Visitor"},"body":"Where is it?"},{"author":{"name":"Agent 7"},"body":"I'll look."},{"author":{"name":"Visitor"},"body":"Well?"},{"author":{"name":"Agent 7"},"body":"It's in Hull."}]}`},
		{"no ending, no word for a part", "talk", "Ana: Where is it?\nBo: Thank you for calling. I'll look.\nAna: Well?\nBo: It's in Hull."},
		{"Windows line ends", "a.txt", "Customer: Where is it?\r\nAgent: I'll look.\r\nCustomer: Well?\r\nAgent: It's in Hull.\r\n"},
		{"several lines in one go", "a.txt", "Customer: Where\nCustomer: is it?\nAgent: I'll look.\nSystem: joined\nCustomer: Well?\nAgent: It's\nAgent: in Hull."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := read(t, c.text, Reading{Name: c.file})
			if len(got.Exchanges) != 2 || got.Exchanges[0].Customer != "Where is it?" ||
				!strings.HasSuffix(got.Exchanges[0].Agent, "I'll look.") || got.Exchanges[1] != (Exchange{"Well?", "It's in Hull."}) {
				t.Errorf("%+v\n%s", got.Exchanges, strings.Join(got.Notes, "\n"))
			}
		})
	}
}

func TestWhatCannotBeReadIsSaidInWords(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"empty", "a.csv", "", "it is empty"},
		{"blank", "a.txt", " \n\n\t", "it is empty"},
		{"a picture", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "it is not text"},
		{"a quote that never closes", "a.csv", "speaker,text\ncustomer,\"Where is it?\nagent,Here.\n", "line 3: a quote is opened in the row that begins in line 2"},
		{"a quote in a cell", "a.csv", "speaker,text\ncustomer,He said \"no\" to me.\n", "line 2: a quote stands in the middle of a cell"},
		{"a heading alone", "a.csv", "speaker,text\n", "a first row and nothing below"},
		{"columns that say nothing", "a.csv", "a,b\n1,2\n3,4\n", "--speaker NAME --text NAME"},
		{"JSON cut short", "a.jsonl", `{"role":"user","content":"Whe`, "line 1 ends before its JSON is complete"},
		{"JSON of the wrong kind", "a.jsonl", "[1, 2]\n", "no object such as"},
		{"no JSON", "a.jsonl", "{\"role\":\"user\",\"content\":\"a\"}\nhello\n", "line 2 is not JSON from character 1 on"},
		{"prose", "a.txt", "Dear all, it was raining.\nNobody came.\n", "no lines such as"},
		{"one voice", "a.txt", "Customer: Hello?\nCustomer: Hello?\n", "only “Customer” speaks"},
		{"nobody answers", "a.txt", "Agent: Hello.\nCustomer: Hello?\n", "nobody answers the customer"},
		{"who is who", "a.txt", "Ana: One.\nBo: Two.\nAna: Three.\nBo: Four.\n", "--agent NAME. The speakers are: Ana, Bo"},
		{"UTF-16 cut short", "a.txt", "\xff\xfeA\x00B", "cut off"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadTalk(strings.NewReader(c.text), Reading{Name: c.file})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v\nwant %q in it", err, c.want)
			}
		})
	}
}

// endless counts what is read of it.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "Customer: still here.\n"[(e.read+i)%22]
	}
	e.read += len(p)
	return len(p), nil
}

func TestAFileWithoutAnEndIsRefusedAfter16MiB(t *testing.T) {
	var in endless
	_, err := ReadTalk(&in, Reading{Name: "a.txt"})
	if err == nil || !strings.Contains(err.Error(), "larger than 16 MiB") {
		t.Errorf("%v", err)
	}
	if in.read > MaxTranscript+1<<20 {
		t.Errorf("%d bytes were read", in.read)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestAReadErrorIsHandedOn(t *testing.T) {
	if _, err := ReadTalk(io.MultiReader(strings.NewReader(talk), broken{}), Reading{}); err == nil || !strings.Contains(err.Error(), "the disk is gone") {
		t.Errorf("%v", err)
	}
}

func TestEveryEncodingGivesTheSameWords(t *testing.T) {
	const s = "Customer: Où est-il? “Déjà” cher, 5 €.\nAgent: Das hätte früher kommen müssen.\n"
	units := utf16.Encode([]rune(s))
	wide := func(order binary.ByteOrder) string {
		b := make([]byte, 2*len(units))
		for i, u := range units {
			order.PutUint16(b[2*i:], u)
		}
		return string(b)
	}
	western := func(s string) string {
		special := map[rune]byte{'€': 0x80, '“': 0x93, '”': 0x94}
		var b []byte
		for _, r := range s {
			if c, ok := special[r]; ok {
				b = append(b, c)
			} else {
				b = append(b, byte(r))
			}
		}
		return string(b)
	}
	first, second, _ := strings.Cut(s, "\n")
	for name, text := range map[string]string{
		"UTF-8": s, "UTF-8 with a mark": "\xef\xbb\xbf" + s,
		"UTF-16 LE": "\xff\xfe" + wide(binary.LittleEndian), "UTF-16 BE": "\xfe\xff" + wide(binary.BigEndian),
		"UTF-16 LE, no mark": wide(binary.LittleEndian), "UTF-16 BE, no mark": wide(binary.BigEndian),
		"Windows-1252": western(s), "both in one file": western(first) + "\n" + second,
	} {
		got := read(t, text, Reading{Name: "a.txt"})
		if got.Exchanges[0] != (Exchange{"Où est-il? “Déjà” cher, 5 €.", "Das hätte früher kommen müssen."}) {
			t.Errorf("%s: %q", name, got.Exchanges[0])
		}
	}
}

func TestMasks(t *testing.T) {
	for _, c := range []struct{ name, from, to string }{
		{"a mail address", "write to j.oneil+x@mail.example.com, please", "write to mail1@example.org, please"},
		{"a phone", "ring 0207 946 0958 or +44 20 7946 0958", "ring 01632 960001 or 01632 960002"},
		{"a phone of ten digits", "it's (415) 555-0132", "it's 01632 960001"},
		{"a card that is one", "4111-1111-1111-1111", "0000 0000 0000 0001"},
		{"an IBAN that is one", "to DE89 3704 0044 0532 0130 00 then", "to XX00 0000 0000 0000 0001 then"},
		{"an order, then its number alone", "order 88421, I said 88421", "order 45201, I said 45201"},
		{"a number after a hash", "it's #4411", "it's #5201"},
		{"a code", "AB-123456", "XX-445201"},
		{"an address and a postcode", "I'm at 12 Baker Street, NW1 6XE", "I'm at 1 Sample Street, ZZ1 0ZZ"},
		{"a German address", "Lindenstraße 14", "1 Sample Street"},
		{"a birthday", "I was born on 12.03.1980, so", "I was born on 1 January 1970, so"},
		{"a link", "see https://shop.example/o?id=77", "see https://example.org/1"},
		{"a name everywhere, whole and in part", "my name is Ana Lopez. Ana's bag. LOPEZ!", "my name is Robin Vale. Robin's bag. Vale!"},
		{"a title", "Tell Mrs Okafor", "Tell Mrs Robin"},
		{"a name in small letters", "my name is ana and i wait", "my name is Robin and i wait"},

		{"a price", "I paid 1,299.00 for it", ""},
		{"a day", "on 12.03.2026, at 10:30", ""},
		{"a count", "48 hours, 3 calls, 186 people", ""},
		{"a year", "since 2019", ""},
		{"a word that is a name too", "my name is Will Young. I will wait, young man", "my name is Robin Vale. I will wait, young man"},
		{"thanks and a greeting", "Thanks again. Hello there. I'm Sorry. This is about Tuesday", ""},
	} {
		if c.to == "" {
			c.to = c.from
		}
		m := newMasker()
		m.count([]string{c.from})
		m.learn([]string{c.from}, nil)
		got := m.line(c.from)
		if got != c.to {
			t.Errorf("%s: %q, want %q", c.name, got, c.to)
		}
	}
}

func TestCardsAndAccountsAreToldByTheirSums(t *testing.T) {
	for s, want := range map[string]bool{"4111 1111 1111 1111": true, "4111 1111 1111 1112": false, "378282246310005": true, "1234567890123": false} {
		if luhn(s) != want {
			t.Errorf("card %s: %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"GB82 WEST 1234 5698 7654 32": true, "GB83 WEST 1234 5698 7654 32": false, "DE89370400440532013000": true, "AB12": false} {
		if iban(s) != want {
			t.Errorf("IBAN %s: %v", s, !want)
		}
	}
}

func TestNothingPersonalReachesTheDraft(t *testing.T) {
	got := Import(read(t, talk, Reading{Name: "a.txt"}), reader(), "a", "phone")
	for _, leak := range []string{"Maria", "Jensen", "Sam", "Tully", "88-4213", "mail.example"} {
		if strings.Contains(string(got.YAML), leak) {
			t.Errorf("%q is in\n%s", leak, got.YAML)
		}
	}
	var kinds []string
	for _, m := range got.Masks {
		if !slices.Contains(kinds, m.Kind) {
			kinds = append(kinds, m.Kind)
		}
	}
	if fmt.Sprint(kinds) != "[name mail number]" {
		t.Errorf("masked: %v", kinds)
	}
}

func TestADraftIsPlayableAndMarksTheWorst(t *testing.T) {
	got := Import(read(t, talk, Reading{Name: "a.txt"}), reader(), "a-talk", "phone")
	for _, f := range faults(t, got.YAML) {
		for _, p := range []string{"CH0", "CH1", "it cannot"} {
			if strings.HasPrefix(f, p) {
				t.Errorf("%s\n%s", f, got.YAML)
			}
		}
	}
	if !got.Rated[0].Worst || got.Rated[1].Worst {
		t.Errorf("the worst is not the first: %+v", got.Rated)
	}
	if got.Rated[0].Better == "" || got.Rated[0].BetterScore <= got.Rated[0].Score {
		t.Errorf("nothing better beside %+v", got.Rated[0])
	}
	for _, want := range []string{`- {trap: "You need to calm down. That's our policy."}`, "the worst of this talk", `name: "Robin Vale"`, `say: "Thanks, Kim."`} {
		if !strings.Contains(string(got.YAML), want) {
			t.Errorf("no %q in\n%s", want, got.YAML)
		}
	}
}

func FuzzImport(f *testing.F) {
	f.Add(talk, "a.txt")
	f.Add("speaker,text\ncustomer,\"a \"\"b\"\"\"\nagent,c\n", "a.csv")
	f.Add(`{"role":"user","content":"a"}`+"\n"+`{"role":"agent","content":"\u0000#: - {"}`, "a.jsonl")
	r := reader()
	f.Fuzz(func(t *testing.T, s, name string) {
		got, err := ReadTalk(strings.NewReader(s), Reading{Name: name})
		if err != nil {
			return
		}
		made := Import(got, r, "fuzzed", "chat")
		_, all := unread(made.YAML)
		for _, p := range all {
			if strings.HasPrefix(p, "CH0") && !strings.HasPrefix(p, "CH011") || strings.HasPrefix(p, "it cannot") {
				t.Errorf("%s\n%s", p, made.YAML)
			}
		}
	})
}

func TestTextBehindACommaIsNeverLostInSilence(t *testing.T) {
	for _, try := range []struct {
		name, csv string
		told      bool
	}{
		{"a comma without quotes", "speaker,text\nCustomer,It came late, and broken\nAgent,I see\n", true},
		{"a comma within quotes", "speaker,text\nCustomer,\"It came late, and broken\"\nAgent,I see\n", false},
		{"empty cells at the end", "speaker,text\nCustomer,It came late,,\nAgent,I see,,\n", false},
	} {
		talk, err := ReadTalk(strings.NewReader(try.csv), Reading{Name: "x.csv"})
		if err != nil {
			t.Fatalf("%s: %v", try.name, err)
		}
		notes := strings.Join(talk.Notes, "\n")
		if got := strings.Contains(notes, "1 row longer than the first one"); got != try.told || got && !strings.Contains(notes, "line 2.") {
			t.Errorf("%s: the notes are %q", try.name, notes)
		}
	}
}

func TestLinesOfAChatProgramAreReadWithTheirDates(t *testing.T) {
	for _, stamp := range []string{
		"12/03/2024, 10:01 - ", "3/12/24, 10:01 AM - ", "3/12/24, 10:01\u202fpm - ", "[12/03/2024, 10:01:22] ", "2024-03-12 10:01:22 ", "(10:01) ", "10:01 ", "",
	} {
		talk, err := ReadTalk(strings.NewReader(stamp+"Anna: Where is my coat?\n"+stamp+"Agent: I'll find it: give me a minute.\n"), Reading{Name: "chat.txt"})
		if err != nil {
			t.Errorf("%q: %v", stamp, err)
			continue
		}
		if len(talk.Exchanges) != 1 || talk.Exchanges[0].Customer != "Where is my coat?" || talk.Exchanges[0].Agent != "I'll find it: give me a minute." {
			t.Errorf("%q: %+v", stamp, talk.Exchanges)
		}
	}
}
