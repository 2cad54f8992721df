package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"coolhead/scoring"
)

// reply is one labelled text.
type reply struct{ id, customer, text, channel string }

// pair says that people put better over worse.
type pair struct {
	better, worse reply
	part, level   string
}

// set is one file of labels, all turned into pairs. dim is the dimension the set
// is about, or -1 for the whole score.
type set struct {
	name   string
	dim    scoring.Dimension
	pairs  []pair
	labels []labelled // for bands
}

type labelled struct {
	reply
	band string
}

type jsonRow struct {
	ID, Channel, Customer, Better, Worse, Reply, Band, Part string
	Level                                                   json.Number
}

func load(dir, only string) ([]*set, error) {
	var sets []*set
	want := func(name string) bool { return only == "" || slices.Contains(strings.Split(only, ","), name) }
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		if !want(name) {
			continue
		}
		rows, err := jsonRows(path)
		if err != nil {
			return nil, err
		}
		sets = append(sets, fromJSON(name, rows))
	}
	for _, p := range []struct {
		name string
		dim  scoring.Dimension
	}{{"wiki", scoring.Tone}, {"se", scoring.Tone}, {"receptiveness", scoring.Argument}, {"wikitactics", scoring.Argument}, {"pair", scoring.Listening}} {
		path := filepath.Join(dir, "data", p.name+".csv")
		if _, err := os.Stat(path); err != nil || !want(p.name) {
			continue
		}
		s, err := fromCSV(p.name, path, p.dim)
		if err != nil {
			return nil, err
		}
		sets = append(sets, s)
	}
	return sets, nil
}

func jsonRows(path string) ([]jsonRow, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows []jsonRow
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var r jsonRow
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, lines.Err()
}

func fromJSON(name string, rows []jsonRow) *set {
	s := &set{name: name, dim: -1}
	bands := map[string][]reply{}
	for _, r := range rows {
		if r.Better != "" {
			s.pairs = append(s.pairs, pair{
				better: reply{r.ID + "+", r.Customer, r.Better, r.Channel},
				worse:  reply{r.ID + "-", r.Customer, r.Worse, r.Channel},
				part:   r.Part, level: r.Level.String(),
			})
			continue
		}
		one := reply{r.ID, r.Customer, r.Reply, r.Channel}
		bands[r.Band] = append(bands[r.Band], one)
		s.labels = append(s.labels, labelled{one, r.Band})
	}
	for _, two := range [][2]string{{"good", "poor"}, {"good", "fair"}, {"fair", "poor"}} {
		cross(s, bands[two[0]], bands[two[1]], 3, two[0]+" over "+two[1])
	}
	return s
}

// cross pairs every reply of a side with a few of the other, the same each time.
func cross(s *set, better, worse []reply, each int, part string) {
	if len(worse) == 0 {
		return
	}
	for i, b := range better {
		for k := range each {
			s.pairs = append(s.pairs, pair{better: b, worse: worse[(i*each+k*7)%len(worse)], part: part})
		}
	}
}

func fromCSV(name, path string, dim scoring.Dimension) (*set, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	col := map[string]int{}
	for i, c := range rows[0] {
		col[c] = i
	}
	get := func(r []string, c string) string {
		if i, ok := col[c]; ok {
			return r[i]
		}
		return ""
	}
	s := &set{name: name, dim: dim}
	one := func(i int, r []string) reply {
		return reply{strconv.Itoa(i), get(r, "context"), get(r, "text"), "email"}
	}
	var top, bottom []reply
	switch name {
	case "pair":
		groups := map[string][2][]reply{}
		var order []string
		for i, r := range rows[1:] {
			g, seen := groups[get(r, "group")]
			if !seen {
				order = append(order, get(r, "group"))
			}
			switch get(r, "quality") {
			case "2":
				g[0] = append(g[0], one(i, r))
			case "0":
				g[1] = append(g[1], one(i, r))
			}
			groups[get(r, "group")] = g
		}
		for _, id := range order {
			for _, b := range groups[id][0] {
				for _, w := range groups[id][1] {
					s.pairs = append(s.pairs, pair{better: b, worse: w})
				}
			}
		}
		return s, nil
	case "wikitactics":
		for i, r := range rows[1:] {
			if get(r, "rebuttal_labels") == "" && get(r, "coordination_labels") == "" {
				continue
			}
			if attacks(get(r, "rebuttal_labels")) {
				bottom = append(bottom, one(i, r))
			} else {
				top = append(top, one(i, r))
			}
		}
	default:
		var vals []float64
		for _, r := range rows[1:] {
			v, err := strconv.ParseFloat(get(r, "score"), 64)
			if err != nil {
				return nil, err
			}
			vals = append(vals, v)
		}
		cut := slices.Sorted(slices.Values(vals))
		lo, hi := cut[len(cut)/4], cut[3*len(cut)/4]
		for i, r := range rows[1:] {
			if vals[i] <= lo {
				bottom = append(bottom, one(i, r))
			}
			if vals[i] >= hi {
				top = append(top, one(i, r))
			}
		}
	}
	cross(s, top, bottom, 3, "")
	return s, nil
}

func attacks(labels string) bool {
	for _, l := range strings.Split(labels, "|") {
		for _, p := range []string{"DH-1", "DH0", "DH1", "DH2", "DH3"} {
			if strings.HasPrefix(l, p) {
				return true
			}
		}
	}
	return false
}
