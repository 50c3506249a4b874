using System.Globalization;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Mahara;

/// <summary>What a claim says, line by line, for people.</summary>
internal static class MaharaClaims
{
    public static string Name(Claim claim) => claim switch
    {
        Attendance => "Attended a case-based discussion group",
        Presentation { Role: PresentationRole.Presented } => "Presented in a case-based discussion group",
        Presentation => "Followed up a case in a case-based discussion group",
        Leading => "Led a case-based discussion group",
        PeriodAccount => "Period in a case-based discussion group",
        Assessment => "Assessed in a case-based discussion group",
        Verification => "Case-based discussion group requirement verified",
        _ => "Recorded elsewhere",
    };

    public static string When(Claim claim) => claim.Ends is { } ends ? $"{Day(claim.Starts)} to {Day(ends)}" : Day(claim.Starts);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static IEnumerable<(string Label, string Text)> Facts(Claim claim) =>
    [
        (claim.Ends is null ? "Date" : "Period", When(claim)),
        .. OfKind(claim),
        .. claim.Leader is { } leader ? [(claim is Verification ? "Verified by" : claim is Assessment ? "Assessed by" : "Leader", Who(leader))] : Array.Empty<(string, string)>(),
        .. claim.Provenance.Kind == ProvenanceKind.Contemporaneous ? [] : new[] { (claim.Provenance.Kind == ProvenanceKind.Attested ? "Attested by" : "Imported by", claim.Provenance.By!) },
        .. claim.Alignments.Select(item => ("Curriculum", $"{item.Code} {item.Name} ({item.Framework})")),
    ];

    private static IEnumerable<(string, string)> OfKind(Claim claim) => claim switch
    {
        Attendance of => [("Group", of.Group), ("Minutes", Number(of.Minutes)), ("Mode", Mode(of.Mode))],
        Presentation of => [("Group", of.Group)],
        Leading of => [("Group", of.Group), ("Minutes", Number(of.Minutes)), ("Mode", Mode(of.Mode)), ("Part", of.Role == LeadingRole.Led ? "led" : "co-led")],
        PeriodAccount of =>
        [
            ("Group", of.Group), ("Sessions held", Number(of.Held)), ("Expected at", Number(of.Expected)), ("Attended", Number(of.Attended)), ("Minutes", Number(of.Minutes)),
            ("Cases presented", Number(of.Presented)), ("Cases followed up", Number(of.FollowedUp)),
        ],
        Assessment of => [("Group", of.Group), ("Form", $"{of.Form}, version {of.FormVersion}"), ("Outcome", of.Outcome), .. of.Ratings.Select(rating => ($"Item {rating.Item}", rating.Level))],
        Verification of => [("Requirement", $"{of.Pack}, version {of.PackVersion}"), ("Verified", of.Scope == VerificationScope.Requirement ? "the whole requirement" : "progress so far"), ("State", of.State)],
        RecordedElsewhere of => [("Kept by", of.Keeper), ("What", of.What), ("Number", Number(of.Number)), .. of.Reference is { } reference ? [("Reference there", reference)] : Array.Empty<(string, string)>()],
        _ => [],
    };

    private static string Who(Person person) => person.Body is null ? person.Name : $"{person.Name}, {person.Body} {person.Number}";

    private static string Mode(Mode mode) => mode == Contracts.Records.Mode.InPerson ? "in person" : "online";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
