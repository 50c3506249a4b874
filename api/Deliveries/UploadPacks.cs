using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using RecordClaim = Portfolio.Contracts.Records.Claim;

namespace Portfolio.Api.Deliveries;

/// <summary>Making what a trainee uploads themselves: an evidence pack, a text to paste and a suggested mapping, kept as they were made.</summary>
internal sealed class UploadPacks(EvidencePacks evidence, PersonKeys keys, TimeProvider clock)
{
    internal const string ContentPlace = "upload_pack.content";

    public async Task<Answer<Made>> Make(Work work, Guid trainee, NewUploadPack body, Creation creation)
    {
        // The same request again is not frozen anew.
        if (await work.MadeBefore("upload_pack", creation) is { } before)
            return before;
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var now = clock.GetUtcNow();
        if (await UploadPackStore.Platform(work, body.PlatformId) is null)
            return Problems.NoUploadPlatform;
        if (body.Until > programme.LocalDate(now))
            return Problems.InvalidRequest.At(new FieldError("$.until", "Write today or an earlier day: what is to come is no evidence."));
        if ((await Evidence(work, trainee, body, creation)).Refused(out var problem, out var kept))
            return problem;
        if (body.Until is { } until && until != kept.AsOf)
            return Problems.InvalidRequest.At(new FieldError("$.until", "Leave the last day out where an evidence pack is named: it is the day as of which that was frozen."));
        if (body.From > kept.AsOf)
            return Problems.DatesReversed;
        if (await evidence.Open(work, kept, EvidencePackFile.Json) is not { } file)
            return Problems.PersonErased;
        var content = EvidencePackFile.Content(file);
        List<RecordClaim> claims = [.. EvidenceFile.Check(file, RecordKeys.None, now).Records.Select(record => record.Claim).OfType<RecordClaim>()];
        var made = new UploadContent(
            UploadText.Of(content, claims, body.From, kept.AsOf, Addresses.EvidencePackCheck(programme, kept.Id), kept.FileHash),
            UploadText.Areas(claims, await Proposed(work, programme, kept), body.From, kept.AsOf));
        var key = (await keys.Of(work, [trainee]))[trainee];
        return await UploadPackStore.Add(work, trainee, body, kept.Id, kept.AsOf, key.Close(JsonSerializer.SerializeToUtf8Bytes(made, Json.Options), ContentPlace), creation, now);
    }

    /// <summary>Text and areas, as they were made; nothing where the person was erased.</summary>
    public async Task<UploadContent?> Open(Work work, KeptUpload kept) =>
        (await keys.Of(work, [kept.PersonId])).TryGetValue(kept.PersonId, out var key)
            ? JsonSerializer.Deserialize<UploadContent>(key.Open(kept.Content, ContentPlace), Json.Options)
            : null;

    /// <summary>The records whose bytes are in the file: presentations are only counted in it.</summary>
    public async Task<IReadOnlyList<FrozenRecord>> Records(Work work, KeptUpload kept) =>
        await EvidencePackStore.Find(work, kept.PersonId, kept.EvidencePackId) is { } pack && await evidence.Frozen(work, pack) is { } frozen
            ? [.. frozen.Records.Where(record => !record.IsPresentation)]
            : [];

    public async Task<byte[]?> Zip(Work work, KeptUpload kept) =>
        await EvidencePackStore.Find(work, kept.PersonId, kept.EvidencePackId) is { } pack
        && await evidence.Open(work, pack, EvidencePacks.PaperForm) is { } paper && await evidence.Open(work, pack, EvidencePackFile.Json) is { } file
        && await Open(work, kept) is { } content
            ? UploadZip.Write(kept, content, paper, file)
            : null;

    private async Task<Answer<KeptEvidence>> Evidence(Work work, Guid trainee, NewUploadPack body, Creation creation)
    {
        var id = body.EvidencePackId;
        if (id is null)
        {
            var asked = new NewEvidencePack(body.Until);
            var own = Creation.Of("upload pack", null, asked, creation.By);
            if ((await evidence.Freeze(work, trainee, asked, own)).Refused(out var problem, out _))
                return problem;
            id = own.Id;
        }
        return await EvidencePackStore.Find(work, trainee, id.Value) is { } kept
            ? kept
            : Problems.InvalidRequest.At(new FieldError("$.evidencePackId", "There is no such evidence pack of this trainee."));
    }

    private static async Task<IReadOnlyList<Alignment>> Proposed(Work work, Programme programme, KeptEvidence kept) =>
        await PackStore.Find(work, kept.Pack, kept.PackVersion, kept.AsOf) is { } pack
        && !(await Accounts.Aligned(work, programme, await Confirmations.Proposed(work, programme, pack.Pack, kept.AsOf), kept.AsOf)).Refused(out _, out var items)
            ? items
            : [];
}
