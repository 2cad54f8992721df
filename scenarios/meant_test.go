package scenarios

import (
	"strings"
	"testing"
)

// Somebody who has read no page yet writes the words that come to mind.
func TestWordsThatPeopleUseForKeysAreUnderstood(t *testing.T) {
	base := "coolhead: 1\nkind: call\nid: x\ntitle: X\ncustomer: {name: Mo, mood: upset}\nturns:\n  one:\n    says: [\"a\", \"b\"]\n    end: recovered\n"
	for _, c := range []struct{ from, to, want string }{
		{"title:", "heading:", "“title”"},
		{"turns:", "steps:", "“turns”"},
		{"customer:", "persona:", "“customer”"},
		{"mood:", "temper:", "“mood”"},
		{"says:", "customer:", "“says”"},
		{"    end:", "    outcome:", "“end”"},
		{"    end:", "    options: [{good: m}]\n    end:", "“picks”"},
		{"    end:", "    picks: [{good: m}]\n    end:", "“model”"},
		{"    end:", "    picks: [{model: m, goto: one}]\n    end:", "“go”"},
		{"[\"a\", \"b\"]", "[{text: a, when: again}, {say: b}]", "“say”"},
	} {
		if !strings.Contains(base, c.from) {
			t.Fatalf("%q is not in the file", c.from)
		}
		_, problems := Load("x.yaml", []byte(strings.Replace(base, c.from, c.to, 1)), Known{})
		found := false
		for _, p := range problems {
			found = found || p.Code == "CH006" && strings.Contains(p.Message, "Did you mean "+c.want)
		}
		if !found {
			t.Errorf("%q is not taken for %s:\n%s", c.to, c.want, show(problems))
		}
	}
}
