package catalog

import (
	"fmt"
	"io/fs"
	"strings"

	"coolhead/scenarios"
	"coolhead/sim"
)

// Source is one file a cast was made of, as the store keeps it.
type Source struct {
	Hash string // SHA-256 in hexadecimal
	Data []byte
}

// Sources are the files behind the hashes of a cast that this catalog gave.
func (c *Catalog) Sources(hashes []string) []Source {
	c.mu.Lock()
	defer c.mu.Unlock()
	var all []Source
	for _, h := range hashes {
		_, hex := cut(h)
		if data, ok := c.kept[hex]; ok {
			all = append(all, Source{hex, data})
		}
	}
	return all
}

// cut parts kind:name from the SHA-256.
func cut(hash string) (kindName, hex string) {
	i := strings.LastIndexByte(hash, ':')
	return hash[:max(i, 0)], hash[i+1:]
}

// Recast puts a cast together again from what was kept of it, so that a call
// goes on as it began whatever became of the files. blob gives bytes by SHA-256.
func (c *Catalog) Recast(hashes []string, blob func(hash string) ([]byte, error)) (sim.Cast, error) {
	var parts []part
	for _, h := range hashes {
		kindName, hex := cut(h)
		kind, name, _ := strings.Cut(kindName, ":")
		data, err := blob(hex)
		if err != nil {
			return sim.Cast{}, fmt.Errorf("the %s %s of this call: %w", kind, name, err)
		}
		parts = append(parts, part{kind, name, data, name})
	}
	if len(parts) == 0 || parts[0].kind != "scenario" {
		return sim.Cast{}, fmt.Errorf("the scenario of this call: %w", fs.ErrNotExist)
	}
	s, problems := scenarios.Load(parts[0].name, parts[0].data, scenarios.Known{})
	if s == nil || hasErrors(problems) {
		return sim.Cast{}, &Unplayable{Path: parts[0].name, Problems: problems}
	}
	all, _ := factsOf(c.shelves)
	cast, _, err := c.assemble(parts[0].name, s, parts, all)
	if err != nil {
		return sim.Cast{}, err
	}
	return cast, nil
}
