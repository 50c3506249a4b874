using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

// A pack of any rules and members, drawn from a seed; most of them hold together.
internal sealed class GeneratedPack(int seed)
{
    private static readonly DateOnly From = new(2024, 1, 1);
    private readonly Random random = new(seed);

    public static RequirementPack Of(int seed) => new GeneratedPack(seed).Make();

    private RequirementPack Make()
    {
        List<Rule> rules = [.. Enumerable.Range(0, random.Next(1, 6)).Select(index => Rule($"rule-{index}"))];
        for (var i = 1; i < rules.Count; i++) if (random.Next(3) == 0) rules[i] = rules[i] with { Requires = [rules[random.Next(i)].Id] };
        var deadlines = Deadlines();
        var window = deadlines.Any(deadline => deadline.At is DeadlineAt.Window);
        return new(
            "generated", random.Next(1, 9), "en", Text("Generated"), From, deadlines, rules, [], Sourced<IReadOnlyList<Movable>>(Movables(deadlines.Count > 0, window)),
            deadlines.Any(deadline => deadline.Grade is not null) || Toss() ? new(["CT1", "CT2", "CT3"], Sourced(random.Next(6, 24))) : null,
            Toss() ? new DateOnly(2030, 1, 1) : null,
            Toss() ? Sourced(window ? LessThanFullTime.StretchWindow : LessThanFullTime.None) : null,
            deadlines.Any(deadline => deadline.At is DeadlineAt.Review) && Toss() ? Sourced(true) : null,
            Toss() ? Sourced(new MonthSpan(6, 18)) : null,
            Toss() ? Sourced<IReadOnlyDictionary<string, string>>(Text("A next step")) : null,
            Toss() ? [new("agrees", ConfirmationAct.Agrees, Sourced<IReadOnlyList<Confirmer>>([Confirmer.Leader]))] : null,
            Toss() ? [new(Text("Credit"), Sourced(random.Next(1, 900)))] : null);
    }

    private Rule Rule(string id) => random.Next(7) switch
    {
        0 => new PresentationsRule(id, Sourced(random.Next(1, 5)), Several(Enum.GetValues<PresentationRole>()), Accepted(), Toss() ? Text("Cases") : null),
        1 => new SpanRule(id, Sourced(random.Next(1, 7)), Accepted(), Toss() ? Several("case-based-discussion-group", "balint-group") : null),
        2 => new AssessmentsRule(id, "CBDGA", Sourced(random.Next(1, 4)), Sourced<IReadOnlyList<string>>(["satisfactory"]), Accepted(),
            Toss() ? Sourced(random.Next(1, 7)) : null, Toss() ? Sourced(random.Next(1, 9)) : null),
        3 => new ElsewhereRule(id, Pick<CountingUnit>(), Sourced((decimal)random.Next(1, 20)), Several("theory", "course"),
            Sourced<IReadOnlyList<Provenance>>([Provenance.Elsewhere, .. Toss() ? [Provenance.OtherProgramme] : Array.Empty<Provenance>()])),
        _ => Sessions(id),
    };

    private SessionsRule Sessions(string id)
    {
        var unit = Pick<CountingUnit>();
        var each = unit is CountingUnit.Minute ? 60 : 1;
        var minimum = (decimal)random.Next(2, 30) * each;
        var part = unit is CountingUnit.Session or CountingUnit.Minute ? 0 : random.Next(4) / 4m;
        var online = Toss();
        return new(
            id, unit, Sourced(minimum + part), Sourced(Pick<GroupsCounted>()), Sourced<IReadOnlyList<Mode>>(online ? [Mode.InPerson, Mode.Online] : [Mode.InPerson]), Accepted(),
            Sourced(random.Next(1, 31)), Sourced(random.Next(1, 9)),
            Toss() ? Sourced(random.Next(1, 46)) : null, Toss() ? Sourced(random.Next(1, 101)) : null,
            unit is CountingUnit.Session or CountingUnit.Minute || Toss() ? null : Sourced(Pick<Rounding>()),
            Toss() ? Several(Enum.GetValues<Deed>()) : null, Toss() ? Several("case-based-discussion-group", "balint-group") : null,
            Toss() ? Sourced((decimal)random.Next(1, 3) * each) : null, Toss() ? Sourced(random.Next(1, 101)) : null, Toss() ? Sourced(Toss()) : null,
            online && unit is not CountingUnit.Session && Toss() ? Sourced((decimal)each) : null, Toss() ? Sourced((decimal)each) : null,
            Toss() ? Sourced(new NumberSpan(random.Next(1, 7), random.Next(7, 13))) : null, Toss() ? Sourced(Toss()) : null, Toss() ? Sourced(Toss()) : null,
            Toss() ? Several("balint-leader", "psychotherapist") : null, Toss() ? Sourced(Toss()) : null,
            null, Toss() ? Sourced((int)minimum + random.Next(1, 9)) : null, Toss() ? Text("Sessions") : null);
    }

    private List<PackDeadline> Deadlines() =>
    [
        .. Toss() ? [new PackDeadline(DeadlineAt.Review, Sourced("CT1"))] : Array.Empty<PackDeadline>(),
        .. Toss() ? [new PackDeadline(DeadlineAt.GradeEnd, Sourced("CT2"))] : Array.Empty<PackDeadline>(),
        .. Toss() ? [new PackDeadline(DeadlineAt.Date, On: Sourced(From.AddMonths(random.Next(7, 60))))] : Array.Empty<PackDeadline>(),
        .. Toss() ? [new PackDeadline(DeadlineAt.Window, Months: Sourced(random.Next(6, 48)))] : Array.Empty<PackDeadline>(),
    ];

    private IReadOnlyList<Movable> Movables(bool deadline, bool window) =>
        [.. Enum.GetValues<Movable>().Where(what => Toss() && what switch { Movable.Deadline => deadline, Movable.Window => window, _ => true })];

    private Sourced<IReadOnlyList<Provenance>> Accepted() => Several(Provenance.Contemporaneous, Provenance.Attested, Provenance.Imported, Provenance.OtherProgramme);

    // Never none of them.
    private Sourced<IReadOnlyList<T>> Several<T>(params T[] all)
    {
        List<T> some = [.. all.Where(_ => Toss())];
        return Sourced<IReadOnlyList<T>>(some.Count > 0 ? some : [all[random.Next(all.Length)]]);
    }

    private T Pick<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private bool Toss() => random.Next(2) == 0;

    private Sourced<T> Sourced<T>(T value) => Toss() ? new(value, true, "https://example.org/rules") : new(value, false, null, "Made up.");

    private Dictionary<string, string> Text(string english) => Toss() ? new() { ["en"] = english } : new() { ["de"] = "Erdacht", ["en"] = english };
}
