using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

// Generated training years: two groups, weekly, everything that a register, a programme and another system can say.
internal sealed class Years(Random random)
{
    internal sealed record Case(int Seed, RequirementPack Pack, TraineeFacts Facts, DateOnly Day)
    {
        public override string ToString() => $"seed {Seed}: {Day:o} {JsonSerializer.Serialize(Pack)} {JsonSerializer.Serialize(Facts)}";
    }

    private static readonly Guid[] Groups = [Given.Group, Given.OtherGroup];
    private static readonly Guid[] Leaders = [new(1, 0, 0, new byte[8]), new(2, 0, 0, new byte[8]), new(3, 0, 0, new byte[8])];

    public static Gen<Case> Cases => Gen.Choose(0, int.MaxValue).Select(Of);

    public static Case Of(int seed)
    {
        var random = new Random(seed);
        return new(seed, new YearPacks(random).Next(), new Years(random).Facts(), Given.Start.AddDays(random.Next(-10, 700)));
    }

    private TraineeFacts Facts()
    {
        var weeks = Enumerable.Range(0, 60).Where(_ => random.Next(3) > 0).ToList();
        var twice = weeks.Where(_ => random.Next(10) == 0);
        return new(
            "P100",
            [.. weeks.Select(week => Attended(week, $"r{week:00}")), .. twice.Select(week => Attended(week, $"s{week:00}"))],
            [.. weeks.Where(week => week % 5 == 0).Select(Presented)],
            [.. Enumerable.Range(0, 60).Select(week => Given.Session(week, random.Next(6) == 0 ? SessionState.Cancelled : SessionState.Held))],
            Placements(), Stops(),
            [.. new[] { 5, 20, 30, 45 }.Where(_ => Toss()).Select(week => Given.Assessment(Given.Week(week), Toss() ? "satisfactory" : "below-expected", Toss() ? "CBDGA" : "SAPE") with { Together = Toss() ? random.Next(15) : null })],
            [.. Enumerable.Range(0, random.Next(6)).Select(Elsewhere)],
            Toss() ? null : [new(Groups[0], Given.Start, Given.Week(26), Toss() ? Given.Week(22) : null), new(Groups[1], Given.Week(26).AddDays(1), null, Toss() ? Given.Week(50) : null)]);
    }

    private AttendedFact Attended(int week, string record) => Given.Attended(week, random.Next(4) > 0 ? 60 : random.Next(20, 121), Groups[random.Next(8) == 0 ? random.Next(2) : week / 30], Pick<Mode>()) with
    {
        Record = record,
        SessionMinutes = 60 + (30 * random.Next(3)),
        Provenance = random.Next(3) > 0 ? Provenance.Contemporaneous : Pick<Provenance>(),
        SignedAt = Given.Week(week).AddDays(random.Next(30)).Evening(),
        Deed = random.Next(8) > 0 ? Deed.Attended : Pick<Deed>(),
        Form = random.Next(4) > 0 ? "case-based-discussion-group" : "balint-group",
        Leaders = random.Next(10) == 0 ? null : [.. Leaders.Where(_ => Toss()).Select(id => new LeaderFact(id, Toss() ? ["balint-leader"] : [], random.Next(5) > 0))],
        Size = random.Next(10) == 0 ? null : random.Next(2, 14),
        ClosedGroup = random.Next(4) > 0,
    };

    private PresentedFact Presented(int week) =>
        new($"p{week:00}", Given.Week(week), Given.Group, Pick<PresentationRole>(), Given.Week(week).AddDays(random.Next(20)).Evening(), random.Next(3) > 0 ? Provenance.Contemporaneous : Pick<Provenance>());

    private ElsewhereFact Elsewhere(int number)
    {
        var to = Given.Week(random.Next(60));
        return new(
            $"e{number}", YearPacks.Types[random.Next(3)], to.AddDays(-random.Next(90)), to, Toss() ? random.Next(10) : null, Toss() ? random.Next(900) : null,
            Toss() ? "satisfactory" : null, random.Next(3) > 0 ? Provenance.Elsewhere : Provenance.OtherProgramme, to.AddDays(random.Next(40)).Evening(), random.Next(4) > 0);
    }

    private IReadOnlyList<PlacementFact> Placements()
    {
        var grade = new[] { "CT1", "CT1", "CT2", "CT3", "FY2" }[random.Next(5)];
        IReadOnlyList<DayOfWeek> days = new DayOfWeek[][] { [], [DayOfWeek.Monday, DayOfWeek.Wednesday], [DayOfWeek.Monday] }[random.Next(3)];
        var first = new PlacementFact(Given.Start, Given.EndOfCt1, grade, days, Given.EndOfCt1, new(2025, 6, 20), WholeTime(), Toss() ? new(2025, 6, 6) : null);
        return Toss() ? [first] : [first with { To = Given.Week(25) }, first with { From = Given.Week(25).AddDays(1), To = null, WorkingDays = [], WholeTime = WholeTime() }];
    }

    private IReadOnlyList<ClockStopFact> Stops() =>
        random.Next(60) is var from && from < 40 ? [new(Given.Week(from), from % 2 == 0 ? Given.Week(from + 5) : null)] : [];

    private decimal WholeTime() => random.Next(5, 11) / 10m;

    private T Pick<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private bool Toss() => random.Next(2) == 0;
}
