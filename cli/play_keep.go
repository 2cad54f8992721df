package cli

import (
	"fmt"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/sim/check"
)

// saveTest adds a call to the tests of its scenario's file.
func (p *program) saveTest(c *catalog.Catalog, call *sim.Call, args []string, f playFlags) error {
	name := call.Stage().Cast().Scenario.ID
	if len(args) == 1 {
		name = args[0]
	}
	t, err := check.Keep(call, f.saveTest)
	if err != nil {
		return &exit{faulty, fmt.Sprintf("the test was not kept: %v", err)}
	}
	file, called, err := c.AddTest(name, t)
	if err != nil {
		return err
	}
	to := p.Out
	if f.format == "json" {
		to = p.Err
	}
	fmt.Fprintf(to, "%s has the test “%s” now.\n", clean(file), clean(called))
	return nil
}
