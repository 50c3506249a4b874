using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What a tutor sees of groups and their leaders.</summary>
internal static class CohortCover
{
    public static GroupCover Of(GroupCountRow group, IEnumerable<MandateRow> mandates, DateOnly day)
    {
        var all = mandates.OrderBy(mandate => mandate.FromOn).ToList();
        return new(
            group.Id, group.Name, group.Site, group.Members, group.Held + group.Cancelled + group.Waiting, group.Held, group.Cancelled, group.Waiting,
            [.. all.Where(mandate => mandate.FromOn <= day && (mandate.UntilOn is null || day <= mandate.UntilOn)).Select(mandate => mandate.PersonId).Distinct()],
            UncoveredFrom(all, day), group.Ahead, group.AheadUncovered);
    }

    /// <summary>The first day from this one on that is in none of the mandates, which come in order of their first days.</summary>
    public static DateOnly? UncoveredFrom(IReadOnlyList<MandateRow> mandates, DateOnly day)
    {
        foreach (var mandate in mandates.Where(mandate => mandate.UntilOn is null || mandate.UntilOn >= day))
        {
            if (mandate.FromOn > day)
                return day;
            if (mandate.UntilOn is null)
                return null;
            if (mandate.UntilOn >= day)
                day = mandate.UntilOn.Value.AddDays(1);
        }
        return day;
    }

    public static IReadOnlyList<UnsignedOfLeader> ByLeader(IReadOnlyList<UnsignedRow> registers, IReadOnlyDictionary<Guid, string> names, DateOnly day) =>
    [
        .. registers.GroupBy(register => register.LeaderId)
            .Select(of => new UnsignedOfLeader(of.Key, of.Key is { } leader ? names.GetValueOrDefault(leader, "") : "",
                [.. of.Select(register => new UnsignedRegister(register.SessionId, register.GroupId, register.Name, register.HeldOn, day.DayNumber - register.HeldOn.DayNumber))]))
            .OrderByDescending(of => of.Registers.Count).ThenBy(of => of.Name, StringComparer.OrdinalIgnoreCase).ThenBy(of => of.PersonId),
    ];
}
