using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>One register to sign: its lines as they will stand, and what that changes.</summary>
/// <param name="Group">The group's name as records show it.</param>
/// <param name="Number">1 for a sign-off, more for corrections.</param>
/// <param name="Signer">Nobody of the programme for what came from paper.</param>
internal sealed record RegisterToSign(
    Session Session, string Group, int Number, Provenance Provenance, IReadOnlyList<Line> Lines, Difference Difference, byte[] ListHash, Guid? Signer, string? Reason = null)
{
    /// <summary>A leader of that day signs; what was attested or imported says so instead.</summary>
    public Guid? Endorser => Provenance.Kind == ProvenanceKind.Contemporaneous ? Signer : null;

    public byte[] ListSalt { get; } = RandomNumberGenerator.GetBytes(32);

    public SignedList SignedList(Programme programme) => new(Addresses.Register(programme, Session.Id, Number), SHA256.HashData([.. ListSalt, .. ListHash]));
}

/// <summary>Issues, replaces and withdraws the records of registers, in the caller's transaction: all of it, or none.</summary>
internal sealed class RegisterSigning(Issuing issuing, PersonStore people, PersonKeys personKeys)
{
    /// <param name="signed">Told how many of how many records are signed, from any thread.</param>
    public async Task Sign(Work work, Programme programme, IReadOnlyList<RegisterToSign> registers, DateTimeOffset now, Action<int, int>? signed = null)
    {
        var names = await Names(work, registers);
        var known = await RecordStore.OfSessions(work, [.. registers.Select(register => register.Session.Id)]);
        var plans = registers.Select(register => SigningPlan.Of(programme, register, known, names)).ToList();
        await WriteRegisters(work, registers, now);
        await issuing.Issue(work, programme, [.. plans.SelectMany(plan => plan.Issue)], [.. plans.SelectMany(plan => plan.End)],
            [.. registers.Select(register => new LogFact(
                register.Number == 1 ? "register-signed" : "register-corrected", register.Session.Id, register.Number, register.ListHash))],
            now, signed);
    }

    private async Task<IReadOnlyDictionary<Guid, Identity>> Names(Work work, IReadOnlyList<RegisterToSign> registers)
    {
        var everybody = registers.SelectMany(register => register.Difference.Touched.Select(part => (Guid?)part.PersonId)
            .Append(register.Session.LeaderId).Append(register.Session.CoLeaderId).Append(register.Signer));
        return (await people.Hold(work, [.. everybody.OfType<Guid>().Distinct()])).ToDictionary(person => person.Id, person => person.Identity);
    }

    private async Task WriteRegisters(Work work, IReadOnlyList<RegisterToSign> registers, DateTimeOffset now)
    {
        var signers = await personKeys.Of(work, [.. registers.Where(register => register.Reason is not null).Select(register => register.Signer!.Value)]);
        await work.Run("""
            insert into register_version (programme_id, session_id, number, provenance, lines, list_hash, list_salt, signed_by, signed_at, reason)
            select @Programme, session_id, number, provenance, lines::jsonb, list_hash, list_salt, signed_by, @now, reason
            from unnest(@sessions, @numbers, @provenances, @lines, @hashes, @salts, @signers, @reasons)
                as version (session_id, number, provenance, lines, list_hash, list_salt, signed_by, reason)
            """, new
        {
            work.Programme, now,
            sessions = registers.Select(register => register.Session.Id).ToArray(),
            numbers = registers.Select(register => register.Number).ToArray(),
            provenances = registers.Select(register => Codes.Of(register.Provenance.Kind)).ToArray(),
            lines = registers.Select(register => JsonSerializer.Serialize(register.Lines, Json.Options)).ToArray(),
            hashes = registers.Select(register => register.ListHash).ToArray(),
            salts = registers.Select(register => register.ListSalt).ToArray(),
            signers = registers.Select(register => register.Signer).ToArray(),
            reasons = registers.Select(register => register.Reason is { } reason
                ? signers[register.Signer!.Value].Close(Encoding.UTF8.GetBytes(reason), "register_version.reason") : null).ToArray(),
        });
    }
}
