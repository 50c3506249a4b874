namespace Portfolio.Api.Progress;

/// <summary>Why a session that somebody took part in does not count for a rule, whatever else they took part in.</summary>
internal static class SessionChecks
{
    // A pack that says nothing else asks for taking part as a member.
    public static readonly IReadOnlyList<Deed> AsMember = [Deed.Attended, Deed.WasSupervised];

    public static Refusal? WhyNot(SessionsRule rule, AttendedFact fact) => Kind(rule, fact) ?? Long(rule, fact) ?? Where(rule, fact) ?? WithWhom(rule, fact);

    private static Refusal? Kind(SessionsRule rule, AttendedFact fact) =>
        (rule.Deeds?.Value ?? AsMember) is var deeds && !deeds.Contains(fact.Deed) ? new(Reason.DeedNotCounted, fact.Deed, deeds)
        : rule.Forms?.Value is { } forms && !forms.Contains(fact.Form) ? new(Reason.FormNotCounted, fact.Form, forms)
        : null;

    private static Refusal? Long(SessionsRule rule, AttendedFact fact)
    {
        var (attended, lasted) = (fact.MinutesAttended, fact.SessionMinutes);
        return attended < (rule.MinimumMinutes?.Value ?? 1) ? new(Reason.MinutesTooFew, attended, lasted, rule.MinimumMinutes?.Value ?? 1)
            : rule.MinimumShare?.Value is { } share && attended * 100 < share * lasted ? new(Reason.ShareTooSmall, attended, lasted, share)
            : rule.Rounding?.Value is Rounding.BySession && attended < rule.Unit.Minutes() ? new(Reason.UnderOneUnit, attended, rule.Unit)
            : null;
    }

    private static Refusal? Where(SessionsRule rule, AttendedFact fact) =>
        !rule.Modes.Value.Contains(fact.Mode) ? new(Reason.ModeNotCounted, fact.Mode, rule.Modes.Value)
        : !rule.Accepted.Value.Contains(fact.Provenance) ? new(Reason.ProvenanceNotCounted, fact.Provenance, rule.Accepted.Value)
        : null;

    private static Refusal? WithWhom(SessionsRule rule, AttendedFact fact)
    {
        if (rule.ClosedGroup is { Value: true } && !fact.ClosedGroup) return new(Reason.GroupNotClosed);
        if (rule.GroupSize?.Value is { } size)
        {
            if (fact.Size is not { } there) return new(Reason.GroupSizeNotKnown);
            if (there < size.From) return new(Reason.GroupTooSmall, there, size.From);
            if (there > size.To) return new(Reason.GroupTooLarge, there, size.To);
        }

        if (rule is { LeaderQualifications: null, LeaderIndependent: not { Value: true }, SameLeader: not { Value: true } }) return null;
        if (fact.Leaders is not { } leaders) return new(Reason.LeaderNotKnown);
        if (rule.LeaderQualifications?.Value is { } asked && !leaders.Any(leader => leader.Qualifications.Any(asked.Contains)))
            return new(Reason.LeaderNotQualified, asked);
        return rule.LeaderIndependent is { Value: true } && leaders.Any(leader => !leader.Independent) ? new(Reason.LeaderNotIndependent) : null;
    }
}
