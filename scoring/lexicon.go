package scoring

import "strings"

// wordID names a word of the vocabulary; 0 is a word no pack and no table knows.
type wordID uint32

// classSet is a set of word classes, one bit each.
type classSet uint64

// Classes the tokeniser itself decides; language.yaml may add words to them.
const (
	classNumber = iota
	classTime
	className
	classCapital
	firstNamedClass
)

const maxClasses = 64

// lexicon interns the words of one language: every word that a phrase, a class
// or a table mentions has a small number, found by hash without allocating.
type lexicon struct {
	table   []lexSlot
	words   []string
	classes []classSet
	stems   []uint64
	names   map[string]int
}

type lexSlot struct {
	hash uint64
	id   wordID
}

func newLexicon() *lexicon {
	l := &lexicon{
		table: make([]lexSlot, 1024),
		words: []string{""}, classes: []classSet{0}, stems: []uint64{0},
		names: map[string]int{"number": classNumber, "time": classTime, "name": className, "capital": classCapital},
	}
	return l
}

// class gives the bit of a class, making it when it is new. It is -1 when there
// is no room for another.
func (l *lexicon) class(name string) int {
	if n, ok := l.names[name]; ok {
		return n
	}
	if len(l.names) >= maxClasses {
		return -1
	}
	n := len(l.names)
	l.names[name] = n
	return n
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func hashBytes(b []byte) uint64 {
	h := uint64(fnvOffset)
	for _, c := range b {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}

func hashString(s string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// find gives the number of a word, 0 when it has none.
func (l *lexicon) find(b []byte, hash uint64) wordID {
	mask := uint64(len(l.table) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := l.table[i]
		if s.id == 0 {
			return 0
		}
		if s.hash == hash && l.words[s.id] == string(b) {
			return s.id
		}
	}
}

// intern gives the number of a word, making one when it is new.
func (l *lexicon) intern(word string) wordID {
	h := hashString(word)
	if id := l.find([]byte(word), h); id != 0 {
		return id
	}
	if 2*len(l.words) > len(l.table) {
		l.grow()
	}
	id := wordID(len(l.words))
	l.words = append(l.words, strings.Clone(word))
	l.classes = append(l.classes, 0)
	l.stems = append(l.stems, 0)
	l.put(h, id)
	return id
}

func (l *lexicon) put(hash uint64, id wordID) {
	mask := uint64(len(l.table) - 1)
	i := hash & mask
	for l.table[i].id != 0 {
		i = (i + 1) & mask
	}
	l.table[i] = lexSlot{hash, id}
}

func (l *lexicon) grow() {
	old := l.table
	l.table = make([]lexSlot, 2*len(old))
	for _, s := range old {
		if s.id != 0 {
			l.put(s.hash, s.id)
		}
	}
}
