using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Moodle;

/// <summary>What a record looks like in Moodle. Pure: the same record, the same note and the same score.</summary>
internal static class MoodleMapping
{
    /// <summary>The grade of the scale that an outcome is given; null where nobody said which.</summary>
    public static int? Grade(Claim claim, string? grades)
    {
        var outcome = claim switch { Assessment of => of.Outcome, Verification of => of.State, _ => null };
        foreach (var pair in (grades ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (pair.LastIndexOf('=') is > 0 and var at && pair[..at].Trim().Equals(outcome, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(pair[(at + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && grade > 0)
                return grade;
        return null;
    }

    /// <summary>The note of a rating: plain text, and the record's address by which it is found again.</summary>
    public static string Note(SignedRecord record, Delivered? before) => Plain(string.Join(" ", Sentences(record.Claim).Append(Signed(record)).Append(Replaces(before)).Where(text => text.Length > 0)) + $" {record.Header.VersionId}");

    /// <summary>The column that a score stands in. Everybody of a group and day, or of a group and period, has the same; a second record of one person's goes into a second.</summary>
    public static MoodleColumn Column(SignedRecord record, int number = 1)
    {
        var (group, of, most) = record.Claim switch { Attendance one => (one.Group, "attendance", 1), PeriodAccount account => (account.Group, "period-account", 100), _ => throw new NotSupportedException(record.Kind) };
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{record.Header.Issuer.Id}\n{of}\n{group}\n{record.Claim.Starts:yyyy-MM-dd}\n{record.Claim.Ends:yyyy-MM-dd}\n{number}")));
        return new($"{new Guid(key.AsSpan(0, 16), bigEndian: true):D}", $"{group}, {When(record.Claim)}{(number > 1 ? $" ({Number(number)})" : "")}", of, most);
    }

    /// <summary>Attendance is 1 of 1. An account is the sessions attended of those expected at, which a visitor can exceed.</summary>
    public static MoodleScore? Score(SignedRecord record) => record.Claim switch
    {
        Attendance => new(1, 1, Note(record, null)),
        PeriodAccount account when Math.Max(account.Expected, account.Attended) is > 0 and var most => new(account.Attended, most, Note(record, null)),
        _ => null,
    };

    /// <summary>Whether a text names this version, and not one whose number begins with the same digits.</summary>
    public static bool Names(string? text, Delivered delivered)
    {
        var url = FormattableString.Invariant($"{delivered.Url}/versions/{delivered.Version}");
        for (var at = text?.IndexOf(url, StringComparison.Ordinal) ?? -1; at >= 0; at = text!.IndexOf(url, at + 1, StringComparison.Ordinal))
            if (at + url.Length == text!.Length || !char.IsAsciiDigit(text[at + url.Length]))
                return true;
        return false;
    }

    private static IEnumerable<string> Sentences(Claim claim) => claim switch
    {
        Attendance of => [$"Attended {of.Group} on {When(of)}, {Number(of.Minutes)} minutes, {(of.Mode == Mode.InPerson ? "in person" : "online")}."],
        // Who presented is not every teacher's to know.
        PeriodAccount of => [$"{of.Group}, {When(of)}: attended {Number(of.Attended)} of {Number(of.Expected)} sessions expected at ({Number(of.Held)} held), {Number(of.Minutes)} minutes."],
        Assessment of => [$"{of.Form}, version {of.FormVersion}, {When(of)}: {of.Outcome}."],
        Verification of => [$"{(of.Scope == VerificationScope.Requirement ? "Requirement" : "Progress")} {of.Pack}, version {of.PackVersion}, as of {When(of)}: {of.State}."],
        _ => [],
    };

    private static string Signed(SignedRecord record) => record.Claim.Leader is { } leader
        ? $"{(record.Claim is Verification ? "Verified" : record.Claim is Assessment ? "Assessed" : "Led")} by {Who(leader)}."
        : record.Claim.Provenance.By is { } by ? $"{(record.Claim.Provenance.Kind == ProvenanceKind.Attested ? "Attested" : "Imported")} by {by}." : "";

    private static string Replaces(Delivered? before) => before is null ? "" : $"In place of version {Number(before.Version)}.";

    private static string When(Claim claim) => claim.Ends is { } ends ? $"{Day(claim.Starts)} to {Day(ends)}" : Day(claim.Starts);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Who(Person person) => person.Body is null ? person.Name : $"{person.Name}, {person.Body} {person.Number}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Whatever could be markup is refused.
    private static string Plain(string text) => text.Replace('<', '‹').Replace('>', '›');
}

/// <summary>A column of a gradebook, by a key of ours.</summary>
internal sealed record MoodleColumn(string Key, string Label, string Tag, int Most);

/// <summary>What stands in a cell.</summary>
internal sealed record MoodleScore(int Given, int Most, string Comment);
