package chart

import (
	"fmt"
	"strings"
)

// DOT is the map for Graphviz.
func (m *Map) DOT() string {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph scenario {\n  label=%s; labelloc=t;\n", dotText(m.Title))
	b.WriteString("  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n")
	anywhere := false
	for i := range m.Nodes {
		n := &m.Nodes[i]
		label := n.ID
		if n.Says != "" {
			label += "\n" + short(n.Says, 60)
		}
		more := ""
		if n.End {
			more = ", shape=ellipse"
		}
		if m.Walks > 0 {
			label += fmt.Sprintf("\n%d of 100 walks", m.Share(n))
			s := shadeOf(m.Share(n))
			more += fmt.Sprintf(", fillcolor=%q, fontcolor=%q", s.fill, s.ink)
		}
		fmt.Fprintf(&b, "  n%d [label=%s%s];\n", i, dotText(label), more)
	}
	for _, e := range m.Edges {
		from, more := fmt.Sprintf("n%d", e.From), ""
		if e.From == Anywhere {
			if !anywhere {
				b.WriteString("  any [label=\"any time\", shape=hexagon];\n")
				anywhere = true
			}
			from = "any"
		}
		switch e.Way {
		case Jump:
			more = ", style=dashed"
		case Detour:
			more = ", style=dashed, dir=both"
		}
		fmt.Fprintf(&b, "  %s -> n%d [label=%s%s];\n", from, e.To, dotText(e.Label), more)
	}
	b.WriteString("}\n")
	return b.String()
}

// dotText is a text in DOT's quotes.
func dotText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
