namespace Portfolio.Api.Progress;

/// <summary>By when. The day itself is still in time.</summary>
/// <param name="CutOff">The last day on which evidence for it can be signed.</param>
/// <param name="WindowFrom">For a window: its first day.</param>
internal sealed record Deadline(DateOnly Date, bool Estimated, DateOnly? CutOff = null, DateOnly? WindowFrom = null)
{
    /// <summary>The last day of which a session can count for it.</summary>
    public DateOnly Until => CutOff is { } cutOff && cutOff < Date ? cutOff : Date;
}

internal static class Deadlines
{
    public static IReadOnlyList<Deadline> Of(Question question)
    {
        var known = KnownPlacements(question.Facts, question.AsOf);
        return [.. question.Pack.Deadlines.Select(deadline => Dated(deadline, question, known)).OfType<Deadline>().OrderBy(deadline => deadline.Date)];
    }

    // A placement that begins later is not known yet; before the very first, the first is what there is.
    public static IReadOnlyList<PlacementFact> KnownPlacements(TraineeFacts facts, DateOnly asOf)
    {
        List<PlacementFact> begun = [.. facts.Placements.Where(placement => placement.From <= asOf)];
        return begun.Count > 0 ? begun : [.. facts.Placements.Take(1)];
    }

    private static Deadline? Dated(PackDeadline deadline, Question question, IReadOnlyList<PlacementFact> placements)
    {
        var (pack, facts, asOf) = (question.Pack, question.Facts, question.AsOf);
        if (deadline is { At: DeadlineAt.Window, Months: { } months }) return Windows.Of(question, months.Value);
        if (deadline is { At: DeadlineAt.Date, On: { } on }) return Moved(new(on.Value, Estimated: false));
        return pack.Grades is { } grades && deadline.Grade is { } grade
            ? Moved(OfGrade(pack, deadline.At, [.. grades.Order], grade.Value, placements))
            : null;

        Deadline? Moved(Deadline? fixedDay) => fixedDay is null || !pack.ClockStopsMove.Value.Contains(Movable.Deadline)
            ? fixedDay
            : fixedDay with
            {
                Date = ClockStops.Move(fixedDay.Date, facts.ClockStops, asOf),
                CutOff = fixedDay.CutOff is { } cutOff ? ClockStops.Move(cutOff, facts.ClockStops, asOf) : null,
            };
    }

    private static Deadline? OfGrade(RequirementPack pack, DeadlineAt at, List<string> order, string asked, IReadOnlyList<PlacementFact> placements)
    {
        var grade = order.IndexOf(asked);
        var dated = placements.Where(placement => DateIn(placement) is not null).ToList();
        if (dated.LastOrDefault(placement => Rank(placement) == grade) is { } own)
            return new(DateIn(own)!.Value, Estimated: false, CutOff: HasCutOff() ? own.EvidenceCutOff : null);

        // Who is already in a later grade has left this one behind the day before.
        if (placements.FirstOrDefault(placement => Rank(placement) > grade) is { } later)
            return new(later.From.AddDays(-1), Estimated: true);

        return dated.LastOrDefault(placement => Rank(placement) >= 0) is { } earlier
            ? new(DateIn(earlier)!.Value.AddMonths(pack.Grades!.Months.Value * (grade - Rank(earlier))), Estimated: true)
            : null;

        int Rank(PlacementFact placement) => order.IndexOf(placement.Grade);

        bool HasCutOff() => at is DeadlineAt.Review or DeadlineAt.CutOff && pack.EvidenceCutOff is { Value: true };

        DateOnly? DateIn(PlacementFact placement) => at switch
        {
            DeadlineAt.Review => placement.ReviewDate,
            DeadlineAt.CutOff => placement.EvidenceCutOff,
            _ => placement.GradeExpectedTo,
        };
    }
}
