using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Privacy;

/// <summary>A version opened, with what re-issuing it needs.</summary>
/// <param name="List">The signed list that its leader's endorsement is bound to.</param>
/// <param name="Signers">Who signed the registers of its session, where it comes from one.</param>
internal sealed record ShownVersion(LatestVersion Of, int? Minutes, string? Mode, Claim Claim, SignedList? List, IReadOnlyList<Guid> Signers);

internal static class CorrectionStore
{
    private const int AtOnce = 500;

    private sealed record Row(
        Guid RecordId, Guid? SessionId, Guid PersonId, string Kind, int Number, byte[] Digests, DateTimeOffset ValidFrom, string? Ended, int? Minutes, string? Mode,
        byte[] Jwt, byte[]? Embedded, string Signers);

    /// <summary>Every version that can still be read, some at a time: names are sealed, so whom it shows is seen only by opening it.</summary>
    public static async IAsyncEnumerable<ShownVersion> Readable(Work work, PersonKeys keys)
    {
        const string Sql = """
            select r.id as record_id, r.session_id, r.person_id, r.kind, v.number, v.digests, v.valid_from, e.why as ended, v.minutes::int, v.mode, v.jwt, v.embedded,
                   coalesce((select string_agg(s.signed_by::text, ',') from register_version s
                             where s.programme_id = r.programme_id and s.session_id = r.session_id), '') as signers
            from record r
            join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
            left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
            where r.programme_id = @Programme and v.jwt is not null and (v.record_id, v.number) > (@after, @number)
            order by v.record_id, v.number limit @most
            """;
        var (after, number) = (Guid.Empty, 0);
        while (await work.Rows<Row>(Sql, new { work.Programme, after, number, most = AtOnce }) is { Count: > 0 } rows)
        {
            var holders = await keys.Of(work, [.. rows.Select(row => row.PersonId).Distinct()]);
            foreach (var row in rows.Where(row => holders.ContainsKey(row.PersonId)))
                yield return Open(row, holders[row.PersonId]);
            (after, number) = (rows[^1].RecordId, rows[^1].Number);
        }
    }

    /// <summary>Erases the bytes of these versions.</summary>
    public static Task<List<ErasedVersion>> EraseBytes(Work work, IReadOnlyList<LatestVersion> versions) => work.Rows<ErasedVersion>("""
        update record_version v set jwt = null, embedded = null
        from unnest(@records, @numbers) as gone (record_id, number)
        where v.programme_id = @Programme and v.record_id = gone.record_id and v.number = gone.number and v.jwt is not null
        returning v.record_id, v.number, v.digests
        """, new { work.Programme, records = versions.Select(version => version.RecordId).ToArray(), numbers = versions.Select(version => version.Number).ToArray() });

    private static ShownVersion Open(Row row, PersonKey holder)
    {
        var json = row.Embedded is { } embedded ? StrictJson.Parse(holder.Open(embedded, Issuing.EmbeddedPlace)) : OfJwt(holder.Open(row.Jwt, Issuing.JwtPlace));
        var read = ReadRecord.From(json) ?? throw new InvalidOperationException($"Record {row.RecordId:D}, version {row.Number}, is not of a format that is known here.");
        return new(
            new(row.RecordId, row.SessionId, row.PersonId, row.Kind, row.Number, row.Digests, row.ValidFrom, row.Ended), row.Minutes, row.Mode, read.Claim,
            Endorsement.ListOf(json, read.Header), [.. row.Signers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)]);
    }

    private static JsonElement OfJwt(byte[] compact) => Jws.TryRead(Encoding.ASCII.GetString(compact), out var jws, out _)
        ? RecordJwt.WithoutOwnMembers(StrictJson.Parse(jws.Payload))
        : throw new InvalidOperationException("A record that was issued here is no JWT.");
}
