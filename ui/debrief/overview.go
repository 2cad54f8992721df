package debrief

import (
	"fmt"
	"strconv"
	"strings"

	"coolhead/scenarios"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/ui/curve"
	"coolhead/ui/receipt"
	"coolhead/ui/widget"
)

// rung is a place the finger can stand on the overview, and the words behind it.
type rung struct {
	dimension   int // below 0: a point of the curve
	reply, mark int
}

// rungs are the dimensions that were judged, then the points of the curve.
func (s *Screen) rungs() []rung {
	var all []rung
	for d := range scoring.Dimensions {
		if s.d.Result.Has[d] {
			reply, mark := s.behind(d)
			all = append(all, rung{int(d), reply, mark})
		}
	}
	for _, r := range s.d.Replies {
		all = append(all, rung{-1, r.N, 0})
	}
	return all
}

// behind is the row with what cost a dimension most, or with the first in it.
func (s *Screen) behind(d scoring.Dimension) (reply, mark int) {
	reply, least := 1, scoring.Tenths(1<<30)
	for _, r := range s.d.Replies {
		for i, row := range receipt.Rows(r.Assessment.Findings) {
			for _, f := range row.Parts {
				if f.Dimension == d && f.Points < least {
					reply, mark, least = r.N, i, f.Points
				}
			}
		}
	}
	return reply, mark
}

// overview is the first page: the ending in one sentence, five dimensions with
// their sum, and the curve.
func (s *Screen) overview(c *column, height int) {
	t := s.env.Theme
	c.say(t.Bold, s.d.Sentence)
	if p := s.passWords(); p != "" {
		c.say(t.Ink, p)
	}
	c.gap()
	s.dimensions(c)
	c.gap()
	s.bent(c)
	if s.grid.Columns && !s.grid.Wide && len(c.rows)+2 <= height {
		c.gap()
		c.say(t.Quiet, question)
	}
}

// question is what every debrief ends with.
const question = "Before you go on: where did you want to win?"

// overviewMargin is what a wide page adds.
func (s *Screen) overviewMargin() []string {
	if !s.grid.Wide {
		return nil
	}
	t, w := s.env.Theme, s.grid.MarginW
	rows := s.bends(w)
	if len(s.before) > 0 {
		rows = append(rows, "", "", t.Quiet.Render("Your tries before this one"))
		for _, b := range s.before {
			p := scoring.Tenths(b * 10)
			rows = append(rows, t.Ink.Render(fmt.Sprintf("%5d  %s", b, band(p))))
		}
	}
	if s.d.Hints > 0 {
		rows = append(rows, "", "")
		rows = append(rows, wrapped(t, t.Quiet, fmt.Sprintf("Hints taken: %d. They cost nothing.", s.d.Hints), w)...)
	}
	rows = append(rows, "", "")
	return append(rows, wrapped(t, t.Quiet, question, w)...)
}

func (s *Screen) passWords() string {
	p := s.d.Pass
	switch {
	case !p.Test:
		return ""
	case p.Passed:
		return fmt.Sprintf("Passed. The mark is %d.", p.Mark)
	case p.Attempt >= p.Attempts:
		return fmt.Sprintf("Not passed: the mark is %d, with a good end.", p.Mark)
	}
	return fmt.Sprintf("Not passed: the mark is %d, with a good end. This was attempt %d of %d.", p.Mark, max(1, p.Attempt), p.Attempts)
}

