using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Pages;

/// <summary>Somebody else's page, at another origin, whose policy lets nothing run inline and nothing load but what it names.</summary>
internal sealed class ElsewherePage : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Uri service;

    private ElsewherePage(WebApplication app, Uri service) => (this.app, this.service) = (app, service);

    /// <summary>What stands in the page's body.</summary>
    public string Body { get; set; } = "";

    public string Attributes { get; set; } = "";

    public static async Task<ElsewherePage> Open(Uri service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var page = new ElsewherePage(builder.Build(), service);
        page.app.MapGet("/", page.Write);
        await page.app.StartAsync();
        return page;
    }

    /// <summary>By another name than the service's: another site altogether.</summary>
    public string Address => $"http://localhost:{new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port}/";

    /// <summary>The two lines that a platform writes, with the addresses of the test's host.</summary>
    public void Shows(EmbedToken token) => Body = $"""
        <script type="module" src="{At(token.Script)}" integrity="{token.Integrity}" crossorigin="anonymous"></script>
        <cbd-group-progress src="{At(token.Progress)}" token="{token.Token}"></cbd-group-progress>
        """;

    public string At(string address) => new Uri(service, EmbedScene.Here(address)).ToString();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Write(HttpContext http)
    {
        var ours = service.GetLeftPart(UriPartial.Authority);
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {ours}; connect-src {ours}; img-src {ours}; require-trusted-types-for 'script'";
        return Results.Content($"""
            <!doctype html><html lang="en-GB" {Attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Somebody's portfolio</title></head>
            <body><main><h1>Somebody’s portfolio</h1>{Body}</main></body></html>
            """, "text/html; charset=utf-8", statusCode: (int)HttpStatusCode.OK);
    }
}
