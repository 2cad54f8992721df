package scoring

import (
	"reflect"

	"coolhead/scenarios/source/schema"
)

// Schema is the format of packs as a JSON Schema, for completion in editors.
func Schema() (schema.Schema, error) {
	var ids []any
	for _, b := range Behaviours() {
		ids = append(ids, b.ID)
	}
	name := schema.Form{"type": "string"}
	// A pack may have behaviours of its own, so the built-in ones are offered only.
	behaviour := schema.Form{"anyOf": []any{schema.Form{"enum": ids}, name}}
	one := func(words ...any) schema.Form { return schema.Form{"enum": words} }
	points := schema.Form{"type": "number", "minimum": -1000, "maximum": 1000, "multipleOf": 0.1}
	var stances, dimensions []any
	for _, s := range stanceNames[1:] {
		stances = append(stances, s)
	}
	for _, d := range dimensionNames {
		dimensions = append(dimensions, d)
	}
	return schema.Of(packFile{}, schema.Types{
		Title: "A coolhead pack of rules",
		Forms: map[reflect.Type]schema.Form{
			reflect.TypeFor[Tenths]():     points,
			reflect.TypeFor[Stance]():     one(append(stances, "none")...),
			reflect.TypeFor[Example]():    {"anyOf": []any{schema.Text(), schema.For[exampleFields]()}},
			reflect.TypeFor[bannedFile](): {"anyOf": []any{schema.Text(), schema.For[bannedFields]()}},
			reflect.TypeFor[RuleChange](): {"anyOf": []any{schema.Form{"enum": []any{"off", false}}, points, schema.Form{"type": "object", "properties": schema.Form{"points": points}, "additionalProperties": false}}},
		},
		Names: map[reflect.Type]string{
			reflect.TypeFor[exampleFields](): "Example", reflect.TypeFor[bannedFields](): "Banned", examplesType(): "Examples",
		},
		Keys: map[string]schema.Form{
			"Pack.coolhead_pack":  {"const": 1},
			"Rule.shows":          behaviour,
			"Rule.missing":        behaviour,
			"Order.first":         behaviour,
			"Order.then":          behaviour,
			"Behaviour.like":      behaviour,
			"Behaviour.side":      one("helps", "hurts"),
			"Behaviour.dimension": one(dimensions...),
			"Rule.sureness":       one(1, 2, 3),
			"Rule.where":          one("first", "last", "any"),
			"Banned.severity":     one(1, 2, 3),
		},
		Also: map[reflect.Type]schema.Form{
			reflect.TypeFor[packFile]():     {"required": []any{"coolhead_pack"}},
			reflect.TypeFor[ruleFile]():     {"required": []any{"id", "shows"}},
			reflect.TypeFor[bannedFields](): {"required": []any{"phrase"}},
		},
		Says: packSays(),
	})
}

// examplesType is the two lists below a rule's examples; the type has no name.
func examplesType() reflect.Type {
	f, _ := reflect.TypeFor[ruleFile]().FieldByName("Examples")
	return f.Type
}

