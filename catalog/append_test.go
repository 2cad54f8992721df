package catalog

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"coolhead/scenarios"
)

const soup = `coolhead: 1
kind: call
id: soup
title: The soup # of the day
level: 1
sector: retail
channel: phone
cause: policy
brief: b
customer: {name: Dana, mood: wary}
turns:
  where: {says: "Where is it?"}
  bye: {says: "Bye.", end: recovered}
`

func soupTest() scenarios.Test {
	return scenarios.Test{Name: "It ends", Replies: []scenarios.TestReply{{Text: "Here."}}, Expect: scenarios.Expect{End: []string{scenarios.Recovered}}}
}

func TestATestIsAddedToTheFileThatAnIDOrAPathMeans(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "soup.yaml")
	if err := os.WriteFile(file, []byte(soup), 0o640); err != nil {
		t.Fatal(err)
	}
	c, err := Open(Options{Libraries: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"soup", file} {
		at, called, err := c.AddTest(name, soupTest())
		if err != nil || at != file || !c.Changeable(name) {
			t.Fatalf("%s: added to %q, %v", name, at, err)
		}
		if want := soupTest().Name + []string{"", " 2"}[i]; called != want {
			t.Errorf("%s: it is said to be called %q, and is called %q", name, called, want)
		}
		data, err := os.ReadFile(file)
		if err != nil || strings.Count(string(data), "- name: It ends") != i+1 || !strings.HasPrefix(string(data), soup) {
			t.Errorf("the file is now\n%s, %v", data, err)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("its rights became %v, %v", info.Mode(), err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("beside the file there is %v, %v", left, err)
	}
}

func TestALinkStaysALink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.yaml"), filepath.Join(dir, "link.yaml")
	if err := os.WriteFile(real, []byte(soup), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no links here")
	}
	c, err := Open(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := c.AddTest(link, soupTest()); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info.Mode(), err)
	}
	if data, err := os.ReadFile(real); err != nil || !strings.Contains(string(data), "It ends") {
		t.Errorf("the file it leads to is %s, %v", data, err)
	}
}

func TestWhatIsInTheProgramTakesNoTest(t *testing.T) {
	c, err := Open(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := c.AddTest("gate-agent", soupTest()); !errors.Is(err, ErrShipped) || c.Changeable("gate-agent") {
		t.Errorf("it did: %v", err)
	}
	var missing *NotFound
	if _, _, err := c.AddTest("nobody-knows-it", soupTest()); !errors.As(err, &missing) {
		t.Errorf("a name that nobody knows: %v", err)
	}
}

func TestWhyAFileCouldNotBeWrittenIsSaidWithoutTheNameOfAnother(t *testing.T) {
	file := filepath.Join("calls", "soup.yaml")
	for _, try := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "open", Path: "calls/.coolhead-1", Err: fs.ErrPermission}, "this program may not write in calls"},
		{&fs.PathError{Op: "write", Path: "calls/.coolhead-1", Err: errors.New("no space left")}, "no space left"},
		{&os.LinkError{Op: "rename", Old: "calls/.coolhead-1", New: "calls/soup.yaml", Err: errors.New("the disk is gone")}, "the disk is gone"},
	} {
		if got := unwritten(file, try.err).Error(); got != try.want {
			t.Errorf("%v is told as %q, want %q", try.err, got, try.want)
		}
	}
	if err := Replace(filepath.Join(t.TempDir(), "gone", "soup.yaml"), nil); err == nil || strings.Contains(err.Error(), ".coolhead-") {
		t.Errorf("a folder that is gone: %v", err)
	}
}
