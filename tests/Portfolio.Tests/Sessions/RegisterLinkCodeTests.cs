using System.Net;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

public sealed class RegisterLinkCodeTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Five_wrong_codes_spend_the_right_one()
    {
        var scene = await RegisterLinkScene.Set(host);
        var link = await scene.Link();
        var code = await scene.Code(link);

        for (var tries = 0; tries < 5; tries++)
            Assert.Equal("422 code-wrong", await (await scene.AskToOpen(link, Another(code))).Refusal());

        Assert.Equal("409 code-over", await (await scene.AskToOpen(link, code)).Refusal());
        Assert.Equal(5, (await scene.Uses()).Count(use => use == "code-wrong"));
    }

    [Fact]
    public async Task Five_guesses_at_once_are_five_tries()
    {
        var scene = await RegisterLinkScene.Set(host);
        var link = await scene.Link();
        var code = await scene.Code(link);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => scene.AskToOpen(link, Another(code))));

        Assert.Equal(5, (await scene.Uses()).Count(use => use == "code-wrong"));
        Assert.Equal("409 code-over", await (await scene.AskToOpen(link, code)).Refusal());
    }

    [Fact]
    public async Task A_code_opens_once_even_when_it_comes_twice_at_the_same_moment()
    {
        var scene = await RegisterLinkScene.Set(host);
        var link = await scene.Link();
        var code = await scene.Code(link);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.AskToOpen(link, code)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal("409 code-over", await (await scene.AskToOpen(link, code)).Refusal());
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes_and_for_its_own_link()
    {
        var scene = await RegisterLinkScene.Set(host);
        var other = await RegisterLinkScene.Set(host);
        var (link, foreign) = (await scene.Link(), await other.Link());
        var code = await scene.Code(link);
        await other.Code(foreign);

        Assert.Equal("422 code-wrong", await (await scene.AskToOpen(foreign, code)).Refusal());
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("409 code-over", await (await scene.AskToOpen(link, code)).Refusal());
    }

    [Fact]
    public async Task Each_code_waits_longer_than_the_one_before_until_one_is_right()
    {
        var scene = await RegisterLinkScene.Set(host);
        var link = await scene.Link();
        await scene.Code(link);
        Assert.Equal("429 code-too-soon", await (await scene.AskForCode(link)).Refusal());
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Code(link);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var refused = await scene.AskForCode(link);
        Assert.Equal("429 code-too-soon", await refused.Refusal());
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = await scene.Code(link);

        await Requests.Read<LinkOpened>(await scene.AskToOpen(link, code));

        Assert.Equal(HttpStatusCode.OK, (await scene.AskForCode(link)).StatusCode);
    }

    [Fact]
    public async Task Asking_without_a_code_opens_nothing_and_spends_nothing()
    {
        var scene = await RegisterLinkScene.Set(host);
        var link = await scene.Link();
        var code = await scene.Code(link);

        Assert.Equal("422 code-wrong", await (await scene.AskToOpen(link)).Refusal());

        await Requests.Read<LinkOpened>(await scene.AskToOpen(link, code));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(11, 1024)]
    [InlineData(12, 1440)]
    [InlineData(1000, 1440)]
    public void The_wait_doubles_up_to_a_day(int sent, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), RegisterLinkCode.Wait(sent));

    private static string Another(string code) => code == "000000" ? "000001" : "000000";
}
