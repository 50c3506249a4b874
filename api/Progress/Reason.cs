using System.Text.Json.Serialization;

namespace Portfolio.Api.Progress;

// Why a record does not count, or what a rule with enough records still lacks. Each is said in every language that stands in Texts, with
// these arguments in this order.
[JsonConverter(typeof(Code<Reason>))]
internal enum Reason
{
    MinutesTooFew, // minutes attended, minutes of the session, minutes that count
    ShareTooSmall, // minutes attended, minutes of the session, per cent that counts
    UnderOneUnit, // minutes attended, the unit
    ModeNotCounted, // the mode, the modes that count
    ProvenanceNotCounted, // the provenance, those that count
    OtherGroup,
    OtherLeader,
    LeaderNotKnown,
    LeaderNotQualified, // the qualifications asked for
    LeaderNotIndependent,
    GroupSizeNotKnown,
    GroupTooSmall, // members there, fewest
    GroupTooLarge, // members there, most
    GroupNotClosed,
    FormNotCounted, // the form of meeting, those that count
    DeedNotCounted, // the deed, those that count
    RoleNotCounted, // the presentation's role, those that count
    TypeNotCounted, // the type, those that count
    OutcomeNotCounted, // the outcome, those that pass
    NothingStated, // the unit: an entry from elsewhere that states none of it
    OverDailyCap, // most units in a day, the unit
    OverOnlineCap, // most units in an online session, the unit
    OutsideWindow, // first day, last day
    SignedAfterCutOff, // the day of signing, the cut-off
    TooEarlyTogether, // sessions together, fewest
    NotConfirmed,
    RequiresOtherRule, // the other rule's title
    InPersonTooFew, // units in person, fewest, the unit
    InPersonShareTooSmall, // per cent in person, fewest
    NotAskedFor,
    FirstNotInPerson,
    LastNotInPerson,
}
