package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"coolhead/sim"
)

// version is the newest version of an event this program reads and the one it writes.
const version = 1

// envelope is one line of a file.
type envelope struct {
	Type string          `json:"type"`
	V    int             `json:"v"`
	At   time.Time       `json:"at"`
	Data json.RawMessage `json:"data"`
}

// seal is an event as a line, with its line's end.
func seal(e sim.Event, at time.Time) ([]byte, error) {
	if e.V == 0 {
		e.V = version
	}
	data, err := marshal(e)
	if err != nil {
		return nil, err
	}
	line, err := marshal(envelope{Type: string(e.Type), V: e.V, At: at.UTC().Truncate(time.Second), Data: data})
	return append(line, '\n'), err
}

// unseal reads a line back.
func unseal(line []byte, into any) (envelope, error) {
	var env envelope
	if err := json.Unmarshal(line, &env); err != nil {
		return env, err
	}
	if env.V > version {
		return env, fmt.Errorf("version %d: %w", env.V, ErrNewer)
	}
	return env, json.Unmarshal(env.Data, into)
}

// lines calls f with each whole line and its number from 1. A last line without
// its end counts only if it can be read whole.
func lines(data []byte, f func(n int, line []byte) error) error {
	for n := 1; len(data) > 0; n++ {
		line, rest, whole := bytes.Cut(data, []byte("\n"))
		if !whole && !json.Valid(line) {
			return nil
		}
		data = rest
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err := f(n, line); err != nil {
			return err
		}
	}
	return nil
}
