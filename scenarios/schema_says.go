package scenarios

import (
	"reflect"
	"strings"
)

// keyOf is the key that a field is read from, "" for none.
func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	if key == "-" {
		return ""
	}
	return key
}

// scenarioSays is what each key means, as an editor shows it. A test holds that
// every key has its sentence.
func scenarioSays() map[string]string {
	return map[string]string{
		"Scenario.coolhead": "The format this file is written in: 1.",
		"Scenario.kind":     "What is practised: a call, a story, a drill or a round.",
		"Scenario.id":       "The name it is played by: small letters, digits and hyphens.",
		"Scenario.title":    "What lists and the head of the screen show.",
		"Scenario.level":    "1 is easy, 5 a horror story.",
		"Scenario.sector":   "Where it happens: retail, travel, bank, health …",
		"Scenario.channel":  "What the talk goes over.",
		"Scenario.cause":    "What made the customer angry.",
		"Scenario.language": "The language of the replies; en if it is left out.",
		"Scenario.minutes":  "How long one try takes.",
		"Scenario.content":  "A word of warning before playing, for subjects that hurt.",
		"Scenario.teaches":  "The behaviours to practise.",
		"Scenario.packs":    "Rules of the house that count beside the built-in ones: names or paths.",
		"Scenario.rules":    "Built-in rules that are switched off or have other points here.",
		"Scenario.allow":    "Phrases that a rule lets pass here, each with a reason.",
		"Scenario.pass":     "The score to pass with in test mode; 70 if it is left out.",
		"Scenario.attempts": "How often a test may be taken; 2 if it is left out.",
		"Scenario.brief":    "What the trainee reads first.",
		"Scenario.card":     "What the trainee has before them while talking.",
		"Scenario.trainer":  "For the one who leads a group. No trainee sees it before the call has ended.",
		"Scenario.customer": "Who is angry, and why.",
		"Scenario.turns":    "The talk, from top to bottom, unless something leads elsewhere.",
		"Scenario.anytime":  "Looked at after every reply; the first whose condition holds acts.",
		"Scenario.ends":     "What the debrief says of each ending.",
		"Scenario.facts":    "Facts for the debrief: names of the library's, or your own with source and year.",
		"Scenario.tests":    "Replies and what they must lead to: coolhead test plays them.",

		"Allowance.rule":   "The rule, as findings name it: en/arguing/you-should-have.",
		"Allowance.phrase": "The words that pass.",
		"Allowance.reason": "Why, for whoever reads this next year.",

		"Card.knows":   "What the trainee knows: dates, amounts, names.",
		"Card.may":     "What the trainee may offer without asking.",
		"Card.may-not": "What the trainee must not promise.",

		"Customer.name":      "The customer's name.",
		"Customer.type":      "The persona: how strongly behaviours act on such a person.",
		"Customer.mood":      "How the call begins.",
		"Customer.calms":     "Behaviour and heat it takes away from this customer, in place of the persona's.",
		"Customer.angers":    "Behaviour and heat it adds to this customer, in place of the persona's.",
		"Customer.backstory": "Why today. Told in the debrief.",
		"Customer.felt":      "Behaviour and what the customer felt at it, for the debrief.",

		"Turn.says":   "A line; lines to choose from; or entries, the first whose condition holds.",
		"Turn.bait":   "The line is meant to make the trainee lose their temper.",
		"Turn.abuse":  "How abusive the line is: 0, 1 or 2.",
		"Turn.needs":  "What the customer must hear before the talk moves on: all of a list, or {any: […]}.",
		"Turn.tries":  "How many replies are waited for; 2 if it is left out.",
		"Turn.missed": "The turn that follows if the need was not met.",
		"Turn.next":   "The turn that follows, in place of the one below.",
		"Turn.sends":  "Behaviour and the turn it leads to; the first that was shown.",
		"Turn.hears":  "Words that count as a behaviour in this turn alone.",
		"Turn.picks":  "Replies to choose from. They are read by the same rules as typed ones.",
		"Turn.hint":   "What a trainee who asks for help is told.",
		"Turn.note":   "For the trainer: what to watch for here.",
		"Turn.pause":  "How long the customer takes before speaking, such as 2s.",
		"Turn.end":    "The call ends with this turn, in this way.",

		"Entry.if":    "When this entry is used: mood, heard, again, try, silence, hold, joined by “and”.",
		"Entry.say":   "A line, or lines to choose from.",
		"Entry.does":  "What everybody can see. Never speech.",
		"Entry.bait":  "The line is meant to make the trainee lose their temper.",
		"Entry.abuse": "How abusive the line is: 0, 1 or 2.",
		"Entry.end":   "The call ends with this line, in this way.",

		"Pick.model": "The best reply of the turn: shown in the debrief, and a built-in test.",
		"Pick.say":   "A reply that is neither the best nor a trap.",
		"Pick.trap":  "A reply that a decent person is tempted to give, and should not.",
		"Pick.go":    "The turn it leads to.",
		"Pick.shows": "Behaviours it shows that no rule can hear in its words.",

		"Anytime.if":     "When it acts.",
		"Anytime.go":     "The turn the talk goes to for good.",
		"Anytime.detour": "The turn the talk goes to, and comes back from.",
		"Anytime.say":    "What is said in place of the turn's line; the turn stands.",
		"Anytime.does":   "What everybody can see. Never speech.",
		"Anytime.once":   "It acts once in a call.",

		"Fact.value":    "The figure alone.",
		"Fact.claim":    "The fact in one sentence.",
		"Fact.source":   "Who found it.",
		"Fact.year":     "When.",
		"Fact.folklore": "Told everywhere, and its origin was never found.",

		"Test.name":    "What the test shows.",
		"Test.replies": "Words, {pick: 2} or {silence: 60s}, in order.",
		"Test.expect":  "What must come of it.",

		"Reply.pick":    "The number of a pick, from 1.",
		"Reply.silence": "Nothing is said for so long, such as 60s.",

		"Expect.end":       "How the call ends; one of a list will do.",
		"Expect.score":     "80+ is 80 or more, “below 40” is under it.",
		"Expect.heard":     "Behaviours that must be heard.",
		"Expect.not-heard": "Behaviours that must not be heard.",
	}
}
