using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>One version to issue: where it belongs, what it claims, and who vouches.</summary>
/// <param name="Kind">The kind as it is kept: a presentation and a follow-up are two.</param>
/// <param name="After">When the version before it was signed: hosts keep the newer of two, by that time.</param>
/// <param name="Endorser">The leader whose key endorses it; nobody for what was attested or imported.</param>
internal sealed record VersionToIssue(
    Guid RecordId, int Number, bool IsNew, string Kind, Guid PersonId, Claim Claim, DateTimeOffset? After = null, Guid? Endorser = null, SignedList? List = null,
    Guid? SessionId = null, Guid? GroupId = null, DateOnly? FromOn = null, int? Minutes = null, string? Mode = null);

internal sealed record VersionToEnd(Guid RecordId, int Number, string Why, byte[] Digests);

/// <summary>A version as it was signed, sealed under its holder's key.</summary>
internal sealed record IssuedVersion(
    VersionToIssue Of, byte[] Jwt, byte[]? Embedded, byte[] Digests, Guid KeyId, int StatusList, int StatusIndex, DateTimeOffset ValidFrom);

/// <summary>The one way a claim becomes a record: signed in both forms, kept, and appended to the log, in the caller's transaction.</summary>
internal sealed class Issuing(SigningKeys signing, LeaderKeys leaderKeys, PersonKeys personKeys)
{
    internal const string JwtPlace = "record_version.jwt";
    internal const string EmbeddedPlace = "record_version.embedded";

    /// <param name="first">What the log says before it says what was ended and issued.</param>
    /// <param name="signed">Told how many of how many are signed, from any thread.</param>
    public async Task Issue(
        Work work, Programme programme, IReadOnlyList<VersionToIssue> issue, IReadOnlyList<VersionToEnd> end, IReadOnlyList<LogFact> first, DateTimeOffset now,
        Action<int, int>? signed = null)
    {
        var key = await signing.ToSign(work, programme);
        var holders = await personKeys.Of(work, [.. issue.Select(version => version.PersonId).Distinct()]);
        var endorsers = await leaderKeys.Of(work, [.. issue.Select(version => version.Endorser).OfType<Guid>().Distinct()]);
        var places = await StatusPlaces.Draw(work, issue.Count);
        var issued = new IssuedVersion[issue.Count];
        var done = 0;
        Parallel.For(0, issue.Count, at =>
        {
            issued[at] = Sign(programme, key, issue[at], places[at], holders[issue[at].PersonId], endorsers, now);
            signed?.Invoke(Interlocked.Increment(ref done), issue.Count);
        });
        await RecordStore.Insert(work, issued, end, now);
        await ProgrammeLog.Append(work,
            [
                .. first,
                .. end.Select(version => new LogFact("record-" + version.Why, version.RecordId, version.Number, version.Digests)),
                .. issued.Select(version => new LogFact("record-issued", version.Of.RecordId, version.Of.Number, version.Digests)),
            ], key, now);
    }

    private static IssuedVersion Sign(
        Programme programme, SigningKey key, VersionToIssue version, (int List, int Index) place, PersonKey holder,
        IReadOnlyDictionary<Guid, LeaderKey> endorsers, DateTimeOffset now)
    {
        var own = version.Endorser is { } leader ? endorsers.GetValueOrDefault(leader) : null;
        var validFrom = Latest(now, key.From, own?.From, version.After?.AddSeconds(1));
        var header = new RecordHeader(
            Addresses.Record(programme, version.RecordId), version.Number, validFrom, new(programme.Issuer, programme.SignedName),
            new(Addresses.StatusList(programme, place.List), place.Index));
        var endorser = own is null ? null : new Endorser(own.Key, version.List);
        var signed = RecordSigner.Sign(header, version.Claim, key.Keys, endorser);
        return new(version, holder.Close(signed.Jwt, JwtPlace), signed.Embedded is null ? null : holder.Close(signed.Embedded, EmbeddedPlace),
            [.. SHA256.HashData(signed.Jwt), .. signed.Embedded is null ? [] : SHA256.HashData(signed.Embedded)], key.Id, place.List, place.Index, validFrom);
    }

    // Now, yet no sooner than the keys were made, which may have been waited for; and a correction within the same second is still the newer one.
    private static DateTimeOffset Latest(DateTimeOffset now, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
            if (other > now)
                now = other.Value;
        return now;
    }
}
