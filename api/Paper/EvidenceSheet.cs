using System.Text.RegularExpressions;
using Portfolio.Api.Assessments;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

/// <summary>What one line says was recorded elsewhere.</summary>
internal sealed record EvidenceRow(string Person, ElsewhereToState Entry, int Line);

/// <summary>The sheet of what was recorded elsewhere: portfolios, paper, courses.</summary>
internal static partial class EvidenceSheet
{
    public static readonly IReadOnlyList<string> Columns = ["person_id", "type", "from", "to", "sessions", "minutes", "outcome", "keeper", "original", "sha256"];

    /// <param name="known">The people of the programme.</param>
    /// <param name="today">Nothing that is still to come is recorded anywhere.</param>
    public static async Task<IReadOnlyList<EvidenceRow>> Read(
        Stream content, string file, IReadOnlySet<string> known, DateOnly today, Findings findings, CancellationToken stop)
    {
        var sheet = await Sheet.Open(content, file, Columns, findings, stop);
        var rows = new List<EvidenceRow>();
        foreach (var cells in sheet.Rows())
        {
            var row = new EvidenceRow(cells.Key("person_id"), new(
                Code(cells, "type") ?? "", cells.Date("from"), cells.Date("to"), cells.WholeOrNone("sessions", 1, 10_000), cells.WholeOrNone("minutes", 1, 1_000_000),
                CodeOrNone(cells, "outcome"), cells.Text("keeper"), cells.TextOrNone("original"), Copy(cells)), cells.Line);
            if (row.Entry.From > row.Entry.Until && row.Entry.Until != default)
                cells.Wrong("from", $"not after the last day, {row.Entry.Until:yyyy-MM-dd}");
            if (row.Entry.Until > today)
                cells.Wrong("to", $"today, {today:yyyy-MM-dd}, or an earlier day");
            if (!known.Contains(row.Person))
                cells.Wrong("person_id", "the person_id of somebody in the programme");
            if (cells.Sound)
                rows.Add(row);
        }
        return rows;
    }

    private static string? CodeOrNone(SheetRow row, string column) => row[column].Length == 0 ? null : Code(row, column);

    private static string? Code(SheetRow row, string column)
    {
        if (Word().IsMatch(row[column]))
            return row[column];
        row.Wrong(column, "a code of letters, digits and hyphens, at most 32 characters, such as CBDGA");
        return null;
    }

    private static byte[]? Copy(SheetRow row)
    {
        if (row["sha256"].Length == 0)
            return null;
        if (Digest().IsMatch(row["sha256"]))
            return Convert.FromHexString(row["sha256"]);
        row.Wrong("sha256", "64 hexadecimal digits, as sha256sum writes them, or nothing");
        return null;
    }

    [GeneratedRegex(Fences.Word)]
    private static partial Regex Word();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Digest();
}
