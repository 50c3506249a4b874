using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>One pair or leader's key, as whoever runs the programme sees it.</summary>
/// <param name="Leader">Nobody where it is the programme's own pair.</param>
internal sealed record KeyLine(Guid Id, Guid? Leader, DateTimeOffset From, DateTimeOffset? Until, long? LostFrom);

/// <summary>What anybody may know of keys: both halves of every pair, every leader's, and from when until when.</summary>
internal static class PublishedKeys
{
    public static async Task<List<RecordKey>> All(Work work, Programme programme) => [.. await SigningKeys.All(work, programme), .. await LeaderKeys.All(work)];

    public static Task<List<KeyLine>> Lines(Work work) => work.Rows<KeyLine>("""
        select id, null::uuid as leader, from_at as "from", until_at as until, lost_from from signing_key where programme_id = @Programme
        union all
        select id, person_id, from_at, until_at, lost_from from leader_key where programme_id = @Programme
        order by leader nulls first, "from", id
        """, new { work.Programme });
}
