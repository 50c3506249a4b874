using System.Net;
using System.Net.Http.Json;
using Portfolio.Api.Privacy;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Privacy;

public sealed class HoldTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hold_keeps_what_there_is_until_it_is_lifted()
    {
        var scene = await ErasureScene.Set(host);
        var path = scene.Scene.Path($"people/{scene.Scene.Trainee.Id}/holds");
        var hold = await scene.Officer.Post<HoldBody>(path, new { reason = "A made-up claim" });

        Assert.Equal("409 held", await (await scene.Erase(scene.Scene.Trainee.Id)).Refusal());
        Assert.DoesNotContain(host.Service<ErasureList>().All(), noted => noted.Person == scene.Scene.Trainee.Id);
        Assert.Equal((hold.Id, "A made-up claim", null), Told(Assert.Single((await scene.Officer.Get<HoldList>(path)).Holds)));
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Officer.DeleteAsync($"{path}/{hold.Id}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Officer.DeleteAsync($"{path}/{hold.Id}", Cancellation)).StatusCode);
        Assert.Equal("404 not-found", await (await scene.Officer.DeleteAsync($"{path}/{Guid.NewGuid()}", Cancellation)).Refusal());
        Assert.NotNull(Assert.Single((await scene.Officer.Get<HoldList>(path)).Holds).LiftedAt);
        Assert.Equal(HttpStatusCode.OK, (await scene.Erase(scene.Scene.Trainee.Id)).StatusCode);
        Assert.Equal("409 person-erased", await (await scene.Officer.PostAsJsonAsync(path, new { reason = "Too late" }, Cancellation)).Refusal());

        static (Guid, string, DateTimeOffset?) Told(HoldBody hold) => (hold.Id, hold.Reason, hold.LiftedAt);
    }

    [Fact]
    public async Task A_hold_that_came_back_with_a_backup_stops_no_erasure_and_one_placed_since_does()
    {
        var scene = await ErasureScene.Set(host);
        var list = host.Service<ErasureList>();
        await scene.Officer.Post<HoldBody>(scene.Scene.Path($"people/{scene.Scene.Other.Id}/holds"), new { reason = "Lifted long ago" });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var person in new[] { scene.Scene.Other, scene.Scene.Trainee })
            list.Note(new(scene.Scene.Programme, person.Id, host.Clock.GetUtcNow(), "objected"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Officer.Post<HoldBody>(scene.Scene.Path($"people/{scene.Scene.Trainee.Id}/holds"), new { reason = "Placed since" });

        await scene.Start();

        var kept = await scene.Rows<Guid>("select person_id from person_key where programme_id = @Programme");
        Assert.Contains(scene.Scene.Trainee.Id, kept);
        Assert.DoesNotContain(scene.Scene.Other.Id, kept);
    }
}
