package draft

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxTranscript is the most that is read of a transcript: weeks of talk. What is
// larger is no single talk, and is refused after so many bytes.
const MaxTranscript = 16 << 20

// text reads bytes as text, whatever they were saved as, and says what it took
// them for if that is not plain UTF-8.
func text(in io.Reader) (s string, took string, err error) {
	data, err := io.ReadAll(io.LimitReader(in, MaxTranscript+1))
	switch {
	case err != nil:
		return "", "", err
	case len(data) > MaxTranscript:
		return "", "", fmt.Errorf("it is larger than %d MiB, and one talk has a few hundred lines. Cut out the talk you want, or export fewer", MaxTranscript>>20)
	case len(bytes.TrimSpace(data)) == 0:
		return "", "", errors.New("it is empty")
	}
	if order, rest := sixteen(data); order != nil {
		s, took, err = wide(rest, order)
	} else {
		s, took = narrow(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	}
	if err == nil && !readable(s) {
		err = errors.New("it is not text: a spreadsheet or a recording has to be saved as CSV or as text first")
	}
	if err == nil && strings.TrimSpace(s) == "" {
		err = errors.New("it is empty")
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s), took, err
}

// sixteen says whether bytes are UTF-16, by their mark or by the noughts that
// every second byte of Western text is then, and gives what follows the mark.
func sixteen(data []byte) (binary.ByteOrder, []byte) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return binary.LittleEndian, data[2:]
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return binary.BigEndian, data[2:]
	}
	var nought [2]int
	head := data[:min(len(data), 4096)&^1]
	for i, b := range head {
		if b == 0 {
			nought[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 4:
	case nought[1] > half*7/10 && nought[0] < half/20+1:
		return binary.LittleEndian, data
	case nought[0] > half*7/10 && nought[1] < half/20+1:
		return binary.BigEndian, data
	}
	return nil, data
}

func wide(data []byte, order binary.ByteOrder) (string, string, error) {
	if len(data)%2 != 0 {
		return "", "", errors.New("it is UTF-16 and ends in the middle of a letter: it was cut off. Export it again")
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units)), "UTF-16", nil
}

// narrow reads each line as UTF-8, and as Windows-1252 where it is none: files
// put together from several sources have both.
func narrow(data []byte) (string, string) {
	if utf8.Valid(data) {
		return string(data), ""
	}
	var b strings.Builder
	odd, lines := 0, 0
	for line := range bytes.Lines(data) {
		lines++
		if utf8.Valid(line) {
			b.Write(line)
			continue
		}
		odd++
		for _, c := range line {
			b.WriteRune(western(c))
		}
	}
	if odd == lines {
		return b.String(), "Windows-1252"
	}
	return b.String(), fmt.Sprintf("UTF-8, but for %s in Windows-1252", count(odd, "line"))
}

// western is a byte of Windows-1252, which has Latin-1 in it.
func western(c byte) rune {
	if c < 0x80 || c > 0x9f {
		return rune(c)
	}
	return [...]rune{
		'€', 0xfffd, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0xfffd, 'Ž', 0xfffd,
		0xfffd, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0xfffd, 'ž', 'Ÿ',
	}[c-0x80]
}

// readable says that a text has next to nothing that no text has.
func readable(s string) bool {
	odd, all := 0, 0
	for _, r := range s {
		if all++; r == 0 {
			return false
		}
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != 0x1b || r == utf8.RuneError {
			odd++
		}
	}
	return odd*50 <= all
}

// tidy is a line without what acts on a terminal or turns the direction of writing.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\u00a0':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == utf8.RuneError,
			r >= 0x200b && r <= 0x200f && r != 0x200d, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069, r == 0xfeff:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
