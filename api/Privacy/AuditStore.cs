using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>The audit as people read it: for the data protection officer all of it, for anybody what was done by them and about them.</summary>
internal sealed class AuditStore(AuditTrail trail, PersonKeys keys, PersonStore people)
{
    /// <summary>The ids of a person, of their facts, ways in, permissions and records, and of sessions on whose register they stand or stood.</summary>
    public const string About = """
        select @person
        union select id from record where programme_id = @Programme and person_id = @person
        union select session_id from record where programme_id = @Programme and person_id = @person and session_id is not null
        union select session_id from register_line where programme_id = @Programme and person_id = @person
        union select id from membership where programme_id = @Programme and person_id = @person
        union select id from mandate where programme_id = @Programme and person_id = @person
        union select id from placement where programme_id = @Programme and person_id = @person
        union select id from clock_stop where programme_id = @Programme and person_id = @person
        union select id from appointment where programme_id = @Programme and person_id = @person
        union select id from supervision where programme_id = @Programme and @person in (trainee_id, supervisor_id)
        union select id from connection where programme_id = @Programme and person_id = @person
        union select id from sign_in where programme_id = @Programme and person_id = @person
        union select id from invitation where programme_id = @Programme and person_id = @person
        union select id from register_link where programme_id = @Programme and person_id = @person
        union select id from confirmation where programme_id = @Programme and person_id = @person
        union select id from confirmation_question where programme_id = @Programme and person_id = @person
        union select id from evidence_pack where programme_id = @Programme and person_id = @person
        union select id from panel_note where programme_id = @Programme and person_id = @person
        union select id from upload_pack where programme_id = @Programme and person_id = @person
        union select id from session_query where programme_id = @Programme and person_id = @person
        union select id from assessment where programme_id = @Programme and person_id = @person
        union select id from recorded_elsewhere where programme_id = @Programme and person_id = @person
        """;

    private sealed record Named(Guid Id, string Name);

    public Task<AuditPage> All(Work work, long? after, int limit) => Page(work, limit, reader: null, $"""
        select {AuditEntry.Columns} from audit_entry where programme_id = @Programme and position < @before order by position desc limit @most
        """, new { work.Programme, before = after ?? long.MaxValue, most = limit + 1 });

    /// <summary>By them, about them, and about what is theirs: facts and permissions, records, and sessions on whose register they stand or stood.</summary>
    /// <param name="reader">Whose own addresses are shown; every address where nobody is named.</param>
    public Task<AuditPage> OfPerson(Work work, Guid person, Guid? reader, long? after, int limit) => Page(work, limit, reader, $"""
        with about (id) as ({About}), found as (
            (select position from audit_entry where programme_id = @Programme and person_id = @person and position < @before order by position desc limit @most)
            union
            (select e.position from about a join audit_entry e on e.programme_id = @Programme and e.subject_id = a.id and e.position < @before order by 1 desc limit @most)
            union
            (select e.position from about a join audit_entry e on e.programme_id = @Programme and e.made_id = a.id and e.position < @before order by 1 desc limit @most)
        )
        select {AuditEntry.Columns} from audit_entry where programme_id = @Programme and position in (select position from found) order by position desc limit @most
        """, new { work.Programme, person, before = after ?? long.MaxValue, most = limit + 1 });

    private async Task<AuditPage> Page(Work work, int limit, Guid? reader, string sql, object values)
    {
        var entries = await work.Rows<AuditEntry>(sql, values);
        var page = entries.Take(limit).ToList();
        Guid[] who = [.. page.Select(entry => entry.PersonId).OfType<Guid>().Distinct()];
        var opens = await keys.Of(work, who);
        var names = (await people.Find(work, who)).ToDictionary(person => person.Id, person => person.Identity.Name);
        foreach (var platform in await work.Rows<Named>("select id, name from platform where programme_id = @Programme and id = any(@ids)", new
        {
            work.Programme, ids = page.Select(entry => entry.PlatformId).OfType<Guid>().Distinct().ToArray(),
        }))
            names[platform.Id] = platform.Name;
        return new([.. page.Select(entry => Body(entry, names, reader is null || entry.PersonId == reader ? trail.FromWhere(work, entry, opens) : null))],
            entries.Count > limit ? page[^1].Position : null);
    }

    private static AuditedBody Body(AuditEntry entry, Dictionary<Guid, string> names, string? from) => new(
        entry.Position, entry.At, entry.Kind, entry.Action, entry.Times,
        (entry.PersonId ?? entry.PlatformId) is { } by ? new(entry.PersonId is null ? "platform" : "person", by, names.GetValueOrDefault(by)) : null,
        entry.AsRole, ThingOf(entry.SubjectKind, entry.SubjectId), ThingOf(entry.MadeKind, entry.MadeId), entry.Status, from);

    private static AuditedThing? ThingOf(string? kind, Guid? id) => kind is not null && id is { } of ? new(kind, of) : null;
}
