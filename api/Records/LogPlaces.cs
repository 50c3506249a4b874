using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>Where one version stands in the programme's log, as facts that can be held against the programme's archive.</summary>
internal static class LogPlaces
{
    private sealed record Row(
        long Position, byte[] Digests, DateTimeOffset LoggedAt, byte[]? Before, byte[] Chain, long HeadPosition, byte[] HeadChain, DateTimeOffset HeadSignedAt, string HeadSignature);

    public static async Task<LogPlace> Of(Work work, Guid record, int number)
    {
        // The checkpoint that closed its own append: which one it is never changes, however far the log has grown since.
        const string Sql = """
            select e.position, e.digests, e.logged_at, b.chain as before, e.chain,
                   c.position as head_position, c.chain as head_chain, c.signed_at as head_signed_at, c.signature as head_signature
            from log_entry e
            left join log_entry b on b.programme_id = e.programme_id and b.position = e.position - 1
            join lateral (
                select position, chain, signed_at, signature from checkpoint
                where programme_id = e.programme_id and position >= e.position order by position limit 1
            ) c on true
            where e.programme_id = @Programme and e.subject_id = @record and e.number = @number and e.kind = 'record-issued'
            """;
        var row = (await work.Row<Row>(Sql, new { work.Programme, record, number }))!;
        return new(work.Programme, record, number, row.Position, "record-issued", [.. row.Digests.Chunk(32).Select(Convert.ToHexStringLower)], row.LoggedAt,
            Convert.ToHexStringLower(row.Before ?? new byte[32]), Convert.ToHexStringLower(row.Chain),
            new(row.HeadPosition, Convert.ToHexStringLower(row.HeadChain), row.HeadSignedAt, row.HeadSignature));
    }
}
