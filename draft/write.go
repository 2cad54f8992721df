package draft

import (
	"fmt"
	"slices"
	"strings"

	"coolhead/scenarios"
)

// Write is the example of these answers: a whole file that can be played, tested
// and changed.
func Write(a Answers) []byte {
	a = a.fill()
	v := stocked().voice(a.Persona)
	if v == nil {
		v = stocked().voice(Usual().Persona)
	}
	w := &writer{}
	st := stocked().story(a.Trouble)
	if st == nil {
		st = ownStory(a.Trouble)
	}
	steps := a.taken()
	a.head(w, st)
	a.people(w, v)
	a.talk(w, v, steps)
	a.after(w, v, steps)
	return []byte(w.b.String())
}

// id is what the example is played by.
func (a *Answers) id() string {
	if a.ID != "" {
		return a.ID
	}
	st := stocked().story(a.Trouble)
	if st == nil {
		st = ownStory(a.Trouble)
	}
	return Slug(st.Title)
}

// File is what the example is called on disk where nobody said.
func (a *Answers) File() string { return a.id() + ".yaml" }

// writer writes YAML as people write it.
type writer struct{ b strings.Builder }

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(&w.b, format+"\n", args...)
}

// block is a text over several lines, indented.
func (w *writer) block(key, indent, text string) {
	w.line("%s%s: |", indent, key)
	for line := range strings.Lines(strings.TrimSpace(text)) {
		w.line("%s  %s", indent, strings.TrimSpace(line))
	}
}

// quote is a text in YAML's double quotes.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\t", " ").Replace(s) + `"`
}

