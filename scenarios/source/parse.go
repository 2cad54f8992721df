package source

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Most is the largest file that is read, in bytes.
const Most = 1 << 20

func (d *Document) read(data []byte, v *vocabulary) {
	text, ok := d.decodeBytes(data)
	if !ok {
		return
	}
	d.lines = strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	d.parse(d.lines)
}

func (d *Document) parse(lines []string) {
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(strings.Join(lines, "\n")), &n); err != nil {
		d.broken = true
		d.Add(Problem{Code: "CH016", Place: Place{Line: 1, Col: 1}, Message: err.Error()})
		return
	}
	if len(n.Content) > 0 {
		d.root = n.Content[0]
	}
}

func keyNode(n *yaml.Node, key string) *yaml.Node {
	n = resolve(n)
	if n != nil && n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i]
			}
		}
	}
	return n
}

// toldAt says whether a problem at this node has been reported already.
func (d *Document) toldAt(n *yaml.Node) bool {
	if n == nil {
		return false
	}
	at := d.placeOf(n)
	for _, p := range d.problems {
		if p.Line == at.Line && p.Col == at.Col {
			return true
		}
	}
	return false
}
