package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"coolhead/sim"
)

// maxAttempt is the most that is read of one attempt: far above any call, far
// below what would stop a machine.
const maxAttempt = 64 << 20

// Attempt is one recorded run, as it was kept.
type Attempt struct {
	Summary
	Events []sim.Event
}

// Summary is what a list of attempts shows.
type Summary struct {
	ID       string
	Scenario string
	Title    string
	Mode     sim.Mode
	Seed     int64
	Started  time.Time
	Last     time.Time // the last line written
	Replies  int       // that stand: rewound ones are not counted
	End      string    // "" while the call goes on
	Problem  string    // why it cannot be read, "" if it can
}

// Load reads one attempt. A last line torn by a crash is dropped; a line that is
// damaged otherwise is an error that names it, beside the events before it.
func (s *Store) Load(id string) (Attempt, error) {
	a := Attempt{Summary: Summary{ID: id}}
	data, path, err := s.read(id)
	if err != nil {
		return a, err
	}
	err = lines(data, func(n int, line []byte) error {
		var e sim.Event
		env, err := unseal(line, &e)
		if err != nil {
			return damaged(path, n, err)
		}
		a.note(env, e.Scenario, e.Title, e.Mode, e.Seed, e.To, e.End)
		a.Events = append(a.Events, e)
		return nil
	})
	return a, err
}

// Attempts lists what is kept, newest first. One that cannot be read is listed
// with its Problem and hides none of the others.
func (s *Store) Attempts() ([]Summary, error) {
	entries, err := os.ReadDir(filepath.Join(s.o.Dir, "attempts"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, cause(err)
	}
	var all []Summary
	for _, e := range entries {
		id, ok := strings.CutSuffix(e.Name(), ".jsonl")
		if !ok || !e.Type().IsRegular() || !safeName.MatchString(id) {
			continue
		}
		if sum := s.summary(id); !sum.Started.IsZero() || sum.Problem != "" {
			all = append(all, sum)
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if !all[i].Last.Equal(all[j].Last) {
			return all[i].Last.After(all[j].Last)
		}
		return all[i].ID > all[j].ID
	})
	return all, nil
}

// summary reads of each event only what a list shows.
func (s *Store) summary(id string) Summary {
	sum := Summary{ID: id}
	data, path, err := s.read(id)
	if err == nil {
		err = lines(data, func(n int, line []byte) error {
			var e struct {
				Scenario, Title, End string
				Mode                 sim.Mode
				Seed                 int64
				To                   int
			}
			env, err := unseal(line, &e)
			if err != nil {
				return damaged(path, n, err)
			}
			sum.note(env, e.Scenario, e.Title, e.Mode, e.Seed, e.To, e.End)
			return nil
		})
	}
	if err != nil {
		sum.Problem = err.Error()
	}
	return sum
}

// note takes what one event adds to a summary.
func (sum *Summary) note(env envelope, scenario, title string, mode sim.Mode, seed int64, to int, end string) {
	sum.Last = env.At
	switch sim.EventType(env.Type) {
	case sim.Started:
		sum.Scenario, sum.Title, sum.Mode, sum.Seed, sum.Started = scenario, title, mode, seed, env.At
	case sim.Replied:
		sum.Replies++
	case sim.Rewound:
		sum.Replies, sum.End = to-1, ""
	case sim.Ended:
		sum.End = end
	}
}

func damaged(path string, line int, err error) error {
	if errors.Is(err, ErrNewer) {
		return fmt.Errorf("%s, line %d: %w", path, line, err)
	}
	return fmt.Errorf("%s, line %d cannot be read: %v", path, line, err)
}

func (s *Store) read(id string) ([]byte, string, error) {
	path, err := s.path("attempts", id, ".jsonl")
	if err != nil {
		return nil, "", err
	}
	data, err := readFile(path, maxAttempt)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, path, fmt.Errorf("attempt %s: %w", id, ErrNotThere)
	}
	return data, path, err
}

// readFile reads a regular file of at most limit bytes.
func readFile(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, cause(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("%s is larger than %d MB", path, limit>>20)
	}
	return data, err
}
