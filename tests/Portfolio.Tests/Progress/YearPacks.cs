using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

// Packs for generated years: of every kind of rule, with every limit, cut-off and treatment of part-time work, not always wise ones.
internal sealed class YearPacks(Random random)
{
    public static readonly string[] Types = ["attendance", "theory", "CBDGA"];
    private static readonly Provenance[] Provenances = Enum.GetValues<Provenance>();

    public RequirementPack Next() => random.Next(3) == 0 ? Shipped() : Made();

    private RequirementPack Shipped()
    {
        var all = RequirementPacks.All.ToList();
        return all[random.Next(all.Count)];
    }

    private RequirementPack Made()
    {
        Rule[] rules = [Sessions("sessions"), Sessions("more"), new PresentationsRule("cases", Of(random.Next(1, 6)), Of(Some(Enum.GetValues<PresentationRole>())), Of(Some(Provenances))),
            new SpanRule("span", Of(random.Next(1, 14)), Of(Some(Provenances)), Maybe(Some("case-based-discussion-group", "balint-group"))),
            new AssessmentsRule("assessments", "CBDGA", Of(random.Next(1, 4)), Of<IReadOnlyList<string>>(["satisfactory"]), Of(Some(Provenances)), Maybe(random.Next(2, 8)), Maybe(random.Next(1, 12))),
            new ElsewhereRule("theory", Pick<CountingUnit>(), Of(random.Next(1, 20) / 2m), Of(Some("theory", "course")), Of(Some(Provenances)))];
        List<Rule> asked = [.. rules.Where(_ => random.Next(3) > 0).DefaultIfEmpty(rules[random.Next(rules.Length)])];
        for (var i = 1; i < asked.Count; i++)
            if (random.Next(3) == 0) asked[i] = asked[i] with { Requires = [asked[random.Next(i)].Id] };
        return new(
            "made", 1, "en", new Dictionary<string, string> { ["en"] = "Made up" }, Given.Start, Deadlines(), asked, [], Of(Movables()),
            new(["CT1", "CT2", "CT3"], Of(12)), LessThanFullTime: Maybe(Pick<LessThanFullTime>()), EvidenceCutOff: Maybe(true),
            Unlocks: Maybe<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["en"] = "More" }),
            Credits: [new(new Dictionary<string, string> { ["en"] = "Credit" }, Of(60))]);
    }

    private SessionsRule Sessions(string id)
    {
        var unit = Pick<CountingUnit>();
        var each = unit is CountingUnit.Minute ? 60 : 1;
        return new(
            id, unit, Of(random.Next(1, 40) * (decimal)each), Of(Pick<GroupsCounted>()), Of(Some(Enum.GetValues<Mode>())), Of(Some(Provenances)), Of(random.Next(1, 31)),
            Of(random.Next(1, 9)), Maybe(random.Next(1, 70)), Seldom(random.Next(1, 101)), unit is CountingUnit.Session ? null : Maybe(Pick<Rounding>()),
            Seldom(Some(Enum.GetValues<Deed>())), Seldom(Some("case-based-discussion-group", "balint-group")), Seldom(random.Next(1, 8) * (decimal)each), Seldom(random.Next(1, 101)),
            Seldom(true), unit is CountingUnit.Session ? null : Maybe((decimal)each), Maybe((decimal)each), Seldom(new NumberSpan(random.Next(1, 6), random.Next(6, 12))),
            Seldom(true), Maybe(true), Seldom(Some("balint-leader", "psychotherapist")), Seldom(true), Maybe(Some("attendance", "theory")));
    }

    private List<PackDeadline> Deadlines() =>
    [
        .. new PackDeadline[]
        {
            new(DeadlineAt.Review, Of("CT1")), new(DeadlineAt.CutOff, Of("CT1")), new(DeadlineAt.GradeEnd, Of("CT2")), new(DeadlineAt.Review, Of("CT2")),
            new(DeadlineAt.Date, On: Of(Given.Start.AddMonths(random.Next(1, 24)))), new(DeadlineAt.Window, Months: Of(random.Next(2, 24))),
        }.Where(_ => random.Next(3) == 0),
    ];

    private IReadOnlyList<Movable> Movables() => [.. Enum.GetValues<Movable>().Where(_ => random.Next(2) == 0)];

    // Never none of them.
    private IReadOnlyList<T> Some<T>(params T[] all)
    {
        List<T> some = [.. all.Where(_ => random.Next(4) > 0)];
        return some.Count > 0 ? some : all;
    }

    private T Pick<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private Sourced<T>? Maybe<T>(T value) => random.Next(2) == 0 ? Of(value) : null;

    private Sourced<T>? Seldom<T>(T value) => random.Next(5) == 0 ? Of(value) : null;

    private static Sourced<T> Of<T>(T value) => new(value, false, null, "Made up.");
}
