package call

import (
	"fmt"

	"coolhead/sim"
	"coolhead/ui/screen"
)

// Help is the keys of the mode that is on.
func (s *Screen) Help() screen.Help {
	switch s.mode {
	case rewinding:
		return s.again.Help()
	case picking:
		return s.closable(screen.Help{Title: "in a call, picking", Esc: "esc pause", Keys: s.pickingKeys()})
	case paused:
		return s.closable(screen.Help{Title: "in a call, paused", Esc: "esc go on", Keys: s.pausedKeys()})
	case leavingTest:
		return screen.Help{Title: "leaving a test", Esc: "esc stay", Keys: []screen.Key{{Key: "enter", Short: "leave, once the word is there"}}}
	case over:
		keys := []screen.Key{{Key: "enter", Short: "see the debrief"}}
		if s.practice() {
			keys = append(keys, screen.Key{Key: "r", Short: "rewind"})
		}
		return s.closable(screen.Help{Title: "after the call", Esc: "esc leave", Keys: append(keys, screen.Key{Key: "f", Short: "card"}, key("pgup pgdn", "read back"), screen.Key{Key: "?", Short: "keys"})})
	}
	return s.closable(screen.Help{Title: "in a call, typing", Esc: "esc pause", Keys: s.typingKeys()})
}

// key is a key that the foot has no room for.
func key(name, does string) screen.Key { return screen.Key{Key: name, Short: does, Off: true} }

// closable says in the foot that esc closes what is open first.
func (s *Screen) closable(h screen.Help) screen.Help {
	switch {
	case s.open.card:
		h.Esc = "esc close card"
	case s.open.hint != nil:
		h.Esc = "esc close hint"
	case s.open.why >= 0:
		h.Esc = "esc close"
	}
	return h
}

func (s *Screen) typingKeys() []screen.Key {
	enter := screen.Key{Key: "enter", Short: "say it"}
	line := screen.Key{Key: "ctrl+j", Short: "line", Long: "a new line (alt+enter too)"}
	tab := screen.Key{Key: "tab", Short: "pick", Long: "pick instead", Off: len(s.order) == 0}
	hint := screen.Key{Key: "ctrl+g", Short: "hint", Long: "a hint; again for more"}
	why := screen.Key{Key: "ctrl+y", Short: "why", Long: "why: the rule behind a mark"}
	again := screen.Key{Key: "ctrl+r", Short: "rewind", Long: "rewind, and what if"}
	card := screen.Key{Key: "ctrl+f", Short: "card", Long: "the card: what you can see and may do"}
	all := screen.Key{Key: "f1", Short: "keys", Long: "these keys (? on an empty line)"}
	rest := []screen.Key{
		key("pgup pgdn", "read back"), key("ctrl+u", "clear to the start"), key("ctrl+k", "clear to the end"),
		key("ctrl+w", "clear a word"), key("alt+← alt+→", "move by words"), key("esc", "pause; the clock stops"),
	}
	off := func(k screen.Key) screen.Key { k.Off = true; return k }
	var keys []screen.Key
	switch {
	case s.call.Mode() != sim.Practice:
		keys = []screen.Key{enter, line, tab, card, all}
	case s.open.hint != nil:
		hint.Short = "next hint"
		keys = []screen.Key{enter, hint, again, all, off(tab), off(line), off(why), off(card)}
	case s.leaving():
		keys = []screen.Key{enter, hint, again, tab, all, off(line), off(why), off(card)}
	case s.receipt.hurt():
		keys = []screen.Key{enter, why, again, tab, all, off(line), off(hint), off(card)}
	default:
		keys = []screen.Key{enter, line, tab, hint, all, off(why), off(again), off(card)}
	}
	return append(keys, rest...)
}

func (s *Screen) pickingKeys() []screen.Key {
	digits := "1"
	if n := len(s.choices()); n > 1 {
		digits += "–" + fmt.Sprint(min(n, 9))
	}
	keys := []screen.Key{{Key: digits, Short: "choose"}, {Key: "enter", Short: "say it"}, {Key: "tab", Short: "type", Long: "answer in your own words"}}
	card := screen.Key{Key: "f", Short: "card", Long: "the card: what you can see and may do"}
	if s.practice() {
		card.Off = true
		keys = append(keys, screen.Key{Key: "h", Short: "hint", Long: "a hint; again for more"},
			screen.Key{Key: "r", Short: "rewind", Long: "rewind, and what if"},
			key("y", "why: the rule behind a mark"))
	}
	keys = append(keys, card)
	if !s.practice() {
		keys = append(keys, screen.Key{Key: "?", Short: "keys"})
	}
	return append(keys, key("pgup pgdn", "read back"), key("esc", "pause; the clock stops"))
}

func (s *Screen) pausedKeys() []screen.Key {
	keys := []screen.Key{{Key: "enter", Short: "go on"}}
	leave := screen.Key{Key: "l", Short: "leave for now", Long: "leave for now; all is kept"}
	if !s.grid.Columns { // the foot of a phone has room for one more, and this is the way out
		keys = append(keys, leave)
	}
	if s.practice() {
		keys = append(keys, screen.Key{Key: "r", Short: "rewind"}, screen.Key{Key: "h", Short: "hint"})
	}
	keys = append(keys, screen.Key{Key: "f", Short: "card", Off: s.practice()})
	if s.grid.Columns {
		keys = append(keys, leave)
	}
	return append(keys,
		screen.Key{Key: "?", Short: "keys"}, key("pgup pgdn", "read back"))
}
