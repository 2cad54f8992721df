package source

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Nouned is a struct that says what it is, for sentences: "a turn".
type Nouned interface {
	SourceNoun() string
}

// Guessing is a struct that knows by which other names people call its keys.
type Guessing interface {
	SourceMeant(key string) string // "" if nothing is meant by it
}

// Refusing is a struct that knows which keys people look for in vain, and why there
// are none.
type Refusing interface {
	SourceRefuses(key string) string // what to do instead, "" if nothing is known
}

// decodeInto reads n into what v points to.
func (d *Document) decodeInto(n *Node, v any, o options) {
	d.value(n, reflect.ValueOf(v).Elem(), o, 0)
}

func (d *Document) value(n *Node, v reflect.Value, o options, depth int) {
	if depth > 100 {
		n.Report("CH011", tooDeeply, "use fewer levels of brackets and dashes")
		return
	}
	if !d.spend() {
		return
	}
	if c, ok := v.Addr().Interface().(Custom); ok {
		c.DecodeSource(n)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if n.Kind() == Nothing {
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), o, depth+1)
	case reflect.Struct:
		d.structure(n, v, Place{}, depth)
	case reflect.Slice:
		d.list(n, v, o, depth)
	case reflect.Map:
		d.mapping(n, v, o, depth)
	case reflect.String:
		if n.Kind() != Scalar && n.Kind() != Nothing {
			d.wrong(n, "text")
			return
		}
		text := n.Text()
		if !o.text && !n.Quoted() && (text == "~" || text == "null") {
			text = ""
		}
		v.SetString(text)
	case reflect.Bool:
		d.boolean(n, v)
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int16, reflect.Int8:
		d.number(n, v)
	default:
		panic("source: no reading for " + v.Type().String())
	}
}

func (d *Document) boolean(n *Node, v reflect.Value) {
	switch strings.ToLower(n.Text()) {
	case "true", "yes", "on":
		v.SetBool(true)
	case "false", "no", "off":
		v.SetBool(false)
	case "":
		if n.Kind() != Nothing {
			d.wrong(n, "true or false")
		}
	default:
		d.wrong(n, "true or false")
	}
}

func (d *Document) number(n *Node, v reflect.Value) {
	if n.Kind() == Nothing {
		return
	}
	i, ok := n.Int()
	if !ok || v.OverflowInt(int64(i)) {
		d.wrong(n, "a whole number")
		return
	}
	v.SetInt(int64(i))
}

// wrong reports that a node is not what its key wants.
func (d *Document) wrong(n *Node, want string) {
	is := n.Kind().String()
	help := ""
	switch {
	case n.Kind() == Scalar:
		is = "“" + shorten(n.Text(), 40) + "”"
		if i, err := strconv.ParseFloat(n.Text(), 64); err == nil && want == "a whole number" {
			help = "write it without a point: " + strconv.Itoa(int(i))
		}
	case want == "text":
		help = "if this is one sentence, put it in quotes"
	}
	if help == "" && n.name != "" {
		switch {
		case want == "a whole number":
			help = "write digits:  " + n.name + ": 3"
		case want == "true or false":
			help = "write:  " + n.name + ": true"
		case strings.HasPrefix(want, "names, each"):
			help = "write each name with a colon and no dash, and its own lines below it, further right"
		}
	}
	name := "This"
	if n.name != "" {
		name = "“" + n.name + "”"
	}
	n.Report("CH008", fmt.Sprintf("%s wants %s; it is %s.", name, want, is), help)
}

func (d *Document) list(n *Node, v reflect.Value, o options, depth int) {
	elem := v.Type().Elem()
	if o.keyed {
		d.keyed(n, v, depth)
		return
	}
	if n.Kind() == Mapping && elem.Kind() == reflect.String {
		d.wrong(n, "text, or a list of texts")
		return
	}
	for _, item := range n.Items() {
		if item.Kind() == Nothing {
			item.Report("CH008", "There is a dash here with nothing after it.", "write something after the dash, or delete the line")
			continue
		}
		e := reflect.New(elem).Elem()
		d.value(item, e, o, depth+1)
		v.Set(reflect.Append(v, e))
	}
}

