package source

import "strings"

// Nearest is the known word that was probably meant, if one is near enough: two
// slips of the finger in a word, three in a long one, one in a short one; a swap of two
// neighbouring letters is one slip. Capitals, spaces and underscores count as
// nothing, since authors mix them up with hyphens.
func Nearest(word string, known []string) (string, bool) {
	want := plain(word)
	if want == "" || len(want) > 64 {
		return "", false
	}
	best, bestAt := "", 1<<30
	for _, k := range known {
		have := plain(k)
		allowed := 2
		switch short := min(len(want), len(have)); {
		case short <= 4:
			allowed = 1
		case short >= 9:
			allowed = 3
		}
		if d := slips(want, have); d <= allowed && d < bestAt {
			best, bestAt = k, d
		}
	}
	if best != "" {
		return best, true
	}
	// A beginning or an ending of exactly one known word is a near miss too:
	// "next-step" for "next-step-by-when".
	if len(want) >= 4 {
		hits := 0
		for _, k := range known {
			if have := plain(k); strings.HasPrefix(have, want) || strings.HasSuffix(have, "-"+want) {
				best, hits = k, hits+1
			}
		}
		if hits == 1 {
			return best, true
		}
	}
	return "", false
}

// plain is a word as Nearest compares it.
func plain(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	return strings.NewReplacer("_", "-", " ", "-", "’", "", "'", "").Replace(s)
}

// Slips counts the slips of the finger between two names.
func Slips(a, b string) int { return slips(a, b) }

// slips counts insertions, deletions, changes and swaps of neighbours between
// two short words.
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > 2 || d < -2 {
		return 99
	}
	before := make([]int, len(y)+1)
	row := make([]int, len(y)+1)
	next := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		next[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(y)]
}
