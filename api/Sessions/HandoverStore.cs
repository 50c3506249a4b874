using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

internal static class HandoverStore
{
    /// <summary>Every mandate that could matter on that day: those that go on, and those that end about then.</summary>
    public static Task<List<DatedMandate>> Mandates(Work work, DateOnly today) => work.Rows<DatedMandate>("""
        select id, group_id, person_id, from_on as "from", until_on as until from mandate
        where programme_id = @Programme and (until_on is null or until_on >= @since) order by id
        """, new { work.Programme, since = today.AddDays(-Handover.Days) });

    /// <summary>The days on which the group met or was to meet under this mandate, up to today, and whose register is neither signed nor cancelled.</summary>
    public static Task<List<DateOnly>> Unsigned(Work work, DatedMandate mandate, DateOnly today) => work.Rows<DateOnly>("""
        select held_on from session
        where programme_id = @Programme and group_id = @GroupId and state = 'open' and held_on between @From and least(@Until, @today) order by held_on, starts_at
        """, new { work.Programme, mandate.GroupId, mandate.From, mandate.Until, today });

    /// <summary>The tutors of the group's site, in office on that day.</summary>
    public static Task<List<Guid>> Tutors(Work work, Guid group, DateOnly today) => work.Rows<Guid>("""
        select distinct a.person_id from appointment a join discussion_group g on g.programme_id = a.programme_id and g.id = @group
        where a.programme_id = @Programme and a.office = 'tutor' and (a.site_id is null or a.site_id = g.site_id) and in_force(a.from_on, a.until_on, @today)
        """, new { work.Programme, group, today });

    /// <summary>Takes this end of a mandate to be told about: once, whichever host comes first.</summary>
    public static async Task<bool> Take(Work work, DatedMandate mandate, int unsigned, DateTimeOffset now) => await work.Run("""
        insert into handover (programme_id, mandate_id, until_on, unsigned, told_at) values (@Programme, @Id, @Until, @unsigned, @now)
        on conflict (programme_id, mandate_id, until_on) do nothing
        """, new { work.Programme, mandate.Id, mandate.Until, unsigned, now }) == 1;
}
