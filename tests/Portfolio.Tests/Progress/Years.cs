using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

// Generated training years: two groups, weekly, everything a register and a programme can say.
internal static class Years
{
    internal sealed record Case(RequirementPack Pack, TraineeFacts Facts, DateOnly Day)
    {
        public override string ToString() => $"{Pack.Id} {Day:o} {JsonSerializer.Serialize(Pack.Rules[0] as SessionsRule)} {JsonSerializer.Serialize(Facts)}";
    }

    private static readonly Guid[] Groups = [Given.Group, Given.OtherGroup];

    private static Gen<RequirementPack> Packs =>
        from pack in Gen.Elements(RequirementPacks.All.ToArray())
        from groups in Gen.Elements(GroupsCounted.AddUp, GroupsCounted.OneGroup)
        from minimum in Gen.Choose(1, 40)
        from modes in Gen.Elements<IReadOnlyList<Mode>>([Mode.InPerson], [Mode.InPerson, Mode.Online])
        from accepted in Gen.Elements<IReadOnlyList<Provenance>>([Provenance.Contemporaneous], [Provenance.Attested, Provenance.Contemporaneous, Provenance.Imported])
        select pack.With(rule => rule with
        {
            Groups = rule.Groups with { Value = groups },
            Minimum = rule.Minimum with { Value = minimum },
            Modes = rule.Modes with { Value = modes },
            Accepted = rule.Accepted with { Value = accepted },
        });

    private static Gen<AttendedFact> Attended(int week) =>
        from minutes in Gen.Choose(30, 60)
        from full in Gen.Elements(true, true, false)
        from mode in Gen.Elements(Mode.InPerson, Mode.Online)
        from provenance in Gen.Elements(Provenance.Contemporaneous, Provenance.Contemporaneous, Provenance.Attested, Provenance.Imported)
        from signed in Gen.Choose(0, 30)
        select Given.Attended(week, full ? 60 : minutes, Groups[week % 2], mode, provenance) with { SignedAt = Given.Week(week).AddDays(signed).Evening() };

    private static Gen<SessionFact> Session(int week) =>
        from state in Gen.Elements(SessionState.Held, SessionState.Held, SessionState.Held, SessionState.Cancelled)
        select Given.Session(week, state);

    private static Gen<IReadOnlyList<PlacementFact>> Placements =>
        from grade in Gen.Elements("CT1", "CT2", "CT3", "FY2")
        from days in Gen.Elements<IReadOnlyList<DayOfWeek>>([], [DayOfWeek.Monday, DayOfWeek.Wednesday], [DayOfWeek.Monday])
        from moves in Gen.Elements(true, false)
        select (IReadOnlyList<PlacementFact>)(moves
            ? [new(Given.Start, Given.Week(25), grade, days, Given.EndOfCt1, new(2025, 6, 20)), new(Given.Week(26), null, grade, [], Given.EndOfCt1, new(2025, 6, 20))]
            : [new(Given.Start, Given.EndOfCt1, grade, days, Given.EndOfCt1, new(2025, 6, 20))]);

    private static Gen<TraineeFacts> Facts =>
        from weeks in Gen.SubListOf(Enumerable.Range(0, 52).ToArray())
        from attended in Gen.CollectToArray(weeks, Attended)
        from sessions in Gen.CollectToArray(Enumerable.Range(0, 52).ToArray(), Session)
        from placements in Placements
        from stop in Gen.Choose(0, 60)
        from assessed in Gen.SubListOf(Given.Week(5), Given.Week(20), Given.Week(30), Given.Week(45))
        from outcome in Gen.Elements("satisfactory", "below-expected")
        select new TraineeFacts(
            "P100", attended, [.. weeks.Where(week => week % 5 == 0).Select(week => new PresentedFact($"p{week}", Given.Week(week), Given.Group, PresentationRole.Presented, Given.Week(week).Evening()))],
            sessions, placements, stop < 40 ? [new(Given.Week(stop), stop % 2 == 0 ? Given.Week(stop + 5) : null)] : [],
            [.. assessed.Select(day => Given.Assessment(day, outcome))]);

    public static Gen<Case> Cases =>
        from pack in Packs
        from facts in Facts
        from day in Gen.Choose(-10, 500)
        select new Case(pack, facts, Given.Start.AddDays(day));
}
