namespace Portfolio.Api.Progress;

/// <summary>What share of whole time somebody worked, and goes on to work: a placement's, until the next begins.</summary>
internal sealed class WholeTime(IReadOnlyList<PlacementFact> placements)
{
    /// <summary>The day by which somebody has worked as much as a whole-timer has by another.</summary>
    public DateOnly Stretched(DateOnly from, DateOnly until)
    {
        decimal still = until.DayNumber - from.DayNumber;
        foreach (var (begin, end, share) in Parts(from, DateOnly.MaxValue))
        {
            var days = end.DayNumber - begin.DayNumber;
            if (still <= days * share) return begin.AddDays((int)decimal.Ceiling(still / share));
            still -= days * share;
        }

        return until;
    }

    /// <summary>The mean share from the first placement to a day.</summary>
    public decimal Mean(DateOnly until)
    {
        if (placements is not [var first, ..] || first.From >= until) return placements is [var only, ..] ? only.WholeTime : 1;
        return Parts(first.From, until).Sum(part => (part.End.DayNumber - part.Begin.DayNumber) * part.Share) / (until.DayNumber - first.From.DayNumber);
    }

    private IEnumerable<(DateOnly Begin, DateOnly End, decimal Share)> Parts(DateOnly from, DateOnly until)
    {
        var (begin, share) = (from, 1m);
        foreach (var placement in placements)
        {
            if (placement.From >= until) break;
            if (placement.From > begin)
            {
                yield return (begin, placement.From, share);
                begin = placement.From;
            }

            share = placement.WholeTime;
        }

        yield return (begin, until, share);
    }
}
