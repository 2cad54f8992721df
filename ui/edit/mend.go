package edit

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"coolhead/scenarios/source"
)

// mended says what was written.
type mended struct{ note string }

// wordFor is the word that a finding asks “did you mean” of, for the one that
// stands at its place.
func wordFor(p source.Problem) (string, bool) {
	_, rest, ok := strings.Cut(p.Message, "Did you mean “")
	word, _, closed := strings.Cut(rest, "”")
	return word, ok && closed && word != "" && p.Line > 0 && p.Width > 0 && standing(p) != ""
}

// standing is the word at a finding's place, "" unless the sentence names it too: a
// caret may point at more than the word.
func standing(p source.Problem) string {
	line := []rune(p.Line0)
	from := p.Col - 1
	if from < 0 || from+p.Width > len(line) {
		return ""
	}
	word := strings.Trim(string(line[from:from+p.Width]), `"': `)
	if !strings.Contains(p.Message, "“"+word+"”") {
		return ""
	}
	return word
}

// mend writes the smallest fix of the finding under the finger, in a command.
func (s *Screen) mend() tea.Cmd {
	p, ok := s.problem()
	if !ok {
		s.note = "There is nothing to mend."
		return nil
	}
	word, ok := wordFor(p)
	if !ok {
		s.note = "This one is yours to word; o opens it in your editor."
		return nil
	}
	file, was := s.file, standing(p)
	return func() tea.Msg {
		if err := put(file, p, was, word); err != nil {
			return mended{"Nothing was written: " + err.Error() + "."}
		}
		return mended{fmt.Sprintf("Wrote “%s” for “%s” in line %d.", word, was, p.Line)}
	}
}

// errMoved is what a finding gets whose line is not there any more.
var errMoved = errors.New("the line has changed since it was read")

// put writes one word in place of another. The file's own bytes are changed nowhere
// else, and it is replaced as a whole or not at all.
func put(file string, p source.Problem, was, word string) error {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	lines := bytes.SplitAfter(data, []byte("\n"))
	if p.Line > len(lines) {
		return errMoved
	}
	line := []rune(string(lines[p.Line-1]))
	if p.Col-1+p.Width > len(line) {
		return errMoved
	}
	spot := string(line[p.Col-1 : p.Col-1+p.Width])
	if strings.Count(spot, was) != 1 {
		return errMoved
	}
	lines[p.Line-1] = []byte(string(line[:p.Col-1]) + strings.Replace(spot, was, word, 1) + string(line[p.Col-1+p.Width:]))
	return replace(file, bytes.Join(lines, nil))
}

func replace(file string, data []byte) error {
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".coolhead-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Chmod(info.Mode().Perm()), temp.Sync(), temp.Close())
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), file)
}
