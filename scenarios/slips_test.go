package scenarios

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"coolhead/scenarios/library"
	"coolhead/scenarios/source"
)

var spoken = regexp.MustCompile(`(say|model|trap|says): "([^"]*)"`)

// A slip is what a beginner does to one line. It gives "" where it cannot happen.
func slips() map[string]func(line string) string {
	spokenAs := func(with string) func(string) string {
		return func(l string) string { return spoken.ReplaceAllString(l, with) }
	}
	cut := func(what string) func(string) string {
		return func(l string) string { return strings.Replace(l, what, "", 1) }
	}
	return map[string]func(string) string{
		"the closing quote is forgotten": func(l string) string {
			if i := strings.LastIndex(l, `"`); i > 0 && strings.Count(l, `"`) == 2 {
				return l[:i] + l[i+1:]
			}
			return ""
		},
		"the opening quote is forgotten": func(l string) string {
			if strings.Count(l, `"`) == 2 {
				return strings.Replace(l, `"`, "", 1)
			}
			return ""
		},
		"one tab for all spaces": func(l string) string {
			if body := strings.TrimLeft(l, " "); len(body) < len(l) && body != "" {
				return strings.Repeat("\t", (len(l)-len(body))/2) + body
			}
			return ""
		},
		"a ticket number without quotes": func(l string) string {
			if m := spoken.FindStringSubmatchIndex(l); m != nil {
				return l[:m[4]-1] + "Ticket #44 is gone" + l[m[1]:]
			}
			return ""
		},
		"curly quotes": spokenAs("$1: “$2”"),
		"single quotes around an apostrophe": func(l string) string {
			if m := spoken.FindStringSubmatch(l); m != nil && strings.Contains(m[2], "'") {
				return spoken.ReplaceAllString(l, "$1: '$2'")
			}
			return ""
		},
		"quotes within quotes":   spokenAs(`$1: "They said "soon" and $2"`),
		"a colon without quotes": spokenAs(`$1: They said: soon`),
		"one space too few": func(l string) string {
			if strings.HasPrefix(l, "   ") {
				return l[1:]
			}
			return ""
		},
		"one space too many":        func(l string) string { return " " + l },
		"a closing brace forgotten": func(l string) string { return strings.TrimSuffix(l, "}") },
		"an opening brace forgotten": func(l string) string {
			return strings.Replace(l, "- {", "- ", 1)
		},
		"a closing bracket forgotten": cut("]"),
		"no space after the dash": func(l string) string {
			return strings.Replace(l, "- ", "-", 1)
		},
		"no colon": func(l string) string {
			body := strings.TrimLeft(l, " -{")
			if i := strings.Index(body, ":"); i > 0 && !strings.ContainsAny(body[:i], ` ".`) {
				return l[:len(l)-len(body)] + body[:i] + body[i+1:]
			}
			return ""
		},
		"no space after the colon": func(l string) string {
			return strings.Replace(l, ": ", ":", 1)
		},
		"a comma too many": func(l string) string {
			return strings.Replace(l, `", `, `",, `, 1)
		},
		"a comma forgotten": func(l string) string {
			return strings.Replace(l, `", `, `" `, 1)
		},
	}
}

// Every slip in the turns of a real call is reported on the line it was made on,
// and no other line is blamed for it.
func TestASlipIsBlamedOnItsOwnLine(t *testing.T) {
	lines := strings.Split(string(must(library.FS.ReadFile("calls/gate-agent.yaml"))), "\n")
	from, to := slices.Index(lines, "turns:")+1, slices.Index(lines, "anytime:")
	for name, slip := range slips() {
		t.Run(name, func(t *testing.T) {
			tried := 0
			for i := from; i < to; i++ {
				with := slip(lines[i])
				if with == "" || with == lines[i] || lines[i] == "" || strings.Contains(lines[i], "note:") {
					continue
				}
				tried++
				if tried%2 == 0 {
					continue // half of them tell as much
				}
				broken := slices.Clone(lines)
				broken[i] = with
				s, problems := Load("x.yaml", []byte(strings.Join(broken, "\n")), Known{})
				here := false
				for _, p := range problems {
					here = here || p.Line == i+1
					if p.Line != i+1 {
						t.Errorf("line %d: %q is blamed on another line:\n%s", i+1, with, source.Format(p))
						break
					}
				}
				if len(problems) > 0 && !here || s == nil {
					t.Errorf("line %d: %q is not reported on its own line", i+1, with)
				}
				if len(problems) == 0 && !onlyKey(lines, i) {
					t.Errorf("line %d: %q is not reported", i+1, with)
				}
			}
			if tried == 0 {
				t.Error("the slip was never tried")
			}
		})
	}
}

// onlyKey says that no other key stands beside this one, so that any number of
// spaces before it is as good.
func onlyKey(lines []string, i int) bool {
	indent := len(lines[i]) - len(strings.TrimLeft(lines[i], " "))
	for _, step := range []int{-1, 1} {
		for j := i + step; lines[j] != ""; j += step {
			at := len(lines[j]) - len(strings.TrimLeft(lines[j], " "))
			if at == indent {
				return false
			}
			if at < indent {
				break
			}
		}
	}
	return true
}
