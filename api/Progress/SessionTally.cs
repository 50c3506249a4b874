namespace Portfolio.Api.Progress;

/// <summary>What counts for a sessions rule, and how much of it. Worth is in minutes, or in sessions where those are counted.</summary>
/// <param name="Group">Where one group must be chosen: which this is.</param>
/// <param name="Attended">How many sessions the rule could count, whichever group or leader is chosen.</param>
internal sealed record SessionTally(Guid? Group, IReadOnlyList<SessionEntry> Entries, decimal Worth, decimal InPerson, int Attended, SessionTarget Target)
{
    public IEnumerable<SessionEntry> Counted => Entries.Where(entry => entry.Refusal is null);

    /// <summary>How much more is needed: in person too, where one more session in person helps both.</summary>
    public decimal Short => Math.Max(0, Math.Max(Target.Worth - Worth, Target.InPerson - InPerson));

    /// <summary>One for each group or leader that may be chosen, the best first: where least is needed, and of those that need nothing,
    /// where it was enough first, so that it stays.</summary>
    public static IReadOnlyList<SessionTally> Of(SessionsRule rule, Question question, Deadline? under)
    {
        var entries = SessionEntry.Of(rule, question, under);
        var target = SessionTarget.Of(rule, question);
        var attended = entries.Count(entry => entry is { Refusal: null, Attended: not null });
        return [.. Choices(rule, entries).Select(choice => Of(rule, choice.Group, choice.Of(entries), attended, target))
            .OrderBy(tally => tally.Short).ThenBy(tally => tally.MetOn(rule) ?? DateOnly.MaxValue).ThenByDescending(tally => tally.Worth)
            .ThenBy(tally => tally.Counted.FirstOrDefault()?.Date).ThenBy(tally => tally.Counted.FirstOrDefault()?.Record, StringComparer.Ordinal)];
    }

    /// <summary>The day on which it was enough.</summary>
    public DateOnly? MetOn(SessionsRule rule)
    {
        decimal worth = 0, inPerson = 0;
        foreach (var entry in Counted)
        {
            worth += entry.Worth;
            if (entry.InPerson) inPerson += entry.Worth;

            // Until the next one in person, an online session is the last and does not count yet.
            if (entry is { InPerson: false, Attended: not null } && rule.FirstAndLastInPerson is { Value: true }) continue;
            if (worth >= Target.Worth && inPerson >= Target.InPerson) return entry.Date;
        }

        return null;
    }

    private static SessionTally Of(SessionsRule rule, Guid? group, IReadOnlyList<SessionEntry> chosen, int attended, SessionTarget target)
    {
        if (rule.FirstAndLastInPerson is { Value: true }) chosen = SessionLimits.FirstAndLastInPerson(chosen);
        if (rule.MostPerDay?.Value is { } most) chosen = SessionLimits.PerDay(chosen, most, rule.Unit);
        decimal worth = 0, inPerson = 0;
        foreach (var entry in chosen)
        {
            if (entry.Refusal is not null) continue;
            worth += entry.Worth;
            if (entry.InPerson) inPerson += entry.Worth;
        }

        return new(group, chosen, worth, inPerson, attended, target);
    }

    // The group, the leader, or the leader in that group.
    private static IEnumerable<SessionChoice> Choices(SessionsRule rule, IReadOnlyList<SessionEntry> entries)
    {
        var (oneGroup, sameLeader) = (rule.Groups.Value is GroupsCounted.OneGroup, rule.SameLeader is { Value: true });
        if (!oneGroup && !sameLeader) return [new(null, null)];
        var choices = entries.Where(entry => entry is { Refusal: null, Attended: not null }).SelectMany(entry => sameLeader
            ? entry.Attended!.Leaders!.Select(leader => new SessionChoice(oneGroup ? entry.Attended.Group : null, leader.Id))
            : [new(entry.Attended!.Group, null)]).Distinct();
        return choices.DefaultIfEmpty(new(oneGroup ? Guid.Empty : null, sameLeader ? Guid.Empty : null));
    }
}

internal readonly record struct SessionChoice(Guid? Group, Guid? Leader)
{
    public IReadOnlyList<SessionEntry> Of(IReadOnlyList<SessionEntry> entries)
    {
        if (Group is null && Leader is null) return entries;
        var choice = this;
        return [.. entries.Select(entry => entry is { Refusal: null, Attended: { } fact } && choice.WhyNot(fact) is { } why ? entry with { Refusal = why } : entry)];
    }

    private Refusal? WhyNot(AttendedFact fact)
    {
        if (Group is { } group && fact.Group != group) return new(Reason.OtherGroup);
        foreach (var leader in Leader is null ? [] : fact.Leaders!)
            if (leader.Id == Leader) return null;
        return Leader is null ? null : new(Reason.OtherLeader);
    }
}
