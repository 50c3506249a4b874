namespace Portfolio.Api.Progress;

internal sealed record Deadline(DateOnly Date, bool Estimated);

internal static class Deadlines
{
    public static IReadOnlyList<Deadline> Of(RequirementPack pack, TraineeFacts facts, DateOnly asOf)
    {
        var known = KnownPlacements(facts, asOf);
        return [.. pack.Deadlines.Select(deadline => DateOf(pack, deadline, known)).OfType<Deadline>()
            .Select(deadline => pack.ClockStopsMove.Value.Contains(Movable.Deadline)
                ? deadline with { Date = ClockStops.Move(deadline.Date, facts.ClockStops, asOf) }
                : deadline)
            .OrderBy(deadline => deadline.Date)];
    }

    // A placement that begins later is not known yet; before the very first, the first is what there is.
    public static IReadOnlyList<PlacementFact> KnownPlacements(TraineeFacts facts, DateOnly asOf)
    {
        List<PlacementFact> begun = [.. facts.Placements.Where(placement => placement.From <= asOf)];
        return begun.Count > 0 ? begun : [.. facts.Placements.Take(1)];
    }

    private static Deadline? DateOf(RequirementPack pack, PackDeadline deadline, IReadOnlyList<PlacementFact> placements)
    {
        if (pack.Grades is not { } grades || deadline.Grade is null) return null;
        var order = grades.Order.ToList();
        var grade = order.IndexOf(deadline.Grade.Value);
        var dated = placements.Where(placement => DateIn(placement) is not null).ToList();
        if (dated.LastOrDefault(placement => Rank(placement) == grade) is { } own) return new(DateIn(own)!.Value, Estimated: false);

        // Who is already in a later grade has left this one behind the day before.
        if (placements.FirstOrDefault(placement => Rank(placement) > grade) is { } later)
            return new(later.From.AddDays(-1), Estimated: true);

        return dated.LastOrDefault(placement => Rank(placement) >= 0) is { } earlier
            ? new(DateIn(earlier)!.Value.AddMonths(grades.Months.Value * (grade - Rank(earlier))), Estimated: true)
            : null;

        int Rank(PlacementFact placement) => order.IndexOf(placement.Grade);

        DateOnly? DateIn(PlacementFact placement) => deadline.At is DeadlineAt.Review ? placement.ReviewDate : placement.GradeExpectedTo;
    }
}
