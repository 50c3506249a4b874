using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Groups;

public sealed class GroupDetailsTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Forms_of_meeting_are_data_and_a_programme_adds_its_own()
    {
        var scene = await Scene.Set(host);
        var shipped = (await scene.Tutor.Get<MeetingFormList>(scene.Path("meeting-forms"))).Forms;
        Assert.Equal(
            ["balint-group", "case-based-discussion-group", "narrative-supervision-group", "one-to-one-supervision", "peer-review-group", "taster", "workshop"],
            shipped.Select(form => form.Key).Order());
        Assert.False(shipped.Single(form => form.Key == "taster").Counts);
        Assert.Equal("was-supervised", shipped.Single(form => form.Key == "one-to-one-supervision").MemberDoes);

        var group = new { key = "rounds", name = "Rounds", site = "Riverside", form = "reflective-rounds" };
        Assert.Equal("422 meeting-form-unknown", await (await scene.Tutor.PostAsJsonAsync(scene.Path("groups"), group, TestContext.Current.CancellationToken)).Refusal());
        await scene.Tutor.Post<FactBody>(scene.Path("meeting-forms"), Form("reflective-rounds"));
        Assert.Equal("reflective-rounds", (await scene.Tutor.Post<GroupBody>(scene.Path("groups"), group)).Form);
        Assert.Equal("409 meeting-form-key-taken", await (await scene.Tutor.PostAsJsonAsync(scene.Path("meeting-forms"), Form("reflective-rounds"), TestContext.Current.CancellationToken)).Refusal());
        Assert.Equal("409 meeting-form-key-taken", await (await scene.Tutor.PostAsJsonAsync(scene.Path("meeting-forms"), Form("balint-group"), TestContext.Current.CancellationToken)).Refusal());
        var another = await Scene.Set(host);
        Assert.DoesNotContain("reflective-rounds", (await another.Tutor.Get<MeetingFormList>(another.Path("meeting-forms"))).Forms.Select(form => form.Key));
    }

    [Fact]
    public async Task What_is_said_of_a_group_holds_until_something_else_is()
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var path = scene.Path($"groups/{scene.Group}/details");
        await leader.Post<FactBody>(path, Details(closed: false, "2024-08-01"));
        await leader.Post<FactBody>(path, Details(closed: true, "2025-01-01"));

        var details = (await (await scene.As(scene.Trainee)).Get<GroupDetailsList>(path)).Details;
        Assert.Equal([(false, "2024-12-31"), (true, "")], details.Select(said => (said.Closed, $"{said.Until:yyyy-MM-dd}")));
        Assert.True((await leader.Get<GroupBody>(scene.Path($"groups/{scene.Group}"))).Details!.Closed);
        Assert.Equal("409 dates-overlap", await (await leader.PostAsJsonAsync(path, Details(closed: true, "2024-10-01"), TestContext.Current.CancellationToken)).Refusal());
        Assert.Equal(details, (await leader.Get<GroupDetailsList>(path)).Details);
    }

    [Fact]
    public async Task Members_accept_a_version_of_the_agreement_and_the_leader_sees_who_did()
    {
        var scene = await Scene.Set(host);
        var (leader, trainee) = (await scene.As(scene.Leader), await scene.As(scene.Trainee));
        var path = scene.Path($"groups/{scene.Group}/agreements");
        await leader.Post<FactBody>(path, new { clauses = new[] { "What is said stays here." }, from = "2024-08-01" });
        var second = await leader.Post<FactBody>(path, new { clauses = new[] { "What is said stays here.", "No advice." }, from = "2025-01-01" });

        Assert.True((await trainee.PutAsync($"{path}/{second.Id}/acceptance", null, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.True((await trainee.PutAsync($"{path}/{second.Id}/acceptance", null, TestContext.Current.CancellationToken)).IsSuccessStatusCode);

        var versions = (await leader.Get<AgreementList>(path)).Agreements;
        Assert.Equal([2, 1], versions.Select(version => version.Number));
        Assert.Equal(scene.Trainee.Id, Assert.Single(versions[0].Accepted).PersonId);
        Assert.Empty(versions[1].Accepted);
        Assert.Single((await trainee.Get<AgreementList>(path)).Agreements[0].Accepted);
        Assert.Empty((await (await scene.As(scene.Other)).Get<AgreementList>(path)).Agreements[0].Accepted);
    }

    [Fact]
    public async Task Whoever_leads_is_shown_with_what_they_lead_by()
    {
        var scene = await Scene.Set(host);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Leader.Id}/qualifications"), new { code = "accredited", issuer = "A made-up society", from = "2024-01-01" });
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Leader.Id}/professions"), new { code = "psychiatrist", from = "2010-01-01" });
        var again = await scene.Tutor.PostAsJsonAsync(scene.Path($"people/{scene.Leader.Id}/qualifications"), new { code = "accredited", from = "2025-01-01" },
            TestContext.Current.CancellationToken);

        var leads = (await scene.Tutor.Get<PlacesInGroup>(scene.Path($"groups/{scene.Group}/leaders"))).People.Single(place => place.PersonId == scene.Leader.Id);
        Assert.Equal("accredited", Assert.Single(leads.Qualifications!).Code);
        Assert.Equal("psychiatrist", Assert.Single(leads.Professions!).Code);
        Assert.Equal("409 dates-overlap", await again.Refusal());
    }

    private static object Form(string key) => new
    {
        key, title = new[] { new { language = "en", text = "Reflective rounds" } }, sizeFrom = 4, sizeTo = 20, minutes = 60, doings = new[] { "attend", "lead" },
    };

    private static object Details(bool closed, string from) => new { sizeFrom = 6, sizeTo = 12, closed, voluntary = false, admission = "assigned", cases = 1, from };
}
