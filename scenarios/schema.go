package scenarios

import (
	"reflect"
	"slices"

	"coolhead/scenarios/source/schema"
)

// Schema is the format as a JSON Schema, for completion in editors. Names that
// stand outside a scenario are offered and not demanded: a house may have its own.
func Schema(known Known) (schema.Schema, error) {
	behaviour := offered(known.Behaviours)
	behaviours := schema.List(behaviour)
	perBehaviour := func(value any) schema.Form {
		return schema.Form{"type": "object", "propertyNames": behaviour, "additionalProperties": value}
	}
	heat := schema.Form{"type": "integer", "minimum": 0, "maximum": 50}
	abuse := schema.Form{"type": "integer", "minimum": 0, "maximum": 2}
	ending := words(Endings())
	return schema.Of(Scenario{}, schema.Types{
		Title: "A coolhead scenario",
		Forms: map[reflect.Type]schema.Form{
			reflect.TypeFor[Entries]():    {"anyOf": []any{schema.Text(), schema.For[Entry](), schema.Form{"type": "array", "items": schema.Form{"anyOf": []any{schema.Text(), schema.For[Entry]()}}}}},
			reflect.TypeFor[Needs]():      {"anyOf": []any{behaviour, schema.Form{"type": "array", "items": behaviour}, needsForm(behaviours)}},
			reflect.TypeFor[Sends]():      perBehaviour(schema.Form{"type": "string"}),
			reflect.TypeFor[Pick]():       {"allOf": []any{schema.For[pickFile]()}},
			reflect.TypeFor[FactRefs]():   {"anyOf": []any{schema.List(offered(known.Facts)), schema.Form{"type": "object", "additionalProperties": schema.For[Fact]()}}},
			reflect.TypeFor[TestReply]():  {"anyOf": []any{schema.Text(), schema.For[replyFile]()}},
			reflect.TypeFor[Duration]():   {"type": "string", "pattern": `^ *([0-9]+ *m)? *([0-9]+ *s)? *$`},
			reflect.TypeFor[Mood]():       words(MoodNames()),
			reflect.TypeFor[Bound]():      {"type": "string", "pattern": `^ *([0-9]+ *\+|below +[0-9]+) *$`},
			reflect.TypeFor[RuleChange](): {"anyOf": []any{schema.Form{"enum": []any{"off", false}}, schema.Form{"type": "integer"}, schema.Form{"type": "object", "properties": schema.Form{"points": schema.Form{"type": "integer"}}, "additionalProperties": false}}},
			reflect.TypeFor[Condition]():  {"type": "string", "pattern": conditionPattern},
		},
		Keys: map[string]schema.Form{
			"Scenario.coolhead": {"const": Version},
			"Scenario.kind":     words(Kinds()),
			"Scenario.channel":  words(Channels()),
			"Scenario.cause":    words(Causes()),
			"Scenario.level":    {"type": "integer", "minimum": 1, "maximum": 5},
			"Scenario.minutes":  {"type": "integer", "minimum": 1, "maximum": 180},
			"Scenario.pass":     {"type": "integer", "minimum": 1, "maximum": 100},
			"Scenario.attempts": {"type": "integer", "minimum": 1, "maximum": 20},
			"Scenario.id":       {"type": "string", "pattern": idShape.String()},
			"Scenario.teaches":  behaviours,
			"Scenario.ends":     {"type": "object", "propertyNames": ending, "additionalProperties": schema.Text()},
			"Customer.type":     offered(known.Personas),
			"Customer.calms":    perBehaviour(heat),
			"Customer.angers":   perBehaviour(heat),
			"Customer.felt":     perBehaviour(schema.Text()),
			"Turn.end":          ending,
			"Turn.abuse":        abuse,
			"Turn.tries":        {"type": "integer", "minimum": 1, "maximum": 9},
			"Turn.hears":        perBehaviour(schema.List(schema.Text())),
			"Entry.end":         ending,
			"Entry.abuse":       abuse,
			"Pick.shows":        behaviours,
			"Reply.pick":        {"type": "integer", "minimum": 1},
			"Expect.end":        schema.List(ending),
			"Expect.heard":      behaviours,
			"Expect.not-heard":  behaviours,
			"Fact.year":         {"type": "integer", "minimum": 1900, "maximum": 2100},
		},
		Also: map[reflect.Type]schema.Form{
			reflect.TypeFor[Scenario](): {
				"required":             []any{"coolhead", "kind", "id", "title"},
				"additionalProperties": true, // the other kinds have bodies of their own
				"if":                   schema.Form{"properties": schema.Form{"kind": schema.Form{"const": "call"}}},
				"then":                 schema.Form{"required": []any{"customer", "turns"}, "propertyNames": words(keysOf(reflect.TypeFor[Scenario]()))},
			},
			reflect.TypeFor[pickFile]():  {"oneOf": []any{needs("model"), needs("say"), needs("trap")}},
			reflect.TypeFor[replyFile](): {"oneOf": []any{needs("pick"), needs("silence")}},
			reflect.TypeFor[Entry]():     {"anyOf": []any{needs("say"), needs("does")}},
			reflect.TypeFor[Anytime]():   {"anyOf": []any{needs("go"), needs("detour"), needs("say"), needs("does")}},
		},
		Says: scenarioSays(),
	})
}

// conditionPattern is the closed set of conditions as a pattern.
const conditionPattern = `^ *(` + clausePattern + `)( +and +(` + clausePattern + `))* *$`

const clausePattern = `mood +(glad|calm|wary|upset|angry|furious)( +or +(better|worse))?|(not +)?heard +[a-z0-9-]+|again|try +[0-9]+|(silence|hold) +[0-9]+ *(s|m)( *[0-9]+ *s)?`

func words(list []string) schema.Form {
	all := make([]any, len(list))
	for i, w := range list {
		all[i] = w
	}
	return schema.Form{"enum": all}
}

// offered are names that an editor completes, beside any other name.
func offered(list []string) schema.Form {
	name := schema.Form{"type": "string"}
	if len(list) == 0 {
		return name
	}
	return schema.Form{"anyOf": []any{words(list), name}}
}

func needs(key string) schema.Form { return schema.Form{"required": []any{key}} }

func needsForm(behaviours schema.Form) schema.Form {
	return schema.Form{
		"type": "object", "additionalProperties": false, "maxProperties": 1,
		"properties": schema.Form{
			"all": schema.Form{"description": "all of these must be heard", "anyOf": behaviours["anyOf"]},
			"any": schema.Form{"description": "one of these must be heard", "anyOf": behaviours["anyOf"]},
		},
	}
}

// keysOf are the keys that a struct reads.
func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		if key := keyOf(t.Field(i)); key != "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
