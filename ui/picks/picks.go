// Package picks is the order in which a turn's picks stand, the same on the
// screen and line by line.
package picks

import (
	"hash/fnv"
	"strconv"
)

// Order gives the picks of a turn as numbers in the file's order, from 1. It
// follows from the seed and the turn, so that it is the same each time the turn
// is said in this call, and tells nothing of which is good.
func Order(seed int64, turn string, n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i + 1
	}
	for i := n - 1; i > 0; i-- {
		h := fnv.New64a()
		h.Write([]byte(strconv.FormatInt(seed, 10) + "/" + turn + "/" + strconv.Itoa(i)))
		j := int(h.Sum64() >> 33 % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}
