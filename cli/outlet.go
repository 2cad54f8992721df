package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// outlet remembers that something could not be written, so that a full disk never
// looks like a good end, whichever command wrote.
type outlet struct {
	to  io.Writer
	err error
}

func (o *outlet) Write(b []byte) (int, error) {
	n, err := o.to.Write(b)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

// fault is the error that a command ends with.
func (o *outlet) fault() error {
	why := o.err
	var at *fs.PathError
	if errors.As(why, &at) {
		why = at.Err
	}
	return &exit{disk, fmt.Sprintf("I could not write all of what this shows: %v", why)}
}
