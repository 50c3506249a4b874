using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>What this service knows of a record beyond its bytes: its place in the log.</summary>
internal static class RecordKnowledge
{
    private sealed record Row(long Position, byte[] Digests);

    public static async Task<RecordFacts> Of(Work work, Guid record, byte[] issued)
    {
        const string Sql = """
            select position, digests from log_entry where programme_id = @Programme and subject_id = @record and kind = 'record-issued'
            """;
        var digest = SHA256.HashData(issued);
        var rows = await work.Rows<Row>(Sql, new { work.Programme, record });
        var position = rows.Find(row => row.Digests.Chunk(digest.Length).Any(form => form.AsSpan().SequenceEqual(digest)))?.Position;
        return new() { PositionInLog = _ => position };
    }
}
