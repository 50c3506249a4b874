using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

public class EvaluationProperties
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void Counted_and_not_counted_together_are_all_records_of_the_day_once_each() => Check((pack, facts, day) =>
    {
        var sessions = Evaluation.Of(pack, facts, day).Rules[0];
        var existing = facts.Attended.Where(fact => fact.Date <= day).Select(fact => fact.Record).Order();
        return sessions.Counted.Concat(sessions.NotCounted.Select(each => each.Record)).Order().SequenceEqual(existing)
            && sessions.Have == sessions.Counted.Count;
    });

    [Fact]
    public void More_attendance_never_lowers_progress() => Check((pack, facts, day) =>
    {
        var less = facts with { Attended = [.. facts.Attended.Where((_, i) => i % 3 != 0)] };
        return Evaluation.Of(pack, less, day).Rules[0].Have <= Evaluation.Of(pack, facts, day).Rules[0].Have;
    });

    [Fact]
    public void Order_never_matters() => Check((pack, facts, day) =>
    {
        var random = new Random(day.DayNumber);
        var shuffled = new TraineeFacts(
            facts.Trainee, Shuffled(facts.Attended), Shuffled(facts.Presented), Shuffled(facts.Sessions), Shuffled(facts.Placements),
            Shuffled(facts.ClockStops), Shuffled(facts.Assessments));
        return Text(Evaluation.Of(pack, facts, day)) == Text(Evaluation.Of(pack, shuffled, day));

        IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> items)
        {
            var copy = items.ToArray();
            random.Shuffle(copy);
            return copy;
        }
    });

    [Fact]
    public void A_past_day_is_answered_as_it_was_then() => Check((pack, facts, day) =>
    {
        var then = facts with
        {
            Attended = [.. facts.Attended.Where(fact => fact.Date <= day)],
            Presented = [.. facts.Presented.Where(fact => fact.Date <= day)],
            Assessments = [.. facts.Assessments.Where(fact => fact.Date <= day)],
            ClockStops = [.. facts.ClockStops.Where(stop => stop.From <= day)],
            Sessions = [.. facts.Sessions.Select(session => session.Date <= day ? session : session with { State = SessionState.Planned })],
        };
        return Text(Evaluation.Of(pack, facts, day)) == Text(Evaluation.Of(pack, then, day));
    });

    [Fact]
    public void After_the_last_deadline_a_rule_is_met_or_not_possible() => Check((pack, facts, day) =>
    {
        var late = new DateOnly(2027, 1, 1).AddDays(day.DayNumber % 100);
        var progress = Evaluation.Of(pack, facts, late);
        return progress.Deadline is null
            ? facts.Placements[0].Grade == "FY2"
            : progress.Rules.All(rule => rule.State == (rule.Met ? ProgressState.Met : ProgressState.NotPossible));
    });

    [Fact]
    public void The_state_holds_until_the_day_that_is_named_and_not_beyond_when_nothing_more_happens() => Check((pack, facts, day) =>
    {
        // The schedule reaches beyond every deadline: estimated sessions move on with the day.
        var year = facts.Sessions.Concat(Enumerable.Range(52, 60).Select(week => Given.Session(week, SessionState.Held)));
        var still = facts with
        {
            Attended = [.. facts.Attended.Where(fact => fact.Date <= day)],
            Assessments = [.. facts.Assessments.Where(fact => fact.Date <= day)],
            ClockStops = [],
            Sessions = [.. year.Select(session => session.Date <= day ? session : session with { State = SessionState.Held })],
        };
        var now = Evaluation.Of(pack, still, day);
        return now.ChangesOn is not { } change
            || (Evaluation.Of(pack, still, change.AddDays(-1)).State == now.State && Evaluation.Of(pack, still, change).State > now.State);
    });

    private static string Text(TraineeProgress progress) => JsonSerializer.Serialize(progress);

    private static void Check(Func<RequirementPack, TraineeFacts, DateOnly, bool> property) =>
        Prop.ForAll(Years.Cases.ToArbitrary(), each => property(each.Pack, each.Facts, each.Day)).Check(Checks);
}
