using Portfolio.Api.Database;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>What this service knows of a record beyond its bytes: its place in the log, and whether it was withdrawn or superseded.</summary>
internal static class RecordKnowledge
{
    private sealed record Row(long Position, byte[] Digests);

    private sealed record End(string? Why, DateTimeOffset? At, bool Erased);

    public static async Task<RecordFacts> Of(Work work, Guid record, int number)
    {
        const string Logged = """
            select position, digests from log_entry where programme_id = @Programme and subject_id = @record and kind = 'record-issued'
            """;
        const string Ended = """
            select e.why, e.ended_at as at,
                   exists (select 1 from record r join log_entry l on l.programme_id = r.programme_id and l.subject_id = r.person_id and l.kind = 'person-erased'
                           where r.programme_id = v.programme_id and r.id = v.record_id) as erased
            from record_version v
            left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
            where v.programme_id = @Programme and v.record_id = @record and v.number = @number
            """;
        var rows = await work.Rows<Row>(Logged, new { work.Programme, record });
        var end = await work.Row<End>(Ended, new { work.Programme, record, number });
        return new() { PositionInLog = digest => Position(rows, Convert.FromHexString(digest)), Standing = end is null ? null : Told(end) };
    }

    private static long? Position(List<Row> rows, byte[] digest) =>
        rows.Find(row => row.Digests.Chunk(digest.Length).Any(form => form.AsSpan().SequenceEqual(digest)))?.Position;

    private static (Answer, string) Told(End end) => end is { Why: { } why, At: { } at }
        ? (Answer.No, $"It was {why} on {RecordTime.Write(at)}.{(end.Erased ? " What was held about its holder is erased." : "")}")
        : (Answer.Yes, "It was neither withdrawn nor superseded.");
}
