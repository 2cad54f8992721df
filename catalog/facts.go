package catalog

import "coolhead/scenarios"

// Facts are all facts that every scenario may name, in the order of the places.
func (c *Catalog) Facts() []scenarios.Fact {
	all, _ := factsOf(c.shelves)
	return all
}
