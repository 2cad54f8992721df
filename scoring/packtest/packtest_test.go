package packtest

import (
	"slices"
	"strings"
	"testing"

	"coolhead/scenarios/source"
	"coolhead/scoring"
)

const house = `coolhead_pack: 1
id: house
language: en
rules:
  - id: gone-quiet
    shows: vague-promise
    phrases: [be dealt with]
    examples: {hit: ["It'll be dealt with.", "The matter won't be dealt with today, Mr Obi."], miss: ["Dealt.", "It is to be dealt with."]}
  - id: our-thing
    shows: owns-it
    points: 5
    phrases: [be dealt with]
    examples: {hit: ["It'll be dealt with."], miss: ["No."]}
  - id: shielded
    shows: vague-promise
    phrases: [put a flag on]
    unless: {negated: false, quoted: false}
    examples: {hit: ["We'll put a flag on it."], miss: ["A flag."]}
`

func tried(t *testing.T, pack string, replies []Reply) (Report, map[string]Rule) {
	t.Helper()
	p, problems := scoring.LoadPack("house.yaml", []byte(pack))
	if len(problems) > 0 {
		t.Fatal(source.Format(problems[0]))
	}
	r, problems := scoring.Compile([]*scoring.Pack{p})
	if len(problems) > 0 {
		t.Fatal(source.Format(problems[0]))
	}
	report := Run(r, []*scoring.Pack{p}, replies)
	rules := map[string]Rule{}
	for _, rule := range report.Rules {
		rules[rule.ID] = rule
	}
	return report, rules
}

func failures(r Rule) string {
	var all []string
	for _, c := range r.Failed {
		all = append(all, c.Kind+": "+c.Reply)
	}
	return strings.Join(all, "\n")
}

func TestExamplesThatARuleDoesNotKeepAreTold(t *testing.T) {
	_, rules := tried(t, house, nil)
	got := failures(rules["house/gone-quiet"])
	for _, want := range []string{
		"hit: The matter won't be dealt with today, Mr Obi.", // negated
		"miss: It is to be dealt with.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told, only:\n%s", want, got)
		}
	}
	if r := rules["house/gone-quiet"]; r.Hits != 2 || r.Misses != 2 || r.Changed < 5 {
		t.Errorf("counted %d hits, %d misses, %d changed", r.Hits, r.Misses, r.Changed)
	}
}

func TestWhatAChangedExampleMustDoFollowsFromTheRule(t *testing.T) {
	p, _ := scoring.LoadPack("house.yaml", []byte(house))
	r, _ := scoring.Compile([]*scoring.Pack{p})
	kindsOf := func(id, reply string) map[string]bool {
		traits, _ := r.Traits(id)
		kinds := map[string]bool{}
		for _, c := range changes(r, id, traits, scoring.Example{Reply: reply}) {
			kinds[c.kind] = c.want
		}
		return kinds
	}
	shields := kindsOf("house/gone-quiet", "It will soon be dealt with.")
	for kind, want := range map[string]bool{"capitals": true, "extra spaces": true, "in a long reply": true, "negated": false, "quoted": false} {
		if got, made := shields[kind]; !made || got != want {
			t.Errorf("%s: made %v, wants a hit: %v, should be %v", kind, made, got, want)
		}
	}
	open := kindsOf("house/shielded", "We'll soon put a flag on it.")
	for _, kind := range []string{"negated", "quoted"} {
		if _, made := open[kind]; made {
			t.Errorf("%s is tried on a rule that says it does not matter", kind)
		}
	}
	if _, made := open["curly quotes"]; !made {
		t.Error("curly quotes are not tried")
	}
}

func TestTwoRulesAgainstEachOtherAreNamed(t *testing.T) {
	report, _ := tried(t, house, nil)
	found := slices.ContainsFunc(report.Overlaps, func(o Overlap) bool {
		return o.Rule == "house/gone-quiet" && o.Other == "house/our-thing" && o.Text == "be dealt with"
	})
	if !found {
		t.Errorf("overlaps: %+v", report.Overlaps)
	}
}

