package plain

import (
	"bytes"
	"context"
	"errors"
	"io"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"

	"coolhead/catalog"
	"coolhead/scoring"
	"coolhead/sim"
)

// shipped is what is in the binary; its packs are compiled once for all tests.
var shipped = sync.OnceValues(func() (*catalog.Catalog, error) { return catalog.Open(catalog.Options{}) })

// start is a call of a scenario that ships.
func start(t *testing.T, id string, mode sim.Mode) *sim.Call {
	t.Helper()
	c, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	cast, _, err := c.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return sim.Start(cast, sim.Options{Seed: 1, Mode: mode})
}

// play plays a call with these lines and gives all that was said.
func play(t *testing.T, call *sim.Call, o Options, lines ...string) string {
	t.Helper()
	var out bytes.Buffer
	o.In, o.Out = strings.NewReader(strings.Join(lines, "\n")), &out
	if err := New(call, o).Play(context.Background()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func kept([]sim.Event) error { return nil }

func TestAPlainCallIsTheCallOfTheScreen(t *testing.T) {
	words := []string{"You're right, you flew with both of them this morning.", "It's the bins: 186 people, room for 120 bags."}
	spoken, shown := start(t, "gate-agent", sim.Practice), start(t, "gate-agent", sim.Practice)
	play(t, spoken, Options{Keep: kept}, append(words, ":state", ":why 1")...)
	for _, w := range words {
		if _, err := shown.Reply(w); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(spoken.Debrief(), shown.Debrief()) {
		t.Errorf("in plain %+v, on the screen %+v", spoken.Result(), shown.Result())
	}
}

func TestNothingTheCustomerSaysIsSaidTwice(t *testing.T) {
	out := play(t, start(t, "gate-agent", sim.Practice), Options{Keep: kept}, ":pick 4", "Well.", "Well, well.", "So.")
	seen := map[string]bool{}
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "Tobias, ") && seen[line] {
			t.Errorf("twice: %s", line)
		}
		seen[line] = true
	}
}

func TestAnEndOfInputKeepsTheCallAndShowsTheDebriefSoFar(t *testing.T) {
	out := play(t, start(t, "gate-agent", sim.Practice), Options{Keep: kept}, "Well.")
	for _, want := range []string{"\nKept. coolhead play --continue goes on from here.\nDebrief so far.", "\nReply 1, score "} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
}

func TestWhatCannotBeKeptIsSaidOnceAndNotCalledKept(t *testing.T) {
	full := errors.New("This reply is not on disk yet: the disk is full.")
	out := play(t, start(t, "gate-agent", sim.Practice), Options{Keep: func([]sim.Event) error { return full }}, "Well.", "Well, well.")
	if n := strings.Count(out, full.Error()); n != 1 {
		t.Errorf("it is said %d times", n)
	}
	if strings.Contains(out, "\nKept.") {
		t.Error("and then it is called kept")
	}
}

func TestASilentCustomersHeatDoesNotShowBeforeTheEnd(t *testing.T) {
	out := play(t, start(t, "silent-leaver", sim.Practice), Options{Keep: kept}, "It ends on 30 November.", ":state", ":whatif 1 Why do you ask?")
	talk, _, _ := strings.Cut(out, "Debrief")
	if found := regexp.MustCompile(`(?m)^heat |heat \d|Robin, (glad|calm|wary|upset|angry|furious)|Patience`).FindString(talk); found != "" {
		t.Errorf("%q shows in\n%s", found, talk)
	}
	if !strings.Contains(talk, "Robin is hard to read.") {
		t.Error(":state does not say that Robin is hard to read")
	}
}

func TestATestShowsNothingBeforeItsEnd(t *testing.T) {
	out := play(t, start(t, "gate-agent", sim.Test), Options{Keep: kept}, "Calm down.", ":state", ":hint", ":why 1", ":rewind 1", ":whatif 1 Well.", ":debrief")
	talk, _, _ := strings.Cut(out, "Kept.")
	if found := regexp.MustCompile(`(?m)^coach:|^hint |heat \d|^Tobias, |^Back at|^score:`).FindString(talk); found != "" {
		t.Errorf("%q shows in\n%s", found, talk)
	}
}

func TestALongLineIsSaidAsFarAsItWasRead(t *testing.T) {
	call := start(t, "gate-agent", sim.Practice)
	out := play(t, call, Options{Keep: kept}, strings.Repeat("é", maxLine))
	if !strings.Contains(out, "were read") {
		t.Error("nobody is told")
	}
	said := call.Exchanges()[0].Reply
	if len(said) > maxLine || strings.ContainsRune(said, '\uFFFD') {
		t.Errorf("%d bytes were said, with a broken letter: %v", len(said), strings.ContainsRune(said, '\uFFFD'))
	}
}

func TestAnInterruptEndsACallThatWaitsForWords(t *testing.T) {
	in, never := io.Pipe()
	defer never.Close()
	ctx, stop := context.WithCancel(context.Background())
	asked := make(chan struct{})
	out := &until{text: "you> ", seen: asked}
	done := make(chan error)
	go func() {
		done <- New(start(t, "gate-agent", sim.Practice), Options{In: in, Out: out, Prompt: true, Keep: kept}).Play(ctx)
	}()
	<-asked
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if !strings.Contains(out.all.String(), "Kept.") {
		t.Error("it does not say that the call is kept")
	}
}

// until tells when a text has been written.
type until struct {
	all  bytes.Buffer
	text string
	seen chan struct{}
}

func (u *until) Write(p []byte) (int, error) {
	n, err := u.all.Write(p)
	if strings.Contains(string(p), u.text) {
		close(u.seen)
	}
	return n, err
}

// gone is a reader who has left.
type gone struct{}

func (gone) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestWithNobodyToReadTheCallStops(t *testing.T) {
	err := New(start(t, "gate-agent", sim.Practice), Options{In: strings.NewReader("Well.\n"), Out: gone{}, Keep: kept}).Play(context.Background())
	if !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("error %v, want %v", err, io.ErrClosedPipe)
	}
}

