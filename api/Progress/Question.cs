namespace Portfolio.Api.Progress;

/// <summary>One question about one person: under which pack, as of which day, with what of the facts existed then.</summary>
internal sealed class Question
{
    private readonly Dictionary<int, IReadOnlyList<SessionLeft>> left = [];

    public Question(RequirementPack pack, TraineeFacts facts, DateOnly asOf, string? language)
    {
        (Pack, Facts, AsOf) = (pack, facts, asOf);
        Language = language is not null && pack.Title.ContainsKey(language) ? language : pack.Language;
        Words = Words.In(Language);
        WholeTime = new(Progress.Deadlines.KnownPlacements(facts, asOf));
        Deadlines = Progress.Deadlines.Of(this);
        Next = Deadlines.FirstOrDefault(deadline => deadline.Date >= asOf) ?? Last;
        Offered = facts.Sessions.Count(session =>
            session.Date <= asOf && session.State is not SessionState.Planned && facts.Expects(session));
    }

    public RequirementPack Pack { get; }
    public TraineeFacts Facts { get; }
    public DateOnly AsOf { get; }
    public string Language { get; }
    public Words Words { get; }
    public WholeTime WholeTime { get; }

    /// <summary>In order of date.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; }

    public Deadline? Next { get; }
    public Deadline? Last => Deadlines is [.., var last] ? last : null;

    // Cancelled ones are in it: the sessions still to come will not all be held either.
    public int Offered { get; }

    /// <summary>The sessions still to come before the last deadline. The rhythm is for a group that shows none of its own.</summary>
    public IReadOnlyList<SessionLeft> Left(int everyDays)
    {
        if (!left.TryGetValue(everyDays, out var found)) left[everyDays] = found = SessionsLeft.Of(this, everyDays);
        return found;
    }

    /// <summary>For a rule that names no rhythm: that of the pack's first which does.</summary>
    public IReadOnlyList<SessionLeft> Left() => Left(Pack.Rules.OfType<SessionsRule>().FirstOrDefault()?.EveryDays.Value ?? 7);

    /// <summary>Why evidence is too early or too late, whatever it says, for one of the deadlines.</summary>
    public Refusal? OutOfTime(DateOnly date, DateTimeOffset signedAt, Deadline? under)
    {
        if (Deadlines.FirstOrDefault(deadline => deadline.WindowFrom is not null) is { WindowFrom: { } from } window && (date < from || date > window.Date))
            return new(Reason.OutsideWindow, from, window.Date);
        return under?.CutOff is { } cutOff && Facts.DayOf(signedAt) is var signed && signed > cutOff
            ? new(Reason.SignedAfterCutOff, signed, cutOff)
            : null;
    }

    public string TitleOf(Rule rule) => rule.Title?.In(Language) ?? rule.Id;
}
