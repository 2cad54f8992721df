package scoring

import (
	"cmp"
	"slices"
)

// counted gives the findings of rules that count, compare or wait for something.
func (j *judge) counted() {
	for _, i := range j.waits {
		r := &j.rules[i]
		if j.table[i].off || !j.meets(&r.Needs) {
			continue
		}
		if r.asksOf && (j.m.customer == nil || !j.m.customer[i]) {
			continue
		}
		switch {
		case r.Count != nil:
			if n, from, to := j.count(r.Count.Of); n > r.Count.Max {
				j.fromRule(i, r, from, to, false, n)
			}
		case r.Order != nil:
			a, b := j.place(r.Order.First), j.place(r.Order.Then)
			if b >= 0 && a >= 0 && b < a {
				f := j.found[j.at(r.Order.Then)]
				from, to := j.tokens(f.Start, f.End)
				j.fromRule(i, r, from, to, false, 0)
			}
		case r.Missing != "":
			if j.at(r.Missing) < 0 {
				j.fromRule(i, r, 0, 0, false, 0)
				j.found[len(j.found)-1].Side = Missing
			}
		case r.Repeat:
			for k := range j.rd.sentences {
				s := &j.rd.sentences[k]
				if j.m.said[s.hash] {
					j.fromRule(i, r, int(s.begin), int(s.to), false, 0)
					break
				}
			}
		}
	}
}

// at is the first finding of a behaviour, -1 for none.
func (j *judge) at(behaviour string) int {
	for i := range j.found {
		if f := &j.found[i]; f.Behaviour == behaviour && !f.Void && f.Side != Missing {
			return i
		}
	}
	return -1
}

func (j *judge) place(behaviour string) int {
	if i := j.at(behaviour); i >= 0 {
		return j.found[i].Start
	}
	return -1
}

// tokens gives the tokens of a span of bytes.
func (j *judge) tokens(start, end int) (from, to int) {
	from = -1
	for i := range j.rd.toks {
		t := &j.rd.toks[i]
		if int(t.end) > start && from < 0 {
			from = i
		}
		if int(t.start) < end {
			to = i + 1
		}
	}
	return max(from, 0), to
}

// count counts something in a reply and says where it is.
func (j *judge) count(of string) (n, from, to int) {
	rd := j.rd
	see := func(i int) {
		if n == 0 {
			from = i
		}
		n++
		to = i + 1
	}
	switch of {
	case "capital words":
		for i := range rd.toks {
			t := &rd.toks[i]
			// acronyms and codes are not shouting: a shouted word is one the language knows
			if t.flags&flagShouted != 0 && t.flags&(flagDigits|flagHandle|flagQuoted) == 0 && t.word != 0 && !t.is(rd.lang.notName) && t.end-t.start > 1 {
				see(i)
			}
		}
	case "exclamation marks":
		if n = rd.marks.exclaims; n > 0 {
			for i := range rd.toks {
				if rd.toks[i].flags&flagExclaim != 0 {
					from, to = i, i+1
				}
			}
		}
	case "emoji", "emojis":
		n, from, to = rd.marks.emoji, 0, len(rd.toks)
	case "question marks":
		for i := range rd.toks {
			if rd.toks[i].flags&flagQuestion != 0 {
				see(i)
			}
		}
	case "words":
		n, from, to = len(rd.toks), 0, len(rd.toks)
	default:
		class := of
		if len(of) > 2 && of[0] == '<' {
			class = of[1 : len(of)-1]
		}
		c, ok := rd.lang.lex.names[class]
		if !ok {
			return
		}
		for i := range rd.toks {
			if rd.toks[i].class&(1<<c) != 0 {
				see(i)
			}
		}
	}
	return
}

// needs states what the turn asks for: met, or missing.
func (j *judge) needs() {
	for _, h := range j.m.hearsIn(j.rd) {
		id := j.m.heard[h.index]
		t := &j.rd.toks[h.start]
		if j.rd.negated(int(h.start)) || j.sents[t.sentence].stance == Harm || j.at(id) >= 0 {
			continue
		}
		b := j.known[id]
		f := Finding{Behaviour: id, Name: b.Name, Rule: "scenario/hears", Side: b.Side, Dimension: b.Dimension, Points: b.Points, Why: b.Why,
			Message: "These words say it here."}
		f.Start, f.End = j.rd.span(int(h.start), int(h.end))
		f.Text = j.rd.text[f.Start:f.End]
		j.found = append(j.found, f)
	}
}

