package bench

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// replies are what the pipe repeats: a good, a poor and a middling one, with what
// they answer, of about thirty words each.
var replies = [...]string{
	`"customer":"Two mornings I have waited for that washer. Where is it?","reply":"Two mornings and nobody came, and that's on us. Goran has your washer on the first van tomorrow; he rings you first, and the delivery fee goes back to your card."`,
	`"customer":"Why was I charged twice?","reply":"As I said, it is our policy to hold the amount for ten days. You need to calm down, and if you had read the terms you would know. There is nothing more I can do."`,
	`"customer":"The pool was shut all week and nobody had told us.","reply":"I'm sorry about that. The pump has been reported and somebody will look at it shortly. May we win you for our newsletter?"`,
}

// BenchmarkPipe scores replies from a pipe: how many a second, and the most memory
// the program took, which must not grow with their number.
func BenchmarkPipe(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "coolhead")
	if out, err := exec.Command("go", "build", "-o", bin, "coolhead").CombinedOutput(); err != nil {
		b.Fatalf("build coolhead: %v\n%s", err, out)
	}
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			most := int64(0)
			for b.Loop() {
				cmd := exec.Command(bin, "score", "-")
				cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+b.TempDir(), "XDG_DATA_HOME="+b.TempDir())
				in, err := cmd.StdinPipe()
				if err != nil {
					b.Fatal(err)
				}
				out, err := cmd.StdoutPipe()
				if err != nil {
					b.Fatal(err)
				}
				if err := cmd.Start(); err != nil {
					b.Fatal(err)
				}
				go func() {
					w := bufio.NewWriterSize(in, 1<<16)
					for i := range n {
						fmt.Fprintf(w, "{\"id\":%d,%s}\n", i, replies[i%len(replies)])
					}
					w.Flush()
					in.Close()
				}()
				inOrder(b, out, n)
				if err := cmd.Wait(); err != nil {
					b.Fatal(err)
				}
				if used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
					most = max(most, used.Maxrss)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "replies/s")
			b.ReportMetric(float64(most)/1024, "MiB-most")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// inOrder reads n assessments and wants them in the order of their replies.
func inOrder(b *testing.B, out io.Reader, n int) {
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	seen := 0
	for lines.Scan() {
		var id int
		if _, err := fmt.Sscanf(lines.Text(), `{"id":%d,`, &id); err != nil || id != seen {
			b.Fatalf("assessment %d begins %.40s", seen, lines.Text())
		}
		seen++
	}
	if lines.Err() != nil || seen != n {
		b.Fatalf("%d of %d assessments came: %v", seen, n, lines.Err())
	}
}
