package picks

import (
	"fmt"
	"slices"
	"testing"
)

func TestAnOrderHasEveryPickOnceAndIsTheSameEachTime(t *testing.T) {
	for n := range 6 {
		got := Order(7, "opening", n)
		if !slices.Equal(got, Order(7, "opening", n)) {
			t.Errorf("%d picks have two orders", n)
		}
		slices.Sort(got)
		for i, pick := range got {
			if pick != i+1 {
				t.Errorf("of %d picks: %v", n, got)
			}
		}
	}
}

func TestNoPickHasAPlaceOfItsOwn(t *testing.T) {
	const calls = 3000
	first := map[int]int{}
	for i := range calls {
		first[Order(int64(i), fmt.Sprintf("turn-%d", i%7), 3)[0]]++
	}
	for pick := 1; pick <= 3; pick++ {
		if share := first[pick] * 100 / calls; share < 28 || share > 38 {
			t.Errorf("pick %d stands first in %d of 100 calls", pick, share)
		}
	}
}
