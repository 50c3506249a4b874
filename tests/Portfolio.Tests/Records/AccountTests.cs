using System.Net.Http.Json;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class AccountTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly object[] Capabilities = [new { framework = "rcpsych-core-2022", code = "1.2" }, new { framework = "rcpsych-core-2022", code = "2.3" }];

    [Fact]
    public async Task An_account_counts_what_was_signed_and_names_the_items_that_the_leader_confirmed()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        await scene.Signed(await scene.A_filled_register("2025-05-21"));

        var signed = await Signed(scene, "2025-06-01");

        Assert.Equal((2, 2, 2, 120, 2, 0), (signed.Account.Held, signed.Account.Expected, signed.Account.Attended, signed.Account.Minutes, signed.Account.Presented, signed.Account.FollowedUp));
        var trainee = await scene.As(scene.Trainee);
        var record = (await trainee.GetFromJsonAsync<RecordBody>(scene.Path($"records/{signed.RecordId}"), TestContext.Current.CancellationToken))!;
        var claim = Assert.IsType<PeriodAccount>(RecordVerifier.Check(Encoding.ASCII.GetBytes(record.Jwt), RecordKeys.None, host.Clock.GetUtcNow()).Claim);
        Assert.Equal(["1.2", "2.3"], claim.Alignments.Select(item => item.Code));
        Assert.Equal(4, claim.Records.Count);
        Assert.Equal(scene.Leader.Id, claim.Leader?.Id);
    }

    [Fact]
    public async Task The_next_account_of_the_period_is_the_next_version_and_the_same_signature_is_the_same_success()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        var first = await Signed(scene, "2025-05-20");
        await scene.Signed(await scene.A_filled_register("2025-05-21"));

        var second = await Signed(scene, "2025-06-01");
        var again = await (await scene.As(scene.Leader)).Post<AccountBody>(Path(scene), Asked(scene, "2025-06-01", second.Hash));

        Assert.Equal((first.RecordId, 2), (second.RecordId, second.Account.Version));
        Assert.Equal((second.RecordId, 2), (again.RecordId, again.Account.Version));
    }

    [Theory]
    [InlineData("rcpsych-core-2022", "9.9")]
    [InlineData("rcpsych-core-2013", "ILO1")]
    [InlineData("made-up", "1.1")]
    public async Task An_item_that_is_unknown_or_did_not_apply_is_refused_by_its_place(string framework, string code)
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        var leader = await scene.As(scene.Leader);

        var answer = await leader.PostAsJsonAsync(Path(scene),
            new { personId = scene.Trainee.Id, from = "2024-08-01", until = "2025-06-01", alignments = new[] { new { framework, code } } }, TestContext.Current.CancellationToken);

        var problem = (await answer.Content.ReadFromJsonAsync<ProblemBody>(TestContext.Current.CancellationToken))!;
        Assert.Equal("invalid-request", problem.Code);
        Assert.StartsWith("$.alignments[0]", problem.Errors![0].Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_account_of_a_period_without_a_session()
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);

        Assert.Equal("422 nothing-to-account-for", await (await leader.PostAsJsonAsync(Path(scene), Asked(scene, "2025-06-01", null), TestContext.Current.CancellationToken)).Refusal());
    }

    private static async Task<AccountBody> Signed(Scene scene, string until)
    {
        var leader = await scene.As(scene.Leader);
        var seen = await leader.Post<AccountBody>(Path(scene), Asked(scene, until, null));
        return await leader.Post<AccountBody>(Path(scene), Asked(scene, until, seen.Hash));
    }

    private static string Path(Scene scene) => scene.Path($"groups/{scene.Group}/accounts");

    private static object Asked(Scene scene, string until, string? listHash) =>
        new { personId = scene.Trainee.Id, from = "2024-08-01", until, alignments = Capabilities, listHash };
}
