package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"coolhead/scenarios"
	"coolhead/scenarios/source"
	"coolhead/scoring"
)

func (p *program) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain CODE|RULE|BEHAVIOUR|codes|behaviours",
		Short: "What a code, a rule or a behaviour means",
		Long: `Explains a code that lint prints (CH003), a rule that a finding names
(en/ownership/on-us), or a behaviour that scenarios need (owns-it). “codes” and
“behaviours” list all of them.`,
		Example: `  coolhead explain CH003
  coolhead explain owns-it
  coolhead explain behaviours`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misused("explain what? One code, rule or behaviour: coolhead explain CH003. All of them: coolhead explain codes, coolhead explain behaviours")
			}
			return p.explainWord(args[0])
		},
	}
}

// explainWord looks a word up as code, behaviour and rule, in this order.
func (p *program) explainWord(word string) error {
	switch word {
	case "codes":
		return p.listCodes()
	case "behaviours", "behaviors":
		return p.listBehaviours()
	}
	if text, ok := codeText(strings.ToUpper(word)); ok {
		_, err := io.WriteString(p.Out, text)
		return err
	}
	if b, ok := scoring.BehaviourOf(word); ok {
		return p.explainBehaviour(b)
	}
	known, done, err := p.explainRuleOf(word)
	if done || err != nil {
		return err
	}
	for _, b := range scoring.Behaviours() {
		known = append(known, b.ID)
	}
	for _, c := range scenarios.Codes() {
		known = append(known, c.Code)
	}
	if near, ok := source.Nearest(word, known); ok {
		return misused("nothing is called “%s”. Did you mean “%s”?", word, near)
	}
	return misused("nothing is called “%s”. Codes look like CH003, behaviours like owns-it, rules like en/ownership/on-us", word)
}

// listCodes is every code on a line of its own.
func (p *program) listCodes() error {
	var s strings.Builder
	for _, c := range scenarios.Codes() {
		fmt.Fprintf(&s, "%s  %-7s  %s\n", c.Code, c.Severity, c.Title)
	}
	_, err := io.WriteString(p.Out, s.String())
	return err
}

// listBehaviours is every behaviour on a line of its own: those that help first.
func (p *program) listBehaviours() error {
	var s strings.Builder
	for _, part := range []struct {
		heading string
		side    scoring.Side
	}{{"These help:", scoring.Helps}, {"These hurt:", scoring.Hurts}} {
		fmt.Fprintln(&s, part.heading)
		for _, b := range scoring.Behaviours() {
			if b.Side == part.side {
				fmt.Fprintf(&s, "  %-20s  %-22s  %s\n", b.ID, b.Name, b.Dimension)
			}
		}
	}
	_, err := io.WriteString(p.Out, s.String())
	return err
}

func (p *program) explainBehaviour(b scoring.Behaviour) error {
	var s strings.Builder
	side := "helps"
	if b.Side == scoring.Hurts {
		side = "hurts"
	}
	fmt.Fprintf(&s, "%s: %s\n\n", b.ID, b.Name)
	fmt.Fprintf(&s, "It %s %s, %s points.\n", side, b.Dimension, b.Points)
	if b.Fatal {
		s.WriteString("It ends the score: with it, no reply scores above 39.\n")
	}
	for _, row := range [][2]string{{"", b.Why}, {"The customer hears ", b.Heard}, {"The customer feels: ", b.Felt}, {"Hint: ", b.Hints[0]}, {"Hint: ", b.Hints[1]}, {"Source: ", b.Source}} {
		if row[1] != "" {
			s.WriteString(row[0] + sentence(row[1]) + "\n")
		}
	}
	_, err := io.WriteString(p.Out, s.String())
	return err
}
