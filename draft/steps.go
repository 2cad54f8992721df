package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"coolhead/scenarios"
)

// step is one turn of an example.
type step struct {
	id      string
	about   string // what it practises, for a question
	teaches string // the behaviour it needs
	level   int    // from which level on it is there unasked
	says    []string
	again   []string
	picks   []pick
	extra   []string // lines of YAML after says
	note    string
	comment string
}

type pick struct{ kind, text, more string }

// steps are all turns an example of these answers can have, in order.
func (a *Answers) steps() []step {
	s := stocked()
	v := s.voice(a.Persona)
	if v == nil {
		v = &voice{Opening: []string{""}}
	}
	st := s.story(a.Trouble)
	if st == nil {
		st = ownStory(a.Trouble)
	}
	say := func(lines ...string) []string {
		out := make([]string, len(lines))
		for i, l := range lines {
			out[i] = a.customer(l)
		}
		return out
	}
	ch := channelOf(a.Channel)
	told := 2
	if s.story(a.Trouble) == nil {
		told = unasked // a trainer's own sentence says nothing of an earlier time
	}
	all := []step{
		{
			id: "opening", about: "taking the fault on, without a but", teaches: "owns-it", level: 1,
			says: say(v.Opening...), again: say(v.OpeningAgain...),
			picks: []pick{
				{"trap", a.speak(st.Blame), "shows: blames-customer, go: blamed"},
				{"model", a.speak(st.Own), ""},
				{"say", "I'm sorry to hear that. Could I take your name and a number, to get us started?", ""},
			},
			note:    "The number is on the card already. Who asks for it all the same?",
			comment: "says: one of these lines at random. again: said when the reply has missed the need.",
		}, {
			id: "told-before", about: "not making them tell it again", teaches: "no-repeat", level: told,
			says: say(v.Told...), again: say(v.ToldAgain),
			picks: []pick{
				{"model", "You've told it twice, and that was our job to keep. I can see Tuesday and Wednesday here.", ""},
				{"say", "Thanks for telling me. There should be something about it in here, on one of these pages.", ""},
				{"trap", "Could you take me through it once more from the start, so that I have the whole picture?", "shows: asks-again"},
			},
			note: "The trap is thorough, and it is the third time of telling.",
		}, {
			id: "what-now", about: "giving a choice in place of a wait", teaches: "options", level: 1,
			says: say(v.Now...), again: say(v.NowAgain),
			picks: []pick{
				{"say", "I'll pass it on to the team today, and then somebody should be in touch about it.", ""},
				{"trap", "It's the same wait for everybody, I'm afraid, that's the policy for all of these.", "shows: policy-wall"},
				{"model", "You're right to ask. I can do six today or noon tomorrow. Which suits you better?", ""},
			},
			note: "Two real choices give the day back to the customer.",
		}, a.jibe(say(v.Jibe...), say(v.JibeAgain), a.speak),
		{
			id: "when", about: "saying who does what by when", teaches: "next-step-by-when", level: 1,
			says: say(v.When...), again: say(v.WhenAgain),
			picks: []pick{
				{"trap", "It will definitely be all right this time, so you don't need to worry about it any more.", "shows: overpromises"},
				{"model", "Fair enough. I'll " + ch.contact + " by four today with the exact hour, and I'm staying on it.", ""},
				{"say", "As soon as there is anything new on it, we'll be sure to let you know about it.", ""},
			},
			note: "Four o'clock can be checked today. That is what makes it believable.",
		}, {
			id: "sunday", about: "asking one open question", teaches: "open-question", level: 3,
			says: say(v.Sunday...), again: say(v.SundayAgain),
			picks: []pick{
				{"say", "I see, Sunday. Is that a problem for you, then?", ""},
				{"trap", "Well, at least it's sorted before the weekend!", "shows: minimises"},
				{"model", "So it's for Sunday. What happens on Sunday?", ""},
			},
			note: "A half-sentence like this is a door. A question that can be answered with yes closes it.",
		},
	}
	return all
}

// unasked is the level of a turn that is there only where it is to be practised.
const unasked = 9

// replies is how many replies an example of a level takes, in words.
func (a *Answers) replies(level int) string {
	n := 0
	for _, s := range a.steps() {
		if s.level <= level {
			n++
		}
	}
	return [...]string{"no", "one", "two", "three", "four", "five", "six", "seven"}[n] + " replies"
}

// toldBefore says that the customer has told it all before in this example.
func (a *Answers) toldBefore() bool {
	return slices.ContainsFunc(a.taken(), func(s step) bool { return s.teaches == "no-repeat" })
}

// jibe is the turn that tempts the trainee to answer in kind; with somebody
// abusive it is the limit that is practised.
func (a *Answers) jibe(says, again []string, speak func(string) string) step {
	s := step{
		id: "jibe", about: "leaving bait where it lies", teaches: "bait-declined", level: 4, says: says, again: again,
		extra: []string{"bait: true                     # meant to make the trainee lose their temper"},
		picks: []pick{
			{"trap", "There's no need to be like that. I'm only doing my job here, same as anybody else would.", "shows: bites-bait"},
			{"say", "I can hear that you're upset. Why don't we both just take a breath for a second here?", ""},
			{"model", "I've kept two times for you, six today and noon tomorrow. Both stay yours till you choose.", ""},
		},
		note: "The best answer to a jibe has nothing about the jibe in it.",
	}
	if a.Persona == "abuser" {
		s.about, s.teaches = "setting a calm limit", "calm-boundary"
		s.extra = []string{"abuse: 1                       # the line attacks the person; 2 would be worse"}
		s.picks = []pick{
			{"trap", "Don't you talk to me like that. You're the one who is being rude here, it isn't me.", "shows: bites-bait"},
			{"say", "I'm sorry that you see it in that way. Was there anything else I could help you with?", ""},
			{"model", speak("I want to get this done for you, and I can't while I'm called names. Let's go on with {ref}."), ""},
		}
		s.note = "A limit says what I want, what I can't, and how we go on. It is said once."
	}
	if a.Level == 5 {
		s.extra = append(s.extra, "tries: 1                       # no second try here")
	}
	return s
}

