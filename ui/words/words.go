// Package words is how a call speaks of its people, in one place for the call,
// its rewinding and its debrief.
package words

import "strings"

// Called is how a customer is spoken of: by the first name, or with a title
// and the whole name.
func Called(name string) string {
	first, _, more := strings.Cut(strings.TrimSpace(name), " ")
	if !more {
		return first
	}
	switch strings.TrimSuffix(strings.ToLower(first), ".") {
	case "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir", "the":
		return strings.TrimSpace(name)
	}
	return first
}
