package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"coolhead/scenarios"
	"coolhead/scoring"
)

// Imported is a playable draft made of a real talk.
type Imported struct {
	YAML  []byte
	Rated []Rated  // the exchanges, masked
	Masks []Mask   // what was masked, with what it was: for the screen alone
	Left  []string // words with a capital that were left as they are
}

// Import makes a draft of a talk: the customer's turns, the agent's replies as
// picks, the worst marked as a trap, a better one beside a poor one.
func Import(t *Transcript, r *scoring.Reader, id, channel string) *Imported {
	m := newMasker()
	var raw []string
	for _, x := range t.Exchanges {
		raw = append(raw, x.Customer, x.Agent)
	}
	raw = append(raw, t.Last)
	m.count(raw)
	m.learn(raw, append(slices.Clone(t.Speakers), t.Names...))
	masked := &Transcript{Last: m.line(t.Last)}
	done := &Imported{}
	var lines []string
	for _, x := range t.Exchanges {
		x = Exchange{m.line(x.Customer), m.line(x.Agent)}
		masked.Exchanges = append(masked.Exchanges, x)
		lines = append(lines, x.Customer, x.Agent)
	}
	name := m.person(t)
	done.Rated = rate(masked, r, channel, name)
	done.Masks, done.Left = m.list(), capitals(append(lines, masked.Last))
	w := &writer{}
	w.draft(done.Rated, masked, id, channel, name)
	done.YAML = []byte(w.b.String())
	return done
}

var introduces = regexp.MustCompile(`(?:^|[^\pL])(?i:this is|my name(?:'s| is)|i(?:'m| am)|regards,?) (\p{Lu}[\pL'’-]+(?: \p{Lu}[\pL'’-]+)?)`)

// person is what stands for the customer: by the talk's own heading, by what they
// call themselves, else somebody made up.
func (m *masker) person(t *Transcript) string {
	who := []string{t.Customer}
	for _, x := range append(t.Exchanges, Exchange{Customer: t.Last}) {
		if hit := introduces.FindStringSubmatch(x.Customer); hit != nil {
			who = append(who, hit[1])
		}
	}
	var best []string
	for _, name := range who {
		var known []string
		for _, w := range strings.Fields(name) {
			if to := m.parts[strings.ToLower(w)]; to != "" {
				known = append(known, to)
			}
		}
		if len(known) > len(best) {
			best = known
		}
	}
	if len(best) > 0 {
		return strings.Join(best, " ")
	}
	return m.spare()
}

// spare is a made-up name that stands for nobody in the talk yet.
func (m *masker) spare() string {
	for _, who := range madeUp() {
		first, _, _ := strings.Cut(who, " ")
		taken := false
		for _, to := range m.parts {
			taken = taken || to == first
		}
		if !taken {
			return who
		}
	}
	return madeUp()[0]
}

// mood says how a talk begins: by capitals and marks of its first line.
func mood(first string) scenarios.Mood {
	loud, marks := 0, strings.Count(first, "!")
	for _, w := range strings.Fields(first) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if len(w) > 2 && w == strings.ToUpper(w) && w != strings.ToLower(w) {
			loud++
		}
	}
	if loud > 1 || marks > 1 {
		return scenarios.Angry
	}
	return scenarios.Upset
}

func (w *writer) draft(rated []Rated, t *Transcript, id, channel, name string) {
	first, _, _ := strings.Cut(name, " ")
	w.line("# A draft of coolhead, made of a real talk by `coolhead import`. What looked like personal")
	w.line("# data has been replaced by made-up data: read all of it before you pass it on.")
	w.line("# It can be played as it stands. What makes it an exercise is yours: who this is, why")
	w.line("# today, and for each turn what the customer waits for. `coolhead test` says what is missing.")
	w.line("coolhead: 1")
	w.line("kind: call")
	w.line("id: %s", id)
	w.line("title: %s", quote(capital(strings.ReplaceAll(id, "-", " "))))
	w.line("level: 3")
	w.line("channel: %-25s # %s", channel, strings.Join(scenarios.Channels(), ", "))
	w.line("teaches: [%s]", strings.Join(taught(rated), ", "))
	w.line("")
	w.block("brief", "", fmt.Sprintf("%s\n%s has come to you with this. Say what there is to know before the first line.", opening(channel), name))
	w.line("")
	w.line("customer:")
	w.line("  name: %s", quote(name))
	w.line("  # type: time-poor                # a persona: %s …", strings.Join(Personas()[:5], ", "))
	w.line("  mood: %-26s # %s", mood(rated[0].Customer), strings.Join(scenarios.MoodNames(), ", "))
	w.line("")
	w.line("turns:")
	for i := range rated {
		w.turn(&rated[i], i)
	}
	leaves := channelOf(channel).leaves
	if strings.Contains(leaves, "%s") {
		leaves = fmt.Sprintf(leaves, first)
	}
	w.line("  goodbye:")
	w.line("    says:")
	last := t.Last
	if last == "" {
		w.line("      - {if: mood upset or better, does: %s, end: recovered}", quote(first+" takes it, and says goodbye."))
	} else {
		w.line("      - {if: mood upset or better, say: %s, end: recovered}", quote(last))
	}
	w.line("      - {does: %s, end: stormed-off}", quote(leaves))
	w.line("")
	w.line("  gone:")
	w.line("    says: {does: %s}", quote(leaves))
	w.line("    end: stormed-off")
	w.line("")
	w.line("anytime:")
	w.line("  - {if: mood furious, go: gone}")
}

func opening(channel string) string {
	return channelOf(channel).you + " the firm this talk came from."
}

// taught are the behaviours that most turns wait for.
func taught(rated []Rated) []string {
	var all []string
	for i := range rated {
		for _, id := range rated[i].helps {
			if !slices.Contains(all, id) && len(all) < 5 {
				all = append(all, id)
			}
		}
	}
	return all
}

// turn writes one exchange. The agent's reply is a model if it is good, a trap if
// it is poor or the worst of all, else a plain pick.
func (w *writer) turn(x *Rated, i int) {
	w.line("  turn-%d:", i+1)
	w.line("    says: %s", quote(x.Customer))
	if len(x.helps) > 0 {
		w.line("    needs: {any: [%s]}", strings.Join(x.helps, ", "))
	}
	w.line("    picks:")
	why := ""
	if x.Worst {
		why = ", the worst of this talk"
	}
	if x.Cost != "" {
		why += "; it cost most: " + x.Cost
	}
	w.line("      # what was said: %s of 100%s", x.Score, why)
	w.line("      - {%s: %s}", x.Kind(), quote(x.Agent))
	if x.Better != "" {
		w.line("      # suggested: %s of 100. Make it say what is true in this case", x.BetterScore)
		w.line("      - {model: %s}", quote(x.Better))
	}
	w.line("")
}
