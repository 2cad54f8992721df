package home

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"coolhead/catalog"
	"coolhead/scenarios"
	"coolhead/sim"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// kind is what a row leads to.
type kind int

const (
	goOn kind = iota
	today
	everything
	writes
)

// row is one line of the page, with a sentence under it.
type row struct {
	kind         kind
	name, what   string
	right, under string
	item         catalog.Item
}

// arrange makes the rows that have something behind them.
func (s *Screen) arrange() {
	was := everything
	if s.finger < len(s.rows) {
		was = s.rows[s.finger].kind
	}
	had := len(s.rows) > 0 && s.rows[0].kind != everything
	wasLeft := len(s.rows) > 0 && s.rows[0].kind == goOn
	s.rows = nil
	if l := s.known.left; l != nil {
		r := row{kind: goOn, name: "Continue", what: l.title, right: "reply " + strconv.Itoa(l.replies+1)}
		if l.about > l.replies {
			r.right += " of about " + strconv.Itoa(l.about)
		}
		if name := sim.Called(l.customer); name != "" {
			r.under = fmt.Sprintf("%s was %s when you left, and is still there.", name, l.mood)
		}
		s.rows = append(s.rows, r)
	}
	if item, first, ok := s.choose(); ok {
		r := row{kind: today, name: "Today", what: item.Title, item: item, right: item.Length()}
		r.under = "You have not tried this one: " + strings.TrimPrefix(widget.Level(item.Level)+", "+item.Channel, ", ") + "."
		if first {
			r.name, r.under = "Begin", "Mild, "+spelled(item.Length())+", with a coach."
		}
		s.rows = append(s.rows, r)
	}
	if len(s.known.items) > 0 || !s.known.loaded {
		r := row{kind: everything, name: "Find", what: "a call to practise"}
		if s.known.loaded {
			r.right = strconv.Itoa(len(s.known.items)) + " to choose from"
		}
		s.rows = append(s.rows, r)
	}
	if n := s.known.own; n > 0 && s.env.Author != nil {
		s.rows = append(s.rows, row{kind: writes, name: "Author", what: "write a scenario, or mend one", right: strconv.Itoa(n) + " of your own"})
	}
	s.finger = 0
	if had && (wasLeft || s.known.left == nil) { // a call just left is what comes next
		for i, r := range s.rows {
			if r.kind == was {
				s.finger = i
			}
		}
	}
}

// choose is the call of the day: the mildest on the first one, later one that has
// not been tried, another each day.
func (s *Screen) choose() (item catalog.Item, first, ok bool) {
	if len(s.known.items) == 0 {
		return item, false, false
	}
	if len(s.known.past.Attempts) == 0 {
		return mildest(s.known.items), true, true
	}
	var fresh []catalog.Item
	for _, it := range s.known.items {
		if !s.known.past.Tried(it.ID) {
			fresh = append(fresh, it)
		}
	}
	if len(fresh) == 0 {
		return item, false, false
	}
	lowest := mildest(fresh).Level
	near := fresh[:0]
	for _, it := range fresh {
		if it.Level <= lowest+1 {
			near = append(near, it)
		}
	}
	return near[s.ofTheDay(len(near))], false, true
}

// mildest is the easiest and then the shortest.
func mildest(items []catalog.Item) catalog.Item {
	best := items[0]
	for _, it := range items[1:] {
		if it.Level < best.Level || it.Level == best.Level && it.Minutes < best.Minutes {
			best = it
		}
	}
	return best
}

// ofTheDay picks one of n, the same all day.
func (s *Screen) ofTheDay(n int) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(s.env.Now().Format("2006-01-02")))
	return int(h.Sum32() % uint32(n))
}

// thought is the fact of the day.
func (s *Screen) thought() (scenarios.Fact, bool) {
	var plain []scenarios.Fact
	for _, f := range s.known.facts {
		if f.Claim != "" && f.Source != "" && f.Year != 0 && !f.Folklore {
			plain = append(plain, f)
		}
	}
	if len(plain) == 0 {
		return scenarios.Fact{}, false
	}
	return plain[s.ofTheDay(len(plain))], true
}

// spelled is a length whose number, where it is small, is in letters.
func spelled(length string) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	number, unit, _ := strings.Cut(length, " ")
	if n, err := strconv.Atoi(number); err == nil && n >= 0 && n < len(words) {
		return words[n] + " " + unit
	}
	return length
}

// source is who says so, and when.
func source(t *theme.Theme, f scenarios.Fact) string {
	return t.Text(f.Source) + ", " + strconv.Itoa(f.Year)
}
