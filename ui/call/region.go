package call

// region is a rectangle of the page with its own cache: it is drawn again only
// when its key changes, so that a key pressed in a call costs its own rows and
// no others.
type region struct {
	key   any
	rows  []string
	drawn int // how often; a test holds it still
}

// show gives the rows for a key, drawing them only if the key is new. Keys must
// be comparable and name everything that draw looks at.
func (r *region) show(key any, draw func() []string) []string {
	if r.drawn == 0 || r.key != key {
		r.key, r.rows = key, draw()
		r.drawn++
	}
	return r.rows
}
