using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Records;

/// <summary>The end of a version as it is kept: what a status list's bit is made from.</summary>
internal sealed record FsckEnds(Guid RecordId, int Number, string Why)
{
    public static Task<List<FsckEnds>> All(Work work) => work.Rows<FsckEnds>(
        "select record_id, number, why from record_end where programme_id = @Programme order by record_id, number", new { work.Programme });

    public static string? FirstWrong(IReadOnlyList<FsckEnds> ends, IReadOnlyList<FsckVersion> versions, IReadOnlyList<LogEntry> entries)
    {
        var logged = entries.Where(entry => entry.Kind is "record-superseded" or "record-withdrawn")
            .ToLookup(entry => new FsckEnds(entry.SubjectId, entry.Number, entry.Kind["record-".Length..]), entry => entry.Position);
        if (ends.FirstOrDefault(end => !logged.Contains(end)) is { } unlogged)
            return $"{unlogged}: its status bit is set because it was {unlogged.Why}, and the log does not say so.";
        var kept = ends.ToHashSet();
        if (logged.FirstOrDefault(end => !kept.Contains(end.Key)) is { Key: var lost } gone)
            return $"{lost} was {lost.Why} at position {gone.First()} of the log, and its status bit is not set.";
        // Of each record the newest version stands or was withdrawn; all before it have ended.
        foreach (var record in versions.GroupBy(version => version.RecordId))
            if (record.SkipLast(1).FirstOrDefault(version => version.Ended is null) is { } open)
                return $"{open} is not the newest, and its status bit is not set.";
            else if (record.Last().Ended == "superseded")
                return $"{record.Last()} was superseded, and there is no newer one.";
        return null;
    }

    public override string ToString() => $"Record {RecordId:D}, version {Number}";
}

/// <summary>A session's register as it was last signed; number 0 where a session says signed and no register was.</summary>
internal sealed record FsckRegister(Session Session, int Number, byte[] ListHash, IReadOnlyList<Line>? Lines)
{
    private sealed record Row(
        Guid Id, Guid GroupId, DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string? Mode, string State, Guid? LeaderId, Guid? CoLeaderId, int Version,
        int Number, byte[] ListHash, string Lines);

    public static async Task<IReadOnlyList<FsckRegister>> All(Work work)
    {
        const string Sql = """
            select s.id, s.group_id, s.held_on, s.starts_at, s.minutes::int, s.mode, s.state, s.leader_id, s.co_leader_id, s.version,
                   coalesce(v.number, 0) as number, coalesce(v.list_hash, ''::bytea) as list_hash, coalesce(v.lines, '[]')::text as lines
            from session s
            left join lateral (select number, list_hash, lines from register_version v
                               where v.programme_id = s.programme_id and v.session_id = s.id order by number desc limit 1) v on true
            where s.programme_id = @Programme and (s.state = 'signed' or v.number is not null) order by s.held_on, s.starts_at, s.id
            """;
        return [.. (await work.Rows<Row>(Sql, new { work.Programme })).Select(row => new FsckRegister(
            new(row.Id, row.GroupId, row.HeldOn, row.StartsAt, row.Minutes, row.Mode, row.State, null, row.LeaderId, row.CoLeaderId, row.Version),
            row.Number, row.ListHash, Read(row.Lines)))];
    }

    /// <param name="erased">People whose records were withdrawn with them: their lines give none.</param>
    public static string? FirstWrong(
        IReadOnlyList<FsckRegister> registers, IReadOnlyList<FsckVersion> valid, IReadOnlyList<LogEntry> entries, IReadOnlySet<Guid> erased)
    {
        var logged = entries.Where(entry => entry.Kind is "register-signed" or "register-corrected").ToLookup(entry => entry.SubjectId);
        var records = valid.Where(version => version.SessionId is not null).ToLookup(version => version.SessionId!.Value);
        foreach (var register in registers)
            if (register.WhyNot([.. logged[register.Session.Id]], [.. records[register.Session.Id]], erased) is { } why)
                return $"Session {register.Session.Id:D} of {register.Session.HeldOn:yyyy-MM-dd}: {why}";
        var known = registers.Select(register => register.Session.Id).ToHashSet();
        return entries.FirstOrDefault(entry => entry.Kind is "register-signed" or "register-corrected" && !known.Contains(entry.SubjectId)) is { } gone
            ? $"Session {gone.SubjectId:D} was signed at position {gone.Position} of the log, and its register is not kept any more."
            : null;
    }

    // Whoever forces something else into the column shall not end the check.
    private static List<Line>? Read(string lines)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Line>>(lines, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? WhyNot(IReadOnlyList<LogEntry> logged, IReadOnlyList<FsckVersion> records, IReadOnlySet<Guid> erased)
    {
        if (Session.State != Session.Signed || Number == 0)
            return Number == 0 ? "it says that it was signed, and no signed register is kept." : "its register was signed, and the session does not say so.";
        if (logged.Count != Number || logged.FirstOrDefault(entry => entry.Number == Number) is not { } last || !last.Digests.AsSpan().SequenceEqual(ListHash))
            return $"its register, signed {Number} {(Number == 1 ? "time" : "times")}, is not the one that the log has.";
        if (Lines is null)
            return "its register as last signed cannot be read.";
        // Having led is vouched for by somebody else, so it may still be missing; nobody else has such a record.
        var led = Part.Leads(Session).Where(part => records.Any(record => (record.PersonId, record.Kind) == (part.PersonId, part.Kind)));
        Part[] said = [.. Part.Of(Session, Lines).Concat(led).Where(part => !erased.Contains(part.PersonId))];
        var valid = records.ToLookup(record => (record.PersonId, record.Kind));
        if (said.Length != records.Count || !said.All(part => valid.Contains((part.PersonId, part.Kind))))
            return $"its register as last signed gives {said.Length} {(said.Length == 1 ? "record" : "records")}, and {records.Count} stand, or of other people and kinds.";
        return said.SelectMany(part => valid[(part.PersonId, part.Kind)].Where(record => part.Minutes != record.Minutes || part.Mode != record.Mode)).FirstOrDefault() is { } other
            ? $"its register as last signed says other minutes or another mode than record {other.RecordId:D}, version {other.Number}."
            : null;
    }
}
