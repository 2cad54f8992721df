package scenarios

import (
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// What people call things before they have read a page about them. Each type tells
// which of its keys is meant by a word that is none.

func (*Scenario) SourceMeant(key string) string {
	switch key {
	case "name", "heading":
		return "title"
	case "description", "intro", "introduction", "context", "background", "setting", "situation":
		return "brief"
	case "scenes", "steps", "dialogue", "dialog", "conversation", "nodes":
		return "turns"
	case "persona", "client", "caller":
		return "customer"
	case "notes", "note", "teacher", "coach":
		return "trainer"
	case "difficulty":
		return "level"
	case "industry", "business":
		return "sector"
	case "goals", "objectives", "skills", "learning":
		return "teaches"
	case "duration", "time":
		return "minutes"
	case "endings", "outcomes":
		return "ends"
	case "sources", "statistics":
		return "facts"
	}
	return ""
}

// nearBehaviour is the behaviour that was meant: by spelling, by its stem, or by the
// word that people use for it when they have seen no list.
func nearBehaviour(word string, known []string) (string, bool) {
	if near, ok := source.Nearest(word, known); ok {
		return near, true
	}
	if m := behaviourMeant(strings.ToLower(strings.TrimSpace(word))); slices.Contains(known, m) {
		return m, true
	}
	stem := []rune(strings.ToLower(word))
	if len(stem) < 6 {
		return "", false
	}
	near, hits := "", 0 // “apologise” and “apology” begin with the same six letters
	for _, k := range known {
		if strings.HasPrefix(k, string(stem[:6])) {
			near, hits = k, hits+1
		}
	}
	return near, hits == 1
}

func behaviourMeant(word string) string {
	switch word {
	case "sorry", "say-sorry", "says-sorry", "regret":
		return "apology"
	case "empathy", "empathise", "empathize", "empathic", "names-feeling", "feeling", "feelings":
		return "labels-feeling"
	case "acknowledge", "acknowledges", "acknowledgement", "understanding":
		return "validates"
	case "listen", "listens", "listening", "paraphrase", "paraphrases", "mirror", "mirrors", "summarise", "summarize", "repeat-back":
		return "plays-back"
	case "ownership", "responsibility", "accountability", "admits", "admits-fault", "takes-blame":
		return "owns-it"
	case "promise", "deadline", "commitment", "follow-up", "next-step", "when":
		return "next-step-by-when"
	case "choice", "choices", "alternatives":
		return "options"
	case "boundary", "limit", "limits":
		return "calm-boundary"
	case "thanks", "thank-you", "gratitude":
		return "thanks-patience"
	case "compensation", "refund", "solution", "fix", "fixes", "solves":
		return "repair"
	case "question", "asks", "ask", "probing":
		return "open-question"
	case "name", "personalise", "personalize":
		return "uses-name"
	}
	return ""
}

func (*Customer) SourceMeant(key string) string {
	switch key {
	case "persona", "personality", "kind", "style", "character":
		return "type"
	case "temper", "start", "feeling", "start-mood", "emotion":
		return "mood"
	case "story", "background", "history":
		return "backstory"
	case "likes", "soothes":
		return "calms"
	case "dislikes", "triggers", "hates":
		return "angers"
	}
	return ""
}

func (*Turn) SourceMeant(key string) string {
	switch key {
	case "customer", "say", "text", "line", "lines", "speech", "message", "prompt", "client":
		return "says"
	case "options", "choices", "answers", "replies", "agent", "responses", "trainee":
		return "picks"
	case "go", "goto", "then", "leads-to":
		return "next"
	case "wants", "requires", "expects", "goal":
		return "needs"
	case "attempts":
		return "tries"
	case "ending", "result", "outcome":
		return "end"
	case "comment", "comments", "trainer":
		return "note"
	}
	return ""
}

func (*Entry) SourceMeant(key string) string {
	switch key {
	case "says", "text", "line", "speech":
		return "say"
	case "when", "condition":
		return "if"
	case "action", "gesture", "shows":
		return "does"
	}
	return ""
}

func (*pickFile) SourceMeant(key string) string {
	switch key {
	case "good", "best", "right", "correct", "ideal":
		return "model"
	case "bad", "wrong", "worst", "incorrect":
		return "trap"
	case "says", "text", "reply", "answer", "option", "neutral", "ok":
		return "say"
	case "next", "goto", "to", "then", "leads-to":
		return "go"
	case "behaviour", "behavior", "behaviours", "tags":
		return "shows"
	}
	return ""
}

// SourceRefuses answers those who know other tools: there, an author gives points.
func (*pickFile) SourceRefuses(key string) string {
	switch key {
	case "points", "point", "score", "value", "weight", "rating":
		return "nobody sets points: a pick is read by the same rules as typed words; `shows:` names what no words can show"
	case "feedback", "explanation", "comment", "note", "why":
		return "nobody writes feedback: each finding brings its own; what is for trainers goes to the turn, as `note:`"
	}
	return ""
}

func (*Anytime) SourceMeant(key string) string {
	switch key {
	case "when", "condition":
		return "if"
	case "goto", "next":
		return "go"
	case "says", "text":
		return "say"
	}
	return ""
}

func (*Test) SourceMeant(key string) string {
	switch key {
	case "title", "description":
		return "name"
	case "answers", "says", "picks", "input":
		return "replies"
	case "expects", "expected", "outcome", "result":
		return "expect"
	}
	return ""
}

func (*Fact) SourceMeant(key string) string {
	switch key {
	case "text", "fact", "statement":
		return "claim"
	case "from", "reference", "link", "url", "by":
		return "source"
	case "date", "when":
		return "year"
	}
	return ""
}
