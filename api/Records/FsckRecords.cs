using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>One version as it is kept, with everything beside its bytes that must agree with them.</summary>
internal sealed record FsckVersion(
    Guid RecordId, int Number, Guid PersonId, Guid? SessionId, DateOnly? HeldOn, string Kind, DateTimeOffset ValidFrom, string Provenance, int? Minutes, string? Mode,
    byte[]? Jwt, byte[]? Embedded, byte[] Digests, Guid KeyId, int StatusList, int StatusIndex, string? Ended)
{
    public static Task<List<FsckVersion>> All(Work work) => work.Rows<FsckVersion>("""
        select v.record_id, v.number, r.person_id, r.session_id, s.held_on, r.kind, v.valid_from, v.provenance, v.minutes::int, v.mode,
               v.jwt, v.embedded, v.digests, v.key_id, v.status_list, v.status_index, e.why as ended
        from record_version v
        join record r on r.programme_id = v.programme_id and r.id = v.record_id
        left join session s on s.programme_id = r.programme_id and s.id = r.session_id
        left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
        where v.programme_id = @Programme order by v.record_id, v.number
        """, new { work.Programme });

    public override string ToString() => $"Record {RecordId:D}, version {Number}";
}

/// <summary>Opens every version, and asks the verifier of each form what anybody could ask; then whether the columns beside it say the same.</summary>
internal sealed class FsckRecords(
    Programme programme, RecordKeys keys, IReadOnlyDictionary<string, long> positions, IReadOnlyDictionary<Guid, PersonKey> holders,
    IReadOnlyDictionary<string, Guid> leaders, DateTimeOffset now)
{
    private int disbelieved;

    /// <summary>How many stand in the log only from where a key of theirs was declared lost.</summary>
    public int Disbelieved => disbelieved;

    public string? FirstWrong(IReadOnlyList<FsckVersion> versions, Action<string, int, int> step)
    {
        var wrong = new string?[versions.Count];
        var done = 0;
        Parallel.For(0, versions.Count, at =>
        {
            wrong[at] = versions[at].Jwt is { } jwt && holders.TryGetValue(versions[at].PersonId, out var holder) ? WhyNot(versions[at], jwt, holder) : null;
            step("Records", Interlocked.Increment(ref done), versions.Count);
        });
        return wrong.FirstOrDefault(why => why is not null);
    }

    private string? WhyNot(FsckVersion version, byte[] closed, PersonKey holder)
    {
        var jwt = holder.Open(closed, Issuing.JwtPlace);
        var embedded = version.Embedded is null ? null : holder.Open(version.Embedded, Issuing.EmbeddedPlace);
        if (!version.Digests.AsSpan().SequenceEqual([.. SHA256.HashData(jwt), .. embedded is null ? [] : SHA256.HashData(embedded)]))
            return $"{version}: the digests kept beside it are not those of its bytes.";
        if (WhyNot(version, jwt, "JWT", out var lost) is { } why)
            return why;
        if (embedded is not null && WhyNot(version, embedded, "embedded form", out _) is { } whyNot)
            return whyNot;
        if (embedded is not null && StrictJson.Parse(embedded) is var read && EndorsedBy(read) is { } method && !IsKeyOf(method, read))
            return $"{version}: it is endorsed with a key that is not one of the leader's whom it names.";
        if (lost)
            Interlocked.Increment(ref disbelieved);
        return null;
    }

    // Anybody can make a did:key and a name for it; only the service knows whose keys it holds.
    private bool IsKeyOf(string method, JsonElement record) =>
        leaders.TryGetValue(method, out var owner) && owner == ReadRecord.From(record)?.Claim.Leader?.Id;

    private static string? EndorsedBy(JsonElement record) => record.Items("endorsement").FirstOrDefault().Member("proof").Text("verificationMethod");

    private string? WhyNot(FsckVersion version, byte[] issued, string form, out bool lost)
    {
        // A correction within a second is dated a second ahead; whether a version has begun is not the question here.
        var at = version.ValidFrom > now ? version.ValidFrom : now;
        var record = RecordVerifier.Check(issued, keys, at, new() { PositionInLog = digest => positions.TryGetValue(digest, out var position) ? position : null });
        // Its bytes stand in the log, which was looked at before: what is left is a key that was lost.
        lost = record[CheckNames.InLogBeforeKeyLost].Answer == Answer.No;
        if (record.Checks.FirstOrDefault(check => check.Answer == Answer.No && check.Name != CheckNames.InLogBeforeKeyLost) is { } no)
            return $"{version}, {form}: {no.Name} says no. {no.Why}";
        return record is { Header: { } header, Claim: { } claim } && Beside(version, header, claim) is { } column
            ? $"{version}, {form}: the {column} kept beside it is not what it says."
            : null;
    }

    private string? Beside(FsckVersion version, RecordHeader header, Claim claim) =>
        header.Id != Addresses.Record(programme, version.RecordId) || header.Version != version.Number ? "id or number"
        : header.ValidFrom != SigningKeys.ToSeconds(version.ValidFrom) ? "signing time"
        : header.Status != new StatusEntry(Addresses.StatusList(programme, version.StatusList), version.StatusIndex) ? "place in a status list"
        : claim.Holder.Id != version.PersonId ? "holder"
        : Codes.Of(claim.Provenance.Kind) != version.Provenance ? "provenance"
        : KindOf(claim) != version.Kind ? "kind"
        : version.HeldOn is { } day && day != claim.Starts ? "session's day"
        : FiguresOf(claim) is { } figures && figures != (version.Minutes, version.Mode) ? "number of minutes or mode"
        : null;

    private static string KindOf(Claim claim) => claim switch
    {
        Attendance => "attendance",
        Presentation presented => presented.Role == PresentationRole.Presented ? "presentation" : "follow-up",
        Leading => "leading",
        PeriodAccount => "period-account",
        Assessment => "assessment",
        RecordedElsewhere => "recorded-elsewhere",
        _ => "verification",
    };

    private static (int?, string?)? FiguresOf(Claim claim) => claim switch
    {
        Attendance attended => (attended.Minutes, Codes.Of(attended.Mode)),
        Leading led => (led.Minutes, Codes.Of(led.Mode)),
        _ => null,
    };
}