func TestEveryCommandIsInHelpAndAnswers(t *testing.T) {
	out := play(t, start(t, "gate-agent", sim.Practice), Options{Keep: kept}, ":help")
	for _, c := range commands() {
		if !strings.Contains(out, "\n"+c.form+": ") {
			t.Errorf("%s is not in :help", c.name)
		}
		before := play(t, start(t, "gate-agent", sim.Practice), Options{Keep: kept}, "Well.")
		if after := play(t, start(t, "gate-agent", sim.Practice), Options{Keep: kept}, "Well.", ":"+c.name); before == after {
			t.Errorf(":%s says nothing", c.name)
		}
	}
}

func TestWhatATurnNeedsIsNotToldWhileTheCallGoesOn(t *testing.T) {
	out := play(t, start(t, "gate-agent", sim.Practice), Options{Keep: kept}, "Well.", ":why 1")
	needed, _ := scoring.BehaviourOf("finds-agreement") // what the first turn of this call needs
	if strings.Contains(out, needed.Name) {
		t.Errorf("%q is told in\n%s", needed.Name, out)
	}
	if !strings.Contains(out, "what was needed") {
		t.Errorf("that something was missing is not told in\n%s", out)
	}
}

func TestTheDebriefOfAReplyIsAFewLines(t *testing.T) {
	const words = "I'm so sorry Dana, that's our mistake, and I'll open 4411 right now and call you on Friday at ten."
	out := play(t, start(t, "third-call", sim.Practice), Options{Keep: kept}, words)
	_, receipt, _ := strings.Cut(out, "\nReply 1, score ")
	lines := strings.Split(strings.TrimSpace(receipt), "\n")[1:]
	if len(lines) < 2 || len(lines) > 8 || !strings.Contains(lines[len(lines)-1], " things ") {
		t.Errorf("%d lines:\n%s", len(lines), receipt)
	}
}

func TestTheDebriefSoFarOfASilentCustomerTellsNoHeat(t *testing.T) {
	out := play(t, start(t, "silent-leaver", sim.Practice), Options{Keep: kept}, "It ends on 30 November.", ":debrief", ":quit")
	if found := regexp.MustCompile(`heat \d+ to \d+`).FindString(out); found != "" {
		t.Errorf("%q shows in\n%s", found, out)
	}
}
