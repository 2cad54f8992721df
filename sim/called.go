package sim

import "strings"

// Called is how a customer is spoken of, in the sentences of an ending and on
// every page: by the first name, or with a title and the whole name.
func Called(name string) string {
	name = strings.TrimSpace(name)
	first, _, more := strings.Cut(name, " ")
	if !more {
		return first
	}
	switch strings.TrimSuffix(strings.ToLower(first), ".") {
	case "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir", "the":
		return name
	}
	return first
}
