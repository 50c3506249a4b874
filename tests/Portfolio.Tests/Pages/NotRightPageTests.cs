using Microsoft.Playwright;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Pages;

/// <summary>“This is not right”: said by the trainee, answered by whoever leads, seen by both.</summary>
public sealed class NotRightPageTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_trainee_says_it_a_leader_answers_and_both_see_what_became_of_it(bool scripts)
    {
        var scene = await Scene.Set(host);
        // Signed and not: it can be said of either.
        var session = await scene.A_filled_register("2025-05-28");
        if (scripts)
            await scene.Signed(session);
        var (year, path) = ($"{host.Address}programmes/{scene.Programme}/trainees/{scene.Trainee.Id}", $"{host.Address}programmes/{scene.Programme}/sessions/{session.Id}/not-right");
        var trainee = await chromium.As(host, scene.Key, $"{scene.Trainee.Id}", Device.Phone, scripts);
        await trainee.GotoAsync(year);
        await trainee.Locator("#sessions summary").ClickAsync();
        await trainee.GetByRole(AriaRole.Link, new() { Name = "This is not right" }).First.ClickAsync();
        await Assertions.Expect(trainee.GetByText(scripts ? "The signed register says that you were there" : "Its register is not signed yet")).ToBeVisibleAsync();

        await trainee.GetByRole(AriaRole.Button, new() { Name = "Send it to the leader" }).ClickAsync();
        await Assertions.Expect(trainee.Locator("#error-about")).ToHaveTextAsync("Choose what is not right.");
        await RealBrowser.Look(trainee, scripts ? "not-right-wrong" : "not-right-wrong-plain");
        await trainee.GetByRole(AriaRole.Radio, new() { Name = "The minutes are wrong" }).CheckAsync();
        await trainee.GetByLabel("If the minutes are wrong").FillAsync("40");
        await trainee.GetByRole(AriaRole.Button, new() { Name = "Send it to the leader" }).ClickAsync();
        await Assertions.Expect(trainee.GetByText("I was there for 40 minutes.")).ToBeVisibleAsync();
        await RealBrowser.Look(trainee, scripts ? "not-right" : "not-right-plain");
        await trainee.GotoAsync(year);
        await Assertions.Expect(trainee.GetByText("1 said not to be right")).ToBeVisibleAsync();

        var leader = await chromium.As(host, scene.Key, "L1", scripts: scripts);
        await leader.GotoAsync(path);
        await Assertions.Expect(leader.GetByText("I was there for 40 minutes.")).ToBeVisibleAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Link, new() { Name = scripts ? "Correct the register" : "Put the register right" })).ToBeVisibleAsync();
        await RealBrowser.Look(leader, scripts ? "not-right-leader" : "not-right-leader-plain");
        await leader.GetByLabel("Your answer").FillAsync("We looked: it was the whole hour.");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await Assertions.Expect(leader.GetByText("Lena Leader answered on")).ToBeVisibleAsync();

        await trainee.GotoAsync(path);
        await Assertions.Expect(trainee.GetByText("We looked: it was the whole hour.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_is_said_with_the_keyboard_alone()
    {
        var scene = await ConfirmationScene.Met(host);
        var session = await scene.A_filled_register();
        var page = await chromium.As(host, scene.Key, $"{scene.Trainee.Id}");
        await page.GotoAsync($"{host.Address}programmes/{scene.Programme}/sessions/{session.Id}/not-right");
        await page.GetByLabel("I was there").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Another day.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("I was not there. Another day.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_fourteen_days_without_an_answer_it_is_the_tutors_too_once()
    {
        var scene = await Scene.Set(host);
        var (tutor, leader) = ($"{scene.Key}-tutor@example.org", $"{scene.Key}-leader@example.org");
        await Reachable(scene, "Thea Tutor", tutor, async person => await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = person.Id, office = "tutor", from = "2024-08-01" }));
        await Reachable(scene, "Leo Leader", leader, person => scene.Mandate(person, "deputy"));
        var session = await scene.A_filled_register();
        var query = await (await scene.As(scene.Trainee)).Post<QueryBody>(scene.Path($"sessions/{session.Id}/queries"), new { says = "I was there longer." });
        var told = Assert.Single(await host.LettersTo(leader));
        Assert.EndsWith($"/sessions/{session.Id}/not-right", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("longer", told.Text + told.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Tara", told.Text + told.Subject, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromDays(13));
        await host.Service<HandoverWorker>().Tell(Cancellation);
        Assert.Null((await Queries(scene, session)).PassedOnAt);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.Service<HandoverWorker>().Tell(Cancellation);
        await host.Service<HandoverWorker>().Tell(Cancellation);
        Assert.NotNull((await Queries(scene, session)).PassedOnAt);
        Assert.Single(await host.LettersTo(tutor));

        // Signing is no answer; an answer is.
        await scene.Signed(session);
        Assert.Equal("open", (await Queries(scene, session)).State);
        await (await host.As(scene.Key, "T1")).Post<QueryBody>(scene.Path($"sessions/{session.Id}/queries/{query.Id}/answer"), new { answer = "It was an hour." });
        Assert.Equal("answered", (await Queries(scene, session)).State);
    }

    private static async Task<QueryBody> Queries(Scene scene, SessionBody session) =>
        Assert.Single((await (await scene.As(scene.Trainee)).Get<QueryList>(scene.Path($"sessions/{session.Id}/queries"))).Queries);

    private static async Task Reachable(Scene scene, string name, string email, Func<PersonBody, Task> give) =>
        await give(await scene.Tutor.Post<PersonBody>(scene.Path("people"), new { name, key = email, email }));
}
