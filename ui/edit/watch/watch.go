// Package watch tells when a file was saved.
//
// Its rule: editors do not write a file, they do things to a folder: a new file
// that takes the old one's name, a file emptied and then filled. So the folder is
// watched, a save is told once things have been still for a moment, and a look at
// the file now and then finds what the system did not tell, or what it cannot tell
// because the folder lies on another machine.
package watch

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	still  = 40 * time.Millisecond  // without an event: the save is over
	seldom = 2 * time.Second        // between looks where events come
	often  = 500 * time.Millisecond // between looks where they do not
)

// Watch is a file that is watched.
type Watch struct{ saved chan struct{} }

// Next waits for the next save; false once the watching has ended. Saves that come
// while nobody waits are one.
func (w *Watch) Next() bool {
	_, ok := <-w.saved
	return ok
}

// Open watches a file until the context ends. What a scenario names beside it
// (personas, packs, facts) counts as well.
func Open(ctx context.Context, file string) *Watch {
	dir := filepath.Dir(file)
	l := loop{file: file, after: time.After, look: func() stamp { return stampOf(file) }}
	every := often
	if fs, err := fsnotify.NewWatcher(); err == nil {
		if fs.Add(dir) == nil {
			every = seldom
		}
		for _, more := range folders(file, dir) {
			_ = fs.Add(more) // one that is not there names nothing
		}
		l.events, l.faults, l.close = fs.Events, fs.Errors, func() { _ = fs.Close() }
	}
	ticker := time.NewTicker(every)
	l.ticks, l.stop = ticker.C, ticker.Stop
	w := &Watch{saved: make(chan struct{}, 1)}
	go l.run(ctx, w.saved)
	return w
}

// folders are the other places where something may change: what the file is a link
// to, and what it may name.
func folders(file, dir string) []string {
	all := []string{filepath.Join(dir, "personas"), filepath.Join(dir, "packs")}
	if real, err := filepath.EvalSymlinks(file); err == nil && filepath.Dir(real) != dir {
		all = append(all, filepath.Dir(real))
	}
	return all
}

// stamp is what a look at a file sees; two that differ are two versions.
type stamp struct {
	size int64
	at   time.Time
}

func stampOf(file string) stamp {
	info, err := os.Stat(file)
	if err != nil {
		return stamp{size: -1}
	}
	return stamp{info.Size(), info.ModTime()}
}

// loop is a watch under way; everything that waits is given to it.
type loop struct {
	file        string
	events      <-chan fsnotify.Event
	faults      <-chan error
	ticks       <-chan time.Time
	after       func(time.Duration) <-chan time.Time
	look        func() stamp
	close, stop func()
}

func (l *loop) run(ctx context.Context, saved chan<- struct{}) {
	defer close(saved)
	if l.close != nil {
		defer l.close()
	}
	if l.stop != nil {
		defer l.stop()
	}
	last := l.look()
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-l.events:
			if !ok {
				l.events = nil
			} else if l.counts(e) {
				quiet = l.after(still)
			}
		case _, ok := <-l.faults: // more came than the system could hold
			if !ok {
				l.faults = nil
			} else {
				quiet = l.after(still)
			}
		case <-l.ticks:
			if l.look() != last && quiet == nil {
				quiet = l.after(still)
			}
		case <-quiet:
			quiet, last = nil, l.look()
			select {
			case saved <- struct{}{}:
			default: // one that nobody has asked for yet says it all
			}
		}
	}
}

// counts says whether an event may have changed what a look would find.
func (l *loop) counts(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	base, folder := filepath.Base(e.Name), filepath.Base(filepath.Dir(e.Name))
	switch {
	case base == filepath.Base(l.file):
		return true
	case filepath.Ext(base) != ".yaml" && filepath.Ext(base) != ".yml":
		return false
	}
	return base == "facts.yaml" || folder == "personas" || folder == "packs"
}
