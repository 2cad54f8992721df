package edit

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"coolhead/catalog"
	"coolhead/ui/uitest"
)

// long is a call of about so many lines: turns with conditions, picks and needs.
func long(lines int) string {
	var b strings.Builder
	b.WriteString(`coolhead: 1
kind: call
id: long
title: A long talk
level: 3
channel: phone
minutes: 20
teaches: [owns-it, plays-back]
brief: Ada Bell rings about an order that never came.
card:
  knows: ["Order 4411 left on 2 March.", "It lies in the depot since 5 March."]
  may: ["Send it again today."]
customer: {name: Ada Bell, mood: upset, calms: {owns-it: 8}, angers: {policy-wall: 12}}
turns:
`)
	needs := []string{"owns-it", "can-do", "finds-agreement", "plays-back"}
	for i := 0; 14+9*i < lines-4; i++ {
		fmt.Fprintf(&b, `  turn-%d:
    says:
      - {if: again, say: ["You have said nothing about day %d yet.", "I asked about day %d."]}
      - {if: mood angry or worse, say: "That is the %dth day now. What are you doing about it?"}
      - {say: ["It was promised for day %d.", "Day %d came and went, and nobody rang."]}
    needs: %s
    picks:
      - {model: "You're right, that was our mistake on day %d. I can send it again today, and I'll ring you at four."}
      - {trap: "As I said, that's our policy on day %d."}
`, i, i, i, i, i, i, needs[i%len(needs)], i, i)
	}
	b.WriteString("  bye: {says: \"Thank you.\", end: recovered}\nends: {recovered: Ada has her order.}\n")
	return b.String()
}

// BenchmarkSaveToFindings is what lies between a save and its findings on the page:
// reading, linting, the engine's checks, the talk said again, and the page drawn.
func BenchmarkSaveToFindings(b *testing.B) {
	for _, lines := range []int{100, 300, 1000, 3000} {
		b.Run(fmt.Sprintf("lines=%d", lines), func(b *testing.B) {
			file := b.TempDir() + "/long.yaml"
			write(b, file, long(lines))
			c, err := catalog.Open(catalog.Options{})
			if err != nil {
				b.Fatal(err)
			}
			s, _ := opened(uitest.Colour(), 120, 40)
			s.env.Catalog, s.file = c, file
			s.Update(s.readSave()())
			if s.kept == nil {
				b.Fatalf("it cannot be played: %+v", s.findings)
			}
			press(s, "t|You're right, that was our mistake.|enter|I can send it again today.|enter|esc")
			for b.Loop() {
				s.Update(s.readSave()())
				if s.View() == "" {
					b.Fatal("no page")
				}
			}
		})
	}
}

// BenchmarkFirstSave is the same for a page that has just been opened: the packs are
// read and compiled with it.
func BenchmarkFirstSave(b *testing.B) {
	file := b.TempDir() + "/long.yaml"
	write(b, file, long(300))
	for b.Loop() {
		c, err := catalog.Open(catalog.Options{})
		if err != nil {
			b.Fatal(err)
		}
		s, _ := opened(uitest.Colour(), 120, 40)
		s.env.Catalog, s.file = c, file
		s.Update(s.readSave()())
		_ = s.View()
	}
}

// BenchmarkWalk is the walk in the background, with a clock that stops it.
func BenchmarkWalk(b *testing.B) {
	file := b.TempDir() + "/long.yaml"
	write(b, file, long(300))
	c, err := catalog.Open(catalog.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s := New(uitest.Env(uitest.Colour(), 120, 40), file)
	s.env.Catalog, s.env.Now = c, time.Now
	s.Update(s.readSave()())
	calls := 0
	for b.Loop() {
		w := s.walkOn(nil)().(walked)
		if w.err != nil {
			b.Fatal(w.err)
		}
		calls += w.picked + w.typed
	}
	b.ReportMetric(float64(calls)/float64(b.N), "calls/op")
}
