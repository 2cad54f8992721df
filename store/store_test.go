package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"coolhead/sim"
)

// shelf is a store in a new folder, with a clock and ids that can be foretold.
func shelf(t *testing.T, dir string) *Store {
	t.Helper()
	clock := time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC)
	n := 0
	s := Open(Options{
		Dir: dir,
		Now: func() time.Time { clock = clock.Add(time.Second); return clock },
		ID:  func() string { n++; return fmt.Sprintf("%06d", n) },
	})
	t.Cleanup(func() { s.Close() })
	return s
}

func call() []sim.Event {
	return []sim.Event{
		{V: 1, Type: sim.Started, Scenario: "gate-agent", Title: "The goose at gate 14", Seed: 7, Mode: sim.Score},
		{V: 1, Type: sim.Spoke, Turn: "opening", Line: "Is it <a rule> & a mood?"},
		{V: 1, Type: sim.Replied, Text: "You're right.\nIt fitted this morning."},
		{V: 1, Type: sim.Ended, End: "recovered"},
	}
}

func TestWhatIsAppendedIsLoadedAgain(t *testing.T) {
	s := shelf(t, t.TempDir())
	id := s.New()
	if want := "2026-11-12-000001"; id != want {
		t.Fatalf("id %q, want %q", id, want)
	}
	for _, e := range call() {
		if err := s.Append(id, []sim.Event{e}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Events, call()) {
		t.Errorf("loaded %+v", got.Events)
	}
	if got.Scenario != "gate-agent" || got.Seed != 7 || got.Mode != sim.Score || got.Replies != 1 || got.End != "recovered" {
		t.Errorf("summary %+v", got.Summary)
	}
}

func TestALineIsAnEnvelope(t *testing.T) {
	s := shelf(t, t.TempDir())
	id := s.New()
	if err := s.Append(id, call()[1:2]); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(s.Dir(), "attempts", id+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"type":"spoke","v":1,"at":"2026-11-12T09:00:02Z","data":{"v":1,"type":"spoke","turn":"opening","line":"Is it <a rule> & a mood?"}}` + "\n"
	if string(data) != want {
		t.Errorf("line\n%s\nwant\n%s", data, want)
	}
}

func TestATornLastLineIsDroppedAndTheCallGoesOn(t *testing.T) {
	dir := t.TempDir()
	s := shelf(t, dir)
	id := s.New()
	if err := s.Append(id, call()[:2]); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "attempts", id+".jsonl")
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	f.WriteString(`{"type":"replied","v":1,"data":{"te`)
	f.Close()

	again := shelf(t, dir)
	a, err := again.Load(id)
	if err != nil || len(a.Events) != 2 {
		t.Fatalf("%d events, error %v; want 2 and none", len(a.Events), err)
	}
	if err := again.Append(id, call()[2:]); err != nil {
		t.Fatal(err)
	}
	a, err = again.Load(id)
	if err != nil || !reflect.DeepEqual(a.Events, call()) {
		t.Errorf("after going on: %+v, error %v", a.Events, err)
	}
}

func TestADamagedLineIsNamedAndHidesNoOtherAttempt(t *testing.T) {
	s := shelf(t, t.TempDir())
	good, bad := s.New(), s.New()
	for _, id := range []string{good, bad} {
		if err := s.Append(id, call()); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(s.Dir(), "attempts", bad+".jsonl")
	data, _ := os.ReadFile(path)
	os.WriteFile(path, []byte(strings.Replace(string(data), `"type":"spoke"`, `"type":"spo`, 1)), 0o600)

	a, err := s.Load(bad)
	if err == nil || !strings.Contains(err.Error(), "line 2 cannot be read") {
		t.Errorf("error %v", err)
	}
	if len(a.Events) != 1 {
		t.Errorf("%d events before the damage, want 1", len(a.Events))
	}
	all, err := s.Attempts()
	if err != nil || len(all) != 2 {
		t.Fatalf("%d attempts, error %v", len(all), err)
	}
	for _, sum := range all {
		if (sum.Problem != "") != (sum.ID == bad) {
			t.Errorf("%s has problem %q", sum.ID, sum.Problem)
		}
	}
}

func TestANewerFileIsRefusedWithASentence(t *testing.T) {
	s := shelf(t, t.TempDir())
	id := s.New()
	e := call()[0]
	e.V = 2
	if err := s.Append(id, []sim.Event{e}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load(id); !errors.Is(err, ErrNewer) {
		t.Errorf("error %v, want %v", err, ErrNewer)
	}
}

func TestTwoProgramsDoNotWriteToOneAttempt(t *testing.T) {
	dir := t.TempDir()
	first, second := shelf(t, dir), shelf(t, dir)
	id := first.New()
	if err := first.Append(id, call()[:1]); err != nil {
		t.Fatal(err)
	}
	if err := second.Hold(id); !errors.Is(err, ErrBusy) {
		t.Errorf("hold: %v, want %v", err, ErrBusy)
	}
	if err := second.Append(id, call()[1:2]); !errors.Is(err, ErrBusy) {
		t.Errorf("append: %v, want %v", err, ErrBusy)
	}
	if err := first.Append(id, call()[1:2]); err != nil {
		t.Fatal(err)
	}
	if err := first.Release(id); err != nil {
		t.Fatal(err)
	}
	if err := second.Hold(id); err != nil {
		t.Errorf("after release: %v", err)
	}
	a, err := second.Load(id)
	if err != nil || !reflect.DeepEqual(a.Events, call()[:2]) {
		t.Errorf("%+v, error %v", a.Events, err)
	}
}

// fullDisk takes room bytes, writes them, and then has no space left.
type fullDisk struct {
	handle
	room *int
}

func (f fullDisk) WriteAt(p []byte, off int64) (int, error) {
	if len(p) <= *f.room {
		*f.room -= len(p)
		return f.handle.WriteAt(p, off)
	}
	n, _ := f.handle.WriteAt(p[:*f.room], off)
	return n, &os.PathError{Op: "write", Path: "attempt", Err: syscall.ENOSPC}
}

func TestAFullDiskSaysSoAndLosesNothing(t *testing.T) {
	s := shelf(t, t.TempDir())
	room := 200 // the first event and some of the second
	open := s.file
	s.file = func(path string) (handle, error) {
		h, err := open(path)
		return fullDisk{h, &room}, err
	}
	id := s.New()
	var last error
	for _, e := range call()[:3] {
		last = s.Append(id, []sim.Event{e})
	}
	var lost *NotKept
	if !errors.As(last, &lost) || lost.Events != 2 {
		t.Fatalf("error %v; want two events not kept", last)
	}
	if want := "This reply is not on disk yet: the disk is full. The call goes on; free some space and it is kept."; last.Error() != want {
		t.Errorf("says %q", last)
	}
	if a, err := s.Load(id); err != nil || len(a.Events) != 1 {
		t.Errorf("on disk meanwhile: %d events, error %v; want 1 whole one", len(a.Events), err)
	}
	room = 1 << 20
	if err := s.Append(id, call()[3:]); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Load(id); err != nil || !reflect.DeepEqual(a.Events, call()) {
		t.Errorf("after space was freed: %+v, error %v", a.Events, err)
	}
}

func TestAttemptsAreListedNewestFirstAndRewoundRepliesDoNotCount(t *testing.T) {
	s := shelf(t, t.TempDir())
	old, recent := s.New(), s.New()
	if err := s.Append(recent, call()[:3]); err != nil {
		t.Fatal(err)
	}
	if err := s.Append(old, append(call(), sim.Event{V: 1, Type: sim.Rewound, To: 1})); err != nil {
		t.Fatal(err)
	}
	all, err := s.Attempts()
	if err != nil || len(all) != 2 {
		t.Fatalf("%d attempts, error %v", len(all), err)
	}
	if all[0].ID != old {
		t.Errorf("first is %s, want the one written last", all[0].ID)
	}
	if all[0].Replies != 0 || all[0].End != "" {
		t.Errorf("after rewinding to reply 1: %d replies, end %q", all[0].Replies, all[0].End)
	}
}

func TestAttemptsOfAnEmptyStoreAreNone(t *testing.T) {
	s := shelf(t, filepath.Join(t.TempDir(), "not", "there"))
	if all, err := s.Attempts(); err != nil || len(all) != 0 {
		t.Errorf("%v, error %v", all, err)
	}
}

func TestBlobsAreKeptByHash(t *testing.T) {
	s := shelf(t, t.TempDir())
	data := []byte("coolhead: 1\n")
	hash := sum(data)
	if err := s.KeepBlob(hash, data); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepBlob(hash, []byte("other")); err == nil {
		t.Error("other bytes were kept under this hash")
	}
	if got, err := s.Blob(hash); err != nil || string(got) != string(data) {
		t.Errorf("%q, error %v", got, err)
	}
	if _, err := s.Blob(sum([]byte("never kept"))); !errors.Is(err, ErrNotThere) {
		t.Errorf("error %v, want %v", err, ErrNotThere)
	}
	os.WriteFile(filepath.Join(s.Dir(), "blobs", hash), []byte("coolhead: 2\n"), 0o600)
	if _, err := s.Blob(hash); err == nil {
		t.Error("a changed blob was given back as the old one")
	}
}

func TestADraftOutlivesTheProgram(t *testing.T) {
	dir := t.TempDir()
	s := shelf(t, dir)
	id := s.New()
	if err := s.KeepDraft(id, "You're right, and I"); err != nil {
		t.Fatal(err)
	}
	again := shelf(t, dir)
	if got, err := again.Draft(id); err != nil || got != "You're right, and I" {
		t.Errorf("%q, error %v", got, err)
	}
	if err := again.KeepDraft(id, ""); err != nil {
		t.Fatal(err)
	}
	if got, err := again.Draft(id); err != nil || got != "" {
		t.Errorf("after it was said: %q, error %v", got, err)
	}
}

func TestNamesNeverLeaveTheFolder(t *testing.T) {
	s := shelf(t, t.TempDir())
	for _, name := range []string{"../x", "a/b", "", ".hidden", "a\x00b"} {
		if err := s.Append(name, call()); !errors.Is(err, ErrNotThere) {
			t.Errorf("append to %q: %v", name, err)
		}
		if err := s.KeepDraft(name, "x"); !errors.Is(err, ErrNotThere) {
			t.Errorf("draft of %q: %v", name, err)
		}
	}
}
