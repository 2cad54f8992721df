package edit

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// editedMsg comes when the editor has been left.
type editedMsg struct{ err error }

// edit opens the author's editor at the finding under the finger, else at the turn
// under work.
func (s *Screen) edit() tea.Cmd {
	if s.env.Author == nil || s.env.Author.Editor == "" {
		s.note = "No editor is named: set EDITOR, or keep this page beside the one you use."
		return nil
	}
	line, col := 1, 1
	if p, ok := s.problem(); ok && p.Line > 0 {
		line, col = p.Line, p.Col
	} else if t := s.turn(); t != nil && t.At.Line > 0 {
		line = t.At.Line
	}
	args := command(s.env.Author.Editor, s.file, line, col)
	return tea.ExecProcess(exec.Command(args[0], args[1:]...), func(err error) tea.Msg { return editedMsg{err} })
}

// command is how an editor is told a file and a place in it. One that is not known
// is given the file alone.
func command(editor, file string, line, col int) []string {
	args := strings.Fields(editor)
	l, c := strconv.Itoa(line), strconv.Itoa(col)
	name := strings.TrimSuffix(filepath.Base(args[0]), ".exe")
	switch name {
	case "vi", "vim", "nvim", "view", "gvim", "kak", "joe", "jed", "mg", "ne", "gedit":
		return append(args, "+"+l, file)
	case "nano", "pico":
		return append(args, "+"+l+","+c, file)
	case "emacs", "emacsclient", "micro":
		return append(args, "+"+l+":"+c, file)
	case "hx", "helix", "subl", "sublime_text", "zed":
		return append(args, file+":"+l+":"+c)
	case "code", "codium", "code-insiders", "cursor":
		return append(args, "--goto", file+":"+l+":"+c)
	}
	return append(args, file)
}

// Own says whether a scenario's path is that of a file, and not of a part of
// coolhead itself.
func Own(path string) bool { return !strings.HasPrefix(path, "built-in/") }
