using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Deliveries;

public sealed class TurnTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Receipt = [1];

    [Fact]
    public void What_was_never_sent_is_delivered() => Assert.Equal((Act.Deliver, 1), Sent([Line(1)], Repeating.Neither));

    [Theory]
    [InlineData(Repeating.SameId, Act.Deliver)]
    [InlineData(Repeating.ReadBack, Act.Find)]
    public void A_lost_answer_is_settled_as_the_platform_allows(Repeating repeating, object act) => Assert.Equal(((Act)act, 1), Sent([Line(1, doubt: true)], repeating));

    [Fact]
    public void Where_nobody_can_tell_the_person_is_asked() => Assert.Equal(("unknown", "no-answer", 1), Settled([Line(1, doubt: true)], Repeating.Neither));

    [Fact]
    public void What_never_arrived_is_withdrawn_without_asking() => Assert.Equal(("withdrawn", null, 1), Settled([Line(1, wanted: "gone")], Repeating.Neither));

    [Fact]
    public void What_is_there_and_must_go_is_taken_back() => Assert.Equal((Act.Withdraw, 1), Sent([Line(1, wanted: "gone", receipt: Receipt)], Repeating.Neither));

    [Fact]
    public void A_newer_version_goes_in_the_place_of_the_older() =>
        Assert.Equal((Act.Replace, 2), Sent([Line(1, wanted: "gone", receipt: Receipt), Line(2)], Repeating.ReadBack));

    [Fact]
    public void An_older_version_that_never_went_is_passed_over() =>
        Assert.Equal(("withdrawn", null, 1), Settled([Line(1, wanted: "gone"), Line(2)], Repeating.ReadBack));

    [Fact]
    public void A_newer_version_waits_until_it_is_known_whether_the_older_is_there() =>
        Assert.Equal((Act.Find, 1), Sent([Line(1, wanted: "gone", doubt: true), Line(2)], Repeating.ReadBack));

    [Fact]
    public void A_newer_version_does_not_overtake_one_that_the_person_is_asked_about() =>
        Assert.Equal(("parked", "waits-for-older", 2), Settled([Line(1, wanted: "gone", state: "unknown"), Line(2)], Repeating.Neither));

    [Fact]
    public void An_older_version_stays_until_the_newer_can_go() =>
        Assert.Equal(("parked", "waits-for-newer", 1), Settled([Line(1, wanted: "gone", receipt: Receipt), Line(2, state: "parked")], Repeating.ReadBack));

    [Fact]
    public void An_older_version_goes_where_the_newer_is_not_taken() =>
        Assert.Equal((Act.Withdraw, 1), Sent([Line(1, wanted: "gone", receipt: Receipt), Line(2, state: "refused")], Repeating.ReadBack));

    [Fact]
    public void After_two_weeks_somebody_must_look() =>
        Assert.Equal(("parked", "given-up", 1), Settled([Line(1) with { Since = Now - TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1) }], Repeating.SameId));

    [Fact]
    public void Until_two_weeks_are_over_it_is_tried() => Assert.Equal((Act.Deliver, 1), Sent([Line(1) with { Since = Now - TimeSpan.FromDays(14) }], Repeating.SameId));

    [Fact]
    public void What_is_settled_rests() => Assert.IsType<Turn.Rest>(Turn.Next([Line(1, state: "accepted", receipt: Receipt)], Repeating.SameId, Now));

    private static (Act, int) Sent(IReadOnlyList<Delivery> versions, Repeating repeating)
    {
        var sent = Assert.IsType<Turn.Send>(Turn.Next(versions, repeating, Now));
        return (sent.Act, sent.Of.Number);
    }

    private static (string, string?, int) Settled(IReadOnlyList<Delivery> versions, Repeating repeating)
    {
        var settle = Assert.IsType<Turn.Settle>(Turn.Next(versions, repeating, Now));
        return (settle.State, settle.Reason, settle.Of.Number);
    }

    private static Delivery Line(int number, string wanted = "there", string state = "due", bool doubt = false, byte[]? receipt = null) =>
        new(Guid.CreateVersion7(), new Guid(1, 2, 3, new byte[8]), number, "attendance", wanted, state, doubt, receipt, null, 0, Now);
}