// packSays is what each key means, as an editor shows it. A test holds that every
// key has its sentence.
func packSays() map[string]string {
	return map[string]string{
		"Pack.coolhead_pack": "The format this file is written in: 1.",
		"Pack.id":            "The name findings give the pack: en/house.",
		"Pack.language":      "The language of its phrases; en if it is left out.",
		"Pack.title":         "What lists show.",
		"Pack.about":         "What the pack is for.",
		"Pack.source":        "Where its rules come from.",
		"Pack.behaviours":    "Behaviours of its own, beside the built-in ones.",
		"Pack.classes":       "Names for groups of words, to use in phrases.",
		"Pack.rules":         "How behaviours are found in words.",
		"Pack.phrases":       "Phrases that are not to be used: alone, or with severity, instead and reason.",
		"Pack.change":        "What this house changes in rules of other packs: off, or other points.",
		"Pack.allow":         "Phrases that a rule lets pass, each with a reason.",

		"Permit.rule":   "The rule, as findings name it: en/arguing/you-should-have; * is every rule.",
		"Permit.phrase": "The words that pass.",
		"Permit.reason": "Why, for whoever reads this next year.",

		"Behaviour.name":      "Plain English, at most 22 letters.",
		"Behaviour.like":      "The built-in behaviour whose dimension and effects it takes.",
		"Behaviour.side":      "Whether it helps or hurts.",
		"Behaviour.dimension": "The dimension it counts in.",
		"Behaviour.fatal":     "With it no reply scores above 39.",
		"Behaviour.points":    "What a finding of it adds, unless its rule says otherwise.",
		"Behaviour.stance":    "What a sentence that shows it does.",
		"Behaviour.heard":     "What the customer hears: “that you own it”.",
		"Behaviour.hints":     "Two hints for a trainee, the second plainer than the first.",
		"Behaviour.felt":      "What the customer feels at it.",
		"Behaviour.why":       "Why it helps or hurts.",
		"Behaviour.source":    "Where this is known from.",
		"Behaviour.cap":       "How many findings of it count in one reply.",

		"Rule.id":       "A few words with hyphens, once in a pack.",
		"Rule.shows":    "The behaviour it finds.",
		"Rule.points":   "In place of the behaviour's own.",
		"Rule.sureness": "1 only advises and costs nothing; 2 if it is left out.",
		"Rule.stance":   "What the sentence does, in place of the behaviour's own stance.",
		"Rule.where":    "Where in the reply it may stand.",
		"Rule.message":  "One sentence about the place; {match} is what was found.",
		"Rule.why":      "Why it helps or hurts.",
		"Rule.instead":  "What to say instead.",
		"Rule.source":   "Where this is known from.",
		"Rule.phrases":  "What to look for: (a|b), ? after a group, ... for a few words, _ for one.",
		"Rule.unless":   "What takes a hit back.",
		"Rule.needs":    "What must hold of the moment.",
		"Rule.count":    "Finds too many of something.",
		"Rule.order":    "Finds one behaviour before another.",
		"Rule.missing":  "A behaviour whose absence is the finding.",
		"Rule.repeat":   "Finds the same reply, or the same sentence, as before.",
		"Rule.examples": "Replies that it must hit and must miss: its tests.",

		"Examples.hit":  "Replies that the rule must find something in.",
		"Examples.miss": "Replies that look like it and must be left alone.",

		"Unless.phrase":   "Phrases around the match that make it harmless.",
		"Unless.negated":  "A “not” before it takes it back.",
		"Unless.quoted":   "In quotes, or as what somebody said, it does not count.",
		"Unless.question": "In a question it does not count.",
		"Unless.help":     "With help in the same or the next sentence it does not count.",
		"Unless.concrete": "With a time, a number or a name in the sentence it does not count.",

		"Needs.customer": "Words of which the customer's last line must have some.",
		"Needs.question": "The customer's last line must ask something.",
		"Needs.bait":     "The customer's last line must be bait.",
		"Needs.abuse":    "The customer's last line must be abusive.",
		"Needs.heat":     "The customer must be at least so hot, 0 to 100.",
		"Needs.turn":     "There must be at least so many replies before this one.",

		"Count.of":  "What is counted.",
		"Count.max": "How many are fine.",

		"Order.first": "The behaviour that came too early.",
		"Order.then":  "The behaviour that should have come before it.",

		"Example.customer": "What the customer said before it.",
		"Example.reply":    "The reply.",
		"Example.said":     "The trainee's earlier replies in the call.",
		"Example.earlier":  "The customer's earlier lines in the call.",
		"Example.name":     "The customer's name.",
		"Example.card":     "What is on the card.",
		"Example.channel":  "What the talk goes over.",
		"Example.heat":     "How hot the customer is, 0 to 100.",
		"Example.turn":     "How many replies came before it.",
		"Example.bait":     "The customer's line is bait.",
		"Example.abuse":    "How abusive the customer's line is.",
		"Example.abused":   "How many abusive lines there were so far.",

		"Banned.phrase":   "The words not to use.",
		"Banned.severity": "1 advises, 2 is a slip, 3 ends the score.",
		"Banned.instead":  "What to say instead.",
		"Banned.reason":   "Why.",
		"Banned.source":   "Who says so.",
	}
}
