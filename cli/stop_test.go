package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"
)

func TestWhatWasStoppedIsNeverTakenForFine(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for args, want := range map[string]string{
		"lint gate-agent": "coolhead lint: stopped before everything was read.\n",
		"test gate-agent": "coolhead test: stopped before everything was played.\n",
		"test gate-agent --walks 0 --states 0 --format json": "coolhead test: stopped before everything was played.\n",
	} {
		var out, said bytes.Buffer
		code := Run(ctx, strings.Fields(args), World{
			In: strings.NewReader(""), Out: &out, Err: &said,
			Getenv: func(string) string { return "" }, Data: t.TempDir(), Config: t.TempDir(), Now: time.Now,
		})
		if code != faulty || said.String() != want || out.Len() > 0 {
			t.Errorf("%s: exit code %d, stderr %q, stdout %q", args, code, said.String(), out.String())
		}
	}
}
