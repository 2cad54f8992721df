package scenarios

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"coolhead/scenarios/library"
	"coolhead/scenarios/source"
)

// everyFile is all that there is to tidy: the library, the examples of codes, and
// the files that beginners broke.
func everyFile(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for _, name := range must(fs.Glob(library.FS, "calls/*.yaml")) {
		all[name] = must(library.FS.ReadFile(name))
	}
	for _, c := range Codes() {
		all[c.Code+".bad"], all[c.Code+".good"] = []byte(c.Bad), []byte(c.Good)
	}
	for _, name := range must(filepath.Glob("testdata/broken/*.yaml")) {
		all[name] = must(os.ReadFile(name))
	}
	return all
}

// withoutPlaces is what a file says, without where it says it.
func withoutPlaces(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			withoutPlaces(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			withoutPlaces(v.Index(i))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			e := reflect.New(v.Type().Elem()).Elem()
			e.Set(v.MapIndex(k))
			withoutPlaces(e)
			v.SetMapIndex(k, e)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[source.Place]() {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				withoutPlaces(v.Field(i))
			}
		}
	}
}

func read(data []byte) *Scenario {
	s, _ := Load("x.yaml", data, Known{})
	if s != nil {
		withoutPlaces(reflect.ValueOf(s))
	}
	return s
}

var comment = regexp.MustCompile(`(?m)(?:^|[ \t])(# .*)$`)

// tidyKeeps holds a tidied file to what it was made of.
func tidyKeeps(t *testing.T, data []byte) {
	t.Helper()
	done := Tidy("x.yaml", data)
	before, after := read(data), read(done.Data)
	if !reflect.DeepEqual(before, after) {
		t.Errorf("what is read is not the same.\nbefore: %+v\nafter:  %+v\n%s", before, after, done.Data)
	}
	if again := Tidy("x.yaml", done.Data); !bytes.Equal(again.Data, done.Data) {
		t.Errorf("tidied twice it is another file:\n%s\n---\n%s", done.Data, again.Data)
	}
	for _, c := range comment.FindAllStringSubmatch(string(data), -1) {
		if words := strings.TrimSpace(c[1]); !bytes.Contains(done.Data, []byte(words)) && !bytes.Contains(data, []byte{0}) {
			t.Errorf("the comment %q is gone", words)
		}
	}
}

func TestATidiedFileSaysWhatItSaidBefore(t *testing.T) {
	for name, data := range everyFile(t) {
		t.Run(name, func(t *testing.T) { tidyKeeps(t, data) })
	}
}

func TestTheLibraryIsTidy(t *testing.T) {
	for name, data := range everyFile(t) {
		if strings.HasPrefix(name, "calls/") {
			if done := Tidy(name, data); !bytes.Equal(done.Data, data) {
				t.Errorf("%s: lines %v", name, done.Changed)
			}
		}
	}
}

func TestTidyPutsSpeechInQuotes(t *testing.T) {
	call := func(body string) string {
		return "coolhead: 1\nkind: call\nid: x\ntitle: X # short\nturns:\n  one:\n" + body
	}
	for _, c := range []struct{ name, before, after string }{
		{"a line", "    says: Where is it?\n", "    says: \"Where is it?\"\n"},
		{"a line with a comment", "    says: Where is it? # loud\n", "    says: \"Where is it?\" # loud\n"},
		{"a list of lines", "    says:\n      - Well\n      - \"And?\"\n", "    says:\n      - \"Well\"\n      - \"And?\"\n"},
		{"a line with quotes in it", "    says: He said \"no\" to me\n", "    says: 'He said \"no\" to me'\n"},
		{"a line with both kinds", "    says: He said \"no\", it's late\n", "    says: \"He said \\\"no\\\", it's late\"\n"},
		{"an entry", "    says:\n      - {if: again, say: Well}\n", "    says:\n      - {if: again, say: \"Well\"}\n"},
		{"picks", "    picks:\n      - {model: I see, go: one}\n      - trap: Calm down\n        go: one\n", "    picks:\n      - {model: \"I see\", go: one}\n      - trap: \"Calm down\"\n        go: one\n"},
		{"text after a hash", "    says: My order #4411 never came\n", "    says: \"My order #4411 never came\"\n"},
		{"a colon in a sentence", "    says: Look: I can help\n", "    says: \"Look: I can help\"\n"},
		{"a comma in braces", "    says:\n      - {say: Sure, I can help, if: again}\n", "    says:\n      - {say: \"Sure, I can help\", if: again}\n"},
		{"curly quotes", "    says: “Where is it?”\n", "    says: \"Where is it?\"\n"},
		{"a note stays as it is", "    note: The photo proves nothing.\n", "    note: The photo proves nothing.\n"},
		{"a note that would be cut off", "    note: Ask for order #12 first\n", "    note: \"Ask for order #12 first\"\n"},
		{"a text over two lines stays as it is", "    says: Where is\n      my parcel\n", "    says: Where is\n      my parcel\n"},
		{"a text after a bar stays as it is", "    says: |\n      Where is #12?\n", "    says: |\n      Where is #12?\n"},
		{"a name is not speech", "    next: one\n    hint: Look at the card\n", "    next: one\n    hint: Look at the card\n"},
		{"a tab", "\tsays: Well\n    next: one\n", "    says: \"Well\"\n    next: one\n"},
		{"a quote that nobody closed is left to a person", "    says: \"Well\n    next: one\n", "    says: \"Well\n    next: one\n"},
		{"the last line gets its end", "    says: \"Well\"", "    says: \"Well\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			done := Tidy("x.yaml", []byte(call(c.before)))
			if got := strings.TrimPrefix(string(done.Data), call("")); got != c.after {
				t.Errorf("got\n%s\nwant\n%s\n%v", got, c.after, done.Left)
			}
			tidyKeeps(t, []byte(call(c.before)))
		})
	}
}

func TestTidyKeepsLineEndsAndMakesUTF8(t *testing.T) {
	if got := Tidy("x.yaml", []byte("coolhead: 1\r\nkind: call\r\ntitle: Zo\xeb\r\n")).Data; string(got) != "coolhead: 1\r\nkind: call\r\ntitle: Zoë\r\n" {
		t.Errorf("%q", got)
	}
	if got := Tidy("x.yaml", []byte("\xff\xfek\x00i\x00n\x00d\x00:\x00 \x00c\x00a\x00l\x00l\x00\n\x00")).Data; string(got) != "kind: call\n" {
		t.Errorf("%q", got)
	}
	picture := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xfe\x00")
	if done := Tidy("x.yaml", picture); !bytes.Equal(done.Data, picture) || len(done.Left) != 1 {
		t.Errorf("a picture was changed: %q", done.Data)
	}
}

// Whatever a file holds, tidying changes nothing of what is read of it.
func FuzzTidy(f *testing.F) {
	for _, data := range everyFile(f) {
		if len(data) < 4096 {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		done := Tidy("f.yaml", data)
		if before, after := read(data), read(done.Data); !reflect.DeepEqual(before, after) {
			t.Fatalf("before: %+v\nafter: %+v", before, after)
		}
	})
}
