package source

import "testing"

func TestADocumentIsReadByItsTags(t *testing.T) {
	type item struct {
		ID  string `yaml:"-"`
		Say string `yaml:"say,text,required"`
		At  Place  `yaml:"-"`
	}
	type file struct {
		Title string            `yaml:"title"`
		Level int               `yaml:"level"`
		Turns []item            `yaml:"turns,keyed"`
		Words []string          `yaml:"words"`
		Felt  map[string]string `yaml:"felt,text"`
	}
	var f file
	got := Decode("x.yaml", []byte("title: 12.10\nlevel: 3\nturns:\n  b: {say: No}\n  a: {say: ~}\nwords: one\nfelt: {x: 2024-01-01}\n"), &f)
	if len(got) != 0 {
		t.Fatalf("problems: %v", got)
	}
	if f.Title != "12.10" || f.Level != 3 || len(f.Turns) != 2 || f.Turns[0].ID != "b" || f.Turns[0].Say != "No" || f.Turns[1].Say != "~" ||
		f.Turns[1].At.Line != 5 || f.Words[0] != "one" || f.Felt["x"] != "2024-01-01" {
		t.Fatalf("read %+v", f)
	}
}
