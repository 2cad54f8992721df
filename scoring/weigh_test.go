package scoring

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestFindingsStandAsTheirWordsDo(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 7))
	for range 300 {
		found := make([]Finding, dice.IntN(60))
		for i := range found {
			if dice.IntN(4) > 0 {
				found[i].Start = dice.IntN(30)
				found[i].End = found[i].Start + 1 + dice.IntN(9)
			}
			found[i].Points = Tenths(i)
		}
		want := slices.Clone(found)
		slices.SortStableFunc(want, func(x, y Finding) int {
			absent := func(f Finding) int {
				if f.End == 0 {
					return 1
				}
				return 0
			}
			return cmp.Or(cmp.Compare(absent(x), absent(y)), cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
		})
		inPlace(found)
		for i := range found {
			if found[i].Points != want[i].Points {
				t.Fatalf("of %d findings the one at %d is out of its place", len(found), i)
			}
		}
	}
}
