package cli

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// farness is one line on a terminal that says how far long work has come. Where
// nobody looks it says nothing.
type farness struct {
	mu    sync.Mutex
	to    io.Writer // nil: nobody looks
	now   func() time.Time
	last  time.Time
	n, of int
	shown bool
}

// often is how often the line is written again.
const often = 200 * time.Millisecond

func (p *program) far(of int) *farness {
	g := &farness{of: of, now: p.Now, last: p.Now()}
	if p.ErrTerminal {
		g.to = p.Err
	}
	return g
}

// say writes the line again, if it is time to.
func (g *farness) say(what string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.to == nil || g.now().Sub(g.last) < often {
		return
	}
	g.last, g.shown = g.now(), true
	fmt.Fprintf(g.to, "\r\x1b[K%d of %d  %s", g.n, g.of, shortened(what, 60))
}

func (g *farness) done() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.n++
}

// end takes the line away.
func (g *farness) end() {
	if g.shown {
		fmt.Fprint(g.to, "\r\x1b[K")
	}
}

// shortened is one line of at most n characters.
func shortened(s string, n int) string {
	r := []rune(clean(s))
	if len(r) <= n {
		return string(r)
	}
	return string(r[:n-1]) + "…"
}
