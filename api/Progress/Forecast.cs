using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

// Where counting stands against its deadlines, and the first days on which it is worse off if no further session is attended.
internal sealed record Forecast(ProgressState State, DateOnly? BehindOn, DateOnly? NotPossibleOn, int? Left, int? LeftEstimated)
{
    public static Forecast Of(
        int have, int need, int offered, int judgedAfter, IReadOnlyList<SessionLeft> left, IReadOnlyList<Deadline> deadlines, DateOnly asOf)
    {
        if (deadlines.Count == 0) return new(have >= need ? ProgressState.Met : ProgressState.OnTrack, null, null, null, null);

        DateOnly first = deadlines[0].Date, last = deadlines[^1].Date;
        var next = deadlines.FirstOrDefault(deadline => deadline.Date >= asOf)?.Date ?? last;
        var untilNext = left.Count(session => session.Date <= next);
        var estimated = left.Count(session => session.Date <= next && session.Estimated);
        if (have >= need) return new(ProgressState.Met, null, null, untilNext, estimated);

        var state = After(missed: 0, asOf);
        DateOnly? behind = null, notPossible = null;
        for (var missed = 1; missed <= left.Count && notPossible is null; missed++)
        {
            var day = left[missed - 1].Date;
            switch (After(missed, day))
            {
                case ProgressState.NotPossible: notPossible = day; break;
                case ProgressState.Behind: behind ??= day; break;
            }
        }

        return new(
            state,
            state is ProgressState.OnTrack ? Earliest(behind, first.AddDays(1)) : null,
            state is ProgressState.NotPossible ? null : Earliest(notPossible, last.AddDays(1)),
            untilNext, estimated);

        ProgressState After(int missed, DateOnly day)
        {
            if (day > last || have + left.Count - missed < need) return ProgressState.NotPossible;
            if (day > first) return ProgressState.Behind;
            var seen = offered + missed;
            // The person's own rate so far, applied to what is still to come; whole numbers, so that no rounding decides.
            return seen >= judgedAfter && (have * seen) + ((untilNext - missed) * Math.Min(have, seen)) < need * seen
                ? ProgressState.Behind
                : ProgressState.OnTrack;
        }
    }

    private static DateOnly Earliest(DateOnly? one, DateOnly other) => one is { } date && date < other ? date : other;
}
