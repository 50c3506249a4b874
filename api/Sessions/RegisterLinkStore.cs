using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Sessions;

/// <summary>Links as they are kept. Whether one opens anything is looked up here, whoever asks.</summary>
internal static class RegisterLinkStore
{
    private const string Columns = "l.id, l.session_id, l.person_id, l.until_on, l.made_at, l.ended_at, l.ended_for, l.codes_sent, l.next_code_at";

    private const string SelectLive = $"""
        select {Columns} from register_link l join session s on s.programme_id = l.programme_id and s.id = l.session_id
        where l.programme_id = @Programme and l.ended_at is null and local_date(@Programme, @now) <= l.until_on
          and not exists (select from link_setting where programme_id = @Programme and not leader_links)
          and exists (select from mandate m where m.programme_id = l.programme_id and m.group_id = s.group_id and m.person_id = l.person_id
                        and (in_force(m.from_on, m.until_on, s.held_on) or in_force(m.from_on, m.until_on, local_date(@Programme, @now))))
        """;

    /// <summary>The link of a letter while it opens its register, held until the transaction ends.</summary>
    public static Task<RegisterLink?> Live(Work work, byte[] hash, DateTimeOffset now) =>
        work.Row<RegisterLink>(SelectLive + " and l.hash = @hash for update of l", new { work.Programme, hash, now });

    /// <summary>Whether this leader may be in this register by a link.</summary>
    public static Task<bool> IsLive(Work work, Guid session, Guid person, DateTimeOffset now) =>
        work.Any(SelectLive + " and l.session_id = @session and l.person_id = @person", new { work.Programme, session, person, now });

    public static Task<List<RegisterLink>> Of(Work work, Guid session) => work.Rows<RegisterLink>(
        $"select {Columns} from register_link l where l.programme_id = @Programme and l.session_id = @session order by l.made_at, l.id", new { work.Programme, session });

    /// <summary>What this request, or another with its id, made before; it waits for one that is making it now.</summary>
    public static async Task<MadeRow?> There(Work work, Creation creation)
    {
        await work.WaitForItself(creation);
        return await work.Row<MadeRow>("select made_by, made_from from register_link where programme_id = @Programme and id = @Id", new { work.Programme, creation.Id });
    }

    /// <summary>A link for this leader; the one they had before ends.</summary>
    /// <param name="secret">The hash of what the letter carries.</param>
    public static async Task<Answer<Made>> Add(Work work, Guid session, Guid person, byte[] secret, DateOnly until, Creation creation, DateTimeOffset now)
    {
        const string Before =
            "select id from register_link where programme_id = @Programme and session_id = @session and person_id = @person and ended_at is null";
        const string Insert = """
            insert into register_link (programme_id, id, session_id, person_id, hash, until_on, next_code_at, made_by, made_from, made_at)
            values (@Programme, @Id, @session, @person, @secret, @until, @now, @By, @Hash, @now)
            """;
        foreach (var before in await work.Rows<Guid>(Before, new { work.Programme, session, person }))
            await End(work, before, RegisterLink.Replaced, creation.By, now);
        return await work.Once("register_link", Insert,
            new { work.Programme, creation.Id, session, person, secret, until, creation.By, creation.Hash, now }, creation);
    }

    /// <summary>Ends a link and whoever is in by it; what ended before keeps its time.</summary>
    public static async Task End(Work work, Guid id, string why, Guid? by, DateTimeOffset now)
    {
        const string Sql = """
            update register_link set ended_at = @now, ended_for = @why where programme_id = @Programme and id = @id and ended_at is null
            """;
        const string Tokens = """
            delete from access_token t using register_link l
            where t.programme_id = @Programme and l.programme_id = t.programme_id and l.id = @id and t.session_id = l.session_id and t.person_id = l.person_id
            """;
        if (await work.Run(Sql, new { work.Programme, id, why, now }) == 0)
            return;
        await work.Run(Tokens, new { work.Programme, id });
        await RegisterLinkUses.Note(work, id, LinkUse.Ended, now, by);
    }

    /// <summary>Ends every link of the programme, every token that came by one, and every device that was remembered.</summary>
    public static async Task EndAll(Work work, Guid? by, DateTimeOffset now)
    {
        foreach (var id in await work.Rows<Guid>("select id from register_link where programme_id = @Programme and ended_at is null", new { work.Programme }))
            await End(work, id, RegisterLink.SwitchedOff, by, now);
        await work.Run("update linked_device set ended_at = @now where programme_id = @Programme and ended_at is null", new { work.Programme, now });
    }
}
