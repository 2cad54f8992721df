package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// all reads every reply, and what was wrong with lines in between.
func all(t *testing.T, in, title, from string) (got []reply, faults []string) {
	t.Helper()
	r, err := newReplies(strings.NewReader(in), title, from)
	if err != nil {
		t.Fatal(err)
	}
	for {
		one, err := r.next()
		var fault *lineFault
		switch {
		case errors.Is(err, io.EOF):
			return got, faults
		case errors.As(err, &fault):
			faults = append(faults, fault.Error())
		case err != nil:
			t.Fatal(err)
		default:
			got = append(got, one)
		}
	}
}

func TestTheFormOfRepliesIsToldByEndingOrFirstLine(t *testing.T) {
	const (
		object = `{"id":"a","reply":"Well."}` + "\n"
		table  = "id,reply\na,Well.\n"
		bare   = "Well.\n"
	)
	for _, c := range []struct{ name, in, title, from, id string }{
		{"JSON by its first line", object, "stdin", "", `"a"`},
		{"JSON by its ending", object, "chats.jsonl", "", `"a"`},
		{"a table by its first line", table, "stdin", "", `"a"`},
		{"a table by its ending", table, "chats.CSV", "", `"a"`},
		{"a table with semicolons", "id;reply\na;Well.\n", "stdin", "", `"a"`},
		{"a table with tabs", "id\treply\na\tWell.\n", "x.csv", "", `"a"`},
		{"a table with a byte order mark", "\xef\xbb\xbf" + table, "stdin", "", `"a"`},
		{"plain text", bare, "stdin", "", `"1"`},
		{"what is said counts before the ending", bare, "chats.jsonl", "text", `"1"`},
		{"ends of line as Windows writes them", "id,reply\r\na,Well.\r\n", "stdin", "", `"a"`},
		{"a last line without an end", "Well.", "stdin", "", `"1"`},
	} {
		got, faults := all(t, c.in, c.title, c.from)
		if len(got) != 1 || len(faults) != 0 || got[0].text != "Well." || string(got[0].id) != c.id {
			t.Errorf("%s: %+v, faults %q", c.name, got, faults)
		}
	}
}

func TestFilesOfAnotherKindAreRefusedWithAWayOut(t *testing.T) {
	for _, c := range []struct{ name, in, title, says string }{
		{"UTF-16", "\xff\xfei\x00d\x00", "x.csv", "Save it as UTF-8"},
		{"a JSON list", "[{\"reply\":\"Well.\"}]\n", "x.json", "jq -c '.[]'"},
		{"a table without replies", "id,answer\n1,Well.\n", "x.csv", "no column “reply”"},
	} {
		r, err := newReplies(strings.NewReader(c.in), c.title, "")
		if err == nil {
			_, err = r.next()
		}
		if err == nil || !strings.Contains(err.Error(), c.says) || codeOf(err) != faulty {
			t.Errorf("%s: error %v with code %d, want “%s”", c.name, err, codeOf(err), c.says)
		}
	}
}

func TestAHugeLineIsLeftOutAndThoseAfterItAreRead(t *testing.T) {
	huge := `{"id":"huge","reply":"` + strings.Repeat("x", 3<<20) + `"}`
	got, faults := all(t, `{"id":"a","reply":"one"}`+"\n"+huge+"\n"+`{"id":"b","reply":"two"}`+"\n", "x.jsonl", "")
	if len(got) != 2 || got[1].text != "two" || got[1].line != 3 {
		t.Errorf("read %+v", got)
	}
	if want := []string{"line 2: it is longer than 1 MiB, and no reply is. It is left out"}; !slices.Equal(faults, want) {
		t.Errorf("faults %q, want %q", faults, want)
	}
}

func TestAQuoteThatIsNeverClosedDoesNotFillTheMemory(t *testing.T) {
	in := "id,reply\na,\"never closed" + strings.Repeat(" and on\n", 1<<19)
	r, err := newReplies(strings.NewReader(in), "x.csv", "")
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.next()
	if err == nil || !strings.Contains(err.Error(), "is a quote never closed?") {
		t.Errorf("error %v", err)
	}
}

func TestResultsComeInTheOrderOfReplies(t *testing.T) {
	const n = 500
	var in strings.Builder
	for i := range n {
		fmt.Fprintf(&in, "reply %d\n", i)
	}
	r, err := newReplies(strings.NewReader(in.String()), "stdin", "text")
	if err != nil {
		t.Fatal(err)
	}
	later := make(chan struct{})
	judge := func(r reply) judged {
		switch r.line {
		case 1:
			<-later // the first is judged after the second
		case 2:
			close(later)
		}
		return judged{reply: r}
	}
	var got []int
	faults := &lineFaults{to: io.Discard}
	err = assess(context.Background(), r, faults, 2, judge, func(j judged) error {
		got = append(got, j.line)
		return nil
	})
	if err != nil || len(got) != n || !slices.IsSorted(got) {
		t.Errorf("%d results, sorted %v, error %v", len(got), slices.IsSorted(got), err)
	}
}

func TestAWriterThatFailsStopsTheReading(t *testing.T) {
	in := &counting{}
	stop := errors.New("the pipe is gone")
	err := assess(context.Background(), in, &lineFaults{to: io.Discard}, 2, func(r reply) judged { return judged{reply: r} },
		func(judged) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("error %v, want %v", err, stop)
	}
}

// counting has replies without end.
type counting struct{ n int }

func (c *counting) next() (reply, error) {
	c.n++
	return reply{line: c.n, id: number(c.n)}, nil
}

func TestOnlyTheFirstFaultsAreNamed(t *testing.T) {
	var told bytes.Buffer
	f := &lineFaults{to: &told, title: "x.jsonl"}
	for i := range 100 {
		f.add(&lineFault{i + 1, "it is not JSON"})
	}
	err := f.result()
	if n := strings.Count(told.String(), "\n"); n != shownFaults+1 {
		t.Errorf("%d lines were told, want %d", n, shownFaults+1)
	}
	if codeOf(err) != faulty || !strings.Contains(err.Error(), "100 lines") {
		t.Errorf("error %v", err)
	}
}

func TestIDsComeBackAsTheyCame(t *testing.T) {
	got, faults := all(t, `{"id":7,"reply":"a"}`+"\n"+`{"id":"7","reply":"b"}`+"\n"+`{"id":{},"reply":"c"}`+"\n", "x.jsonl", "")
	if len(got) != 2 || len(faults) != 1 {
		t.Fatalf("%+v, faults %q", got, faults)
	}
	for i, want := range []string{"7", `"7"`} {
		if !bytes.Equal(got[i].id, json.RawMessage(want)) {
			t.Errorf("id %s, want %s", got[i].id, want)
		}
	}
}
