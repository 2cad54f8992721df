package app

import (
	"io"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// question asks a terminal for the colour behind its words.
const question = "\x1b]11;?\x1b\\"

// askLimit is how long the first page waits for the answer.
const askLimit = 100 * time.Millisecond

// ask hears the answer among the keys. Bubble Tea reads the terminal, and takes
// what it does not know for keys: alt+], then the words, then alt+\ or ctrl+g. So
// nobody reads beside it, no key is lost, and an answer that comes too late is
// still taken out.
type ask struct {
	held   []tea.KeyMsg // what may be the beginning of the answer
	inside bool         // the answer's words have come; its end has not
	done   bool
	dark   bool
}

// put writes the question, in a command, when the terminal is raw already: before
// that it would show the answer on the screen.
func put(w io.Writer) tea.Cmd {
	return func() tea.Msg {
		_, _ = io.WriteString(w, question)
		return nil
	}
}

// key takes a key and gives those back that were no part of the answer.
func (a *ask) key(msg tea.KeyMsg) []tea.KeyMsg {
	if a.inside {
		a.inside = false
		if isEnd(msg) {
			return nil
		}
		return []tea.KeyMsg{msg}
	}
	if a.done {
		return []tea.KeyMsg{msg}
	}
	if len(a.held) > 0 {
		if dark, ok := background(string(msg.Runes)); ok && msg.Type == tea.KeyRunes {
			a.dark, a.done, a.inside, a.held = dark, true, true, nil
			return nil
		}
		keys := append(a.held, msg)
		a.held = nil
		return keys
	}
	if msg.Alt && msg.Type == tea.KeyRunes && string(msg.Runes) == "]" {
		a.held = append(a.held, msg)
		return nil
	}
	return []tea.KeyMsg{msg}
}

// release gives up waiting for the rest of an answer that has not come.
func (a *ask) release() []tea.KeyMsg {
	keys := a.held
	a.held = nil
	return keys
}

func isEnd(msg tea.KeyMsg) bool {
	return msg.Type == tea.KeyCtrlG || msg.Alt && string(msg.Runes) == `\`
}

// background reads "11;rgb:1e1e/1e1e/1e1e" and says whether that is dark.
func background(s string) (dark, ok bool) {
	rgb, ok := strings.CutPrefix(s, "11;rgb:")
	if !ok {
		rgb, ok = strings.CutPrefix(s, "11;rgba:")
	}
	parts := strings.Split(rgb, "/")
	if !ok || len(parts) < 3 {
		return true, false
	}
	light := 0
	for i, weight := range [3]int{213, 715, 72} { // of 1000, as the eye sees them
		v, err := strconv.ParseUint(parts[i], 16, 16)
		if err != nil || parts[i] == "" {
			return true, false
		}
		most := 1<<(4*len(parts[i])) - 1
		light += weight * int(v) / most
	}
	return light < 500, true
}
