// Package library is what ships inside the binary: scenarios, personas, packs
// and facts. Its rule: files only, nothing that thinks.
package library

import "embed"

// FS has calls/*.yaml, personas/*.yaml and facts.yaml.
//
//go:embed */*.yaml *.yaml
var FS embed.FS
