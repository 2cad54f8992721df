package draft

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"coolhead/scenarios"
)

// Answers are what an example is written from. All have a usual value.
type Answers struct {
	ID       string
	Kind     string
	Persona  string
	Name     string
	Trouble  string // a story's id, or the customer's own sentence
	Sector   string
	Firm     string // of a sector that is not in the list; "" is one called after it
	Channel  string
	Level    int
	Practise []string
}

// Choice is one answer to a question.
type Choice struct{ Word, Means string }

// Question is what a trainer is asked.
type Question struct {
	Key     string
	Ask     string
	Choices []Choice
	Usual   string // what enter alone answers
	Own     string // what words of one's own mean here; "" if there are none
}

// Usual are the answers of somebody who gives none.
func Usual() Answers {
	return Answers{Kind: "call", Persona: "time-poor", Trouble: "late", Sector: "retail", Channel: "phone", Level: 3}
}

// Questions are asked one after another; Usual and Choices of a later one may
// depend on the answers before.
func Questions() []string {
	return []string{"persona", "name", "trouble", "sector", "firm", "channel", "level", "practise"}
}

// Asks says whether a question has a point as things stand: the firms of the list
// have names.
func (a *Answers) Asks(key string) bool {
	return key != "firm" || stocked().sector(a.Sector) == nil
}

// Question is one question as things stand.
func (a *Answers) Question(key string) Question {
	s := stocked()
	q := Question{Key: key}
	switch key {
	case "kind":
		q.Ask, q.Usual = "What kind of exercise", a.Kind
		for _, k := range scenarios.Kinds() {
			q.Choices = append(q.Choices, Choice{Word: k})
		}
	case "persona":
		q.Ask, q.Usual = "Who is the customer?", a.Persona
		for _, v := range s.voices {
			q.Choices = append(q.Choices, Choice{v.ID, v.Told[0]})
		}
		for i := range q.Choices {
			q.Choices[i].Means = "“" + short(a.speak(q.Choices[i].Means), 56) + "”"
		}
	case "name":
		q.Ask, q.Usual, q.Own = "What is the customer called?", a.Name, "a name"
		if v := s.voice(a.Persona); v != nil && q.Usual == "" {
			q.Usual = v.Name
		}
	case "trouble":
		q.Ask, q.Usual, q.Own = "What went wrong?", a.Trouble, "one sentence, in the customer's words"
		for _, st := range s.stories {
			q.Choices = append(q.Choices, Choice{st.ID, st.About})
		}
	case "sector":
		q.Ask, q.Usual, q.Own = "Where?", a.Sector, "another line of business, in a word or two"
		for _, st := range s.sectors {
			q.Choices = append(q.Choices, Choice{st.ID, st.Firm + ", " + st.What})
		}
	case "firm":
		q.Ask, q.Usual, q.Own = "What is the firm called?", a.firm(), "a name"
	case "channel":
		q.Ask, q.Usual = "Over what?", a.Channel
		for _, c := range scenarios.Channels() {
			q.Choices = append(q.Choices, Choice{Word: c})
		}
	case "level":
		q.Ask, q.Usual = "How hard?", strconv.Itoa(a.Level)
		for i, means := range []string{"a wary customer", "an upset one", "with a reason for today", "with a jibe", "angry, where one word of blame may be the last"} {
			q.Choices = append(q.Choices, Choice{strconv.Itoa(i + 1), a.replies(i+1) + ", " + means})
		}
	case "practise":
		q.Ask, q.Usual = "What is to be practised? Several with commas", strings.Join(a.usualPractice(), ", ")
		for _, st := range a.steps() {
			q.Choices = append(q.Choices, Choice{st.teaches, st.about})
		}
	}
	return q
}

// Set takes one answer; an error is a sentence for the one who gave it.
func (a *Answers) Set(key, answer string) error {
	answer = strings.TrimSpace(answer)
	if strings.ContainsFunc(answer, func(r rune) bool {
		return unicode.IsControl(r) || r == utf8.RuneError || unicode.Is(unicode.Bidi_Control, r)
	}) {
		return errors.New("there is a character in it that cannot be shown")
	}
	q := a.Question(key)
	if answer == "" {
		answer = q.Usual
	}
	var words []string
	for _, c := range q.Choices {
		words = append(words, c.Word)
	}
	if key != "practise" && key != "level" {
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(words) {
			answer = words[n-1]
		}
	}
	if key == "level" && !slices.Contains(words, answer) {
		return fmt.Errorf("“%s” is no level: 1 is easy, 5 a horror story", answer)
	}
	if key != "practise" && q.Own == "" && !slices.Contains(words, answer) {
		return notOne(answer, words)
	}
	switch key {
	case "kind":
		a.Kind = answer
		return a.playable()
	case "persona":
		a.Persona = answer
	case "name":
		if n := utf8.RuneCountInString(answer); n > 40 {
			return fmt.Errorf("a name of %d letters does not fit on the screen; 40 do", n)
		}
		a.Name = answer
	case "trouble":
		if !slices.Contains(words, answer) && (utf8.RuneCountInString(answer) > 160 || len(strings.Fields(answer)) < 3) {
			return errors.New("say it in one sentence of three words or more, as the customer would, or take one of the list")
		}
		a.Trouble = answer
	case "sector":
		if !slices.Contains(words, answer) {
			if answer = Slug(answer); answer == "" || len(answer) > 30 {
				return errors.New("a line of business is a word or two, of 30 letters at most: bicycles, glove shop")
			}
		}
		a.Sector = answer
	case "firm":
		if n := utf8.RuneCountInString(answer); n > 40 {
			return fmt.Errorf("a name of %d letters does not fit on the screen; 40 do", n)
		}
		a.Firm = answer
	case "channel":
		a.Channel = answer
	case "level":
		a.Level, _ = strconv.Atoi(answer)
	case "practise":
		for _, w := range split(answer) {
			if !slices.Contains(words, w) {
				return notOne(w, words)
			}
		}
		a.Practise = split(answer)
	}
	return nil
}

// playable says whether this program plays the kind asked for: an example that
// cannot be played would teach nothing.
func (a *Answers) playable() error {
	s := scenarios.Scenario{Kind: a.Kind}
	if _, ok := s.Playable(); !ok || a.Kind != "call" {
		return fmt.Errorf("a %s cannot be written yet, since this version plays calls only. Leave --kind out, and a call is written", a.Kind)
	}
	return nil
}

// fill takes the usual answer for what was left open.
func (a Answers) fill() Answers {
	u := Usual()
	set := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	set(&a.Kind, u.Kind)
	set(&a.Persona, u.Persona)
	set(&a.Trouble, u.Trouble)
	set(&a.Sector, u.Sector)
	set(&a.Channel, u.Channel)
	if a.Level == 0 {
		a.Level = u.Level
	}
	if a.Name == "" {
		a.Name = a.Question("name").Usual
	}
	if len(a.Practise) == 0 {
		a.Practise = a.usualPractice()
	}
	return a
}

// short cuts a text to so many letters.
func short(s string, to int) string {
	r := []rune(s)
	if len(r) <= to {
		return s
	}
	return strings.TrimRight(string(r[:to-1]), " ,.;:") + "…"
}
