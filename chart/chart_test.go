package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"coolhead/scenarios"
)

const call = `coolhead: 1
kind: call
id: tried
title: "Tried: a \"map\""
level: 2
channel: phone
customer: {name: Dana, mood: wary}
turns:
  where:
    says: ["Where is it?", "Well?"]
    needs: owns-it
    missed: gone
    picks:
      - {model: "It is ours."}
      - {trap: "It is yours.", go: mine}
      - {say: "Somewhere."}
  when:
    says:
      - {if: again, say: "When, I said."}
      - {say: "And when?"}
    needs: {any: [next-step-by-when, can-do]}
    sends: {argues: mine}
  bye:
    says:
      - {if: mood wary or better, say: "Right.", end: recovered}
      - {say: "Keep it.", end: stormed-off}
  mine:
    says: "So it is mine?"
    needs: owns-it
    next: when
  gone:
    says: {does: "The line goes dead."}
    end: stormed-off
anytime:
  - {if: mood furious, detour: mine, once: true}
  - {if: mood furious, go: gone}
  - {if: silence 20s, say: "Hello?"}
`

func load(t testing.TB, text string) *scenarios.Scenario {
	t.Helper()
	s, problems := scenarios.Load("tried.yaml", []byte(text), scenarios.Known{})
	if s == nil {
		t.Fatal(problems)
	}
	return s
}

