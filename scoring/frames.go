package scoring

// frameSet is the set of structural frames found in a sentence. A frame is a
// pattern of language.yaml with a fixed meaning for the engine.
type frameSet uint64

type frame uint8

const (
	frAct        frame = iota // I or we do something that helps
	frDone                    // it is done, said without who
	frOutcome                 // what the customer has or gets
	frThird                   // somebody named does it for them
	frStay                    // I stay with it
	frOwner                   // I bind myself
	frBackup                  // if it fails, I act
	frChoice                  // a real choice
	frProof                   // something they can check
	frOff                     // work taken off them
	frRoute                   // a way that works: steps, a place to go
	frClerical                // noted, logged, passed on
	frAgree                   // the true part is granted
	frEvent                   // the event is called what it is
	frRight                   // what should have been theirs
	frFault                   // ours, in words
	frSorry                   // sorry for a named thing
	frSide                    // stands in their place
	frStockSorry              // sorry with nothing of this case
	frStock                   // kind words with nothing of this case
	frOffice                  // office register
	frPassive                 // something was done, by nobody
	frModal                   // a promise made soft
	frVague                   // a future with no time and no owner
	frBurden                  // work sent to the customer
	frExplain                 // the firm's side as the answer
	frDenyOpen                // "No, you …" at the start
	frDoubt                   // their account held at arm's length
	frClass                   // speaks of the class, not the case
	frShrink                  // makes it smaller
	frBlame                   // the customer as subject of the fault
	frOrder                   // tells them how to be
	frReported                // what follows is somebody else's words
	frNotNeg                  // a negator that negates nothing
	frBut                     // turns
	frAsk                     // asks the customer something open
	frStockAsk                // a closing formula as a question
	frNo                      // refusal left standing
	frReason                  // because
	frYes                     // yes, it is
	frNotYes                  // no, it isn't
	frPlace                   // where
	frDepends                 // an answer that is none
	frThanks                  // thanks for a real thing
	frDefend                  // shields self, firm or colleague
	frMock                    // mock praise, talking down
	frFavour                  // redress as a favour
	frAnchor                  // words that judge: the sentence speaks of this case
	frFeeling                 // a feeling named
	frBoundary                // a calm limit
	frAbstract                // what happened to them turned into report words
	frHandOff                 // somebody else's now
	frCourtesy                // manners between any two people
	frCurt
	frHedge   // an opinion held as one
	frInsist  // an opinion held as the truth
	frTold    // what they did, said, went through, told back
	frSelf    // the speaker's own heart
	frHonest  // says what is not known or cannot be promised
	frAssure  // reassures in place of a fact
	frWish    // wishes them well
	frRecord  // a record speaks
	frGift    // what is due, as an offer
	frReflect // what they feel, think or want, said back
	frames
)

var frameNames = [frames]string{
	"act", "done", "outcome", "third", "stay", "owner", "backup", "choice", "proof", "off", "route", "clerical",
	"agree", "event", "right", "fault", "sorry", "side", "stock-sorry", "stock", "office", "passive", "modal", "vague",
	"burden", "explain", "deny-open", "doubt", "class", "shrink", "blame", "order", "reported", "not-neg", "but", "ask", "stock-ask",
	"no", "reason", "yes", "not-yes", "place", "depends", "thanks", "defend", "mock", "favour", "anchor", "feeling", "boundary", "abstract", "hand-off", "courtesy", "curt", "hedge", "insist", "told", "self", "honest", "assures", "wish", "record", "gift", "reflect",
}

func bit(fs ...frame) (s frameSet) {
	for _, f := range fs {
		s |= 1 << f
	}
	return s
}

var (
	helpFrames = bit(frAct, frDone, frOutcome, frThird, frStay, frOwner, frBackup, frChoice, frOff, frRoute)
	ackFrames  = bit(frAgree, frEvent, frRight, frFault, frSorry, frSide, frFeeling, frThanks, frTold, frHonest, frWish, frReflect)
	fillFrames = bit(frStockSorry, frStock, frOffice, frClerical)
	harmFrames = bit(frDenyOpen, frDoubt, frClass, frShrink, frBlame, frOrder, frDefend, frMock, frExplain, frFavour)
)