// keyed reads name → item, in file order; the name goes to the field ID.
func (d *Document) keyed(n *Node, v reflect.Value, depth int) {
	switch n.Kind() {
	case Nothing:
		return
	case Mapping:
	default:
		d.wrong(n, "names, each with a colon and its own lines below")
		return
	}
	elem := v.Type().Elem()
	for _, pair := range n.pairs(nounOf(elem), "") {
		e := reflect.New(elem).Elem()
		if !d.spend() {
			return
		}
		if c, ok := e.Addr().Interface().(Custom); ok {
			c.DecodeSource(pair.Value)
		} else {
			d.structure(pair.Value, e, pair.Key.Place(), depth+1)
		}
		e.FieldByName("ID").SetString(pair.Name)
		v.Set(reflect.Append(v, e))
	}
}

func (d *Document) mapping(n *Node, v reflect.Value, o options, depth int) {
	switch n.Kind() {
	case Nothing:
		return
	case Mapping:
	default:
		d.wrong(n, "names with values, such as {name: value}")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for _, pair := range n.Pairs() {
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(pair.Value, e, o, depth+1)
		v.SetMapIndex(reflect.ValueOf(pair.Name).Convert(v.Type().Key()), e)
	}
}

func nounOf(t reflect.Type) string {
	if x, ok := reflect.New(t).Interface().(Nouned); ok {
		return x.SourceNoun()
	}
	return ""
}

// structure reads a mapping into a struct by its tags.
func (d *Document) structure(n *Node, v reflect.Value, at Place, depth int) {
	named := at.Line != 0
	if !named {
		at = n.Place()
	}
	if f := v.FieldByName("At"); f.IsValid() && f.Type() == reflect.TypeFor[Place]() {
		f.Set(reflect.ValueOf(at))
	}
	noun := nounOf(v.Type())
	switch n.Kind() {
	case Nothing:
		if n.name == "" {
			return
		}
	case Mapping:
	default:
		what := "keys with values"
		if noun != "" {
			what = noun + ": keys with values"
		}
		d.wrong(n, what)
		return
	}
	fields := d.fields(v)
	seen := map[string]bool{}
	of := ""
	if named {
		of = noun
	}
	for _, pair := range n.pairs("", of) {
		i := slices.IndexFunc(fields, func(f field) bool { return f.key == pair.Name })
		if i < 0 {
			if rest := v.FieldByName("Rest"); rest.IsValid() && rest.Type() == reflect.TypeFor[[]Pair]() {
				rest.Set(reflect.Append(rest, reflect.ValueOf(pair)))
				continue
			}
			if meant := d.unknown(pair, noun, fields, meantOf(v, pair.Name), refusedBy(v, pair.Name)); meant != "" {
				seen[meant] = true // misspelt is not missing
				if n.name == "" {
					d.meant[meant] = true
				}
			}
			continue
		}
		seen[pair.Name] = true
		d.value(pair.Value, fields[i].value, fields[i].options, depth+1)
	}
	if d.broken {
		return
	}
	for _, f := range fields {
		node := child(n.node, f.key)
		if f.required && (!seen[f.key] || node != nil && f.value.IsZero() && !d.toldAt(node)) {
			d.missing(n, at, noun, f.key, seen[f.key])
		}
	}
}

// field is a field of a struct with what its tag says.
type field struct {
	key   string
	value reflect.Value
	options
}

// fields are the tagged fields of a struct, with those of its inline structs.
func (d *Document) fields(v reflect.Value) []field {
	all := make([]field, 0, v.NumField())
	for i := range v.NumField() {
		key, o, ok := tagOf(v.Type().Field(i))
		switch {
		case !ok:
		case o.inline:
			all = append(all, d.fields(v.Field(i))...)
		default:
			all = append(all, field{key, v.Field(i), o})
		}
	}
	return all
}

func (d *Document) missing(n *Node, at Place, noun, key string, empty bool) {
	if noun == "" {
		noun = wholeFile
	}
	message := fmt.Sprintf("%s has no “%s”.", capital(noun), key)
	if empty {
		message = fmt.Sprintf("“%s” has nothing after its colon.", key)
		at = d.placeOf(keyNode(n.node, key))
	}
	d.Add(Problem{Code: "CH012", Place: at, Message: message, Help: "add a line:  " + key + ": …"})
}

// unknown reports a key that nothing reads, and gives the key that was probably
// meant, "" if none is near.
func (d *Document) unknown(pair Pair, noun string, fields []field, meant, refused string) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.key
	}
	if noun == "" {
		noun = wholeFile
	}
	word := shorten(pair.Name, 40)
	message := fmt.Sprintf("“%s” is not a key of %s.", word, noun)
	help := "keys here: " + strings.Join(names, ", ")
	near, ok := meant, meant != ""
	if !ok {
		near, ok = Nearest(pair.Name, names)
	}
	bare := strings.TrimLeft(pair.Name, "-–—•*")
	if own := d.misplaced(pair, names); own && noun == wholeFile {
		pair.Key.Report("CH016", fmt.Sprintf("The lines below “%s” belong to the file itself and stand one level too deep.", word), "delete this line, and the spaces that all lines below it begin with")
		return ""
	} else if own {
		d.hide(pair.Name)
		pair.Key.Report("CH016", fmt.Sprintf("“%s” looks like %s of its own, and stands inside another one.", word, noun), "take two spaces away before it and before each of its lines")
		return ""
	}
	switch {
	case pair.Name == "<<":
		message = "“<<” joins mappings in other programs; here it does nothing."
		help = "write the keys out"
	case bare != pair.Name && slices.Contains(names, strings.TrimSpace(bare)):
		message = fmt.Sprintf("“%s” needs a space after its dash.", word)
		help = "write:  - " + strings.TrimSpace(bare) + ": …"
	case refused != "":
		help, near = refused, ""
	case ok:
		message += fmt.Sprintf(" Did you mean “%s”?", near)
		help = "write:  " + near + ":"
	case strings.ContainsAny(pair.Name, " ,.!?"):
		help = "if this belongs to a sentence, put the whole sentence in quotes"
	}
	pair.Key.Report("CH006", message, help)
	return near
}

