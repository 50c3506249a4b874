using System.Net.Http.Headers;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

/// <summary>Today is 2 June 2025.</summary>
public class CohortTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Every_trainee_of_ones_sites_stands_there_with_what_they_have_and_need()
    {
        var scene = await ATermOfThree();
        var cohort = await scene.Tutor.Get<CohortBody>(scene.Path("cohort"));
        Assert.Equal(new(2025, 6, 2), cohort.AsOf);
        Assert.Equal(["Otto Other", "Tara Trainee"], cohort.Trainees.Select(trainee => trainee.Name));
        var tara = cohort.Trainees[1];
        Assert.Equal(("CT2", "Riverside", "uk-nw-core", 1), (tara.Grade, tara.Site, tara.Pack, tara.PackVersion));
        Assert.Equal("Wednesday group", Assert.Single(tara.Groups).Name);
        Assert.Equal(("sessions", 3m, 25m), (tara.Rules[0].Id, tara.Rules[0].Have, tara.Rules[0].Need));
        Assert.Equal(new DateOnly(2025, 7, 31), tara.Deadline);
        Assert.Null(tara.Unlocked);
        // Nobody gave Otto a pack, so there is nothing to judge him by.
        Assert.Equal((null, null, 0), (cohort.Trainees[0].Pack, cohort.Trainees[0].State, cohort.Trainees[0].Rules.Count));
    }

    [Fact]
    public async Task Somebody_without_a_requirement_is_in_no_cohort()
    {
        var scene = await ATermOfThree();
        var member = await scene.Person("Gus General", "GP1", "9900061");
        await scene.Placement(member, role: "member");
        Assert.DoesNotContain("Gus General", (await scene.Tutor.Get<CohortBody>(scene.Path("cohort"))).Trainees.Select(trainee => trainee.Name));
    }

    [Theory]
    [InlineData("?pack=uk-nw-core", "Tara Trainee")]
    [InlineData("?pack=none", "Otto Other")]
    [InlineData("?state=none", "Otto Other")]
    [InlineData("?state=met", "")]
    [InlineData("?site=Hillside", "")]
    [InlineData("?site=Riverside&sort=state", "Tara Trainee, Otto Other")]
    [InlineData("?sort=deadline", "Tara Trainee, Otto Other")]
    [InlineData("?group={group}", "Otto Other, Tara Trainee")]
    [InlineData("?asOf=2024-08-06", "")]
    public async Task What_is_asked_for_is_what_is_shown_in_the_order_that_is_asked_for(string query, string names)
    {
        var scene = await ATermOfThree();
        var cohort = await scene.Tutor.Get<CohortBody>(scene.Path("cohort" + query.Replace("{group}", $"{scene.Group}", StringComparison.Ordinal)));
        Assert.Equal(names, string.Join(", ", cohort.Trainees.Select(trainee => trainee.Name)));
    }

    [Fact]
    public async Task A_sheet_of_it_holds_no_formula()
    {
        var scene = await ATermOfThree();
        var sly = await scene.Person("=HYPERLINK(A1)", "SLY", "9900062");
        await scene.Placement(sly);
        var request = new HttpRequestMessage(HttpMethod.Get, scene.Path("cohort"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        var answer = await scene.Tutor.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split('\n');
        Assert.StartsWith("person_id,name,grade,site,groups,pack,version,state,sessions,assessments,deadline,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(",'=HYPERLINK(A1),", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",Tara Trainee,CT2,Riverside,Wednesday group,uk-nw-core,1,", StringComparison.Ordinal) && line.Contains(",3 of 25,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_looks_after_another_site_sees_none_of_them()
    {
        var scene = await ATermOfThree();
        var hillside = await scene.Person("Hilda Hillside", "H1", "9900063");
        await scene.Tutor.Post<GroupBody>(scene.Path("groups"), new { key = "fri", name = "Friday group", site = "Hillside", form = "balint-group" });
        await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = hillside.Id, office = "tutor", from = "2024-08-01", site = "Hillside" });
        var theirs = await scene.As(hillside);
        Assert.Empty((await theirs.Get<CohortBody>(scene.Path("cohort"))).Trainees);
        Assert.Empty((await theirs.Get<UnsignedRegisters>(scene.Path("cohort/registers"))).Leaders);
        Assert.Equal("Friday group", Assert.Single((await theirs.Get<CohortGroups>(scene.Path("cohort/groups"))).Groups).Name);
        Assert.Equal("404 not-found", await (await (await scene.As(scene.Leader)).GetAsync(scene.Path("cohort"), TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task Registers_that_nobody_signed_stand_with_their_leader_and_how_long_they_wait()
    {
        var scene = await ATermOfThree();
        var open = await scene.A_filled_register("2025-05-30");
        var waiting = Assert.Single((await scene.Tutor.Get<UnsignedRegisters>(scene.Path("cohort/registers"))).Leaders);
        Assert.Equal(("Lena Leader", scene.Leader.Id), (waiting.Name, waiting.PersonId));
        Assert.Equal((open.Id, "Wednesday group", 3), (waiting.Registers[0].SessionId, waiting.Registers[0].Group, waiting.Registers[0].Days));
    }

    [Fact]
    public async Task A_group_shows_what_it_held_of_what_was_planned_and_who_leads_it_ahead()
    {
        var scene = await ATermOfThree();
        var leader = await scene.As(scene.Leader);
        await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-06-25", startsAt = "15:00:00", minutes = 60 });
        var cancelled = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-05-07", startsAt = "15:00:00", minutes = 60 });
        var cancellation = new HttpRequestMessage(HttpMethod.Post, scene.Path($"sessions/{cancelled.Id}/cancellation")) { Content = System.Net.Http.Json.JsonContent.Create(new { reason = "holiday" }) };
        cancellation.Headers.TryAddWithoutValidation("If-Match", $"\"{cancelled.Version}\"");
        Assert.True((await leader.SendAsync(cancellation, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        await scene.A_filled_register("2025-05-30");

        var group = Assert.Single((await scene.Tutor.Get<CohortGroups>(scene.Path("cohort/groups"))).Groups);
        Assert.Equal(("Wednesday group", "Riverside", 2), (group.Name, group.Site, group.Members));
        Assert.Equal((5, 3, 1, 1), (group.Planned, group.Held, group.Cancelled, group.Waiting));
        Assert.Equal((1, 0, null), (group.Ahead, group.AheadUncovered, group.UncoveredFrom));
        Assert.Equal(new[] { scene.Leader.Id, scene.CoLeader.Id }.Order(), group.Leaders.Order());
    }

    private async Task<Scene> ATermOfThree()
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        await scene.Placement(scene.Other);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/requirements"), new { pack = "uk-nw-core", from = "2024-08-07" });
        foreach (var day in new[] { "2025-05-14", "2025-05-21", "2025-05-28" })
            await scene.Signed(await scene.A_filled_register(day));
        return scene;
    }
}
