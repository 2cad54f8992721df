package uitest

import (
	"time"

	"coolhead/catalog"
	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
	"coolhead/sim"
	"coolhead/store"
	"coolhead/ui/past"
	"coolhead/ui/screen"
	"coolhead/ui/theme"
)

// Env is what a screen is given in a test: one morning in November, a name, no
// store and no catalogue.
func Env(t *theme.Theme, width, height int) screen.Env {
	return screen.Env{
		Theme: t, Width: width, Height: height, Name: "Sam",
		Now:    func() time.Time { return time.Date(2026, time.November, 26, 9, 30, 0, 0, time.UTC) },
		Seed:   func() int64 { return 1 },
		Mode:   sim.Practice,
		Typing: true,
		Choice: &screen.Choice{Mode: sim.Practice, Typing: true},
	}
}

// Items are a small library, with one file that cannot be played.
func Items() []catalog.Item {
	refund := call("third-call", "The refund that never came", "retail", "phone", 3, 8, "owns-it", "next-step-by-when")
	refund.Scenario.Brief = "Dana Roth rings about order 4411. Her refund was promised for 2 March.\nTwo colleagues told her “48 hours”. Today is the 23rd.\n"
	refund.Scenario.Card = scenarios.Card{
		Knows:  []string{"84.90 goes back to her card; it leaves today.", "Friday is the day it lands at her bank.", "2 calls on file, both closed as “solved”."},
		May:    []string{"Give 10.00 as goodwill, without asking anyone."},
		MayNot: []string{"Promise a day sooner than Friday: the bank decides that."},
	}
	refund.Scenario.Customer = scenarios.Customer{Name: "Dana Roth", Mood: scenarios.Angry}
	refund.Scenario.Trainer = "TRAINER WORDS"
	refund.Scenario.Turns = make([]scenarios.Turn, 8)
	refund.Scenario.Turns[0] = scenarios.Turn{Note: "NOTE WORDS", Picks: []scenarios.Pick{{Kind: scenarios.Model, Text: "MODEL WORDS"}}}
	return []catalog.Item{
		refund,
		call("closed-card", "Refund to a closed card", "bank", "phone", 4, 9, "concrete"),
		call("vouchers", "A refund, but in vouchers", "travel", "email", 2, 6, "options"),
		call("charged-thrice", "Refunded twice, charged thrice", "telecom", "chat", 4, 8, "repair"),
		call("gate", "Nobody leaves from gate 14", "travel", "desk", 3, 7, "concrete", "options"),
		call("tin", "The tin on the number 14", "public", "phone", 1, 5, "thanks-patience"),
		Broken(),
	}
}

func call(id, title, sector, channel string, level, minutes int, teaches ...string) catalog.Item {
	s := &scenarios.Scenario{
		Version: 1, Kind: "call", ID: id, Title: title, Sector: sector, Channel: channel, Level: level, Minutes: minutes,
		Teaches: teaches, Pass: 70, Attempts: 2,
		Brief:    "Somebody rings about something that was promised and did not happen.\n",
		Customer: scenarios.Customer{Name: "Mr Osei", Mood: scenarios.Wary},
		Turns:    make([]scenarios.Turn, 6),
	}
	return catalog.Item{ID: id, Kind: "call", Title: title, Sector: sector, Level: level, Channel: channel, Teaches: teaches, Minutes: minutes, Path: "built-in/calls/" + id + ".yaml", Scenario: s}
}

// Broken is a file with one error and one warning, whose lines would give things
// away.
func Broken() catalog.Item {
	at := func(line, col int) source.Place {
		return source.Place{File: "my/my-call.yaml", Line: line, Col: col, Width: 7}
	}
	return catalog.Item{
		ID: "my-call", Title: "My first call", Path: "my/my-call.yaml", Teaches: []string{},
		Problems: []source.Problem{
			{Code: "CH101", Severity: source.Error, Place: at(29, 30), Message: "No turn is called “detials”.", Line0: "  - model: \"MODEL WORDS\"", Note: "NOTE WORDS", Help: "HELP WORDS"},
			{Code: "CH202", Severity: source.Warning, Place: at(24, 14), Message: "The model pick does not meet its turn.", Line0: "TRAP WORDS"},
		},
	}
}

// Past is a few weeks of attempts at Items.
func Past() past.Past {
	day := func(d int) time.Time { return time.Date(2026, time.November, d, 18, 0, 0, 0, time.UTC) }
	p := past.Past{Attempts: []store.Summary{
		{ID: "5", Scenario: "gate", Title: "Nobody leaves from gate 14", Mode: sim.Practice, Started: day(25), Replies: 2},
		{ID: "4", Scenario: "third-call", Title: "The refund that never came", Mode: sim.Practice, Started: day(12), Replies: 8, End: "recovered"},
		{ID: "3", Scenario: "third-call", Title: "The refund that never came", Mode: sim.Test, Started: day(4), Replies: 7, End: "recovered"},
		{ID: "2", Scenario: "third-call", Title: "The refund that never came", Mode: sim.Practice, Started: day(2), Replies: 6, End: "stormed-off"},
	}}
	try := func(id string, d int, mode sim.Mode, score scoring.Tenths) past.Try {
		return past.Try{ID: id, At: day(d), Mode: mode, Score: score}
	}
	return p.With("third-call", try("4", 12, sim.Practice, 820), try("3", 4, sim.Test, 610), try("2", 2, sim.Practice, 440))
}
