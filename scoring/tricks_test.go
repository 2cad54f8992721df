package scoring

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const complaint = "My parcel was due on Monday and it is Thursday now, and nobody has rung me back. Where is it?"

// A reply that tries to win by something else than what it says is poor, or cannot
// be assessed; the reason is told.
func TestTricksDoNotPay(t *testing.T) {
	r := builtin(t)
	for _, c := range []struct {
		name    string
		replies []string
		most    Tenths
		why     string // in the reason or in the rule of a finding; "" for none
	}{
		{"keywords on a string", []string{
			"sorry apologise understand refund help resolve immediately empathy valued thank care today",
			"Refund apology ownership empathy resolution callback tracking compensation today Monday manager promise.",
			"understand frustrating sorry mistake responsibility refund fix today five personally direct number reference choice",
			"apology, apology, ownership, refund, empathy, listening, resolution, calm, patience, thanks, priority, promise",
		}, 450, ""},
		{"a wall of empathy that fits any case", []string{
			"I completely understand how you must be feeling and I truly appreciate your patience. I hear you and I want you to know that we care deeply. Your feelings matter so much to us. I am so sorry to hear this. We value you and we always strive to do our best for every customer. Thank you so much for reaching out and for being part of our family.",
			"Oh no, I am so, so sorry to hear that! I can only imagine how frustrating this must be. I totally understand your frustration. We really do appreciate you. Please know that you are so important to us. I feel your pain and I want you to feel heard and valued. Thank you for your understanding and your patience with us today.",
			"I understand. I truly understand. Your feelings are valid and I hear you completely. We care so much about every single customer. I am sorry for any inconvenience this may have caused you. We apologise sincerely for the experience. Your satisfaction is our top priority and it means the world to us. Thank you for your patience.",
		}, 480, ""},
		{"the customer's own words sent back", []string{
			complaint, strings.ToUpper(complaint), complaint + " " + complaint, "> " + complaint,
			"My parcel was due on Monday, and it is Thursday now and nobody has rung me back! Where is it",
		}, 0, "customer's own words"},
		{"the customer's own words with a bow on them", []string{
			complaint + " I'm sorry. We'll see.",
			"Sorry! " + complaint + " I understand.",
			complaint + " Thank you so much.",
		}, 390, "pasted-back"},
		{"one word over and over", []string{
			"sorry sorry sorry sorry", "Sorry! Sorry! Sorry! Sorry! Sorry!", "help help help help help help", "yes yes yes yes yes",
			"I'm sorry. I'm sorry. I'm sorry. I'm sorry. I'm sorry.", strings.Repeat("refund ", 40), strings.Repeat("thank you ", 20),
		}, 0, sameWords},
		{"nothing", []string{"", " ", "\n\t", "...", "?!", "\u200b\u200b", "\u2060\ufeff", "---"}, 0, "nothing to assess"},
		{"pictures alone", []string{"👍", "🙏🙏🙏", "❤️ 😊", "👨‍👩‍👧"}, 0, "only pictures"},
		{"another language", []string{
			"Je suis désolé, votre colis arrive demain matin.", "Es tut uns leid, wir schicken Ihnen heute noch ein neues Paket.",
			"Sinto muito pelo atraso, você tem razão e vamos resolver isso hoje.", "Het spijt me, we hebben uw bestelling verkeerd verstuurd.",
			"Извините, мы отправим посылку сегодня.", "申し訳ございません。", "Merci beaucoup",
		}, 0, noPack},
		{"letters at random", []string{"asdf qwer zxcv uiop hjkl", "kjh kjh sdf wer xcv bnm"}, 0, noPack},
		{"an insult with other letters", []string{"You are ѕtupіd.", "You are stuрid.", "You are ｓｔｕｐｉｄ.", "You are 𝐬𝐭𝐮𝐩𝐢𝐝.", "You are stúpíd.", "Υou are αn idiοt."}, 390, "abuse"},
		{"an insult with nothing between its letters", []string{"You are stu\u200bpid.", "You are s\u200ct\u200du\u2060pid.", "You are stu\u00adpid.", "You are st\u202eupid."}, 390, "abuse"},
		{"an insult taken apart", []string{"You are s t u p i d.", "You are s-t-u-p-i-d.", "You are s.t.u.p.i.d.", "You are s_t_u_p_i_d.", "You are stu pid.", "you r s t u p i d"}, 390, "abuse"},
		{"an insult behind marks and digits", []string{"You are st*pid.", "You are $tupid!", "You are stup1d.", "You are an id!ot.", "You are an 1d1ot.", "You're an @sshole."}, 390, "abuse"},
		{"swearing behind marks", []string{"F*ck off.", "f**k off", "fuuuuck off", "f u c k off", "F.u.c.k off!", "fck off then, this is bullsh*t"}, 390, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := r.Moment(Context{Customer: complaint})
			for _, reply := range c.replies {
				a := r.Judge(r.Read(reply), m)
				if a.Score > c.most {
					t.Errorf("%q scores %s, at most %s is right", reply, a.Score, c.most)
				}
				if c.why == "" {
					if a.Unassessed == "" && a.Capped == "" && len(a.Findings) == 0 {
						t.Errorf("%q has no reason", reply)
					}
					continue
				}
				told := a.Unassessed + " " + a.Capped
				for _, f := range a.Findings {
					told += " " + f.Rule + " " + f.Behaviour
				}
				if !strings.Contains(told, c.why) {
					t.Errorf("%q is not told to be %q: %s", reply, c.why, told)
				}
			}
		})
	}
}

