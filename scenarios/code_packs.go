package scenarios

import "coolhead/scenarios/source"

// codesOfPacks are the codes of packs of rules. The packs themselves are read by
// scoring; what a code means stands here with all the others.
func codesOfPacks() []Code {
	return []Code{
		{Code: "PK001", By: Pack, Severity: source.Warning, Title: "A rule without enough examples",
			Explain: `The examples of a rule are its tests, and they are how somebody else learns what it is
for. Two replies that it must hit, and two near ones that it must leave.`},
		{Code: "PK002", By: Pack, Severity: source.Error, Title: "An example that does not behave",
			Explain: `A reply below “hit” is not found by the rule, or one below “miss” is found. Mend the
phrases, take the case back with “unless”, or mend the example.`},
		{Code: "PK003", By: Pack, Severity: source.Warning, Title: "A phrase that can never match",
			Explain: `Replies are read as words without commas and stops, so a phrase with punctuation in it
waits for ever; and what a rule's own “unless” takes back it never finds.`},
		{Code: "PK004", By: Pack, Severity: source.Warning, Title: "Two rules that contradict each other",
			Explain: `The same words give points by one rule and take them by another. A trainee would see
both, one below the other. Keep one, or make one of them narrower.`},
		{Code: "PK005", By: Pack, Severity: source.Error, Title: "A rule that shows no known behaviour",
			Explain: `A rule shows a behaviour of the catalogue, or one of the pack's own “behaviours”. The
rule is left out; the others of the pack count.`},
		{Code: "PK006", By: Pack, Severity: source.Warning, Title: "A phrase of one very common word",
			Explain: `A word such as “you” or “but” stands in every second reply, good or bad. A trainee who
is marked down wrongly once stops believing the rest. Add the words around it.`},
		{Code: "PK007", By: Pack, Severity: source.Warning, Title: "A regular expression",
			Explain: `Phrases are words. (this|that) is a choice, ? after a word makes it optional, ... is up to
four words, _ is one word, ~ before a word takes its forms, ^ begins a sentence and $ ends
one. Nothing more is needed, and reading stays quick however many phrases there are.`},
		{Code: "PK008", By: Pack, Severity: source.Warning, Title: "A rule that hits good replies",
			Explain: `The rule takes points from several replies that are known to be good: the model picks of
the library. Make its phrases narrower, or take the good cases back with “unless”.`},
		{Code: "PK009", By: Pack, Severity: source.Warning, Title: "A minus without a reason",
			Explain: `Whoever loses points must be told why, and what to say instead. A rule without both only
annoys.`},
		{Code: "PK010", By: Playing, Severity: source.Warning, Title: "The id of a rule that no pack has",
			Explain: `“rules” and “allow” name a rule by pack and id, such as en/blame/your-fault. No pack has
this one, so the line does nothing. The id of a rule must never change: every scenario that
names it would silently lose its exception.`},
		{Code: "PK011", By: Playing, Severity: source.Warning, Title: "An exception that nothing needs",
			Explain: `“allow” lets one phrase pass one rule. Here the rule finds nothing in the phrase, so the line
does nothing: the phrase is misspelt, the rule has changed, or the exception is done with. An
exception nobody needs hides the next mistake. As advice it says that no pick and no test of
the scenario uses the phrase.`},
		{Code: "PK101", By: Pack, Severity: source.Error, Title: "A rule without an id or a phrase",
			Explain: `A rule needs an id, a list of phrases needs phrases. Without them nothing can be named
in a report.`},
		{Code: "PK102", By: Pack, Severity: source.Error, Title: "Two rules with one id",
			Explain: `Scenarios and reports name a rule by its id. Two with the same could not be told apart.`},
		{Code: "PK103", By: Pack, Severity: source.Error, Title: "A value that a rule does not know",
			Explain: `Points are a number with at most one digit after the point; sureness is 1, 2 or 3; where
is first, last or any; a stance is harm, help, answer, ack, filler or none.`},
		{Code: "PK104", By: Pack, Severity: source.Error, Title: "A rule with nothing to find",
			Explain: `A rule has phrases, or it counts something, or it wants an order, or it misses something.
This one has none of them.`},
		{Code: "PK105", By: Pack, Severity: source.Error, Title: "A behaviour that is not complete",
			Explain: `A pack's own behaviour says like which built-in one it acts (like: policy-wall), or its
side and its dimension itself. A customer could not feel it otherwise.`},
		{Code: "PK106", By: Pack, Severity: source.Error, Title: "A phrase that cannot be read",
			Explain: `A bracket is not closed, a question mark stands alone, or a class of words has no such
name. This phrase is left out; the others of the rule count.`},
	}
}
