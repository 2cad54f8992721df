package cli

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"coolhead/scenarios/library"
	"coolhead/scoring/packs"
)

// compiled is a schema as an editor reads it.
func compiled(t *testing.T, what string) *jsonschema.Schema {
	t.Helper()
	s, err := schemaOf(what)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(s.JSON))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("it.json", doc); err != nil {
		t.Fatal(err)
	}
	made, err := c.Compile("it.json")
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// validate holds a YAML file against a schema.
func validate(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	asJSON, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func TestTheSchemasInDocsAreFresh(t *testing.T) {
	for _, what := range []string{"scenario", "pack"} {
		s, err := schemaOf(what)
		if err != nil {
			t.Fatal(err)
		}
		kept, err := os.ReadFile(filepath.Join("..", "docs", what+".schema.json"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(kept, s.JSON) {
			t.Errorf("docs/%s.schema.json is not what the types say: go run . schema %s > docs/%s.schema.json", what, what, what)
		}
	}
}

func TestEveryKeyHasItsSentence(t *testing.T) {
	for _, what := range []string{"scenario", "pack"} {
		s, err := schemaOf(what)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Silent) > 0 {
			t.Errorf("%s: keys without a sentence: %s", what, strings.Join(s.Silent, ", "))
		}
		if len(s.Unused) > 0 {
			t.Errorf("%s: sentences without a key: %s", what, strings.Join(s.Unused, ", "))
		}
	}
}

func TestTheSchemasHoldWhatShips(t *testing.T) {
	for _, c := range []struct {
		what, glob string
		files      fs.FS
		atLeast    int
	}{
		{"scenario", "calls/*.yaml", library.FS, 10},
		{"pack", "en/*.yaml", packs.FS, 5},
	} {
		s := compiled(t, c.what)
		names, err := fs.Glob(c.files, c.glob)
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, name := range names {
			if strings.HasSuffix(name, "language.yaml") {
				continue
			}
			data, err := fs.ReadFile(c.files, name)
			if err != nil {
				t.Fatal(err)
			}
			seen++
			if err := validate(t, s, data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if seen < c.atLeast {
			t.Errorf("%d files of %s were looked at", seen, c.glob)
		}
	}
}

func TestTheScenarioSchemaRefuses(t *testing.T) {
	s := compiled(t, "scenario")
	good, err := os.ReadFile(filepath.Join("testdata", "calls", "tea.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := validate(t, s, good); err != nil {
		t.Fatalf("the call that is changed below: %v", err)
	}
	for _, c := range []struct{ name, from, to string }{
		{"a misspelt key of the file", "teaches:", "teches:"},
		{"a misspelt key of a turn", "    needs: owns-it", "    need: owns-it"},
		{"a mood that is none", "mood: upset\n", "mood: cross\n"},
		{"a level that is none", "level: 1", "level: 9"},
		{"an ending that is none", "end: stormed-off", "end: hung-up"},
		{"a condition that cannot be read", "if: again", "if: he is angry"},
		{"a pick that is two things", "- {trap: \"You", "- {model: \"One\", trap: \"You"},
		{"a pick without words", "- {trap: \"I can't do anything about that. That's our policy.\"}", "- {go: goodbye}"},
		{"no turns", "\nturns:", "\nbrief2:"},
		{"a newer format", "coolhead: 1", "coolhead: 2"},
	} {
		changed := strings.Replace(string(good), c.from, c.to, 1)
		if changed == string(good) {
			t.Errorf("%s: nothing was changed", c.name)
			continue
		}
		if validate(t, s, []byte(changed)) == nil {
			t.Errorf("%s is let through", c.name)
		}
	}
}

func TestThePackSchemaRefuses(t *testing.T) {
	s := compiled(t, "pack")
	const good = "coolhead_pack: 1\nid: house\nrules:\n  - {id: a, shows: owns-it, sureness: 2, phrases: [it is ours], examples: {hit: [\"It is ours.\"]}}\nphrases: [no worries, {phrase: my bad, severity: 1}]\n"
	if err := validate(t, s, []byte(good)); err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{"sureness: 2": "sureness: 4", "phrases: [it": "phrase: [it", "severity: 1": "severity: high", "hit:": "hits:"} {
		if validate(t, s, []byte(strings.Replace(good, from, to, 1))) == nil {
			t.Errorf("%s for %s is let through", to, from)
		}
	}
}
