package scoring

import (
	"strconv"
	"strings"

	"coolhead/scenarios/source"
)

// DecodeSource reads points as a person writes them: 8, -12, 2.5.
func (t *Tenths) DecodeSource(n *source.Node) {
	v, ok := parseTenths(n.Text())
	if !ok {
		n.Report("PK103", "Points are a number with at most one digit after the point; this is “"+n.Text()+"”.", "write for example 8, -12 or 2.5")
		return
	}
	*t = v
}

func parseTenths(s string) (Tenths, bool) {
	whole, rest, dotted := strings.Cut(strings.TrimPrefix(strings.TrimSpace(s), "+"), ".")
	negative := strings.HasPrefix(whole, "-")
	n, err := strconv.Atoi(whole)
	if err != nil || n > 1000 || n < -1000 {
		return 0, false
	}
	n *= 10
	if dotted {
		d, err := strconv.Atoi(rest)
		if err != nil || len(rest) != 1 {
			return 0, false
		}
		if negative {
			d = -d
		}
		n += d
	}
	return Tenths(n), true
}

// String writes points as screens show them: 8, -12, 2.5.
func (t Tenths) String() string {
	sign := ""
	if t < 0 {
		sign, t = "-", -t
	}
	s := sign + strconv.Itoa(int(t/10))
	if t%10 != 0 {
		s += "." + strconv.Itoa(int(t%10))
	}
	return s
}
