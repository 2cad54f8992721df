package draft

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"coolhead/scenarios"
	"coolhead/scenarios/library"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/sim/check"
)

var reader = sync.OnceValue(func() *scoring.Reader {
	packs, _ := scoring.Builtin()
	r, _ := scoring.Compile(packs)
	return r
})

func known() scenarios.Known {
	k := scenarios.Known{Personas: Personas()}
	for _, b := range scoring.Behaviours() {
		k.Behaviours = append(k.Behaviours, b.ID)
	}
	return k
}

// unread are all that reading a file finds.
func unread(data []byte) (*scenarios.Scenario, []string) {
	var all []string
	s, problems := scenarios.Load("it.yaml", data, known())
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%s line %d: %s", p.Code, p.Line, p.Message))
	}
	if s == nil {
		all = append(all, "it cannot be played")
	}
	return s, all
}

// faults are all that lint and test say of a file.
func faults(t *testing.T, data []byte) []string {
	t.Helper()
	s, all := unread(data)
	if s == nil {
		return all
	}
	cast := sim.Cast{Scenario: s, Reader: reader()}
	if s.Customer.Type != "" {
		file := "personas/" + s.Customer.Type + ".yaml"
		persona, err := library.FS.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cast.Persona, _ = scenarios.LoadPersona(file, persona)
	}
	for _, p := range check.New(cast).Problems() {
		all = append(all, fmt.Sprintf("%s line %d: %s %s\n%s", p.Code, p.Line, p.Message, p.Help, p.Note))
	}
	return all
}

func holds(t *testing.T, a Answers) {
	t.Helper()
	data := Write(a)
	if all := faults(t, data); len(all) > 0 {
		t.Errorf("%+v:\n%s", a, strings.Join(all, "\n"))
	}
}

func TestTheStockIsInOrder(t *testing.T) {
	_, problems := shelf()
	for _, p := range problems {
		t.Error(source.Format(p))
	}
	files, err := library.FS.ReadDir("personas")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if id := strings.TrimSuffix(f.Name(), ".yaml"); !slices.Contains(Personas(), id) {
			t.Errorf("the persona %s has no voice", id)
		}
	}
	if len(Personas()) != len(files) {
		t.Errorf("%d voices for %d personas", len(Personas()), len(files))
	}
}

func TestEveryPersonaOverEveryChannelPassesAsItStands(t *testing.T) {
	for _, persona := range Personas() {
		for _, channel := range scenarios.Channels() {
			t.Run(persona+" "+channel, func(t *testing.T) {
				t.Parallel()
				a := Usual()
				a.Persona, a.Channel = persona, channel
				holds(t, a)
			})
		}
	}
}

func TestEveryPersonaAtEveryLevelPassesAsItStands(t *testing.T) {
	for _, persona := range Personas() {
		for level := 1; level <= 5; level++ {
			t.Run(fmt.Sprintf("%s %d", persona, level), func(t *testing.T) {
				t.Parallel()
				a := Usual()
				a.Persona, a.Level = persona, level
				holds(t, a)
			})
		}
	}
}

const ownTrouble = "You charged me for a coat I sent back"

func TestATroubleOfOnesOwnPassesAtEveryLevel(t *testing.T) {
	for _, persona := range []string{"time-poor", "silent", "abuser", "chatty"} {
		for level := 1; level <= 5; level++ {
			t.Run(fmt.Sprintf("%s %d", persona, level), func(t *testing.T) {
				t.Parallel()
				a := Usual()
				a.Persona, a.Level, a.Trouble = persona, level, ownTrouble
				holds(t, a)
			})
		}
	}
}

