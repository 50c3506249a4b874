using Portfolio.Api.Access;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Access;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

/// <summary>A token that came by a real link, against every endpoint there is.</summary>
public sealed class RegisterLinkReachTests(Cast cast) : IClassFixture<Cast>
{
    private static readonly string[] OfTheRegister = ["ReadSession", "ListCheckIns", "ShowCheckIn", "FillRegister", "CancelSession", "ReadSignOffList", "SignOff", "CorrectRegister"];

    [Fact]
    public async Task It_reaches_the_register_of_its_session_and_nothing_else_whatever_the_leader_could_do_signed_in()
    {
        var scene = await RegisterLinkScene.Set(cast.Host);
        var leader = await scene.In();
        var ids = new Dictionary<string, string>(cast.Ids)
        {
            ["programmeId"] = $"{scene.Scene.Programme}", ["groupId"] = $"{scene.Scene.Group}", ["sessionId"] = $"{scene.Session.Id}", ["personId"] = $"{scene.Leader.Id}",
            ["linkId"] = $"{(await scene.Scene.Tutor.Get<LinkList>(scene.Path("/links"))).Links[0].Id}",
        };

        foreach (var unnamed in Closed.SelectMany(endpoint => endpoint.RoutePattern.Parameters).Where(parameter => !ids.ContainsKey(parameter.Name)))
            ids[unnamed.Name] = $"{Guid.CreateVersion7()}";

        var reached = new List<string>();
        foreach (var endpoint in Closed)
            if (await Matrix.Outcome(await Matrix.Ask(leader, endpoint, ids)) != "404 not-found")
                reached.Add(Matrix.NameOf(endpoint));

        Assert.Equal(OfTheRegister.Order(), reached.Order());
    }

    [Fact]
    public async Task Another_session_of_the_same_leader_and_group_is_as_good_as_absent()
    {
        var scene = await RegisterLinkScene.Set(cast.Host);
        var leader = await scene.In();
        var other = await scene.Scene.A_filled_register("2025-05-21");
        var ids = new Dictionary<string, string>(cast.Ids) { ["programmeId"] = $"{scene.Scene.Programme}", ["groupId"] = $"{scene.Scene.Group}", ["sessionId"] = $"{other.Id}" };

        foreach (var endpoint in Closed.Where(endpoint => OfTheRegister.Contains(Matrix.NameOf(endpoint))))
            Assert.Equal("404 not-found", await Matrix.Outcome(await Matrix.Ask(leader, endpoint, ids)));
        await (await scene.Scene.As(scene.Leader)).Get<SessionBody>(scene.Scene.Path($"sessions/{other.Id}"));
    }

    private IEnumerable<Microsoft.AspNetCore.Routing.RouteEndpoint> Closed => cast.Host.Endpoints.Where(endpoint => Matrix.RelationOf(endpoint) is not null
        && endpoint.Metadata.GetMetadata<Portfolio.Api.Http.AnswersWithPage>() is null);
}
