using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What became of an evidence pack's records since it was frozen. Of presentations only that something did.</summary>
internal static class EvidenceChangesStore
{
    private sealed record Row(string Code, Guid RecordId, bool Presentation, DateTimeOffset At);

    public static async Task<IReadOnlyList<EvidenceChange>> Of(Work work, Programme programme, KeptEvidence kept, FrozenEvidence frozen)
    {
        const string Sql = """
            with frozen as (select * from unnest(@records, @numbers, @presentations) as f (record_id, number, presentation))
            select case e.why when 'withdrawn' then 'withdrawn' else 'corrected' end as code, f.record_id, f.presentation, e.ended_at as at
            from frozen f join record_end e on e.programme_id = @Programme and e.record_id = f.record_id and e.number = f.number
            union all
            select 'queried', f.record_id, f.presentation, q.asked_at
            from frozen f join record r on r.programme_id = @Programme and r.id = f.record_id
            join session_query q on q.programme_id = r.programme_id and q.session_id = r.session_id and q.asked_at > @FrozenAt
            where not f.presentation
            union all
            select 'signed-after', r.id, r.kind in ('presentation', 'follow-up'), v.valid_from
            from record r
            join record_version v on v.programme_id = r.programme_id and v.record_id = r.id and v.number = 1
            left join session s on s.programme_id = r.programme_id and s.id = r.session_id
            where r.programme_id = @Programme and r.person_id = @PersonId and s.held_on <= @AsOf
              and (v.valid_from > @FrozenAt and r.id <> all(@records)
                or @cutOff::date is not null and r.id = any(@records) and local_date(@Programme, v.valid_from) > @cutOff)
            order by at, record_id, code
            """;
        var rows = await work.Rows<Row>(Sql, new
        {
            work.Programme, kept.PersonId, kept.FrozenAt, kept.AsOf, cutOff = frozen.CutOff,
            records = frozen.Records.Select(record => record.RecordId).ToArray(),
            numbers = frozen.Records.Select(record => record.Number).ToArray(),
            presentations = frozen.Records.Select(record => record.IsPresentation).ToArray(),
        });
        return
        [
            .. rows.Where(row => !row.Presentation).Select(row => new EvidenceChange(row.Code, Says(row.Code), Addresses.Record(programme, row.RecordId), row.At)),
            .. rows.Where(row => row.Presentation).CountBy(row => row.Code).OrderBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => new EvidenceChange(count.Key, $"{Says(count.Key)} This is of {count.Value} records of presentations.", null, null)),
        ];
    }

    private static string Says(string code) => code switch
    {
        "withdrawn" => "The record was withdrawn.",
        "corrected" => "The record was corrected: a newer version stands.",
        "queried" => "Somebody says that the register behind it is not right.",
        _ => "The record was signed after the evidence was closed.",
    };
}
