package sim

import (
	"reflect"
	"strings"
	"testing"
)

func TestAPathIsReadAsItIsWritten(t *testing.T) {
	for text, want := range map[string]Path{
		"":                  nil,
		"1,3,s,2":           {{Pick: 1}, {Pick: 3}, {}, {Pick: 2}},
		" 2 , wait ,1":      {{Pick: 2}, {}, {Pick: 1}},
		`"Well, yes.",2`:    {{Text: "Well, yes."}, {Pick: 2}},
		`1,"a ""b"" c"`:     {{Pick: 1}, {Text: `a "b" c`}},
		`"ends in """,s`:    {{Text: `ends in "`}, {}},
		`"one" , "two"`:     {{Text: "one"}, {Text: "two"}},
		`"1","s","wait, 2"`: {{Text: "1"}, {Text: "s"}, {Text: "wait, 2"}},
	} {
		got, err := ParsePath(text)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s was read as %+v, %v", text, got, err)
		}
		again, err := ParsePath(got.String())
		if err != nil || !reflect.DeepEqual(again, want) {
			t.Errorf("%s was written as %s and read as %+v, %v", text, got, again, err)
		}
	}
}

func TestAPathThatCannotBeReadNamesItsStep(t *testing.T) {
	for text, want := range map[string]string{
		"1,x":       "step 2 of the path is “x”",
		"0":         "step 1 of the path is “0”",
		"1,,2":      "step 2 of the path is “”",
		`1,"open`:   "step 2 of the path has a quote that never closes",
		`"a" 2`:     "after step 1 of the path a comma is missing",
		`1,2," "`:   "step 3 of the path says nothing",
		"-1":        "step 1 of the path is “-1”",
		"1;2":       "step 1 of the path is “1;2”",
		`1,2,"a"b"`: "after step 3 of the path a comma is missing",
	} {
		if _, err := ParsePath(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, which does not say %q", text, err, want)
		}
	}
}

func TestACallFollowsThePathOfAnother(t *testing.T) {
	cast := wild()
	a := Start(cast, Options{Seed: 2})
	say(t, a, "owns-it", "hm, “quoted” and \"so\"", "argues")
	a.Wait()
	if _, err := a.Rewind(2); err != nil {
		t.Fatal(err)
	}
	say(t, a, "validates")
	p, err := ParsePath(a.Path().String())
	if err != nil {
		t.Fatal(err)
	}
	b := Start(cast, Options{Seed: 2})
	if err := b.Follow(p); err != nil {
		t.Fatal(err)
	}
	if a.State() != b.State() || b.Replies() != 2 {
		t.Errorf("one is at %+v, the other at %+v after %d replies", a.State(), b.State(), b.Replies())
	}
	if err := b.Follow(Path{{Pick: 9}}); err == nil || !strings.Contains(err.Error(), "step 1 of the path") {
		t.Errorf("a pick that is not there: %v", err)
	}
}
