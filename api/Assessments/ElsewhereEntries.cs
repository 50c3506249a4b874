using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>Stating what was recorded elsewhere, declining it and taking it back.</summary>
internal sealed class ElsewhereEntries(PersonKeys keys, MasterKey master, TimeProvider clock)
{
    public async Task<Answer<Made>> State(Work work, Guid person, ElsewhereToState entry, Creation creation)
    {
        if (await work.MadeBefore("recorded_elsewhere", creation) is { } before)
            return before;
        if (entry.Until < entry.From)
            return Problems.DatesReversed.At(new FieldError("$.until", "Write the same day as `from`, or a later one."));
        if (entry.Until > await Today(work))
            return Problems.InvalidRequest.At(new FieldError("$.until", "Write today or an earlier day: what is still to come is not recorded anywhere."));
        if (!(await keys.Of(work, [person])).TryGetValue(person, out var key))
            return Problems.PersonErased;
        var same = ElsewhereStore.Same(master, work, entry);
        return await ElsewhereStore.IsThere(work, person, same, entry.Copy)
            ? Problems.ElsewhereExists
            : await ElsewhereStore.State(work, person, entry, same, key, creation, clock.GetUtcNow());
    }

    /// <summary>Declined by whoever would have confirmed it; what is declined can be told anew, put right.</summary>
    public async Task<Problem?> Decline(Work work, Guid person, Guid id, Guid by, string reason)
    {
        if (await ElsewhereStore.Lock(work, person, id) is not { } row)
            return Problems.NotFound;
        if (row.State != ElsewhereRow.Stated)
            return Problems.ElsewhereDecided;
        return by == person || by == row.MadeBy ? Problems.OwnStatement : await Close(work, row, ElsewhereRow.Declined, by, reason);
    }

    /// <summary>Taken back before anybody confirmed it, by whom it is about or whoever entered it.</summary>
    public async Task<Problem?> TakeBack(Work work, Guid person, Guid id, Guid by, string reason)
    {
        if (await ElsewhereStore.Lock(work, person, id) is not { } row || (by != person && by != row.MadeBy))
            return Problems.NotFound;
        return row.State != ElsewhereRow.Stated ? Problems.ElsewhereDecided : await Close(work, row, ElsewhereRow.Withdrawn, by, reason);
    }

    public async Task<byte[]?> Seal(Work work, Guid person, string reason) =>
        (await keys.Of(work, [person])).GetValueOrDefault(person)?.Close(Encoding.UTF8.GetBytes(reason), ElsewhereStore.ReasonPlace);

    public async Task<IReadOnlyList<ElsewhereBody>> Show(Work work, Guid person, IReadOnlyList<ElsewhereRow> rows)
    {
        var key = (await keys.Of(work, [person])).GetValueOrDefault(person);
        return [.. rows.Select(row => ElsewhereStore.ToBody(row, key))];
    }

    private async Task<Problem?> Close(Work work, ElsewhereRow row, string state, Guid by, string reason)
    {
        await ElsewhereStore.Decide(work, row.Id, state, by, await Seal(work, row.PersonId, reason), record: null, clock.GetUtcNow());
        return null;
    }

    private async Task<DateOnly> Today(Work work) => (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(clock.GetUtcNow());
}