func list(lines []string) string {
	quoted := make([]string, len(lines))
	for i, l := range lines {
		quoted[i] = quote(l)
	}
	if len(quoted) == 1 {
		return quoted[0]
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

func (a *Answers) head(w *writer, st *story) {
	id := a.id()
	w.line("# A scenario of coolhead, written by `coolhead new`. It can be played as it stands;")
	w.line("# change it line by line. While you do:  coolhead lint FILE  and  coolhead test FILE")
	w.line("coolhead: 1                        # the format this file is written in")
	w.line("kind: call")
	w.line("id: %s", id)
	w.line("title: %s", quote(st.Title))
	w.line("level: %d                           # 1 is easy, 5 a horror story", a.Level)
	w.line("sector: %s", a.Sector)
	w.line("channel: %-25s # %s", a.Channel, strings.Join(scenarios.Channels(), ", "))
	if st.Cause != "" {
		w.line("cause: %-27s # %s", st.Cause, strings.Join(scenarios.Causes()[:4], ", ")+" …")
	}
	w.line("minutes: %d", 2+len(a.taken()))
	w.line("teaches: [%s]   # coolhead explain owns-it  tells what it is", strings.Join(a.Practise, ", "))
	w.line("")
	ch := channelOf(a.Channel)
	w.line("# What the trainee reads first.")
	brief := fmt.Sprintf("%s {firm}. It is Friday, 13:20.\n%s %s {ref}.", ch.you, a.Name, ch.comes)
	if a.toldBefore() {
		brief += " There are two notes on file, of Tuesday and of Wednesday."
	}
	w.block("brief", "", a.speak(brief))
	w.line("")
	w.line("# What the trainee has before them. Amounts, times and names in a reply are held against it.")
	w.line("card:")
	w.line("  knows:")
	w.line("    - %s", quote(a.speak(st.Knows)))
	if a.toldBefore() {
		w.line("    - %s", quote("Tuesday and Wednesday: asked about it, was told to wait. Both notes closed."))
	}
	w.line("  may:")
	w.line("    - %s", quote("Have it done by six today, or before noon tomorrow."))
	w.line("    - %s", quote(capital(ch.contact)+" by four today."))
	w.line("  may-not:")
	w.line("    - %s", quote("Promise anything sooner than six today."))
	w.line("")
	w.line("# For you alone: no trainee sees it before the call has ended.")
	w.block("trainer", "", "Stop after the first reply and ask: what does this customer want that is not the repair?\nWhich sentence of the trainee's could the customer have written down?")
	w.line("")
}

func (a *Answers) people(w *writer, v *voice) {
	w.line("customer:")
	w.line("  name: %s", quote(a.Name))
	w.line("  type: %-26s # the persona: how strongly replies act on such a person", a.Persona)
	w.line("  mood: %-26s # %s", startMood(a.Level), strings.Join(scenarios.MoodNames(), ", "))
	w.line("  # Why today. It is told in the debrief; the call must work without it.")
	first, _, _ := strings.Cut(v.Name, " ")
	mine, _, _ := strings.Cut(a.Name, " ")
	if mine != first {
		w.line("  # (The name is yours: read its “he” and “she” over.)")
	}
	w.block("backstory", "  ", strings.ReplaceAll(v.Backstory, first, mine))
	w.line("")
}

func (a *Answers) talk(w *writer, v *voice, steps []step) {
	w.line("# The talk, from top to bottom. A turn waits for what it needs, two replies long; then it goes on.")
	w.line("# Picks are read by the same rules as typed replies: nobody sets points by hand.")
	w.line("turns:")
	for i := range steps {
		s := &steps[i]
		if s.comment != "" {
			w.line("  # %s", s.comment)
		}
		w.line("  %s:", s.id)
		w.line("    says:")
		w.line("      - {if: again, say: %s}", list(s.again))
		w.line("      - say: %s", list(s.says))
		for _, extra := range s.extra {
			w.line("    %s", extra)
		}
		w.line("    needs: %s", s.teaches)
		w.picks(s.picks)
		w.line("    note: %s", quote(s.note))
		w.line("")
	}
	a.goodbye(w, v, steps)
	w.line("  # Only the trap of the first turn leads here; afterwards the talk goes on as before.")
	w.line("  blamed:")
	w.line("    says:")
	w.line("      - {if: again, say: %s}", quote(a.customer(v.OpeningAgain[0])))
	w.line("      - say: %s", quote(a.customer(v.Blamed)))
	w.line("    needs: {any: [owns-it, finds-agreement]}")
	w.line("    next: %s", steps[1].id)
	w.picks([]pick{
		{"say", "There is a form online for that, if you'd like to raise it with somebody.", ""},
		{"model", "No, you did nothing wrong. It's our mistake, and I'm putting it right now.", ""},
		{"trap", "I'm not saying it is your fault, I'm only saying that it didn't start with us.", ""},
	})
	w.line("")
	w.line("  gone:")
	w.line("    says: {does: %s, say: %s}", quote(a.leaves()), quote(a.customer(v.Stormed)))
	w.line("    end: %s", a.worst())
	w.line("")
}

func (w *writer) picks(picks []pick) {
	w.line("    picks:")
	for _, p := range picks {
		more := ""
		if p.more != "" {
			more = ", " + p.more
		}
		w.line("      - {%s: %s%s}", p.kind, quote(p.text), more)
	}
}

// worst is the bad ending of this customer: some leave without a word.
func (a *Answers) worst() string {
	if a.Persona == "silent" || a.Persona == "anxious" {
		return scenarios.LeftSilently
	}
	return scenarios.StormedOff
}

func (a *Answers) leaves() string {
	first, _, _ := strings.Cut(a.Name, " ")
	if l := channelOf(a.Channel).leaves; strings.Contains(l, "%s") {
		return fmt.Sprintf(l, first)
	} else {
		return l
	}
}

// goodbye is the turn of last words: the first entry whose condition holds.
func (a *Answers) goodbye(w *writer, v *voice, steps []step) {
	w.line("  # The first entry whose condition holds is said; the last has none.")
	w.line("  goodbye:")
	w.line("    says:")
	entry := func(cond, line, end string) {
		w.line("      - {if: %s, say: %s, end: %s}", cond, quote(a.customer(line)), end)
	}
	if a.opens(steps) {
		entry("heard open-question and heard owns-it and heard next-step-by-when and mood wary or better", v.Exceeded, scenarios.Exceeded)
	}
	entry("heard owns-it and heard next-step-by-when and mood upset or better", v.Recovered, scenarios.Recovered)
	entry("heard next-step-by-when and mood upset or better", v.Lost, scenarios.SolvedButLost)
	entry("mood upset or better", v.Useless, scenarios.KindButUseless)
	w.line("      - {does: %s, say: %s, end: %s}", quote(a.leaves()), quote(a.customer(v.Stormed)), a.worst())
	w.line("")
}

// opens says that there is a turn in which the backstory can be asked for.
func (a *Answers) opens(steps []step) bool {
	return slices.ContainsFunc(steps, func(s step) bool { return s.teaches == "open-question" })
}

// after is what comes below the turns: what may happen at any time, and the tests.
func (a *Answers) after(w *writer, v *voice, steps []step) {
	w.line("# Looked at after every reply; the first that holds acts.")
	w.line("anytime:")
	w.line("  - {if: mood furious, go: gone}")
	w.line("  - {if: silence %s, say: %s}", channelOf(a.Channel).silence, quote(a.customer(v.Silence)))
	w.line("")
	first, _, _ := strings.Cut(a.Name, " ")
	w.line("# What the debrief says of each ending.")
	w.line("ends:")
	w.line("  recovered: %s", quote(first+" has an hour, and believes it."))
	w.line("  solved-but-lost: %s", quote(first+" gets it done, and asks somebody else the next time."))
	w.line("  kind-but-useless: %s", quote(first+" liked you, and still has nothing to write down."))
	w.line("  %s: %s", a.worst(), quote(first+" is gone, and will tell it on Sunday."))
	w.line("")
	w.line("# `coolhead test FILE` plays these; add your own. Replies are words, {pick: 2} or {silence: 60s}.")
	w.line("tests:")
	w.line("  - name: The models, typed")
	w.line("    replies:")
	for _, s := range steps {
		for _, p := range s.picks {
			if p.kind == "model" {
				w.line("      - %s", quote(p.text))
			}
		}
	}
	good := []string{scenarios.Recovered}
	if a.opens(steps) {
		good = append(good, scenarios.Exceeded)
	}
	w.line("    expect: {end: [%s], score: 80+, heard: [%s]}", strings.Join(good, ", "), strings.Join(teaches(steps), ", "))
	if a.Level < 5 { // whoever begins angry may not stay for a second reply
		w.line("  - name: Blame first, and a way back")
		w.line("    replies: [{pick: %d}, {pick: 2}, %s]   # picks count from 1", pickOf(steps[0].picks, "trap"), strings.Join(models(steps[1:]), ", "))
		w.line("    expect: {end: [%s], score: 50+}", strings.Join(good, ", "))
	}
	w.line("  - name: Kind words and no plan")
	w.line("    replies:")
	for _, reply := range []string{"I completely understand how you feel.", "I'm so sorry to hear that.", "I do apologise for the inconvenience.", "I really am sorry.", "I hear you, and I understand.", "Thank you for your patience.", "Again, our apologies.", "I do understand.", "I'm very sorry about all this.", "I'm sorry again.", "We value you very much.", "I understand.", "I am sorry.", "Thank you for bearing with us."} {
		w.line("      - %s", quote(reply))
	}
	w.line("    expect: {end: [%s], score: below 60, not-heard: [next-step-by-when]}", strings.Join(a.bad(), ", "))
}

// pickOf is the number of the first pick of a kind.
func pickOf(picks []pick, kind string) int {
	return 1 + slices.IndexFunc(picks, func(p pick) bool { return p.kind == kind })
}

func models(steps []step) []string {
	var all []string
	for _, s := range steps {
		all = append(all, fmt.Sprintf("{pick: %d}", pickOf(s.picks, "model")))
	}
	return all
}

func (a *Answers) bad() []string {
	all := []string{scenarios.KindButUseless, scenarios.StormedOff}
	if w := a.worst(); w != scenarios.StormedOff {
		all = append(all, w)
	}
	return all
}

func teaches(steps []step) []string {
	var all []string
	for _, s := range steps {
		all = append(all, s.teaches)
	}
	return all
}
