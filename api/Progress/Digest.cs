using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What waits on a leader.</summary>
internal sealed record LeaderDigest(Guid Person, int Unsigned, int AssessmentsDue);

/// <summary>Where a trainee stands, and where they stood when they were told last.</summary>
internal sealed record TraineeDigest(Guid Person, ProgressState State, ProgressState? Before)
{
    /// <summary>The first state is noted only: nothing has changed yet.</summary>
    public bool Told => Before is not null;
}

/// <summary>Letters once a week, to whom something waits or changed, and to nobody else.</summary>
internal static class Digest
{
    /// <summary>How far ahead an assessment is told about.</summary>
    public const int DaysAhead = 28;

    public static readonly TimeOnly Begins = new(7, 0), Ends = new(19, 0);

    /// <summary>
    /// The Monday of the week whose letters are due: from seven on Monday morning where the programme is. A host that was down then may still write until Tuesday
    /// evening, never at night; after that the week is passed over, because a weekly letter on a Friday is followed by the next after a weekend.
    /// </summary>
    public static DateOnly? Week(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        return time >= Begins && time < Ends && local.DayOfWeek is (DayOfWeek.Monday or DayOfWeek.Tuesday)
            ? DateOnly.FromDateTime(local).AddDays(local.DayOfWeek == DayOfWeek.Monday ? 0 : -1)
            : null;
    }

    /// <summary>One letter's worth for each leader with something to do; each register and each assessment is told to one person.</summary>
    /// <param name="unsigned">Whom each register waits for.</param>
    /// <param name="leaders">Who leads each group today.</param>
    public static IReadOnlyList<LeaderDigest> OfLeaders(
        IEnumerable<Guid> unsigned, IReadOnlyDictionary<Guid, Guid> leaders, IReadOnlyList<CohortMember> members, ILookup<Guid, Guid> groups, DateOnly today)
    {
        var lead = leaders.Values.ToHashSet();
        var registers = unsigned.Where(lead.Contains).CountBy(leader => leader).ToDictionary();
        var assessments = members.SelectMany(member => Enumerable.Repeat(member.Person, Due(member, today)))
            .SelectMany(person => groups[person].Where(leaders.ContainsKey).Select(group => leaders[group]).Distinct())
            .CountBy(leader => leader).ToDictionary();
        return [.. registers.Keys.Union(assessments.Keys).Order().Select(leader =>
            new LeaderDigest(leader, registers.GetValueOrDefault(leader), assessments.GetValueOrDefault(leader)))];
    }

    /// <summary>Those whose state is another than the last that was told or noted.</summary>
    public static IReadOnlyList<TraineeDigest> OfTrainees(IReadOnlyList<CohortMember> members, IReadOnlyDictionary<Guid, ProgressState> before) =>
    [
        .. members.Where(member => member.Progress is not null)
            .Select(member => new TraineeDigest(member.Person, member.Progress!.State, before.TryGetValue(member.Person, out var was) ? was : null))
            .Where(digest => digest.State != digest.Before),
    ];

    private static int Due(CohortMember member, DateOnly today) => member.Progress is not { } progress ? 0
        : member.Pack!.Rules.OfType<AssessmentsRule>().Count(rule =>
            progress.Rules.Single(answer => answer.Id == rule.Id) is { NextDue: { } next } answer && answer.Have < answer.Need && next <= today.AddDays(DaysAhead));
}
