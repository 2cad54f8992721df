package source

import (
	"reflect"
	"strings"
)

// Shaped is a Custom type that says which keys it reads, by giving a struct (or
// a slice of structs) with tags. The raw lines are read with these keys in hand:
// only who knows that `say` holds speech can tell that its text was cut off.
type Shaped interface {
	SourceShape() any
}

// textKind says how a key holds speech.
type textKind int

const (
	notText  textKind = iota
	textLine          // the value, or each item of its list, is speech
	textMap           // names → speech
)

// vocabulary is every key a type reads, and which of them hold speech.
type vocabulary struct {
	keys   map[string]textKind
	speech map[string]bool // keys whose text is spoken
	open   bool            // the file is a mapping of names that nobody knows beforehand
}

func (v *vocabulary) known(key string) bool { _, ok := v.keys[key]; return ok }

func vocabularyOf(t reflect.Type) *vocabulary {
	v := &vocabulary{keys: map[string]textKind{}, speech: map[string]bool{}}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	v.open = t.Kind() == reflect.Map
	v.add(t, map[reflect.Type]bool{})
	return v
}

func (v *vocabulary) add(t reflect.Type, seen map[reflect.Type]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		if shape, ok := shapeOf(t); ok {
			v.add(shape, seen)
			return
		}
		t = t.Elem()
	}
	if seen[t] {
		return
	}
	seen[t] = true
	if shape, ok := shapeOf(t); ok {
		v.add(shape, seen)
		return
	}
	if t.Kind() != reflect.Struct || isCustom(t) {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		key, o, ok := tagOf(f)
		if !ok {
			continue
		}
		if o.inline {
			v.add(f.Type, seen)
			continue
		}
		kind := notText
		if o.text {
			kind = textLine
			if f.Type.Kind() == reflect.Map {
				kind = textMap
			}
		}
		// One key may be speech in one place and a name in another; the text
		// reading is the careful one.
		if have := v.keys[key]; have == notText {
			v.keys[key] = kind
		}
		v.speech[key] = v.speech[key] || o.speech
		v.add(f.Type, seen)
	}
}

// shapeOf is the type a Custom type says it reads.
func shapeOf(t reflect.Type) (reflect.Type, bool) {
	shaped := reflect.TypeFor[Shaped]()
	switch {
	case t.Implements(shaped) && t.Kind() != reflect.Pointer:
		return reflect.TypeOf(reflect.Zero(t).Interface().(Shaped).SourceShape()), true
	case t.Kind() != reflect.Pointer && reflect.PointerTo(t).Implements(shaped):
		return reflect.TypeOf(reflect.New(t).Interface().(Shaped).SourceShape()), true
	}
	return nil, false
}

func isCustom(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[Custom]())
}

// options are what stands after the name in a tag.
type options struct {
	text     bool // speech: text as written, watched for what YAML would cut off
	speech   bool // text that is spoken aloud: a formatter puts it in quotes
	required bool // a file without it cannot be used
	keyed    bool // a mapping name → item, in file order, into a slice; the name goes to ID
	inline   bool // the keys of the struct stand among those of its owner
}

func tagOf(f reflect.StructField) (key string, o options, ok bool) {
	tag, has := f.Tag.Lookup("yaml")
	if !has || tag == "-" || !f.IsExported() {
		return "", o, false
	}
	key, rest, _ := strings.Cut(tag, ",")
	for _, word := range strings.Split(rest, ",") {
		switch word {
		case "text":
			o.text = true
		case "speech":
			o.text, o.speech = true, true
		case "required":
			o.required = true
		case "keyed":
			o.keyed = true
		case "inline":
			o.inline = true
		}
	}
	if key == "" && !o.inline {
		key = strings.ToLower(f.Name)
	}
	return key, o, true
}
