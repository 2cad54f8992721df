package call

import (
	"strings"

	"coolhead/scenarios"
	"coolhead/sim"
	"coolhead/ui/widget"
)

// View puts the regions together. Nothing is wrapped or styled here but what
// changed.
func (s *Screen) View() string {
	if s.mode == rewinding {
		return s.again.View()
	}
	line := s.lineRows()
	rows := make([]string, 0, s.env.Height)
	rows = append(rows, s.headRows()...)
	rows = append(rows, s.bodyRows(s.env.Height-len(rows)-2-len(line))...)
	rows = append(rows, s.fuseRow())
	rows = append(rows, line...)
	return widget.Join(widget.Fit(s.env.Theme, rows, s.footRows(), s.env.Width, s.env.Height))
}

// talkRows is how many rows of talk can be read now.
func (s *Screen) talkRows() int {
	return max(1, s.env.Height-len(s.headRows())-2-len(s.lineRows()))
}

type headKey struct {
	width, body int
	phone       bool
}

// headRows are the head, its rule, and an empty row; on a phone the margin
// stands between them, folded into one row.
func (s *Screen) headRows() []string {
	key := headKey{width: s.env.Width}
	if !s.grid.Columns {
		key.phone, key.body = true, s.body
	}
	return s.head.show(key, func() []string {
		t, sc := s.env.Theme, s.cast.Scenario
		right := string(s.call.Mode())
		if s.grid.Columns {
			right = widget.Facts(t, right, sc.Channel, widget.Level(sc.Level))
		}
		rows := widget.Head(t, s.env.Width, t.Text(widget.Clean(sc.Title)), right)
		if key.phone {
			rows = append(rows, s.grid.Text(t, s.beside().folded(t)))
		}
		return append(rows, "")
	})
}

// beside gathers what the margin may tell.
func (s *Screen) beside() beside {
	b := beside{
		name: s.who(), silent: s.cast.Persona.Silent, mode: s.call.Mode(), state: s.call.State(),
		left: s.call.Left(), receipt: s.receipt, note: s.note(),
		attempt: s.attemptWords(), pass: s.cast.Scenario.Pass,
	}
	b.leaving = leaving(b.state)
	for _, id := range s.call.Heard() {
		b.heard = append(b.heard, heardWords(id))
	}
	return b
}

type bodyKey struct{ width, height, body int }

// bodyRows are the talk, the upright line and the margin.
func (s *Screen) bodyRows(height int) []string {
	height = max(1, height)
	return s.talk.show(bodyKey{s.env.Width, height, s.body}, func() []string {
		t := s.env.Theme
		s.wrap()
		s.back = min(s.back, max(0, len(s.column)-height))
		over := s.over(height)
		talk := append(over, window(t, s.column, height-len(over), s.back, s.call.State().Mood())...)
		var margin []string
		if s.grid.Columns {
			if s.open.card && s.grid.Wide {
				margin = s.cardRows(s.grid.MarginW, height)
			} else {
				b := s.beside()
				if len(over) > 0 {
					b.note = nil
				}
				margin = b.draw(t, s.grid.MarginW, height)
			}
		}
		rows := make([]string, height)
		for i := range rows {
			mood := talk[i].mood
			if s.hidden() {
				mood = scenarios.Glad
			}
			m := ""
			if i < len(margin) {
				m = margin[i]
			}
			rows[i] = s.grid.Row(t, talk[i].text, widget.Upright(t, int(mood)), m)
		}
		return rows
	})
}

type wrapKey struct {
	width, said int
	thinking    bool
	tags        bool
}

// wrap lays the page out for this width, once.
func (s *Screen) wrap() {
	key := wrapKey{s.env.Width, len(s.call.Events()), s.thinking > 0, s.practice()}
	if s.wrapped == key {
		return
	}
	s.wrapped = key
	page := s.page
	if s.thinking > 0 {
		page = heldBack(page, s.env.Theme.Glyphs.More)
	}
	c := column{width: s.grid.Reply, indent: s.grid.ReplyFrom - widget.Indent, customer: s.who(), tags: s.practice()}
	s.column = c.rows(s.env.Theme, page)
}

