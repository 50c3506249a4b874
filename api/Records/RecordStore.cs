using Portfolio.Api.Database;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>The newest version of a record.</summary>
internal sealed record LatestVersion(Guid RecordId, Guid? SessionId, Guid PersonId, string Kind, int Number, byte[] Digests, DateTimeOffset ValidFrom, string? Ended)
{
    public VersionToEnd End(string why) => new(RecordId, Number, why, Digests);
}

/// <summary>One version as it was issued, still sealed; without its bytes where they were erased.</summary>
internal sealed record StoredVersion(
    Guid RecordId, int Number, Guid PersonId, Guid? SessionId, string Kind, DateTimeOffset ValidFrom, byte[]? Jwt, byte[]? Embedded,
    int StatusList, int StatusIndex, string? Ended, DateTimeOffset? EndedAt);

internal static class RecordStore
{
    private const string Versions = """
        select r.id as record_id, v.number, r.person_id, r.session_id, r.kind, v.valid_from, v.jwt, v.embedded, v.status_list, v.status_index, e.why as ended, e.ended_at
        from record r
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
        where r.programme_id = @Programme
        """;

    public static Task<StoredVersion?> Find(Work work, Guid record, int? number) => work.Row<StoredVersion>(
        Versions + " and r.id = @record and (@number::int is null or v.number = @number) order by v.number desc limit 1", new { work.Programme, record, number });

    /// <summary>The newest version of a record.</summary>
    public static Task<LatestVersion?> Latest(Work work, Guid record) => work.Row<LatestVersion>("""
        select r.id as record_id, r.session_id, r.person_id, r.kind, v.number, v.digests, v.valid_from, e.why as ended
        from record r
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
        where r.programme_id = @Programme and r.id = @record order by v.number desc limit 1
        """, new { work.Programme, record });

    /// <summary>The session that a record comes from, where it comes from one.</summary>
    public static Task<Guid?> SessionOf(Work work, Guid record) =>
        work.Row<Guid?>("select session_id from record where programme_id = @Programme and id = @record", new { work.Programme, record });

    /// <summary>Somebody's records, each in its newest version, oldest first.</summary>
    public static Task<List<StoredVersion>> Of(Work work, Guid person) => work.Rows<StoredVersion>(Versions + """
         and r.person_id = @person
          and v.number = (select max(number) from record_version n where n.programme_id = v.programme_id and n.record_id = v.record_id)
        order by r.id
        """, new { work.Programme, person });

    public static async Task<IReadOnlyDictionary<(Guid, Guid, string), LatestVersion>> OfSessions(Work work, IReadOnlyList<Guid> sessions)
    {
        // A session that is signed for the first time has no records, so an import asks nothing per session.
        const string Sql = """
            select distinct on (r.id) r.id as record_id, r.session_id, r.person_id, r.kind, v.number, v.digests, v.valid_from, e.why as ended
            from record r
            join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
            left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
            where r.programme_id = @Programme and r.session_id = any(@sessions)
            order by r.id, v.number desc
            """;
        return (await work.Rows<LatestVersion>(Sql, new { work.Programme, sessions = sessions.ToArray() }))
            .ToDictionary(latest => (latest.SessionId!.Value, latest.PersonId, latest.Kind));
    }

    public static async Task Insert(Work work, IReadOnlyList<IssuedVersion> issued, IReadOnlyList<VersionToEnd> ended, DateTimeOffset now)
    {
        const string Ends = """
            insert into record_end (programme_id, record_id, number, why, ended_at)
            select @Programme, record_id, number, why, @now from unnest(@records, @numbers, @whys) as ended (record_id, number, why)
            """;
        const string Records = """
            insert into record (programme_id, id, kind, person_id, session_id, group_id, from_on)
            select @Programme, record.* from unnest(@ids, @kinds, @people, @sessions, @groups, @froms) as record
            """;
        if (ended.Count > 0)
            await work.Run(Ends, new
            {
                work.Programme, now,
                records = ended.Select(version => version.RecordId).ToArray(),
                numbers = ended.Select(version => version.Number).ToArray(),
                whys = ended.Select(version => version.Why).ToArray(),
            });
        var fresh = issued.Where(version => version.Of.IsNew).ToList();
        await work.Run(Records, new
        {
            work.Programme,
            ids = fresh.Select(version => version.Of.RecordId).ToArray(),
            kinds = fresh.Select(version => version.Of.Kind).ToArray(),
            people = fresh.Select(version => version.Of.PersonId).ToArray(),
            sessions = fresh.Select(version => version.Of.SessionId).ToArray(),
            groups = fresh.Select(version => version.Of.GroupId).ToArray(),
            froms = fresh.Select(version => version.Of.FromOn).ToArray(),
        });
        await InsertVersions(work, issued);
    }

    private static Task<int> InsertVersions(Work work, IReadOnlyList<IssuedVersion> issued) => work.Run("""
        insert into record_version (programme_id, record_id, number, valid_from, provenance, minutes, mode, jwt, embedded, digests, key_id, status_list, status_index)
        select @Programme, version.*
        from unnest(@records, @numbers, @froms, @provenances, @minutes, @modes, @jwts, @embeddeds, @digests, @keys, @lists, @indexes) as version
        """, new
    {
        work.Programme,
        records = issued.Select(version => version.Of.RecordId).ToArray(),
        numbers = issued.Select(version => version.Of.Number).ToArray(),
        froms = issued.Select(version => version.ValidFrom.UtcDateTime).ToArray(),
        provenances = issued.Select(version => Codes.Of(version.Of.Claim.Provenance.Kind)).ToArray(),
        minutes = issued.Select(version => (short?)version.Of.Minutes).ToArray(),
        modes = issued.Select(version => version.Of.Mode).ToArray(),
        jwts = issued.Select(version => version.Jwt).ToArray(),
        embeddeds = issued.Select(version => version.Embedded).ToArray(),
        digests = issued.Select(version => version.Digests).ToArray(),
        keys = issued.Select(version => version.KeyId).ToArray(),
        lists = issued.Select(version => version.StatusList).ToArray(),
        indexes = issued.Select(version => version.StatusIndex).ToArray(),
    });
}
