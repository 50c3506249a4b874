using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Feed;

/// <summary>The records that one permission reaches: of each the newest version, while it stands.</summary>
internal static class OpenBadgesRecords
{
    // A record keeps its place when it is corrected: first issued, first shown. What a permission opened later is as new as the permission.
    private const string Reached = """
        from connection c
        join record r on r.programme_id = c.programme_id and r.person_id = c.person_id and r.kind = any(c.kinds)
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        where c.programme_id = @Programme and c.id = @connection and c.ended_at is null
          and not exists (select 1 from record_end e where e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number)
          and (@since::timestamptz is null or greatest(v.valid_from, c.connected_at) >= @since)
        """;

    public static async Task<(IReadOnlyList<string> Jwts, int Total)> Page(Work work, PersonKeys keys, Guid connection, DateTimeOffset? since, int limit, int offset)
    {
        const string Sql = $"""
            select v.jwt {Reached}
            order by (select min(l.position) from log_entry l where l.programme_id = r.programme_id and l.subject_id = r.id and l.kind = 'record-issued'), r.id
            limit @limit offset @offset
            """;
        var values = new { work.Programme, connection, since = since?.ToUniversalTime(), limit, offset };
        var total = await work.Row<long>($"select count(*) {Reached}", values);
        var sealedForms = await work.Rows<byte[]>(Sql, values);
        if (sealedForms.Count == 0 || await Holder(work, keys, connection) is not { } holder)
            return ([], (int)total);
        return ([.. sealedForms.Select(jwt => Encoding.ASCII.GetString(holder.Open(jwt, Issuing.JwtPlace)))], (int)total);
    }

    /// <summary>Whose records they are, and the key of what is kept about them; nothing where the permission is over or they were erased.</summary>
    public static async Task<PersonKey?> Holder(Work work, PersonKeys keys, Guid connection) =>
        await work.Row<Guid?>("select person_id from connection where programme_id = @Programme and id = @connection and ended_at is null", new { work.Programme, connection }) is { } person
            ? (await keys.Of(work, [person])).GetValueOrDefault(person) : null;
}
