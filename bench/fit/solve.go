package main

import (
	"fmt"
	"io"
	"math"
	"slices"
)

// steep is how sure a difference of one point of the score makes the fit.
const steep = .12

// row is the difference of one pair: what each feature adds to it at the hand's points.
type row struct {
	on     []int
	by     []float64
	weight float64
}

func (b *bench) rows(skip string) []row {
	var rows []row
	for _, s := range b.sets {
		if s.name == skip || len(s.pairs) == 0 {
			continue
		}
		for _, p := range s.pairs {
			r := row{weight: 1 / float64(len(s.pairs))}
			x, y := b.read[p.better].features, b.read[p.worse].features
			for n := range b.names {
				d := (x[n] - y[n]) * b.share(n, s)
				if d != 0 {
					r.on = append(r.on, n)
					r.by = append(r.by, d)
				}
			}
			rows = append(rows, r)
		}
	}
	return rows
}

// share is how much a point of a feature moves what a set is measured by.
func (b *bench) share(n int, s *set) float64 {
	for d := range weights {
		if dimensionOf(b.names[n]) == d {
			if s.dim < 0 {
				return weights[d]
			}
			if int(s.dim) == d {
				return .4
			}
		}
	}
	return 0
}

func dimensionOf(name string) int {
	for d := range weights {
		word := dimensionWord(d)
		if len(name) > len(word) && name[len(name)-len(word):] == word {
			return d
		}
	}
	return -1
}

// fit finds a factor for each feature, never below 0, drawn to 1.
func (b *bench) fit(skip string, pull float64) []float64 {
	rows := b.rows(skip)
	m := make([]float64, len(b.names))
	for i := range m {
		m[i] = 1
	}
	grad := make([]float64, len(m))
	for step := range 400 {
		for i := range grad {
			grad[i] = pull * (m[i] - 1)
		}
		for _, r := range rows {
			sum := 0.0
			for k, n := range r.on {
				sum += m[n] * r.by[k]
			}
			g := -steep * r.weight / (1 + math.Exp(steep*sum))
			for k, n := range r.on {
				grad[n] += g * r.by[k]
			}
		}
		rate := 2 / (1 + float64(step)/100)
		for i := range m {
			m[i] = min(max(m[i]-rate*grad[i], 0), 4)
		}
	}
	return m
}

func (b *bench) suggest(w io.Writer, pull float64) {
	m := b.fit("", pull)
	order := make([]int, len(m))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int {
		if m[x] < m[y] {
			return -1
		}
		return 1
	})
	for _, n := range order {
		if math.Abs(m[n]-1) > .15 {
			fmt.Fprintf(w, "%-46s x %.2f\n", b.names[n], m[n])
		}
	}
	for _, s := range b.sets {
		b.agreement(w, s, b.by(m, s))
	}
}

// leave fits without one set and measures on it.
func (b *bench) leave(w io.Writer, name string, pull float64) {
	m := b.fit(name, pull)
	hand := make([]float64, len(m))
	for i := range hand {
		hand[i] = 1
	}
	for _, s := range b.sets {
		if s.name == name {
			b.agreement(w, s, b.by(hand, s))
			b.agreement(w, s, b.by(m, s))
		}
	}
}

// by values a reply with factors, before any cap.
func (b *bench) by(m []float64, s *set) func(reply) float64 {
	return func(r reply) float64 {
		sum := 0.0
		for n, v := range b.read[r].features {
			sum += m[n] * v * b.share(n, s)
		}
		return math.Round(sum*1e6) / 1e6
	}
}
