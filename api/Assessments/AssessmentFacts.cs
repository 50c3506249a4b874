using Portfolio.Api.Database;

namespace Portfolio.Api.Assessments;

/// <summary>What an assessment is judged by: who was what in the group, and how often they met.</summary>
internal static class AssessmentFacts
{
    public static async Task<AssessmentDay> Day(Work work, Guid group, Guid person, DateOnly on) => (await work.Row<AssessmentDay>("""
        select (select min(began) from (
                    select min(from_on) as began from mandate where programme_id = @Programme and group_id = @group
                    union all select min(from_on) from membership where programme_id = @Programme and group_id = @group
                    union all select min(held_on) from session where programme_id = @Programme and group_id = @group) as firsts) as began,
               (select standing from membership where programme_id = @Programme and group_id = @group and person_id = @person and in_force(from_on, until_on, @on)) as standing,
               (select min(from_on) from membership where programme_id = @Programme and group_id = @group and person_id = @person) as first_day
        """, new { work.Programme, group, person, on }))!;

    /// <summary>What somebody is to the group today or was on a day, or to the person today, in the words of a form.</summary>
    public static async Task<IReadOnlyList<string>> Capacities(Work work, Guid group, Guid person, Guid assessor, DateOnly on, DateOnly today) => await work.Rows<string>("""
        select kind from mandate where programme_id = @Programme and group_id = @group and person_id = @assessor
          and (in_force(from_on, until_on, @on) or in_force(from_on, until_on, @today))
        union
        select 'educational-supervisor' from supervision where programme_id = @Programme and trainee_id = @person and supervisor_id = @assessor and kind = 'educational'
          and in_force(from_on, until_on, @today)
        """, new { work.Programme, group, person, assessor, on, today });

    /// <summary>Signed sessions up to a day that the one led and the other attended, in whichever group.</summary>
    public static Task<int> SessionsTogether(Work work, Guid person, Guid leader, DateOnly until) => work.Row<int>("""
        select count(*)::int from session s
        join register_line l on l.programme_id = s.programme_id and l.session_id = s.id and l.person_id = @person and l.attendance in ('present', 'partial')
        where s.programme_id = @Programme and s.state = 'signed' and s.held_on <= @until and @leader in (s.leader_id, s.co_leader_id)
        """, new { work.Programme, person, leader, until });

    /// <summary>Everybody who is or was a member of the group, but for one.</summary>
    public static Task<List<Guid>> OtherMembers(Work work, Guid group, Guid person) => work.Rows<Guid>("""
        select distinct person_id from membership where programme_id = @Programme and group_id = @group and person_id <> @person
        """, new { work.Programme, group, person });
}
