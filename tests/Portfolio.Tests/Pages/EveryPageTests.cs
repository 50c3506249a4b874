using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;
using Portfolio.Api.Access;
using Portfolio.Api.Http;
using Portfolio.Tests.Access;

namespace Portfolio.Tests.Pages;

/// <summary>Every page that is mapped, on a phone, as one of those sees it to whom it opens: what the journeys do not come past is looked at here.</summary>
public sealed class EveryPageTests(Cast cast, RealBrowser chromium) : IClassFixture<Cast>, IClassFixture<RealBrowser>
{
    [Fact]
    public async Task Every_page_can_be_used_by_everybody_whom_it_opens_to()
    {
        var (faults, looked, browsers) = (new List<string>(), 0, new Dictionary<HttpClient, IPage>());
        var nobody = cast.Host.Anybody();
        foreach (var page in cast.Host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<AnswersWithPage>() is not null))
        {
            var client = page.Metadata.GetMetadata<OpenToAll>() is null ? cast.Actors.Values.First(actor => Matrix.Opens(page, actor)).Client : nobody;
            using var answer = await Matrix.Look(client, page, cast);
            // A calendar or a file is no page.
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            if (!browsers.TryGetValue(client, out var browser))
            {
                browser = browsers[client] = await chromium.Open(Device.Phone);
                if (client != nobody)
                    await RealBrowser.SignIn(cast.Host, browser, client);
            }
            await browser.GotoAsync(new Uri(cast.Host.Address, Matrix.AddressOf(page, cast)).ToString());
            looked++;
            if (await Record.ExceptionAsync(() => RealBrowser.Look(browser, NameOf(page))) is { } fault)
                faults.Add(fault.Message);
        }
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.True(looked > 45, $"Only {looked} pages were looked at.");
    }

    private static string NameOf(RouteEndpoint page) => string.Join('-', page.RoutePattern.RawText!.Split('/').Where(part => part.Length > 0).Select(part => part.Trim('{', '}').Split(':')[0]).DefaultIfEmpty("front").Prepend("each"));
}
