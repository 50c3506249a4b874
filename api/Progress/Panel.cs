using System.Buffers.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>A panel sees what was frozen and nothing else of a trainee: who is before it, and where they stood in their newest evidence pack.</summary>
internal sealed class Panel(PersonStore people, EvidencePacks packs, PanelNotes notes)
{
    /// <param name="sites">Nothing means every site.</param>
    public async Task<PanelBody> Of(Work work, Programme programme, DateOnly day, IReadOnlySet<Guid>? sites)
    {
        Guid[] trainees = [.. (await CohortStore.Trainees(work, day, sites)).Select(row => row.PersonId).Distinct()];
        var names = await people.Names(work, trainees);
        var newest = (await EvidencePackStore.Newest(work, trainees)).ToDictionary(kept => kept.PersonId);
        var noted = (await notes.Of(work, [.. newest.Values.Select(kept => kept.Id)])).ToLookup(note => note.EvidencePackId);
        var before = new List<PanelTrainee>();
        foreach (var person in trainees.Where(names.ContainsKey))
            before.Add(newest.GetValueOrDefault(person) is { } kept && await Frozen(work, kept) is { } content
                ? new(person, names[person], kept.ToBody(programme), content.Evidence.Progress.State, Rules(content, [.. noted[kept.Id]]))
                : new(person, names[person], null, null, []));
        return new(day, [.. before.OrderByDescending(each => each.State is { } state ? (int)state : int.MaxValue).ThenBy(each => each.Name, StringComparer.OrdinalIgnoreCase).ThenBy(each => each.PersonId)]);
    }

    /// <summary>What an evidence pack says, as it was signed; nothing where the person was erased.</summary>
    public async Task<EvidencePackContent?> Frozen(Work work, KeptEvidence kept)
    {
        if (await packs.Open(work, kept, "application/json") is not { } file)
            return null;
        using var json = JsonDocument.Parse(file);
        var payload = json.RootElement.GetProperty("evidencePack").GetString()!.Split('.')[1];
        return Evidence.Read<EvidencePackContent>(Base64Url.DecodeFromChars(payload));
    }

    public static IReadOnlyList<PanelRule> Rules(EvidencePackContent content, IReadOnlyList<PanelNoteBody> notes) =>
    [
        .. content.Evidence.Progress.Rules.Select(rule => new PanelRule(
            rule.Id, rule.Title, rule.Have, rule.Need, rule.Unit, rule.State, notes.Count(note => note.Rule == rule.Id && note.Kind == PanelNotes.Ticked),
            PanelNotes.IsOpen(notes, rule.Id))),
    ];
}
