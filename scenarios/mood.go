package scenarios

// Mood is heat in words, from glad to furious.
type Mood int

const (
	Glad Mood = iota
	Calm
	Wary
	Upset
	Angry
	Furious
)

// Moods are the six moods in order of heat.
var moodNames = [...]string{"glad", "calm", "wary", "upset", "angry", "furious"}

// moodEdges are the heats below which each mood ends; furious has no edge.
var moodEdges = [...]int{15, 30, 50, 70, 90}

// String gives the mood's word.
func (m Mood) String() string { return moodNames[m] }

// MoodNames gives the six words, coolest first.
func MoodNames() []string { return append([]string(nil), moodNames[:]...) }

// MoodOf is the mood at a heat of 0–100.
func MoodOf(heat int) Mood {
	for m, edge := range moodEdges {
		if heat < edge {
			return Mood(m)
		}
	}
	return Furious
}

// Start is the heat a call that opens in this mood begins with: its middle.
func (m Mood) Start() int {
	low, high := 0, 100
	if m > Glad {
		low = moodEdges[m-1]
	}
	if m < Furious {
		high = moodEdges[m]
	}
	return (low + high) / 2
}

// ParseMood reads a mood's word.
func ParseMood(word string) (Mood, bool) {
	for m, name := range moodNames {
		if name == word {
			return Mood(m), true
		}
	}
	return 0, false
}
