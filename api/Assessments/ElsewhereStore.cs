using System.Globalization;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

internal static class ElsewhereStore
{
    public const string DetailPlace = "recorded_elsewhere.detail", ReasonPlace = "recorded_elsewhere.reason";

    private const string Select = """
        select id, person_id, type, from_on, until_on, sessions, minutes, outcome, provenance, detail, copy_hash, checks::text as checks, state, decided_by, decided_at, reason,
               record_id, made_by, made_at
        from recorded_elsewhere where programme_id = @Programme
        """;

    public static Task<ElsewhereRow?> Find(Work work, Guid person, Guid id) =>
        work.Row<ElsewhereRow>(Select + " and person_id = @person and id = @id", new { work.Programme, person, id });

    public static Task<ElsewhereRow?> Lock(Work work, Guid person, Guid id) =>
        work.Row<ElsewhereRow>(Select + " and person_id = @person and id = @id for update", new { work.Programme, person, id });

    public static Task<List<ElsewhereRow>> Of(Work work, Guid person) =>
        work.Rows<ElsewhereRow>(Select + " and person_id = @person order by from_on, until_on, id", new { work.Programme, person });

    /// <summary>Whether the same is told here already and was neither declined nor withdrawn.</summary>
    public static Task<bool> IsThere(Work work, Guid person, byte[] same, byte[]? copy) => work.Any("""
        select 1 from recorded_elsewhere where programme_id = @Programme and person_id = @person and state in ('stated', 'confirmed') and (same_hash = @same or copy_hash = @copy)
        """, new { work.Programme, person, same, copy });

    public static Task<Answer<Made>> State(Work work, Guid person, ElsewhereToState entry, byte[] same, PersonKey key, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into recorded_elsewhere (programme_id, id, person_id, type, from_on, until_on, sessions, minutes, outcome, provenance, detail, same_hash, copy_hash, checks,
                                            state, made_by, made_from, made_at)
            values (@Programme, @Id, @person, @Type, @From, @Until, @Sessions, @Minutes, @Outcome, @Provenance, @detail, @same, @Copy, @checksJson::jsonb, 'stated', @By, @Hash, @now)
            """;
        return work.Once("recorded_elsewhere", Insert, new
        {
            work.Programme, creation.Id, person, entry.Type, entry.From, entry.Until, entry.Sessions, entry.Minutes, entry.Outcome, entry.Provenance, same, entry.Copy, now,
            detail = key.Close(JsonSerializer.SerializeToUtf8Bytes(new ElsewhereDetail(entry.Keeper, entry.Original), Json.Options), DetailPlace),
            checksJson = entry.Checks is null ? null : JsonSerializer.Serialize(entry.Checks, Json.Options), creation.By, creation.Hash,
        }, creation);
    }

    public static Task<int> Decide(Work work, Guid id, string state, Guid by, byte[]? reason, Guid? record, DateTimeOffset now) => work.Run("""
        update recorded_elsewhere set state = @state, decided_by = @by, decided_at = @now, reason = @reason, record_id = coalesce(@record, record_id)
        where programme_id = @Programme and id = @id
        """, new { work.Programme, id, state, by, reason, record, now });

    /// <summary>By which the same thing is known again: nobody writes a keeper's name in the same letters twice.</summary>
    public static byte[] Same(MasterKey master, Work work, ElsewhereToState entry) => master.LookUp(work.Programme, "recorded-elsewhere", string.Create(
        CultureInfo.InvariantCulture, $"{entry.Type}|{entry.From:yyyy-MM-dd}|{entry.Until:yyyy-MM-dd}|{string.Join(' ', entry.Keeper.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))}"));

    /// <summary>Keeper and place; nothing where they were erased.</summary>
    public static ElsewhereDetail? Detail(ElsewhereRow row, PersonKey? key) =>
        row.Detail is null || key is null ? null : JsonSerializer.Deserialize<ElsewhereDetail>(key.Open(row.Detail, DetailPlace), Json.Options);

    public static ElsewhereBody ToBody(ElsewhereRow row, PersonKey? key)
    {
        var detail = Detail(row, key);
        return new(
            row.Id, row.PersonId, row.Type, row.FromOn, row.UntilOn, row.Sessions, row.Minutes, row.Outcome, row.Provenance, detail?.Keeper, detail?.Original,
            row.CopyHash is null ? null : Convert.ToHexStringLower(row.CopyHash), row.Checks is null ? null : JsonSerializer.Deserialize<List<CheckBody>>(row.Checks, Json.Options),
            row.State, row.MadeBy, row.MadeAt, row.DecidedBy, row.DecidedAt,
            row.Reason is null || key is null ? null : Encoding.UTF8.GetString(key.Open(row.Reason, ReasonPlace)), row.RecordId);
    }
}
