package uitest

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"
)

// Player holds a program and runs its commands at once, in order, on one
// goroutine. A command that would wait must be replaced by the program under
// test; the root's clock can be.
type Player struct {
	Model tea.Model
	Quit  bool      // the program has ended
	Other []tea.Msg // Bubble Tea's own messages: clear the screen and the like
}

// Start begins a program.
func Start(m tea.Model) *Player {
	p := &Player{Model: m}
	p.Run(m.Init())
	return p
}

// Send gives the program a message and runs what comes of it.
func (p *Player) Send(msg tea.Msg) {
	if p.Quit {
		return
	}
	var cmd tea.Cmd
	p.Model, cmd = p.Model.Update(msg)
	p.Run(cmd)
}

// Press types keys: see Keys.
func (p *Player) Press(script string) {
	for _, k := range Keys(script) {
		p.Send(k)
	}
}

// View is the page as it is now.
func (p *Player) View() string { return p.Model.View() }

// Run runs a command and what comes of it.
func (p *Player) Run(cmd tea.Cmd) {
	if cmd == nil || p.Quit {
		return
	}
	msg := cmd()
	switch m := msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		p.Quit = true
		return
	case tea.BatchMsg:
		for _, c := range m {
			p.Run(c)
		}
		return
	}
	// A sequence is a slice of commands under a name of Bubble Tea's own.
	v := reflect.ValueOf(msg)
	if v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() {
			p.Run(v.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	if reflect.TypeOf(msg).PkgPath() == "github.com/charmbracelet/bubbletea" && reflect.TypeOf(msg) != reflect.TypeFor[tea.KeyMsg]() {
		p.Other = append(p.Other, msg)
		return
	}
	p.Send(msg)
}
