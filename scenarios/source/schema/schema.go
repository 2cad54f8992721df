// Package schema draws a file's format from the Go types it is read into, as a
// JSON Schema (draft 7, which every editor knows).
//
// Its rule: it reads the same tags as the reader. What a type reads by itself is
// given as a form, what a key means as a sentence; nothing else is known here.
package schema

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// Form is a piece of a schema.
type Form map[string]any

// Types are what a schema is made with.
type Types struct {
	Title string
	// Forms are the types that read themselves.
	Forms map[reflect.Type]Form
	// Keys are single keys whose values are narrower than their type: "Turn.end".
	Keys map[string]Form
	// Says is what each key means, by type and key: "Turn.says".
	Says map[string]string
	// Also is added to a type: what must not stand together, for one.
	Also map[reflect.Type]Form
	// Names are what types are called in the schema, where their own will not do.
	Names map[reflect.Type]string
}

// Schema is a drawn format.
type Schema struct {
	// JSON is the schema, with a newline at its end.
	JSON []byte
	// Silent are the keys without a sentence, Unused the sentences without a key.
	Silent, Unused []string
}

// Of draws the format that is read into root, a struct.
func Of(root any, t Types) (Schema, error) {
	d := &drawing{t: t, defs: Form{}, said: map[string]bool{}}
	top := d.structure(reflect.TypeOf(root))
	top["$schema"] = "http://json-schema.org/draft-07/schema#"
	top["title"] = t.Title
	if len(d.defs) > 0 {
		top["definitions"] = d.defs
	}
	for key := range t.Says {
		if !d.said[key] {
			d.unused = append(d.unused, key)
		}
	}
	slices.Sort(d.silent)
	slices.Sort(d.unused)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(top)
	return Schema{b.Bytes(), slices.Compact(d.silent), d.unused}, err
}

// drawing is a schema in the making.
type drawing struct {
	t              Types
	defs           Form
	said           map[string]bool
	silent, unused []string
}

// value is the schema of what one key, or one item of a list, may be.
func (d *drawing) value(t reflect.Type, o options) Form {
	if f, ok := d.t.Forms[t]; ok {
		return d.resolve(f)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return d.value(t.Elem(), o)
	case reflect.Struct:
		return d.ref(t)
	case reflect.Slice:
		if o.keyed {
			return Form{"type": "object", "additionalProperties": d.value(t.Elem(), options{}), "propertyNames": Form{"pattern": `^[a-z0-9]+(-[a-z0-9]+)*$`}}
		}
		return List(d.value(t.Elem(), o))
	case reflect.Map:
		return Form{"type": "object", "additionalProperties": d.value(t.Elem(), o)}
	case reflect.Bool:
		return Form{"type": "boolean"}
	case reflect.String:
		if o.text {
			return Text()
		}
		return Form{"type": "string"}
	default:
		return Form{"type": "integer"}
	}
}

// List is one item, or several in a list: the reader takes either.
func List(item Form) Form {
	return Form{"anyOf": []any{item, Form{"type": "array", "items": item}}}
}

// Text is speech: whatever stands there is read as written.
func Text() Form { return Form{"type": []any{"string", "number", "boolean"}} }

// Of is the place of a type within a form, resolved when the form is drawn.
type of struct{ t reflect.Type }

// For stands in a form for the schema of a type.
func For[T any]() any { return of{reflect.TypeFor[T]()} }

// resolve copies a form with the types in it drawn.
func (d *drawing) resolve(f Form) Form {
	out := Form{}
	for k, v := range f {
		out[k] = d.resolved(v)
	}
	return out
}

func (d *drawing) resolved(v any) any {
	switch v := v.(type) {
	case of:
		if f, ok := d.t.Forms[v.t]; ok {
			return d.resolve(f)
		}
		return d.ref(v.t)
	case Form:
		return d.resolve(v)
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = d.resolved(v[i])
		}
		return list
	}
	return v
}

// ref names a struct and draws it once.
func (d *drawing) ref(t reflect.Type) Form {
	name := d.name(t)
	if _, drawn := d.defs[name]; !drawn {
		d.defs[name] = nil // a type may hold itself
		d.defs[name] = d.structure(t)
	}
	return Form{"$ref": "#/definitions/" + name}
}

func (d *drawing) name(t reflect.Type) string {
	if n := d.t.Names[t]; n != "" {
		return n
	}
	n := strings.TrimSuffix(strings.TrimSuffix(t.Name(), "File"), "Fields")
	return strings.ToUpper(n[:1]) + n[1:]
}

func (d *drawing) structure(t reflect.Type) Form {
	properties, required := Form{}, []any{}
	d.fields(t, d.name(t), properties, &required)
	f := Form{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		f["required"] = required
	}
	for k, v := range d.resolve(d.t.Also[t]) {
		f[k] = v
	}
	return f
}

func (d *drawing) fields(t reflect.Type, owner string, properties Form, required *[]any) {
	for i := range t.NumField() {
		key, o, ok := tagOf(t.Field(i))
		switch {
		case !ok:
			continue
		case o.inline:
			d.fields(t.Field(i).Type, d.name(t.Field(i).Type), properties, required)
			continue
		}
		if o.required {
			*required = append(*required, key)
		}
		name := owner + "." + key
		field, ok := d.t.Keys[name]
		if ok {
			field = d.resolve(field)
		} else {
			field = d.value(t.Field(i).Type, o)
		}
		says, ok := d.t.Says[name]
		d.said[name] = true
		if !ok {
			d.silent = append(d.silent, name)
		}
		properties[key] = describe(field, says)
	}
}

// describe adds a sentence. Beside a $ref nothing else is read, so it is wrapped.
func describe(f Form, says string) Form {
	if _, ref := f["$ref"]; ref {
		f = Form{"allOf": []any{f}}
	}
	f["description"] = says
	return f
}

type options struct{ text, keyed, inline, required bool }

// tagOf reads a field's tag as the reader of the files does.
func tagOf(f reflect.StructField) (key string, o options, ok bool) {
	tag, has := f.Tag.Lookup("yaml")
	if !has || tag == "-" || !f.IsExported() {
		return "", o, false
	}
	key, rest, _ := strings.Cut(tag, ",")
	words := strings.Split(rest, ",")
	o.text, o.keyed = slices.Contains(words, "text"), slices.Contains(words, "keyed")
	o.inline, o.required = slices.Contains(words, "inline"), slices.Contains(words, "required")
	if key == "" && !o.inline {
		key = strings.ToLower(f.Name)
	}
	return key, o, true
}
