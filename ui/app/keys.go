package app

import (
	tea "github.com/charmbracelet/bubbletea"

	"coolhead/ui/keys"
	"coolhead/ui/screen"
)

// key is where a key goes: first the root's own, then what stands in place of
// the page, then the page.
func (m *Model) key(msg tea.KeyMsg) tea.Cmd {
	name := msg.String()
	if msg.Paste {
		name = ""
	}
	if name == "ctrl+c" {
		return m.leave()
	}
	m.leaving = 0
	switch {
	case name == "ctrl+l":
		return tea.ClearScreen
	case m.small():
		if name == "esc" {
			return m.quit()
		}
		return nil
	case m.keys:
		return m.onKeysPage(name)
	case name == "f1", name == "?" && !m.writing():
		m.keys, m.keysFrom = true, 0
		return m.tellTop(screen.CoveredMsg{Covered: true})
	}
	return m.tellTop(msg)
}

// writing says that a ? pressed now is a letter.
func (m *Model) writing() bool {
	e := m.top()
	if e == nil {
		return false
	}
	w, ok := e.screen.(screen.Writer)
	return ok && w.Writing()
}

// onKeysPage scrolls where not all keys fit; any other key closes.
func (m *Model) onKeysPage(name string) tea.Cmd {
	_, below := keys.View(m.env.Theme, m.width, m.height, m.top().screen.Help(), m.keysFrom)
	switch name {
	case "down", "pgdown":
		if below > 0 {
			m.keysFrom++
			return nil
		}
	case "up", "pgup":
		if m.keysFrom > 0 {
			m.keysFrom--
			return nil
		}
	}
	m.keys = false
	return m.tellTop(screen.CoveredMsg{Covered: false})
}

// leave is ctrl+c: the first asks, the second goes.
func (m *Model) leave() tea.Cmd {
	if m.leaving > 0 {
		return m.quit()
	}
	m.leaves++
	m.leaving = m.leaves
	return m.after(leaveWithin, stayMsg{m.leaves})
}

// quit lets every screen keep what it has, then ends.
func (m *Model) quit() tea.Cmd {
	var cmds []tea.Cmd
	for i := range m.stack {
		cmds = append(cmds, m.tell(i, screen.LeaveMsg{}))
	}
	return tea.Sequence(tea.Batch(cmds...), tea.Quit)
}
