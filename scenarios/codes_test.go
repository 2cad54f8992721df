package scenarios

import (
	"strings"
	"testing"

	"coolhead/scenarios/source"
)

// exampleKnown are the names that the examples of codes may use.
func exampleKnown() Known {
	return Known{
		Behaviours: []string{"owns-it", "can-do", "plays-back", "next-step-by-when", "calm-down", "policy-wall", "matches-style"},
		Personas:   []string{"pessimist", "silent"},
		Facts:      []string{"repeat-contact"},
		Packs:      []string{"house-rules"},
		Year:       2026,
	}
}

func TestEveryCodeHasAFileThatRaisesItAndOneThatDoesNot(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Codes() {
		t.Run(c.Code, func(t *testing.T) {
			if seen[c.Code] {
				t.Fatal("the code stands in the table twice")
			}
			seen[c.Code] = true
			if c.Title == "" || c.Explain == "" || c.Bad == "" || c.Good == "" {
				t.Fatal("the code lacks a title, an explanation or an example")
			}
			if c.By != Reading {
				return // raised by others, and tried where they are
			}
			_, problems := Load(c.Code+".bad.yaml", []byte(c.Bad), exampleKnown())
			raised := false
			for _, p := range problems {
				if p.Code == c.Code {
					raised = true
					if p.Severity < c.Severity {
						t.Errorf("raised as %s, worse than the table's %s", p.Severity, c.Severity)
					}
				} else {
					t.Errorf("the bad example has another problem:\n%s", source.Format(p))
				}
			}
			if !raised {
				t.Error("the bad example does not raise it")
			}
			_, problems = Load(c.Code+".good.yaml", []byte(c.Good), exampleKnown())
			for _, p := range problems {
				t.Errorf("the good example has a problem:\n%s", source.Format(p))
			}
		})
	}
}

func TestEveryCodeOfAFileStandsInTheTable(t *testing.T) {
	for _, c := range Codes() {
		if c.By == Pack {
			continue
		}
		for _, text := range []string{c.Bad, c.Good} {
			_, problems := Load("x.yaml", []byte(text), exampleKnown())
			for _, p := range problems {
				if _, ok := CodeOf(p.Code); !ok {
					t.Errorf("%s is raised and nobody explains it", p.Code)
				}
			}
		}
	}
	if _, ok := CodeOf("CH999"); ok {
		t.Error("an unknown code is explained")
	}
}

func TestNoExplanationSaysInvalid(t *testing.T) {
	for _, c := range Codes() {
		if strings.Contains(strings.ToLower(c.Title+c.Explain), "invalid") {
			t.Errorf("%s says invalid", c.Code)
		}
	}
}
