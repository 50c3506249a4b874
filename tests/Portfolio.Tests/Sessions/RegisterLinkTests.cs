using System.Net;
using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Sessions;

/// <summary>A leader without an account signs by a letter, a code, and the one register that they open.</summary>
public sealed class RegisterLinkTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_leader_without_an_account_fills_reviews_and_signs_and_every_use_is_told()
    {
        var scene = await RegisterLinkScene.Set(host);
        var leader = await scene.In();

        var session = await leader.Get<SessionBody>(scene.Path());
        await leader.Fill(scene.Scene, session, scene.Scene.Register(other: "apologies"));
        var list = await leader.List(scene.Scene, session.Id);
        var signed = await Requests.Read<SignedRegister>(await leader.Sign(scene.Scene, session.Id, list.Hash));
        var (_, corrected) = await leader.Corrected(scene.Scene, session.Id, scene.Scene.Register());

        Assert.Equal("contemporaneous", list.List.Provenance);
        Assert.Contains(signed.Records, record => record.PersonId == scene.Scene.Trainee.Id && record.Kind == "presentation");
        Assert.Equal(2, corrected.RegisterVersion);
        Assert.Equal(["sent", "code-sent", "confirmed", "filled", "reviewed", "signed", "reviewed", "corrected"], await scene.Uses());
    }

    [Fact]
    public async Task A_session_that_did_not_take_place_is_cancelled_by_the_link()
    {
        var scene = await RegisterLinkScene.Set(host);
        var leader = await scene.In();
        leader.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", $"\"{scene.Session.Version}\"");

        var cancelled = await leader.Post<SessionBody>(scene.Path("/cancellation"), new { reason = "leader-unavailable" });

        Assert.Equal("cancelled", cancelled.State);
        Assert.Equal(["sent", "code-sent", "confirmed", "cancelled"], await scene.Uses());
    }

    [Fact]
    public async Task What_changed_between_review_and_signature_is_not_signed()
    {
        var scene = await RegisterLinkScene.Set(host);
        var (leader, other) = (await scene.In(), await scene.Scene.As(scene.Scene.Leader));
        var seen = await leader.List(scene.Scene, scene.Session.Id);
        await other.Fill(scene.Scene, scene.Session, scene.Scene.Register(other: "absent"));

        Assert.Equal("409 list-changed", await (await leader.Sign(scene.Scene, scene.Session.Id, seen.Hash)).Refusal());
        Assert.Equal("open", (await other.Get<SessionBody>(scene.Path())).State);
    }

    [Fact]
    public async Task A_link_signs_only_what_was_seen_through_it_however_its_hash_became_known()
    {
        var scene = await RegisterLinkScene.Set(host);
        var (leader, other) = (await scene.In(), await scene.Scene.As(scene.Scene.Leader));
        var unseen = await other.List(scene.Scene, scene.Session.Id);

        Assert.Equal("409 list-changed", await (await leader.Sign(scene.Scene, scene.Session.Id, unseen.Hash)).Refusal());

        await leader.List(scene.Scene, scene.Session.Id);
        Assert.Equal(HttpStatusCode.OK, (await leader.Sign(scene.Scene, scene.Session.Id, unseen.Hash)).StatusCode);
    }

    [Fact]
    public async Task Of_two_tabs_the_one_that_looked_before_the_other_changed_something_signs_nothing()
    {
        var scene = await RegisterLinkScene.Set(host);
        var (first, second) = (await scene.In(), await scene.In());
        Assert.Equal("401 sign-in-needed", await (await first.GetAsync(scene.Path(), TestContext.Current.CancellationToken)).Refusal());
        var early = await second.List(scene.Scene, scene.Session.Id);
        await second.Fill(scene.Scene, scene.Session, scene.Scene.Register(other: "absent"));
        var late = await second.List(scene.Scene, scene.Session.Id);

        Assert.Equal("409 list-changed", await (await second.Sign(scene.Scene, scene.Session.Id, early.Hash)).Refusal());
        Assert.Equal(HttpStatusCode.OK, (await second.Sign(scene.Scene, scene.Session.Id, late.Hash)).StatusCode);
        // Sent twice, signed once.
        Assert.Equal(HttpStatusCode.OK, (await second.Sign(scene.Scene, scene.Session.Id, late.Hash)).StatusCode);
        Assert.Single(await scene.Uses(), use => use == "signed");
    }

    [Fact]
    public async Task The_same_request_sends_one_letter_and_another_one_replaces_the_link()
    {
        var scene = await RegisterLinkScene.Set(host);
        var id = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.Created, (await scene.AskToSend(id: id)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await scene.AskToSend(id: id)).StatusCode);
        var letter = Assert.Single(await Letters(scene));
        Assert.DoesNotContain("Tara", letter, StringComparison.Ordinal);

        var second = await scene.Link();
        Assert.Equal(HttpStatusCode.OK, (await scene.AskToSend(id: id)).StatusCode);
        var links = (await scene.Scene.Tutor.Get<LinkList>(scene.Path("/links"))).Links;
        Assert.Equal(["replaced", null], links.Select(link => link.EndedFor));
        Assert.Equal(HttpStatusCode.OK, (await scene.AskForCode(second)).StatusCode);
        Assert.Equal("409 id-taken", await (await scene.AskToSend(scene.Scene.Leader.Id, id)).Refusal());
    }

    private static async Task<IReadOnlyList<string>> Letters(RegisterLinkScene scene)
    {
        for (var tries = 0; tries < 50; tries++, await Task.Delay(100, TestContext.Current.CancellationToken))
            if (await scene.Letters(null, "Register of") is { Count: > 0 } letters)
                return letters;
        return [];
    }

    [Fact]
    public async Task Who_leads_not_or_has_no_address_or_is_of_another_session_gets_no_letter()
    {
        var scene = await RegisterLinkScene.Set(host);
        var trainee = await RegisterLinkScene.Person(scene.Scene, "Nora Noleader", "M9");

        Assert.Equal("422 leader-without-mandate", await (await scene.AskToSend(trainee.Id)).Refusal());
        Assert.Equal("422 address-missing", await (await scene.AskToSend(scene.Scene.Leader.Id)).Refusal());
        Assert.Equal("404 not-found", await (await scene.AskToSend(session: Guid.CreateVersion7())).Refusal());
        foreach (var outsider in new[] { await scene.Scene.As(scene.Scene.Trainee), await scene.Scene.As(scene.Scene.Leader), await scene.In() })
            Assert.Equal("404 not-found", await (await outsider.PostAsJsonAsync(scene.Path("/links"), new { leaderId = scene.Leader.Id }, TestContext.Current.CancellationToken)).Refusal());
    }
}
