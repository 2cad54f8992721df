// Command fit compares the engine's points with what people say of replies.
//
// Its rule: it informs a hand and never writes a table. It reads labelled replies
// from a folder, takes every finding rule as a feature, shows for each set how
// often the rule stands on the better and on the worse side, and suggests points
// by a pairwise logistic fit that keeps the sign of every hand-set point and is
// drawn towards it. The labelled replies stay outside the repository.
//
//	go run ./bench/fit -data DIR              # table, signs, suggestions
//	go run ./bench/fit -data DIR -leave twins # fitted without one set, measured on it
//	go run ./bench/fit -data DIR -misses twins -n 20
package main

import (
	"flag"
	"fmt"
	"os"

	"coolhead/scoring"
)

func main() {
	data := flag.String("data", "", "folder with twins.jsonl, probes.jsonl, pairs.jsonl, singles.jsonl and data/*.csv")
	only := flag.String("only", "", "sets to read, with commas; all when empty")
	leave := flag.String("leave", "", "fit without this set and measure on it")
	misses := flag.String("misses", "", "show the misses of this set, with what differs")
	n := flag.Int("n", 20, "how many misses to show")
	pull := flag.Float64("pull", 0.02, "how strongly points are drawn to the hand's")
	signs := flag.Bool("signs", false, "show every rule's sides set by set")
	byRule := flag.Bool("rules", false, "take each rule of a pack for itself, not by what it shows")
	fitted := flag.Bool("fit", false, "suggest points")
	flag.Parse()
	if *data == "" {
		fmt.Fprintln(os.Stderr, "fit: give the folder of labelled replies: -data DIR")
		os.Exit(2)
	}
	packs, _ := scoring.Builtin()
	reader, problems := scoring.Compile(packs)
	for _, p := range problems {
		fmt.Fprintln(os.Stderr, p.Message)
	}
	sets, err := load(*data, *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "fit: reading the labelled replies:", err)
		os.Exit(3)
	}
	if *signs || *fitted || *leave != "" || *misses != "" {
		reader = reader.Apart()
	}
	b := newBench(reader, sets, *byRule)
	switch {
	case *misses != "":
		b.misses(os.Stdout, *misses, *n)
	case *leave != "":
		b.leave(os.Stdout, *leave, *pull)
	default:
		b.table(os.Stdout)
		if *signs {
			b.signs(os.Stdout)
		}
		if *fitted {
			b.suggest(os.Stdout, *pull)
		}
	}
}