func TestTheDrawingForATerminal(t *testing.T) {
	want := `Tried: a "map"
tried · call · phone · level 2

●       where  “Where is it?”
├───╮     pick 2 trap → mine
├───┼─╮   not heard in 2 → gone
│   │ │   owns-it · picks 1 model, 3
●─╮ │ │ when   “And when?”
├─┼─┤ │   heard argues → mine
│ │ │ │   next-step-by-when or can-do
● │ │ │ bye    “Right.”
  │ │ │   ■ recovered  if mood wary or better
  │ │ │   ■ stormed-off  else
  │ │ │
●─┼─╯ │ mine   “So it is mine?”
│ │   │   from any time
╰─╯   │   owns-it → when
      │
●─────╯ gone   “(The line goes dead.)”
          from any time
          ■ stormed-off

any time
  if mood furious, once ⇄ mine and back
  if mood furious → gone
  if silence 20s  “Hello?”
`
	got := Of(load(t, call)).Text(Lines())
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestTheMapHasEveryWay(t *testing.T) {
	m := Of(load(t, call))
	var got []string
	for _, e := range m.Edges {
		from := "any"
		if e.From != Anywhere {
			from = m.Nodes[e.From].ID
		}
		got = append(got, fmt.Sprintf("%s-%d>%s", from, e.Way, m.Nodes[e.To].ID))
	}
	want := "where-1>mine where-1>gone where-0>when when-1>mine when-0>bye bye-3>recovered bye-3>stormed-off mine-0>when gone-3>stormed-off any-2>mine any-1>gone"
	if strings.Join(got, " ") != want {
		t.Errorf("ways\n%s\nwant\n%s", strings.Join(got, " "), want)
	}
}

func TestNoLineOfADrawingIsWiderThanATerminal(t *testing.T) {
	long := strings.Replace(call, `"Where is it?"`, `"`+strings.Repeat("Wo ist 荷物 es? ", 12)+`"`, 1)
	for _, text := range []string{long, many(60)} {
		for _, p := range []Pen{Lines(), ASCII()} {
			m := Of(load(t, text))
			m.Cover(Counts{Calls: 10})
			for line := range strings.Lines(m.Text(p)) {
				if w := uniseg.StringWidth(strings.TrimSuffix(line, "\n")); w > wide {
					t.Errorf("%d columns: %s", w, line)
				}
			}
		}
	}
}

func TestASCIIIsASCII(t *testing.T) {
	m := Of(load(t, call))
	m.Cover(Counts{Calls: 10})
	body := strings.Replace(m.Text(ASCII()), m.Title, "", 1)
	for _, r := range body {
		if r > 126 {
			t.Fatalf("%q is in\n%s", r, body)
		}
	}
}

func TestCoverageCountsWhatWasReached(t *testing.T) {
	m := Of(load(t, call))
	m.Cover(Counts{
		Calls: 1000, Turns: map[string]int{"where": 1000, "when": 999, "mine": 1},
		Entries: map[Spoken]int{{"bye", 1}: 300, {"bye", 2}: 200, {"where", 1}: 1000},
		Ends:    map[string]int{"recovered": 300, "stormed-off": 700},
	})
	got := map[string]int{}
	for i := range m.Nodes {
		got[m.Nodes[i].ID] = m.Share(&m.Nodes[i])
	}
	for id, want := range map[string]int{"where": 100, "when": 99, "mine": 1, "gone": 0, "bye": 50, "recovered": 30, "stormed-off": 70} {
		if got[id] != want {
			t.Errorf("%s: %d of 100, want %d", id, got[id], want)
		}
	}
	text := m.Text(Lines())
	for _, want := range []string{"■ recovered  if mood wary or better", " 30%\n", "■ stormed-off  else", " 20%\n", "○─"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// hostile is what would break out of each of the forms.
const hostile = `"] --> x; end%%<script>alert(1)</script> & \ #34; | } {`

func TestWordsStayWords(t *testing.T) {
	m := Of(load(t, call))
	m.Title = "it's\n---\n" + hostile
	m.Nodes[0].Says = hostile
	m.Edges[0].Label = hostile + "\x1b[31m"
	m.Remarks[0].Says = hostile
	mermaid := m.Mermaid()
	for line := range strings.Lines(mermaid) {
		if strings.HasPrefix(line, "title: '") {
			continue // in YAML's single quotes all but a single quote is text
		}
		if strings.Count(line, `"`)%2 != 0 || strings.Contains(line, "<script") {
			t.Errorf("Mermaid reads this otherwise: %s", line)
		}
	}
	if strings.Count(mermaid, "\n---\n") != 1 {
		t.Errorf("the title ends early:\n%s", mermaid)
	}
	dot := strings.NewReplacer(`\\`, "", `\"`, "").Replace(m.DOT())
	for line := range strings.Lines(dot) {
		if strings.Count(line, `"`)%2 != 0 {
			t.Errorf("DOT reads this otherwise: %s", line)
		}
	}
	if strings.ContainsRune(m.DOT()+mermaid+m.SVG(), 0x1b) {
		t.Error("an escape got through")
	}
	wellFormed(t, m.SVG())
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not XML: %v\n%s", err, svg)
		}
		if e, ok := tok.(xml.StartElement); ok && (e.Name.Local == "script" || e.Name.Local == "image") {
			t.Errorf("the picture has a <%s>", e.Name.Local)
		}
	}
}

// many is a call of n turns, every third of which leads back to the first and on
// to the last.
func many(n int) string {
	var b strings.Builder
	b.WriteString(call[:strings.Index(call, "turns:")] + "turns:\n")
	for i := range n {
		fmt.Fprintf(&b, "  t%d:\n    says: \"Line %d?\"\n    needs: owns-it\n", i, i)
		if i%3 == 0 {
			fmt.Fprintf(&b, "    picks: [{trap: \"No.\", go: t0}, {say: \"Well.\", go: bye}, {model: \"Ours.\", go: t%d}]\n", i)
		}
	}
	b.WriteString("  bye: {says: \"Bye.\", end: recovered}\n")
	return b.String()
}

func TestThePictureLaysNoBoxOnAnother(t *testing.T) {
	for _, text := range []string{call, many(40)} {
		m := Of(load(t, text))
		g := m.lay()
		width := g.widths()
		for i := range g.places {
			p := &g.places[i]
			if p.x < 0 || p.x+p.w > width {
				t.Errorf("place %d stands outside", i)
			}
			for j := range i {
				o := &g.places[j]
				if o.layer == p.layer && o.x < p.x+p.w && p.x < o.x+o.w {
					t.Errorf("places %d and %d overlap", i, j)
				}
			}
		}
		for k := range m.Edges {
			r := g.routes[k]
			for n := 1; n < len(r); n++ {
				if a, b := r[n-1], r[n]; a != b && g.places[b].layer != g.places[a].layer+1 {
					t.Errorf("edge %d leaves out a layer", k)
				}
			}
		}
		wellFormed(t, m.SVG())
	}
}

func TestTheSameScenarioGivesTheSameBytes(t *testing.T) {
	draw := func() string {
		m := Of(load(t, many(30)))
		return m.Text(Lines()) + m.Mermaid() + m.DOT() + m.SVG()
	}
	if first, second := draw(), draw(); first != second {
		t.Error("two drawings differ")
	}
}

func BenchmarkMapOf500Turns(b *testing.B) {
	s := load(b, many(500))
	for b.Loop() {
		m := Of(s)
		_ = m.Text(Lines())
		_ = m.SVG()
	}
}

// A turn is known by what is said there as a rule: not by its worst line, and not by
// what is said only when it is said again, or after a wait.
func TestATurnIsShownByWhatItsAuthorWroteFirst(t *testing.T) {
	m := Of(load(t, strings.Replace(call, "  gone:\n", `  mean:
    says:
      - {if: silence 20s, say: "Are you there?"}
      - {if: try 2, say: "Try again."}
      - {if: heard owns-it and again, say: "Once more."}
      - {if: mood furious, say: "Right!"}
      - {say: "Well now."}
    next: bye
  gone:
`, 1)))
	want := map[string]string{"when": "And when?", "bye": "Right.", "mean": "Well now.", "gone": "(The line goes dead.)"}
	for _, n := range m.Nodes {
		if says, ok := want[n.ID]; ok && !n.End && n.Says != says {
			t.Errorf("%s is shown by %q, not by %q", n.ID, n.Says, says)
		}
	}
}
