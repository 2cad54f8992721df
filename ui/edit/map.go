package edit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/chart"
	"coolhead/scenarios"
	"coolhead/ui/screen"
	"coolhead/ui/widget"
)

// drawn opens the map of the version that is kept.
func (s *Screen) drawn() tea.Cmd {
	if s.kept == nil {
		s.note = "There is nothing to draw yet."
		return nil
	}
	return screen.Open(newMap(s.env, s.kept.cast.Scenario))
}

// mapPage is the scenario as a picture.
type mapPage struct {
	env   screen.Env
	title string
	rows  []string
	from  int
}

func newMap(env screen.Env, sc *scenarios.Scenario) *mapPage {
	pen := chart.Lines()
	if env.Theme.ASCII {
		pen = chart.ASCII()
	}
	rows := strings.Split(strings.TrimRight(widget.Clean(chart.Of(sc).Text(pen)), "\n"), "\n")
	return &mapPage{env: env, title: sc.Title, rows: rows[min(3, len(rows)):]}
}

func (m *mapPage) Init() tea.Cmd { return nil }

func (m *mapPage) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.SizeMsg:
		m.env.Width, m.env.Height = msg.Width, msg.Height
	case tea.KeyMsg:
		page := max(m.env.Height-5, 1)
		switch msg.String() {
		case "up", "k":
			m.from--
		case "down", "j":
			m.from++
		case "pgup":
			m.from -= page
		case "pgdown", " ":
			m.from += page
		case "home":
			m.from = 0
		case "end":
			m.from = len(m.rows)
		case "esc", "m":
			return m, screen.Back
		}
		m.from = max(min(m.from, len(m.rows)-page), 0)
	}
	return m, nil
}

func (m *mapPage) Help() screen.Help {
	g := m.env.Theme.Glyphs
	h := screen.Help{Title: "the map", Esc: "esc back"}
	if len(m.rows) > m.env.Height-5 {
		h.Keys = append(h.Keys, screen.Key{Key: g.ArrowU + g.ArrowD, Short: "move"}, screen.Key{Key: "pgdown", Short: "on", Long: "a page on; pgup back"})
	}
	h.Keys = append(h.Keys, screen.Key{Key: "?", Short: "keys", Long: "these keys"})
	return h
}

func (m *mapPage) View() string {
	t, w, h := m.env.Theme, m.env.Width, m.env.Height
	body := []string{""}
	for _, r := range m.rows[min(m.from, len(m.rows)):] {
		body = append(body, widget.Truncate(t, "  "+r, w))
	}
	body = body[:min(len(body), max(h-4, 1))]
	return widget.Page(t, w, h, widget.Head(t, w, t.Text(widget.Clean(m.title)), "map"), body, widget.Foot(t, w, m.Help()))
}
