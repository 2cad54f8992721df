package scenarios

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"coolhead/scenarios/source"
)

// phrases are the closed set of conditions, as sentences show it.
const phrases = "mood angry · mood angry or worse · mood wary or better · heard owns-it · not heard owns-it · again · try 2 · silence 20s · hold 60s, joined by “and”"

// DecodeSource reads a condition.
func (c *Condition) DecodeSource(n *source.Node) {
	c.At = n.Place()
	c.unread = n.Kind() != source.Scalar
	if n.Kind() != source.Scalar {
		help := "write:  if: mood angry and again"
		if n.Kind() == source.Nothing {
			n.Report("CH114", "“if” has no condition after its colon.", help)
		} else {
			n.Report("CH114", "A condition is one phrase, not "+n.Kind().String()+".", help)
		}
		return
	}
	c.Text = n.Text()
	for _, part := range strings.Split(" "+strings.Join(strings.Fields(c.Text), " ")+" ", " and ") {
		clause, help := parseClause(strings.TrimSpace(part))
		if help != "" {
			c.unread = true
			n.Report("CH114", fmt.Sprintf("“%s” is not a condition that can be read.", strings.TrimSpace(part)), help)
			continue
		}
		c.Clauses = append(c.Clauses, clause)
	}
}

// parseClause reads one phrase; help is what to write instead, "" if it was read.
func parseClause(s string) (Clause, string) {
	words := strings.Fields(s)
	if len(words) == 0 {
		return Clause{}, "“and” stands between two phrases:  mood angry and again"
	}
	if help := twoConditions(words); help != "" {
		return Clause{}, help
	}
	switch words[0] {
	case "mood":
		return moodClause(words[1:])
	case "heard":
		if len(words) == 2 {
			return Clause{Kind: IfHeard, Behaviour: words[1]}, ""
		}
		return Clause{}, "name one behaviour:  heard owns-it"
	case "not":
		if len(words) == 3 && words[1] == "heard" {
			return Clause{Kind: IfNotHeard, Behaviour: words[2]}, ""
		}
		return Clause{}, "“not” stands only before “heard”; for the rest, write the other case as an entry above this one"
	case "again":
		if len(words) == 1 {
			return Clause{Kind: IfAgain}, ""
		}
	case "try":
		if len(words) == 2 {
			if n, err := strconv.Atoi(words[1]); err == nil && n >= 1 && n <= 20 {
				return Clause{Kind: IfTry, N: n}, ""
			}
		}
		return Clause{}, "say which try:  try 2"
	case "silence", "hold":
		if n, ok := parseSeconds(strings.Join(words[1:], "")); ok {
			return Clause{Kind: ClauseKind(words[0]), N: n}, ""
		}
		return Clause{}, "say how long:  " + words[0] + " 20s"
	}
	return Clause{}, clauseMeant(s, words)
}

// twoConditions is the help for two phrases joined by “or”; “or worse” and “or
// better” belong to a mood.
func twoConditions(words []string) string {
	at := slices.Index(words, "or")
	if at < 1 || at+1 == len(words) {
		return ""
	}
	if _, ok := source.Nearest(words[at+1], []string{"better", "worse"}); ok && at+2 == len(words) {
		return ""
	}
	first, second := strings.Join(words[:at], " "), strings.Join(words[at+1:], " ")
	if _, ok := ParseMood(second); ok {
		second = "mood " + second
	}
	return fmt.Sprintf("there is no “or”: write two entries,  - {if: %s, …}   and   - {if: %s, …}", first, second)
}

func moodClause(words []string) (Clause, string) {
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "=" || w == "is" || w == ":" })
	if len(words) == 0 {
		return Clause{}, "name the mood:  mood angry"
	}
	mood, ok := ParseMood(words[0])
	if !ok {
		if near, ok := nearWord(words[0], MoodNames()); ok {
			return Clause{}, "nearest:  mood " + strings.Join(append([]string{near}, words[1:]...), " ")
		}
		return Clause{}, "moods are " + strings.Join(MoodNames(), ", ")
	}
	switch strings.Join(words[1:], " ") {
	case "":
		return Clause{Kind: IfMood, Mood: mood}, ""
	case "or better", "or worse":
		return Clause{Kind: IfMood, Mood: mood, Or: words[2]}, ""
	}
	return Clause{}, fmt.Sprintf("write:  mood %s   mood %s or better   mood %s or worse", mood, mood, mood)
}

// clauseMeant finds what somebody who does not know the phrases was after.
func clauseMeant(s string, words []string) string {
	for _, w := range words {
		switch w {
		case "or", "||", ",", "|":
			return "there is no “or”: write a second entry with the other condition"
		case "&&", "&", "+":
			return "join phrases with “and”"
		}
	}
	for _, w := range words {
		if near, ok := nearWord(strings.Trim(w, "=<>!.,"), MoodNames()); ok {
			or := ""
			if mood, _ := ParseMood(near); slices.Contains(words, "not") && mood > Glad {
				return fmt.Sprintf("write:  mood %s or better", mood-1)
			}
			if strings.ContainsAny(s, ">") || strings.Contains(s, "worse") {
				or = " or worse"
			} else if strings.ContainsAny(s, "<") || strings.Contains(s, "better") {
				or = " or better"
			}
			return "write:  mood " + near + or
		}
	}
	if near, ok := source.Nearest(words[0], []string{"mood", "heard", "again", "silence", "hold", "try"}); ok {
		return "write:  " + strings.Join(append([]string{near}, words[1:]...), " ")
	}
	switch words[0] {
	case "else", "otherwise", "default", "always", "true":
		return "leave “if” out: an entry without it is used when none above it holds"
	case "repeat", "repeated", "second", "twice":
		return "write:  again"
	case "wait", "waited", "quiet":
		return "write:  silence 20s"
	}
	return "conditions are: " + phrases
}
