// Package app is the root of the terminal program: a stack of screens.
//
// Its rule: it only routes. Keys go to the screen on top; what a command brings
// goes to the screen that gave it. The root itself answers ctrl+c, ctrl+l, ? and
// f1, a window too small, and a fault in any screen, and draws nothing else.
package app

import (
	"encoding/base64"
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"coolhead/ui/keys"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
	"coolhead/ui/widget"
)

// leaveWithin is how long a first ctrl+c waits for the second.
const leaveWithin = 3 * time.Second

// Model is the program. It is a tea.Model and needs no terminal.
type Model struct {
	env   screen.Env
	first func(screen.Env) screen.Screen
	term  Terminal
	out   io.Writer
	after func(time.Duration, tea.Msg) tea.Cmd // a clock's tick

	stack  []entry
	lastID int

	ask     ask
	waiting []tea.KeyMsg // keys that came before the first page
	open    bool         // the theme is settled and the first screen is there

	width, height int // of the window, as it is
	keys          bool
	keysFrom      int
	leaving       int // which ctrl+c is waited on; 0: none
	leaves        int
	fault         *Fault
}

type (
	answerMsg struct{}        // the time to answer is over
	stayMsg   struct{ n int } // the second ctrl+c did not come
)

// New is a program that opens its first screen as soon as the theme is settled.
func New(env screen.Env, term Terminal, out io.Writer, first func(screen.Env) screen.Screen) *Model {
	if env.Width <= 0 || env.Height <= 0 {
		env.Width, env.Height = 80, 24
	}
	if env.Now == nil {
		env.Now = time.Now
	}
	if env.Choice == nil {
		env.Choice = &screen.Choice{Mode: env.Mode, Typing: env.Typing}
	}
	m := &Model{env: env, first: first, term: term, out: out, width: env.Width, height: env.Height}
	if m.env.Copy == nil && term.Profile != termenv.Ascii {
		m.env.Copy = m.copy
	}
	m.after = func(d time.Duration, msg tea.Msg) tea.Cmd {
		return tea.Tick(d, func(time.Time) tea.Msg { return msg })
	}
	m.ask.done = !term.Ask
	return m
}

// Init asks for the background, or begins at once where it is known.
func (m *Model) Init() tea.Cmd {
	if m.term.Ask {
		return tea.Batch(put(m.out), m.after(askLimit, answerMsg{}))
	}
	return func() tea.Msg { return answerMsg{} }
}

// copy asks the terminal to put words on its own clipboard: over SSH that is the
// guest's, not the host's. Terminals may refuse, and say nothing.
func (m *Model) copy(text string) tea.Cmd {
	return func() tea.Msg {
		_, _ = io.WriteString(m.out, "\x1b]52;c;"+base64.StdEncoding.EncodeToString([]byte(text))+"\a")
		return nil
	}
}

// begin settles the theme and opens the first screen.
func (m *Model) begin() tea.Cmd {
	if m.open {
		return nil
	}
	m.open = true
	if m.term.Ask && m.ask.done {
		m.term.Dark = m.ask.dark
	}
	m.env.Theme = theme.New(m.term.renderer(m.out), m.term.Dark, theme.Options{ASCII: m.term.ASCII, NoColor: m.term.NoColor})
	cmds := []tea.Cmd{m.add(m.first(m.env))}
	for _, k := range m.waiting {
		cmds = append(cmds, m.key(k))
	}
	m.waiting = nil
	return tea.Batch(cmds...)
}

// Update routes a message. A panic in a screen ends the program with a sentence
// and the terminal as it was.
func (m *Model) Update(msg tea.Msg) (self tea.Model, cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			m.fault, self, cmd = newFault(r), m, tea.Quit
		}
	}()
	if m.fault != nil {
		return m, tea.Quit
	}
	return m, m.route(msg)
}

func (m *Model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answerMsg:
		cmd := m.begin()
		for _, k := range m.ask.release() {
			cmd = tea.Batch(cmd, m.key(k))
		}
		return cmd
	case tea.WindowSizeMsg:
		return m.resize(msg.Width, msg.Height)
	case tea.KeyMsg:
		return m.heard(msg)
	case stayMsg:
		if msg.n == m.leaving {
			m.leaving = 0
		}
		return nil
	case faultMsg:
		m.fault = msg.fault
		return tea.Quit
	case sentMsg:
		return m.sent(msg)
	case screen.BackMsg, screen.OpenMsg, screen.ReplaceMsg:
		if e := m.top(); e != nil {
			return m.sent(sentMsg{e.id, msg})
		}
		return nil
	}
	return m.tellTop(msg)
}

// sent acts on what a screen's command brought back.
func (m *Model) sent(msg sentMsg) tea.Cmd {
	i := m.find(msg.to)
	if i < 0 {
		return nil
	}
	switch what := msg.msg.(type) {
	case screen.BackMsg:
		return m.pop(i)
	case screen.OpenMsg:
		return m.push(what.Screen)
	case screen.ReplaceMsg:
		return m.replace(i, what.Screen)
	case sentMsg:
		return m.sent(what)
	case faultMsg:
		return m.route(what)
	}
	return m.tell(i, msg.msg)
}

// heard takes the terminal's answer out of the keys.
func (m *Model) heard(msg tea.KeyMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, k := range m.ask.key(msg) {
		if m.open {
			cmds = append(cmds, m.key(k))
		} else {
			m.waiting = append(m.waiting, k)
		}
	}
	if m.ask.done && !m.open {
		cmds = append(cmds, m.begin())
	}
	return tea.Batch(cmds...)
}

// resize takes a new size; one that is unknown is 80×24.
func (m *Model) resize(width, height int) tea.Cmd {
	if width <= 0 || height <= 0 {
		width, height = 80, 24
	}
	before := m.hidden()
	m.width, m.height = width, height
	if !m.small() {
		m.env.Width, m.env.Height = width, height
	}
	return tea.Batch(m.resizeTop(), m.coverChanged(before))
}

func (m *Model) small() bool { return m.width < widget.MinWidth || m.height < widget.MinHeight }

// hidden says that the screen on top cannot be seen.
func (m *Model) hidden() bool { return m.keys || m.small() }

func (m *Model) coverChanged(before bool) tea.Cmd {
	if now := m.hidden(); now != before {
		return m.tellTop(screen.CoveredMsg{Covered: now})
	}
	return nil
}

// View is the page on top, or what stands in its place.
func (m *Model) View() (page string) {
	defer func() {
		if r := recover(); r != nil {
			// No command can be given here: the next message ends the program.
			m.fault = newFault(r)
			page = "\n  This page has a fault of its own. Any key leaves; all is kept."
		}
	}()
	if !m.open || len(m.stack) == 0 {
		return ""
	}
	t := m.env.Theme
	switch {
	case m.small():
		page = tooSmall(t, m.width, m.height)
	case m.keys:
		page, _ = keys.View(t, m.width, m.height, m.top().screen.Help(), m.keysFrom)
	default:
		page = m.top().screen.View()
	}
	if m.leaving > 0 {
		page = lastRow(t, page, m.width)
	}
	return t.Cells(page)
}

// Err is the fault that ended the program, nil if none did.
func (m *Model) Err() error {
	if m.fault == nil {
		return nil
	}
	return m.fault
}
