package scoring

import "slices"

// Book holds replies that are judged over and over, as walks do: each is read once,
// and judged once for all moments that no judgement can tell apart.
//
// A judgement looks at a moment in few ways: at the line it answers, at which of the
// reply's own words and sentences were said before, and at which limits of heat and
// turn are passed. That, and what stays the same through a turn, is an occasion; two
// moments with the same occasion give a reply the same assessment. Tests hold it
// against judgements made afresh, and hold Context and Moment to the fields that an
// occasion knows.
//
// A Book is for one goroutine.
type Book struct {
	reader   *Reader
	readings map[string]*Reading
	replies  []bookReply
	lines    []bookLine
	byLine   map[string]int
	scenes   []Context
	words    map[uint64]int // stems of the replies → place in Past
	said     map[uint64]int // sentences and whole replies → place in Past
	heats    []int
	turns    []int
	kept     map[occasion]int
	made     []Assessment
}

type bookReply struct {
	reading *Reading
	words   []int // places in Past of its words
	said    []int // of its sentences, and of itself
}

type bookLine struct {
	text  string
	words []uint64 // the replies' words that are in it
}

// Past is what was said earlier in a call, as far as a judgement can ask for it.
type Past struct{ Words, Said []uint64 }

// Occasion is a moment by numbers.
type Occasion struct {
	Reply, Line, Scene  int
	Past                *Past
	Earlier, SaidBefore []string // the same in words, for a judgement made afresh
	Heat, Turn          int
	Bait                bool
	Abuse, Abused       int
}

// occasion is what a judgement may depend on, so that it can be looked up.
type occasion struct {
	reply, line, scene int32
	words              [2]uint64 // bit by bit: the reply's words heard before
	said               uint64    // its sentences said before
	heat, turn         uint8     // limits passed
	bait               bool
	abuse, abused      int32
}

// NewBook makes a book of replies. Their numbers are their places in the list.
func (r *Reader) NewBook(replies []string) *Book {
	b := &Book{
		reader: r, readings: map[string]*Reading{}, byLine: map[string]int{},
		words: map[uint64]int{}, said: map[uint64]int{}, kept: map[occasion]int{},
	}
	b.heats, b.turns = r.limits()
	for _, text := range replies {
		rd := b.Read(text)
		one := bookReply{reading: rd}
		for i := range rd.toks {
			if t := &rd.toks[i]; content(rd.lang.language, t) {
				one.words = enter(b.words, one.words, t.stem)
			}
		}
		for i := range rd.sentences {
			one.said = enter(b.said, one.said, rd.sentences[i].hash)
		}
		one.said = enter(b.said, one.said, rd.whole())
		b.replies = append(b.replies, one)
	}
	b.Line("") // number 0: nobody has spoken
	return b
}

// enter gives a value its number and puts the number into a list, once.
func enter(numbers map[uint64]int, list []int, value uint64) []int {
	n, ok := numbers[value]
	if !ok {
		n = len(numbers)
		numbers[value] = n
	}
	if slices.Contains(list, n) {
		return list
	}
	return append(list, n)
}

// Read reads a text once.
func (b *Book) Read(text string) *Reading {
	rd, ok := b.readings[text]
	if !ok {
		rd = b.reader.Read(text)
		b.readings[text] = rd
	}
	return rd
}

// Line is the number of a line of the customer's.
func (b *Book) Line(text string) int {
	n, ok := b.byLine[text]
	if ok {
		return n
	}
	line := bookLine{text: text, words: b.Past().Words}
	if text != "" {
		rd := b.Read(text)
		for i := range rd.toks {
			if t := &rd.toks[i]; content(rd.lang.language, t) {
				if at, ok := b.words[t.stem]; ok {
					line.words[at/64] |= 1 << (at % 64)
				}
			}
		}
	}
	n = len(b.lines)
	b.lines = append(b.lines, line)
	b.byLine[text] = n
	return n
}

// Scene is the number of what stays the same while a turn waits for the same: the
// channel, the card, the need, the turn's own words, what a pick declares.
func (b *Book) Scene(c Context) int {
	c.Read, c.ears = b.Read, b.reader.listen(c.Hears)
	b.scenes = append(b.scenes, c)
	return len(b.scenes) - 1
}

