using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Xapi;

/// <summary>
/// What a record says, as a statement. People are accounts, never names or addresses: the trainee by the id that this platform alone knows, the leader by
/// their id in the programme. The record itself, with its names, is linked by its address and its digest.
/// </summary>
internal static class XapiMapping
{
    public static JsonObject Statement(SignedRecord record, Guid subject, Guid id)
    {
        var (claim, place) = (record.Claim, RecordPlace.Of(record.Header.Id));
        var said = Said.Of(claim, record.Kind, place);
        var statement = new JsonObject
        {
            ["id"] = id.ToString(),
            ["actor"] = Account(place, subject),
            ["verb"] = Verb(said.Verb),
            ["object"] = said.Object,
        };
        if (said.Result is { } result)
            statement["result"] = result;
        statement["context"] = Context(record, place, said);
        statement["timestamp"] = Json(When(claim, record.Header.ValidFrom));
        return statement;
    }

    /// <summary>Takes a statement back. It holds nothing of what that said, and says who by the programme alone.</summary>
    public static JsonObject Voiding(string record, Guid statement) => new()
    {
        ["id"] = StatementIds.Voiding(statement).ToString(),
        ["actor"] = Account(RecordPlace.Of(record), "portfolio"),
        ["verb"] = Verb(Vocabulary.Voided),
        ["object"] = new JsonObject { ["objectType"] = "StatementRef", ["id"] = statement.ToString() },
    };

    public static JsonObject Activity(string id, string type, string name) => new()
    {
        ["objectType"] = "Activity",
        ["id"] = id,
        ["definition"] = new JsonObject { ["type"] = type, ["name"] = Words(name) },
    };

    public static JsonObject Words(string text) => new() { ["en"] = text };

    /// <summary>SHA-256 of the record as it was issued.</summary>
    public static string Digest(SignedRecord record) => "sha-256:" + Convert.ToHexStringLower(SHA256.HashData(record.Jwt.Span));

    private static JsonObject Context(SignedRecord record, RecordPlace place, Said said)
    {
        var activities = new JsonObject();
        if (said.Group is { } group)
        {
            var year = record.Claim.Starts.Year;
            activities["parent"] = new JsonArray(Activity(place.Group(group), Vocabulary.Group, group));
            // The calendar's year: of the training year a record says nothing.
            activities["grouping"] = new JsonArray(Activity(place.Year(group, year), Vocabulary.Group, string.Create(CultureInfo.InvariantCulture, $"{group}, {year}")));
        }
        if (record.Claim.Alignments.Count > 0)
            activities["category"] = new JsonArray([.. record.Claim.Alignments.Select(item => Activity(item.Url, Vocabulary.Objective, $"{item.Code} {item.Name}"))]);

        var context = new JsonObject();
        if (record.Claim.Leader is { } leader)
            context["instructor"] = Account(place, leader.Id);
        if (activities.Count > 0)
            context["contextActivities"] = activities;
        context["extensions"] = new JsonObject { [place.Extension("record")] = About(record, said) };
        return context;
    }

    private static JsonObject About(SignedRecord record, Said said)
    {
        var about = new JsonObject
        {
            ["url"] = record.Header.VersionId,
            ["digest"] = Digest(record),
            ["kind"] = record.Kind,
            ["version"] = record.Header.Version,
            ["provenance"] = record.Claim.Provenance.Kind switch
            {
                ProvenanceKind.Contemporaneous => "contemporaneous",
                ProvenanceKind.Attested => "attested",
                _ => "imported",
            },
            ["from"] = Day(record.Claim.Starts),
        };
        if (record.Claim.Ends is { } ends)
            about["to"] = Day(ends);
        foreach (var (name, value) in said.More)
            about[name] = value;
        return about;
    }

    private static JsonObject Account(RecordPlace place, Guid person) => Account(place, person.ToString());

    private static JsonObject Account(RecordPlace place, string name) => new()
    {
        ["objectType"] = "Agent",
        ["account"] = new JsonObject { ["homePage"] = place.Programme, ["name"] = name },
    };

    private static JsonObject Verb(Term verb) => new() { ["id"] = verb.Id, ["display"] = Words(verb.Word) };

    // A record knows the day and not the hour: noon, which is on that day nearly everywhere, and never after the signature. The day itself is in the extension.
    private static DateTimeOffset When(Claim claim, DateTimeOffset signed)
    {
        var noon = new DateTimeOffset(claim.Starts, new TimeOnly(12, 0), TimeSpan.Zero);
        return claim is Attendance or Presentation or Leading && noon < signed ? noon : signed;
    }

    private static string Json(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
