package scoring

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"

	"coolhead/scenarios/source"
	"coolhead/scoring/packs"
)

// A language is a folder of packs with a language.yaml. Every language there are
// packs for has a reader of its own; the first of them asks the others for what it
// cannot read.

// words is one language.yaml.
type words struct {
	language, file string
	data           []byte
}

// languagesOf gives the languages of some packs, the first that ships first. A
// pack that is itself a language.yaml stands before the one that ships.
func languagesOf(all []*Pack) []words {
	given := map[string]words{}
	for _, p := range all {
		if p.words != nil {
			given[p.Language] = words{p.Language, p.File, p.words}
		}
	}
	var list []words
	seen := map[string]bool{}
	add := func(lang string) {
		if seen[lang] || !slices.ContainsFunc(all, func(p *Pack) bool { return p.Language == lang }) {
			return
		}
		seen[lang] = true
		if w, ok := given[lang]; ok {
			list = append(list, w)
			return
		}
		name := lang + "/language.yaml"
		if data, err := fs.ReadFile(packs.FS, name); err == nil {
			list = append(list, words{lang, name, data})
		}
	}
	shipped := Languages()
	for _, lang := range shipped {
		add(lang)
	}
	for _, p := range all {
		add(p.Language)
	}
	if len(list) == 0 && len(shipped) > 0 { // no packs at all: structure alone
		name := shipped[0] + "/language.yaml"
		if data, err := fs.ReadFile(packs.FS, name); err == nil {
			list = append(list, words{shipped[0], name, data})
		}
	}
	return list
}

// isLanguage says whether a file is the words of a language and not rules.
func isLanguage(data []byte) bool {
	return bytes.HasPrefix(data, []byte("coolhead_language:")) || bytes.Contains(data, []byte("\ncoolhead_language:"))
}

// meet makes the readers of all languages know each other.
func (r *Reader) meet() {
	if r == nil {
		return
	}
	for i, t := range r.tongues {
		others := []*Reader{r}
		for k, o := range r.tongues {
			if k != i {
				others = append(others, o)
			}
		}
		c := *t
		c.tongues = others
		r.tongues[i] = &c
	}
}

// In gives the reader for texts that are known to be in one language. It is false
// where no pack is in that language.
func (r *Reader) In(language string) (*Reader, bool) {
	language, _, _ = strings.Cut(strings.ToLower(language), "-")
	for _, t := range append([]*Reader{r}, r.tongues...) {
		if t.lang.Language == language {
			c := *t
			c.fixed = true
			return &c, true
		}
	}
	return nil, false
}

// Language is the language of this reader's rules: of the first, where it has several.
func (r *Reader) Language() string { return r.lang.Language }

// Languages are all the languages this reader has rules for.
func (r *Reader) Languages() []string {
	names := []string{r.lang.Language}
	for _, t := range r.tongues {
		names = append(names, t.lang.Language)
	}
	return names
}

// tongue is the reader of the language a reading is in.
func (r *Reader) tongue(of *compiled) *Reader {
	if r.lang == of {
		return r
	}
	for _, t := range r.tongues {
		if t.lang == of {
			return t
		}
	}
	return nil
}

// elsewhere is a stretch of a reply that is in another language than the rest.
type elsewhere struct {
	from, to int // bytes
	reader   *Reader
	rd       *Reading
}

const (
	noPack        = "no pack for this language"
	wrongLanguage = "not in the language of this call"
)

// strange says whether some stretch between two stops has as many words nobody
// knows as words that are known: only then are other languages tried.
func (rd *Reading) strange() bool {
	n, unknown := 0, 0
	for i := range rd.toks {
		t := &rd.toks[i]
		if t.before == gapStop {
			n, unknown = 0, 0
		}
		if t.flags&(flagDigits|flagPart) != 0 {
			continue
		}
		n++
		if t.word == 0 {
			unknown++
		}
		if 2*unknown >= n && unknown > 0 && (i+1 == len(rd.toks) || rd.toks[i+1].before == gapStop) {
			return true
		}
	}
	return false
}

// evidence is how much the words of a stretch speak for a language: what only this
// language uses all the time, what it knows.
func (rd *Reading) evidence(from, to int, others []*Reader) (words, weight int) {
	for i := range rd.toks {
		t := &rd.toks[i]
		if int(t.start) < from || int(t.start) >= to || t.flags&(flagDigits|flagPart) != 0 {
			continue
		}
		words++
		switch {
		case t.word == 0:
		case !rd.lang.function[t.word]:
			weight++
		case slices.ContainsFunc(others, func(o *Reader) bool { return o.lang != rd.lang && o.lang.usual[t.hash] }):
			weight++
		default:
			weight += 3
		}
	}
	return
}

// stretch is what stands between two stops.
type stretch struct {
	from, to int // bytes
	words    int
	in       *Reader // nil: no word tells
}