// What looks like a trick and is none keeps its score.
func TestHonestRepliesAreNotTakenForTricks(t *testing.T) {
	r := builtin(t)
	for _, c := range []struct{ customer, reply string }{
		{"Is it the blue one with the lid and the long handle?", "Yes, it is the blue one with the lid and the long handle."},
		{complaint, "You wrote “my parcel was due on Monday and it is Thursday now”, and you're right. It's on the van and with you by six."},
		{complaint, "OK"}, {complaint, "12:30"}, {complaint, "By six."}, {complaint, "No, no, no. That's on us."},
		{complaint, "Done. Refund sent, 14 euro, Visa, Tuesday."}, {complaint, "a.m. or p.m.?"},
		{complaint, "It's in bay A55, row C0W, next to the class list."}, {complaint, "I paid *all* of it back."},
		{complaint, "Write to scunthorpe@assess.com or see www.pass.example.com/a-b-c."},
		{complaint, "Mr Dick and Ms Cox come at ten."}, {complaint, "Flat S, block T, U P I D 4."},
	} {
		a := r.Judge(r.Read(c.reply), r.Moment(Context{Customer: c.customer}))
		if a.Unassessed != "" || a.Capped != "" || a.Shows("abuse") {
			t.Errorf("%q is taken for a trick: %s%s %v", c.reply, a.Unassessed, a.Capped, a.Shows("abuse"))
		}
	}
}

func TestARepliesLanguageIsTold(t *testing.T) {
	r := builtin(t)
	spanishLine := "Llevo dos semanas esperando la nevera. ¿Me la mandan mañana?"
	for _, c := range []struct{ name, customer, reply, shows, why string }{
		{"Spanish is read as Spanish", "", "Cálmese, por favor.", "calm-down", ""},
		{"without accents", "", "calmese señora", "calm-down", ""},
		{"English to a Spanish customer", spanishLine, "That's our mistake, and I'm sending it today.", "owns-it", ""},
		{"Spanish to an English customer", complaint, "Fue un error nuestro y se lo envío hoy.", "owns-it", ""},
		{"an insult in the other language", complaint, "You're right, that's on us. Eres un idiota.", "abuse", ""},
		{"an insult in English within Spanish", spanishLine, "Tiene razón, fue un error nuestro. You are an idiot.", "abuse", ""},
		{"a Spanish name is no Spanish", complaint, "José de la Cruz rings you at five from Los Angeles.", "", ""},
		{"OK to a Spanish customer", spanishLine, "OK", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := r.Judge(r.Read(c.reply), r.Moment(Context{Customer: c.customer}))
			if a.Unassessed != c.why {
				t.Errorf("%q is unassessed: %q", c.reply, a.Unassessed)
			}
			if c.shows != "" && !a.Shows(c.shows) {
				t.Errorf("%q does not show %s", c.reply, c.shows)
			}
		})
	}
}