// Past is that nothing has been said.
func (b *Book) Past() Past {
	return Past{Words: make([]uint64, (len(b.words)+63)/64), Said: make([]uint64, (len(b.said)+63)/64)}
}

// Heard adds a line to a past.
func (b *Book) Heard(p *Past, line int) {
	for i, w := range b.lines[line].words {
		p.Words[i] |= w
	}
}

// Said adds a reply to a past.
func (b *Book) Said(p *Past, reply int) { b.mark(p.Said, b.replies[reply].said) }

// Asks adds to a past all that judging a reply would ask of it.
func (b *Book) Asks(p *Past, reply int) {
	b.mark(p.Words, b.replies[reply].words)
	b.mark(p.Said, b.replies[reply].said)
}

func (*Book) mark(set []uint64, places []int) {
	for _, at := range places {
		set[at/64] |= 1 << (at % 64)
	}
}

// Judge is the number of a reply's assessment on an occasion. Past has the line
// that is answered in it.
func (b *Book) Judge(o *Occasion) int {
	reply := &b.replies[o.Reply]
	key := occasion{
		reply: int32(o.Reply), line: int32(o.Line), scene: int32(o.Scene),
		heat: passed(b.heats, o.Heat), turn: passed(b.turns, o.Turn),
		bait: o.Bait, abuse: int32(o.Abuse), abused: int32(o.Abused),
	}
	fits := len(reply.words) <= 64*len(key.words) && len(reply.said) <= 64
	if fits {
		for i, at := range reply.words {
			key.words[i/64] |= (o.Past.Words[at/64] >> (at % 64) & 1) << (i % 64)
		}
		for i, at := range reply.said {
			key.said |= (o.Past.Said[at/64] >> (at % 64) & 1) << i
		}
		if n, ok := b.kept[key]; ok {
			return n
		}
	}
	a := b.afresh(o)
	a.Findings = slices.Clone(a.Findings) // judging makes room for many, and thousands are kept
	b.made = append(b.made, a)
	if fits {
		b.kept[key] = len(b.made) - 1
	}
	return len(b.made) - 1
}

// afresh judges a reply on an occasion as if it were the only one.
func (b *Book) afresh(o *Occasion) Assessment {
	c := b.scenes[o.Scene]
	c.Customer, c.Earlier, c.Said = b.lines[o.Line].text, o.Earlier, o.SaidBefore
	c.Turn, c.Heat, c.Bait, c.Abuse, c.Abused = o.Turn, o.Heat, o.Bait, o.Abuse, o.Abused
	return b.reader.Judge(b.replies[o.Reply].reading, b.reader.Moment(c))
}

// Assessment is an assessment by its number. Nobody may change it.
func (b *Book) Assessment(n int) *Assessment { return &b.made[n] }

// Late is the number of replies from which on no judgement asks how many there were.
func (b *Book) Late() int {
	late := 0
	for _, n := range b.turns {
		late = max(late, n)
	}
	return late
}

// Made is how many assessments there are.
func (b *Book) Made() int { return len(b.made) }

// whole is the hash of a reply's sentences, one after the other.
func (rd *Reading) whole() uint64 {
	h := uint64(fnvOffset)
	for i := range rd.sentences {
		h = (h ^ rd.sentences[i].hash) * fnvPrime
	}
	return h
}

// limits are the heats and turns at which some rule or row begins to count.
func (r *Reader) limits() (heats, turns []int) {
	add := func(list *[]int, n int) {
		if n > 0 && !slices.Contains(*list, n) {
			*list = append(*list, n)
		}
	}
	for i := range r.rules {
		add(&heats, r.rules[i].Needs.Heat)
		add(&turns, r.rules[i].Needs.Turn)
	}
	for i := range r.sheet.rows {
		add(&heats, r.sheet.rows[i].hot)
	}
	return heats, turns
}

// passed is how many of the limits a value has reached.
func passed(limits []int, value int) uint8 {
	n := uint8(0)
	for _, l := range limits {
		if value >= l {
			n++
		}
	}
	return n
}
