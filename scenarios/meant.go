package scenarios

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
