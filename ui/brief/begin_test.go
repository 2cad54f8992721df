package brief

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"coolhead/catalog"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/screen"
	"coolhead/ui/uitest"
)

// windows are environments over one folder, each as another program has it.
func windows(t *testing.T, n int) []screen.Env {
	t.Helper()
	dir := t.TempDir()
	var all []screen.Env
	for range n {
		env := uitest.Env(uitest.Plain(), 80, 24)
		c, err := catalog.Open(catalog.Options{Program: "test"})
		if err != nil {
			t.Fatal(err)
		}
		now := func() time.Time { return time.Date(2026, time.November, 26, 9, 30, 0, 0, time.UTC) }
		env.Catalog, env.Store = c, store.Open(store.Options{Dir: dir, Now: now, ID: func() string { return "abcdef" }})
		t.Cleanup(func() { env.Store.Close() })
		all = append(all, env)
	}
	return all
}

// left is a call that was begun and left after its first line.
func left(t *testing.T, env screen.Env) string {
	t.Helper()
	cast, _, err := env.Catalog.Find("third-call")
	if err != nil {
		t.Fatal(err)
	}
	for _, src := range env.Catalog.Sources(cast.Hashes) {
		if err := env.Store.KeepBlob(src.Hash, src.Data); err != nil {
			t.Fatal(err)
		}
	}
	c := sim.Start(cast, sim.Options{Seed: 1, Mode: sim.Practice})
	id := env.Store.New()
	if err := errors.Join(env.Store.Append(id, c.New()), env.Store.Release(id)); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestACallGoesOnInOneWindowOnly(t *testing.T) {
	both := windows(t, 2)
	id := left(t, both[0])
	if _, err := Resume(both[0], id); err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(both[1], id); !errors.Is(err, store.ErrBusy) {
		t.Fatalf("a second window opens the same call: %v", err)
	}
	if err := both[0].Store.Release(id); err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(both[1], id); err != nil {
		t.Errorf("left in the first window, it does not open in the second: %v", err)
	}
}

func TestACallThatCannotGoOnIsNotHeld(t *testing.T) {
	both := windows(t, 2)
	id := left(t, both[0])
	at := filepath.Join(both[0].Store.Dir(), "attempts", id+".jsonl")
	whole, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte(strings.ReplaceAll(string(whole), `"line":`, `"lime":`)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(both[0], id); err == nil {
		t.Fatal("a changed record goes on")
	}
	if err := both[1].Store.Hold(id); err != nil {
		t.Errorf("it stays held: %v", err)
	}
}

func TestTheFileThatTheListShowedIsPlayed(t *testing.T) {
	env := windows(t, 1)[0]
	whole, err := env.Catalog.Item("third-call")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	mine := filepath.Join(dir, "mine.yaml")
	text := "coolhead: 1\nkind: call\nid: third-call\ntitle: Mine\nchannel: phone\ncustomer: {name: Ana, mood: calm}\n" +
		"turns:\n  first:\n    says: Mine is broken.\n  last:\n    says: Good.\n    end: recovered\n"
	if err := os.WriteFile(mine, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	item, err := env.Catalog.Item(mine)
	if err != nil {
		t.Fatal(err)
	}
	if item.ID != whole.ID {
		t.Fatalf("two ids: %s, %s", item.ID, whole.ID)
	}
	s := New(env, item)
	s.Update(pastMsg{0})
	msg, ok := press(s, "enter")().(screen.ReplaceMsg)
	if !ok || !strings.Contains(msg.Screen.View(), "Mine") {
		t.Error("another file with the same id is played")
	}
}
