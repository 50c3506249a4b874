using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Records;

/// <summary>
/// The holder; a leader of the group with a mandate on that day or today; and the holder's supervisor and the tutor, but not for presentations:
/// when somebody presented is for the trainee and the leaders.
/// </summary>
internal sealed class ReaderOfRecord(string idInPath) : Relation
{
    public override string Who => "the holder and whoever leads or led their group; but for presentations also the holder's educational supervisor and the tutor";

    public override async Task<bool> Holds(Asked asked, Work work)
    {
        const string Sql = """
            select 1 from record r left join session s on s.programme_id = r.programme_id and s.id = r.session_id
            where r.programme_id = @Programme and r.id = @record
              and (r.person_id = @Person
                   or exists (select 1 from mandate m where m.programme_id = r.programme_id and m.group_id = coalesce(s.group_id, r.group_id) and m.person_id = @Person
                                and (in_force(m.from_on, m.until_on, s.held_on) or in_force(m.from_on, m.until_on, local_date(@Programme, @Now))))
                   or (r.kind not in ('presentation', 'follow-up')
                       and (exists (select 1 from supervision v where v.programme_id = r.programme_id and v.trainee_id = r.person_id and v.supervisor_id = @Person
                                      and in_force(v.from_on, v.until_on, local_date(@Programme, @Now)))
                            or @tutor)))
            """;
        return asked.Actor.Person is { } person && await work.Any(Sql, new
        {
            work.Programme, record = asked.Id(idInPath), Person = person, asked.Now, tutor = await TutorOfProgramme.Is(work, asked),
        });
    }
}

/// <summary>Somebody with a mandate for the record's group, today or on the day of its session, or a tutor.</summary>
internal sealed class LeaderOfRecord(string idInPath) : Relation
{
    public override string Who => "whoever leads the record's group today or led it on that day, or a tutor of the programme; never the holder";

    public override async Task<bool> Holds(Asked asked, Work work)
    {
        const string Sql = """
            select 1 from record r join session s on s.programme_id = r.programme_id and s.id = r.session_id
            where r.programme_id = @Programme and r.id = @record
              and (@tutor
                   or exists (select 1 from mandate m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @Person
                                and (in_force(m.from_on, m.until_on, s.held_on) or in_force(m.from_on, m.until_on, local_date(@Programme, @Now)))))
            """;
        return asked.Actor.Person is { } person && await work.Any(Sql, new
        {
            work.Programme, record = asked.Id(idInPath), Person = person, asked.Now, tutor = await TutorOfProgramme.Is(work, asked),
        });
    }
}

internal static class RecordPolicies
{
    public static RouteGroupBuilder RequireLeaderOfRecord(this RouteGroupBuilder group, string idInPath) => group.Require(new LeaderOfRecord(idInPath));
}