// over is what is open, over the upper rows of the talk, where the margin has no
// room for it. The customer's last words stay in sight below.
func (s *Screen) over(height int) []row {
	t := s.env.Theme
	least := 6
	if s.open.hint != nil {
		least = 4 // it is short, and about the line below
	}
	room := max(min(height, least), height-5)
	var rows []string
	n := s.note()
	switch {
	case s.open.card && !s.grid.Wide:
		rows = s.cardRows(s.grid.Talk, room-1)
	case n != nil && !(s.grid.Columns && n.fits(t, s.grid.MarginW, height)):
		p := &pane{t: t, width: s.grid.Talk, height: room - 1}
		n.onto(p)
		rows = p.rows
	default:
		return nil
	}
	rows = append(rows, t.Line.Render(strings.Repeat(t.Glyphs.Rule, s.grid.Talk)))
	out := make([]row, 0, height)
	for _, text := range rows {
		out = append(out, row{text, s.call.State().Mood()})
	}
	return out
}

// cardRows is the card in some width, scrolled where it is longer than its place.
func (s *Screen) cardRows(width, height int) []string {
	t := s.env.Theme
	var rows []string
	for _, p := range s.cardParts() {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, t.Bold.Render(p.title))
		for _, item := range p.parts {
			for i, r := range widget.Wrap(t.Text(widget.Clean(item)), width-2) {
				lead := "  "
				if i == 0 {
					lead = t.Quiet.Render(t.Glyphs.Dot) + " "
				}
				rows = append(rows, lead+t.Ink.Render(r))
			}
		}
	}
	if len(rows) == 0 {
		rows = []string{t.Quiet.Render("There is no card for this one.")}
	}
	height = max(height, 1)
	s.open.top = min(s.open.top, max(0, len(rows)-height))
	more := s.open.top+height < len(rows)
	rows = rows[s.open.top:min(len(rows), s.open.top+height)]
	if more {
		rows = append(rows[:len(rows)-1:len(rows)-1], t.Quiet.Render(t.Glyphs.ArrowD+" pgdn reads on"))
	}
	return rows
}

type fuseKey struct {
	width, cells int
	word         string
}

// fuseRow is the customer's patience, as long as what is left of it.
func (s *Screen) fuseRow() string {
	state := s.call.State()
	key := fuseKey{width: s.env.Width, cells: s.grid.Inner}
	if !s.hidden() {
		key.cells = fuseCells(state.Patience, s.grid.Inner)
		if leaving(state) {
			key.word = "patience"
		}
	}
	return s.fuse.show(key, func() []string {
		t := s.env.Theme
		style := t.Line
		if key.word != "" {
			style = t.Asks
		}
		left := style.Render(strings.Repeat(t.Glyphs.Rule, key.cells))
		return []string{strings.Repeat(" ", widget.Indent) + widget.Ends(left, t.Asks.Render(key.word), s.grid.Inner)}
	})[0]
}

type footKey struct {
	mode            mode
	width           int
	hurt, gone      bool
	hint, card, why bool
	picks           int
	play            sim.Mode
}

func (s *Screen) footRows() []string {
	key := footKey{
		mode: s.mode, width: s.env.Width, hurt: s.receipt.hurt(), gone: s.leaving(),
		hint: s.open.hint != nil, card: s.open.card, why: s.open.why >= 0,
		picks: len(s.choices()), play: s.call.Mode(),
	}
	return s.foot.show(key, func() []string {
		return []string{widget.Foot(s.env.Theme, s.env.Width, s.Help())}
	})
}

func (s *Screen) leaving() bool { return !s.hidden() && leaving(s.call.State()) }
