package scenarios

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"coolhead/scenarios/source"
)

const (
	giveawayLists = 5  // lists of picks from which a habit can be seen
	giveawayShare = 80 // percent of them that make it a habit
	nearlyEqual   = 80 // percent of words that two picks share
)

// picks looks at all picks of a scenario together: what tells a trainee which
// one is right without reading them.
func (c *checker) picks() {
	lists, longest, first := 0, 0, map[int]int{}
	for i := range c.s.Turns {
		t := &c.s.Turns[i]
		c.equalPicks(t)
		model := slices.IndexFunc(t.Picks, func(p Pick) bool { return p.Kind == Model })
		if len(t.Picks) < 2 || model < 0 {
			continue
		}
		lists++
		first[model]++
		size := utf8.RuneCountInString(t.Picks[model].Text)
		if !slices.ContainsFunc(t.Picks, func(p Pick) bool { return p.Kind != Model && utf8.RuneCountInString(p.Text) >= size }) {
			longest++
		}
	}
	if lists < giveawayLists {
		return
	}
	at := c.doc.Find(c.s.At, "", "turns")
	at.Width = 1
	if 100*longest >= giveawayShare*lists {
		c.add(source.Warning, "CH204", at, fmt.Sprintf("The model pick is the longest of its list in %d of %d turns. Learners will notice.", longest, lists), "make some models shorter, or some others longer")
	}
	for place, n := range first {
		if n == lists {
			c.add(source.Advice, "CH205", at, fmt.Sprintf("The model is pick number %d in all %d turns. A screen shuffles them; a printed file and --plain do not.", place+1, lists), "put it elsewhere in some of the lists")
		}
	}
}

// equalPicks reports two picks of one turn that say nearly the same.
func (c *checker) equalPicks(t *Turn) {
	for i := range t.Picks {
		for j := range i {
			a, b := &t.Picks[j], &t.Picks[i]
			share := sharedWords(a.Text, b.Text)
			if share <= nearlyEqual {
				continue
			}
			message := fmt.Sprintf("This pick has %d percent of its words in common with the one on line %d.", share, a.At.Line)
			if share == 100 {
				message = fmt.Sprintf("This pick says the same as the one on line %d.", a.At.Line)
			}
			c.add(source.Warning, "CH206", b.At, message, "say something else in one of them, or delete it")
		}
	}
}

// speaks says that a pick or a reply of a test has these words in a row.
func (s *Scenario) speaks(phrase string) bool {
	want := bareWords(phrase)
	has := func(text string) bool { return strings.Contains(bareWords(text), want) }
	for i := range s.Turns {
		if slices.ContainsFunc(s.Turns[i].Picks, func(p Pick) bool { return has(p.Text) }) {
			return true
		}
	}
	return slices.ContainsFunc(s.Tests, func(t Test) bool {
		return slices.ContainsFunc(t.Replies, func(r TestReply) bool { return has(r.Text) })
	})
}

// sharedWords is how many percent of the words of two texts are the same ones.
func sharedWords(a, b string) int {
	x, y := strings.Fields(bareWords(a)), strings.Fields(bareWords(b))
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	total, same := len(x)+len(y), 0
	for _, w := range x {
		if at := slices.Index(y, w); at >= 0 {
			same += 2
			y = slices.Delete(y, at, at+1)
		}
	}
	return 100 * same / total
}
