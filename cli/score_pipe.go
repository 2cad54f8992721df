package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
)

// assess reads replies, judges them on several cores, and hands the results on in
// the order the replies came. At most a few hundred are in memory at once:
//
//	read ── queue ──→ workers
//	  └──── order ────────→ write, each waits for its own result
//
// Lines that cannot be read are noted and left out.
func assess(ctx context.Context, in replies, faults *lineFaults, workers int, judge func(reply) judged, write func(judged) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type task struct {
		reply reply
		done  chan judged
	}
	queue := make(chan task, 64*workers)
	order := make(chan chan judged, 64*workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for t := range queue {
				t.done <- judge(t.reply)
			}
		})
	}
	var broken error
	wg.Go(func() {
		defer close(queue)
		defer close(order)
		for {
			r, err := in.next()
			var fault *lineFault
			switch {
			case errors.As(err, &fault):
				faults.add(fault)
				continue
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				broken = err
				return
			}
			faults.last = r.line
			t := task{r, make(chan judged, 1)}
			select {
			case order <- t.done:
				queue <- t
			case <-ctx.Done():
				broken = errors.New("stopped")
				return
			}
		}
	})
	var unwritten error
	for done := range order {
		j := <-done
		if unwritten == nil {
			if unwritten = write(j); unwritten != nil {
				stop()
			}
		}
	}
	wg.Wait()
	return errors.Join(unwritten, broken)
}

// lineFaults tells of lines that were left out; the first of them in full.
type lineFaults struct {
	to    io.Writer
	title string
	n     int
	last  int // the line read last
}

// shownFaults is how many lines are named; a wrong file has thousands.
const shownFaults = 20

func (f *lineFaults) add(e *lineFault) {
	f.last = e.line
	if f.n++; f.n <= shownFaults {
		fmt.Fprintf(f.to, "%s, line %d: %s.\n", clean(f.title), e.line, clean(e.what))
	}
}

func (f *lineFaults) result() error {
	if f.n == 0 {
		return nil
	}
	if f.n > shownFaults {
		fmt.Fprintf(f.to, "%s: and %d more.\n", clean(f.title), f.n-shownFaults)
	}
	return &exit{faulty, fmt.Sprintf("%s could not be read; all others were", count(f.n, "line"))}
}
