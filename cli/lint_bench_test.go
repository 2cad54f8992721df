package cli_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sync/atomic"
	"testing"

	"coolhead/catalog"
	"coolhead/scenarios/library"
	"coolhead/sim/check"
)

// BenchmarkLint reads folders of whole calls and hears each of their picks, as
// `coolhead lint FOLDER` does.
func BenchmarkLint(b *testing.B) {
	names, err := fs.Glob(library.FS, "calls/*.yaml")
	if err != nil {
		b.Fatal(err)
	}
	id := regexp.MustCompile(`(?m)^id: .*$`)
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprintf("files=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			for i := range n {
				data, err := library.FS.ReadFile(names[i%len(names)])
				if err != nil {
					b.Fatal(err)
				}
				data = id.ReplaceAll(data, fmt.Appendf(nil, "id: call-%d", i))
				folder := filepath.Join(dir, fmt.Sprint(i/500))
				if err := os.MkdirAll(folder, 0o755); err != nil {
					b.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("call-%d.yaml", i)), data, 0o644); err != nil {
					b.Fatal(err)
				}
			}
			c, err := catalog.Open(catalog.Options{})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				var played atomic.Int64
				files, err := c.Lint([]string{dir}, 2026, func(_ int, file catalog.Checked) {
					if file.Cast != nil {
						check.New(*file.Cast).Lint()
						played.Add(1)
					}
				})
				if err != nil || files != n || int(played.Load()) != n {
					b.Fatalf("%d files, %d played: %v", files, played.Load(), err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "files/s")
		})
	}
}
