package sim

import (
	"errors"
	"slices"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// Walker steps through calls by the million, for whoever asks where they lead. It
// goes by a Call's own rules and leaves out what a Call keeps for people: events,
// exchanges, the way back. Replies are known beforehand, so that each is read once
// and judged once for all moments that are alike to it.
//
// A Walker is for one goroutine.
type Walker struct {
	stage    *Stage
	book     *scoring.Book
	first    []int   // by turn: the number of its first pick
	typed    int     // the number of the first reply to type
	picks    [][]int // by turn: which pick the typed replies are, from 1; −1: not looked up
	words    []string
	received []*received    // by assessment
	scenes   map[scene]int  // their numbers in the book
	lines    [][]int        // by voice, by line: its number in the book, −1 until it was said
	ids      map[string]int // of behaviours, in the order they were met
	counts   []byte         // by those: room for Key
	near     []near
	late     int  // replies from which on one more makes no difference
	runsOut  bool // a call may come to where nothing follows, so every need decides the end
}

// scene is what stays the same while a turn waits for the same.
type scene struct {
	turn, pick int
	got        uint64
	wants      bool
}

// Spot is where a call stands.
type Spot struct {
	core   core
	past   scoring.Past
	sum    totals
	fatal  bool
	lines  []Line
	judged int // the last reply's assessment
	met    bool
}

// Walker makes a walker; words are what may be typed besides the picks.
func (s *Stage) Walker(words []string) *Walker {
	w := &Walker{stage: s, scenes: map[scene]int{}, ids: map[string]int{}}
	for i := range s.turns {
		w.first = append(w.first, len(w.words))
		for _, p := range s.turns[i].Picks {
			w.words = append(w.words, p.Text)
		}
	}
	w.typed = len(w.words)
	w.words = append(w.words, words...)
	w.picks = make([][]int, len(s.turns))
	for _, v := range s.voices {
		w.lines = append(w.lines, slices.Repeat([]int{-1}, max(v.Lines, 1)))
	}
	w.book = s.cast.Reader.NewBook(w.words)
	w.look()
	return w
}

// Start begins a call.
func (w *Walker) Start(o Options) *Spot {
	at := &Spot{core: *w.stage.begin(o), past: w.book.Past(), judged: -1}
	first := max(w.stage.at(o.At), 0)
	if len(w.stage.turns) == 0 {
		first = -1
	}
	w.spoke(at, w.stage.take(&at.core, first, first))
	return at
}

// Copy makes one spot the same as another, in the room it has.
func (w *Walker) Copy(to, from *Spot) {
	room, past, lines := to.core, to.past, to.lines
	*to = *from
	to.core.seen = append(room.seen[:0], from.core.seen...)
	to.core.fired = append(room.fired[:0], from.core.fired...)
	to.core.shown = append(room.shown[:0], from.core.shown...)
	to.core.earlier = append(room.earlier[:0], from.core.earlier...)
	to.core.said = append(room.said[:0], from.core.said...)
	to.past.Words = append(past.Words[:0], from.past.Words...)
	to.past.Said = append(past.Said[:0], from.past.Said...)
	to.lines = append(lines[:0], from.lines...)
}

// Pick says the nth pick of this turn, from 1.
func (w *Walker) Pick(at *Spot, n int) {
	turn := &w.stage.turns[at.core.turn]
	w.reply(at, w.first[at.core.turn]+n-1, &turn.Picks[n-1], n)
}

// Type types one of the words that the walker was made with.
func (w *Walker) Type(at *Spot, word int) {
	t := at.core.turn
	if w.picks[t] == nil {
		w.picks[t] = slices.Repeat([]int{-1}, len(w.words)-w.typed)
	}
	n := w.picks[t][word]
	if n < 0 {
		n = w.stage.pickOf(t, w.words[w.typed+word])
		w.picks[t][word] = n
	}
	var pick *scenarios.Pick
	if n > 0 {
		pick = &w.stage.turns[t].Picks[n-1]
	}
	w.reply(at, w.typed+word, pick, n)
}

// ErrSilent is that nothing would come of waiting.
var ErrSilent = errors.New("waiting: nothing happens here however long nothing is said")

// Wait says nothing until something happens.
func (w *Walker) Wait(at *Spot) error {
	seconds, ok := w.stage.nextSilence(&at.core)
	if !ok {
		return ErrSilent
	}
	w.spoke(at, w.stage.wait(&at.core, seconds))
	return nil
}

func (w *Walker) reply(at *Spot, reply int, pick *scenarios.Pick, n int) {
	o := w.occasion(at, reply, pick, n)
	at.judged = w.book.Judge(&o)
	w.book.Said(&at.past, reply)
	a := w.book.Assessment(at.judged)
	for len(w.received) < w.book.Made() {
		w.received = append(w.received, nil)
	}
	if w.received[at.judged] == nil {
		r := w.stage.receive(a)
		w.received[at.judged] = &r
	}
	at.sum.add(a)
	at.fatal = at.fatal || w.received[at.judged].fatal
	ans, _ := w.stage.answer(&at.core, w.words[reply], pick, *w.received[at.judged])
	at.met = ans.met
	w.spoke(at, ans.lines)
}

// occasion is the moment by numbers.
func (w *Walker) occasion(at *Spot, reply int, pick *scenarios.Pick, n int) scoring.Occasion {
	c := &at.core
	s := scene{turn: c.turn, got: c.seen[c.turn].got, wants: c.seen[c.turn].said > 0 && c.seen[c.turn].fate != met}
	if pick != nil && len(pick.Shows) > 0 {
		s.pick = n
	}
	if !s.wants {
		s.got = 0
	}
	number, ok := w.scenes[s]
	if !ok {
		all := w.stage.around(c).context()
		if s.pick > 0 {
			all.Grants = pick.Shows
		}
		number = w.book.Scene(all)
		w.scenes[s] = number
	}
	return scoring.Occasion{
		Reply: reply, Line: w.line(&c.line), Scene: number, Past: &at.past, Earlier: c.earlier, SaidBefore: c.said,
		Heat: c.state.Heat, Turn: c.replies(), Bait: c.line.Bait, Abuse: c.line.Abuse, Abused: c.abused,
	}
}

// line is the number of a line in the book.
func (w *Walker) line(l *Line) int {
	if l.Text == "" {
		return 0
	}
	n := &w.lines[l.voice][l.nth]
	if *n < 0 {
		*n = w.book.Line(l.Text)
	}
	return *n
}

func (w *Walker) spoke(at *Spot, lines []Line) {
	at.lines = append(at.lines[:0], lines...)
	for i := range lines {
		if lines[i].Text != "" {
			w.book.Heard(&at.past, w.line(&lines[i]))
		}
	}
}

// Turn is the place of the turn the next reply answers, −1 once the call has ended.
func (at *Spot) Turn() int { return at.core.turn }

// End is how the call ended, "" while it runs.
func (at *Spot) End() string { return at.core.end }

// State is the customer's state and the trainee's cool. Its progress is that of the
// last end or silence: nothing on the way depends on it.
func (at *Spot) State() State { return at.core.state }

// Replies is how many replies there were.
func (at *Spot) Replies() int { return at.core.replies() }

// Met says whether the last reply met its turn's need.
func (at *Spot) Met() bool { return at.met }

// Spoke calls f for each line since the last reply or silence: the voice it came
// from, and which of that voice's lines it was. An anytime rule that has led
// elsewhere is among them, though others spoke for it.
func (w *Walker) Spoke(at *Spot, f func(voice, line int)) {
	rule := -1
	if at.core.acted >= 0 {
		rule = w.stage.voice[len(w.stage.turns)] + at.core.acted
	}
	for i := range at.lines {
		if at.lines[i].voice == rule {
			rule = -1
		}
		f(at.lines[i].voice, at.lines[i].nth)
	}
	if rule >= 0 {
		f(rule, 0)
	}
}

// Judged is the assessment of the last reply, nil before the first.
func (w *Walker) Judged(at *Spot) *scoring.Assessment {
	if at.judged < 0 {
		return nil
	}
	return w.book.Assessment(at.judged)
}

// Score is the score of the call as it stands.
func (at *Spot) Score() scoring.Tenths {
	score := weighted(at.sum.mean())
	if at.fatal {
		score = min(score, mostBad)
	}
	return min(score, mostFor(at.core.end))
}
