using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class AttendanceCount
{
    /// <summary>Of the sessions of the person's groups up to a day. Facts as they were then.</summary>
    public static AttendanceFigures Of(TraineeFacts facts, DateOnly asOf)
    {
        var attended = facts.Attended.Where(fact => fact.Deed is Deed.Attended or Deed.WasSupervised).Select(fact => (fact.Group, fact.Date)).ToHashSet();
        int held = 0, cancelled = 0, notExpected = 0, present = 0;
        foreach (var session in facts.Sessions.Where(session => session.Date <= asOf))
        {
            if (session.State is SessionState.Cancelled) cancelled++;
            if (session.State is not SessionState.Held) continue;
            held++;
            if (attended.Remove((session.Group, session.Date))) present++;
            else if (!facts.Expects(session)) notExpected++;
        }

        return new(held + cancelled, held, cancelled, held - notExpected, notExpected, present, Visited: attended.Count);
    }
}