// meantOf is the key that people mean by another word.
func meantOf(v reflect.Value, key string) string {
	if g, ok := v.Addr().Interface().(Guessing); ok {
		return g.SourceMeant(strings.ToLower(strings.TrimSpace(key)))
	}
	return ""
}

// refusedBy is what to do in place of a key that people look for in vain.
func refusedBy(v reflect.Value, key string) string {
	if r, ok := v.Addr().Interface().(Refusing); ok {
		return r.SourceRefuses(strings.ToLower(strings.TrimSpace(key)))
	}
	return ""
}

// misplaced says that an unknown key holds a mapping of the very keys that stand
// beside it: it belongs one level further out.
func (d *Document) misplaced(pair Pair, names []string) bool {
	y := resolve(pair.Value.node)
	if pair.Value.Kind() != Mapping || len(y.Content) == 0 {
		return false
	}
	for i := 0; i+1 < len(y.Content); i += 2 {
		if !slices.Contains(names, y.Content[i].Value) {
			return false
		}
	}
	return true
}

// hide remembers a name that is in the file and could not be read where it stands.
func (d *Document) hide(name string) {
	if d.hidden == nil {
		d.hidden = map[string]bool{}
	}
	d.hidden[name] = true
}

// Hides says that a name stands in the file where it could not be read, so that
// nobody is told it is missing as well.
func (d *Document) Hides(name string) bool { return d.hidden[name] }

// wholeFile is what the mapping at the top is called.
const wholeFile = "this file"

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
