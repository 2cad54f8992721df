package cli

import (
	"fmt"
	"io"
	"strings"

	"coolhead/scoring"
	"coolhead/scoring/packtest"
)

// explainRuleOf explains a rule of the packs that ship, of those in the settings, or
// of the engine. It gives the names of all rules where none is called so.
func (p *program) explainRuleOf(word string) (known []string, done bool, err error) {
	c, err := p.catalog(nil)
	if err != nil {
		return nil, false, err
	}
	reader, problems, err := c.Reader(nil)
	if err != nil {
		return nil, false, err
	}
	p.problems(problems)
	if r, ok := reader.Engine(word); ok {
		return nil, true, p.explainEngine(r)
	}
	if r, ok := reader.Rule(word); ok {
		return nil, true, p.explainRule(reader, word, r)
	}
	return reader.Rules(), false, nil
}

func (p *program) explainRule(reader *scoring.Reader, id string, r scoring.Rule) error {
	var s strings.Builder
	fmt.Fprintf(&s, "%s shows %s", id, r.Shows)
	if t, ok := reader.Traits(id); ok {
		switch {
		case t.Off:
			s.WriteString(", and is switched off")
		case t.Points != 0:
			fmt.Fprintf(&s, ", %s points", t.Points)
			if b, ok := scoring.BehaviourOf(r.Shows); ok {
				fmt.Fprintf(&s, " in %s", b.Dimension)
			}
		default:
			s.WriteString(", and only advises")
		}
	}
	s.WriteString("\n\n")
	why, evidence := r.Why, r.Source
	if b, ok := scoring.BehaviourOf(r.Shows); ok {
		if why == "" {
			why = b.Why
		}
		if evidence == "" {
			evidence = b.Source
		}
	}
	for _, row := range [][2]string{{"", r.Message}, {"", why}, {"Source: ", evidence}} {
		if row[1] != "" {
			s.WriteString(row[0] + sentence(row[1]) + "\n")
		}
	}
	for _, instead := range r.Instead {
		fmt.Fprintf(&s, "Instead: %s\n", instead)
	}
	for _, e := range r.Hit {
		fmt.Fprintf(&s, "It hits:   %s\n", e.Reply)
	}
	for _, e := range r.Miss {
		fmt.Fprintf(&s, "It leaves: %s\n", e.Reply)
	}
	agreement(&s, reader, id, r.Shows)
	_, err := io.WriteString(p.Out, s.String())
	return err
}

// agreement tells how often people confirm what a rule finds.
func agreement(s *strings.Builder, reader *scoring.Reader, id, shows string) {
	language, _, _ := strings.Cut(id, "/")
	replies, _ := packtest.Shipped(language)
	if len(replies) == 0 {
		replies, _ = packtest.Shipped(reader.Language())
	}
	if len(replies) == 0 || shows == "" {
		return
	}
	m, wrong := packtest.Of(reader, id, shows, replies)
	fmt.Fprintf(s, "\nOn %d labelled replies: ", len(replies))
	if m.Found == 0 {
		s.WriteString("it finds nothing, so nothing is known of its precision.\n")
		return
	}
	fmt.Fprintf(s, "precision %s; it finds %d of the %d that show %s.\n", ofAll(m.Right, m.Found, m.Precision()), m.Right, m.Labelled, shows)
	for _, reply := range wrong {
		fmt.Fprintf(s, "Found, and people did not: %s\n", clean(reply))
	}
}

func (p *program) explainEngine(r scoring.EngineRule) error {
	var s strings.Builder
	fmt.Fprintf(&s, "%s: %s\n\n", r.ID, r.Name)
	fmt.Fprintf(&s, "The engine finds this by how the reply is built. It counts %s points in %s", r.Points, r.Dimension)
	if r.Shows != "" {
		fmt.Fprintf(&s, ", and shows %s", r.Shows)
	}
	s.WriteString(".\n")
	for _, row := range [][2]string{{"", r.Message}, {"", r.Why}, {"Because ", r.Because}} {
		if row[1] != "" {
			s.WriteString(row[0] + sentence(row[1]) + "\n")
		}
	}
	for _, instead := range r.Instead {
		fmt.Fprintf(&s, "Instead: %s\n", instead)
	}
	_, err := io.WriteString(p.Out, s.String())
	return err
}
