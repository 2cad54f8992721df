package catalog

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// guarded is a file system with one folder that may not be looked into.
type guarded struct {
	fstest.MapFS
	folder string
}

func (g guarded) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == g.folder {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return g.MapFS.ReadDir(name)
}

func TestAFolderThatMayNotBeReadStopsNoOthers(t *testing.T) {
	s := &shelf{root: "calls", files: guarded{fstest.MapFS{
		"a.yaml": {Data: []byte("id: a")}, "locked/b.yaml": {Data: []byte("id: b")}, "z.yaml": {Data: []byte("id: z")},
	}, "locked"}}
	all, err := s.list()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range all {
		line := e.name()
		if e.err != nil {
			line += ": " + e.err.Error()
		}
		got = append(got, line)
	}
	want := []string{"calls/a.yaml", "calls/z.yaml", "calls/locked: this program may not read it"}
	if len(got) != len(want) {
		t.Fatalf("entries %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("entry %d is %q, want %q", i, got[i], want[i])
		}
	}
	if c := (&Catalog{}).check(all[2]); !c.Unread || len(c.Problems) != 1 || c.Problems[0].Code != CodeUnread {
		t.Errorf("the folder is told as %+v", c)
	}
}
