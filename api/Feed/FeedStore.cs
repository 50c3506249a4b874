using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

internal static class FeedStore
{
    /// <summary>An entry, its signed form still sealed; without it where the connection has ended or the bytes were erased since.</summary>
    private sealed record Row(long Position, string Change, Guid PairwiseId, Guid PersonId, Guid? RecordId, int? Number, string? Kind, byte[]? Jwt);

    public static async Task<FeedPage> Page(Work work, PersonKeys keys, Guid platform, long after, int limit)
    {
        const string Sql = """
            select f.position, f.change, c.pairwise_id, c.person_id, f.record_id, f.number, r.kind, v.jwt
            from feed_entry f
            join connection c on c.programme_id = f.programme_id and c.id = f.connection_id
            left join record r on r.programme_id = f.programme_id and r.id = f.record_id
            left join record_version v on v.programme_id = f.programme_id and v.record_id = f.record_id and v.number = f.number
                                          and f.change = 'issued' and c.ended_at is null
            where f.programme_id = @Programme and f.platform_id = @platform and f.position > @after
            order by f.position limit @limit
            """;
        var rows = await work.Rows<Row>(Sql, new { work.Programme, platform, after, limit });
        if (rows.Count == 0)
            return new([], after);
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var holders = await keys.Of(work, [.. rows.Where(row => row.Jwt is not null).Select(row => row.PersonId).Distinct()]);
        return new([.. rows.Select(row => Entry(programme, row, holders.GetValueOrDefault(row.PersonId)))], rows[^1].Position);
    }

    /// <param name="programme">The programme, under whose issuer records have their URLs.</param>
    /// <param name="row">The entry.</param>
    /// <param name="holder">Nothing where the trainee was erased: then nothing of theirs can be read.</param>
    private static FeedEntry Entry(Programme programme, Row row, PersonKey? holder) => new(
        row.Position, row.Change, row.PairwiseId, row.RecordId, row.Number, row.Kind,
        row.RecordId is { } record ? Addresses.Record(programme, record) : null,
        row.Jwt is { } jwt && holder is not null ? Encoding.ASCII.GetString(holder.Open(jwt, Issuing.JwtPlace)) : null);
}
