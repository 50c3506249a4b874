using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>What every answer tells a browser, and what is refused before its path is looked at.</summary>
public sealed class WebMannersTests(SignedHost house) : IClassFixture<SignedHost>
{
    private const string NoPage = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One of every kind: bytes, JSON, a page, a file, and each way in which a refusal comes about.</summary>
    public static TheoryData<string, string, int> Answers { get; } = new()
    {
        { "GET", "/openapi/v1.yaml", 200 }, { "GET", "/swagger/index.html", 200 }, { "GET", "/swagger/swagger-ui.css", 200 }, { "GET", "/problems", 200 }, { "GET", "/health/live", 200 },
        { "GET", "/demonstration", 200 }, { "GET", "/nothing-here", 404 }, { "GET", "/v1/programmes/00000000-0000-0000-0000-000000000001/people", 401 }, { "PATCH", "/problems", 405 },
        { "POST", "/demonstration/sign-in", 400 }, { "POST", "/oauth/token", 415 }, { "TRACE", "/", 405 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_tells_what_may_be_done_with_it(string method, string path, int status)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = method == "POST" ? new StringContent("{", new MediaTypeHeaderValue("application/json")) : null });
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("nosniff", Only(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Only(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Only(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Only(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Only(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Only(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotEmpty(Only(answer, "Cache-Control"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"), "There is no https address here.");
    }

    [Theory]
    [InlineData("application/json", NoPage)]
    [InlineData("text/html", NoPage)]
    public async Task What_is_no_page_of_its_own_runs_and_loads_nothing(string accept, string policy)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/problems") { Headers = { { "Accept", accept } } };
        using var answer = await Send(request);
        Assert.Equal(accept, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(policy, Only(answer, "Content-Security-Policy"));
    }

    [Fact]
    public async Task What_is_personal_is_not_kept_by_any_cache()
    {
        using var page = await house.Scene.Tutor.GetAsync(house.Scene.Path("people"), Cancellation);
        Assert.Equal("no-store", Only(page, "Cache-Control"));
        using var refused = await house.Scene.Tutor.PostAsJsonAsync(house.Scene.Path("people"), new { }, Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "no-store"), (refused.StatusCode, Only(refused, "Cache-Control")));
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-HTTP-Method", "PUT")]
    [InlineData("X-Method-Override", "GET")]
    [InlineData("X-Original-URL", "/v1/programmes")]
    [InlineData("X-Rewrite-URL", "/v1/programmes")]
    public async Task A_method_or_a_path_named_in_a_header_is_refused(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, house.Scene.Path("people")) { Headers = { { header, value } } };
        Assert.Equal("400 invalid-request", await (await Send(request)).Refusal());
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("DEBUG")]
    public async Task Methods_that_nothing_here_takes_are_refused(string method)
    {
        foreach (var path in new[] { "/", "/problems", house.Scene.Path("people"), "/swagger/index.html" })
            Assert.Equal("405 method-not-allowed", await (await Send(new HttpRequestMessage(new HttpMethod(method), path))).Refusal());
    }

    [Fact]
    public async Task A_proxys_method_is_refused_too() => Assert.StartsWith("HTTP/1.1 4", await Wire.Answer(house.Host.Address, "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_forwards_without_being_a_known_proxy_is_not_believed()
    {
        // Believed, it would be told to come by https: here it is only somebody who claims things.
        var request = new HttpRequestMessage(HttpMethod.Get, "/problems") { Headers = { { "X-Forwarded-Proto", "http" }, { "X-Forwarded-For", "192.0.2.7" } } };
        using var answer = await Send(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<HttpResponseMessage> Send(HttpRequestMessage request) => house.Host.Anybody().SendAsync(request, Cancellation);

    private static string Only(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));
}
