package scoring

// row adds a finding of the sheet at tokens from..to of a sentence, n times its points.
func (j *judge) row(id string, from, to, n int) {
	at, ok := j.sheet.index[id]
	if !ok {
		return
	}
	j.add(at, from, to, n)
}

func (j *judge) add(at, from, to, n int) {
	r := &j.sheet.rows[at]
	if r.off || r.points == 0 && r.behaviour == "" {
		return
	}
	if n <= 0 {
		return
	}
	room := r.most - int(j.used[at])
	if room <= 0 {
		return
	}
	n = min(n, room)
	j.used[at] += int8(n)
	points := r.points * Tenths(n)
	if k := j.again(r); k >= 0 && !j.apart {
		// the same thing again: one finding, more points
		j.found[k].Points += points
		return
	}
	f := Finding{
		Behaviour: r.behaviour, Name: r.name, Rule: r.full, Side: r.side, Dimension: r.dimension,
		Points: points, Why: r.why, Instead: r.instead,
	}
	if to > from {
		f.Start, f.End = j.rd.span(from, to)
		f.Text = j.rd.text[f.Start:f.End]
	} else {
		f.Side = Missing
	}
	if f.Side == Helps && j.contempt {
		f.Void = true
	}
	j.message(&f, r.message, n)
	j.found = append(j.found, f)
}

// again is the finding a row has already, -1 for none.
func (j *judge) again(r *row) int {
	if r.each {
		return -1
	}
	for k := range j.found {
		if j.found[k].Rule == r.full {
			return k
		}
	}
	return -1
}

// join lets findings that are part of another go into it, so that what is shown is
// short and still adds up.
func (j *judge) join() {
	if j.apart {
		return
	}
	var room [64]int8
	if len(j.found) > len(room) {
		return
	}
	to := room[:len(j.found)]
	for k := range j.found {
		to[k] = int8(j.whole(k))
	}
	for k := range j.found {
		root := to[k]
		for root >= 0 && to[root] >= 0 {
			root = to[root]
		}
		if root >= 0 {
			j.found[root].Points += j.found[k].Points
		}
	}
	kept := j.found[:0]
	for k, f := range j.found {
		if to[k] < 0 {
			kept = append(kept, f)
		}
	}
	j.found = kept
}

// whole is the finding that one is part of, -1 for none.
func (j *judge) whole(k int) int {
	f := &j.found[k]
	if !isEngine(f.Rule) || f.Void {
		return -1
	}
	at, ok := j.sheet.index[f.Rule[len("engine/"):]]
	if !ok {
		return -1
	}
	if f.Behaviour != "" && f.Side == Helps {
		for i := range j.found { // a rule of words has seen the same
			if o := &j.found[i]; o.Behaviour == f.Behaviour && o.Dimension == f.Dimension && o.Side == Helps && !o.Void && !isEngine(o.Rule) {
				return i
			}
		}
	}
	for _, rule := range j.sheet.rows[at].joins {
		for i := range j.found {
			if o := &j.found[i]; o.Rule == rule && o.Dimension == f.Dimension && !o.Void {
				return i
			}
		}
	}
	return -1
}

// frames gives the findings of the sheet's rows that follow from frames.
func (j *judge) frames() {
	for k := range j.rd.hits {
		h := &j.rd.hits[k]
		if h.kind != outFrame || len(j.sheet.byFrame[h.index]) == 0 {
			continue
		}
		i := int(j.rd.toks[h.start].sentence)
		d := &j.sents[i]
		if d.opensOnly || j.spared(h) {
			continue
		}
		for _, n := range j.sheet.byFrame[h.index] {
			r := &j.sheet.rows[n]
			if r.in != 0 && r.in&(1<<d.stance) == 0 || !j.fits(r, i) {
				continue
			}
			if r.deed && !h.deed || r.timeless && d.times > 0 {
				continue
			}
			if r.in == 1<<Harm && d.ruled && r.dimension == Argument {
				continue // a rule has said it, in its own words
			}
			if d.has(n) || j.said(r.behaviour, i) {
				continue
			}
			d.note(n)
			j.add(n, int(h.start), int(h.end), 1)
		}
	}
}

// has says whether a row has its finding in this sentence already.
func (d *judged) has(row int) bool { return d.rows[row>>6]&(1<<(row&63)) != 0 }

func (d *judged) note(row int) { d.rows[row>>6] |= 1 << (row & 63) }

// said says whether a rule has found a behaviour in a sentence already.
func (j *judge) said(behaviour string, sentence int) bool {
	if behaviour == "" {
		return false
	}
	for i := range j.live {
		if l := &j.live[i]; int(l.sentence) == sentence && j.rules[l.rule].behaviour.ID == behaviour {
			return true
		}
	}
	return false
}
