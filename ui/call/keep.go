package call

import (
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/sim"
	"coolhead/store"
)

// keeper writes a call to the store, in order, and never while a key waits:
// Update puts work in the queue, a command empties it. However many commands
// run, one writes at a time and takes the oldest first.
type keeper struct {
	store   *store.Store
	attempt string

	queue sync.Mutex
	work  []task
	write sync.Mutex
	lost  [kinds]error // the last failure of each kind, nil once it went well

	sources func() error // tried again with each event until it goes well
}

// kind tells what was said from what was half typed: that a draft could be written
// does not say that the call was.
type kind int

const (
	ofCall kind = iota
	ofSources
	ofDraft
	kinds
)

type task struct {
	kind kind
	do   func() error
}

// keptMsg says how the writing went.
type keptMsg struct{ err error }

// events queues what happened.
func (k *keeper) events(list []sim.Event) tea.Cmd {
	if len(list) == 0 {
		return nil
	}
	return k.put(ofCall, func() error { return k.store.Append(k.attempt, list) })
}

// draft queues the half-typed reply.
func (k *keeper) draft(text string) tea.Cmd {
	return k.put(ofDraft, func() error { return k.store.KeepDraft(k.attempt, text) })
}

// release queues the end of writing.
func (k *keeper) release() tea.Cmd {
	return k.put(ofCall, func() error { return k.store.Release(k.attempt) })
}

func (k *keeper) put(kind kind, do func() error) tea.Cmd {
	if k == nil || k.store == nil {
		return nil
	}
	k.queue.Lock()
	k.work = append(k.work, task{kind, do})
	k.queue.Unlock()
	return k.flush
}

func (k *keeper) next() (task, bool) {
	k.queue.Lock()
	defer k.queue.Unlock()
	if len(k.work) == 0 {
		return task{}, false
	}
	t := k.work[0]
	k.work = k.work[1:]
	return t, true
}

// flush writes what is queued, and says the worst that is still not on disk: what
// was said before what is half typed. The store holds what the disk refuses and
// tries again with the next event, so nothing is put back.
func (k *keeper) flush() tea.Msg {
	k.write.Lock()
	defer k.write.Unlock()
	for t, ok := k.next(); ok; t, ok = k.next() {
		k.lost[t.kind] = t.do()
		switch {
		case t.kind == ofSources:
			k.sources = t.do
		case t.kind == ofCall && k.lost[ofSources] != nil:
			k.lost[ofSources] = k.sources()
		}
	}
	for _, err := range k.lost {
		if err != nil {
			return keptMsg{err}
		}
	}
	return keptMsg{}
}
