using Portfolio.Api.Database;

namespace Portfolio.Api.Paper;

/// <summary>How far the paper of one group is.</summary>
internal sealed record PaperOfGroup(Guid Id, string Name, Guid SiteId, bool Leads, int ToCheck, int Checked, int Confirmed)
{
    public static Task<List<PaperOfGroup>> All(Work work, Guid person, DateTimeOffset now) => work.Rows<PaperOfGroup>("""
        select g.id, g.name, g.site_id,
               exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @person
                         and in_force(m.from_on, m.until_on, local_date(@Programme, @now))) as leads,
               count(s.id) filter (where s.checked_at is null)::int as to_check,
               count(s.id) filter (where s.checked_at is not null and s.confirmed_at is null)::int as checked,
               count(s.confirmed_at)::int as confirmed
        from discussion_group g left join paper_sheet s on s.programme_id = g.programme_id and s.group_id = g.id
        where g.programme_id = @Programme group by g.programme_id, g.id, g.name, g.site_id order by g.name, g.id
        """, new { work.Programme, person, now });
}