func TestACallInOneLanguageSaysSoOfAnother(t *testing.T) {
	es := spanish(t)
	if a := es.Judge(es.Read("I'm sorry about that, and I'm sending a new one today."), es.Moment(Context{})); a.Unassessed != wrongLanguage {
		t.Errorf("English in a Spanish call is judged %s, unassessed %q", a.Score, a.Unassessed)
	}
	en, _ := builtin(t).In("en-GB")
	if a := en.Judge(en.Read("Lo siento mucho, ahora mismo le envío otro."), en.Moment(Context{})); a.Unassessed != wrongLanguage {
		t.Errorf("Spanish in an English call is judged %s, unassessed %q", a.Score, a.Unassessed)
	}
	if _, ok := builtin(t).In("fi"); ok {
		t.Error("there is Finnish")
	}
}

// The same words get the same score, whoever asks and with rules changed that do
// not matter; no span splits a grapheme or leaves the text.
func FuzzReplies(f *testing.F) {
	for _, s := range []string{
		"", "OK", "You are s t u p i d.", "f*ck\u200b off 👨‍👩‍👧 now", "¿Qué pasó? Sos un id1ota. You're right.", "Cálmese\u0301 e\u0301l n\u0303andu\u0301",
		"ѕtuріd Ρ", "a.m. $hit @ss **** !", "“quo'te” d'you 'tis n't", "1º 2ª 3.4,5:6 £9", complaint, "Ha! Ha! Ha! Ha!", "\xff\xfe bad \xc3(", "I-d-i-o-t e\u0301", "🅸🅳🅸🅾🆃 𝐢𝐝𝐢𝐨𝐭",
	} {
		f.Add(s, complaint)
		f.Add(s, "Llevo dos semanas esperando. ¿Cuándo llega?")
	}
	r := builtin(f)
	tenth := Tenths(0)
	other := r.With(map[string]RuleChange{"en/none": {Points: &tenth}}, []Allowance{{Rule: "en/none", Phrase: "zzzz"}})
	f.Fuzz(func(t *testing.T, reply, customer string) {
		c := Context{Customer: customer}
		a := r.Judge(r.Read(reply), r.Moment(c))
		if b := r.Judge(r.Read(reply), r.Moment(c)); a.Score != b.Score || a.Unassessed != b.Unassessed {
			t.Fatalf("%q: %s %q, then %s %q", reply, a.Score, a.Unassessed, b.Score, b.Unassessed)
		}
		if b := other.Judge(r.Read(reply), other.Moment(c)); a.Score != b.Score || a.Unassessed != b.Unassessed {
			t.Fatalf("%q: %s %q, and with rules of no matter %s %q", reply, a.Score, a.Unassessed, b.Score, b.Unassessed)
		}
		edges := map[int]bool{0: true}
		at := 0
		for g := uniseg.NewGraphemes(reply); g.Next(); {
			at += len(g.Str())
			edges[at] = true
		}
		for _, f := range a.Findings {
			if f.Start < 0 || f.End > len(reply) || f.Start > f.End || f.Text != reply[f.Start:f.End] {
				t.Fatalf("%q: %s spans %d to %d", reply, f.Rule, f.Start, f.End)
			}
			if utf8.ValidString(reply) && (!edges[f.Start] || !edges[f.End]) {
				t.Fatalf("%q: %s splits a grapheme, %d to %d", reply, f.Rule, f.Start, f.End)
			}
		}
		if a.Score < 0 || a.Score > 1000 {
			t.Fatalf("%q scores %s", reply, a.Score)
		}
	})
}
