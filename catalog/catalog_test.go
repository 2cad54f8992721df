package catalog

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"coolhead/scenarios/source"
)

// tea is a call that can be played, with an id of its own.
func tea(id string) string {
	return `coolhead: 1
kind: call
id: ` + id + `
title: The cold tea
level: 1
sector: hospitality
channel: desk
cause: product
minutes: 3
brief: Ana Lund has waited 40 minutes for tea.
customer: {name: Ana Lund, type: time-poor, mood: upset}
turns:
  opening:
    says: ["Forty minutes, and it is cold.", "Cold, after forty minutes."]
    needs: owns-it
    picks:
      - {model: "That is our mistake, and I'm sorry."}
      - {trap: "You should have said so at once."}
  goodbye:
    says:
      - {if: heard owns-it, say: "Good. Thank you.", end: recovered}
      - {say: "Keep your tea.", end: stormed-off}
`
}

// write makes files of a folder, and gives it.
func write(t *testing.T, dir string, files map[string]string) string {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func open(t *testing.T, o Options) *Catalog {
	t.Helper()
	c, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func item(t *testing.T, c *Catalog, id string) Item {
	t.Helper()
	for _, i := range c.List() {
		if i.ID == id {
			return i
		}
	}
	t.Fatalf("%s is not listed", id)
	return Item{}
}

func TestEverythingThatShipsCanBePlayed(t *testing.T) {
	c := open(t, Options{})
	items := c.List()
	if len(items) < 4 {
		t.Fatalf("%d scenarios are in the binary", len(items))
	}
	for _, i := range items {
		if !i.Playable() {
			t.Errorf("%s: %v", i.Path, i.Problems)
			continue
		}
		if i.Kind != "call" {
			continue
		}
		for _, name := range []string{i.ID, i.Path} {
			if _, _, err := c.Find(name); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestTheFirstPlaceWins(t *testing.T) {
	first := write(t, t.TempDir(), map[string]string{"a/tea.yaml": tea("tea")})
	second := write(t, t.TempDir(), map[string]string{"other-name.yaml": strings.Replace(tea("tea"), "cold tea", "second tea", 1)})
	own := write(t, t.TempDir(), map[string]string{"gate-agent.yaml": tea("gate-agent"), "mine.yaml": tea("mine")})
	c := open(t, Options{Libraries: []string{first, second}, Own: own})

	got := item(t, c, "tea")
	if got.Title != "The cold tea" || got.Path != filepath.Join(first, "a", "tea.yaml") {
		t.Errorf("tea is %q of %s", got.Title, got.Path)
	}
	if want := []string{filepath.Join(second, "other-name.yaml")}; !slices.Equal(got.Hides, want) {
		t.Errorf("it hides %q, want %q", got.Hides, want)
	}
	if got := item(t, c, "gate-agent"); got.Path != filepath.Join(own, "gate-agent.yaml") {
		t.Errorf("gate-agent is that of %s", got.Path)
	}
	cast, _, err := c.Find("tea")
	if err != nil || cast.Scenario.Title != "The cold tea" {
		t.Errorf("found %v, error %v", cast.Scenario, err)
	}
	cast, _, err = c.Find(filepath.Join(second, "other-name.yaml"))
	if err != nil || cast.Scenario.Title != "The second tea" {
		t.Errorf("by path found %v, error %v", cast.Scenario, err)
	}
}

func TestAFilesOwnFolderIsLookedInFirst(t *testing.T) {
	persona := "name: House brand of hurry\ntalks: fast\n"
	dir := write(t, t.TempDir(), map[string]string{
		"tea.yaml":                tea("tea"),
		"personas/time-poor.yaml": persona,
	})
	cast, _, err := open(t, Options{}).Find(filepath.Join(dir, "tea.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if cast.Persona.Name != "House brand of hurry" {
		t.Errorf("the persona is %q", cast.Persona.Name)
	}
}

func TestBrokenFilesAreNamedAndHideNoOthers(t *testing.T) {
	dir := write(t, t.TempDir(), map[string]string{
		"good.yaml":   tea("good"),
		"broken.yaml": "coolhead: 1\nkind: call\nid: broken\nturns: [\n",
		"words.yaml":  "just some words\n",
		"large.yaml":  strings.Repeat("# all comment\n", 1<<17),
		"notes.txt":   "not looked at",
		".git/x.yaml": "not looked at",
	})
	c := open(t, Options{Libraries: []string{dir}})
	if !item(t, c, "good").Playable() {
		t.Error("good cannot be played")
	}
	for _, id := range []string{"broken", "words", "large"} {
		i := item(t, c, id)
		if i.Playable() || len(i.Problems) == 0 {
			t.Errorf("%s is playable %v with problems %v", id, i.Playable(), i.Problems)
		}
		_, problems, err := c.Find(id)
		var unplayable *Unplayable
		if !errors.As(err, &unplayable) || len(problems) == 0 {
			t.Errorf("%s was found with %v, problems %v", id, err, problems)
		}
	}
	for _, i := range c.List() {
		if i.ID == "x" || i.ID == "notes" {
			t.Errorf("%s is listed", i.Path)
		}
	}
}

func TestLinksInCirclesAndFoldersNamedLikeFilesDoNotStopTheWalk(t *testing.T) {
	dir := write(t, t.TempDir(), map[string]string{"good.yaml": tea("good"), "folder.yaml/inner.yaml": tea("inner")})
	if err := os.Symlink(dir, filepath.Join(dir, "again")); err != nil {
		t.Skipf("no links here: %v", err)
	}
	if err := os.Symlink("loop.yaml", filepath.Join(dir, "loop.yaml")); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "library")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	c := open(t, Options{Libraries: []string{link}})
	for _, id := range []string{"good", "inner"} {
		if i := item(t, c, id); !i.Playable() || len(i.Hides) != 0 {
			t.Errorf("%s: %v, hides %v", id, i.Problems, i.Hides)
		}
	}
	if _, _, err := c.Find(filepath.Join(dir, "loop.yaml")); err == nil {
		t.Error("a link to itself was read")
	}
}

func TestNamesThatAreNearAreOffered(t *testing.T) {
	dir := write(t, t.TempDir(), map[string]string{"dana.yml": tea("dana")})
	c := open(t, Options{Libraries: []string{dir}})
	for name, near := range map[string]string{
		"gate-agnet":                     "gate-agent",
		"dena":                           "dana",
		filepath.Join(dir, "dana.yaml"):  filepath.Join(dir, "dana.yml"),
		filepath.Join(dir, "danaa.yaml"): filepath.Join(dir, "dana.yml"),
		"nothing-like-it-at-all":         "",
	} {
		_, _, err := c.Find(name)
		var missing *NotFound
		if !errors.As(err, &missing) || missing.Near != near {
			t.Errorf("%s: %v, want near %q", name, err, near)
		}
	}
}

func TestACastIsPutTogetherAgainFromWhatWasKept(t *testing.T) {
	dir := write(t, t.TempDir(), map[string]string{"tea.yaml": tea("tea")})
	c := open(t, Options{Libraries: []string{dir}})
	cast, _, err := c.Find("tea")
	if err != nil {
		t.Fatal(err)
	}
	if len(cast.Hashes) != 2 || !strings.HasPrefix(cast.Hashes[0], "scenario:tea.yaml:") || !strings.HasPrefix(cast.Hashes[1], "persona:time-poor:") {
		t.Fatalf("hashes %q", cast.Hashes)
	}
	kept := map[string][]byte{}
	for _, s := range c.Sources(cast.Hashes) {
		kept[s.Hash] = s.Data
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	again, err := open(t, Options{}).Recast(cast.Hashes, func(hash string) ([]byte, error) {
		data, ok := kept[hash]
		if !ok {
			return nil, errors.New("not kept")
		}
		return data, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if again.Scenario.ID != "tea" || again.Persona.Name != cast.Persona.Name || !slices.Equal(again.Hashes, cast.Hashes) {
		t.Errorf("again: %v, %q", again.Scenario.ID, again.Hashes)
	}
	if _, err := c.Recast([]string{"scenario:x:00"}, func(string) ([]byte, error) { return nil, errors.New("not kept") }); err == nil {
		t.Error("a scenario that was not kept was put together")
	}
}

func TestLibrariesThatAreNotThereAreRefusedButTheTrainersOwnMayBeAbsent(t *testing.T) {
	if _, err := Open(Options{Libraries: []string{filepath.Join(t.TempDir(), "none")}}); err == nil {
		t.Error("a library that is not there was opened")
	}
	if _, err := Open(Options{Own: filepath.Join(t.TempDir(), "none")}); err != nil {
		t.Error(err)
	}
}

func TestSettings(t *testing.T) {
	dir := write(t, t.TempDir(), map[string]string{
		"good.yaml": "name: Sam\ntheme: light\nascii: true\npauses: false\nlibraries: [calls]\n",
		"bad.yaml":  "nmae: Sam\nascii: true\n",
	})
	got, problems := LoadSettings(filepath.Join(dir, "good.yaml"))
	if len(problems) > 0 || got.Name != "Sam" || got.Theme != "light" || !got.ASCII || got.Pauses || !slices.Equal(got.Libraries, []string{"calls"}) {
		t.Errorf("%+v, %v", got, problems)
	}
	got, problems = LoadSettings(filepath.Join(dir, "bad.yaml"))
	if !got.ASCII || len(problems) != 1 || !strings.Contains(problems[0].Message+problems[0].Help, "name") {
		t.Errorf("%+v, %v", got, problems)
	}
	got, problems = LoadSettings(filepath.Join(dir, "none.yaml"))
	if len(problems) > 0 || !got.Pauses {
		t.Errorf("%+v, %v", got, problems)
	}
}

func TestCheckTellsWhatAFileIs(t *testing.T) {
	dir := write(t, t.TempDir(), map[string]string{
		"tea.yaml":            tea("tea"),
		"personas/hurry.yaml": "name: In a hurry\ntalks: fast\n",
		"facts.yaml":          "told:\n  value: 9\n  claim: People tell nine others.\n  source: A survey\n  year: 2017\n",
		"packs/house.yaml":    "coolhead_pack: 1\nid: house\nlanguage: en\ntitle: House\nrules: []\n",
	})
	checked, err := open(t, Options{}).Check([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range checked {
		got[filepath.Base(c.Path)] = c.Kind
		if (c.Cast != nil) != (c.Kind == "scenario") {
			t.Errorf("%s, a %s: cast %v, problems %v", c.Path, c.Kind, c.Cast, c.Problems)
		}
		for _, p := range c.Problems {
			if p.Severity == source.Error {
				t.Errorf("%s: %s %s", c.Path, p.Code, p.Message)
			}
		}
	}
	want := map[string]string{"tea.yaml": "scenario", "hurry.yaml": "persona", "facts.yaml": "facts", "house.yaml": "pack"}
	for name, kind := range want {
		if got[name] != kind {
			t.Errorf("%s is a %q, want %q", name, got[name], kind)
		}
	}
}
