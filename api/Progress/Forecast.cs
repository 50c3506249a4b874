using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Where a rule stands against its deadlines, and the first days on which it is worse off if no further session is attended.</summary>
internal sealed record Forecast(ProgressState State, DateOnly? BehindOn, DateOnly? NotPossibleOn)
{
    /// <param name="lost">Whether too little is left once so many of the sessions were missed.</param>
    /// <param name="slow">Whether, so many missed, the person's own rate will not do until the next deadline.</param>
    public static Forecast Of(Question question, bool met, IReadOnlyList<SessionLeft> left, Func<int, bool> lost, Func<int, bool> slow)
    {
        if (met) return new(ProgressState.Met, null, null);
        if (question.Deadlines is not [var first, ..] || question.Last is not { } last) return new(ProgressState.OnTrack, null, null);

        var state = After(missed: 0, question.AsOf);
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

        // Who can no longer make it was never behind first.
        var (slowOn, lostOn) = (Earliest(behind, first.Date.AddDays(1)), Earliest(notPossible, last.Date.AddDays(1)));
        return new(state, state is ProgressState.OnTrack && slowOn <= lostOn ? slowOn : null, state is ProgressState.NotPossible ? null : lostOn);

        ProgressState After(int missed, DateOnly day) =>
            day > last.Date || lost(missed) ? ProgressState.NotPossible
            : day > first.Date || slow(missed) ? ProgressState.Behind
            : ProgressState.OnTrack;

        static DateOnly Earliest(DateOnly? one, DateOnly other) => one is { } date && date < other ? date : other;
    }

    /// <summary>For what no session decides: only the deadlines.</summary>
    public static Forecast Of(Question question, bool met) => Of(question, met, [], _ => false, _ => false);
}
