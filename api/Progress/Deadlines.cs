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
        var order = pack.Grades.Order.ToList();
        var grade = order.IndexOf(deadline.Grade.Value);
        if (placements.LastOrDefault(placement => order.IndexOf(placement.Grade) == grade && DateIn(placement) is not null) is { } own)
            return new(DateIn(own)!.Value, Estimated: false);

        // Who is already in a later grade has left this one behind the day before.
        if (placements.FirstOrDefault(placement => order.IndexOf(placement.Grade) > grade) is { } later)
            return new(later.From.AddDays(-1), Estimated: true);

        return placements.LastOrDefault(placement => order.IndexOf(placement.Grade) is var i && i >= 0 && i < grade && DateIn(placement) is not null) is { } earlier
            ? new(DateIn(earlier)!.Value.AddMonths(pack.Grades.Months.Value * (grade - order.IndexOf(earlier.Grade))), Estimated: true)
            : null;

        DateOnly? DateIn(PlacementFact placement) => deadline.At is DeadlineAt.Review ? placement.ReviewDate : placement.GradeExpectedTo;
    }
}
