using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Sessions;

/// <summary>Saying that a session is not right: open until its register is corrected or somebody answers.</summary>
public sealed class SessionQueryTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_stands_out_in_the_evidence_until_the_register_is_corrected()
    {
        var (scene, session) = await A_signed_session();
        var other = await scene.As(scene.Other);
        await other.Post<QueryBody>(Queries(scene, session), new { says = "I was there for half of it." });
        Assert.Contains((await Confirmations(scene)).Evidence.Exceptions, notice => notice.Code == "queried");

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await (await scene.As(scene.Leader)).Corrected(scene, session.Id, new
        {
            mode = "in-person", leaderId = scene.Leader.Id, coLeaderId = scene.CoLeader.Id,
            lines = new object[] { new { personId = scene.Trainee.Id, attendance = "present", presented = true }, new { personId = scene.Other.Id, attendance = "partial", minutes = 30 } },
        });

        Assert.Equal("corrected", Assert.Single((await other.Get<QueryList>(Queries(scene, session))).Queries).State);
        Assert.DoesNotContain((await Confirmations(scene)).Evidence.Exceptions, notice => notice.Code == "queried");
    }

    [Fact]
    public async Task An_answer_closes_a_query_once_and_whoever_was_there_sees_their_own_alone()
    {
        var (scene, session) = await A_signed_session();
        var (trainee, other, leader) = (await scene.As(scene.Trainee), await scene.As(scene.Other), await scene.As(scene.Leader));
        var query = await trainee.Post<QueryBody>(Queries(scene, session), new { says = "I followed a case up." });

        Assert.Empty((await other.Get<QueryList>(Queries(scene, session))).Queries);
        Assert.Equal("I followed a case up.", Assert.Single((await leader.Get<QueryList>(Queries(scene, session))).Queries).Says);
        Assert.Equal("404 not-found", await (await other.PostAsJsonAsync(Queries(scene, session) + $"/{query.Id}/answer", new { answer = "No" }, Cancellation)).Refusal());
        var answered = await leader.Post<QueryBody>(Queries(scene, session) + $"/{query.Id}/answer", new { answer = "That was another day." });
        Assert.Equal(("answered", "That was another day."), (answered.State, answered.Answer));
        Assert.Equal("409 answered-already", await (await leader.PostAsJsonAsync(Queries(scene, session) + $"/{query.Id}/answer", new { answer = "No" }, Cancellation)).Refusal());
    }

    [Fact]
    public async Task An_unsigned_session_can_be_queried_too_by_whoever_belongs_to_the_group()
    {
        var scene = await Scene.Set(host);
        var session = await scene.A_filled_register();
        await (await scene.As(scene.Trainee)).Post<QueryBody>(Queries(scene, session), new { says = "I was there for half of it." });
        // Signing it says nothing to that.
        await scene.Signed(session);
        Assert.Equal("open", Assert.Single((await (await scene.As(scene.Leader)).Get<QueryList>(Queries(scene, session))).Queries).State);
    }

    private async Task<(Scene, SessionBody)> A_signed_session()
    {
        var scene = await ConfirmationScene.Met(host);
        var session = await scene.A_filled_register();
        await scene.Signed(session);
        return (scene, session);
    }

    private static Task<ConfirmationsBody> Confirmations(Scene scene) => scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations());

    private static string Queries(Scene scene, SessionBody session) => scene.Path($"sessions/{session.Id}/queries");
}