// dimensions are the receipt of the whole call: five rows, a rule, a sum.
func (s *Screen) dimensions(c *column) {
	t, res := s.env.Theme, s.d.Result
	if res.Unassessed != "" {
		c.say(t.Ink, "These words were not assessed: "+res.Unassessed+".")
		return
	}
	n := -1
	for d := range scoring.Dimensions {
		label := widget.Pad(d.String(), 15)
		if !res.Has[d] {
			c.add(t.Quiet.Render(label + "no occasion for it"))
			continue
		}
		n++
		style := t.Ink
		if n == s.finger {
			style = t.Bold
		}
		row := style.Render(label) + widget.Meter(t, whole(res.Dimensions[d])) +
			style.Render(fmt.Sprintf("%5d  %-4s", whole(res.Dimensions[d]), band(res.Dimensions[d])))
		if slips := s.slips(d); slips != "" && s.grid.Columns {
			row += "   " + t.Hurts.Render(t.Glyphs.Minus) + " " + t.Quiet.Render(slips)
		}
		c.rows = append(c.rows, line{widget.Truncate(t, row, c.width), n == s.finger})
	}
	c.add(t.Line.Render(strings.Repeat(t.Glyphs.Empty, 38)))
	sum := t.Bold.Render(fmt.Sprintf("%-27s%5d  %-4s", "score", whole(res.Score), res.Band))
	if len(s.before) > 0 && !s.grid.Wide && s.grid.Columns {
		var last []string
		for _, b := range s.before {
			last = append(last, strconv.Itoa(b))
		}
		sum += t.Quiet.Render("   " + lastWords(len(last)) + strings.Join(last, " "+t.Glyphs.Dot+" "))
	}
	c.add(sum)
	for _, held := range res.Caps {
		if held.Lowers {
			c.say(t.Quiet, fmt.Sprintf("held down from %d: %s", whole(res.Raw), held.Why))
		}
	}
}

func lastWords(n int) string {
	switch n {
	case 1:
		return "your last try: "
	case 2:
		return "your last two: "
	}
	return "your last three: "
}

// slips names what cost a dimension, the most frequent first.
func (s *Screen) slips(d scoring.Dimension) string {
	var names []string
	times := map[string]int{}
	for _, r := range s.d.Replies {
		for _, f := range r.Assessment.Findings {
			if f.Dimension != d || f.Points >= 0 || f.Side == scoring.Missing {
				continue
			}
			if times[f.Name] == 0 {
				names = append(names, f.Name)
			}
			times[f.Name]++
		}
	}
	for i, n := range names {
		if times[n] > 1 {
			names[i] = fmt.Sprintf("%s %s%d", n, s.env.Theme.Glyphs.Times, times[n])
		}
	}
	return strings.Join(names, ", ")
}

// bent is the curve with where it turned and where it slipped: beside it, in the
// margin, or below.
func (s *Screen) bent(c *column) {
	t, g := s.env.Theme, s.grid
	width, most := 41, 3
	switch {
	case g.Wide:
		width, most = g.Talk, 6
	case !g.Columns:
		width = g.Inner
	}
	at := 0
	if r := s.rungs(); s.finger >= 0 && s.finger < len(r) && r[s.finger].dimension < 0 {
		at = r[s.finger].reply
	}
	drawing := curve.Curve{Said: moods(s.d.Curve), Width: width, At: at}
	drawing.Step = curve.StepFor(len(drawing.Said), width, most)
	if first := at + 1 - drawing.Fits(); at > 0 {
		drawing.First = max(0, first)
	}
	rows := drawing.Draw(t)
	switch {
	case g.Wide:
	case g.Columns:
		for i, n := range s.bends(g.Inner - width) {
			if i+1 >= len(rows) {
				rows = append(rows, "")
			}
			rows[i+1] = widget.Pad(rows[i+1], width) + n
		}
	default:
		rows = append(append(rows, ""), s.bends(width)...)
	}
	for _, r := range rows {
		c.add(r)
	}
}

// bends say where it slipped and where it turned, at which words.
func (s *Screen) bends(width int) []string {
	t := s.env.Theme
	var rows []string
	say := func(b *sim.Bend, what string) {
		if b == nil {
			return
		}
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, wrapped(t, t.Ink, fmt.Sprintf("%s at reply %d: “%s”", what, b.Reply, clip(b.Words, 70)), width)...)
	}
	say(s.d.Slipped, "It slipped")
	say(s.d.Turned, "It turned")
	if s.d.Silent {
		rows = append(rows, "")
		rows = append(rows, wrapped(t, t.Quiet, s.who+" hid this. The words stayed polite.", width)...)
	}
	return rows
}

// clip is words short enough to be recognised by.
func clip(words string, most int) string {
	words = strings.Join(strings.Fields(words), " ")
	if widget.Width(words) <= most {
		return words
	}
	cut := words[:len(words)*most/widget.Width(words)]
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.ToValidUTF8(cut, "") + " …"
}

func moods(points []sim.Point) []scenarios.Mood {
	out := make([]scenarios.Mood, len(points))
	for i, p := range points {
		out[i] = p.Mood
	}
	return out
}
