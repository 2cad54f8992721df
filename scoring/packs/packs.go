// Package packs holds the rules that ship with the program, as files.
package packs

import "embed"

// FS has behaviours.yaml, engine.yaml, and for every language its language.yaml
// and its packs.
//
//go:embed *.yaml */*.yaml
var FS embed.FS
