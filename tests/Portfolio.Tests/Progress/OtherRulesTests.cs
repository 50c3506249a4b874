using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using static Portfolio.Tests.Progress.AmountsTests;
using static Portfolio.Tests.Progress.Given;

namespace Portfolio.Tests.Progress;

public class OtherRulesTests
{
    private static readonly Sourced<IReadOnlyList<Provenance>> Any = A<IReadOnlyList<Provenance>>([Provenance.Contemporaneous, Provenance.Elsewhere]);

    private static RequirementPack Only(params Rule[] rules) => NorthWest with { Rules = rules };

    [Fact]
    public void Cases_presented_are_counted_by_role()
    {
        var pack = Only(new PresentationsRule("cases", A(2), A<IReadOnlyList<PresentationRole>>([PresentationRole.Presented]), Any));
        var facts = Trainee() with { Presented = [Case(1, PresentationRole.Presented), Case(5, PresentationRole.FollowedUp), Case(9, PresentationRole.Presented)] };
        var cases = Evaluation.Of(pack, facts, Week(10)).Rules[0];
        Assert.Equal((2m, true, Week(9), "presentation"), (cases.Have, cases.Met, cases.MetOn, cases.Unit));
        Assert.Equal([new("p05", "role-not-counted", "the case was followed up; the pack counts cases presented")], cases.NotCounted);

        // One case a session: with two sessions left and two cases missing, neither can go without.
        var late = Evaluation.Of(pack, Trainee(), Week(49)).Rules[0];
        Assert.Equal((ProgressState.OnTrack, 2, Week(50)), (late.State, late.SessionsLeft, late.NotPossibleOn));
    }

    [Fact]
    public void A_span_is_whole_months_from_the_first_session_to_the_last()
    {
        var pack = Only(new SpanRule("span", A(6), Any));
        Assert.Equal((5m, false, 1m), At(Attended(0), Attended(26) with { Date = Start.AddMonths(6).AddDays(-1) }));
        Assert.Equal((6m, true, 0m), At(Attended(0), Attended(26) with { Date = Start.AddMonths(6) }));

        // A first session in week 26 would leave no other six months later.
        var span = Evaluation.Of(pack, Trainee(), Week(20)).Rules[0];
        Assert.Equal((ProgressState.OnTrack, Week(25), "month"), (span.State, span.NotPossibleOn, span.Unit));
        Assert.Equal(ProgressState.NotPossible, Evaluation.Of(pack, Trainee(), Week(25)).Rules[0].State);

        (decimal, bool, decimal) At(params AttendedFact[] attended) => Evaluation.Of(pack, Trainee(attended), EndOfCt1).Rules[0] is var rule ? (rule.Have, rule.Met, rule.StillNeeded) : default;
    }

    [Fact]
    public void Parts_evidenced_apart_are_counted_by_type_and_hour()
    {
        var pack = Only(
            new ElsewhereRule("theory", CountingUnit.Hour60, A(20m), A<IReadOnlyList<string>>(["theory"]), Any),
            new ElsewhereRule("courses", CountingUnit.Session, A(2m), A<IReadOnlyList<string>>(["course"]), A<IReadOnlyList<Provenance>>([Provenance.OtherProgramme])));
        var facts = Trainee() with { Elsewhere = [Elsewhere("e1", "theory", null, 630), Elsewhere("e2", "theory", null, 570), Elsewhere("e3", "course", 3, null)] };
        var answer = Evaluation.Of(pack, facts, Week(10));
        Assert.Equal((20m, true, "hour60"), (answer.Rules[0].Have, answer.Rules[0].Met, answer.Rules[0].Unit));
        Assert.Equal(["e3 provenance-not-counted"], answer.Rules[1].NotCounted.Select(each => $"{each.Record} {each.Code}"));
        Assert.Equal(ProgressState.NotPossible, Evaluation.Of(pack, facts, EndOfCt1.AddDays(1)).State);
    }

    [Fact]
    public void A_rule_stands_no_better_than_those_that_come_first()
    {
        var pack = Only(new ElsewhereRule("theory", CountingUnit.Hour60, A(1m), A<IReadOnlyList<string>>(["theory"]), Any, new Dictionary<string, string> { ["en"] = "Twenty hours of theory" }),
            new PresentationsRule("cases", A(1), A<IReadOnlyList<PresentationRole>>([PresentationRole.Presented]), Any, Requires: ["theory"]));
        var facts = Trainee() with { Presented = [Case(1, PresentationRole.Presented)] };
        var waiting = Evaluation.Of(pack, facts, Week(10)).Rules[1];
        Assert.Equal((1m, 0m, false, ProgressState.OnTrack, null), (waiting.Have, waiting.StillNeeded, waiting.Met, waiting.State, waiting.MetOn));
        Assert.Equal([new("requires-other-rule", "this needs something else first: Twenty hours of theory")], waiting.Lacks);

        var answer = Evaluation.Of(pack, facts with { Elsewhere = [Elsewhere("e1", "theory", null, 60)] }, Week(10));
        Assert.Equal((ProgressState.Met, Week(3)), (answer.State, answer.MetOn));
        Assert.Equal(Week(3), answer.Rules[1].MetOn);
    }

    [Fact]
    public void An_answer_speaks_the_language_that_is_asked_for_and_says_what_is_credited_once_it_is_met()
    {
        var pack = Only(new PresentationsRule("cases", A(1), A<IReadOnlyList<PresentationRole>>([PresentationRole.Presented]), Any)) with
        {
            Title = new Dictionary<string, string> { ["en"] = "A year", ["de"] = "Ein Jahr" },
            Unlocks = A<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["en"] = "The first case", ["de"] = "Der erste Fall" }),
            Credits = [new(new Dictionary<string, string> { ["de"] = "Punkte", ["en"] = "Points" }, A(600))],
        };
        var open = Evaluation.Of(pack, Trainee(Attended(0)) with { Presented = [Case(5, PresentationRole.FollowedUp)] }, Week(10), language: "de");
        Assert.Equal(("de", "Ein Jahr", "Der erste Fall", 0), (open.Language, open.PackTitle, open.Unlocks, open.Credits.Count));
        Assert.Equal("der Fall wurde weiterverfolgt; gezählt wird: vorgestellt", open.Rules[0].NotCounted[0].Why);
        Assert.Equal([new("r00", "not-asked-for", "keine Regel fragt danach")], open.NotCounted);

        var met = Evaluation.Of(pack, Trainee() with { Presented = [Case(5, PresentationRole.Presented)] }, Week(10), language: "fr");
        Assert.Equal(("en", new CreditEarned("Points", 600)), (met.Language, Assert.Single(met.Credits)));
    }

    private static PresentedFact Case(int week, PresentationRole role) => new($"p{week:00}", Week(week), Group, role, Week(week).Evening());
}
