// Package coach keeps what is marked under the line while it is being typed.
//
// Its rule: marks settle where a word ends, at a blank or a stop or after a
// short rest, so that nothing flickers while a word grows. It reads nothing
// itself: it says when to read, and keeps what was found.
package coach

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"coolhead/scoring"
)

// Rest is how long a word may stand before it is read as whole.
const Rest = 400 * time.Millisecond

// Coach is the live reader of one line. The zero Coach is ready.
type Coach struct {
	Shown []scoring.Finding
	Drawn int // grows whenever Shown changes: a part of what a line is drawn from

	read string
	tag  int
}

// SettleMsg comes when no key was pressed for a while.
type SettleMsg struct{ tag int }

// Key says whether the line, changed by a key, is to be read now; if not, rest is
// to come back when the line has rested.
func (c *Coach) Key(text string, at int) (now bool, rest SettleMsg) {
	c.tag++
	return wordEnds(c.read, text, at), SettleMsg{c.tag}
}

// Settles says that no key came after the one that asked.
func (c *Coach) Settles(m SettleMsg) bool { return m.tag == c.tag }

// Has says that this text was read already.
func (c *Coach) Has(text string) bool { return c.read == text }

// Show keeps what was found in a text.
func (c *Coach) Show(text string, found []scoring.Finding) {
	c.read, c.Shown = text, Told(found)
	c.Drawn++
}

// Forget is for a line that was said or emptied.
func (c *Coach) Forget() { *c = Coach{tag: c.tag + 1, Drawn: c.Drawn + 1} }

// wordEnds says that what was typed is whole words: the cursor stands after a
// blank or a stop. A change inside the text is read at once as well, since old
// marks would stand under the wrong words.
func wordEnds(before, now string, at int) bool {
	if now == "" || at < len(now) || !strings.HasPrefix(now, before) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(now)
	return unicode.IsSpace(last) || strings.ContainsRune(".,;:!?…)”\"", last)
}

// small is the weight below which structure alone is not told while one talks.
const small scoring.Tenths = 80

// Told are the findings worth a name while one talks, in the order of the words.
// What is missing is left to the debrief, and so is what only the shape of a
// sentence says where it weighs little or where words say it already.
func Told(findings []scoring.Finding) []scoring.Finding {
	var kept []scoring.Finding
	for i := range findings {
		f := &findings[i]
		if f.Side == scoring.Missing || f.Behaviour == "" && (max(f.Points, -f.Points) < small || named(findings, f)) {
			continue
		}
		kept = append(kept, *f)
	}
	return kept
}

// named says whether a behaviour of the same side stands in the same words.
func named(findings []scoring.Finding, f *scoring.Finding) bool {
	for i := range findings {
		if o := &findings[i]; o.Behaviour != "" && o.Side == f.Side && o.Start < f.End && f.Start < o.End {
			return true
		}
	}
	return false
}

// Names is Told with each name once, for a row of names.
func Names(findings []scoring.Finding) []scoring.Finding {
	var kept []scoring.Finding
	seen := map[string]bool{}
	for _, f := range Told(findings) {
		if !seen[f.Name] {
			seen[f.Name] = true
			kept = append(kept, f)
		}
	}
	return kept
}