func TestAgreementWithPeopleIsCountedByReply(t *testing.T) {
	_, rules := tried(t, house, []Reply{
		{Reply: "We'll put a flag on it. And put a flag on that.", Shows: []string{"vague-promise"}},
		{Reply: "I'd put a flag on the roof.", Shows: nil},
		{Reply: "Soon.", Shows: []string{"vague-promise"}},
		{Reply: "Soon, soon.", Shows: []string{"vague-promise"}},
	})
	r := rules["house/shielded"]
	if m := *r.Corpus; m.Found != 2 || m.Right != 1 || m.Labelled != 3 || m.Precision() != 50 || m.Recall() != 33 {
		t.Errorf("measured %+v, precision %d, recall %d", m, m.Precision(), m.Recall())
	}
	if len(r.Unlabeled) != 1 || r.Unlabeled[0] != "I'd put a flag on the roof." {
		t.Errorf("wrongly found: %q", r.Unlabeled)
	}
}

func TestTheRuleWithMorePhrasesTakesMoreSteps(t *testing.T) {
	_, rules := tried(t, house, nil)
	if rules["house/gone-quiet"].Steps <= 0 {
		t.Error("a rule that matches takes no steps")
	}
}

func TestACorpusIsReadFromSheetsAndLines(t *testing.T) {
	for name, text := range map[string]string{
		"a.csv":   "reply,behaviours\n\"It's on us, Ana.\",owns-it apology\nWell.,\n",
		"b.csv":   "\uFEFFlabels;reply\nowns-it, apology;\"It's on us, Ana.\"\n;Well.\n",
		"c.jsonl": `{"reply":"It's on us, Ana.","behaviours":["owns-it","apology"]}` + "\n\n" + `{"reply":"Well."}`,
		"d.jsonl": `{"reply":"It's on us, Ana.","labels":"owns-it;apology"}` + "\n" + `{"reply":"Well.","labels":""}`,
	} {
		replies, problems := ReadCorpus(name, []byte(text))
		if len(problems) > 0 || len(replies) != 2 || replies[0].Reply != "It's on us, Ana." || strings.Join(replies[0].Shows, " ") != "owns-it apology" || len(replies[1].Shows) != 0 {
			t.Errorf("%s: %+v %+v", name, replies, problems)
		}
	}
	for name, line := range map[string]int{"reply;behaviours\n": 0, "words\nx\n": 1, "reply,behaviours\n,owns-it\n": 2, "{\"reply\":\"a\"}\n{oops\n": 2, "{\"reply\":7}\n": 1, "reply,behaviours\n\"open,x\n": 2} {
		_, problems := ReadCorpus("x", []byte(name))
		if line == 0 && len(problems) != 0 || line > 0 && (len(problems) != 1 || problems[0].Line != line) {
			t.Errorf("%q: %+v, want line %d", name, problems, line)
		}
	}
}

func TestALabelThatIsNoBehaviourIsNamedOnce(t *testing.T) {
	problems := Unknown([]Reply{{Shows: []string{"own-it", "owns-it"}}, {Shows: []string{"own-it"}}}, nil)
	if len(problems) != 1 || problems[0].Help != "owns-it" {
		t.Errorf("problems: %+v", problems)
	}
}

// A changed example that does not do as its rule says is a weakness of the rule or
// of the change; more than one in a hundred would be neither.
func TestTheRulesThatShipKeepTheirChangedExamples(t *testing.T) {
	packs, _ := scoring.Builtin()
	r, _ := scoring.Compile(packs)
	report := Run(r, packs, nil)
	changed := 0
	for _, rule := range report.Rules {
		changed += rule.Changed
		for _, c := range rule.Failed {
			t.Logf("%s, %s: %s", rule.ID, c.Kind, c.Reply)
		}
	}
	if changed < 1000 {
		t.Errorf("only %d changed examples", changed)
	}
	if n := report.Faults(); 100*n > changed {
		t.Errorf("%d of %d changed examples fail", n, changed)
	}
}
