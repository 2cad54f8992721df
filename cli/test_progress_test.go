package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestProgressIsOneLineForWhoeverLooks(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(0, 0)
	p := &program{World: World{Err: &out, ErrTerminal: true, Now: func() time.Time { return now }}}
	far := p.far(3)
	far.say("at once")
	now = now.Add(often)
	far.done()
	far.say("a.yaml: 4096 states \x1b[2J" + strings.Repeat("x", 200))
	far.end()
	got := out.String()
	if strings.Contains(got, "at once") || strings.Count(got, "\r") != 2 || !strings.HasPrefix(got, "\r\x1b[K1 of 3  a.yaml: 4096 states ^[") || !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("it wrote %q", got)
	}
	if n := len([]rune(got)); n > 100 {
		t.Errorf("the line has %d characters", n)
	}
	out.Reset()
	p.ErrTerminal = false
	far = p.far(1)
	now = now.Add(time.Hour)
	far.say("x")
	far.end()
	if out.Len() > 0 {
		t.Errorf("nobody looks, and it wrote %q", out.String())
	}
}
