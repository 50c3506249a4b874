using Portfolio.Api.Progress;
using static Portfolio.Tests.Progress.EvaluationProperties;

namespace Portfolio.Tests.Progress;

public class PromisedChanges
{
    [Fact]
    public void The_state_holds_until_the_day_that_is_named_and_not_beyond_when_nothing_more_happens() => Check((pack, facts, day) =>
    {
        // What would change by itself is left out: a cut-off that no longer applies once its review is over, a placement that begins.
        pack = pack with { EvidenceCutOff = null };
        var still = facts with
        {
            Attended = [.. facts.Attended.Where(fact => fact.Date <= day)],
            Presented = [.. facts.Presented.Where(fact => fact.Date <= day)],
            Assessments = [.. facts.Assessments.Where(fact => fact.Date <= day)],
            Elsewhere = [.. facts.Elsewhere!.Where(fact => fact.To <= day)],
            Placements = [facts.Placements[0] with { To = null }],
            Memberships = facts.Memberships is null ? null : [new(Given.Group, Given.Start.AddDays(-30), null, Given.Week(50))],
            ClockStops = [],
            Sessions = [.. Enumerable.Range(0, 300).Select(week => Given.Session(week, SessionState.Held))],
        };
        var now = Evaluation.Of(pack, still, day);
        return now.ChangesOn is not { } change
            || (Evaluation.Of(pack, still, change.AddDays(-1)).State == now.State && Evaluation.Of(pack, still, change).State > now.State);
    });
}
