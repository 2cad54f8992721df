package widget

// Help is a screen's keys: one source for the foot and the keys page.
type Help struct {
	Title string // "in a call, typing"
	Keys  []Key  // in order of the foot; the first five stand there
	Esc   string // what esc does, in the foot's words: "esc pause"
}

// Key is one key and what it does. Long is for the keys page; empty: Short.
type Key struct {
	Key, Short, Long string
	Off              bool // works, but is only told on the keys page
}
