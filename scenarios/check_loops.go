package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// loops reports what comes back for ever, and what never comes back.
func (f *flow) loops() {
	f.circles()
	for i := range f.c.s.Anytime {
		f.anytime(&f.c.s.Anytime[i])
	}
}

// onward is the turn after a reply in which nothing was heard: -1 if the call is
// over, the talk falls off the file, or something wears off until it ends.
func (f *flow) onward(i int) int {
	t := &f.c.s.Turns[i]
	if t.over() || !t.Needs.Empty() || slices.ContainsFunc(t.Says, func(e Entry) bool { return e.End != "" }) {
		return -1 // an unmet need costs patience, and patience ends
	}
	if t.Next != "" {
		if j, ok := f.find(t.Next); ok {
			return j
		}
		return -1
	}
	if i+1 < len(f.c.s.Turns) {
		return i + 1
	}
	return -1
}

// circles reports turns that lead on to each other with nothing asked of the
// trainee, so that the talk can go round without any change.
func (f *flow) circles() {
	turns := f.c.s.Turns
	told := make([]bool, len(turns))
	for i := range turns {
		if !f.reached[i] || told[i] {
			continue
		}
		var path []int
		at := i
		for at >= 0 && !slices.Contains(path, at) {
			path = append(path, at)
			at = f.onward(at)
		}
		if at < 0 || told[at] {
			continue
		}
		ring := path[slices.Index(path, at):]
		var names []string
		for _, j := range append(slices.Clone(ring), ring[0]) {
			names = append(names, turns[j].ID)
			told[j] = true
		}
		f.c.add(source.Warning, "CH105", turns[ring[0]].At, fmt.Sprintf("%s can go round without any change: no turn of it needs anything.", strings.Join(names, " → ")), "give one of them a need, or lead one of them elsewhere")
	}
}

// anytime reports an entry that acts after every reply, and a detour from which
// nobody comes back.
func (f *flow) anytime(a *Anytime) {
	stays := len(a.If.Clauses) > 0 && !a.If.unread
	for _, cl := range a.If.Clauses {
		stays = stays && cl.Kind == IfHeard // what was heard stays heard
	}
	over := false
	if to, ok := f.find(a.Go); ok {
		over = f.c.s.Turns[to].over()
	}
	if stays && !a.Once && !over {
		f.c.add(source.Warning, "CH110", a.At, fmt.Sprintf("Once “%s” is true it stays true, so this acts after every reply and the talk never goes on.", a.If.Text), "add:  once: true")
	}
	to, ok := f.find(a.Detour)
	if !ok {
		return
	}
	t := &f.c.s.Turns[to]
	leaves := len(t.Picks) > 0 && !slices.ContainsFunc(t.Picks, func(p Pick) bool { return p.Go == "" })
	switch {
	case t.over():
		f.c.add(source.Warning, "CH111", a.At, fmt.Sprintf("Nobody comes back from this detour: “%s” ends the call.", t.ID), "write “go” instead of “detour”")
	case leaves:
		f.c.add(source.Warning, "CH111", a.At, fmt.Sprintf("Nobody who picks comes back from this detour: every pick of “%s” goes elsewhere for good.", t.ID), "take “go” out of one of the picks, or write “go” instead of “detour”")
	}
}
