using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>The pages a reader of the description meets: Swagger UI, and where the `type` of a problem leads.</summary>
public sealed partial class DescriptionPagesTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Swagger_shows_our_description_with_files_of_its_own_alone()
    {
        var client = host.Anybody();
        var page = await client.GetAsync("/swagger/index.html", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("script-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        var files = Files().Matches(await page.Content.ReadAsStringAsync(Cancellation)).Select(match => match.Groups["file"].Value).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.DoesNotContain("//", file, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/swagger/" + file, Cancellation)).StatusCode);
        }
        var script = await client.GetStringAsync("/swagger/index.js", Cancellation);
        Assert.Contains("/openapi/v1.json", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_leads_to_the_page() => Assert.Equal("/swagger/index.html", (await host.Anybody().GetAsync("/swagger", Cancellation)).RequestMessage!.RequestUri!.AbsolutePath);

    [Fact]
    public async Task The_type_of_every_problem_leads_to_its_entry()
    {
        var client = host.Anybody();
        var all = (await client.GetFromJsonAsync<ProblemList>("/problems", Cancellation))!.Problems;
        Assert.Equal(Problems.All.Select(problem => problem.Code), all.Select(problem => problem.Code));
        foreach (var problem in all)
            Assert.Equal(problem, await client.GetFromJsonAsync<ProblemBody>(problem.Type, Cancellation));
        Assert.Equal("404 not-found", await (await client.GetAsync("/problems/no-such-problem", Cancellation)).Refusal());
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    public async Task A_problem_is_told_in_the_form_that_is_asked_for(string accept, string type)
    {
        var answer = await Ask(accept);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("session-signed", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_form_that_there_is_not_is_refused() => Assert.Equal("406 not-acceptable", await (await Ask("image/png")).Refusal());

    private Task<HttpResponseMessage> Ask(string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/problems/session-signed");
        request.Headers.Accept.ParseAdd(accept);
        return host.Anybody().SendAsync(request, Cancellation);
    }

    [GeneratedRegex("(src|href)=\"(?<file>[^\"]+)\"")]
    private static partial Regex Files();
}
