using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

internal static class LinksSent
{
    private sealed record Row(Guid SessionId, DateTimeOffset MadeAt);

    /// <summary>When the newest link to each of these registers was sent; those to which none was are not in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Last(Work work, IReadOnlyCollection<Guid> sessions) => (await work.Rows<Row>("""
        select session_id, max(made_at) as made_at from register_link where programme_id = @Programme and session_id = any(@sessions) group by session_id
        """, new { work.Programme, sessions = sessions.ToArray() })).ToDictionary(row => row.SessionId, row => row.MadeAt);
}
