using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using static Portfolio.Tests.Progress.Given;

namespace Portfolio.Tests.Progress;

public class SessionsTests
{
    [Theory]
    [InlineData(44, false)]
    [InlineData(45, true)]
    [InlineData(60, true)]
    public void Attendance_counts_from_the_minutes_the_pack_asks_for(int minutes, bool counts)
    {
        var sessions = Evaluation.Of(NorthWest, Trainee(Attended(0, minutes)), EndOfCt1).Sessions();
        Assert.Equal(counts ? ["r00"] : [], sessions.Counted);
        Assert.Equal(counts ? [] : [new NotCounted("r00", "minutes-too-few", "44 of 60 minutes attended; the pack counts 45 or more")], sessions.NotCounted);
    }

    [Fact]
    public void A_pack_may_want_one_mode_only()
    {
        var pack = NorthWest.With(rule => rule with { Modes = rule.Modes with { Value = [Mode.InPerson] } });
        var sessions = Evaluation.Of(pack, Trainee(Attended(0), Attended(1, mode: Mode.Online)), EndOfCt1).Sessions();
        Assert.Equal(["r00"], sessions.Counted);
        Assert.Equal([new("r01", "mode-not-counted", "attended online; the pack counts in person")], sessions.NotCounted);
    }

    [Fact]
    public void A_pack_may_refuse_imported_paper()
    {
        var pack = NorthWest.With(rule => rule with { Accepted = rule.Accepted with { Value = [Provenance.Contemporaneous, Provenance.Attested] } });
        var sessions = Evaluation.Of(pack, Trainee(Attended(0, provenance: Provenance.Attested), Attended(1, provenance: Provenance.Imported)), EndOfCt1).Sessions();
        Assert.Equal(["r00"], sessions.Counted);
        Assert.Equal([new("r01", "provenance-not-counted", "the record is imported from paper; the pack counts signed by a leader of the day or attested by a tutor")], sessions.NotCounted);
    }

    [Fact]
    public void Groups_add_up_unless_the_pack_wants_one()
    {
        var facts = Trainee(Attended(0), Attended(1, group: OtherGroup), Attended(2, group: OtherGroup), Attended(3, 10, OtherGroup));
        Assert.Equal(3, Evaluation.Of(NorthWest, facts, EndOfCt1).Sessions().Have);

        var oneGroup = NorthWest.With(rule => rule with { Groups = rule.Groups with { Value = GroupsCounted.OneGroup } });
        var sessions = Evaluation.Of(oneGroup, facts, EndOfCt1).Sessions();
        Assert.Equal(["r01", "r02"], sessions.Counted);
        Assert.Equal(
            [new("r00", "other-group", "in another group; the pack counts the sessions of one group"), new("r03", "minutes-too-few", "10 of 60 minutes attended; the pack counts 45 or more")],
            sessions.NotCounted);
    }

    [Fact]
    public void The_record_that_reaches_the_number_gives_the_day_it_was_met()
    {
        var facts = Trainee([.. Enumerable.Range(0, 30).Select(week => Attended(week))]);
        Assert.Equal((24, 1, null), At(Week(23)));
        Assert.Equal((25, 0, Week(24)), At(Week(24)));
        Assert.Equal((30, 0, Week(24)), At(EndOfCt1));

        (decimal, decimal, DateOnly?) At(DateOnly day) =>
            Evaluation.Of(NorthWest, facts, day).Sessions() is var sessions ? (sessions.Have, sessions.StillNeeded, sessions.MetOn) : default;
    }

    [Fact]
    public void A_session_attended_inside_a_clock_stop_counts()
    {
        var facts = Trainee(Attended(3), Attended(9)) with { ClockStops = [new(Week(2), Week(5))] };
        Assert.Equal(["r03", "r09"], Evaluation.Of(NorthWest, facts, EndOfCt1).Sessions().Counted);
    }

    [Fact]
    public void A_later_record_does_not_exist_yet()
    {
        var sessions = Evaluation.Of(NorthWest, Trainee(Attended(0), Attended(1), Attended(2, 10)), Week(1)).Sessions();
        Assert.Equal(["r00", "r01"], sessions.Counted);
        Assert.Empty(sessions.NotCounted);
    }

    [Fact]
    public void What_was_signed_later_was_not_known_then()
    {
        var late = Attended(1) with { SignedAt = Week(6).Evening() };
        var facts = Trainee(Attended(0), late);
        Assert.Equal(["r00"], Evaluation.Of(NorthWest, facts, Week(2), knownAt: Week(2).Evening()).Sessions().Counted);
        Assert.Equal(["r00", "r01"], Evaluation.Of(NorthWest, facts, Week(2), knownAt: Week(6).Evening()).Sessions().Counted);
        Assert.Equal(["r00", "r01"], Evaluation.Of(NorthWest, facts, Week(2)).Sessions().Counted);
    }

    [Fact]
    public void An_old_version_of_a_pack_answers_as_it_did()
    {
        var facts = Trainee([.. Enumerable.Range(0, 25).Select(week => Attended(week, 50))]);
        var second = NorthWest.With(rule => rule with { Minimum = rule.Minimum with { Value = 20 }, MinimumMinutes = rule.MinimumMinutes! with { Value = 55 } })
            with { Version = 2 };

        var old = Evaluation.Of(NorthWest, facts, EndOfCt1);
        var changed = Evaluation.Of(second, facts, EndOfCt1);
        Assert.Equal((1, 25, 25, true), (old.PackVersion, old.Sessions().Have, old.Sessions().Need, old.Sessions().Met));
        Assert.Equal((2, 0, 20, false), (changed.PackVersion, changed.Sessions().Have, changed.Sessions().Need, changed.Sessions().Met));
        Assert.Equivalent(old, Evaluation.Of(NorthWest, facts, EndOfCt1), strict: true);
    }
}
