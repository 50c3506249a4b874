using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

/// <summary>A leader's one signature under all checked sheets of a group: their sessions and records are there as imported ones, or nothing is.</summary>
internal sealed class PaperConfirming(PaperStore store, PaperSheets sheets, PersonStore people, RegisterSigning signing, PublicAddress address, TimeProvider clock)
{
    private sealed record Ready(PaperConfirmation List, IReadOnlyList<StagedSheet> Sheets, IReadOnlyList<SessionRow> New, ProgrammeDirectory Directory);

    public async Task<Answer<PaperConfirmation>> See(Work work, Programme programme, Guid group, Guid signer) =>
        (await Prepare(work, programme, group, signer)).Refused(out var problem, out var ready) ? problem : ready.List;

    public async Task<Answer<PaperConfirmed>> Confirm(Work work, Programme programme, Guid group, Guid signer, string listHash)
    {
        // As every import does: two at once would each miss what the other adds.
        await work.Run("select pg_advisory_xact_lock(hashtextextended(@Programme::text, 1))", new { work.Programme });
        var hash = Convert.FromHexString(listHash);
        // The same signature again is the same success.
        if ((await store.Of(work, group)).Where(sheet => sheet.Row.ConfirmedBy == signer && sheet.Row.ListHash is { } was && was.AsSpan().SequenceEqual(hash)).ToList() is [var one, ..] before)
            return Done(before, one.Row.ConfirmedAt!.Value);
        if ((await Prepare(work, programme, group, signer)).Refused(out var problem, out var ready))
            return problem;
        if (ready.List.Hash != listHash)
            return Problems.ListChanged;
        var now = clock.GetUtcNow();
        var by = (await people.Find(work, signer))!.Identity.Name;
        var known = new PeopleImport(work, ready.Directory, people, by, now);
        await new RegisterImport(work, programme, known, await Standings.Read(work), signing, signer).Add(ready.New, by, now, signed: null);
        await PaperStore.Confirm(work, ready.Sheets.Select(sheet => sheet.Id), signer, hash, now);
        return Done(ready.Sheets, now);
    }

    private async Task<Answer<Ready>> Prepare(Work work, Programme programme, Guid group, Guid signer)
    {
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        List<StagedSheet> waiting = [.. (await store.Of(work, group)).Where(sheet => sheet.Row is { CheckedAt: not null, ConfirmedAt: null })];
        if (waiting.Count == 0)
            return Problems.NoSheetWaits;
        var directory = await ProgrammeDirectory.Read(work, people, programme);
        var (added, findings) = (await sheets.Plan(work, programme, group, directory)).Of(waiting);
        if (findings.Count > 0)
            return PaperSheets.Unfinished(findings);
        if (added.SelectMany(session => session.Lines).Any(line => directory.People[line.Person].Id == signer))
            return Problems.OwnRecord;
        var names = directory.People.Values.ToDictionary(person => person.Id, person => person.Identity.Name);
        return new Ready(
            new(await PaperShown.Summaries(work, people, waiting), [.. added.Select(session => PaperShown.Session(session, directory.People))],
                [.. waiting.SelectMany(sheet => PaperShown.Unknown(sheet, names)).OrderBy(unknown => unknown.HeldOn).ThenBy(unknown => unknown.Name, StringComparer.Ordinal)],
                Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { sheets = waiting.Select(sheet => sheet.Id), added }, Json.Options)))),
            waiting, added, directory);
    }

    private static PaperConfirmed Done(IReadOnlyList<StagedSheet> confirmed, DateTimeOffset at) => new(confirmed.Count, confirmed.Sum(sheet => sheet.Days.Count), at);
}
