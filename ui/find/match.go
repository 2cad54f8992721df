package find

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"coolhead/catalog"
	"coolhead/scoring"
	"coolhead/ui/widget"
)

// row is a scenario of the list and what is looked through to find it.
type row struct {
	item   catalog.Item
	title  string
	fields []string // lower case: kind, sector, level, channel, what it teaches
	hits   []int    // bytes of the title that the query matched
	score  int
}

// newRow prepares an item once; a key only looks.
func newRow(item catalog.Item) row {
	r := row{item: item, title: item.Title}
	if r.title == "" {
		r.title = item.Path
	}
	r.title = widget.Clean(r.title)
	r.fields = []string{item.Kind, item.Sector, item.Channel}
	if item.Level > 0 {
		level := strconv.Itoa(item.Level)
		r.fields = append(r.fields, level, "level", "level "+level)
	}
	for _, id := range item.Teaches {
		r.fields = append(r.fields, id, taught(id))
	}
	for i, f := range r.fields {
		r.fields[i] = strings.ToLower(f)
	}
	return r
}

// taught is the plain name of a behaviour: “owns it”.
func taught(id string) string {
	if b, ok := scoring.BehaviourOf(id); ok && b.Name != "" {
		return b.Name
	}
	return strings.ReplaceAll(id, "-", " ")
}

// narrow keeps the rows in which every word of the query is found, best first.
// Without a query all stay, in the order of the catalogue.
func narrow(rows []row, query string) []row {
	words := strings.Fields(strings.ToLower(query))
	out := make([]row, 0, len(rows))
	for _, r := range rows {
		if r.match(words) {
			out = append(out, r)
		}
	}
	if len(words) > 0 {
		sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	}
	return out
}

// match finds every word in the title or in one of the fields.
func (r *row) match(words []string) bool {
	r.hits, r.score = nil, 0
	for _, w := range words {
		hits, score := inTitle(w, r.title)
		for _, f := range r.fields {
			if s := inField(w, f); s > score {
				score, hits = s, nil
			}
		}
		if score == 0 {
			return false
		}
		r.hits = append(r.hits, hits...)
		r.score += score
	}
	return true
}

// inField finds a word whole, or where a word of the field begins.
func inField(word, field string) int {
	switch {
	case field == word:
		return 450
	case strings.HasPrefix(field, word), len(word) > 1 && strings.Contains(field, " "+word):
		return 200
	}
	return 0
}

// inTitle finds a word as it stands, or its letters in order. Letters strewn over
// a whole title are no match: each run of them begins a word, or all lie close.
func inTitle(word, title string) (hits []int, score int) {
	if i := strings.Index(strings.ToLower(title), word); i >= 0 && len(strings.ToLower(title)) == len(title) {
		for k := range word {
			hits = append(hits, i+k)
		}
		if isNumber(word) && !wholeWord(title, i, i+len(word)) {
			return nil, 0 // 1 is not 14
		}
		if beginsWord(title, i) {
			return hits, 400
		}
		return hits, 250
	}
	if isNumber(word) {
		return nil, 0
	}
	found := fuzzy.FindNoSort(word, []string{title})
	if len(found) == 0 {
		return nil, 0
	}
	hits = found[0].MatchedIndexes
	if !near(hits, utf8.RuneCountInString(word)) && !runsBeginWords(title, hits) {
		return nil, 0
	}
	return hits, 100 + min(max(found[0].Score, -50), 50)
}

func near(hits []int, letters int) bool {
	return len(hits) > 0 && hits[len(hits)-1]-hits[0] < letters+letters/2+1
}

func runsBeginWords(title string, hits []int) bool {
	for i, h := range hits {
		if (i == 0 || !adjacent(title, hits[i-1], h)) && !beginsWord(title, h) {
			return false
		}
	}
	return len(hits) > 0
}

// adjacent says that no letter stands between two places.
func adjacent(title string, a, b int) bool {
	_, n := utf8.DecodeRuneInString(title[a:])
	return a+n == b
}

func isNumber(word string) bool { return strings.Trim(word, "0123456789") == "" }

// wholeWord says that no letter or digit stands at either side of a place.
func wholeWord(title string, from, to int) bool {
	after, _ := utf8.DecodeRuneInString(title[to:])
	return beginsWord(title, from) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

func beginsWord(title string, at int) bool {
	if at == 0 {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(title[:at])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}
