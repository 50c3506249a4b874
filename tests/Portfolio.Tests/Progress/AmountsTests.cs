using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using static Portfolio.Tests.Progress.Given;

namespace Portfolio.Tests.Progress;

// Units, rounding, caps, and what must be in person.
public class AmountsTests
{
    private static readonly AttendedFact[] Three = [Attended(0, 50), Attended(1, 100), Attended(2, 180)];

    [Theory]
    [InlineData(CountingUnit.Session, null, 3, "")]
    [InlineData(CountingUnit.Minute, null, 330, "")]
    [InlineData(CountingUnit.Hour60, Rounding.Exact, 5.5, "")]
    [InlineData(CountingUnit.Hour60, Rounding.InTotal, 5, "")]
    [InlineData(CountingUnit.Hour60, Rounding.BySession, 4, "r00")]
    [InlineData(CountingUnit.Unit45, Rounding.BySession, 7, "")]
    [InlineData(CountingUnit.DoubleHour90, Rounding.Exact, 3.66, "")]
    [InlineData(CountingUnit.DoubleHour90, Rounding.BySession, 3, "r00")]
    internal void A_unit_is_counted_as_the_pack_rounds_it(CountingUnit unit, Rounding? rounding, decimal have, string tooShort)
    {
        var sessions = Of(rule => rule with { Unit = unit, MinimumMinutes = null, Rounding = rounding is { } how ? A(how) : null }, Three);
        Assert.Equal((have, Code.Of(unit)), (sessions.Have, sessions.Unit));
        Assert.Equal(tooShort, string.Join(' ', sessions.NotCounted.Select(each => $"{each.Record}")));
        Assert.All(sessions.NotCounted, each => Assert.Equal("under-one-unit", each.Code));
        Assert.Equal(Math.Max(0, 25 - have), sessions.StillNeeded);
    }

    [Fact]
    public void Thirds_of_a_double_hour_add_up_to_whole_ones_without_a_remainder()
    {
        var sessions = Of(rule => rule with { Unit = CountingUnit.DoubleHour90, Minimum = A(2m), Rounding = A(Rounding.Exact) }, Attended(0), Attended(1), Attended(2));
        Assert.Equal((2m, true, Week(2)), (sessions.Have, sessions.Met, sessions.MetOn));
        Assert.Equal("2", $"{sessions.Have}");
    }

    [Fact]
    public void An_online_session_and_a_day_give_no_more_than_the_pack_takes()
    {
        var long1 = Attended(0, 180, mode: Mode.Online);
        var sameDay = Attended(1, 90) with { Record = "s01", Group = OtherGroup };
        var sessions = Of(rule => rule with { Unit = CountingUnit.DoubleHour90, MostPerOnlineSession = A(1m), MostPerDay = A(1m) }, long1, Attended(1, 90), sameDay);
        Assert.Equal((2m, "over-daily-cap", "beyond the 1 double hours that the pack counts of one day"),
            (sessions.Have, sessions.NotCounted[0].Code, sessions.NotCounted[0].Why));
        Assert.Equal(["r00", "r01"], sessions.Counted);
    }

    [Fact]
    public void A_share_of_the_session_can_be_asked_for()
    {
        var sessions = Of(rule => rule with { MinimumMinutes = null, MinimumShare = A(80) }, Attended(0, 47), Attended(1, 48));
        Assert.Equal(["r01"], sessions.Counted);
        Assert.Equal([new("r00", "share-too-small", "47 of 60 minutes attended; the pack counts 80 per cent or more")], sessions.NotCounted);
    }

    [Fact]
    public void Enough_in_all_but_not_in_person_is_not_enough()
    {
        AttendedFact[] attended = [.. Enumerable.Range(0, 10).Select(week => Attended(week, mode: week < 4 ? Mode.InPerson : Mode.Online))];
        var share = Of(rule => rule with { Minimum = A(10m), InPersonShare = A(50) }, attended);
        Assert.Equal((10m, 10m, false, 1m, new InPersonFigures(4, 5)), (share.Have, share.Need, share.Met, share.StillNeeded, share.InPerson));
        Assert.Equal([new("in-person-share-too-small", "40 per cent in person; the pack asks for 50 per cent")], share.Lacks);

        // More online sessions than are needed take nothing away.
        Assert.True(Of(rule => rule with { Minimum = A(8m), InPersonShare = A(50) }, attended).Met);
        var least = Of(rule => rule with { Minimum = A(10m), MinimumInPerson = A(6m) }, attended);
        Assert.Equal([new("in-person-too-few", "4 sessions in person; the pack asks for 6")], least.Lacks);
    }

    [Fact]
    public void Online_sessions_count_between_those_in_person()
    {
        AttendedFact[] attended = [Attended(0, mode: Mode.Online), Attended(1), Attended(2, mode: Mode.Online), Attended(3), Attended(4, mode: Mode.Online)];
        var sessions = Of(rule => rule with { FirstAndLastInPerson = A(true), Minimum = A(3m) }, attended);
        Assert.Equal(["r01", "r02", "r03"], sessions.Counted);
        Assert.Equal(["r00 first-not-in-person", "r04 last-not-in-person"], sessions.NotCounted.Select(each => $"{each.Record} {each.Code}"));
        Assert.Equal(Week(3), sessions.MetOn);
    }

    [Fact]
    public void What_is_recorded_elsewhere_adds_up_where_the_pack_takes_its_type()
    {
        ElsewhereFact[] elsewhere = [Elsewhere("e1", "attendance", 5, 300), Elsewhere("e2", "course", 9, 900), Elsewhere("e3", "attendance", null, 60), Elsewhere("e4", "attendance", 2, 9, confirmed: false)];
        var pack = NorthWest.With(rule => rule with { Elsewhere = A<IReadOnlyList<string>>(["attendance"]), Accepted = A<IReadOnlyList<Provenance>>([Provenance.Contemporaneous, Provenance.Elsewhere]) });
        var answer = Evaluation.Of(pack, Trainee(Attended(0)) with { Elsewhere = elsewhere }, EndOfCt1);
        Assert.Equal(6, answer.Sessions().Have);
        Assert.Equal(["e3 nothing-stated", "e4 not-confirmed"], answer.Sessions().NotCounted.Select(each => $"{each.Record} {each.Code}"));
        Assert.Equal([new("e2", "not-asked-for", "no rule of the pack looks at it")], answer.NotCounted);
    }

    internal static ElsewhereFact Elsewhere(string record, string type, int? sessions, int? minutes, string? outcome = null, bool confirmed = true) =>
        new(record, type, Start, Week(3), sessions, minutes, outcome, Provenance.Elsewhere, Week(3).Evening(), confirmed);

    internal static Sourced<T> A<T>(T value) => new(value, false, null, "Made up.");

    private static RuleProgress Of(Func<SessionsRule, SessionsRule> change, params AttendedFact[] attended) =>
        Evaluation.Of(NorthWest.With(change), Trainee([.. attended.Select(fact => fact with { SessionMinutes = Math.Max(60, fact.MinutesAttended) })]), EndOfCt1).Sessions();
}
