package scenarios

import "coolhead/scenarios/source"

// codesOfTalk are the codes of what only shows when all turns are looked at
// together, or when the engine hears the picks.
func codesOfTalk() []Code {
	return []Code{
		{Code: "CH000", By: Disk, Severity: source.Error, Title: "A file that cannot be read",
			Explain: `The file is not there, is a folder or a device, may not be read by you, or needs another
file that is not there. The message says which. Nothing in the file was looked at.`},
		{Code: "CH103", By: Playing, Severity: source.Warning, Title: "Out of reach of any mood",
			Explain: `These words are only for a mood that no call can come to here. One reply adds at most 25
heat and takes at most 15 of 100, so a short call cannot move a mood far. The message says
which moods there may be. The search allows more than the engine does: what it finds out of
reach is out of reach.`},
		{Code: "CH105", Severity: source.Warning, Title: "An endless circle",
			Explain: `These turns lead to each other and none of them needs anything, so a trainee who says
anything at all goes round and round. A need would cost patience, and patience ends.`},
		{Code: "CH110", Severity: source.Warning, Title: "An entry that acts after every reply",
			Explain: `What was heard stays heard. An anytime entry that asks for nothing else holds after every
reply from then on, and the talk never goes on. Add once: true.`},
		{Code: "CH111", Severity: source.Warning, Title: "A detour from which nobody comes back",
			Explain: `A detour puts the way on aside and comes back to it. The turn it goes to ends the call, or
every pick in it goes elsewhere for good. Write go: instead.`},
		{Code: "CH112", By: Playing, Severity: source.Warning, Title: "Picks that all do the same",
			Explain: `Whatever is picked here, the customer feels the same, hears the same and goes on to the same
turn. The choice is only decoration, and a trainee learns that choices do not matter.`},
		{Code: "CH117", Severity: source.Error, Title: "No such pack",
			Explain: `packs names files of rules that count beside the built-in ones. They stand in a folder
packs beside the scenario or in a library.`},
		{Code: "CH202", By: Playing, Severity: source.Warning, Title: "A model that misses its own need",
			Explain: `The model pick should meet the need of its turn; no rule hears it do so. Either the words are
too clever, or the turn should hear them: hears: {owns-it: ["the words"]}. Where no rule can
hear it at all, the pick may say so itself: shows: owns-it. lint warns of it, since the
call can be played; for coolhead test it is a fault.`},
		{Code: "CH203", By: Playing, Severity: source.Warning, Title: "A trap that scores well",
			Explain: `The rules find this trap a good reply. Either it is one, or what is wrong with it cannot be
heard: say it with shows: policy-wall, or write a rule.`},
		{Code: "CH204", Severity: source.Warning, Title: "The longest pick is the right one",
			Explain: `Where the model is nearly always the longest of its list, learners pick by length and read
nothing.`},
		{Code: "CH205", Severity: source.Advice, Title: "The right pick always stands in one place",
			Explain: `A screen shuffles the picks of a turn. A printed file and line-by-line play show them in the
file's order.`},
		{Code: "CH206", Severity: source.Warning, Title: "Two picks that say nearly the same",
			Explain: `More than eight of ten words of two picks are the same. Nobody can learn from the difference,
and the reader may not hear it.`},
		{Code: "CH207", By: Playing, Severity: source.Warning, Title: "A banned phrase in a pick",
			Explain: `A pack lists this phrase as one not to use, and a pick uses it without being marked as a trap
and without a note that says why.`},
		{Code: "CH208", By: Playing, Severity: source.Warning, Title: "A need that nobody can meet",
			Explain: `The turn waits for a behaviour that no rule of the packs can find in words. Let the turn hear
some words of its own, or add a pack that has such a rule.`},
		{Code: "CH209", By: Playing, Severity: source.Advice, Title: "A behaviour that never comes",
			Explain: `The customer is said to be calmed or angered by it, and no rule and no pick ever shows it.`},
		{Code: "CH210", By: Playing, Severity: source.Advice, Title: "No answer to a silence",
			Explain: `A trainee who types slowly, or puts the customer on hold, gets no sign that somebody is
waiting. One line for a silence makes the difference between a test and a person.`},
		{Code: "CH211", Severity: source.Error, Title: "No tries",
			Explain: `tries is how many replies a turn waits for its need. With none, nothing would happen after a
reply that nobody thought of.`},
		{Code: "CH301", Severity: source.Warning, Title: "A mood that jumps",
			Explain: `One reply adds at most 25 heat, and takes at most 15 of 100. A greater number under calms or
angers is cut to that, so it only looks strong.`},
		{Code: "CH302", By: Playing, Severity: source.Warning, Title: "A good ending out of reach",
			Explain: `The ending asks for a mood to which no trainee, however good, can bring this customer in the
turns there are. From upset to calm takes four good replies at least, from angry six, from
furious seven.`},
		{Code: "CH305", Severity: source.Warning, Title: "Is that the customer's name?",
			Explain: `A name in the text is one letter off the customer's, and stands there only once. Learners
notice, and think it is a second person.`},
		{Code: "CH306", Severity: source.Warning, Title: "Strong words without a warning",
			Explain: `Some people must not or do not want to read strong words at work. A line content: at the top
is shown before the call begins, and lets them choose another.`},
		{Code: "CH307", Severity: source.Warning, Title: "Data that may be somebody's",
			Explain: `A card number or an account number that passes its check, or a mail address of a domain that
may exist, can belong to a real person. Made-up ones must be recognisable as such.`},
		{Code: "CH308", Severity: source.Advice, Title: "A sentence too long for a brief",
			Explain: `The brief is read in a minute, with a call about to begin. More than 32 words in one sentence
are read twice, or not at all.`},
		{Code: "CH309", Severity: source.Warning, Title: "A stage direction in speech",
			Explain: `What can be seen, such as a sigh or a slammed door, is not spoken. Written with does: it is
shown apart from the words, and nobody reads it aloud.`},
		{Code: "CH311", Severity: source.Advice, Title: "A sector with a slip in it",
			Explain: `Lists are sorted by sector. Any sector is fine, but this is one letter off one that others
use.`},
		{Code: "CH312", By: Playing, Severity: source.Warning, Title: "A customer who begins glad",
			Explain: `Where the customer's mood is left out, or says glad, the call begins with somebody who has
nothing to complain about. Say in which mood the customer comes.`},
		{Code: "CH402", Severity: source.Advice, Title: "An old fact",
			Explain: `The number is more than five years old. It may still be the best there is; then its claim
should say of when it is.`},
		{Code: "CH404", Severity: source.Warning, Title: "Something taught and never asked for",
			Explain: `teaches is what learners choose a scenario by. No turn needs this behaviour and no condition
asks for it, so nobody will learn it here.`},
		{Code: "CH405", Severity: source.Warning, Title: "A trainer's words where trainees read",
			Explain: `trainer and note are for trainers and are shown after the call, if at all. The same words also
stand in a place that a trainee reads before or during it.`},
		{Code: "CH408", By: Testing, Severity: source.Error, Title: "A test that fails",
			Explain: `The call was played with the replies of the test, and it came out otherwise. The message says
what was expected and what came; below it stands what each reply cost.`},
		{Code: "CH409", By: Testing, Severity: source.Advice, Title: "Turns that no test visits",
			Explain: `What no test plays may break unseen when words are changed. A call that was played can be
kept as a test.`},
		{Code: "CH410", By: Testing, Severity: source.Advice, Title: "A turn that hardly ever comes",
			Explain: `Of many calls picked at random, fewer than one in two hundred came here. That may be as it
should be for a rare ending; it is much work for few learners otherwise.`},
		{Code: "CH411", By: Testing, Severity: source.Advice, Title: "Too easy or too hard for its level",
			Explain: `Calls picked at random end well far more often, or far less often, than those of other
scenarios of the same level do.`},
		{Code: "CH413", By: Testing, Severity: source.Error, Title: "Models that do not win",
			Explain: `A trainee who always picks the model must come to a good ending with 80 or more. Otherwise
the scenario punishes what it teaches.`},
		{Code: "CH414", By: Testing, Severity: source.Error, Title: "Traps that win",
			Explain: `A trainee who always picks a trap must reach no good ending and stay below 50.`},
		{Code: "CH415", By: Testing, Severity: source.Warning, Title: "Only one way to win",
			Explain: `A trainee who leaves the models once should still be able to win. With a single good way the
exercise is a memory game. lint --deep warns of it, since the call can be played; for
coolhead test it is a fault.`},
	}
}
