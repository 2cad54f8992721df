package sim

import (
	"fmt"
	"strconv"
	"strings"
)

// Path is what a trainee did, step by step, in a form short enough for a command
// line: 2,s,"I'm sorry, that was us.",1.
type Path []Step

// Step is one thing a trainee did: a pick by its number from 1, words, or a silence
// where it is neither.
type Step struct {
	Pick int
	Text string
}

// String writes a path as ParsePath reads it.
func (p Path) String() string {
	parts := make([]string, len(p))
	for i, s := range p {
		switch {
		case s.Pick > 0:
			parts[i] = strconv.Itoa(s.Pick)
		case s.Text != "":
			parts[i] = `"` + strings.ReplaceAll(s.Text, `"`, `""`) + `"`
		default:
			parts[i] = "s"
		}
	}
	return strings.Join(parts, ",")
}

// ParsePath reads a path: numbers of picks in the file's order, s (or wait) for
// saying nothing until something happens, and words in double quotes, in which a
// quote is written twice.
func ParsePath(text string) (Path, error) {
	var p Path
	for rest := strings.TrimSpace(text); rest != ""; {
		n := len(p) + 1
		var step Step
		if words, ok := strings.CutPrefix(rest, `"`); ok {
			said, after, closed := quoted(words)
			if !closed {
				return nil, fmt.Errorf("step %d of the path has a quote that never closes", n)
			}
			if strings.TrimSpace(said) == "" {
				return nil, fmt.Errorf("step %d of the path says nothing: there are no words between its quotes", n)
			}
			step.Text, rest = said, strings.TrimSpace(after)
			if rest != "" && rest[0] != ',' {
				return nil, fmt.Errorf("after step %d of the path a comma is missing, before “%s”", n, rest)
			}
			rest = strings.TrimPrefix(rest, ",")
		} else {
			word, after, _ := strings.Cut(rest, ",")
			word, rest = strings.TrimSpace(word), after
			if word != "s" && word != "wait" {
				pick, err := strconv.Atoi(word)
				if err != nil || pick < 1 {
					return nil, fmt.Errorf("step %d of the path is “%s”: it is the number of a pick, s for silence, or words in double quotes", n, word)
				}
				step.Pick = pick
			}
		}
		p = append(p, step)
		rest = strings.TrimSpace(rest)
	}
	return p, nil
}

// quoted is the words up to the closing quote, and what follows it.
func quoted(s string) (said, after string, closed bool) {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], '"')
		if i < 0 {
			return "", "", false
		}
		i += from
		if !strings.HasPrefix(s[i+1:], `"`) {
			return strings.ReplaceAll(s[:i], `""`, `"`), s[i+1:], true
		}
		from = i + 2
	}
}

// Follow does what a path says. It stops at the step that cannot be done here.
func (c *Call) Follow(p Path) error {
	for i, s := range p {
		var err error
		switch {
		case s.Pick > 0:
			_, err = c.ReplyPick(s.Pick)
		case s.Text != "":
			_, err = c.Reply(s.Text)
		default:
			if _, ok := c.Wait(); !ok {
				err = ErrSilent
			}
		}
		if err != nil {
			return fmt.Errorf("step %d of the path: %w", i+1, err)
		}
	}
	return nil
}

// Path is what was done on this path of the call, as Follow does it again.
func (c *Call) Path() Path {
	var p Path
	for _, in := range c.inputs {
		switch {
		case in.seconds > 0:
			p = append(p, Step{})
		case in.pick > 0 && !in.typed:
			p = append(p, Step{Pick: in.pick})
		default:
			p = append(p, Step{Text: in.text})
		}
	}
	return p
}