// divide says of every stretch which language it is in.
func (r *Reader) divide(rd *Reading) (list []stretch, inAll map[*Reader]int) {
	all := append([]*Reader{r}, r.tongues...)
	readings := []*Reading{rd}
	for _, t := range r.tongues {
		readings = append(readings, t.scanned(rd.text))
	}
	inAll = map[*Reader]int{}
	for i := range rd.toks {
		t := &rd.toks[i]
		if i == 0 || t.before == gapStop {
			if n := len(list); n > 0 {
				list[n-1].to = int(t.start)
			}
			list = append(list, stretch{from: int(t.start), to: len(rd.text)})
		}
	}
	for i := range list {
		s := &list[i]
		best := 0
		for k, one := range readings {
			words, weight := one.evidence(s.from, s.to, all)
			s.words = max(s.words, words)
			switch {
			case k == 0:
				best = weight
				if weight > 0 {
					s.in = r
				}
			case weight < min(3, words) || weight == 0 || weight <= best || words < 3 && weight <= 3*best:
			default:
				best, s.in = weight, all[k]
			}
		}
		if s.words > 1 && s.in != nil {
			inAll[s.in] += s.words
		}
	}
	// one word by itself, as “Ha!” or a part of an address, is of the language around it
	for i := range list {
		s := &list[i]
		if s.words > 1 || s.in == nil {
			continue
		}
		if s.in != r && len(list) > 1 && inAll[s.in] == 0 && inAll[r] > 0 {
			s.in = r
		}
		inAll[s.in] += s.words
	}
	return list, inAll
}

// tell reads a text that may be in several languages, or another one.
func (r *Reader) tell(rd *Reading) *Reading {
	list, inAll := r.divide(rd)
	in := r
	for _, t := range r.tongues {
		if inAll[t] > inAll[in] {
			in = t
		}
	}
	if in != r {
		if r.fixed {
			rd.unread = wrongLanguage
			return rd
		}
		rd = in.scanned(rd.text)
	}
	for _, s := range list {
		if s.in == nil || s.in == in {
			continue
		}
		if n := len(rd.other); n > 0 && rd.other[n-1].reader.lang == s.in.lang && rd.other[n-1].to == s.from {
			rd.other[n-1].to = s.to
			continue
		}
		rd.other = append(rd.other, elsewhere{from: s.from, to: s.to, reader: s.in})
	}
	in.finish(rd)
	for i := range rd.other {
		o := &rd.other[i]
		o.rd = o.reader.scanned(rd.text[o.from:o.to])
		o.reader.finish(o.rd)
	}
	return rd
}

// isElsewhere says whether a token stands in a stretch of another language.
func (rd *Reading) isElsewhere(t *token) bool {
	for i := range rd.other {
		if o := &rd.other[i]; int(t.start) >= o.from && int(t.start) < o.to {
			return true
		}
	}
	return false
}

// answering gives the reading in the language of the customer's line, where the
// words of a short reply would do in either: OK, No, 12:30.
func (r *Reader) answering(rd *Reading, m *Moment) *Reading {
	if m.line == nil || m.line.lang == rd.lang || len(rd.toks) > 2 || r.fixed || len(rd.other) > 0 {
		return rd
	}
	t := r.tongue(m.line.lang)
	if t == nil {
		return rd
	}
	all := append([]*Reader{r}, r.tongues...)
	again := t.scanned(rd.text)
	_, here := rd.evidence(0, len(rd.text), all)
	_, there := again.evidence(0, len(rd.text), all)
	if there < here {
		return rd
	}
	t.finish(again)
	return again
}

// in gives this moment for a reply in another language than the reader's first.
func (m *Moment) in(r *Reader) *Moment {
	if m.reader.lang == r.lang {
		return m
	}
	m.others.mu.Lock()
	defer m.others.mu.Unlock()
	if made := m.others.by[r.lang]; made != nil {
		return made
	}
	if m.others.by == nil {
		m.others.by = map[*compiled]*Moment{}
	}
	c := m.Context
	c.ears = nil // they hear in the other language
	made := r.Moment(c)
	m.others.by[r.lang] = made
	return made
}

// elsewhere judges what stands in other languages, each stretch in its own, and
// takes over what its rules find.
func (j *judge) elsewhere() {
	for i := range j.rd.other {
		o := &j.rd.other[i]
		j.note("other-language", o.from, len(strings.TrimRight(j.rd.text[:o.to], " \t\r\n")))
		if o.rd.unread != "" {
			continue
		}
		t := o.reader
		if own := j.tongue(t.lang); own != nil {
			t = own // with what a scenario changed
		}
		part := t.judged(o.rd, j.m.in(t))
		part.texts()
		for k := range part.found {
			f := part.found[k]
			if f.End == 0 || isEngine(f.Rule) {
				continue
			}
			f.Start, f.End = f.Start+o.from, f.End+o.from
			j.found = append(j.found, f)
		}
		j.contempt = j.contempt || part.contempt
		j.help += part.help
		j.deeds += part.deeds
		for s, n := range part.stance {
			j.stance[s] += n
		}
		if part.answered >= 0 && j.answered < 0 {
			j.answered = 0
		}
		j.seen = j.seen || part.acks()
	}
}

// loadWords takes a language.yaml as a pack, so that a language may come from a
// folder of the user's.
func loadWords(name string, data []byte) (*Pack, []source.Problem) {
	g, err := readLanguage(data)
	switch {
	case err != nil:
		return nil, []source.Problem{{Code: "PK103", Place: source.Place{File: name, Line: 1, Col: 1}, Message: "The words of this language cannot be read: " + err.Error()}}
	case g.Language == "":
		return nil, []source.Problem{{Code: "PK101", Place: source.Place{File: name, Line: 1, Col: 1}, Message: "This file does not say which language its words are.", Help: "language: fr"}}
	}
	return &Pack{ID: g.Language + "/language", Language: g.Language, File: name, words: data, Behaviours: map[string]Behaviour{}}, nil
}

// own reads a text in this reader's language, whatever it may be in.
func (r *Reader) own(text string) *Reading {
	rd := r.scanned(text)
	r.finish(rd)
	return rd
}
