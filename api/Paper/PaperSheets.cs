using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

/// <summary>Sheets of a group's paper register on their way in: handed in, matched with people, checked by a second person.</summary>
internal sealed class PaperSheets(PaperStore store, PersonStore people, TimeProvider clock)
{
    /// <returns>The sheet; nothing where there are findings.</returns>
    public async Task<Guid?> Stage(Work work, Programme programme, Guid group, ImportFile file, Guid by, Findings findings)
    {
        using var bytes = new MemoryStream();
        await file.Content.CopyToAsync(bytes, work.Cancellation);
        bytes.Position = 0;
        var now = clock.GetUtcNow();
        if (await PaperGrid.Read(bytes, file.Name, programme.Zone, programme.LocalDate(now), findings, work.Cancellation) is not { } grid)
            return null;
        var ofGroup = (await Candidates(work, group, grid.Days[0].Date, grid.Days[^1].Date)).ToHashSet();
        return await store.Add(work, group, grid, bytes.ToArray(), ofGroup, by, now);
    }

    /// <summary>The groups whose sheets somebody sees, with how many are at which step.</summary>
    public async Task<IReadOnlyList<PaperOfGroup>> Groups(Work work, Guid person)
    {
        var now = clock.GetUtcNow();
        var offices = await Offices.Of(work, person, now);
        return [.. (await PaperOfGroup.All(work, person, now)).Where(group => group.Leads || Rights.CheckSheets.Allows(offices.At(group.SiteId)))];
    }

    public async Task<PaperSheetList> List(Work work, Guid group)
    {
        var sheets = await store.Of(work, group);
        return new(await PaperShown.Summaries(work, people, sheets));
    }

    public async Task<PaperSheetBody?> See(Work work, Programme programme, Guid group, Guid id, Granted granted)
    {
        if (await store.Of(work, group, id) is not [var sheet])
            return null;
        var plan = await Plan(work, programme, group);
        // What came in is held against itself no more: whoever corrected a register since did not change the paper.
        var findings = sheet.Row.ConfirmedAt is null ? plan.Of([sheet]).Findings : [];
        var candidates = sheet.Row.ConfirmedAt is null ? await Candidates(work, group, sheet.Row.FromOn, sheet.Row.UntilOn) : [];
        return await PaperShown.Whole(work, people, sheet, findings, candidates, presentations: sheet.Row.ConfirmedAt is null || granted.Also(Rights.SeePresentations));
    }

    public async Task<Problem?> Match(Work work, Guid group, Guid id, PaperMatches matches, Guid by)
    {
        if (await Held(work, group, id) is { } problem)
            return problem;
        var names = (await store.Of(work, group, id))[0].Names.ToDictionary(name => name.Number);
        if (matches.Matches.Index().Where(match => !names.ContainsKey(match.Item.Number)).ToList() is [_, ..] unknown)
            return Problems.InvalidBody.At([.. unknown.Select(match => new FieldError($"$.matches[{match.Index}].number", "Write the number of a name on the sheet."))]);
        var among = (await people.Find(work, [.. matches.Matches.Select(match => match.PersonId).OfType<Guid>().Distinct()])).Select(person => person.Id).ToHashSet();
        foreach (var match in matches.Matches)
        {
            if (match.PersonId is { } person && !among.Contains(person))
                return Problems.PersonUnknown;
            var name = names[match.Number];
            if (name.Person != match.PersonId || !name.Matched)
                await store.Match(work, id, name, match.PersonId, by, clock.GetUtcNow());
        }
        return null;
    }

    /// <summary>Whoever transcribed a sheet does not check it.</summary>
    public async Task<bool> MayCheck(Work work, Guid group, Guid id, Guid by) =>
        (await store.Of(work, group, id)) is [var sheet] && sheet.Row.TranscribedBy != by;

    /// <summary>Somebody held the sheet against the paper, and it agrees.</summary>
    public async Task<Problem?> Check(Work work, Programme programme, Guid group, Guid id, Guid by)
    {
        if (await Held(work, group, id) is { } problem)
            return problem;
        var sheet = (await store.Of(work, group, id))[0];
        if (sheet.Row.TranscribedBy == by)
            return Problems.PaperSheetOwnCheck;
        if ((await Plan(work, programme, group)).Of([sheet]).Findings is [_, ..] findings)
            return Unfinished(findings);
        if (sheet.Row.CheckedBy is null)
            await PaperStore.Check(work, id, by, clock.GetUtcNow());
        return null;
    }

    public async Task<Problem?> Drop(Work work, Guid group, Guid id)
    {
        if (await Held(work, group, id) is { } problem)
            return problem;
        await PaperStore.Drop(work, id);
        return null;
    }

    /// <summary>What sheets of this group are held against.</summary>
    public async Task<PaperPlan> Plan(Work work, Programme programme, Guid group, ProgrammeDirectory? directory = null)
    {
        var of = (await GroupStore.Find(work, group))!;
        return new(of.Key, of.Site, directory ?? await ProgrammeDirectory.Read(work, people, programme));
    }

    public static Problem Unfinished(IReadOnlyList<PaperFinding> findings) => Problems.PaperSheetUnfinished.At(
        [.. findings.Take(Findings.Most).Select(finding => new FieldError($"{finding.Line} {finding.Column}", $"“{finding.Value}” should be {finding.Fix}."))]);

    private async Task<Problem?> Held(Work work, Guid group, Guid id) => await PaperStore.Hold(work, group, id) ? null
        : (await store.Of(work, group, id)).Count == 0 ? Problems.NotFound : Problems.PaperSheetConfirmed;

    private static async Task<IReadOnlyList<Guid>> Candidates(Work work, Guid group, DateOnly from, DateOnly until) =>
        [.. (await PlaceStore.Members(work, group)).Concat(await PlaceStore.Leaders(work, group))
            .Where(place => place.From <= until && (place.Until is null || place.Until >= from)).Select(place => place.PersonId).Distinct()];
}
