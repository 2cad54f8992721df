package cli

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"coolhead/catalog"
	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
)

func (p *program) format() *cobra.Command {
	var write, check bool
	cmd := &cobra.Command{
		Use:   "fmt [PATH…]",
		Short: "Put speech in quotes, and mend what YAML would cut off",
		Long: `Writes a scenario, persona, pack or facts file as it was meant: everything that is
spoken in quotes, text after # and after a colon kept, tabs and curly quotes mended,
saved as UTF-8. Comments and order stay, and what is read of the file stays the same;
what could only be guessed at is left for you. One file is printed; -w writes files
back, --check only says which would change. PATH - is what comes in through a pipe.`,
		Example: `  coolhead fmt refund.yaml
  coolhead fmt -w ~/our-calls
  coolhead fmt --check ~/our-calls`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			switch {
			case len(paths) == 0:
				return misused("fmt what? A file, or a folder with -w: coolhead fmt -w our-calls")
			case write && check:
				return misused("-w writes files and --check does not: choose one")
			case len(paths) == 1 && paths[0] == "-":
				return p.fmtPipe(check)
			}
			c, err := p.catalog(nil)
			if err != nil {
				return err
			}
			files, err := c.Files(paths)
			if err != nil {
				return err
			}
			if len(files) > 1 && !write && !check {
				return misused("fmt prints one file, and these are %d: -w writes them back, --check says which would change", len(files))
			}
			return p.tidyFiles(files, write, check)
		},
	}
	cmd.Flags().BoolVarP(&write, "write", "w", false, "write files back")
	cmd.Flags().BoolVar(&check, "check", false, "only say which files would change; exit code 1 if any would")
	return cmd
}

// fmtPipe tidies what comes in.
func (p *program) fmtPipe(check bool) error {
	data, err := io.ReadAll(io.LimitReader(p.In, source.Most+1))
	if err != nil {
		return fmt.Errorf("I could not read what came in: %w", err)
	}
	return p.tidyFiles([]catalog.File{{Path: "-", Kind: "scenario", Data: data}}, false, check)
}

func tidy(f catalog.File) source.Tidied {
	switch f.Kind {
	case "persona":
		return scenarios.TidyPersona(f.Path, f.Data)
	case "facts":
		return scenarios.TidyFacts(f.Path, f.Data)
	case "pack":
		return scoring.TidyPack(f.Path, f.Data)
	}
	return scenarios.Tidy(f.Path, f.Data)
}

func (p *program) tidyFiles(files []catalog.File, write, check bool) error {
	changed, faulted, lost := 0, false, false
	for _, f := range files {
		if f.Err != nil {
			fmt.Fprintf(p.Err, "%s: %s\n", clean(f.Path), sentence(f.Err.Error()))
			lost = true
			continue
		}
		if len(bytes.TrimSpace(f.Data)) == 0 {
			fmt.Fprintf(p.Err, "%s: this file is empty, so there is nothing to put in order. `coolhead new` writes a whole one.\n", clean(f.Path))
			faulted = true
			continue
		}
		done := tidy(f)
		differs := !bytes.Equal(done.Data, f.Data)
		left := 0
		for _, problem := range done.Left {
			if problem.Severity == source.Error {
				left++
			}
		}
		switch {
		case check && differs:
			changed++
			fmt.Fprintf(p.Out, "%s: %s\n", clean(f.Path), changes(done))
		case write && differs:
			if f.Inside {
				return misused("%s is inside the program and cannot be written; copy it first", f.Path)
			}
			if err := catalog.Replace(f.Path, done.Data); err != nil {
				fmt.Fprintf(p.Err, "%s Nothing in it was changed.\n", sentence(clean(err.Error())))
				lost = true
				continue
			}
			changed++
			fmt.Fprintf(p.Out, "%s: %s\n", clean(f.Path), changes(done))
		case !check && !write:
			if _, err := p.Out.Write(done.Data); err != nil {
				return err
			}
		}
		if left > 0 {
			faulted = true
			fmt.Fprintf(p.Err, "%s: %s left that only you can mend: coolhead lint %s\n", clean(f.Path), count(left, "error"), quoted(clean(f.Path)))
		}
	}
	if write || check {
		word := "changed"
		if check {
			word = "would change"
		}
		fmt.Fprintf(p.Out, "%s, %d %s.\n", count(len(files), "file"), changed, word)
	}
	if lost {
		return unreadFaults
	}
	if faulted || check && changed > 0 {
		return faults
	}
	return nil
}

// changes says what was done to a file, and to which line first.
func changes(done source.Tidied) string {
	if len(done.Changed) == 0 {
		return "saved as UTF-8"
	}
	s := fmt.Sprintf("%s from line %d on", count(len(done.Changed), "line"), done.Changed[0])
	if len(done.Changed) == 1 {
		s = fmt.Sprintf("line %d", done.Changed[0])
	}
	if n := len(done.Mended); n > 0 {
		s += fmt.Sprintf(", %s mended", count(n, "fault"))
	}
	return s
}
