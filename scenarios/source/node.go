package source

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Kind is what a node is.
type Kind int

const (
	Scalar  Kind = iota // a word, a number, a sentence
	List                // items after dashes, or in [ ]
	Mapping             // names with values, or in { }
	Nothing             // a key with nothing after it
)

// String gives the kind as a sentence names it.
func (k Kind) String() string {
	return [...]string{"text", "a list", "a mapping", "nothing"}[k]
}

// Custom is a type that reads itself, since its YAML has more than one form.
type Custom interface {
	DecodeSource(n *Node)
}

// Node is one node of a document, with its place.
type Node struct {
	doc  *Document
	node *yaml.Node
	name string // the key it stands under, for sentences
}

// Pair is one key of a mapping with its value.
type Pair struct {
	Name  string
	Key   *Node
	Value *Node
}

// resolve follows an alias. Aliases in circles end in nothing.
func resolve(n *yaml.Node) *yaml.Node {
	for range 8 {
		if n == nil || n.Kind != yaml.AliasNode {
			return n
		}
		n = n.Alias
	}
	return nil
}

// Kind says what the node is.
func (n *Node) Kind() Kind {
	y := resolve(n.node)
	if y == nil {
		return Nothing
	}
	switch y.Kind {
	case yaml.SequenceNode:
		return List
	case yaml.MappingNode:
		return Mapping
	}
	if y.Value == "" && y.Style == 0 {
		return Nothing
	}
	return Scalar
}

// Name is the key the node stands under, "" at the top.
func (n *Node) Name() string { return n.name }

// Text is a scalar as written: `No`, `12.10`, `~` and dates stay what they look like.
func (n *Node) Text() string {
	y := resolve(n.node)
	if y == nil || y.Kind != yaml.ScalarNode {
		return ""
	}
	return strings.TrimRight(y.Value, "\n")
}

// Quoted says that the scalar stands in quotes or is a block of text.
func (n *Node) Quoted() bool {
	y := resolve(n.node)
	return y != nil && y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

// Int is a scalar as a whole number.
func (n *Node) Int() (int, bool) {
	if n.Kind() != Scalar {
		return 0, false
	}
	i, err := strconv.Atoi(strings.TrimPrefix(n.Text(), "+"))
	return i, err == nil
}

// Items are the items of a list; one scalar or mapping counts as a list of one,
// nothing as an empty list.
func (n *Node) Items() []*Node {
	switch n.Kind() {
	case Nothing:
		return nil
	case List:
		y := resolve(n.node)
		items := make([]*Node, 0, len(y.Content))
		for _, c := range y.Content {
			if !n.doc.spend() {
				return items
			}
			items = append(items, &Node{n.doc, c, n.name})
		}
		return items
	}
	return []*Node{n}
}

// Pairs are the keys of a mapping in file order. A key written twice is reported
// and only its first value is given; a key that is not one word is reported too.
func (n *Node) Pairs() []Pair { return n.pairs("", "") }

// pairs are Pairs whose names stand for something: "a turn". Where the mapping itself
// is one of several that have names, of is what they are.
func (n *Node) pairs(noun, of string) []Pair {
	y := resolve(n.node)
	if y == nil || y.Kind != yaml.MappingNode {
		return nil
	}
	pairs := make([]Pair, 0, len(y.Content)/2)
	lines := make(map[string]Place, len(y.Content)/2)
	var again []repeated
	for i := 0; i+1 < len(y.Content); i += 2 {
		if !n.doc.spend() {
			return pairs
		}
		key := &Node{n.doc, y.Content[i], n.name}
		if k := key.Kind(); k != Scalar {
			if k == Nothing {
				key.Report("CH006", "There is a colon here with no name before it.", "write a name before the colon, or put the whole sentence in quotes")
			} else {
				key.Report("CH008", "A name before a colon is needed here, and this is "+k.String()+".", "if this is speech, put the whole sentence in quotes")
			}
			continue
		}
		name := strings.TrimSpace(key.Text())
		if first, twice := lines[name]; twice {
			again = append(again, repeated{name, first, key.Place()})
			continue
		}
		lines[name] = key.Place()
		pairs = append(pairs, Pair{name, key, &Node{n.doc, y.Content[i+1], name}})
	}
	n.doc.repeats(again, noun, of)
	return pairs
}

// Place is where the node stands.
func (n *Node) Place() Place {
	return n.doc.placeOf(n.node)
}

// Report says what is wrong with this node: an error.
func (n *Node) Report(code, message, help string) { n.raise(Error, code, message, help) }

// Warn says what will surprise a learner.
func (n *Node) Warn(code, message, help string) { n.raise(Warning, code, message, help) }

// Advise says what could be better.
func (n *Node) Advise(code, message, help string) { n.raise(Advice, code, message, help) }

func (n *Node) raise(s Severity, code, message, help string) {
	n.doc.Add(Problem{Code: code, Severity: s, Place: n.Place(), Message: message, Help: help})
}

// Decode reads this node into v by its tags, as Decode does with a document.
func (n *Node) Decode(v any) { n.doc.decodeInto(n, v, options{}) }

// DecodeKeyed reads a mapping name → item, in file order, into a slice of
// structs whose ID field takes the name.
func (n *Node) DecodeKeyed(v any) { n.doc.decodeInto(n, v, options{keyed: true}) }

// shorten cuts long words that a message repeats.
func shorten(s string, to int) string {
	r := []rune(s)
	if len(r) <= to {
		return s
	}
	return string(r[:to-1]) + "…"
}
