package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// rig is a loop whose clock and file a test holds.
type rig struct {
	events chan fsnotify.Event
	faults chan error
	ticks  chan time.Time
	asked  chan chan time.Time // each wait for stillness
	saved  chan struct{}
	stamps chan stamp // what each look sees
}

func begin(t *testing.T) *rig {
	r := &rig{
		events: make(chan fsnotify.Event), faults: make(chan error), ticks: make(chan time.Time),
		asked: make(chan chan time.Time), saved: make(chan struct{}, 1), stamps: make(chan stamp),
	}
	ctx, stop := context.WithCancel(context.Background())
	l := loop{
		file: "dir/tea.yaml", events: r.events, faults: r.faults, ticks: r.ticks,
		after: func(time.Duration) <-chan time.Time {
			c := make(chan time.Time)
			r.asked <- c
			return c
		},
		look: func() stamp { return <-r.stamps },
	}
	over := make(chan struct{})
	go func() { l.run(ctx, r.saved); close(over) }()
	r.stamps <- stamp{size: 1}
	t.Cleanup(func() { stop(); <-over })
	return r
}

func write(name string) fsnotify.Event { return fsnotify.Event{Name: name, Op: fsnotify.Write} }

func TestASaveIsToldOnceThingsAreStill(t *testing.T) {
	r := begin(t)
	r.events <- write("dir/tea.yaml")
	first := <-r.asked
	r.events <- fsnotify.Event{Name: "dir/tea.yaml", Op: fsnotify.Create}
	second := <-r.asked
	select {
	case first <- time.Time{}:
		t.Error("the stillness after the first event still counts")
	default:
	}
	second <- time.Time{}
	r.stamps <- stamp{size: 2}
	<-r.saved
	if len(r.saved) != 0 {
		t.Error("one save is told twice")
	}
}

func TestSavesThatNobodyAskedForAreOne(t *testing.T) {
	r := begin(t)
	for range 3 {
		r.events <- write("dir/tea.yaml")
		quiet := <-r.asked
		quiet <- time.Time{}
		r.stamps <- stamp{size: 2}
	}
	r.events <- write("dir/other.txt") // taken only once the last save has been told
	if len(r.saved) != 1 {
		t.Errorf("%d saves wait", len(r.saved))
	}
}

func TestALookFindsWhatWasNotTold(t *testing.T) {
	r := begin(t)
	r.ticks <- time.Time{}
	r.stamps <- stamp{size: 1} // as it was
	r.ticks <- time.Time{}
	r.stamps <- stamp{size: 2}
	quiet := <-r.asked
	quiet <- time.Time{}
	r.stamps <- stamp{size: 2}
	<-r.saved
	r.ticks <- time.Time{}
	r.stamps <- stamp{size: 2}
	r.events <- write("dir/other.txt")
	if len(r.saved) != 0 {
		t.Error("the same save is told again")
	}
}

func TestEventsThatWereLostCountAsASave(t *testing.T) {
	r := begin(t)
	r.faults <- errors.New("queue overflow")
	quiet := <-r.asked
	quiet <- time.Time{}
	r.stamps <- stamp{size: 2}
	<-r.saved
}

func TestWhatCounts(t *testing.T) {
	l := loop{file: "dir/tea.yaml"}
	for name, c := range map[string]struct {
		event fsnotify.Event
		want  bool
	}{
		"the file":                        {write("dir/tea.yaml"), true},
		"another file that took its name": {fsnotify.Event{Name: "dir/tea.yaml", Op: fsnotify.Rename}, true},
		"its rights":                      {fsnotify.Event{Name: "dir/tea.yaml", Op: fsnotify.Chmod}, false},
		"another scenario":                {write("dir/coffee.yaml"), false},
		"an editor's own file":            {write("dir/.tea.yaml.swp"), false},
		"a persona":                       {write("dir/personas/vip.yaml"), true},
		"a pack":                          {write("dir/packs/house.yml"), true},
		"the facts":                       {write("dir/facts.yaml"), true},
		"a picture among the packs":       {write("dir/packs/a.png"), false},
	} {
		if got := l.counts(c.event); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAFileOnDisk(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tea.yaml")
	if err := os.WriteFile(file, []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	w := Open(ctx, file)
	if err := os.WriteFile(file+".new", []byte("longer"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(file+".new", file); err != nil {
		t.Fatal(err)
	}
	if !w.Next() {
		t.Error("a file that took the name is not told")
	}
	stop()
	for w.Next() { // what was told before the end may still come
	}
}
