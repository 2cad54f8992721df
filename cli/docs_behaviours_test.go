package cli_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"coolhead/scoring"
)

// behavioursPage is the catalogue as a trainer looks something up in it: what helps, then
// what hurts, each by dimension, with its points and how to do it or what to ask oneself.
func behavioursPage() string {
	var b strings.Builder
	b.WriteString(`# Behaviours

Everything a reply can do that has a name. A turn [needs](needs.md) one of those that help; ` + "`calms`, `angers`, `heard`," + `
` + "`sends` and `shows`" + ` take any. ` + "`coolhead explain owns-it`" + ` says more of one: why
it matters, what the customer feels, the source. ` + "`coolhead explain behaviours`" + ` lists them in the terminal.

Points are in the behaviour's own dimension, for one occurrence with no rule that says otherwise. This page is made from the
catalogue that the reader uses.
`)
	for _, part := range []struct {
		side         scoring.Side
		title, third string
	}{
		{scoring.Helps, "What helps", "how it is done"},
		{scoring.Hurts, "What hurts", "what to ask oneself"},
	} {
		fmt.Fprintf(&b, "\n## %s\n\n| behaviour | | points | %s |\n|---|---|---|---|\n", part.title, part.third)
		for d := range scoring.Dimensions {
			for _, x := range scoring.Behaviours() {
				if x.Dimension != scoring.Dimension(d) || x.Side != part.side {
					continue
				}
				how := x.Hints[0]
				if part.side == scoring.Helps {
					how = x.Hints[1]
				}
				fmt.Fprintf(&b, "| `%s` | %s | %s, %s | %s |\n", x.ID, x.Name, x.Dimension, x.Points, how)
			}
		}
	}
	return b.String()
}

// docs/ideas/behaviours.md is written by this test with COOLHEAD_WRITE=1.
func TestThePageOfBehavioursIsMadeFromTheCatalogue(t *testing.T) {
	want := behavioursPage()
	if os.Getenv("COOLHEAD_WRITE") != "" {
		if err := os.WriteFile(filepath.Join("..", "docs", "ideas", "behaviours.md"), []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := fs.ReadFile(house, "docs/ideas/behaviours.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != want {
		t.Error("docs/ideas/behaviours.md is not what the catalogue says: COOLHEAD_WRITE=1 go test ./cli -run PageOfBehaviours")
	}
	for _, b := range scoring.Behaviours() {
		if !strings.Contains(want, "| `"+b.ID+"` |") {
			t.Errorf("%s is on no row", b.ID)
		}
	}
}
