using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Progress;

/// <summary>Freezing what a panel is shown: one signed file and the same on paper, kept as bytes so that asking again gives the same.</summary>
internal sealed class EvidencePacks(PersonStore people, PersonKeys keys, SigningKeys signing, PublicAddress address, ConfirmationOverview overview, TimeProvider clock)
{
    internal const string EvidencePlace = "evidence_pack.evidence", FilePlace = "evidence_pack.file", PaperPlace = "evidence_pack.paper", PaperForm = "application/pdf";

    public async Task<Answer<Made>> Freeze(Work work, Guid trainee, NewEvidencePack body, Creation creation)
    {
        await work.WaitForItself(creation);
        // The same request again is not frozen anew.
        if (await EvidencePackStore.Made(work, creation.Id) is { } before)
            return creation.WhyNotAgain(before) is { } not ? not : new Made(creation.By, creation.Hash, Now: false);
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        var asOf = body.AsOf ?? programme.LocalDate(now);
        if (asOf > programme.LocalDate(now))
            return Problems.InvalidRequest.At(new FieldError("$.asOf", "Write today or an earlier day: what is to come is no evidence."));
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        if (PaperDocument.FontMissing)
            return Problems.PaperFontMissing;
        if (await people.Hold(work, [trainee]) is not [var person])
            return Problems.NotFound;
        if ((await ConfirmationPack.Find(work, trainee, asOf, body.Pack, body.Version)).Refused(out var problem, out var asked))
            return problem;
        var evidence = await Evidence.Of(work, programme, person, asked, asOf, sums: true);
        // A key that was made just now is as old as its first second.
        var key = await signing.ToSign(work, programme);
        var content = new EvidencePackContent(
            EvidenceFile.Type, EvidenceFile.Format, Addresses.EvidencePack(programme, trainee, creation.Id), programme.Issuer, now > key.From ? now : key.From, programme.SignedName,
            evidence.Body, await Confirmed(work, programme, asked, evidence));
        var records = await Jwts(work, programme, evidence);
        var file = EvidenceFile.Write(key.Keys.Rsa, key.Keys.JwtKeyId, Evidence.Bytes(content), records);
        if (file.Length > EvidenceFile.LargestBytes)
            return Problems.InvalidRequest.Because("There are too many records for one file.");
        var fileHash = SHA256.HashData(file);
        var paper = EvidencePaper.Write(content, asked.Pack, Addresses.EvidencePackCheck(programme, creation.Id), Convert.ToHexStringLower(fileHash), now);
        var own = (await keys.Of(work, [trainee]))[trainee];
        var frozen = new FrozenEvidence(
            [.. evidence.Body.Records.Select(each => new FrozenRecord(each.RecordId, each.Version, false)), .. evidence.Presentations.Select(each => new FrozenRecord(each.RecordId, each.Number, true))],
            evidence.Body.Progress.EvidenceCutOff);
        return await EvidencePackStore.Add(work, trainee, asked, asOf, now,
            (own.Close(Evidence.Bytes(frozen), EvidencePlace), own.Close(file, FilePlace), own.Close(paper, PaperPlace)), (fileHash, SHA256.HashData(paper)), creation);
    }

    /// <summary>The signed file, or the paper, as it was frozen; nothing where the person was erased.</summary>
    public async Task<byte[]?> Open(Work work, KeptEvidence kept, string type) =>
        !(await keys.Of(work, [kept.PersonId])).TryGetValue(kept.PersonId, out var key) ? null
        : type == PaperForm ? key.Open(kept.Paper, PaperPlace)
        : key.Open(kept.File, FilePlace);

    public async Task<FrozenEvidence?> Frozen(Work work, KeptEvidence kept) =>
        (await keys.Of(work, [kept.PersonId])).TryGetValue(kept.PersonId, out var key)
            ? JsonSerializer.Deserialize<FrozenEvidence>(key.Open(kept.Evidence, EvidencePlace), Json.Options)
            : null;

    /// <summary>What anybody who holds it may know of it.</summary>
    public async Task<EvidencePackCheck?> Check(Work work, Guid id)
    {
        if (await ProgrammeStore.Find(work, work.Programme) is not { } programme || await EvidencePackStore.Find(work, id) is not { } kept || await Frozen(work, kept) is not { } frozen)
            return null;
        var changes = await EvidenceChangesStore.Of(work, programme, kept, frozen);
        return new(
            programme.Issuer, kept.FrozenAt, kept.AsOf, kept.FileHash, kept.PaperHash, changes.CountBy(change => change.Code).OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary());
    }

    private async Task<IReadOnlyList<EvidenceConfirmation>> Confirmed(Work work, Programme programme, ConfirmationPack asked, Evidence evidence)
    {
        var body = await overview.Of(work, programme, asked, evidence);
        var given = body.Given.ToDictionary(each => each.Id);
        var names = await people.Names(work, body.Given.Select(each => each.By));
        return
        [
            .. body.Steps.Select(step => step.ConfirmationId is { } id && given[id] is var taken
                ? new EvidenceConfirmation(step.Step, step.Act, step.State, names.GetValueOrDefault(taken.By, ""), programme.LocalDate(taken.At), Url(taken))
                : new EvidenceConfirmation(step.Step, step.Act, step.State, string.Join(", ", step.By), null, null)),
            .. body.Given.Where(each => each is { Scope: "progress", ReversedAt: null }).Reverse().Select(each => new EvidenceConfirmation(
                each.Step, each.Act, "taken", names.GetValueOrDefault(each.By, ""), programme.LocalDate(each.At), Url(each))),
        ];

        string? Url(ConfirmationBody of) => of.RecordId is { } record ? Addresses.Record(programme, record) : null;
    }

    private async Task<IEnumerable<string>> Jwts(Work work, Programme programme, Evidence evidence)
    {
        var listed = evidence.Body.Records.Select(record => (record.RecordId, record.Version)).ToHashSet();
        var stored = (await RecordStore.Of(work, evidence.Body.PersonId)).Where(version => listed.Contains((version.RecordId, version.Number))).ToList();
        var open = (await OpenVersion.All(work, keys, programme, stored)).ToDictionary(version => version.Of.RecordId, version => Encoding.ASCII.GetString(version.Jwt));
        return evidence.Body.Records.Select(record => open[record.RecordId]);
    }
}
