package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"coolhead/scoring"
)

// bench is every labelled reply read once, with its findings as features.
type bench struct {
	sets  []*set
	read  map[reply]*judged
	names []string // of features
	index map[string]int
	// byRule keeps the rules of a behaviour apart
	byRule bool
}

type judged struct {
	scoring.Assessment
	features map[int]float64 // points of each rule, in its dimension's own points
}

// weights of the dimensions in the score, in hundredths.
var weights = [scoring.Dimensions]float64{.20, .22, .18, .20, .20}

func newBench(r *scoring.Reader, sets []*set, byRule bool) *bench {
	b := &bench{sets: sets, byRule: byRule, read: map[reply]*judged{}, index: map[string]int{}}
	for _, s := range sets {
		for i := range s.pairs {
			b.judge(r, s.pairs[i].better)
			b.judge(r, s.pairs[i].worse)
		}
		for _, l := range s.labels {
			b.judge(r, l.reply)
		}
	}
	return b
}

func (b *bench) judge(r *scoring.Reader, one reply) {
	if _, ok := b.read[one]; ok {
		return
	}
	j := &judged{features: map[int]float64{}}
	j.Assessment = r.Judge(r.Read(one.text), r.Moment(scoring.Context{Channel: one.channel, Customer: one.customer}))
	for _, f := range j.Findings {
		if f.Points == 0 {
			continue
		}
		// rules of packs are weighed together by what they show
		name := f.Rule
		if !b.byRule && !strings.HasPrefix(name, "engine/") {
			name = f.Behaviour
		}
		name = fmt.Sprintf("%s %s", name, f.Dimension)
		n, ok := b.index[name]
		if !ok {
			n = len(b.names)
			b.index[name] = n
			b.names = append(b.names, name)
		}
		j.features[n] += float64(f.Points) / 10
	}
	b.read[one] = j
}

// value is what a set is measured by.
func (s *set) value(a *judged) float64 {
	if s.dim < 0 {
		return float64(a.Score)
	}
	return float64(a.Dimensions[s.dim])
}

func right(better, worse float64) float64 {
	switch {
	case better > worse:
		return 1
	case better == worse:
		return .5
	}
	return 0
}

func (b *bench) table(w io.Writer) {
	for _, s := range b.sets {
		b.agreement(w, s, func(r reply) float64 { return s.value(b.read[r]) })
	}
}

func (b *bench) agreement(w io.Writer, s *set, value func(reply) float64) {
	parts := map[string][2]float64{}
	note := func(key string, ok float64) {
		p := parts[key]
		parts[key] = [2]float64{p[0] + ok, p[1] + 1}
	}
	for _, p := range s.pairs {
		ok := right(value(p.better), value(p.worse))
		note("all", ok)
		if p.part != "" {
			note(p.part, ok)
		}
		if p.level != "" {
			note("L"+p.level, ok)
		}
	}
	fmt.Fprintf(w, "%-14s", s.name)
	for _, key := range sortedKeys(parts) {
		fmt.Fprintf(w, " %s %.3f", key, parts[key][0]/parts[key][1])
	}
	if len(s.labels) > 0 {
		exact := map[string]int{}
		count := map[string]int{}
		for _, l := range s.labels {
			count[l.band]++
			exact[l.band+">"+b.read[l.reply].Band()]++
		}
		hit := exact["poor>poor"] + exact["fair>fair"] + exact["good>good"]
		fmt.Fprintf(w, " exact %.3f %v of %v", float64(hit)/float64(len(s.labels)), exact, count)
	}
	fmt.Fprintln(w)
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// signs shows, for each feature, in how many pairs of each set the better and the
// worse reply has more of it.
func (b *bench) signs(w io.Writer) {
	order := make([]int, len(b.names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return strings.Compare(b.names[x], b.names[y]) })
	fmt.Fprintf(w, "%-36s", "")
	for _, s := range b.sets {
		fmt.Fprintf(w, " %11.11s", s.name)
	}
	fmt.Fprintln(w)
	for _, n := range order {
		fmt.Fprintf(w, "%-36.36s", b.names[n])
		for _, s := range b.sets {
			up, down := 0, 0
			for _, p := range s.pairs {
				d := b.read[p.better].features[n] - b.read[p.worse].features[n]
				if d > 0 {
					up++
				} else if d < 0 {
					down++
				}
			}
			flag := " "
			if down > up+1 {
				flag = "!"
			}
			fmt.Fprintf(w, " %5d/%-4d%s", up, down, flag)
		}
		fmt.Fprintln(w)
	}
}

func (b *bench) misses(w io.Writer, name string, n int) {
	for _, s := range b.sets {
		if s.name != name {
			continue
		}
		for _, p := range s.pairs {
			x, y := b.read[p.better], b.read[p.worse]
			if s.value(x) > s.value(y) || n <= 0 {
				continue
			}
			n--
			fmt.Fprintf(w, "%s %s %s better %v worse %v\n  C %s\n  + %s\n  - %s\n", p.better.id, p.part, p.level, x.Score, y.Score, p.better.customer, p.better.text, p.worse.text)
			only(w, "  +", x, y, s)
			only(w, "  -", y, x, s)
		}
	}
}

// only writes the findings that one reply has and the other has not.
func only(w io.Writer, sign string, x, y *judged, s *set) {
	if x.Capped != "" {
		fmt.Fprintln(w, sign, "CAPPED")
	}
	for _, f := range x.Findings {
		if s.dim >= 0 && f.Dimension != s.dim {
			continue
		}
		if !slices.ContainsFunc(y.Findings, func(g scoring.Finding) bool {
			return g.Rule == f.Rule && g.Points == f.Points && g.Text == f.Text
		}) {
			fmt.Fprintf(w, "  %s %s [%s] %v “%s”\n", sign, f.Rule, f.Behaviour, f.Points, f.Text)
		}
	}
}

func dimensionWord(d int) string { return scoring.Dimension(d).String() }
