using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>Which groups check in, and who did.</summary>
internal static class CheckInStore
{
    private const string Select = "select session_id, person_id, checked_in_at as at, visiting from check_in where programme_id = @Programme and session_id = @session";

    /// <summary>What somebody is to a session on its day.</summary>
    /// <param name="Belongs">Whether they are in the group, as whatever.</param>
    internal sealed record Place(bool Belongs, bool Leads);

    public static async Task<bool> Uses(Work work, Guid group) =>
        await work.Row<bool?>("select uses from check_in_setting where programme_id = @Programme and group_id = @group", new { work.Programme, group }) ?? false;

    public static Task Set(Work work, Guid group, bool on, Guid by, DateTimeOffset now) => work.Run("""
        insert into check_in_setting (programme_id, group_id, uses, set_by, set_at) values (@Programme, @group, @on, @by, @now)
        on conflict (programme_id, group_id) do update set uses = @on, set_by = @by, set_at = @now where check_in_setting.uses <> @on
        """, new { work.Programme, group, on, by, now });

    public static Task<List<CheckInBody>> Of(Work work, Guid session) => work.Rows<CheckInBody>(Select + " order by checked_in_at, person_id", new { work.Programme, session });

    public static Task<CheckInBody?> Find(Work work, Guid session, Guid person) =>
        work.Row<CheckInBody>(Select + " and person_id = @person", new { work.Programme, session, person });

    /// <summary>That they did, unless it stands there already.</summary>
    public static async Task<bool> Add(Work work, Guid session, Guid person, bool visiting, DateTimeOffset now) => await work.Run("""
        insert into check_in (programme_id, session_id, person_id, visiting, checked_in_at) values (@Programme, @session, @person, @visiting, @now)
        on conflict (programme_id, session_id, person_id) do nothing
        """, new { work.Programme, session, person, visiting, now }) == 1;

    public static async Task<Place> PlaceOf(Work work, Session session, Guid person) => (await work.Row<Place>("""
        select exists (select 1 from membership where programme_id = @Programme and group_id = @GroupId and person_id = @person and in_force(from_on, until_on, @HeldOn)) as belongs,
               exists (select 1 from mandate where programme_id = @Programme and group_id = @GroupId and person_id = @person and in_force(from_on, until_on, @HeldOn)) as leads
        """, new { work.Programme, session.GroupId, session.HeldOn, person }))!;

    /// <summary>The open sessions of these days whose groups check in, to which a code that was typed could belong.</summary>
    public static Task<List<Session>> Near(Work work, DateOnly from, DateOnly until) => work.Rows<Session>("""
        select s.id, s.group_id, s.held_on, s.starts_at, s.minutes::int, s.mode, s.state, s.cancelled_for, s.leader_id, s.co_leader_id, s.version
        from session s join check_in_setting c on c.programme_id = s.programme_id and c.group_id = s.group_id and c.uses
        where s.programme_id = @Programme and s.held_on between @from and @until and s.state = 'open' order by s.held_on, s.starts_at, s.id
        """, new { work.Programme, from, until });
}
