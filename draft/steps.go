package draft

import (
	"slices"
	"strings"
	"unicode"

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
			id: "told-before", about: "not making them tell it again", teaches: "no-repeat", level: 2,
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
		Title: "In their own words", Fault: fault,
		Own:   "I'm sorry. That went wrong here, and that's on us. I have {ref} here.",
		Blame: "Are you quite sure that it was us? You should have checked that on your side first.",
		Knows: "It was our mistake. It has been on file since Tuesday, and nobody took it on.",
	}
}

// speak fills in what a line is about.
func (a *Answers) speak(line string) string {
	s := stocked()
	sec := s.sector(a.Sector)
	if sec == nil {
		sec = &sector{Firm: "the office", What: "the " + a.Sector + " desk", Thing: "the order", Ref: "order 5208"}
	}
	st := s.story(a.Trouble)
	if st == nil {
		st = ownStory(a.Trouble)
	}
	r := strings.NewReplacer("{fault}", st.Fault)
	line = r.Replace(line)
	return strings.NewReplacer("{thing}", sec.Thing, "{Thing}", capital(sec.Thing), "{ref}", sec.Ref, "{Ref}", capital(sec.Ref),
		"{firm}", sec.Firm, "{what}", sec.What).Replace(line)
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
