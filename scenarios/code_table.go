package scenarios

import "coolhead/scenarios/source"

// codeTable is the registry: every code once, with what it means to somebody who
// has never seen YAML.
func codeTable() []Code {
	return []Code{
		{Code: "CH001", Severity: source.Error, Title: "A colon in a sentence",
			Explain: `A colon with a space after it divides a name from its value. In a sentence without
quotes it divides the sentence, and the first half becomes a name that nobody asked
for. Put the whole sentence in quotes. A colon without a space after it, as in 12:30,
needs no quotes.`},
		{Code: "CH002", Severity: source.Error, Title: "A tab before a line",
			Explain: `What belongs to what is told by the spaces before each line. A tab is as wide as each
editor likes, so it tells nothing, and YAML refuses it. Use two spaces for each level;
most editors can be told to put spaces when the tab key is pressed.`},
		{Code: "CH003", Severity: source.Error, Title: "Text lost after #",
			Explain: `A # with a space before it begins a comment, and everything after it is left out
without a word. Order and ticket numbers begin with #, so this happens to nearly every
author once. Put the whole sentence in quotes. A comment after a value stays allowed:
leave a space after its #.`},
		{Code: "CH004", Severity: source.Error, Title: "Text that begins or ends like something else",
			Explain: `Text that begins with * & ! @ % | > or a back quote means something else to YAML, and a
quote in the middle of a quoted sentence closes it there. Put the whole sentence in
quotes; if it has double quotes in it, use single ones around it, and the other way
round. An apostrophe in single quotes is written twice.`},
		{Code: "CH005", Severity: source.Error, Title: "A quote that never closes",
			Explain: `Everything up to the next quote of the same kind is taken into the text, so the fault
shows up far below. The line named is the one on which the quote was opened.`},
		{Code: "CH006", Severity: source.Error, Title: "A key that nobody reads",
			Explain: `Names before a colon are fixed; one that is misspelt would be passed over in silence,
and with it everything below. The message names the key that was probably meant, or
all keys that may stand there.`},
		{Code: "CH007", Severity: source.Error, Title: "The same name twice",
			Explain: `A name may stand only once in its place. Of two turns with the same name only one could
ever be reached; of two keys only one could count.`},
		{Code: "CH008", Severity: source.Error, Title: "The wrong kind of value",
			Explain: `A key wants one of a few words, a number, a text, a list or a mapping, and has another
kind of value. The message says what it wants and what it has.`},
		{Code: "CH009", Severity: source.Error, Title: "Characters that are not what they seem",
			Explain: `The file is not saved as UTF-8, or it has characters in it that nobody sees: control
characters, which a terminal would obey, and characters that turn the direction of
writing, so that what is shown is not what is read. Save the file as UTF-8; delete the
invisible characters by typing the word again.`},
		{Code: "CH010", Severity: source.Error, Title: "A file for a newer program",
			Explain: `The first line says which format the file is written in. This program does not know
that format, and anything in the file may mean something else in it. Update coolhead.`},
		{Code: "CH011", Severity: source.Error, Title: "Over a limit",
			Explain: `A file of more than 1 MiB is not read at all. Brackets in brackets, and labels that
repeat each other, end at a limit, so that no file can stop the program. A spoken line
of more than 280 characters is only warned about: it fills the screen, and nobody
speaks like that.`},
		{Code: "CH012", Severity: source.Error, Title: "Something is missing",
			Explain: `Without this key, or with nothing after its colon, the file cannot be played.`},
		{Code: "CH013", Severity: source.Error, Title: "A second document",
			Explain: `A line of three dashes begins a new document in the same file. Only the first document
of a file is read; everything below the dashes would be lost. Put it into a file of its
own, or delete the dashes. For a line between parts use a comment: # -----`},
		{Code: "CH014", Severity: source.Error, Title: "Two things run together",
			Explain: `Without a dash of its own, the second pick belongs to the first; and a dash below
unquoted text is taken into the text. Begin each item with its own dash, all in one
column.`},
		{Code: "CH015", Severity: source.Error, Title: "A conflict left by git",
			Explain: `Two people changed the same lines and git could not join them. Keep one of the two
versions and delete the three lines of marks.`},
		{Code: "CH016", Severity: source.Error, Title: "Lines that do not fit together",
			Explain: `Spaces, dashes, colons and brackets say what belongs to what. Here they do not agree: a
line stands between two columns, a bracket is not closed, a space after a dash or a
colon is missing. The message names the line and what it was read with.`},
		{Code: "CH017", Severity: source.Error, Title: "Curly quotes",
			Explain: `Word processors make “curly” quotes. YAML knows only straight ones; curly ones are part
of the text and protect nothing in it. Write straight quotes around a sentence; inside
it curly ones are fine.`},
		{Code: "CH018", Severity: source.Warning, Title: "A kind that cannot be played yet",
			Explain: `Stories, drills and rounds are part of the format. This version plays calls only. The
head of such a file is checked, its body is left alone.`},
		{Code: "CH019", Severity: source.Error, Title: "Text lost after a comma",
			Explain: `In { } a comma divides one key from the next, so an unquoted sentence ends at its first
comma and the rest of it is lost. Put the sentence in quotes.`},
		{Code: "CH101", Severity: source.Error, Title: "No such turn",
			Explain: `go, next, missed, sends and detour name a turn. There is none of that name. The message
names the nearest and its line.`},
		{Code: "CH102", Severity: source.Warning, Title: "A turn that is never reached",
			Explain: `No pick, no next, no anytime entry leads here, and the turn above leads elsewhere or
ends the call. Nobody will ever hear these lines.`},
		{Code: "CH104", Severity: source.Error, Title: "No way to an end",
			Explain: `From these turns the talk goes round and round: none of them ends the call, and none
leads to a turn that does.`},
		{Code: "CH106", Severity: source.Warning, Title: "No good or no bad ending",
			Explain: `An exercise needs both: something to win, and something to lose. Patience that runs out
ends a call badly by itself, but the author's own bad ending is what learners remember.`},
		{Code: "CH107", Severity: source.Error, Title: "A last turn without an end",
			Explain: `After a reply to this turn there is no turn below it and no next, so nobody says
anything any more. Give the turn an end, or lead on from it.`},
		{Code: "CH108", Severity: source.Warning, Title: "An entry that can never be used",
			Explain: `The first entry whose condition holds is used. The entries above this one hold in every
case in which it would. Put the narrower condition first.`},
		{Code: "CH109", Severity: source.Warning, Title: "A case in which the customer says nothing",
			Explain: `None of the entries holds in the case that the message names. Add a last entry without
a condition, or let the conditions cover every mood.`},
		{Code: "CH113", Severity: source.Error, Title: "No such behaviour",
			Explain: `Behaviours have fixed names, such as owns-it or can-do. This is none of them.`},
		{Code: "CH114", Severity: source.Error, Title: "A condition that cannot be read",
			Explain: `Conditions are a few fixed phrases: ` + phrases + `.
There is no “or”: write a second entry. There is no “else”: leave “if” out.`},
		{Code: "CH115", Severity: source.Error, Title: "An anytime entry does one thing",
			Explain: `It goes to a turn for good (go), it goes there and comes back (detour), or it says
something and stays (say). One of the three, and only one.`},
		{Code: "CH116", Severity: source.Error, Title: "No such ending",
			Explain: `There are eight endings: stormed-off, left-silently, kind-but-useless, solved-but-lost,
recovered, exceeded, escalated and ended-for-abuse. The sentence shown for each is
yours: write it under ends.`},
		{Code: "CH201", Severity: source.Warning, Title: "No model pick",
			Explain: `Among the picks of a turn one should be marked “model”: it is shown in the debrief, and
it is the built-in test that the turn can be won.`},
		{Code: "CH303", Severity: source.Advice, Title: "The customer repeats a line word for word",
			Explain: `A reply that misses the need brings the same turn again. With one line only, the
customer says exactly the same. Add a second line, or an entry with if: again that says
what was missing.`},
		{Code: "CH304", Severity: source.Warning, Title: "A placeholder is left",
			Explain: `A text still says TODO, XXX, ??? or only dots. Learners would read it.`},
		{Code: "CH310", Severity: source.Error, Title: "No such customer type",
			Explain: `The type of a customer is the name of a persona: how strongly behaviours act on such a
person. Personas stand in the folder personas of a library.`},
		{Code: "CH401", Severity: source.Error, Title: "A fact without source or year",
			Explain: `Learners repeat numbers. A number without a source and a year is never shown to them.`},
		{Code: "CH403", Severity: source.Error, Title: "No such fact",
			Explain: `facts names a fact of the library's facts.yaml. There is none of that name. Add it
there, or write the fact here, with claim, source and year.`},
		{Code: "CH406", Severity: source.Warning, Title: "A test that cannot fail",
			Explain: `The test plays its replies and expects nothing, so it would pass whatever happens. Say
under expect how the call should end, or what it should score.`},
		{Code: "CH407", Severity: source.Warning, Title: "A test expects an ending that cannot be reached",
			Explain: `No turn that can be reached ends in this way, and patience running out does not either.
The test would always fail.`},
		{Code: "CH412", Severity: source.Error, Title: "A phrase allowed without a reason",
			Explain: `allow lets one phrase pass one rule. Whoever reads the scenario next year must know why.`},
	}
}
