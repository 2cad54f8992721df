package app

import (
	"fmt"
	"runtime/debug"
)

// Fault is an error in coolhead itself: a panic in a screen or in its command.
type Fault struct {
	What  any
	Stack []byte // for whoever mends it; never shown by itself
}

func newFault(what any) *Fault { return &Fault{What: what, Stack: debug.Stack()} }

// Error says it in a sentence.
func (f *Fault) Error() string {
	return fmt.Sprintf("coolhead stopped: a page has a fault of its own (%v). What was said so far is kept; coolhead goes on from there.", f.What)
}
