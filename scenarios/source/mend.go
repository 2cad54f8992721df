package source

// mend is one change made to a line so that reading could go on: characters
// from–to of the author's line stand, in the mended line, as width characters.
type mend struct {
	from, to, width int // columns from 0, in characters of the author's line
}

func (d *Document) mended(line int) bool { return len(d.mends[line]) > 0 }

// unmend turns a column of a mended line into one of the author's own line.
func (d *Document) unmend(line, col int) int {
	c := col - 1 // in the mended line, from 0
	shift := 0   // mended minus own, so far
	for _, m := range d.mends[line] {
		start := m.from + shift
		if c < start {
			break
		}
		if c < start+m.width {
			return m.from + min(c-start, max(m.to-m.from-1, 0)) + 1
		}
		shift += m.width - (m.to - m.from)
	}
	return max(c-shift, 0) + 1
}
