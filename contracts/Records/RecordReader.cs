using System.Globalization;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// A record read back into what it says. What is read is written again and compared, so that a record holding anything that
// this format version would not write is not "known": nothing in it can hide from whoever reads the claim.
internal sealed record ReadRecord(RecordHeader Header, Claim Claim, byte[] Claims)
{
    public static ReadRecord? From(JsonElement record)
    {
        if (HeaderOf(record) is not { } header || ClaimRules.OfHeader(header) is not null
            || ClaimOf(record, header) is not { } claim || ClaimRules.WhyNot(header, claim) is not null)
            return null;
        var claims = RecordJson.Claims(header, claim);
        using var written = JsonDocument.Parse(claims);
        return SaysTheSame(written.RootElement, record) ? new(header, claim, claims) : null;
    }

    private static bool SaysTheSame(JsonElement written, JsonElement record)
    {
        var members = 0;
        foreach (var member in record.EnumerateObject())
        {
            if (member.Name is "endorsement" or "proof")
                continue;
            members++;
            if (!written.TryGetProperty(member.Name, out var expected) || !JsonElement.DeepEquals(expected, member.Value))
                return false;
        }
        return members == written.GetPropertyCount();
    }

    private static RecordHeader? HeaderOf(JsonElement record)
    {
        var subject = record.Member("credentialSubject");
        var status = record.Member("credentialStatus");
        return (record.Text("id"), Number(FactsOf(subject).One("version")), RecordTime.Read(record.Text("validFrom")),
                record.Member("issuer").Text("id"), record.Member("issuer").Text("name"),
                status.Text("statusListCredential"), Number(status.Text("statusListIndex"))) is
            ({ } id, { } version, { } from, { } issuer, { } name, { } list, { } index)
            ? new(id, version, from, new(issuer, name), new(list, index), RecordTime.Read(record.Text("validUntil")))
            : null;
    }

    private static Claim? ClaimOf(JsonElement record, RecordHeader header)
    {
        var subject = record.Member("credentialSubject");
        var achievement = subject.Member("achievement");
        var facts = FactsOf(subject);
        if (Achievement.KindOf(header.Id, achievement.Text("id") ?? "") is not { } kind
            || HolderOf(subject) is not { } holder
            || RecordTime.ReadDay(subject.Text("activityStartDate")) is not { } starts
            || Codes.Read<ProvenanceKind>(facts.One("provenance")) is not { } provenance)
            return null;
        return new ClaimReader(
            holder, LeaderOf(subject.Member("source")), new(provenance, facts.One("by"), RecordTime.Read(facts.One("at"))),
            [.. achievement.Items("alignment").Select(AlignmentOf)], starts, RecordTime.ReadDay(subject.Text("activityEndDate")), facts,
            [.. record.Items("evidence").Select(item => item.Text("id") ?? "")]).Read(kind);
    }

    private static List<Fact> FactsOf(JsonElement subject) =>
    [
        .. subject.Items("result").Select(result => new Fact(
            (result.Text("resultDescription") ?? "").Split('#') is [_, var key] ? key : "", result.Text("value") ?? "")),
    ];

    private static Holder? HolderOf(JsonElement subject)
    {
        var identities = subject.Items("identifier").Select(item => (Type: item.Text("identityType"), Value: item.Text("identityHash"))).ToList();
        return IdOf(subject) is { } id && identities is [{ Type: "name", Value: { } name }, ..]
            ? identities is [_, { Type: { } body, Value: { } number }] ? new(id, name, Body(body), number) : new(id, name)
            : null;
    }

    private static Leader? LeaderOf(JsonElement profile) =>
        IdOf(profile) is { } id && PersonOf(profile) is { } person ? new(id, person.Name, person.Body, person.Number) : null;

    internal static Person? PersonOf(JsonElement profile)
    {
        var number = profile.Items("otherIdentifier").FirstOrDefault();
        return profile.Text("name") is { } name ? new(name, Body(number.Text("identifierType")), number.Text("identifier")) : null;
    }

    private static Alignment AlignmentOf(JsonElement item) =>
        new(item.Text("targetUrl") ?? "", item.Text("targetCode") ?? "", item.Text("targetName") ?? "", item.Text("targetFramework") ?? "");

    private static Guid? IdOf(JsonElement node) =>
        node.Text("id") is { } id && id.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParseExact(id.AsSpan(9), "D", out var guid) ? guid : null;

    private static string? Body(string? type) => type is not null && type.StartsWith("ext:", StringComparison.Ordinal) ? type[4..] : null;

    internal static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
