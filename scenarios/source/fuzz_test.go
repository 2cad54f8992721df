package source

import (
	"testing"
	"time"
)

type fuzzFile struct {
	Kind  string            `yaml:"kind"`
	Title string            `yaml:"title,text"`
	Knows []string          `yaml:"knows,text"`
	Ends  map[string]string `yaml:"ends,text"`
	Turns []struct {
		ID   string   `yaml:"-"`
		Says []string `yaml:"says,text"`
		Mood string   `yaml:"mood"`
		At   Place    `yaml:"-"`
	} `yaml:"turns,keyed"`
}

// Whatever a file holds, reading it ends, and every problem stands at a place
// that the file has.
func FuzzDecode(f *testing.F) {
	for _, c := range brokenFiles() {
		f.Add([]byte(c.yaml))
	}
	f.Add([]byte("a: &a [*a, *a]\nb: *a\n"))
	f.Add([]byte("\xff\xfea\x00:\x00"))
	f.Add([]byte("turns: {a: {says: [\"x\n\ty: 'z\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var file fuzzFile
		began := time.Now()
		problems := Decode("f.yaml", data, &file)
		if took := time.Since(began); took > 20*time.Second {
			t.Fatalf("took %v for %d bytes", took, len(data))
		}
		for _, p := range problems {
			if p.Line < 1 || p.Col < 1 || p.Width < 1 || p.Message == "" || p.Code == "" {
				t.Fatalf("a problem without a place or a sentence: %+v", p)
			}
			Format(p)
		}
	})
}
