package scenarios

import (
	"strings"
	"testing"

	"coolhead/scenarios/source"
)

// What people try first is answered with what they were after.
func TestTheHelpSaysWhatTheAuthorWasAfter(t *testing.T) {
	known := Known{Behaviours: []string{"apology", "over-sorry", "fake-sorry", "owns-it", "labels-feeling", "validates", "plays-back", "calm-boundary", "calm-down", "checks-understanding", "open-question", "next-step-by-when"}, Personas: []string{"pessimist"}}
	says := "    says: [\"x\", \"y\"]\n"
	needs := func(word string) string { return turnsWith(says + "    needs: " + word + "\n") }
	when := func(condition string) string {
		return turnsWith("    says:\n      - {if: " + condition + ", say: \"x\"}\n      - {say: \"y\"}\n")
	}
	for _, c := range []struct {
		name, yaml string
		code       string
		want       string // in the message or the help
	}{
		{"a verb for a behaviour that is a noun", needs("apologise"), "CH113", "Did you mean “apology”?"},
		{"the same in American", needs("apologize"), "CH113", "Did you mean “apology”?"},
		{"sorry is an apology, and neither of the two bad ones", needs("sorry"), "CH113", "Did you mean “apology”?"},
		{"another ending of the same word", needs("validation"), "CH113", "Did you mean “validates”?"},
		{"a word of everyday for a behaviour", needs("empathy"), "CH113", "Did you mean “labels-feeling”?"},
		{"a beginning that two behaviours share is no guess", needs("calmness"), "CH113", "coolhead explain behaviours"},
		{"a word that means nothing near", needs("generosity"), "CH113", "coolhead explain behaviours"},
		{"points on a pick", turnsWith(says + "    picks:\n      - {model: \"x\", points: 10}\n"), "CH006", "nobody sets points"},
		{"a score on a pick", turnsWith(says + "    picks:\n      - {model: \"x\", score: 10}\n"), "CH006", "`shows:` names what no words can show"},
		{"an or after a mood", when("mood upset or heard owns-it"), "CH114", "there is no “or”"},
		{"an or between two moods", when("mood upset or mood angry"), "CH114", "there is no “or”"},
		{"a slip in or worse stays a slip", when("mood upset or worst"), "CH114", "mood upset or worse"},
		{"an or after heard", when("heard owns-it or again"), "CH114", "there is no “or”"},
		{"an or after a try", when("try 2 or again"), "CH114", "there is no “or”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Load("x.yaml", []byte(c.yaml), known)
			for _, p := range problems {
				if p.Code == c.code && strings.Contains(p.Message+" "+p.Help, c.want) {
					return
				}
			}
			t.Errorf("nothing says %q:\n%s", c.want, show(problems))
		})
	}
}

// A trainer's own sector is as good as one of the library's.
func TestOnlyASlipInASectorIsToldAndAsAdvice(t *testing.T) {
	for word, near := range map[string]string{
		"retial": "retail", "retai": "retail", "helth": "health", "bnak": "bank", "delivry": "delivery", "banks": "bank",
		"repair": "", "bicycles": "", "tank": "", "wealth": "", "rental": "", "retail": "", "trains": "", "care": "", "utilities": "",
	} {
		_, problems := Load("x.yaml", []byte(strings.Replace(turnsWith("    says: [\"x\", \"y\"]\n"), "title: X", "title: X\nsector: "+word, 1)), Known{})
		var told []source.Problem
		for _, p := range problems {
			if p.Code == "CH311" {
				told = append(told, p)
			}
		}
		switch {
		case near == "" && len(told) > 0:
			t.Errorf("%q is a sector of its own:\n%s", word, show(told))
		case near != "" && (len(told) != 1 || told[0].Severity != source.Advice || !strings.Contains(told[0].Message, "“"+near+"”")):
			t.Errorf("%q wants advice for %q:\n%s", word, near, show(problems))
		}
	}
}

// Of a turn whose name is commented out only the name is missing.
func TestATurnWithoutItsNameIsOneProblem(t *testing.T) {
	file := func(name string) string {
		return callWith("turns:\n  one:\n    says: [\"x\", \"y\"]\n    needs: owns-it\n    picks:\n      - {model: \"m\"}\n" + name + "    says: [\"v\", \"w\"]\n    needs: owns-it\n    picks:\n      - {model: \"n\"}\n  bye:\n    says:\n      - {if: mood upset or better, say: \"a\", end: recovered}\n      - {say: \"b\", end: stormed-off}\n")
	}
	for _, c := range []struct {
		name, yaml string
		line       int
		want, help string
	}{
		{"commented out", file("  # two:\n"), 12, "A turn's name is missing above line 13", "take the # away"},
		{"commented out at the edge", file("#  two:\n"), 12, "A turn's name is missing above line 13", "take the # away"},
		{"deleted", file(""), 12, "A turn's name is missing above line 12", "write a name with a colon"},
		{"with a comment that is no name", file("    # The second half, as on Monday.\n"), 13, "A turn's name is missing above line 13", "write a name with a colon"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Load("x.yaml", []byte(c.yaml), Known{})
			if len(problems) != 1 || problems[0].Code != "CH007" || problems[0].Line != c.line || !strings.Contains(problems[0].Message, c.want) || !strings.Contains(problems[0].Help, c.help) {
				t.Errorf("want %q on line %d:\n%s", c.want, c.line, show(problems))
			}
		})
	}
	_, problems := Load("x.yaml", []byte(turnsWith("    says: [\"x\", \"y\"]\n    # two:\n    says: [\"v\", \"w\"]\n")), Known{})
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "name is missing above line 10") {
		t.Errorf("one key twice below a commented name:\n%s", show(problems))
	}
	_, problems = Load("x.yaml", []byte(turnsWith("    says: [\"x\", \"y\"]\n    says: [\"v\", \"w\"]\n")), Known{})
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "stands here twice") {
		t.Errorf("one key twice, and nothing else:\n%s", show(problems))
	}
}
