package scoring

import (
	"strings"
	"testing"
)

func TestAPhraseListIsReadAsSpreadsheetsSaveIt(t *testing.T) {
	for name, text := range map[string]string{
		"commas and a head":           "phrase,severity,instead\nas I said,2,Let me say it again.\nNo worries!,1,\n",
		"no head":                     "as I said,2,Let me say it again.\nno worries,1,\n",
		"byte order mark, semicolons": "\uFEFFphrase;severity;instead\r\nas I said;2;Let me say it again.\r\nno worries;1;\r\n",
		"tabs":                        "Phrase\tSeverity\tInstead\nas I said\t2\tLet me say it again.\nno worries\t1\t\n",
		"columns in another order":    "instead,phrase,level\nLet me say it again.,as I said,2\n,no worries,1\n",
		"quotes":                      "phrase,severity,instead\n\"as I said\",2,\"Let me say it again.\"\n\"“no worries”\",\"1\",\n",
		"old Mac lines":               "phrase,severity,instead\ras I said,2,Let me say it again.\rno worries,1,\r",
	} {
		t.Run(name, func(t *testing.T) {
			p, problems := LoadPhraseList("house/our list.csv", []byte(text))
			if len(problems) > 0 || p == nil {
				t.Fatalf("problems: %+v", problems)
			}
			if p.ID != "our-list" || len(p.Rules) != 2 {
				t.Fatalf("pack %s has %d rules", p.ID, len(p.Rules))
			}
			a, b := p.Rules[0], p.Rules[1]
			if a.ID != "banned/as-i-said" || len(a.Instead) != 1 || a.Instead[0] != "Let me say it again." || a.Sureness == 1 {
				t.Errorf("first rule: %+v", a)
			}
			if b.ID != "banned/no-worries" || b.Sureness != 1 || len(b.Instead) != 0 {
				t.Errorf("second rule: %+v", b)
			}
		})
	}
}

func TestABadLineOfAPhraseListIsNamedAndTheOthersCount(t *testing.T) {
	list := "phrase,severity,instead\n" + // 1
		"as I said,2,x\n" + // 2
		",2,nothing\n" + // 3: no phrase
		"calm down,high,y\n" + // 4: severity in words
		"\"never closed,2,z\n" + // 5
		"caf\xe9 rules,1,\n" + // 6: Latin-1
		"As I said,1,\n" + // 7: twice
		"one,2,a,b,c\n" + // 8: too many cells
		"\"a cell\nof two lines\",3,\"w, v|u\"\n" + // 9 and 10
		"ni hao 你好,2,\n" + // 11
		"你好,2,\n" + // 12: no letter an id could have
		"\n" +
		"is that all?,2,\n" // 14
	p, problems := LoadPhraseList("l.csv", []byte(list))
	var lines []int
	for _, q := range problems {
		lines = append(lines, q.Line)
		if q.Code == "" || q.Help == "" || q.File != "l.csv" {
			t.Errorf("problem without code, help or file: %+v", q)
		}
	}
	want := []int{3, 4, 5, 6, 7, 8}
	if len(lines) != len(want) {
		t.Fatalf("lines %v are named, want %v: %+v", lines, want, problems)
	}
	for i := range want {
		if lines[i] != want[i] {
			t.Errorf("lines %v are named, want %v", lines, want)
		}
	}
	var ids []string
	for _, r := range p.Rules {
		ids = append(ids, r.ID)
	}
	if got := strings.Join(ids, " "); got != "banned/as-i-said banned/a-cell-of-two-lines banned/ni-hao banned/line-12 banned/is-that-all" {
		t.Errorf("rules: %s", got)
	}
	if r := p.Rules[1]; len(r.Instead) != 2 || r.Instead[0] != "w, v" || r.Points == nil {
		t.Errorf("the cell of two lines: %+v", r)
	}
}

func TestAFileThatIsNoCSVIsToldSo(t *testing.T) {
	for name, data := range map[string]string{
		"workbook": "PK\x03\x04abc", "UTF-16": "\xff\xfep\x00h\x00", "empty": "", "head alone": "phrase,severity\n",
	} {
		p, problems := LoadPhraseList("x.csv", []byte(data))
		if p != nil || len(problems) != 1 {
			t.Errorf("%s: pack %v, problems %v", name, p, problems)
		}
	}
}

func TestPhrasesOfAListAreFoundAsTheyAreSaid(t *testing.T) {
	p, problems := LoadPhraseList("house.csv", []byte("phrase;severity;instead\nIs that all?;2;Tell me if there is more.\nper my earlier mail;3;\n(kindly|please) do the needful;1;\nbroken (group;2;\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r, problems := Compile([]*Pack{p})
	if len(problems) != 1 || problems[0].Line != 5 || problems[0].File != "house.csv" {
		t.Errorf("the broken group is not named: %+v", problems)
	}
	for reply, rule := range map[string]string{
		"I have it here. Is that all?":            "house/banned/is-that-all",
		"As per my earlier mail, it is closed.":   "house/banned/per-my-earlier-mail",
		"PLEASE do the needful today.":            "house/banned/kindly-please-do-the-needful",
		"I wrote “is that all” on the note there": "house/banned/is-that-all",
	} {
		a := r.Judge(r.Read(reply), r.Moment(Context{}))
		found := false
		for _, f := range a.Findings {
			found = found || f.Rule == rule
		}
		quoted := strings.Contains(reply, "“")
		if found == quoted {
			t.Errorf("%q: found %v by %s", reply, found, rule)
		}
	}
	a := r.Judge(r.Read("As per my earlier mail, it is closed."), r.Moment(Context{}))
	if a.Dimensions[Tone] > 100 {
		t.Errorf("a fatal phrase leaves a tone of %s", a.Dimensions[Tone])
	}
}
