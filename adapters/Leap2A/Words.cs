using System.Globalization;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Leap2A;

// What a record says, for a reader.
internal static class Words
{
    public static string Group(Claim claim) => claim switch
    {
        Attendance { Group: var group } => group,
        Presentation { Group: var group } => group,
        Leading { Group: var group } => group,
        PeriodAccount { Group: var group } => group,
        Assessment { Group: var group } => group,
        _ => "",
    };

    public static string Title(Claim claim) => claim switch
    {
        PeriodAccount account => $"Period in {account.Group}, {Day(account.From)} to {Day(account.To)}",
        Assessment assessment => $"{assessment.Form}, {assessment.Group}, {Day(assessment.Date)}",
        Verification verification => $"Verified: {verification.Pack}, {Day(verification.AsOf)}",
        RecordedElsewhere elsewhere => $"Recorded elsewhere: {elsewhere.Keeper}, {Day(elsewhere.From)} to {Day(elsewhere.To)}",
        _ => $"{Group(claim)}, {Day(claim.Starts)}",
    };

    public static string Role(Claim claim) => claim switch
    {
        Presentation { Role: PresentationRole.FollowedUp } => "followed up",
        Presentation => "presented",
        Leading { Role: LeadingRole.CoLed } => "co-led",
        Leading => "led",
        _ => "attended",
    };

    public static string Says(SignedRecord record) =>
        $"{What(record.Claim)}{Vouched(record.Claim)} Signed by {record.Header.Issuer.Name} on {Day(DateOnly.FromDateTime(record.Header.ValidFrom.UtcDateTime))}: {record.Header.VersionId}";

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string What(Claim claim) => claim switch
    {
        Attendance attendance => $"Attended {attendance.Minutes} minutes, {How(attendance.Mode)}.",
        Presentation { Role: PresentationRole.FollowedUp } => "Followed up a case.",
        Presentation => "Presented a case.",
        Leading leading => $"{(leading.Role == LeadingRole.CoLed ? "Co-led" : "Led")} {leading.Minutes} minutes, {How(leading.Mode)}.",
        PeriodAccount account => $"Sessions held {account.Held}, expected at {account.Expected}, attended {account.Attended}; {account.Minutes} minutes; "
            + $"cases presented {account.Presented}, followed up {account.FollowedUp}.",
        Assessment assessment => $"{assessment.Outcome}.{string.Concat(assessment.Ratings.Select(rating => $" {rating.Item}: {rating.Level}."))}",
        RecordedElsewhere elsewhere => $"{elsewhere.Keeper} holds: {elsewhere.What} {elsewhere.Number.ToString(CultureInfo.InvariantCulture)}"
            + $"{(elsewhere.Reference is { } reference ? $", reference {reference}" : "")}.",
        Verification verification => $"{(verification.Scope == VerificationScope.Requirement ? "The requirement" : "Progress towards the requirement")} "
            + $"{verification.Pack}, version {verification.PackVersion}: {verification.State}.",
        _ => "",
    };

    private static string Vouched(Claim claim) => (claim.Leader, claim.Provenance) switch
    {
        ({ } leader, _) => $" {(claim is Verification ? "Verified by" : "Leader:")} {leader.Name}{(leader.Body is { } body ? $" ({body} {leader.Number})" : "")}.",
        (_, { By: { } by, Kind: ProvenanceKind.Imported }) => $" Imported by {by}.",
        (_, { By: { } by }) => $" Attested by {by}.",
        _ => "",
    };

    private static string How(Mode mode) => mode == Mode.InPerson ? "in person" : "online";
}
