package plain

import (
	"bufio"
	"context"
	"io"
	"strings"
	"unicode/utf8"
)

// maxLine is the most of one line that is said; what follows is passed by.
const maxLine = 16 << 10

// line is one line that was typed or piped in.
type line struct {
	text string
	cut  bool
}

// read gives one line after another until there are no more or ctx is done. It
// reads ahead by one line only, so a pipe is not emptied.
func read(ctx context.Context, in io.Reader) <-chan line {
	out := make(chan line)
	go func() {
		defer close(out)
		b := bufio.NewReader(in)
		for {
			l, err := one(b)
			if err == nil || l.text != "" {
				select {
				case out <- l:
				case <-ctx.Done():
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	return watch(ctx, out)
}

// watch closes as soon as ctx is done, even while a read still waits.
func watch(ctx context.Context, in <-chan line) <-chan line {
	out := make(chan line)
	go func() {
		defer close(out)
		for {
			select {
			case <-ctx.Done():
				return
			case l, ok := <-in:
				if !ok {
					return
				}
				select {
				case out <- l:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}

func one(b *bufio.Reader) (line, error) {
	var text []byte
	cut := false
	for {
		part, err := b.ReadSlice('\n')
		if room := maxLine - len(text); len(part) > room {
			part, cut = part[:max(room, 0)], true
		}
		text = append(text, part...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if cut {
			for len(text) > 0 && !utf8.Valid(text[max(0, len(text)-utf8.UTFMax):]) && !utf8.RuneStart(text[len(text)-1]) {
				text = text[:len(text)-1]
			}
		}
		return line{strings.TrimRight(strings.ToValidUTF8(string(text), "\uFFFD"), "\r\n"), cut}, err
	}
}