// grants adds what a pick shows by declaration.
func (j *judge) grants() {
	for _, id := range j.m.Grants {
		b, ok := j.known[id]
		if !ok || j.at(id) >= 0 {
			continue
		}
		f := Finding{Behaviour: id, Name: b.Name, Rule: "scenario/shows", Side: b.Side, Dimension: b.Dimension, Points: b.Points, Why: b.Why,
			Message: "The scenario says that this reply does this."}
		f.Start, f.End = j.rd.span(0, len(j.rd.toks))
		f.Text = j.rd.text[f.Start:f.End]
		j.found = append(j.found, f)
	}
	if !j.m.InCall {
		return
	}
	met := func(id string) bool { return j.at(id) >= 0 }
	all := len(j.m.Needs.All) > 0 || len(j.m.Needs.Any) > 0
	if !all {
		return
	}
	missing := ""
	for _, id := range j.m.Needs.All {
		if !met(id) && missing == "" {
			missing = id
		}
	}
	if len(j.m.Needs.Any) > 0 && !slices.ContainsFunc(j.m.Needs.Any, met) && missing == "" {
		missing = j.m.Needs.Any[0]
	}
	id := missing
	name := "need-missed"
	if missing == "" {
		name = "need-met"
		if len(j.m.Needs.All) > 0 {
			id = j.m.Needs.All[0]
		} else {
			id = j.m.Needs.Any[slices.IndexFunc(j.m.Needs.Any, met)]
		}
	}
	at, ok := j.sheet.index[name]
	if !ok {
		return
	}
	b := j.known[id]
	from, to := 0, 0
	if missing == "" {
		f := &j.found[j.at(id)]
		from, to = j.tokens(f.Start, f.End)
	}
	j.add(at, from, to, 1)
	f := &j.found[len(j.found)-1]
	f.Dimension, f.Name = b.Dimension, b.Name
	if missing != "" {
		f.Behaviour, j.missed = id, true
	}
}

// weigh caps, voids, sums and orders the findings.
func (j *judge) weigh() Assessment {
	j.texts()
	j.join()
	j.caps()
	var a Assessment
	for d := range Dimensions {
		a.Dimensions[d] = j.sheet.start[d]
		if j.m.InCall && !j.missed {
			a.Dimensions[d] = j.sheet.inCall[d]
		}
		a.Has[d] = !j.m.InCall
	}
	for i := range j.found {
		f := &j.found[i]
		if f.Void || f.Side == Advice {
			f.Points = 0
			continue
		}
		a.Dimensions[f.Dimension] += f.Points
		if f.Points != 0 {
			a.Has[f.Dimension] = true
		}
	}
	sum, weights := 0, 0
	for d := range Dimensions {
		a.Dimensions[d] = min(max(a.Dimensions[d], 0), 1000)
		if a.Has[d] {
			sum += int(a.Dimensions[d]) * j.sheet.weights[d]
			weights += j.sheet.weights[d]
		}
	}
	if weights > 0 {
		a.Score = Tenths((sum + weights/2) / weights)
	}
	if j.contempt && a.Score > 390 {
		a.Score, a.Capped = 390, "contempt, abuse or a threat in one sentence voids the rest"
	}
	if j.held != "" && a.Score > lowest {
		a.Score, a.Capped = lowest, j.held
	}
	inPlace(j.found)
	a.Findings = j.found
	return a
}

// caps takes the points from findings beyond what counts of their behaviour, and
// leaves out those that say the same of the same place.
func (j *judge) caps() {
	kept := j.found[:0]
	for i := range j.found {
		f := j.found[i]
		b, ok := j.known[f.Behaviour]
		if ok && f.Behaviour != "" && !f.Void && f.Side != Missing && !isEngine(f.Rule) {
			n := 0
			same := false
			for k := range kept {
				o := &kept[k]
				if o.Behaviour != f.Behaviour || o.Void || isEngine(o.Rule) {
					continue
				}
				if o.Rule == f.Rule || o.Start < f.End && f.Start < o.End {
					same = true
				}
				if o.Points != 0 {
					n++
				}
			}
			if same {
				continue
			}
			if n >= b.Cap {
				f.Points = 0
			}
		}
		kept = append(kept, f)
	}
	j.found = kept
}

// texts gives the findings their messages.
func (j *judge) texts() {
	if len(j.parts) == 0 {
		return
	}
	all := string(j.words)
	for _, p := range j.parts {
		if p.finding < len(j.found) {
			j.found[p.finding].Message = all[p.from:p.to]
		}
	}
}

// inPlace orders findings as they stand in the reply, absences last. Few are out of
// their place, and a finding is large: their keys are sorted, and each is moved once.
func inPlace(found []Finding) {
	var room [48]uint64
	if len(found) > len(room) {
		slices.SortStableFunc(found, func(x, y Finding) int { return cmp.Compare(placeKey(&x, 0), placeKey(&y, 0)) })
		return
	}
	keys := room[:len(found)]
	for i := range found {
		keys[i] = placeKey(&found[i], i)
	}
	slices.Sort(keys)
	const at = 1<<6 - 1
	for i := range keys {
		from := int(keys[i] & at)
		for from < i { // it has been moved to where that one came from
			from = int(keys[from] & at)
		}
		found[i], found[from] = found[from], found[i]
	}
}

// placeKey is where a finding stands, with its number in the last six bits.
func placeKey(f *Finding, n int) uint64 {
	key := uint64(f.Start)<<24 | uint64(min(f.End, 1<<18-1))<<6 | uint64(n)
	if f.End == 0 {
		key |= 1 << 60
	}
	return key
}

func isEngine(rule string) bool { return len(rule) > 7 && rule[:7] == "engine/" }
