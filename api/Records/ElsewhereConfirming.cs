using System.Globalization;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>Confirming what was recorded elsewhere: a record that says imported, by whom and when, so that it never passes for ours.</summary>
internal sealed class ElsewhereConfirming(Issuing issuing, ElsewhereEntries entries, PersonStore people, PersonKeys keys, PublicAddress address, TimeProvider clock)
{
    public async Task<Problem?> Confirm(Work work, Guid person, Guid id, Guid by)
    {
        // The people first, as an erasure holds them.
        var names = (await people.Hold(work, [person, by])).ToDictionary(held => held.Id, held => held.Identity);
        if (await ElsewhereStore.Lock(work, person, id) is not { } row)
            return Problems.NotFound;
        // The same tap again is the same success.
        if (row.State == ElsewhereRow.Confirmed && row.DecidedBy == by)
            return null;
        if (row.State != ElsewhereRow.Stated)
            return Problems.ElsewhereDecided;
        if (by == person || by == row.MadeBy)
            return Problems.OwnStatement;
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        var detail = ElsewhereStore.Detail(row, (await keys.Of(work, [person])).GetValueOrDefault(person));
        if (detail is null || !names.TryGetValue(person, out var about) || !names.TryGetValue(by, out var confirmer))
            return Problems.PersonErased;
        var (now, record) = (clock.GetUtcNow(), Guid.CreateVersion7());
        var (what, number) = Counted(row);
        var claim = new RecordedElsewhere(
            about.AsHolder(person), detail.Keeper, what, row.FromOn, row.UntilOn, number, Reference(row, detail), Provenance.Imported(confirmer.Name, now), []);
        await issuing.Issue(work, programme, [new VersionToIssue(record, 1, true, "recorded-elsewhere", person, claim)], [], [], now);
        await ElsewhereStore.Decide(work, id, ElsewhereRow.Confirmed, by, reason: null, record, now);
        return null;
    }

    /// <summary>Ends what was confirmed: its record is withdrawn.</summary>
    public async Task<Problem?> Withdraw(Work work, Guid person, Guid id, Guid by, string reason)
    {
        if (await ElsewhereStore.Lock(work, person, id) is not { } row)
            return Problems.NotFound;
        if (row is not { State: ElsewhereRow.Confirmed, RecordId: { } record })
            return Problems.ElsewhereDecided;
        if (by == person)
            return Problems.OwnRecord;
        var (programme, now) = ((await ProgrammeStore.Find(work, work.Programme))!, clock.GetUtcNow());
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        if (await RecordStore.Latest(work, record) is { Ended: null } latest)
            await issuing.Issue(work, programme, [], [latest.End("withdrawn")], [], now);
        await ElsewhereStore.Decide(work, id, ElsewhereRow.Withdrawn, by, await entries.Seal(work, person, reason), record: null, now);
        return null;
    }

    // What is counted, in the words of the format: a total of sessions, else of minutes, else one of its type.
    private static (string What, int Number) Counted(ElsewhereRow row) => row switch
    {
        { Sessions: { } sessions } => (row.Type + ".sessions", sessions),
        { Minutes: { } minutes } => (row.Type + ".minutes", minutes),
        _ => (row.Type, 1),
    };

    private static string? Reference(ElsewhereRow row, ElsewhereDetail detail)
    {
        string?[] parts =
        [
            detail.Original,
            row.Outcome is { } outcome ? $"outcome {outcome}" : null,
            row is { Sessions: not null, Minutes: { } minutes } ? string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes") : null,
            row.CopyHash is { } copy ? $"SHA-256 {Convert.ToHexStringLower(copy)}" : null,
        ];
        var told = parts.OfType<string>().ToList();
        return told.Count == 0 ? null : string.Join("; ", told);
    }
}
