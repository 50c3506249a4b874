using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

internal static class SessionStore
{
    private const string Select = """
        select id, group_id, held_on, starts_at, minutes::int, mode, state, cancelled_for, leader_id, co_leader_id, version
        from session where programme_id = @Programme
        """;

    public static Task<Session?> Find(Work work, Guid id) => work.Row<Session>(Select + " and id = @id", new { work.Programme, id });

    /// <summary>The session, held until the transaction ends. Locks are taken in one order: session, record, log head.</summary>
    public static Task<Session?> Lock(Work work, Guid id) => work.Row<Session>(Select + " and id = @id for update", new { work.Programme, id });

    public static Task<List<SessionSummary>> Of(Work work, Guid group, Guid? after, int limit) => work.Rows<SessionSummary>("""
        select id, held_on, starts_at, minutes::int, state, cancelled_for from session
        where programme_id = @Programme and group_id = @group
          and (@after::uuid is null or (held_on, starts_at) > (select held_on, starts_at from session where programme_id = @Programme and id = @after))
        order by held_on, starts_at limit @limit
        """, new { work.Programme, group, after, limit });

    public static Task<List<Line>> Lines(Work work, Guid id) => work.Rows<Line>("""
        select person_id, standing, attendance, minutes::int, mode, presented, followed_up, follow_up_of
        from register_line where programme_id = @Programme and session_id = @id order by person_id
        """, new { work.Programme, id });

    /// <summary>What each member of the group was on that day.</summary>
    public static Task<List<Standing>> Members(Work work, Guid group, DateOnly on) => work.Rows<Standing>("""
        select person_id, standing as "as" from membership
        where programme_id = @Programme and group_id = @group and in_force(from_on, until_on, @on) order by person_id
        """, new { work.Programme, group, on });

    public static Task<Answer<Made>> Add(Work work, Guid group, NewSession body, Creation creation)
    {
        const string Insert = """
            insert into session (programme_id, id, group_id, held_on, starts_at, minutes, state, made_by, made_from)
            values (@Programme, @Id, @group, @HeldOn, @StartsAt, @Minutes, 'open', @By, @Hash)
            """;
        return work.Once("session", Insert,
            new { work.Programme, creation.Id, group, body.HeldOn, body.StartsAt, body.Minutes, creation.By, creation.Hash }, creation);
    }

    /// <summary>Sessions on these days; a day on which the group has one already is left as it is.</summary>
    public static Task<int> Plan(Work work, Guid group, NewSchedule body, IReadOnlyList<DateOnly> days, Creation creation) => work.Run("""
        insert into session (programme_id, id, group_id, held_on, starts_at, minutes, state, made_by, made_from)
        select @Programme, planned.id, @group, planned.held_on, @StartsAt, @Minutes, 'open', @By, @Hash
        from unnest(@ids, @days) as planned (id, held_on)
        where not exists (select from session s where s.programme_id = @Programme and s.group_id = @group and s.held_on = planned.held_on)
        on conflict (programme_id, group_id, held_on, starts_at) do nothing
        """, new
    {
        work.Programme, group, body.StartsAt, body.Minutes, ids = days.Select(_ => Guid.CreateVersion7()).ToArray(), days = days.ToArray(), creation.By, creation.Hash,
    });

    /// <summary>Keeps the register of an open session that is still the one the caller saw.</summary>
    /// <returns>Whether it was.</returns>
    public static async Task<bool> Fill(Work work, Session session, int seen, Register register, IReadOnlyList<Line> lines)
    {
        const string Sql = """
            update session set mode = @Mode, leader_id = @LeaderId, co_leader_id = @CoLeaderId, version = version + 1
            where programme_id = @Programme and id = @Id and version = @seen and state = 'open'
            """;
        if (await work.Run(Sql, new { work.Programme, session.Id, seen, register.Mode, register.LeaderId, register.CoLeaderId }) == 0)
            return false;
        await Replace(work, session.Id, lines);
        return true;
    }

    public static async Task<bool> Cancel(Work work, Guid id, int seen, string reason, DateTimeOffset now) => await work.Run("""
        update session set state = 'cancelled', cancelled_for = @reason, cancelled_on = local_date(@Programme, @now), version = version + 1
        where programme_id = @Programme and id = @id and version = @seen and state = 'open'
        """, new { work.Programme, id, seen, reason, now }) == 1;

    /// <summary>Closes the register. Only an open session closes, so of two leaders at once one does it.</summary>
    public static async Task<bool> Close(Work work, Session session) => await work.Run("""
        update session set state = 'signed', version = version + 1
        where programme_id = @Programme and id = @Id and version = @Version and state = 'open'
        """, new { work.Programme, session.Id, session.Version }) == 1;

    /// <summary>The register of a signed session as it should have been.</summary>
    public static async Task Correct(Work work, Session session, IReadOnlyList<Line> lines)
    {
        await work.Run("""
            update session set mode = @Mode, leader_id = @LeaderId, co_leader_id = @CoLeaderId, version = version + 1
            where programme_id = @Programme and id = @Id and state = 'signed'
            """, new { work.Programme, session.Id, session.Mode, session.LeaderId, session.CoLeaderId });
        await Replace(work, session.Id, lines);
    }

    private static async Task Replace(Work work, Guid session, IReadOnlyList<Line> lines)
    {
        await work.Run("delete from register_line where programme_id = @Programme and session_id = @session", new { work.Programme, session });
        await RegisterLines.Insert(work, [.. lines.Select(line => (session, line))]);
    }
}
