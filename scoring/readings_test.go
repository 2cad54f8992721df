package scoring

import "testing"

// Each row is one kind of reading: the same customer, two replies a few words
// apart, and what tells them apart.
var readings = []struct {
	kind, customer, better, worse string
}{
	{"fault with us as its subject, or with nobody", "My prescription isn't at the counter.",
		"We sent it to the other branch. I'm bringing it over by noon.", "It was sent to the other branch. I'm bringing it over by noon."},
	{"fault with us, or with them", "The blinds don't fit the window.",
		"We cut them too short. I'll have new ones made this week.", "You measured them too short. I'll have new ones made this week."},
	{"the next step is ours, or theirs", "My card has stopped working abroad.",
		"I'll ring the bank desk for you now.", "You'll need to ring the bank desk now."},
	{"done, or hoped for", "Where is my deposit?",
		"I have sent it back, it is with you on Monday.", "We hope to send it back, it should be with you on Monday."},
	{"will, or should", "When is the engineer coming?",
		"He'll be there by three.", "He should be there by three."},
	{"a deed, or a note in a file", "The hedge from your depot has grown over my wall again.",
		"I've booked the gardener for Tuesday.", "I've logged your concern for Tuesday."},
	{"somebody with a name, or somebody", "Nobody rings me back about the roof.",
		"Priya will ring you at four today.", "Someone will be in touch in due course."},
	{"what they told us, or what they claim", "I told you in May that I was moving.",
		"You told us in May. I'm taking the June charge off.", "You claim you told us in May. I'm taking the June charge off."},
	{"the same verb with the same sign, or the opposite", "You never answered my letter of the 4th.",
		"We never answered your letter, and I'm sorry we didn't.", "We answered your letter on the 6th, as you will see."},
	{"granting it in so many words, or denying it", "You charged me for two rooms.",
		"We did. The second one comes off today.", "We didn't. The second one comes off today."},
	{"the record in question, or the record as judge", "I handed the keys in at five.",
		"The log must be wrong then, so I'm asking the porter.", "The log says otherwise, so I'm asking the porter."},
	{"their case, or such cases", "My kettle stopped after a week.",
		"A week is no life for a kettle, and I'm sending you a new one.", "Kettles sometimes stop, and I'm sending you a new one."},
	{"this person, or most people", "I can't find the switch you mean.",
		"It is easy to miss, so let me show you: press the ring at the back.", "Most people find it without help: press the ring at the back."},
	{"owed, or given as a kindness", "My train was two hours late.",
		"You're owed half the fare, and I'm paying it back today.", "As a gesture of goodwill we can offer you half the fare today."},
	{"their fear, or our procedure", "I'm scared the boiler will go off in the night.",
		"You're scared, and with reason. I'm sending Otto before dark.", "Boilers are inspected regularly. I'm sending Otto before dark."},
	{"answered first, or spoken round", "Is the pharmacy open on Sunday?",
		"Yes, from ten to two.", "Our pharmacy is proud of its long opening hours."},
	{"when, and a time", "When will my glasses be ready?",
		"On Thursday, after two.", "As soon as they come back to us."},
	{"an honest no, or comfort", "Will the cat be all right?",
		"I don't know, and I won't guess. I'll ring you at six.", "I'm certain she will be, trust me. I'll ring you at six."},
	{"calm left to them, or ordered", "THIS IS THE FOURTH TIME!",
		"Four times is three too many. I'm fixing it now.", "Please calm down. I'm fixing it now."},
	{"pace given, or taken", "Wait, I need to find my glasses first.",
		"Take your time, I'm here.", "Be quick, others are waiting."},
	{"a plan if it fails, or a condition held over them", "And if the parcel isn't there on Friday?",
		"If it isn't there on Friday, I'll bring one myself.", "If you keep asking, we will close the request."},
	{"but before help, or but before a shield", "I've been without a fridge for a week.",
		"I see what a week without a fridge does, but I can bring a spare tonight.", "I see what a week without a fridge does, but we are very busy."},
	{"plain words, or the house's", "What does this letter want from me?",
		"It wants your new address. I can put it in for you.", "It pertains to the verification of residential particulars in accordance with procedure."},
	{"steps one can take, or a booklet", "How do I take the lid off?",
		"Press the red ring and turn it left.", "Please refer to the manual for instructions."},
	{"work taken off them, or put on them", "Do I have to send all that again?",
		"No, none of it, I have it all here.", "Yes, please complete the form again."},
	{"sorry for a thing with a name, or for how they feel", "You let my room to somebody else.",
		"I'm sorry we let your room to somebody else. I've put you on the third floor.", "I'm sorry if you feel upset. I've put you on the third floor."},
	{"what should have been, or what is usual", "Nobody met my father at the station.",
		"He should have been met. I'm sending Rosa to him now.", "That is quite normal at weekends. I'm sending Rosa to him now."},
	{"they lost something, or it was only something", "My daughter's drawing was in that bag.",
		"Her drawing was in it. I've had the bag room searched twice.", "At least it was only a drawing. I've had the bag room searched twice."},
	{"staying, or sending on", "I don't know what to press next.",
		"I'll stay on the line until it is done.", "You can find that on our website."},
	{"asked what they need, or told", "Everything about this move went wrong.",
		"Everything went wrong, and that's on us. What do you need first?", "You should have read the moving guide."},
	{"kindly, as some of us say it, costs nothing", "My parcel is not here.",
		"Kindly keep your phone near, Mr. Rao is bringing the parcel by five.", "Your parcel is subject to the delivery procedure of the branch concerned."},
	{"what they saw, or what they say they saw", "The lid was cracked when I lifted it out.",
		"The lid was cracked, I see it. Another is on the van today.", "The lid was cracked, or so you say. Another is on the van today."},
	{"their line, or lines as such", "Your board said platform two and it left from nine.",
		"The board said two and it left from nine. I'm holding the next one for you.", "Boards can lag a little at any station. I'm holding the next one for you."},
	{"a fee that waits, or a fee that threatens", "I won't pay till the sum is right.",
		"The sum is wrong. No fee runs while I mend it by Friday.", "The sum is wrong. A late fee will run if you delay beyond Friday."},
	{"words spared, or words punished", "You are all liars in that shop.",
		"The lamp is two weeks late and I'm bringing it at six. Please leave the names out.", "The lamp is two weeks late and I'm bringing it at six. Any more such words may end the order."},
	{"done, or down on a list", "The lift has been stuck since Sunday.",
		"I've freed the lift and it runs again.", "I've taken it down in the register for the lift."},
	{"a no that stands, or praise of the question", "Does my pass work on the night bus?",
		"No, it stops at midnight. I can add the night line today.", "What a good pass you chose. I can add the night line today."},
	{"help given, or help one would love to give", "My heating is off and it's freezing.",
		"I'm sending Ines with a heater by six.", "I would love to help, your warmth is our first care."},
	{"what they want, or what they put aside", "It's not the deposit. It's the way your porter spoke to my mother.",
		"Your mother was spoken to like that by our porter. I'm seeing him at two.", "Your deposit is with us. I'm seeing him at two."},
}

