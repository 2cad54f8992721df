package widget

import (
	"strconv"
	"strings"

	"coolhead/ui/theme"
)

// Facts sets short facts in one row, parted by dots; what is not known is left out.
func Facts(t *theme.Theme, facts ...string) string {
	var known []string
	for _, f := range facts {
		if f != "" {
			known = append(known, f)
		}
	}
	return strings.Join(known, " "+t.Glyphs.Dot+" ")
}

// Level is how hard a scenario is, "" where its author did not say.
func Level(n int) string {
	if n <= 0 {
		return ""
	}
	return "level " + strconv.Itoa(n)
}
