package catalog

import (
	"io"
	"os"
)

// Pipe is the name of what came in through a pipe.
const Pipe = "-"

// Take reads a file that came in through a pipe. It is found under the name Pipe
// from now on, and stands in the folder that the program was started in.
func (c *Catalog) Take(in io.Reader) error {
	data, err := io.ReadAll(io.LimitReader(in, maxFile+1))
	if err != nil {
		return err
	}
	e := &entry{id: idOf(Pipe, data), shelf: &shelf{root: ".", files: os.DirFS(".")}, file: Pipe, data: data}
	if e.data == nil {
		e.data = []byte{}
	}
	if len(data) > maxFile {
		e.data, e.err = nil, errTooLarge
	}
	c.piped = e
	return nil
}
