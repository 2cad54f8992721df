package scoring

import (
	"fmt"
	"testing"
)

// sixty is a reply of about sixty words.
const sixty = "You waited in for two mornings and nobody came, and that's on us, Mrs Keane. I've rung the depot and your washer is on the first van tomorrow, between 8 and 10. Goran will ring you half an hour before he's there. If anything slips, I'll call you myself by noon, and the delivery fee is already on its way back to your card."

const sixtyCustomer = "Two mornings I've waited in for that washer. TWO. Where is it?"

func BenchmarkReadAndJudgeWithEverythingThatShips(b *testing.B) {
	r := builtin(b)
	m := r.Moment(Context{Customer: sixtyCustomer, Name: "Mrs Keane"})
	b.ReportAllocs()
	for b.Loop() {
		r.Judge(r.Read(sixty), m)
	}
}

func BenchmarkJudgeAlone(b *testing.B) {
	r := builtin(b)
	m := r.Moment(Context{Customer: sixtyCustomer, Name: "Mrs Keane"})
	rd := r.Read(sixty)
	b.ReportAllocs()
	for b.Loop() {
		r.Judge(rd, m)
	}
}

// padded adds n phrases to what ships. None of them occurs in the reply.
func padded(t testing.TB, n int) *Reader {
	t.Helper()
	all, _ := Builtin()
	p := &Pack{ID: "test/padding", Language: "en"}
	for i := range n {
		p.Rules = append(p.Rules, Rule{
			ID: fmt.Sprint("r", i), Shows: "argues", Sureness: 2, Where: "any",
			Phrases: []string{fmt.Sprintf("your zz%dq qq%d thing", i, i%97)},
		})
	}
	r, problems := Compile(append(all, p))
	if len(problems) > 0 {
		t.Fatal(problems[0].Message)
	}
	return r
}

func BenchmarkReadWithPhrases(b *testing.B) {
	for _, n := range []int{500, 5000, 50000} {
		r := padded(b, n)
		m := r.Moment(Context{Customer: sixtyCustomer})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Judge(r.Read(sixty), m)
			}
		})
	}
}

func BenchmarkCompileEverythingThatShips(b *testing.B) {
	all, _ := Builtin()
	for b.Loop() {
		Compile(all)
	}
}
