using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class LeadingTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Whoever_signs_vouches_for_the_other_leader_and_never_for_themselves()
    {
        var scene = await Scene.Set(host);

        var signed = await scene.Signed(await scene.A_filled_register());

        var leading = Assert.Single(signed.Records, record => record.Kind == "leading");
        Assert.Equal(scene.CoLeader.Id, leading.PersonId);
    }

    [Fact]
    public async Task The_other_leader_vouches_for_the_one_who_signed_after_seeing_the_list()
    {
        var scene = await Scene.Set(host);
        var session = await scene.A_filled_register();
        await scene.Signed(session);
        var (coLeader, path) = (await scene.As(scene.CoLeader), scene.Path($"sessions/{session.Id}/leading"));

        var list = await coLeader.Post<SignOffListBody>(path, new { });
        var signed = await coLeader.Post<SignedRegister>(path, new { listHash = list.Hash });

        Assert.Equal(scene.Leader.Id, Assert.Single(list.List.Records).PersonId);
        Assert.Equal(2, signed.Records.Count(record => record is { Kind: "leading", State: "valid" }));
        Assert.Equal("409 nothing-to-correct", await (await coLeader.PostAsJsonAsync(path, new { }, TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task A_leader_cannot_vouch_for_their_own_leading()
    {
        var scene = await Scene.Set(host);
        var session = await scene.A_filled_register();
        await scene.Signed(session);
        var leader = await scene.As(scene.Leader);

        var answer = await leader.PostAsJsonAsync(scene.Path($"sessions/{session.Id}/leading"), new { }, TestContext.Current.CancellationToken);

        Assert.Equal("409 nothing-to-correct", await answer.Refusal());
    }
}
