using System.Globalization;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using RecordClaim = Portfolio.Contracts.Records.Claim;

namespace Portfolio.Api.Deliveries;

/// <summary>What a trainee pastes where a portfolio asks for words, and what they choose where it asks for areas of the curriculum.</summary>
internal static class UploadText
{
    /// <summary>As many areas as one entry of such a portfolio may be mapped to (a rule of the KSS psychiatry school).</summary>
    public const int MostAreas = 4;

    /// <param name="claims">What the signed records in the file say.</param>
    /// <param name="check">Where anybody sees whether it was issued, and what changed since.</param>
    public static string Of(EvidencePackContent content, IReadOnlyList<RecordClaim> claims, DateOnly from, DateOnly until, string check, string fileHash)
    {
        var text = new StringBuilder();
        var evidence = content.Evidence;
        var attended = evidence.Records.Where(record => record.Kind == "attendance" && record.Date >= from && record.Date <= until).ToList();
        Line($"Case-based discussion group, {Day(from)} to {Day(until)}");
        Line($"{content.Programme}");
        Line($"{evidence.Title} ({evidence.Pack}, version {evidence.PackVersion}), as of {Day(evidence.AsOf)}: {State(evidence.Progress.State)}.");
        Line("");
        Line($"Attended in this period: {Count(attended.Count, "session")}, {Count(attended.Sum(record => record.Minutes ?? 0), "minute")}.");
        foreach (var group in attended.GroupBy(record => record.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
            Line($"- {group.Key}: {Count(group.Count(), "session")}");
        Line($"In the whole requirement: {Count(evidence.Presentations.Presented, "case")} presented, {evidence.Presentations.FollowedUp} followed up.");
        foreach (var claim in Within(claims, from, until).Where(IsSum))
            Line($"- {Says(claim)}");
        foreach (var given in content.Confirmations.Where(given => given.On is not null))
            Line($"- {given.Step}, {given.Act}: {given.By}, {Day(given.On!.Value)}");
        Line("");
        Line("The PDF and the signed file say this in full. The signed file can be checked without the service that made it; its SHA-256 is");
        Line(fileHash);
        Line("Whether it was issued, and what changed since:");
        Line(check);
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>The items that the period's own accounts, assessments and verifications name most, then those that the requirement proposes.</summary>
    public static IReadOnlyList<UploadArea> Areas(IReadOnlyList<RecordClaim> claims, IReadOnlyList<Alignment> proposed, DateOnly from, DateOnly until) =>
    [
        .. Within(claims, from, until).SelectMany(claim => claim.Alignments).GroupBy(item => item.Url)
            .OrderByDescending(item => item.Count()).ThenBy(item => item.First().Code, StringComparer.Ordinal).Select(item => item.First())
            .Concat(proposed).DistinctBy(item => item.Url).Take(MostAreas).Select(item => new UploadArea(item.Framework, item.Code, item.Name, item.Url)),
    ];

    private static IEnumerable<RecordClaim> Within(IReadOnlyList<RecordClaim> claims, DateOnly from, DateOnly until) =>
        claims.Where(claim => claim.Starts <= until && (claim.Ends ?? claim.Starts) >= from).OrderBy(claim => claim.Starts);

    private static bool IsSum(RecordClaim claim) => claim is PeriodAccount or Assessment or Verification;

    private static string Says(RecordClaim claim) => claim switch
    {
        PeriodAccount account => $"Account of {account.Group}, {Day(account.From)} to {Day(account.To)}: attended {account.Attended} of {account.Expected}{By(claim)}",
        Assessment assessment => $"{assessment.Form}, {Day(assessment.Date)}: {assessment.Outcome}{By(claim)}",
        Verification verification => $"Verified as of {Day(verification.AsOf)}: {verification.State}{By(claim)}",
        _ => "",
    };

    private static string By(RecordClaim claim) => claim.Leader is { } leader ? $" ({leader.Name})" : "";

    private static string State(ProgressState state) => state switch
    {
        ProgressState.Met => "met",
        ProgressState.OnTrack => "on track",
        ProgressState.Behind => "behind",
        _ => "not possible in time",
    };

    private static string Count(int number, string what) => $"{number.ToString(CultureInfo.InvariantCulture)} {what}{(number == 1 ? "" : "s")}";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
