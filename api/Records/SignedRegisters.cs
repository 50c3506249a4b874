using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>A register as it was last signed.</summary>
/// <param name="Hash">The hash of the list behind the last signature.</param>
/// <param name="FirstHash">The hash of the list behind the sign-off.</param>
internal sealed record LastSigned(Guid SessionId, int Number, DateTimeOffset SignedAt, string Hash, string FirstHash);

internal static class SignedRegisters
{
    public static Task<LastSigned?> Last(Work work, Guid session) => work.Row<LastSigned>("""
        select v.session_id, v.number, v.signed_at, encode(v.list_hash, 'hex') as hash, encode(first.list_hash, 'hex') as first_hash
        from register_version v
        join register_version first on first.programme_id = v.programme_id and first.session_id = v.session_id and first.number = 1
        where v.programme_id = @Programme and v.session_id = @session order by v.number desc limit 1
        """, new { work.Programme, session });

    /// <summary>Whether a correction with this very list was signed, however many came after it.</summary>
    public static Task<bool> Corrected(Work work, Guid session, string listHash) => work.Any("""
        select 1 from register_version
        where programme_id = @Programme and session_id = @session and number > 1 and list_hash = decode(@listHash, 'hex')
        """, new { work.Programme, session, listHash });

    public static Task<bool> CameFromPaper(Work work, Guid session) => work.Any(
        "select 1 from register_version where programme_id = @Programme and session_id = @session and number = 1 and provenance = 'imported'",
        new { work.Programme, session });

    public static async Task<SignedRegister> Body(Work work, LastSigned signed)
    {
        var records = await RecordStore.OfSessions(work, [signed.SessionId]);
        return new(signed.SessionId, signed.Number, signed.SignedAt,
            [.. records.Values.OrderBy(record => record.PersonId).ThenBy(record => record.Kind, StringComparer.Ordinal)
                .Select(record => new SignedRecord(record.RecordId, record.PersonId, record.Kind, record.Number, record.Ended ?? "valid"))]);
    }
}