// usualPractice is what a level practises.
func (a *Answers) usualPractice() []string {
	var all []string
	for _, s := range a.steps() {
		if s.level <= a.Level {
			all = append(all, s.teaches)
		}
	}
	return all
}

// taken are the turns of this example: those of the level, and what is practised.
func (a *Answers) taken() []step {
	return slices.DeleteFunc(a.steps(), func(s step) bool {
		return s.level > a.Level && !slices.Contains(a.Practise, s.teaches)
	})
}

// ownStory is a story in the trainer's own sentence.
func ownStory(fault string) *story {
	fault = strings.TrimSpace(fault)
	if fault != "" && !strings.ContainsAny(fault[len(fault)-1:], ".!?") {
		fault += "."
	}
	return &story{
		Title: titleOf(fault), Fault: fault,
		Own:   "I'm sorry. That went wrong here, and that's on us. I have {ref} here.",
		Blame: "Are you quite sure that it was us? You should have checked that on your side first.",
		Knows: "It was our mistake, and nobody has taken it on yet.",
	}
}

// speak fills in what a line is about.
func (a *Answers) speak(line string) string {
	s := stocked()
	sec := s.sector(a.Sector)
	if sec == nil {
		sec = &sector{Firm: a.firm(), Thing: "the order", Ref: "order 5208"}
	}
	st := s.story(a.Trouble)
	if st == nil {
		st = ownStory(a.Trouble)
	}
	r := strings.NewReplacer("{fault}", st.Fault)
	line = r.Replace(line)
	return strings.NewReplacer("{thing}", sec.Thing, "{Thing}", capital(sec.Thing), "{ref}", sec.Ref, "{Ref}", capital(sec.Ref),
		"{firm}", sec.named()).Replace(line)
}

// named is a firm with what it is, where a name alone would not tell.
func (s *sector) named() string {
	if s.What == "" {
		return s.Firm
	}
	return s.Firm + ", " + s.What
}

// firm is what a firm in a sector of the trainer's own is called.
func (a *Answers) firm() string {
	if a.Firm != "" {
		return a.Firm
	}
	name := "Long Lane"
	for _, w := range strings.Split(a.Sector, "-") {
		name += " " + capital(w)
	}
	return name
}

// mostTitle is how many letters of a sentence are its title.
const mostTitle = 38

// titleOf is the beginning of a sentence: up to its first pause, and of that so many
// words as make a title. A word that only leads to the next does not end it.
func titleOf(sentence string) string {
	if at := strings.IndexAny(sentence, ".,;:!?–—"); at > 0 {
		sentence = sentence[:at]
	}
	words := strings.Fields(sentence)
	n, cut := 0, false
	for at := 0; n < len(words); n++ {
		if at += utf8.RuneCountInString(words[n]) + 1; at > mostTitle {
			cut = true
			break
		}
	}
	if len(words) == 0 {
		return "What went wrong"
	}
	if n == 0 {
		return capital(short(words[0], mostTitle))
	}
	for cut && n > 2 && leads(words[n-1]) {
		n--
	}
	return capital(strings.Join(words[:n], " "))
}

// leads says that a word leads to the next and ends nothing.
func leads(word string) bool {
	return slices.Contains(strings.Fields("a an the my your our his her its their this that and or but for from with to of in on at by as i you he she we they it is was are were not no so when who which what than"), strings.ToLower(word))
}

// neat personas write in full sentences in a chat too, or shout.
var neat = []string{"vip", "know-it-all", "manager-demander", "threatener", "shouter"}

// customer is a line as this customer says it over this channel: in a chat most
// people use no capitals and no full stop at the end.
func (a *Answers) customer(line string) string {
	line = a.speak(line)
	if a.Channel != "chat" || slices.Contains(neat, a.Persona) {
		return line
	}
	return strings.TrimSuffix(strings.ToLower(line), ".")
}

func capital(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

// channel is what a talk goes over.
type channel struct {
	you, comes, contact string
	leaves              string // what everybody sees when the customer goes
	silence             string // after how long somebody who says nothing is noticed
}

func channelOf(name string) channel {
	switch name {
	case "chat":
		return channel{"You answer the chat at", "writes in about", "message you here", "%s has left the chat.", "20s"}
	case "email":
		return channel{"You answer the mail at", "has written about", "write to you again", "No answer comes, then or later.", "10m"}
	case "social":
		return channel{"You answer public posts for", "has posted about", "message you", "%s has shared the whole exchange, with a comment.", "5m"}
	case "desk":
		return channel{"You are at the front desk of", "has come in about", "ring you", "%s walks out. The door takes its time.", "20s"}
	case "review":
		return channel{"You answer reviews for", "has left a review about", "write to you", "The review goes down to one star.", "10m"}
	}
	return channel{"You answer the phone at", "rings about", "ring you", "The line goes dead.", "20s"}
}

// startMood is how a level begins.
func startMood(level int) scenarios.Mood {
	return [...]scenarios.Mood{scenarios.Wary, scenarios.Wary, scenarios.Upset, scenarios.Upset, scenarios.Upset, scenarios.Angry}[level]
}
