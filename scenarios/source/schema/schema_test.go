package schema

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
)

type colour string

type head struct {
	Title string `yaml:"title,text,required"`
}

type sheet struct {
	Named head     `yaml:",inline"`
	Count int      `yaml:"count"`
	Tint  colour   `yaml:"tint"`
	Lines []string `yaml:"lines,text"`
	Parts []sub    `yaml:"parts,keyed"`
	Own   sub      `yaml:"own"`
	Not   string   `yaml:"-"`
}

type sub struct {
	Off  bool `yaml:"off"`
	Next *sub `yaml:"next"`
}

func draw(t *testing.T, says map[string]string) (map[string]any, Schema) {
	t.Helper()
	s, err := Of(sheet{}, Types{
		Title: "A sheet", Says: says,
		Forms: map[reflect.Type]Form{reflect.TypeFor[colour](): {"enum": []any{"red", "blue"}}},
		Keys:  map[string]Form{"Sheet.count": {"type": "integer", "minimum": 1}},
		Also:  map[reflect.Type]Form{reflect.TypeFor[sub](): {"minProperties": 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	var v map[string]any
	if err := json.Unmarshal(s.JSON, &v); err != nil {
		t.Fatal(err)
	}
	return v, s
}

// at is what stands at a path of keys.
func at(v any, path ...string) any {
	for _, key := range path {
		m, _ := v.(map[string]any)
		v = m[key]
	}
	return v
}

func TestASchemaSaysWhatTheTagsSay(t *testing.T) {
	v, _ := draw(t, nil)
	for _, c := range []struct {
		name string
		got  any
		want any
	}{
		{"its title", at(v, "title"), "A sheet"},
		{"no other keys", at(v, "additionalProperties"), false},
		{"an inline struct's key is required", at(v, "required"), []any{"title"}},
		{"text is any scalar", at(v, "properties", "title", "type"), []any{"string", "number", "boolean"}},
		{"a key of its own form", at(v, "properties", "count", "minimum"), 1.0},
		{"a type of its own form", at(v, "properties", "tint", "enum"), []any{"red", "blue"}},
		{"names to structs", at(v, "properties", "parts", "additionalProperties", "$ref"), "#/definitions/Sub"},
		{"what is added to a type", at(v, "definitions", "Sub", "minProperties"), 1.0},
		{"a type that holds itself", at(v, "definitions", "Sub", "properties", "next", "allOf"), []any{map[string]any{"$ref": "#/definitions/Sub"}}},
		{"no key for a field left out", at(v, "properties", "not"), nil},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	list, _ := at(v, "properties", "lines", "anyOf").([]any)
	if len(list) != 2 || at(list[1], "type") != "array" {
		t.Errorf("a list is one item or several: %v", list)
	}
}

func TestKeysWithoutASentenceAreTold(t *testing.T) {
	_, s := draw(t, map[string]string{"Sheet.count": "How many.", "Sheet.gone": "What was."})
	if slices.Contains(s.Silent, "Sheet.count") || !slices.Contains(s.Silent, "Head.title") || !slices.Contains(s.Silent, "Sub.off") {
		t.Errorf("silent: %v", s.Silent)
	}
	if !slices.Equal(s.Unused, []string{"Sheet.gone"}) {
		t.Errorf("unused: %v", s.Unused)
	}
}
