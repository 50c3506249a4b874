using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>The forms in which a record can be had, and what they are called.</summary>
internal static class RecordForms
{
    public const string Json = "application/json";
    public const string Embedded = "application/vc+ld+json";
    public const string EmbeddedToo = "application/vc";
    public const string Jwt = "application/vc+jwt";
    public const string Text = "text/plain";
    public const string Html = "text/html";

    public static readonly IReadOnlyList<string> All = [Json, Embedded, EmbeddedToo, Jwt, Text, Html];

    /// <summary>What was signed where Ed25519 was missing has no embedded proof.</summary>
    public static Answer<string> Wanted(HttpRequest request, bool hasEmbedded)
    {
        IReadOnlyList<string> types = hasEmbedded ? All : [.. All.Where(type => type is not (Embedded or EmbeddedToo))];
        if (request.Form(types) is { } type)
            return type;
        return Problems.NotAcceptable.Because($"Ask for one of: {string.Join(", ", types)}."
            + (hasEmbedded ? "" : " There is no form with an embedded proof: this was signed where Ed25519 was missing."));
    }
}

/// <summary>One version with its seal opened: the bytes of both forms as they were issued.</summary>
internal sealed record OpenVersion(StoredVersion Of, string Url, byte[] Jwt, byte[]? Embedded)
{
    /// <summary>Versions as they were issued, without those whose bytes or whose holder's key were erased.</summary>
    public static async Task<IReadOnlyList<OpenVersion>> All(Work work, PersonKeys keys, Programme programme, IReadOnlyList<StoredVersion> versions)
    {
        var of = await keys.Of(work, [.. versions.Select(version => version.PersonId).Distinct()]);
        return [.. versions.Where(version => version.Jwt is not null && of.ContainsKey(version.PersonId)).Select(version => new OpenVersion(
            version, Addresses.Record(programme, version.RecordId), of[version.PersonId].Open(version.Jwt, Issuing.JwtPlace),
            version.Embedded is null ? null : of[version.PersonId].Open(version.Embedded, Issuing.EmbeddedPlace)))];
    }

    public RecordBody ToBody() => new(
        Of.RecordId, Url, Of.Number, Of.Ended ?? "valid", Of.Kind, Of.PersonId, Of.SessionId, Of.ValidFrom, Of.EndedAt, Encoding.ASCII.GetString(Jwt));
}
