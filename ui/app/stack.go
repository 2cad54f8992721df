package app

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/ui/screen"
)

// entry is a screen on the stack.
type entry struct {
	id            int
	screen        screen.Screen
	width, height int // the size it knows of
}

// sentMsg is what a screen's own command brought back.
type sentMsg struct {
	to  int
	msg tea.Msg
}

// faultMsg is a panic in a command.
type faultMsg struct{ fault *Fault }

// own makes a command's message come back to its screen, and a panic in it come
// back as a message.
func own(id int, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = faultMsg{newFault(r)}
			}
		}()
		switch m := cmd().(type) {
		case nil:
			return nil
		case tea.BatchMsg:
			all := make(tea.BatchMsg, len(m))
			for i, c := range m {
				all[i] = own(id, c)
			}
			return all
		case screen.BackMsg, screen.OpenMsg, screen.ReplaceMsg, sentMsg, faultMsg:
			return sentMsg{id, m}
		default:
			if reflect.TypeOf(m).PkgPath() == "github.com/charmbracelet/bubbletea" {
				return m // quit, clear the screen, a sequence
			}
			return sentMsg{id, m}
		}
	}
}

func (m *Model) top() *entry {
	if len(m.stack) == 0 {
		return nil
	}
	return &m.stack[len(m.stack)-1]
}

// find is the place of a screen on the stack, -1 when it has gone.
func (m *Model) find(id int) int {
	for i := range m.stack {
		if m.stack[i].id == id {
			return i
		}
	}
	return -1
}

// tell gives a message to one screen.
func (m *Model) tell(i int, msg tea.Msg) tea.Cmd {
	e := &m.stack[i]
	next, cmd := e.screen.Update(msg)
	if next != nil {
		e.screen = next
	}
	return own(e.id, cmd)
}

func (m *Model) tellTop(msg tea.Msg) tea.Cmd {
	if len(m.stack) == 0 {
		return nil
	}
	return m.tell(len(m.stack)-1, msg)
}

// push puts a screen on top.
func (m *Model) push(s screen.Screen) tea.Cmd {
	if s == nil {
		return nil
	}
	covered := m.tellTop(screen.CoveredMsg{Covered: true})
	return tea.Batch(covered, m.add(s))
}

func (m *Model) add(s screen.Screen) tea.Cmd {
	m.lastID++
	// Where it got its size from may have been told of a resize after it.
	m.stack = append(m.stack, entry{id: m.lastID, screen: s})
	init := own(m.lastID, s.Init())
	return tea.Batch(init, m.resizeTop(), m.coverNew())
}

// coverNew tells a new screen if it cannot be seen from the start.
func (m *Model) coverNew() tea.Cmd {
	if !m.hidden() {
		return nil
	}
	return m.tellTop(screen.CoveredMsg{Covered: true})
}

// pop goes back from a screen: it and all above it leave. Without a screen left
// the program ends.
func (m *Model) pop(i int) tea.Cmd {
	m.stack = m.stack[:i]
	if len(m.stack) == 0 {
		return tea.Quit
	}
	size := m.resizeTop()
	if m.hidden() {
		return size
	}
	return tea.Batch(size, m.tellTop(screen.CoveredMsg{Covered: false}))
}

// replace puts a screen in place of another.
func (m *Model) replace(i int, s screen.Screen) tea.Cmd {
	if s == nil {
		return nil
	}
	m.stack = m.stack[:i]
	return m.add(s)
}

// resizeTop tells the top of the size, unless it knows.
func (m *Model) resizeTop() tea.Cmd {
	e := m.top()
	if e == nil || e.width == m.env.Width && e.height == m.env.Height {
		return nil
	}
	e.width, e.height = m.env.Width, m.env.Height
	return m.tellTop(screen.SizeMsg{Width: e.width, Height: e.height})
}
