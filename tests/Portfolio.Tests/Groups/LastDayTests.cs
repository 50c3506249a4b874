using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Groups;

public sealed class LastDayTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_membership_ends_on_a_day_of_its_own_and_not_before_it_began()
    {
        var scene = await Scene.Set(host);
        var newcomer = await scene.Person("Nia Newcomer", "N1", "9900031");
        var membership = await scene.Member(newcomer, from: "2025-01-08");
        var path = scene.Path($"groups/{scene.Group}/members/{membership.Id}/last-day");

        Assert.Equal("422 dates-reversed", await (await scene.Tutor.Put(path, null, new { until = "2025-01-07" })).Refusal());
        Assert.Equal(204, (int)(await scene.Tutor.Put(path, null, new { until = "2025-01-08" })).StatusCode);
        var ended = (await scene.Tutor.Get<PlacesInGroup>(scene.Path($"groups/{scene.Group}/members"))).People.Single(place => place.Id == membership.Id);
        Assert.Equal(new DateOnly(2025, 1, 8), ended.Until);
    }

    [Fact]
    public async Task A_membership_of_another_group_cannot_be_ended_through_this_one()
    {
        var scene = await Scene.Set(host);
        var other = await scene.Tutor.Post<GroupBody>(scene.Path("groups"), new { key = "thu", name = "Thursday group", site = "Riverside", form = "balint-group" });
        var membership = await scene.Member(await scene.Person("Nia Newcomer", "N1", "9900031"));

        Assert.Equal("404 not-found", await (await scene.Tutor.Put(scene.Path($"groups/{other.Id}/members/{membership.Id}/last-day"), null, new { until = "2025-01-08" })).Refusal());
    }
}