func TestEachKindOfReadingPutsTheBetterReplyFirst(t *testing.T) {
	r := builtin(t)
	for _, c := range readings {
		m := r.Moment(Context{Customer: c.customer})
		better, worse := r.Judge(r.Read(c.better), m), r.Judge(r.Read(c.worse), m)
		if better.Score <= worse.Score {
			t.Errorf("%s: %v for %q, %v for %q", c.kind, better.Score, c.better, worse.Score, c.worse)
			for _, a := range []Assessment{better, worse} {
				for _, f := range a.Findings {
					t.Logf("    %-28s %5v  %s", f.Rule, f.Points, f.Text)
				}
				t.Log()
			}
		}
	}
}

func TestAPromiseMadeSoftIsNoAgreement(t *testing.T) {
	r := builtin(t)
	m := r.Moment(Context{Customer: "I've rung three times. Where has my money gone?"})
	a := r.Judge(r.Read("It should be there by now. Have you asked at your branch?"), m)
	for _, id := range []string{"finds-agreement", "validates", "repair", "i-ownership", "next-step-by-when", "can-do"} {
		if a.Shows(id) {
			t.Errorf("%q is heard in a reply that does nothing", id)
		}
	}
}

func TestAReplyShowsFewFindings(t *testing.T) {
	r := builtin(t)
	a := r.Judge(r.Read(sixty), r.Moment(Context{Customer: sixtyCustomer}))
	engine := 0
	for _, f := range a.Findings {
		if isEngine(f.Rule) {
			engine++
		}
	}
	if engine > 8 {
		t.Errorf("the engine says %d things of one reply", engine)
	}
}
