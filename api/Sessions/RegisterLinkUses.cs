using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>What can be done with a link.</summary>
internal static class LinkUse
{
    public const string Sent = "sent";
    public const string CodeSent = "code-sent";
    public const string CodeWrong = "code-wrong";
    public const string Confirmed = "confirmed";
    public const string Remembered = "remembered";
    public const string Opened = "opened";
    public const string Reviewed = "reviewed";
    public const string Filled = "filled";
    public const string Cancelled = "cancelled";
    public const string Signed = "signed";
    public const string Corrected = "corrected";
    public const string Ended = "ended";
}

/// <summary>One use, as it is read.</summary>
internal sealed record NotedUse(Guid LinkId, string What, DateTimeOffset UsedAt, Guid? ByPerson);

/// <summary>Every use of a link, in the transaction of what was done. Nothing is noted here of whoever signed in otherwise.</summary>
internal static class RegisterLinkUses
{
    private const string OfActor =
        "select id from register_link where programme_id = @Programme and session_id = @session and person_id = @Person and ended_at is null";

    public static Task Note(Work work, Guid link, string what, DateTimeOffset now, Guid? by = null) => work.Run("""
        insert into register_link_use (programme_id, id, link_id, what, by_person, used_at) values (@Programme, @id, @link, @what, @by, @now)
        """, new { work.Programme, id = Guid.CreateVersion7(), link, what, by, now });

    /// <param name="list">The hash of the list that was seen or signed.</param>
    public static Task Note(Work work, Actor actor, Guid session, string what, DateTimeOffset now, byte[]? list = null) => actor.Session is null
        ? Task.CompletedTask
        : work.Run($"""
            insert into register_link_use (programme_id, id, link_id, what, list_hash, used_at)
            select @Programme, @id, link.id, @what, @list, @now from ({OfActor}) link
            """, new { work.Programme, id = Guid.CreateVersion7(), session, actor.Person, what, list, now });

    /// <summary>Whether this list is the last that was shown by the link: what a link signs was seen through it. Others may have seen it anywhere.</summary>
    public static async Task<bool> Saw(Work work, Actor actor, Guid session, byte[] list)
    {
        const string Sql = $"""
            select list_hash from register_link_use
            where programme_id = @Programme and link_id in ({OfActor}) and what = 'reviewed' order by used_at desc, id desc limit 1
            """;
        return actor.Session is null
            || (await work.Row<byte[]>(Sql, new { work.Programme, session, actor.Person })).AsSpan().SequenceEqual(list);
    }

    public static async Task<ILookup<Guid, NotedUse>> Of(Work work, Guid session) => (await work.Rows<NotedUse>("""
        select u.link_id, u.what, u.used_at, u.by_person
        from register_link l join register_link_use u on u.programme_id = l.programme_id and u.link_id = l.id
        where l.programme_id = @Programme and l.session_id = @session order by u.used_at, u.id
        """, new { work.Programme, session })).ToLookup(use => use.LinkId);
}
