using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using QRCoder;

namespace Portfolio.Api.Records;

/// <summary>A record for people to read: what it says, who vouches, whether it stands, how to check it. Written from the checked claim alone.</summary>
internal static class RecordPage
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["in-person"] = "In person", ["online"] = "Online", ["presented"] = "Presented a case", ["followed-up"] = "Followed up a case presented earlier",
        ["led"] = "Led", ["co-led"] = "Led together with somebody else",
    };

    /// <param name="version">The version as it is kept.</param>
    /// <param name="record">What checking its bytes showed, just now.</param>
    /// <param name="keys">Where the programme publishes its keys.</param>
    /// <param name="check">Where anybody who holds it on paper sees whether it stands.</param>
    public static string Write(RecordBody version, CheckedRecord record, string keys, string check)
    {
        var title = record.Claim is { } claim ? Achievement.Of(claim.Kind).Name : "A record that could not be read";
        return $"""
            <!doctype html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Text(title)}</title></head>
            <body>
            <main>
            <h1>{Text(title)}</h1>
            <p>{Text(State(version, record))}</p>
            {(record is { Claim: { } said, Header: { } header } ? Said(said, header) : "")}
            <h2>How to check it</h2>
            {Code(check)}
            <p>Printed, it is checked by this code: it leads to <a href="{Text(check)}">a page that says whether it stands</a>, its kind, who issued it and when, and no more.</p>
            <p>This page is for reading; what counts is the signed record. Download it as one file from <code>{Text(version.Url)}/bundle</code>: a note in it says how to
            check it with this program, or with tools that others wrote, without asking this service. The keys stand at <code>{Text(keys)}/did.json</code> and
            <code>{Text(keys)}/jwks.json</code>.</p>
            <table>
            <caption>What checking it showed when this page was made</caption>
            <thead><tr><th scope="col">Check</th><th scope="col">Answer</th><th scope="col">Why</th></tr></thead>
            <tbody>
            {string.Join('\n', record.Checks.Select(Row))}
            </tbody>
            </table>
            </main>
            </body>
            </html>

            """;
    }

    private static string State(RecordBody version, CheckedRecord record) => version.State switch
    {
        "withdrawn" => $"This record was withdrawn on {Day(version.EndedAt!.Value)}: it does not count any more.",
        "superseded" => $"Version {version.Version} of this record was replaced by a newer one on {Day(version.EndedAt!.Value)}.",
        _ when !record.Accepted => "This record did not pass its checks: do not rely on it. What failed stands below.",
        _ => "This record stands: it was neither withdrawn nor replaced.",
    };

    private static string Said(Claim claim, RecordHeader header)
    {
        var names = Achievement.Of(claim.Kind).Facts.ToDictionary(fact => fact.Key, fact => fact.Name);
        var lines = new StringBuilder("<h2>What it says</h2>\n<dl>\n");
        Line(lines, "Who", Fact.Of(claim.Holder));
        Line(lines, claim.Ends is null ? "When" : "From", Day(claim.Starts));
        if (claim.Ends is { } ends)
            Line(lines, "To", Day(ends));
        foreach (var fact in claim.Facts)
            Line(lines, names.GetValueOrDefault(fact.Key, fact.Key), Words.GetValueOrDefault(fact.Value, fact.Value));
        foreach (var item in claim.Alignments)
            Line(lines, "Curriculum item", $"{item.Code} {item.Name} ({item.Framework})");
        // A leader who did not sign is named, and must not look as if they had.
        var signedByLeader = claim.Provenance.Kind == ProvenanceKind.Contemporaneous;
        lines.Append(CultureInfo.InvariantCulture, $"</dl>\n<h2>{(signedByLeader ? "Who vouches for it" : "Where it comes from")}</h2>\n<dl>\n");
        if (claim.Leader is { } leader)
            Line(lines, signedByLeader ? "Signed by" : "Said to have led, but did not sign", Fact.Of(leader));
        Line(lines, "How it became known", Known(claim.Provenance));
        Line(lines, "Issued by", $"{header.Issuer.Name}, {header.Issuer.Id}");
        Line(lines, "Issued on", $"{Day(header.ValidFrom)}, {header.ValidFrom.UtcDateTime:HH:mm} UTC");
        Line(lines, "Version", header.Version.ToString(CultureInfo.InvariantCulture));
        return lines.Append("</dl>").ToString();
    }

    private static string Known(Provenance provenance) => provenance switch
    {
        { Kind: ProvenanceKind.Attested, By: { } by, At: { } at } => $"Attested by {by} on {Day(at)}, because no leader of that day could sign",
        { Kind: ProvenanceKind.Imported, By: { } by, At: { } at } => $"Taken over from paper or another system by {by} on {Day(at)}; this service did not see it signed",
        _ => "A leader of that day signed it",
    };

    // A square of the picture for each dark one of the code, in lines.
    private static string Code(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var dark = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
            for (var column = 0; column < modules[row].Count; column++)
                if (modules[row][column])
                    dark.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
        return $"""<svg role="img" aria-label="A code that leads to the page below" width="148" height="148" viewBox="0 0 {modules.Count} {modules.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{modules.Count}v{modules.Count}h-{modules.Count}z"/><path d="{dark}"/></svg>""";
    }

    private static string Row(Check check)
    {
        var answer = check.Answer switch { Answer.Yes => "yes", Answer.No => "no", _ => "not checked" };
        return $"""<tr><th scope="row">{Text(check.Name)}</th><td>{answer}</td><td>{Text(check.Why)}</td></tr>""";
    }

    private static void Line(StringBuilder lines, string name, string value) => lines.Append(CultureInfo.InvariantCulture, $"<dt>{Text(name)}</dt><dd>{Text(value)}</dd>\n");

    private static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.UtcDateTime));

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
