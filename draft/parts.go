package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"coolhead/scenarios/source"
)

// part is which side of a talk somebody is on.
type part int

const (
	noPart part = iota
	isAgent
	isCustomer
	isNobody // machines and notes
)

// partKey is a speaker's name as it is compared.
func partKey(who string) string {
	return strings.ToLower(strings.Trim(strings.Join(strings.FieldsFunc(who, func(r rune) bool {
		return r == ' ' || r == '_' || r == '-' || r == '.'
	}), " "), " "))
}

var (
	agentWords    = regexp.MustCompile(`\b(agent|advisor|adviser|operator|support|rep|representative|csr|employee|staff|assistant|clerk|desk|service|associate|helpdesk|consultant|outbound|outgoing|company|seller|host|me)\b`)
	customerWords = regexp.MustCompile(`\b(customer|client|caller|user|guest|visitor|consumer|buyer|patient|passenger|member|subscriber|inbound|incoming|enduser|end user|requester|reviewer|traveller|tenant|them)\b`)
	nobodyWords   = regexp.MustCompile(`\b(system|bot|chatbot|ivr|note|notes|automated|auto|internal|event|queue|unknown)\b`)
	agentTalk     = regexp.MustCompile(`(?i)\b(how (can|may) i (help|assist)|thank(s| you) for (calling|contacting|reaching|getting in touch|choosing|ringing)|you('re| are) (through|speaking) (to|with)|anything else (i|we) can|welcome to)\b`)
)

// partOf reads a word for a part: “Customer”, “Support agent”. In “customer
// service” the service counts.
func partOf(who string) part {
	key := partKey(who)
	switch {
	case nobodyWords.MatchString(key):
		return isNobody
	case agentWords.MatchString(key):
		return isAgent
	case customerWords.MatchString(key):
		return isCustomer
	}
	return noPart
}

func speakers(lines []line) []string {
	var all []string
	seen := map[string]bool{}
	for _, l := range lines {
		if key := partKey(l.who); !seen[key] {
			seen[key] = true
			all = append(all, tidy(l.who))
		}
	}
	return all
}

// parts says who is who: as told, by the words for parts, else by who speaks like
// somebody at work.
func (t *Transcript) parts(lines []line, agent string) (map[string]part, error) {
	names := speakers(lines)
	sides := map[string]part{}
	var open []string
	for _, who := range names {
		sides[partKey(who)] = partOf(who)
		if sides[partKey(who)] == noPart {
			open = append(open, who)
			t.Speakers = append(t.Speakers, who)
		}
	}
	if agent != "" {
		if _, ok := sides[partKey(agent)]; !ok {
			near, _ := source.Nearest(agent, names)
			if near != "" {
				near = " Did you mean “" + near + "”?"
			}
			return nil, fmt.Errorf("nobody in it is called “%s”.%s The speakers are: %s", agent, near, few(names, 8))
		}
		for key, side := range sides {
			if key == partKey(agent) {
				sides[key] = isAgent
			} else if side != isNobody {
				sides[key] = isCustomer
			}
		}
	} else {
		t.guess(lines, sides, open)
	}
	var who [4][]string
	for _, name := range names {
		side := sides[partKey(name)]
		who[side] = append(who[side], name)
		if side == isCustomer && partOf(name) == noPart && t.Customer == "" {
			t.Customer = name
		}
	}
	if len(who[isAgent]) == 0 || len(who[isCustomer]) == 0 {
		if len(names) == 1 {
			return nil, fmt.Errorf("only “%s” speaks in it; a talk has two sides", names[0])
		}
		return nil, fmt.Errorf("I cannot tell who the agent is. Say it: --agent NAME. The speakers are: %s", few(names, 8))
	}
	t.note("Agent: %s. Customer: %s.", few(who[isAgent], 5), few(who[isCustomer], 5))
	return sides, nil
}

// guess puts those without a word for their part on a side.
func (t *Transcript) guess(lines []line, sides map[string]part, open []string) {
	var has [4]bool
	for _, side := range sides {
		has[side] = true
	}
	if len(open) == 0 {
		return
	}
	if !has[isAgent] {
		works := map[string]int{}
		for _, l := range lines {
			if agentTalk.MatchString(l.text) {
				works[partKey(l.who)]++
			}
		}
		best := ""
		for _, who := range open {
			if works[partKey(who)] > works[partKey(best)] {
				best = who
			}
		}
		switch {
		case best != "":
			sides[partKey(best)] = isAgent
		case has[isCustomer] && len(open) == 1:
			sides[partKey(open[0])] = isAgent
		default:
			return
		}
		open = slices.DeleteFunc(open, func(w string) bool { return sides[partKey(w)] == isAgent })
	}
	if !has[isCustomer] && len(open) == 1 {
		sides[partKey(open[0])] = isCustomer
		return
	}
	for _, who := range open { // colleagues who took over
		if has[isCustomer] {
			sides[partKey(who)] = isAgent
		}
	}
}
