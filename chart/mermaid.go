package chart

import (
	"fmt"
	"strings"
)

// Mermaid is the map for pages and wikis that draw Mermaid themselves.
func (m *Map) Mermaid() string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\n---\nflowchart TD\n", mermaidTitle(m.Title))
	anywhere := false
	for i := range m.Nodes {
		n := &m.Nodes[i]
		label := n.ID
		if n.Says != "" {
			label += "\n" + short(n.Says, 60)
		}
		if m.Walks > 0 {
			label += fmt.Sprintf("\n%d of 100 walks", m.Share(n))
		}
		open, shut := "[", "]"
		if n.End {
			open, shut = "([", "])"
		}
		fmt.Fprintf(&b, "  n%d%s\"%s\"%s\n", i, open, mermaidText(label), shut)
	}
	for _, e := range m.Edges {
		from := fmt.Sprintf("n%d", e.From)
		if e.From == Anywhere {
			if !anywhere {
				b.WriteString("  any{{\"any time\"}}\n")
				anywhere = true
			}
			from = "any"
		}
		arrow := "-->"
		switch e.Way {
		case Jump:
			arrow = "-.->"
		case Detour:
			arrow = "<-.->"
		}
		if e.Label != "" {
			arrow += "|\"" + mermaidText(e.Label) + "\"|"
		}
		fmt.Fprintf(&b, "  %s %s n%d\n", from, arrow, e.To)
	}
	if m.Walks > 0 {
		for i := range m.Nodes {
			shade := shadeOf(m.Share(&m.Nodes[i]))
			fmt.Fprintf(&b, "  style n%d fill:%s,color:%s\n", i, shade.fill, shade.ink)
		}
	}
	return b.String()
}

// mermaidText is text inside double quotes: what Mermaid would read as its own
// is written as its number.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString("<br/>")
		case strings.ContainsRune("\"#;<>&`\\|{}[]", r):
			fmt.Fprintf(&b, "#%d;", r)
		case r < ' ' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mermaidTitle is a title as the YAML before a diagram wants it.
func mermaidTitle(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// shade is one of five grounds, with ink that can be read on it.
type shade struct{ fill, ink string }

// shadeOf is darker where more walks came.
func shadeOf(share int) shade {
	switch {
	case share == 0:
		return shade{"#ffffff", "#8a1c1c"}
	case share < 10:
		return shade{"#e3edf5", "#10202c"}
	case share < 40:
		return shade{"#b9d3e6", "#10202c"}
	case share < 80:
		return shade{"#7fb0d3", "#10202c"}
	}
	return shade{"#2f6f9f", "#ffffff"}
}
