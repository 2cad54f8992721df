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
	work  []func() error
	write sync.Mutex
}

// keptMsg says how the writing went.
type keptMsg struct{ err error }

// events queues what happened.
func (k *keeper) events(events []sim.Event) tea.Cmd {
	if len(events) == 0 {
		return nil
	}
	return k.put(func() error { return k.store.Append(k.attempt, events) })
}

// draft queues the half-typed reply.
func (k *keeper) draft(text string) tea.Cmd {
	return k.put(func() error { return k.store.KeepDraft(k.attempt, text) })
}

// release queues the end of writing.
func (k *keeper) release() tea.Cmd {
	return k.put(func() error { return k.store.Release(k.attempt) })
}

func (k *keeper) put(work func() error) tea.Cmd {
	if k == nil || k.store == nil {
		return nil
	}
	k.queue.Lock()
	k.work = append(k.work, work)
	k.queue.Unlock()
	return k.flush
}

func (k *keeper) next() func() error {
	k.queue.Lock()
	defer k.queue.Unlock()
	if len(k.work) == 0 {
		return nil
	}
	work := k.work[0]
	k.work = k.work[1:]
	return work
}

// flush writes what is queued. The store holds what the disk refuses and tries
// again with the next event, so nothing is put back.
func (k *keeper) flush() tea.Msg {
	k.write.Lock()
	defer k.write.Unlock()
	var failed error
	for work := k.next(); work != nil; work = k.next() {
		failed = work()
	}
	return keptMsg{failed}
}
