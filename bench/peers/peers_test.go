// Package peers sets coolhead beside the tools one would reach for: govader, which
// rates the sentiment of a text, and Vale, which looks for phrases in prose. It is a
// module of its own, so that theirs are none of coolhead's.
//
// Its rule: all are measured in one run, on the same replies, and figures are
// printed, never asserted.
package peers

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jonreiter/govader"

	"coolhead/scoring"
	"coolhead/scoring/packtest"
)

// texts are replies of twenty to sixty words, made of the labelled ones.
func texts(tb testing.TB, n int) []string {
	tb.Helper()
	replies, _ := packtest.Shipped("en")
	if len(replies) == 0 {
		tb.Fatal("there are no labelled replies")
	}
	all := make([]string, n)
	for i := range all {
		var parts []string
		for k := range 4 {
			parts = append(parts, replies[(i*(2*k+1)+31*k)%len(replies)].Reply)
		}
		all[i] = strings.Join(parts, " ")
	}
	return all
}

func BenchmarkReply(b *testing.B) {
	all := texts(b, 500)
	words := 0
	for _, t := range all {
		words += len(strings.Fields(t))
	}
	b.Logf("%d words a reply", words/len(all))
	packs, _ := scoring.Builtin()
	reader, _ := scoring.Compile(packs)
	moment := reader.Moment(scoring.Context{Customer: "Where is it? I was told Tuesday."})
	vader := govader.NewSentimentIntensityAnalyzer()
	b.Run("coolhead", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			reader.Judge(reader.Read(all[i%len(all)]), moment)
		}
	})
	b.Run("govader", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			vader.PolarityScores(all[i%len(all)])
		}
	})
}

// BenchmarkPhrases reads 20,000 replies with 500 phrases that are not to be used, by
// `coolhead score` and by Vale with the same phrases as its existence rules. Both
// are whole programs, their start included. VALE is Vale's binary.
func BenchmarkPhrases(b *testing.B) {
	vale := os.Getenv("VALE")
	if vale == "" {
		b.Skip("VALE is not set to the path of vale; bench/peers/run builds it")
	}
	dir := b.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
		return file
	}
	const replies = 20_000
	var list, style strings.Builder
	list.WriteString("phrase,severity\n")
	style.WriteString("extends: existence\nmessage: \"Do not say '%s'.\"\nignorecase: true\nlevel: warning\ntokens:\n")
	for _, phrase := range phrases(500) {
		fmt.Fprintf(&list, "%s,2\n", phrase)
		fmt.Fprintf(&style, "  - %s\n", phrase)
	}
	csv := write("house.csv", list.String())
	write("styles/House/Phrases.yml", style.String())
	write(".vale.ini", "StylesPath = styles\nMinAlertLevel = warning\n[*.txt]\nBasedOnStyles = House\n")
	in := write("replies.txt", strings.Join(texts(b, replies), "\n\n")+"\n")
	bin := filepath.Join(dir, "coolhead")
	build := exec.Command("go", "build", "-o", bin, ".")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build coolhead: %v\n%s", err, out)
	}
	run := func(b *testing.B, name string, args ...string) {
		for b.Loop() {
			cmd := exec.Command(name, args...)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir)
			var out, errs bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &errs
			err := cmd.Run()
			if out.Len() == 0 {
				b.Fatalf("%s printed nothing: %v\n%s", name, err, errs.String())
			}
		}
		b.ReportMetric(replies*float64(b.N)/b.Elapsed().Seconds(), "replies/s")
		b.ReportMetric(0, "ns/op")
	}
	b.Run("coolhead", func(b *testing.B) { run(b, bin, "score", "--packs", csv, in) })
	b.Run("vale", func(b *testing.B) { run(b, vale, "--output=line", "--no-exit", in) })
}

// phrases are n phrases of three words, some of which occur in the replies.
func phrases(n int) []string {
	all := []string{"calm down", "it is our policy", "look into it", "no worries", "nothing I can do"}
	first := strings.Fields("kindly please simply just maybe surely clearly really basically literally")
	second := strings.Fields("note wait call send check read sign pay hold write")
	third := strings.Fields("again below above later soon today here there first back")
	for i := 0; len(all) < n; i++ {
		all = append(all, fmt.Sprintf("%s %s %s", first[i%10], second[i/10%10], third[i/100%10]))
	}
	return all
}
