using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

// Over generated years under shipped packs and made ones of every kind of rule.
public class EvaluationProperties
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void Counted_and_not_counted_together_are_all_records_of_the_day_once_each() => Check((pack, facts, day) =>
    {
        var answer = Evaluation.Of(pack, facts, day);
        var then = AsOf.Day(facts, day, null);
        HashSet<string> all = [.. then.Attended.Select(fact => fact.Record), .. then.Presented.Select(fact => fact.Record),
            .. then.Assessments.Select(fact => fact.Record), .. then.Elsewhere!.Select(fact => fact.Record)];
        List<List<string>> looked = [.. answer.Rules.Select(rule => rule.Counted.Concat(rule.NotCounted.Select(each => each.Record)).ToList())];
        List<string> unasked = [.. answer.NotCounted.Select(each => each.Record)];
        return looked.TrueForAll(of => of.Distinct().Count() == of.Count)
            && unasked.Distinct().Count() == unasked.Count && !looked.SelectMany(of => of).Intersect(unasked).Any()
            && all.SetEquals(looked.SelectMany(of => of).Concat(unasked))
            && answer.Rules.Zip(looked).All(each => each.First.Kind is not "sessions" and not "span" || then.Attended.All(fact => each.Second.Contains(fact.Record)));
    });

    [Fact]
    public void Order_never_matters() => Check((pack, facts, day) =>
    {
        var random = new Random(day.DayNumber);
        var shuffled = facts with
        {
            Attended = Shuffled(facts.Attended), Presented = Shuffled(facts.Presented), Sessions = Shuffled(facts.Sessions), Placements = Shuffled(facts.Placements),
            ClockStops = Shuffled(facts.ClockStops), Assessments = Shuffled(facts.Assessments), Elsewhere = Shuffled(facts.Elsewhere!),
            Memberships = facts.Memberships is { } memberships ? Shuffled(memberships) : null,
        };
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
            Elsewhere = [.. facts.Elsewhere!.Where(fact => fact.To <= day)],
            ClockStops = [.. facts.ClockStops.Where(stop => stop.From <= day)],
            Sessions = [.. facts.Sessions.Select(session => session.Date <= day ? session : session with { State = SessionState.Planned })],
        };
        return Text(Evaluation.Of(pack, facts, day)) == Text(Evaluation.Of(pack, then, day));
    });

    [Fact]
    public void What_was_signed_since_is_left_out_of_what_was_known_then() => Check((pack, facts, day) =>
    {
        var then = facts with
        {
            Attended = [.. facts.Attended.Where(fact => fact.SignedAt <= day.Evening())],
            Presented = [.. facts.Presented.Where(fact => fact.SignedAt <= day.Evening())],
            Assessments = [.. facts.Assessments.Where(fact => fact.SignedAt <= day.Evening())],
            Elsewhere = [.. facts.Elsewhere!.Where(fact => fact.SignedAt <= day.Evening())],
        };
        return Text(Evaluation.Of(pack, facts, day, knownAt: day.Evening())) == Text(Evaluation.Of(pack, then, day));
    });

    [Fact]
    public void After_the_last_deadline_a_rule_is_met_or_not_possible() => Check((pack, facts, day) =>
    {
        var late = new DateOnly(2030, 1, 1).AddDays(day.DayNumber % 100);
        var progress = Evaluation.Of(pack, facts, late);
        return progress.Deadline is not { } deadline || deadline >= late
            || progress.Rules.All(rule => rule.State == (rule.Met ? ProgressState.Met : ProgressState.NotPossible));
    });

    // Met, on the day it says, and no later than what it still needs is nothing.
    [Fact]
    public void Met_is_to_need_nothing_more_and_nothing_else_first() => Check((pack, facts, day) => Evaluation.Of(pack, facts, day).Rules.All(rule =>
        rule.Met == (rule.StillNeeded == 0 && !rule.Lacks.Any(lack => lack.Code == "requires-other-rule"))
        && rule.Met == (rule.MetOn is not null) && rule.Met == (rule.State is ProgressState.Met) && !(rule.MetOn > day)));

    [Fact]
    public void An_old_version_answers_as_it_did_from_its_document() => Check((pack, facts, day) =>
        PackCheck.Faults(pack).Count > 0
        || Text(Evaluation.Of(PackReader.Read(PackDocument.Of(pack)).Pack!, facts, day)) == Text(Evaluation.Of(pack, facts, day)));

    internal static string Text(TraineeProgress progress) => JsonSerializer.Serialize(progress);

    internal static void Check(Func<RequirementPack, TraineeFacts, DateOnly, bool> property) =>
        Prop.ForAll(Years.Cases.ToArbitrary(), each => property(each.Pack, each.Facts, each.Day)).Check(Checks);
}
