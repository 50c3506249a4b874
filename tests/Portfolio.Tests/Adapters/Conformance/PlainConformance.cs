using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Adapters.Conformance;

/// <summary>The suite holds of an adapter that does everything right, and every fault planted in it is caught by the scenario that is there for it.</summary>
public sealed class PlainConformance : AdapterConformance
{
    private readonly Bad bad;

    public PlainConformance() : this(Bad.Nothing)
    {
    }

    private PlainConformance(Bad bad) => this.bad = bad;

    protected override IPortfolioAdapter Adapter => new BadAdapter(bad);

    public static TheoryData<Bad, string> Planted { get; } = new()
    {
        { Bad.SendsAgainItself, "lost answer, before it" },
        { Bad.LetsItBeRepeated, "lost answer, within it" },
        { Bad.ClaimsSameId, "deliver again" },
        { Bad.ClaimsSameId, "lost answer, before it" },
        { Bad.TakesAnythingForAccepted, "garbage" },
        { Bad.TakesAnythingForAccepted, "truncated" },
        { Bad.CallsALossLater, "lost answer, before it" },
        { Bad.CallsALossLater, "slow" },
        { Bad.Throws, "reset" },
        { Bad.FollowsRedirects, "redirect" },
        { Bad.FollowsRedirects, "redirect of everything" },
        { Bad.SaysTheToken, "403" },
        { Bad.SaysTheName, "403" },
        { Bad.FindsNothingOnFailure, "find where nothing can be told" },
        { Bad.FindsAnyVersion, "find" },
        { Bad.IgnoresRetryAfter, "429 in seconds" },
        { Bad.IgnoresRetryAfter, "429 until a date" },
        { Bad.TakesConflictForAccepted, "409 different" },
        { Bad.KeepsTryingWhatIsGone, "410" },
        { Bad.KeepsTryingSignedOut, "401" },
        { Bad.GoesByTheirClock, "clock 5 minutes ahead" },
        { Bad.GoesByTheirClock, "clock 5 minutes behind" },
        { Bad.LeavesTheOlder, "replace" },
        { Bad.PutsTheNewerFirst, "replace, one of its requests lost" },
        { Bad.ForgetsToWithdraw, "withdraw" },
        { Bad.WithdrawsEverything, "withdraw what never arrived" },
        { Bad.TrialLeavesSomething, "test" },
        { Bad.PromisesAllWorks, "test where nothing works" },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task A_planted_fault_is_caught(Bad planted, string scenario)
    {
        var caught = await Xunit.Record.ExceptionAsync(() => new PlainConformance(planted).Play(Scenarios.All.Single(one => one.Name == scenario)));
        Assert.NotNull(caught);
        Assert.True(caught is Xunit.Sdk.XunitException || planted == Bad.Throws, $"It failed for another reason: {caught}");
    }

    [Fact]
    public void Every_kind_of_fault_is_planted() => Assert.Equal(Enum.GetValues<Bad>().Except([Bad.Nothing]).Order(), Planted.Select(row => row.Data.Item1).Distinct().Order());

    protected override PlatformDouble Platform() => new PlainHost();

    protected override Task<TestConnection> Connect(PlatformDouble platform) =>
        Task.FromResult(new TestConnection(new Dictionary<string, string> { ["url"] = platform.Address.AbsoluteUri, ["token"] = PlainHost.Token }));
}
