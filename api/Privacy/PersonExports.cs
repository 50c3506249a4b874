using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Privacy;

/// <summary>What an export is of: one programme, one person, one moment.</summary>
internal sealed record ExportOf(Programme Programme, Guid Person, PersonKey? Key, IReadOnlyList<KnownName> Names, DateTimeOffset MadeAt);

/// <summary>Somebody else whose name the person may know, and why.</summary>
internal sealed record KnownName(Guid PersonId, string Name, string Why);

/// <summary>Everything that is held about a person, written as it is read: nobody's whole export is ever in memory.</summary>
internal sealed class PersonExports(PersonKeys keys, PersonStore people, TimeProvider clock)
{
    private sealed record Known(Guid PersonId, string Why);

    /// <summary>Begins an export. Call it first in its transaction: all of it is of one moment.</summary>
    /// <returns>Nothing where there is no such person.</returns>
    public async Task<ExportOf?> Begin(Work work, Guid person)
    {
        await work.Run("set transaction isolation level repeatable read");
        if (await ProgrammeStore.Find(work, work.Programme) is not { } programme
            || !await work.Any("select 1 from person where programme_id = @Programme and id = @person", new { work.Programme, person }))
            return null;
        var now = clock.GetUtcNow();
        return new(programme, person, (await keys.Of(work, [person])).GetValueOrDefault(person), await Names(work, person, now), now);
    }

    /// <summary>Leaders are named in one's own records, and one knows one's supervisor and whom one supervises. Who else was in the group is theirs to tell.</summary>
    private async Task<IReadOnlyList<KnownName>> Names(Work work, Guid person, DateTimeOffset now)
    {
        const string Sql = """
            select distinct on (person_id) person_id, why from (
                select unnest(array[s.leader_id, s.co_leader_id]) as person_id, 'led a session that you were at' as why
                from register_line l join session s on s.programme_id = l.programme_id and s.id = l.session_id
                where l.programme_id = @Programme and l.person_id = @person
                union all
                select supervisor_id, 'supervises or supervised you' from supervision where programme_id = @Programme and trainee_id = @person
                union all
                select trainee_id, 'you supervise them' from supervision
                where programme_id = @Programme and supervisor_id = @person and in_force(from_on, until_on, local_date(@Programme, @now))
            ) as known where person_id is not null and person_id <> @person order by person_id, why
            """;
        var known = await work.Rows<Known>(Sql, new { work.Programme, person, now });
        var names = (await people.Find(work, [.. known.Select(other => other.PersonId)])).ToDictionary(other => other.Id, other => other.Identity.Name);
        return [.. known.Where(other => names.ContainsKey(other.PersonId)).Select(other => new KnownName(other.PersonId, names[other.PersonId], other.Why))];
    }
}
