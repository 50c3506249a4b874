namespace Portfolio.Api.Sessions;

/// <summary>A mandate, as far as handing over needs it.</summary>
internal sealed record DatedMandate(Guid Id, Guid GroupId, Guid PersonId, DateOnly From, DateOnly? Until);

/// <summary>Four weeks before somebody stops leading a group, they and the tutors hear what is not signed.</summary>
internal static class Handover
{
    public const int Days = 28;

    /// <summary>
    /// The mandates that end within four weeks, and those that were cut short and ended in the last four. One that goes on in the next has no end to tell of.
    /// </summary>
    public static IReadOnlyList<DatedMandate> Due(IReadOnlyList<DatedMandate> mandates, DateOnly today)
    {
        var ofLeader = mandates.ToLookup(mandate => (mandate.GroupId, mandate.PersonId));
        return [.. mandates.Where(mandate => mandate.Until is { } until
            && until.AddDays(-Days) <= today && today <= until.AddDays(Days)
            && !ofLeader[(mandate.GroupId, mandate.PersonId)].Any(next => next.From <= until.AddDays(1) && (next.Until is null || next.Until > until)))];
    }
}