// What the trainer did not say is not in the file: nobody has asked before.
func TestATroubleOfOnesOwnBringsNoStoryWithIt(t *testing.T) {
	a := Usual()
	a.Trouble = ownTrouble
	text := string(Write(a))
	for _, word := range []string{"Tuesday", "Wednesday", "no-repeat", "told-before", "In their own words"} {
		if strings.Contains(text, word) {
			t.Errorf("%q is in the file, and nobody said it", word)
		}
	}
	if !strings.Contains(text, "title: \"You charged me for a coat I sent back\"") || a.File() != "you-charged-me-for-a-coat-i-sent-back.yaml" {
		t.Errorf("the title and the file (%s) are not taken from the sentence:\n%s", a.File(), text[:400])
	}
	a.Practise = []string{"no-repeat"}
	if text := string(Write(a)); !strings.Contains(text, "told-before:") || !strings.Contains(text, "Tuesday and Wednesday") {
		t.Error("what is asked for is not there")
	}
}

func TestATitleIsTheFirstWordsOfASentence(t *testing.T) {
	for sentence, want := range map[string]string{
		"you promised me a call, and there was none":                        "You promised me a call",
		"The glove. It is the wrong one!":                                   "The glove",
		"My bike came back from its service with the bell gone":             "My bike came back from its service",
		"No one ever told me that the deposit was not to be paid back":      "No one ever told me that the deposit",
		"Antidisestablishmentarianism-and-more-than-forty-letters is wrong": "Antidisestablishmentarianism-and-more…",
	} {
		if got := titleOf(sentence); got != want {
			t.Errorf("%q is called %q, not %q", sentence, got, want)
		}
	}
}

// A sector of one's own has a firm that is called after it, until it has a name.
func TestASectorOfOnesOwnHasAFirm(t *testing.T) {
	a := Usual()
	if a.Asks("firm") {
		t.Error("a sector of the list has a firm already")
	}
	if err := a.Set("sector", "Glove shop"); err != nil || a.Sector != "glove-shop" || !a.Asks("firm") {
		t.Fatalf("sector %q, %v", a.Sector, err)
	}
	if text := string(Write(a)); !strings.Contains(text, "Long Lane Glove Shop. It is Friday") || strings.Contains(text, "an office") {
		t.Errorf("the firm has no name:\n%s", text[:900])
	}
	if err := a.Set("firm", "Two Wheels"); err != nil {
		t.Fatal(err)
	}
	if text := string(Write(a)); !strings.Contains(text, "at Two Wheels. It is Friday") {
		t.Errorf("the firm's name is not there:\n%s", text[:900])
	}
	for _, no := range []string{"!!!", "a line of business that is much too long for a list"} {
		if err := a.Set("sector", no); err == nil {
			t.Errorf("%q is taken for a sector", no)
		}
	}
}

func TestEveryStoryInEverySectorPassesAsItStands(t *testing.T) {
	for _, story := range append(stocked().stories, story{ID: ownTrouble}) {
		for _, sector := range append(stocked().sectors, sector{ID: "forestry"}) {
			t.Run(story.ID+" "+sector.ID, func(t *testing.T) {
				t.Parallel()
				a := Usual()
				a.Trouble, a.Sector = story.ID, sector.ID
				holds(t, a)
			})
		}
	}
}

func TestAnswersThatAreRefusedSayWhatIsMeant(t *testing.T) {
	for _, try := range [][3]string{
		{"level", "9", "“9” is no level: 1 is easy, 5 a horror story"},
		{"level", "hard", "“hard” is no level: 1 is easy, 5 a horror story"},
		{"persona", "sarcstic", "“sarcstic” is not one of them. Did you mean sarcastic?"},
		{"sector", "!!!", "a line of business is a word or two, of 30 letters at most: bicycles, glove shop"},
	} {
		a := Usual()
		if err := a.Set(try[0], try[1]); err == nil || err.Error() != try[2] {
			t.Errorf("%s %q: %v, want %q", try[0], try[1], err, try[2])
		}
	}
}

func TestASectorOfOnesOwnReadsAsASentence(t *testing.T) {
	a := Usual()
	a.Sector = "forestry"
	if text := string(Write(a)); !strings.Contains(text, "at Long Lane Forestry. It is") {
		t.Errorf("the brief reads:\n%s", text[strings.Index(text, "brief:"):][:200])
	}
}
