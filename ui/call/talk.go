package call

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"coolhead/scenarios"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/coach"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// said is one thing on the page: a line of the customer, what everybody can
// see, a reply, a silence.
type said struct {
	by        speaker
	text      string
	mood      scenarios.Mood // how thick the upright line is beside it
	tags      []scoring.Finding
	pencilled bool // rewound: it stays on the page and no longer counts
}

type speaker int

const (
	customer speaker = iota
	stage            // seen by everybody, said by nobody
	trainee
	silence
)

// transcript is the call as a page shows it. A reply keeps the mood it was said
// into; the customer's next line brings the new one.
func transcript(events []sim.Event) []said {
	var page []said
	var standing []int // where each reply that counts stands in page
	mood := scenarios.Calm
	for i := range events {
		e := &events[i]
		switch e.Type {
		case sim.Spoke:
			if e.State != nil {
				mood = e.State.Mood()
			}
			if e.Does != "" {
				page = append(page, said{by: stage, text: e.Does, mood: mood})
			}
			if e.Line != "" {
				page = append(page, said{by: customer, text: e.Line, mood: mood})
			}
		case sim.Replied:
			standing = append(standing, len(page))
			s := said{by: trainee, text: e.Text, mood: mood}
			if e.Assessment != nil {
				s.tags = sure(coach.Names(e.Assessment.Findings))
			}
			page = append(page, s)
			if e.State != nil {
				mood = e.State.Mood()
			}
		case sim.Waited:
			page = append(page, said{by: silence, mood: mood})
			if e.State != nil {
				mood = e.State.Mood()
			}
		case sim.Rewound:
			if e.To < 1 || e.To > len(standing) {
				continue
			}
			from := standing[e.To-1]
			standing = standing[:e.To-1]
			for j := from; j < len(page); j++ {
				page[j].pencilled = true
			}
			mood = page[from].mood
			if line, ok := answered(page[:from]); ok {
				page = append(page, line)
			}
		}
	}
	return page
}

// answered is the customer's line that a rewound reply had answered. It is said
// again below the pencilled rows, so that the new reply stands under its line.
func answered(page []said) (said, bool) {
	if i := lastStanding(page); i >= 0 {
		return page[i], true
	}
	return said{}, false
}

// sure drops what is worth nothing: praise taken back in the same breath.
func sure(findings []scoring.Finding) []scoring.Finding {
	kept := findings[:0]
	for _, f := range findings {
		if !f.Void {
			kept = append(kept, f)
		}
	}
	return kept
}

// row is one row of the talk and how hot it was when it was said.
type row struct {
	text string
	mood scenarios.Mood
}

// column is where the two speakers stand: who speaks is seen by place.
type column struct {
	width, indent int // of a reply; the customer stands at the left edge
	customer      string
	tags          bool // names of findings stand under replies
}

// rows wraps and styles the page, once for each width.
func (c column) rows(t *theme.Theme, page []said) []row {
	var out []row
	last := lastStanding(page)
	add := func(s said, indent int, text string) {
		out = append(out, row{strings.Repeat(" ", indent) + text, s.mood})
	}
	for i, s := range page {
		words, name := t.Ink, t.Quiet
		switch {
		case i == last:
			words = t.Bold
		case i < recent(page, last) || s.pencilled:
			words = t.Quiet
		}
		if i > 0 && !(s.by == customer && page[i-1].by == stage) {
			out = append(out, row{"", page[i-1].mood})
		}
		pencil := ""
		if s.pencilled {
			pencil = "~ "
		}
		switch s.by {
		case customer:
			if i == 0 || page[i-1].by != stage {
				add(s, 0, name.Render(pencil+c.customer))
			}
			c.speak(t, s, 0, words, add)
		case stage:
			add(s, 0, name.Render(pencil+c.customer))
			c.speak(t, s, 0, t.Quiet, add)
		case trainee:
			add(s, c.indent, name.Render(pencil+"You"))
			c.speak(t, s, c.indent, words, add)
			if c.tags && len(s.tags) > 0 {
				add(s, c.indent, widget.Names(t, s.tags, c.width))
			}
		case silence:
			add(s, c.indent, name.Render(pencil+"You say nothing."))
		}
	}
	return out
}

func (c column) speak(t *theme.Theme, s said, indent int, style lipgloss.Style, add func(said, int, string)) {
	for _, r := range widget.Rows(s.text, c.width) {
		add(s, indent, style.Render(r.Text))
	}
}

// lastStanding is the customer's latest line that counts.
func lastStanding(page []said) int {
	for i := len(page) - 1; i >= 0; i-- {
		if page[i].by == customer && !page[i].pencilled {
			return i
		}
	}
	return -1
}

// recent is where the latest exchange begins: what came before has gone quiet.
func recent(page []said, last int) int {
	for i := last - 1; i >= 0; i-- {
		if page[i].by == trainee && !page[i].pencilled {
			return i
		}
	}
	return 0
}

// window is the part of the talk that is read: the last rows, or higher up
// after reading back. The row above says that there is more.
func window(t *theme.Theme, rows []row, height, back int, now scenarios.Mood) []row {
	out := make([]row, 0, height)
	end := max(min(len(rows), height), len(rows)-back)
	start := max(0, end-height)
	out = append(out, rows[start:end]...)
	if height < 1 {
		return out
	}
	if start > 0 {
		out[0] = row{t.Quiet.Render(t.Glyphs.ArrowU + " earlier"), out[0].mood}
	}
	if end < len(rows) {
		out[len(out)-1] = row{t.Quiet.Render(t.Glyphs.ArrowD + " later"), out[len(out)-1].mood}
	}
	for len(out) < height {
		out = append(out, row{"", now})
	}
	return out
}
