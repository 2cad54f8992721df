package scenarios

import "coolhead/scenarios/source"

// Tidy is a scenario as a formatter writes it: speech in quotes, what YAML would cut
// off kept, comments and order as they were.
func Tidy(name string, data []byte) source.Tidied { return source.Tidy(name, data, &Scenario{}) }

// TidyPersona is a persona as a formatter writes it.
func TidyPersona(name string, data []byte) source.Tidied { return source.Tidy(name, data, &Persona{}) }

// TidyFacts is a library's facts as a formatter writes them.
func TidyFacts(name string, data []byte) source.Tidied { return source.Tidy(name, data, &factsFile{}) }
