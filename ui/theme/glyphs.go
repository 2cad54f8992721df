package theme

import "strings"

// Glyphs is one set of drawing characters, each one cell wide (More may be three).
type Glyphs struct {
	Rule                           string
	Heat                           [6]string // glad … furious
	Full, Half, Empty              string    // meters
	Trend                          [8]string
	TopLeft, TopRight              string // curve corners ╭ ╮
	BottomLeft, BottomRight        string // ╰ ╯
	Upright                        string // │
	BoldRule, BoldTL, BoldTR       string // what-if curve
	BoldBL, BoldBR, BoldUp         string
	Hurt, Ends, Advice             string // marks
	Here, Done, In, Out, None      string
	Minus, OpenQuote, CloseQuote   string
	More                           string
	ArrowU, ArrowD, ArrowL, ArrowR string
	Dot                            string // middle dot between facts
	Times                          string // 40 × 10
}

// glyphs gives one of the two sets. Both lay out alike, cell for cell, but for
// More.
func glyphs(ascii bool) Glyphs {
	if ascii {
		return Glyphs{
			Rule: "-",
			Heat: [6]string{".", ":", "|", "!", "H", "#"},
			Full: "#", Half: "+", Empty: ".",
			Trend:   [8]string{"1", "2", "3", "4", "5", "6", "7", "8"},
			TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+", Upright: "|",
			BoldRule: "=", BoldTL: "#", BoldTR: "#", BoldBL: "#", BoldBR: "#", BoldUp: "#",
			Hurt: "~", Ends: "=", Advice: ".",
			Here: ">", Done: "x", In: "*", Out: "o", None: "-",
			Minus: "-", OpenQuote: `"`, CloseQuote: `"`,
			More:   "...",
			ArrowU: "^", ArrowD: "v", ArrowL: "<", ArrowR: ">",
			Dot: ".", Times: "x",
		}
	}
	return Glyphs{
		Rule: "─",
		Heat: [6]string{"▏", "▎", "▍", "▌", "▊", "█"},
		Full: "█", Half: "▌", Empty: "·",
		Trend:   [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		TopLeft: "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯", Upright: "│",
		BoldRule: "━", BoldTL: "┏", BoldTR: "┓", BoldBL: "┗", BoldBR: "┛", BoldUp: "┃",
		Hurt: "~", Ends: "═", Advice: "·",
		Here: "›", Done: "✓", In: "●", Out: "○", None: "–",
		Minus: "−", OpenQuote: "“", CloseQuote: "”",
		More:   "…",
		ArrowU: "↑", ArrowD: "↓", ArrowL: "←", ArrowR: "→",
		Dot: "·", Times: "×",
	}
}

// pairs are the characters that written text uses and ASCII lacks, one cell for
// one cell.
func pairs() []string {
	return []string{
		"“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "−", "-",
		"·", ".", "×", "x", "›", ">", "✓", "x", "●", "*", "○", "o",
		"↑", "^", "↓", "v", "←", "<", "→", ">", "\u00a0", " ",
	}
}

// Text gives written words in the characters this terminal has: as they are, or
// with the quotes, dashes and dots of ASCII. It runs before text is wrapped,
// since an ellipsis grows to three cells.
func (t *Theme) Text(s string) string {
	if !t.ASCII || isASCII(s) {
		return s
	}
	return strings.NewReplacer(append(pairs(), "…", "...")...).Replace(s)
}

// Cells is Text for a finished page: nothing may grow, so an ellipsis is a dot,
// and every drawing character becomes its pair.
func (t *Theme) Cells(page string) string {
	if !t.ASCII || isASCII(page) {
		return page
	}
	from, to := glyphs(false), glyphs(true)
	p := append(pairs(), "…", ".")
	p = append(p, "─", to.Rule, "━", to.BoldRule, "═", to.Ends, "│", to.Upright, "┃", to.BoldUp)
	for _, corner := range []string{"╭", "╮", "╰", "╯"} {
		p = append(p, corner, to.TopLeft)
	}
	for _, corner := range []string{"┏", "┓", "┗", "┛"} {
		p = append(p, corner, to.BoldTL)
	}
	for i, h := range from.Heat {
		p = append(p, h, to.Heat[i])
	}
	for i, h := range from.Trend {
		p = append(p, h, to.Trend[i])
	}
	return strings.NewReplacer(p...).Replace(page)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
