package cli

import (
	"bufio"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
)

// ofAKind is how many problems of one code are shown unless all are asked for.
const ofAKind = 10

func (p *program) lintOut(r *lintReport, o lintOptions) error {
	switch o.format {
	case "json":
		if r.list == nil {
			r.list = []told{}
		}
		return p.json(r.list)
	case "sarif":
		return p.json(sarifOf(r.list))
	case "github":
		return p.lintGitHub(r.list)
	}
	out := bufio.NewWriter(p.Out)
	shown := map[string]int{}
	var more []string
	for _, t := range r.list {
		if shown[t.Code]++; shown[t.Code] > ofAKind && !o.all {
			if shown[t.Code] == ofAKind+1 {
				more = append(more, t.Code)
			}
			continue
		}
		fmt.Fprintln(out, source.Format(t.Problem))
	}
	for _, code := range more {
		title := ""
		if c, ok := scenarios.CodeOf(code); ok {
			title = ", " + strings.ToLower(c.Title[:1]) + c.Title[1:]
		}
		fmt.Fprintf(out, "%s%s: %d more like it; --all shows them.\n", code, title, shown[code]-ofAKind)
	}
	fmt.Fprintln(out, r.sum())
	if len(r.list) > 0 {
		fmt.Fprintf(out, "coolhead explain %s says more.\n", r.list[0].Code)
	}
	return out.Flush()
}

// lintGitHub prints the lines that GitHub shows beside a change.
func (p *program) lintGitHub(list []told) error {
	out := bufio.NewWriter(p.Out)
	value := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, t := range list {
		kind := t.Severity
		if kind == "advice" {
			kind = "notice"
		}
		text := t.Message
		if t.Help != "" {
			text += "\nhelp: " + t.Help
		}
		fmt.Fprintf(out, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", kind, property.Replace(filepath.ToSlash(t.File)), t.Line, t.Col, t.Code, value.Replace(cleanLines(text)))
	}
	return out.Flush()
}

// cleanLines keeps line ends and makes everything else harmless.
func cleanLines(s string) string {
	parts := strings.Split(s, "\n")
	for i := range parts {
		parts[i] = clean(parts[i])
	}
	return strings.Join(parts, "\n")
}

// sarif is the log of one run as the format SARIF 2.1.0 has it.
type sarif struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       map[string]sarifDriver `json:"tool"`
	ColumnKind string                 `json:"columnKind"`
	Results    []sarifResult          `json:"results"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"semanticVersion,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string            `json:"id"`
	Short   sarifText         `json:"shortDescription"`
	Full    sarifText         `json:"fullDescription"`
	Default map[string]string `json:"defaultConfiguration"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	Rule      string          `json:"ruleId"`
	Index     int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region sarifRegion `json:"region"`
	} `json:"physicalLocation"`
}

type sarifRegion struct {
	StartLine   int        `json:"startLine"`
	StartColumn int        `json:"startColumn"`
	EndColumn   int        `json:"endColumn"`
	Snippet     *sarifText `json:"snippet,omitempty"`
}

// sarifLevel is a severity in SARIF's words.
func sarifLevel(s source.Severity) string {
	return [...]string{"error", "warning", "note"}[s]
}

func sarifOf(list []told) sarif {
	driver := sarifDriver{Name: "coolhead", Rules: []sarifRule{}}
	index := map[string]int{}
	for _, c := range scenarios.Codes() {
		index[c.Code] = len(driver.Rules)
		driver.Rules = append(driver.Rules, sarifRule{
			ID: c.Code, Short: sarifText{c.Title}, Full: sarifText{strings.ReplaceAll(c.Explain, "\n", " ")},
			Default: map[string]string{"level": sarifLevel(c.Severity)},
		})
	}
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	for _, t := range list {
		text := t.Message
		if t.Help != "" {
			text += " help: " + t.Help
		}
		result := sarifResult{Rule: t.Code, Index: index[t.Code], Level: sarifLevel(t.Problem.Severity), Message: sarifText{clean(text)}}
		var at sarifLocation
		at.Physical.Artifact.URI = sarifURI(t.File)
		line, col := max(t.Line, 1), max(t.Col, 1)
		at.Physical.Region = sarifRegion{StartLine: line, StartColumn: col, EndColumn: col + max(t.Width, 1)}
		if t.Line0 != "" {
			at.Physical.Region.Snippet = &sarifText{clean(t.Line0)}
		}
		result.Locations = []sarifLocation{at}
		run.Results = append(run.Results, result)
	}
	run.Tool = map[string]sarifDriver{"driver": driver}
	return sarif{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
}

// sarifURI is a path as an address, relative as it was given.
func sarifURI(path string) string {
	u := url.URL{Path: filepath.ToSlash(path)}
	if filepath.IsAbs(path) {
		u.Scheme = "file"
	}
	return u.String()
}
