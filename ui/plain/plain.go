// Package plain is a whole call line by line: for screen readers, pipes and very
// narrow windows.
//
// Its rule: one fact a line, the speaker first; no drawing, no colour, no cursor
// moves; nothing is said twice. The call and its score are those of the screen.
package plain

import (
	"context"
	"fmt"
	"io"
	"strings"

	"coolhead/sim"
	"coolhead/ui/widget"
)

// Options is what one call in plain is given.
type Options struct {
	In     io.Reader
	Out    io.Writer
	Prompt bool // In is a terminal: ask for each line, and stay after the end
	Resume bool // the call has begun before: say where it stands
	// Keep is given every event as it happens; its error is said, and the call goes on.
	Keep func([]sim.Event) error
	// Text turns written words into the characters the terminal has; nil: as they are.
	Text func(string) string
}

// Player is one call being played in plain.
type Player struct {
	o    Options
	call *sim.Call
	lost error  // the first failure to write: nobody is there to read on
	told string // why the last events are not kept, "" if they are
}

// New is a call to be played. It says nothing before Play.
func New(call *sim.Call, o Options) *Player { return &Player{o: o, call: call} }

// Play takes replies until the call has ended, the trainee leaves or there is
// nothing more to read. What cannot be written ends it with an error.
func (p *Player) Play(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	p.keep()
	if p.o.Resume {
		p.resumed()
		if line, ok := p.line(); ok {
			p.say("%s", line)
		}
	} else {
		p.brief()
		p.customer(p.call.Events())
	}
	if _, over := p.call.Ended(); over {
		p.ended()
	}
	lines := read(ctx, p.o.In)
	unsaid := 0
	for p.lost == nil {
		if p.done() {
			break
		}
		p.prompt()
		line, ok := <-lines
		if !ok || ctx.Err() != nil {
			if p.o.Prompt {
				p.raw("\n")
			}
			break
		}
		if line.cut {
			p.say("Only the first %d characters of that line were read.", maxLine)
		}
		if leave := p.take(line.text, &unsaid); leave {
			break
		}
	}
	if unsaid > 0 {
		p.say("The call had ended: %s not said.", lineCount(unsaid))
	}
	p.leave()
	return p.lost
}

func lineCount(n int) string {
	if n == 1 {
		return "1 line after it was"
	}
	return fmt.Sprintf("%d lines after it were", n)
}

// done says that nothing more can happen: the call is over, and a person at a
// terminal has no way to go back.
func (p *Player) done() bool {
	_, over := p.call.Ended()
	return over && p.o.Prompt && p.call.Mode() != sim.Practice
}

func (p *Player) prompt() {
	if p.o.Prompt {
		p.raw("you> ")
	}
}

// take is one line of the trainee: a command, or words that are said.
func (p *Player) take(line string, unsaid *int) (leave bool) {
	line = strings.TrimSpace(line)
	switch {
	case line == "":
		return false
	case strings.HasPrefix(line, "::"):
		line = line[1:]
	case strings.HasPrefix(line, ":"):
		return p.command(line[1:])
	}
	if _, over := p.call.Ended(); over {
		if *unsaid++; p.o.Prompt {
			*unsaid = 0
			p.say("The call has ended. :rewind N says a reply again, :debrief shows it all, :quit leaves.")
		}
		return false
	}
	p.after(p.call.Reply(line))
	return false
}

// after tells what came of a step.
func (p *Player) after(events []sim.Event, err error) {
	if err != nil {
		p.fault(err)
		return
	}
	p.keep()
	for _, e := range events {
		if e.Type == sim.Replied {
			p.coach()
			p.heat()
		}
	}
	p.customer(events)
	if _, over := p.call.Ended(); over {
		p.ended()
	}
}

// leave says what becomes of a call that has not ended, and in a pipe ends with
// the debrief.
func (p *Player) leave() {
	_, over := p.call.Ended()
	if !over && p.told == "" && p.o.Keep != nil {
		p.say("Kept. coolhead play --continue goes on from here.")
	}
	if !p.o.Prompt && !over {
		p.Debrief()
	}
}

// keep hands what is new to the store. Keeping fails without ending the call.
func (p *Player) keep() {
	events := p.call.New()
	if p.o.Keep == nil || len(events) == 0 {
		return
	}
	why := ""
	if err := p.o.Keep(events); err != nil {
		why = err.Error()
	}
	if why != "" && why != p.told {
		p.say("%s", why)
	}
	p.told = why
}

// fault says what could not be done.
func (p *Player) fault(err error) {
	s := err.Error()
	if _, what, ok := strings.Cut(s, ": "); ok {
		s = what
	}
	p.say("%s.", strings.ToUpper(s[:1])+strings.TrimSuffix(s[1:], "."))
}

// say prints one line. Whatever is in it, a terminal obeys none of it.
func (p *Player) say(format string, args ...any) {
	text := widget.Clean(fmt.Sprintf(format, args...))
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "\n", " ")), " ")
	if p.o.Text != nil {
		text = p.o.Text(text)
	}
	p.raw(text + "\n")
}

func (p *Player) raw(text string) {
	if p.lost == nil {
		_, p.lost = io.WriteString(p.o.Out, text)
	}
}
