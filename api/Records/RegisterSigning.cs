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
    public bool IsVouchedFor => Provenance.Kind == ProvenanceKind.Contemporaneous;

    public byte[] ListSalt { get; } = RandomNumberGenerator.GetBytes(32);

    public SignedList SignedList(Programme programme) => new(Addresses.Register(programme, Session.Id, Number), SHA256.HashData([.. ListSalt, .. ListHash]));
}

/// <summary>Issues, replaces and withdraws the records of registers, in the caller's transaction: all of it, or none.</summary>
internal sealed class RegisterSigning(SigningKeys signing, LeaderKeys leaderKeys, PersonStore people, PersonKeys personKeys)
{
    internal const string JwtPlace = "record_version.jwt";
    internal const string EmbeddedPlace = "record_version.embedded";

    /// <param name="signed">Told how many of how many records are signed, from any thread.</param>
    public async Task Sign(Work work, Programme programme, IReadOnlyList<RegisterToSign> registers, DateTimeOffset now, Action<int, int>? signed = null)
    {
        var key = await signing.InUse(work, programme);
        var known = await RecordStore.OfSessions(work, [.. registers.Select(register => register.Session.Id)]);
        var plan = registers.Select(register => SigningPlan.Of(register, known)).ToList();
        var issue = plan.SelectMany(of => of.Issue).ToList();
        var holders = await personKeys.Of(work, [.. issue.Select(record => record.Part.PersonId).Distinct()]);
        var names = await Names(work, registers, issue);
        var places = await StatusPlaces.Draw(work, issue.Count);
        var endorsers = await leaderKeys.Of(work, [.. registers.Where(register => register.IsVouchedFor).Select(register => register.Signer!.Value).Distinct()]);
        var issued = new IssuedVersion[issue.Count];
        var done = 0;
        Parallel.For(0, issue.Count, at =>
        {
            issued[at] = Issue(programme, key, issue[at], places[at], names, holders, endorsers, now);
            signed?.Invoke(Interlocked.Increment(ref done), issue.Count);
        });

        await WriteRegisters(work, registers, now);
        await RecordStore.Insert(work, issued, [.. plan.SelectMany(of => of.End)], now);
        await ProgrammeLog.Append(work, [.. Facts(plan, issued)], key, now);
    }

    private async Task<IReadOnlyDictionary<Guid, Identity>> Names(Work work, IReadOnlyList<RegisterToSign> registers, List<RecordToIssue> issue)
    {
        var leaders = registers.SelectMany(register => new[] { register.Session.LeaderId, register.Signer }).OfType<Guid>();
        var all = await people.Find(work, [.. issue.Select(record => record.Part.PersonId).Concat(leaders).Distinct()]);
        return all.ToDictionary(person => person.Id, person => person.Identity);
    }

    private static IssuedVersion Issue(
        Programme programme, SigningKey key, RecordToIssue record, (int List, int Index) place, IReadOnlyDictionary<Guid, Identity> names,
        IReadOnlyDictionary<Guid, PersonKey> holders, IReadOnlyDictionary<Guid, Ed25519Key> endorsers, DateTimeOffset now)
    {
        var header = new RecordHeader(
            Addresses.Record(programme, record.RecordId), record.Number, now, new(programme.Issuer, programme.SignedName),
            new(Addresses.StatusList(programme, place.List), place.Index));
        var endorser = record.Register.IsVouchedFor && endorsers.TryGetValue(record.Register.Signer!.Value, out var leader)
            ? new Endorser(leader, record.Register.SignedList(programme)) : null;
        var signed = RecordSigner.Sign(header, SignedClaim.Of(record, names), key.Keys, endorser);
        var holder = holders[record.Part.PersonId];
        return new(record, holder.Close(signed.Jwt, JwtPlace), signed.Embedded is null ? null : holder.Close(signed.Embedded, EmbeddedPlace),
            [.. SHA256.HashData(signed.Jwt), .. signed.Embedded is null ? [] : SHA256.HashData(signed.Embedded)], key.Id, place.List, place.Index, now);
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

    private static IEnumerable<LogFact> Facts(List<SigningPlan> plan, IssuedVersion[] issued)
    {
        foreach (var of in plan)
            yield return new(of.Register.Number == 1 ? "register-signed" : "register-corrected", of.Register.Session.Id, of.Register.Number, of.Register.ListHash);
        foreach (var ended in plan.SelectMany(of => of.End))
            yield return new("record-" + ended.Why, ended.RecordId, ended.Number, ended.Digests);
        foreach (var version in issued)
            yield return new("record-issued", version.Of.RecordId, version.Of.Number, version.Digests);
    }
}
