package scoring

import (
	"reflect"
	"slices"
	"testing"
)

// A judgement that begins to look at something new of its moment must say so: the
// occasion in book.go has to tell two such moments apart, or walks would give one
// the other's assessment. Add it there first, then here.
func TestAnOccasionKnowsEveryFieldOfAMoment(t *testing.T) {
	known := map[reflect.Type][]string{
		reflect.TypeFor[Context](): {
			"Channel", "Customer", "Name", "Card", "Earlier", "Said", "Turn", "Heat", "Bait", "Abuse", "Abused",
			"Needs", "InCall", "Hears", "Grants", "Read", "ears",
		},
		reflect.TypeFor[Moment](): {
			"Context", "reader", "line", "echo", "said", "replies", "asks", "asking", "denied", "customer",
			"ears", "needed", "feels", "claims", "others",
		},
	}
	for of, fields := range known {
		for i := range of.NumField() {
			if name := of.Field(i).Name; !slices.Contains(fields, name) {
				t.Errorf("%s has a field %s that no occasion knows of", of, name)
			}
		}
	}
}

func TestABookJudgesAsAReaderDoes(t *testing.T) {
	r := builtin(t)
	lines := []string{
		"Two mornings I've waited in for that washer. TWO. Where is it?", "And who pays for my two mornings?",
		"You said that already.", "I want a washer, not a story!",
	}
	replies := []string{
		"You waited in for two mornings and nobody came, and that's on us.", "I'm sorry. Your washer comes at four today.",
		"As I said, calm down.", "We've put the washer on the first van. Your mornings are on us.", "",
	}
	b := r.NewBook(replies)
	scene := b.Scene(Context{Channel: "phone", Name: "Mrs Keane", InCall: true, Needs: Needs{All: []string{"owns-it"}}})
	for _, heat := range []int{0, 30, 49, 50, 70, 91, 100} {
		past := b.Past()
		var earlier, said []string
		for turn := range 8 {
			line := b.Line(lines[turn%len(lines)])
			b.Heard(&past, line)
			for n := range replies {
				o := Occasion{
					Reply: n, Line: line, Scene: scene, Past: &past, Earlier: earlier, SaidBefore: said,
					Heat: heat, Turn: turn, Bait: turn == 3, Abuse: turn % 2, Abused: turn / 2,
				}
				c := Context{
					Channel: "phone", Name: "Mrs Keane", InCall: true, Needs: Needs{All: []string{"owns-it"}},
					Customer: lines[turn%len(lines)], Earlier: earlier, Said: said,
					Turn: turn, Heat: heat, Bait: turn == 3, Abuse: turn % 2, Abused: turn / 2,
				}
				got, want := *b.Assessment(b.Judge(&o)), r.Judge(r.Read(replies[n]), r.Moment(c))
				if !reflect.DeepEqual(got, want) {
					t.Fatalf("heat %d, turn %d: %q came out as\n%+v, and judged afresh as\n%+v", heat, turn, replies[n], got, want)
				}
			}
			earlier, said = append(earlier, lines[turn%len(lines)]), append(said, replies[turn%4])
			b.Said(&past, turn%4)
		}
	}
	if made := b.Made(); made >= 7*8*len(replies) {
		t.Errorf("%d assessments were made: nothing was known by heart", made)
	}
}

func TestAReplyTooLongToBeKnownIsJudgedEachTime(t *testing.T) {
	r := builtin(t)
	long := ""
	for i := range 300 {
		long += string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + "mble "
	}
	b := r.NewBook([]string{"I'm sorry about the " + long})
	past := b.Past()
	o := Occasion{Scene: b.Scene(Context{}), Past: &past}
	if first, second := b.Judge(&o), b.Judge(&o); first == second {
		t.Error("a reply of 300 words was looked up by the first few of them")
	}
}
