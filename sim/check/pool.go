package check

import "slices"

// words are what a walk may type: the replies of the scenario's tests and all its
// picks, then the pool. Each once.
func (c *Checker) words() []string {
	var own []string
	add := func(text string) {
		if text != "" && !slices.Contains(own, text) {
			own = append(own, text)
		}
	}
	for i := range c.s.Tests {
		for _, r := range c.s.Tests[i].Replies {
			add(r.Text)
		}
	}
	for i := range c.s.Turns {
		for _, p := range c.s.Turns[i].Picks {
			add(p.Text)
		}
	}
	return append(own, pool()...)
}

// pool is forty replies that trainees type whatever the call is about, from poor to
// good. Nothing else is ever typed that the scenario does not have itself, so that
// a walk can be followed and argued with.
func pool() []string {
	return []string{
		// poor: they blame, order, mock or shut the door
		"That's not my department.",
		"You should have read the terms before you bought it.",
		"I can't do anything about that.",
		"Calm down, please.",
		"As I've already told you, that is how it works.",
		"Well, nobody else has complained.",
		"It's company policy.",
		"If you keep shouting I'm hanging up.",
		"That can't be right, our system never does that.",
		"You'll have to ring the other number.",
		"Whatever you say.",
		"There's no need to take that tone with me.",
		"ok",
		// fair: polite, and nothing happens
		"I'm sorry for any inconvenience.",
		"I understand your frustration.",
		"Let me have a look for you.",
		"Could you give me your reference number, please?",
		"Thank you for bringing this to our attention.",
		"I'll pass it on to the team.",
		"Somebody will get back to you as soon as possible.",
		"I hear what you're saying, but I have to follow the process.",
		"Please bear with me.",
		"I'm sorry, I'm sorry, I'm really sorry.",
		"Is there anything else I can help you with?",
		"Yes.",
		"I'd be annoyed too.",
		// good: they see it, own it, and do something
		"I'm sorry. That was our mistake, not yours.",
		"You're right, and I can see why you're angry.",
		"We got that wrong, and I'm going to put it right today.",
		"Nobody rang you back when we said we would. That's on us.",
		"I'll ring you myself by four this afternoon, whatever I find.",
		"I can do one of two things for you. Which would help you more?",
		"So you've waited, you've called, and you've had no answer. Have I got that right?",
		"You shouldn't have to explain this again. I've read what you told us.",
		"I can't promise that. What I can do is ask my manager now and tell you in ten minutes.",
		"That would worry me as well. Let's sort out the most urgent part first.",
		"Take your time, I'm listening.",
		"I'm doing it now while we speak. It's done.",
		"I want to help you, and I can't while I'm being called names.",
		"My name is Sam, I have this in my hands, and I'll stay with it until it's finished.",
	}
}
